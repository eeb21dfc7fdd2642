#include "publication/from_standings.hpp"

#include <algorithm>

namespace benniu::publication {

using standings::Row;
using standings::Standings;

namespace {

std::string filled(std::string sentence, const Words& words) {
    for (const auto& [name, value] : words) {
        const std::string hole = "{" + name + "}";
        for (std::size_t at = sentence.find(hole); at != std::string::npos;
             at = sentence.find(hole, at + value.size())) {
            sentence.replace(at, hole.size(), value);
        }
    }
    return sentence;
}

Paragraph paragraph(const std::string& words) {
    return {{{words, Weight::regular}}};
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : "、") + name;
    }
    return text;
}

Words month_words(const BulletinFacts& facts) {
    return {{"year", std::to_string(facts.month.year)},
            {"month", std::to_string(facts.month.month)}};
}

Words period_words(const BulletinFacts& facts, const Standings& standings) {
    Words words = month_words(facts);
    words.insert(words.end(), {{"method", standings.method->document.title},
                               {"period", standings.period->title},
                               {"first", printed(standings.period->first)},
                               {"last", printed(standings.period->last)},
                               {"freeze", printed(standings.period->freeze)}});
    return words;
}

std::optional<std::size_t> column_index(const Standings& standings, const std::string& name) {
    const auto& columns = standings.method->columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const method::Column& each) { return each.name == name; });
    return found == columns.end() ? std::nullopt
                                  : std::optional<std::size_t>(found - columns.begin());
}

bool may_be_published(const method::Award& award) {
    return award.procedure.empty();
}

bool has(const Row& row, std::size_t award) {
    return std::find(row.awards.begin(), row.awards.end(), award) != row.awards.end();
}

// A cell as the public may see it.
std::string published(const Standings& standings, const Row& row, std::size_t column) {
    const method::Method& method = *standings.method;
    if (method.columns[column].awards.empty()) {
        return row.cells[column].shown;
    }
    std::vector<std::string> titles;
    for (const std::size_t award : method.columns[column].awards) {
        if (has(row, award) && may_be_published(method.awards[award])) {
            titles.push_back(method.awards[award].title);
        }
    }
    return listed(titles);
}

// "yes" of a truth column is a tick in print; an empty cell stays empty.
std::string in_print(const std::string& shown) {
    return shown == "yes" ? "√" : shown;
}

// Numbers stand to the right, ticks and words in the middle.
Alignment alignment_of(const Standings& standings, std::size_t column) {
    const bool has_number = std::any_of(
        standings.rows.begin(), standings.rows.end(),
        [&](const Row& row) { return std::holds_alternative<Rational>(row.cells[column].exact); });
    return has_number ? Alignment::right : Alignment::centre;
}

class Composer {
  public:
    Composer(const BulletinWords& words, const BulletinFacts& facts)
        : words_(&words), facts_(&facts) {}

    Document compose() {
        head();
        if (facts_->correction) {
            correction();
        } else {
            add_texts(words_->opening);
        }
        for (const SectionWords& section : words_->sections) {
            for (const Standings& standings : facts_->standings) {
                if (standings.method->name == section.method) {
                    add_section(section, standings);
                }
            }
        }
        awards();
        add_texts(words_->closing);
        return std::move(document_);
    }

