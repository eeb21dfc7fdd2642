#include "intake/table.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "intake/match.hpp"
#include "intake/notation.hpp"

namespace benniu::intake {

namespace {

// "亿元" of "投资规模(亿元)", from the lowest header upwards.
std::string measure_of(const HeaderColumn& column, const Measures& measures) {
    for (auto text = column.texts.rbegin(); text != column.texts.rend(); ++text) {
        if (auto measure = measure_in((*text)->word, measures); !measure.empty()) {
            return measure;
        }
    }
    return "";
}

// A row below the header that only says what is counted names nothing.
const std::string& lowest_name(const HeaderColumn& column, const Measures& measures) {
    const auto named = std::find_if(
        column.texts.rbegin(), column.texts.rend(),
        [&](const HeaderText* text) { return !is_only_a_measure(text->word, measures); });
    return (named == column.texts.rend() ? column.texts.back() : *named)->shown;
}

// 阶段下的列写作“签约·完成日期”, all others by the lowest header alone.
std::string shown_name(const SheetProfile& profile, const Fit& fit, const HeaderColumn& column,
                       const Measures& measures) {
    if (fit.destination.column.part == model::DraftPart::field) {
        return lowest_name(column, measures);
    }
    return column.texts.size() == 1
               ? model::column_name(*profile.ledger, fit.destination.column)
               : profile.ledger->stages[fit.destination.column.index] +
                     std::string(notation::level_separator) + lowest_name(column, measures);
}

std::vector<std::string> missing_fields(const SheetProfile& profile, const std::vector<Fit>& fits) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < profile.ledger->fields.size(); ++i) {
        const model::Field& field = profile.ledger->fields[i];
        const bool is_there = std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) {
            return fit.destination.column == model::DraftColumn{model::DraftPart::field, i};
        });
        if (!field.when_blank.empty() && !is_there && profile.side_by_side != i) {
            missing.push_back(field.name);
        }
    }
    return missing;
}

// The upper headers of side-by-side columns, from the left.
std::vector<std::string> groups_of(const std::vector<Fit>& fits) {
    std::vector<std::string> groups;
    for (const Fit& fit : fits) {
        if (fit.destination.is_side_by_side &&
            std::find(groups.begin(), groups.end(), fit.group) == groups.end()) {
            groups.push_back(fit.group);
        }
    }
    return groups;
}

std::vector<TableColumn> columns_of(const Header& header, const Match& match,
                                    const std::vector<std::string>& groups,
                                    const Measures& measures) {
    std::vector<TableColumn> columns;
    for (const HeaderColumn& column : header.columns) {
        const auto fit = std::find_if(match.fits.begin(), match.fits.end(), [&](const Fit& each) {
            return each.column == column.number;
        });
        if (fit == match.fits.end()) {
            continue;
        }
        TableColumn filled{column.number, fit->destination.column, std::nullopt,
                           shown_name(*match.profile, *fit, column, measures),
                           measure_of(column, measures)};
        if (fit->destination.is_side_by_side) {
            const auto group = std::find(groups.begin(), groups.end(), fit->group);
            filled.group = static_cast<std::size_t>(group - groups.begin());
        }
        columns.push_back(std::move(filled));
    }
    return columns;
}

HeaderWords words_of(const Header& header) {
    HeaderWords words;
    for (const HeaderColumn& column : header.columns) {
        for (const HeaderText* const text : column.texts) {
            words[column.number].insert(text->word);
        }
    }
    return words;
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
    auto match = best_match(sheet, area, profiles, file_name);
    if (!match) {
        return std::nullopt;
    }
    Table table;
    table.profile = match->profile;
    table.first_header_row = match->header.first_row;
    table.last_header_row = area.last_row_of(match->header);
    table.titles = titles_of(sheet, area, table.first_header_row);
    table.unknown_columns = std::move(match->unknown_columns);
    table.missing_fields = missing_fields(*match->profile, match->fits);
    const Header whole =
        area.header(table.first_header_row, table.last_header_row - table.first_header_row + 1);
    table.groups = groups_of(match->fits);
    table.columns = columns_of(whole, *match, table.groups, profiles.words.measures);
    table.header_words = words_of(whole);
    return table;
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
