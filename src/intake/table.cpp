#include "intake/table.hpp"

#include <algorithm>
#include <tuple>

#include "base/limits.hpp"
#include "base/writing.hpp"
#include "intake/header.hpp"
#include "intake/header_words.hpp"

namespace benniu::intake {

namespace {

// A column whose header words a profile knows. The more levels of the header the words covered, and
// the more literally, the better it fits.
struct Fit {
    int column = 0;
    Target target;
    std::string group;  // the upper header, of a side-by-side column
    int quality = 0;
};

struct Match {
    const SheetProfile* profile = nullptr;
    Header header;
    std::vector<Fit> fits;
    int unknown_columns = 0;

    [[nodiscard]] auto rank() const {
        return std::tuple(-static_cast<int>(fits.size()), unknown_columns,
                          header.last_row - header.first_row, header.first_row);
    }
};

constexpr int quality_of_level = 4;
constexpr int quality_of_whole_text = 2;
constexpr int quality_of_own_month = 1;

// All ways to write the last `levels` texts of a column as one word, best first.
std::vector<std::pair<std::string, int>> words_of(const HeaderColumn& column, std::size_t levels) {
    std::string whole;
    std::string bare;
    for (std::size_t i = column.texts.size() - levels; i < column.texts.size(); ++i) {
        const std::string word = header_word(column.texts[i]);
        whole += word;
        bare += without_bracket(word).before;
    }
    const int quality = static_cast<int>(levels) * quality_of_level;
    return {{whole, quality + quality_of_whole_text + quality_of_own_month},
            {with_any_month(whole), quality + quality_of_whole_text},
            {bare, quality + quality_of_own_month},
            {with_any_month(bare), quality}};
}

// A group's name without what it counts in: "固定资产投资(亿元)" is 固定资产投资, but
// "固定资产投资(不含农户)" is another indicator.
std::string group_name(const std::string& text, const Measures& measures) {
    const std::string name = tidied(text);
    return measure_in(name, measures).empty() ? name
                                              : std::string(trimmed(without_bracket(name).before));
}

// The fits of every column, by profile.
std::map<std::size_t, std::vector<Fit>> all_fits(const Header& header, const Profiles& profiles) {
    std::map<std::size_t, std::vector<Fit>> fits;
    for (const HeaderColumn& column : header.columns) {
        for (std::size_t levels = 1; levels <= column.texts.size(); ++levels) {
            for (const auto& [word, quality] : words_of(column, levels)) {
                const auto uses = profiles.by_word.find(word);
                if (uses == profiles.by_word.end()) {
                    continue;
                }
                for (const WordUse& use : uses->second) {
                    const bool is_below = levels < column.texts.size();
                    if (use.target.is_side_by_side && !is_below) {
                        continue;
                    }
                    std::string group =
                        use.target.is_side_by_side
                            ? group_name(column.texts[column.texts.size() - levels - 1],
                                         profiles.words.measures)
                            : "";
                    fits[use.sheet_profile].push_back(
                        {column.number, use.target, std::move(group), quality});
                }
            }
        }
    }
    return fits;
}

// Gives each column one target and each target one column, best fits first.
std::vector<Fit> assigned(std::vector<Fit> fits) {
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        return std::tuple(-a.quality, a.column) < std::tuple(-b.quality, b.column);
    });
    std::set<int> used_columns;
    std::set<std::pair<Target, std::string>> used_targets;
    std::vector<Fit> chosen;
    for (Fit& fit : fits) {
        const auto target = std::pair(fit.target, fit.group);
        if (!used_columns.contains(fit.column) && !used_targets.contains(target)) {
            used_columns.insert(fit.column);
            used_targets.insert(target);
            chosen.push_back(std::move(fit));
        }
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Fit& a, const Fit& b) { return a.column < b.column; });
    return chosen;
}

// A title over the whole table is no group of it.
bool is_group_a_title(const Header& header, const std::vector<Fit>& fits,
                      const Measures& measures) {
    std::set<int> own_columns;
    std::set<std::string> groups;
    for (const Fit& fit : fits) {
        if (fit.target.is_side_by_side) {
            groups.insert(fit.group);
        } else {
            own_columns.insert(fit.column);
        }
    }
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const HeaderColumn& each) {
        return own_columns.contains(each.number) &&
               std::any_of(each.texts.begin(), each.texts.end(), [&](const std::string& text) {
                   return groups.contains(group_name(text, measures));
               });
    });
}