  private:
    void add_texts(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            document_.body.emplace_back(paragraph(filled(text, month_words(*facts_))));
        }
    }

    void head() {
        document_.mark = words_->mark;
        document_.number = DocumentNumber{words_->office, facts_->year, facts_->number};
        document_.title = filled(facts_->correction ? words_->correction_title : words_->title,
                                 month_words(*facts_));
        document_.addressee = words_->addressee;
        document_.signature = words_->signature;
        document_.date = facts_->date;
        // Where the last page falls depends on fonts; the next even page is right wherever it is
        // laid out, so the same facts give the same bytes on every machine.
        document_.imprint = Imprint{words_->copies_to, words_->imprint_office, facts_->date,
                                    ImprintPlace::next_even_page};
        document_.unbroken_words = words_->unbroken;
        for (const Standings& standings : facts_->standings) {
            document_.unbroken_words.push_back(standings.county->name);
        }
    }

    void correction() {
        Words words = month_words(*facts_);
        words.emplace_back("number", printed(DocumentNumber{words_->office, facts_->year,
                                                            facts_->correction->corrects}));
        document_.body.emplace_back(paragraph(filled(words_->correction_opening, words)));
        Table table;
        for (const std::string& head : words_->correction_heads) {
            table.columns.push_back({.title = head});
        }
        for (const Change& change : facts_->correction->changes) {
            table.rows.push_back({change.method_title, change.unit, change.column,
                                  in_print(change.before), in_print(change.after)});
        }
        document_.body.emplace_back(std::move(table));
    }

    void add_section(const SectionWords& section, const Standings& standings) {
        const Words words = period_words(*facts_, standings);
        document_.body.emplace_back(Heading{Level::one, filled(section.heading, words)});
        for (const std::string& text : section.texts) {
            document_.body.emplace_back(paragraph(filled(text, words)));
        }
        leaders(section, standings);
        for (const std::string& group : standings.method->groups) {
            document_.body.emplace_back(table(standings, group, section.summary));
        }
        std::vector<std::string> all;
        for (const method::Column& column : standings.method->columns) {
            all.push_back(column.name);
        }
        Attachment attachment{filled(section.attachment, words), {}, Orientation::landscape};
        for (const std::string& group : standings.method->groups) {
            attachment.blocks.emplace_back(table(standings, group, all));
        }
        document_.attachments.push_back(std::move(attachment));
    }

    void leaders(const SectionWords& section, const Standings& standings) {
        if (section.leader.empty() || section.summary.empty()) {
            return;
        }
        const auto column = column_index(standings, section.summary.front());
        std::string text;
        for (const std::string& group : standings.method->groups) {
            std::vector<std::string> units;
            std::string value;
            for (const Row& row : standings.rows) {
                if (row.group == group && row.rank == 1) {
                    units.push_back(row.name);
                    value = column ? published(standings, row, *column) : "";
                }
            }
            if (!units.empty()) {
                text += filled(section.leader,
                               {{"group", group}, {"units", listed(units)}, {"value", value}});
            }
        }
        document_.body.emplace_back(paragraph(text));
    }

    Table table(const Standings& standings, const std::string& group,
                const std::vector<std::string>& names) const {
        Table table{.caption = group};
        std::vector<std::size_t> columns;
        table.columns.push_back({.title = words_->rank});
        table.columns.push_back({.title = words_->unit, .alignment = Alignment::left});
        for (const std::string& name : names) {
            const auto column = column_index(standings, name);
            if (!column || is_rank(standings.method->columns[*column])) {
                continue;
            }
            columns.push_back(*column);
            const method::Column& of = standings.method->columns[*column];
            table.columns.push_back(
                {.title = of.title, .alignment = alignment_of(standings, *column)});
        }
        for (const Row& row : standings.rows) {
            if (row.group != group) {
                continue;
            }
            std::vector<std::string> cells = {std::to_string(row.rank), row.name};
            for (const std::size_t column : columns) {
                cells.push_back(in_print(published(standings, row, column)));
            }
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    static bool is_rank(const method::Column& column) {
        return column.body && column.body->kind == indicators::Kind::context &&
               column.body->context == indicators::Context::rank;
    }

    // Proposals only: people decide (competition rules, art. 18).
    void awards() {
        document_.body.emplace_back(Heading{Level::one, words_->awards_heading});
        for (const Standings& standings : facts_->standings) {
            for (std::size_t a = 0; a < standings.method->awards.size(); ++a) {
                if (may_be_published(standings.method->awards[a])) {
                    award(standings, a);
                }
            }
        }
    }

    void award(const Standings& standings, std::size_t number) {
        const method::Award& award = standings.method->awards[number];
        std::vector<std::string> units;
        for (const Row& row : standings.rows) {
            if (has(row, number)) {
                units.push_back(row.name);
            }
        }
        document_.body.emplace_back(paragraph(
            filled(units.empty() ? words_->award_none : words_->award,
                   {{"award", award.title},
                    {"units", listed(units)},
                    {"article", standings.method->document.articles[award.article].number}})));
    }

    const BulletinWords* words_;
    const BulletinFacts* facts_;
    Document document_;
};

const Row* row_of(const Standings& standings, const std::string& unit) {
    const auto found = std::find_if(standings.rows.begin(), standings.rows.end(),
                                    [&](const Row& row) { return row.name == unit; });
    return found == standings.rows.end() ? nullptr : &*found;
}

// Under changed rules the earlier table may have had other columns; a unit may be in one table
// only.
std::string cell_of(const Standings& standings, const Row* row, const std::string& column) {
    const auto index = column_index(standings, column);
    return row != nullptr && index ? published(standings, *row, *index) : "";
}

}  // namespace

std::vector<Change> changes_between(const Standings& before, const Standings& after) {
    std::vector<Change> changes;
    const auto add = [&](const std::string& unit, const Row* old_row, const Row* new_row) {
        for (const method::Column& column : after.method->columns) {
            const std::string was = cell_of(before, old_row, column.name);
            const std::string is = cell_of(after, new_row, column.name);
            if (was != is) {
                changes.push_back({after.method->document.title, unit, column.title, was, is});
            }
        }
    };
    for (const Row& row : after.rows) {
        add(row.name, row_of(before, row.name), &row);
    }
    for (const Row& row : before.rows) {
        if (row_of(after, row.name) == nullptr) {
            add(row.name, &row, nullptr);
        }
    }
    return changes;
}

Document compose_bulletin(const BulletinWords& words, const BulletinFacts& facts) {
    return Composer(words, facts).compose();
}

}  // namespace benniu::publication
