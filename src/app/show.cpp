#include "app/show.hpp"

#include <map>

#include "standings/print.hpp"

namespace benniu::app {

namespace {

using indicators::Quantity;

std::string model_text(const Pack& pack) {
    std::string text;
    for (const auto& ledger : pack.definitions) {
        text += ledger->name + "\n";
        for (const model::Field& field : ledger->fields) {
            text += "  " + field.name + " " + std::string(model::name_of(field.type)) + "\n";
        }
        for (const std::string& stage : ledger->stages) {
            text += "  · " + stage + "\n";
        }
    }
    for (const model::Post& post : pack.posts) {
        text += "post " + post.name + "\n";
    }
    return text;
}

Result<std::string> ledger_text(const ledger::Log& log) {
    std::string text;
    const auto read = log.read(0, [&](const ledger::StoredBatch& batch) -> Result<void> {
        text += batch.header + "\n";
        for (const std::string& line : batch.lines) {
            text += line + "\n";
        }
        text += batch.digest.to_string() + "\n";
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return text;
}

std::string names_of(std::string_view kind, const auto& all, const auto& article) {
    std::string names;
    for (const auto& each : all) {
        if (each.article == article) {
            names += " " + std::string(kind) + " " + each.name;
        }
    }
    return names;
}

std::string method_text(const Pack& pack) {
    std::string text;
    for (const auto& [name, method] : pack.methods) {
        text += name + " " + method->text.to_string() + " " + method->document.title + "\n";
        for (const indicators::PeriodRule& period : method->formulas.periods) {
            text += "  period " + period.name + " " + period.first.to_string() + " .. " +
                    period.last.to_string() + " freeze " + period.freeze.to_string() + "\n";
        }
        const auto& articles = method->document.articles;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const std::string names =
                names_of("measure", method->formulas.measures, articles[i].number) +
                names_of("item", method->items, i) + names_of("blend", method->blends, i) +
                names_of("award", method->awards, i);
            text += names.empty() ? "" : "  " + articles[i].number + names + "\n";
        }
    }
    return text;
}

// One line per unit: name=value of everything that `values` gives.
std::string per_unit(const Answer& answer,
                     const std::function<std::string(std::size_t unit)>& values) {
    std::string text = answer.scorer->method().name + " " + answer.scorer->period().name + "\n";
    for (const standings::Row& row : answer.standings.rows) {
        text += row.name + values(row.unit) + "\n";
    }
    return text;
}

std::string indicators_text(const Answer& answer) {
    const auto& measures = answer.scorer->method().formulas.measures;
    return per_unit(answer, [&](std::size_t unit) {
        std::string values;
        for (const auto& measure : measures) {
            if (measure.parameters.empty()) {
                values += "\t" + measure.name + "=" +
                          indicators::to_text(answer.scorer->value(*measure.body, unit));
            }
        }
        return values;
    });
}

std::string score_text(const Answer& answer) {
    const auto& items = answer.scorer->method().items;
    return per_unit(answer, [&](std::size_t unit) {
        std::string values;
        for (std::size_t i = 0; i < items.size(); ++i) {
            values +=
                "\t" + items[i].name + "=" + indicators::to_text(answer.scorer->item(i, unit));
        }
        return values;
    });
}

// Its canonical text, with heads above the cells.
std::string standings_text(const Answer& answer) {
    std::string text = standings::print(answer.standings);
    std::string heads = "unit\tgroup";
    for (const method::Column& column : answer.standings.method->columns) {
        heads += "\t" + column.name;
    }
    return text.insert(text.find('\n') + 1, heads + "\n");
}

std::string publication_text(const ledger::County& county) {
    std::string text;
    for (const ledger::Issue& issue : county.bulletins) {
        text += ledger::canonical_line(issue.issued) + "\n";
    }
    return text;
}

Result<std::string> for_every_period(Books& books, std::string (*text_of)(const Answer&)) {
    std::string text;
    for (const auto& [name, method] : books.pack().methods) {
        for (const auto& period : method->formulas.periods) {
            const auto answer = books.answer({.method = name, .period = period.name});
            if (!answer) {
                return tl::unexpected(answer.error());
            }
            text += text_of(*answer);
        }
    }
    return text;
}

}  // namespace

Result<std::string> shown(const std::string& stage, const ledger::Log& log, Books& books) {
    if (stage == "model") {
        return model_text(books.pack());
    }
    if (stage == "ledger") {
        return ledger_text(log);
    }
    if (stage == "method") {
        return method_text(books.pack());
    }
    const std::map<std::string, std::string (*)(const Answer&)> of_periods = {
        {"indicators", indicators_text}, {"score", score_text}, {"standings", standings_text}};
    if (const auto found = of_periods.find(stage); found != of_periods.end()) {
        return for_every_period(books, found->second);
    }
    if (stage == "publication") {
        const auto county = books.newest();
        if (!county) {
            return tl::unexpected(county.error());
        }
        return publication_text(**county);
    }
    return failure("no-such-stage",
                   {{"stage", stage},
                    {"known", "model, ledger, indicators, method, score, standings, publication"}});
}

}  // namespace benniu::app
