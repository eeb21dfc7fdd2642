#include "intake/header.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::intake {

namespace {

bool is_blank(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return trimmed(cell.text).empty(); });
}

HeaderText header_text(const std::string& written) {
    HeaderText text;
    text.shown = shown_header(shortened(written, limits::name_bytes));
    if (written.size() <= limits::name_bytes) {
        text.word = header_word(text.shown);
        text.bare = without_bracket(text.word).before;
    }
    return text;
}

}  // namespace

HeaderArea::HeaderArea(const Sheet& sheet, const Measures& measures) : measures_(measures) {
    for (const Row& row : sheet.rows) {
        if (static_cast<int>(first_rows_.size()) == limits::header_rows_searched) {
            break;
        }
        if (!is_blank(row)) {
            first_rows_.push_back(row.number);
        }
    }
    const int last_row = first_rows_.empty() ? 0 : first_rows_.back() + limits::header_depth;
    for (const Row& row : sheet.rows) {
        if (row.number > last_row) {
            break;
        }
        add_row(row);
    }
    for (const Merge& merge : sheet.merges) {
        if (merge.first_row <= last_row) {
            add_merge(merge, last_row);
        }
    }
}

void HeaderArea::add_row(const Row& row) {
    for (const Cell& cell : row.cells) {
        if (cell.column <= limits::sheet_columns && !trimmed(cell.text).empty()) {
            last_column_ = std::max(last_column_, cell.column);
            texts_.emplace(std::pair(row.number, cell.column), header_text(cell.text));
        }
    }
}

void HeaderArea::add_merge(const Merge& merge, int last_row) {
    for (int row = merge.first_row; row <= std::min(merge.last_row, last_row); ++row) {
        for (int column = merge.first_column; column <= std::min(merge.last_column, last_column_) &&
                                              merged_cells_ < limits::header_merged_cells;
             ++column) {
            ++merged_cells_;  // those that overlap, too
            merges_.emplace(std::pair(row, column), &merge);
        }
    }
}

const HeaderText* HeaderArea::text_at(int row, int column) const {
    const auto found = texts_.find({row, column});
    return found == texts_.end() ? nullptr : &found->second;
}

HeaderArea::CoveredRow HeaderArea::covered(int row, int first_row) const {
    CoveredRow cells(static_cast<std::size_t>(last_column_) + 1);
    for (int column = 1; column <= last_column_; ++column) {
        Covered& cell = cells[static_cast<std::size_t>(column)];
        const auto merge = merges_.find({row, column});
        cell.is_merged = merge != merges_.end();
        if (!cell.is_merged) {
            cell.text = text_at(row, column);
        } else if (merge->second->first_row >= first_row) {
            cell.text = text_at(merge->second->first_row, merge->second->first_column);
        }  // A merged cell that begins above the block is no part of it.
    }
    return cells;
}

// Lets an unmerged upper text cover the blank cells to its right that have a name below.
void HeaderArea::spread_to_the_right(std::vector<CoveredRow>& rows) {
    const auto has_text_below = [&](std::size_t level, std::size_t column) {
        return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(level) + 1, rows.end(),
                           [&](const CoveredRow& below) { return below[column].text != nullptr; });
    };
    for (std::size_t level = 0; level + 1 < rows.size(); ++level) {
        for (std::size_t column = 2; column < rows[level].size(); ++column) {
            const Covered& left = rows[level][column - 1];
            Covered& here = rows[level][column];
            if (here.text == nullptr && !here.is_merged && left.text != nullptr &&
                !left.is_merged && has_text_below(level, column) &&
                has_text_below(level, column - 1)) {
                here = left;
            }
        }
    }
}

Header HeaderArea::header(int first_row, int depth) const {
    std::vector<CoveredRow> rows;
    for (int row = first_row; row < first_row + depth; ++row) {
        rows.push_back(covered(row, first_row));
    }
    spread_to_the_right(rows);
    Header header{first_row, first_row + depth - 1, {}};
    for (int column = 1; column <= last_column_; ++column) {
        HeaderColumn names{column, {}};
        for (const CoveredRow& row : rows) {
            const HeaderText* const text = row[static_cast<std::size_t>(column)].text;
            // A cell merged downwards is one text.
            if (text != nullptr && (names.texts.empty() || names.texts.back() != text)) {
                names.texts.push_back(text);
            }
        }
        if (!names.texts.empty()) {
            header.columns.push_back(std::move(names));
        }
    }
    return header;
}

bool HeaderArea::is_row_of_units(int row) const {
    const auto texts = texts_in(row, row);
    return !texts.empty() && std::all_of(texts.begin(), texts.end(), [&](const HeaderText* text) {
        return is_only_a_measure(text->word, measures_);
    });
}

int HeaderArea::last_row_of(const Header& header) const {
    const int deepest = header.first_row + limits::header_depth - 1;
    int last = header.last_row;
    for (const auto& [cell, merge] : merges_) {
        if (merge->first_row >= header.first_row && merge->first_row <= header.last_row) {
            last = std::max(last, std::min(merge->last_row, deepest));
        }
    }
    return last < deepest && is_row_of_units(last + 1) ? last + 1 : last;
}

std::vector<const HeaderText*> HeaderArea::texts_in(int first_row, int last_row) const {
    std::vector<const HeaderText*> texts;
    for (auto text = texts_.lower_bound({first_row, 0});
         text != texts_.end() && text->first.first <= last_row; ++text) {
        texts.push_back(&text->second);
    }
    return texts;
}

}  // namespace benniu::intake