bool has_all(const SheetProfile& profile, const std::vector<Fit>& fits) {
    return std::all_of(profile.must_have.begin(), profile.must_have.end(), [&](auto wanted) {
        return std::any_of(fits.begin(), fits.end(),
                           [&](const Fit& fit) { return fit.target.column == wanted; });
    });
}

bool is_titled(const SheetProfile& profile, const std::vector<std::string>& titles,
               const std::string& file_name) {
    const auto stands = [&](const std::string& word) {
        const auto holds = [&](const std::string& text) {
            return without_spaces(text).find(word) != std::string::npos;
        };
        return holds(file_name) || std::any_of(titles.begin(), titles.end(), holds);
    };
    return profile.titled.empty() ||
           std::any_of(profile.titled.begin(), profile.titled.end(), stands);
}

bool is_ignored(const SheetProfile& profile, const HeaderColumn& column) {
    const std::string word = header_word(column.texts.back());
    return profile.ignored.contains(word) || profile.ignored.contains(without_bracket(word).before);
}

std::vector<std::string> unknown_columns(const Match& match) {
    std::vector<std::string> unknown;
    for (const HeaderColumn& column : match.header.columns) {
        const bool is_used = std::any_of(match.fits.begin(), match.fits.end(), [&](const Fit& fit) {
            return fit.column == column.number;
        });
        if (!is_used && !is_ignored(*match.profile, column)) {
            unknown.push_back(column.texts.back());
        }
    }
    return unknown;
}

bool is_known_word(const std::string& text, const Profiles& profiles) {
    const std::string word = header_word(text);
    const std::string bare(without_bracket(word).before);
    return profiles.single_words.contains(word) || profiles.single_words.contains(bare) ||
           profiles.single_words.contains(with_any_month(bare));
}

// Rows with words that some profile knows, and the rows above them that one header could take in.
std::vector<int> likely_first_rows(const HeaderArea& area, const Profiles& profiles) {
    std::vector<int> likely;
    for (const int first_row : area.first_rows()) {
        const auto texts = area.texts_in(first_row, first_row + limits::header_depth - 1);
        if (std::any_of(texts.begin(), texts.end(),
                        [&](const std::string& text) { return is_known_word(text, profiles); })) {
            likely.push_back(first_row);
        }
    }
    return likely;
}

// The best match among all blocks of rows and all profiles.
std::optional<Match> best_match(const Sheet& sheet, const HeaderArea& area,
                                const Profiles& profiles, const std::string& file_name) {
    std::optional<Match> best;
    for (const int first_row : likely_first_rows(area, profiles)) {
        std::vector<std::string> titles = area.texts_in(1, first_row - 1);
        titles.push_back(sheet.name);
        for (int depth = 1; depth <= limits::header_depth; ++depth) {
            Match match;
            match.header = area.header(first_row, depth);
            for (auto& [index, fits] : all_fits(match.header, profiles)) {
                match.profile = &profiles.sheets[index];
                match.fits = assigned(std::move(fits));
                if (!has_all(*match.profile, match.fits) ||
                    is_group_a_title(match.header, match.fits, profiles.words.measures) ||
                    !is_titled(*match.profile, titles, file_name)) {
                    continue;
                }
                match.unknown_columns = static_cast<int>(unknown_columns(match).size());
                if (!best || match.rank() < best->rank()) {
                    best = match;
                }
            }
        }
    }
    return best;
}

// "亿元" of "投资规模(亿元)", from the lowest header upwards.
std::string measure_of(const HeaderColumn& column, const Measures& measures) {
    for (auto text = column.texts.rbegin(); text != column.texts.rend(); ++text) {
        if (auto measure = measure_in(header_word(*text), measures); !measure.empty()) {
            return measure;
        }
    }
    return "";
}

// A row below the header that only says what is counted names nothing.
const std::string& lowest_name(const HeaderColumn& column, const Measures& measures) {
    const auto named = std::find_if(
        column.texts.rbegin(), column.texts.rend(),
        [&](const std::string& text) { return !is_only_a_measure(header_word(text), measures); });
    return named == column.texts.rend() ? column.texts.back() : *named;
}

std::string shown_name(const SheetProfile& profile, const Fit& fit, const HeaderColumn& column,
                       const Measures& measures) {
    if (fit.target.column.part == model::DraftPart::field) {
        return lowest_name(column, measures);
    }
    return column.texts.size() == 1 ? model::column_name(*profile.ledger, fit.target.column)
                                    : profile.ledger->stages[fit.target.column.index] + "·" +
                                          lowest_name(column, measures);
}

std::vector<std::string> missing_fields(const SheetProfile& profile, const std::vector<Fit>& fits) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < profile.ledger->fields.size(); ++i) {
        const model::Field& field = profile.ledger->fields[i];
        const bool is_there = std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) {
            return fit.target.column == model::DraftColumn{model::DraftPart::field, i};
        });
        if (!field.when_blank.empty() && !is_there && profile.side_by_side != i) {
            missing.push_back(field.name);
        }
    }
    return missing;
}

Table table_of(const Sheet& sheet, const HeaderArea& area, const Match& match,
               const Measures& measures) {
    Table table;
    table.profile = match.profile;
    table.first_header_row = match.header.first_row;
    table.last_header_row = area.last_row_of(match.header);
    table.titles = area.texts_in(1, table.first_header_row - 1);
    table.titles.push_back(sheet.name);
    table.unknown_columns = unknown_columns(match);
    table.missing_fields = missing_fields(*match.profile, match.fits);
    const Header whole =
        area.header(table.first_header_row, table.last_header_row - table.first_header_row + 1);
    for (const HeaderColumn& column : whole.columns) {
        for (const std::string& text : column.texts) {
            table.header_words[column.number].insert(header_word(text));
        }
        const auto fit = std::find_if(match.fits.begin(), match.fits.end(), [&](const Fit& each) {
            return each.column == column.number;
        });
        if (fit == match.fits.end()) {
            continue;
        }
        TableColumn filled{column.number, fit->target.column, std::nullopt,
                           shown_name(*match.profile, *fit, column, measures),
                           measure_of(column, measures)};
        if (fit->target.is_side_by_side) {
            const auto known = std::find(table.groups.begin(), table.groups.end(), fit->group);
            filled.group = static_cast<std::size_t>(known - table.groups.begin());
            if (known == table.groups.end()) {
                table.groups.push_back(fit->group);
            }
        }
        table.columns.push_back(std::move(filled));
    }
    return table;
}

// The cells of a row in which something stands.
std::vector<const Cell*> filled_cells(const Row& row) {
    std::vector<const Cell*> filled;
    for (const Cell& cell : row.cells) {
        if (!trimmed(cell.text).empty()) {
            filled.push_back(&cell);
        }
    }
    return filled;
}

bool is_subtotal(std::string_view text, const CommonWords& words) {
    std::string word = without_spaces(half_width(text));
    if (word.ends_with(':')) {
        word.pop_back();
    }
    return words.subtotals.contains(word);
}

bool is_note(std::string_view text, const CommonWords& words) {
    const std::string dense = without_spaces(half_width(text));
    return std::any_of(words.notes.begin(), words.notes.end(),
                       [&](const std::string& word) { return dense.starts_with(word + ":"); });
}

bool is_header_again(const std::vector<const Cell*>& filled, const Table& table) {
    return std::all_of(filled.begin(), filled.end(), [&](const Cell* cell) {
        const auto words = table.header_words.find(cell->column);
        return words != table.header_words.end() && words->second.contains(header_word(cell->text));
    });
}

}  // namespace

std::optional<Table> recognised(const Sheet& sheet, const Profiles& profiles,
                                const std::string& file_name) {
    const HeaderArea area(sheet, profiles.words.measures);
    const auto match = best_match(sheet, area, profiles, file_name);
    return match ? std::optional<Table>(table_of(sheet, area, *match, profiles.words.measures))
                 : std::nullopt;
}

std::vector<const Row*> data_rows(const Sheet& sheet, const Table& table,
                                  const CommonWords& words) {
    // Cells merged across the table: a heading between the rows, or the title once more.
    constexpr int columns_of_a_heading = 3;
    std::set<std::pair<int, int>> wide_cells;
    for (const Merge& merge : sheet.merges) {
        if (merge.last_column - merge.first_column + 1 >= columns_of_a_heading) {
            wide_cells.emplace(merge.first_row, merge.first_column);
        }
    }
    std::vector<const Row*> rows;
    for (const Row& row : sheet.rows) {
        if (row.number <= table.last_header_row) {
            continue;
        }
        const auto filled = filled_cells(row);
        if (filled.empty() || is_subtotal(filled.front()->text, words) ||
            is_note(filled.front()->text, words) || is_header_again(filled, table) ||
            (filled.size() == 1 && wide_cells.contains({row.number, filled[0]->column}))) {
            continue;
        }
        rows.push_back(&row);
    }
    return rows;
}

}  // namespace benniu::intake
