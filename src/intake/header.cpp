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

// Lets an unmerged upper text cover the blank cells to its right that have a name below.
template <typename TextRows>
void spread_to_the_right(TextRows& rows) {
    const auto has_text_below = [&](std::size_t level, std::size_t column) {
        for (std::size_t below = level + 1; below < rows.size(); ++below) {
            if (!rows[below][column].text.empty()) {
                return true;
            }
        }
        return false;
    };
    for (std::size_t level = 0; level + 1 < rows.size(); ++level) {
        for (std::size_t column = 2; column < rows[level].size(); ++column) {
            const auto& left = rows[level][column - 1];
            auto& here = rows[level][column];
            if (here.text.empty() && !here.is_merged && !left.text.empty() && !left.is_merged &&
                has_text_below(level, column) && has_text_below(level, column - 1)) {
                here = left;
            }
        }
    }
}

}  // namespace

HeaderArea::HeaderArea(const Sheet& sheet, const Measures& measures)
    : sheet_(sheet), measures_(measures) {
    for (const Row& row : sheet.rows) {
        if (static_cast<int>(first_rows_.size()) == limits::header_rows_searched) {
            break;
        }
        if (!is_blank(row)) {
            first_rows_.push_back(row.number);
        }
    }
    const int last = first_rows_.empty() ? 0 : first_rows_.back() + limits::header_depth;
    for (const Row& row : sheet.rows) {
        if (row.number > last) {
            break;
        }
        if (!row.cells.empty()) {
            last_column_ = std::max(last_column_, row.cells.back().column);
        }
    }
    last_column_ = std::min(last_column_, limits::sheet_columns);
    for (const Merge& merge : sheet.merges) {
        if (merge.first_row <= last) {
            add_merge(merge, last);
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

HeaderArea::TextRow HeaderArea::texts_of(int row, int first_row) const {
    TextRow texts(static_cast<std::size_t>(last_column_) + 1);
    for (int column = 1; column <= last_column_; ++column) {
        Text& text = texts[static_cast<std::size_t>(column)];
        const auto merge = merges_.find({row, column});
        if (merge == merges_.end()) {
            text = {shown_header(sheet_.at(row, column).text), {row, column}, false};
            continue;
        }
        const Merge& over = *merge->second;
        text.is_merged = true;
        // A merged cell that begins above the block is no part of it.
        if (over.first_row >= first_row) {
            text.text = shown_header(sheet_.at(over.first_row, over.first_column).text);
            text.owner = {over.first_row, over.first_column};
        }
    }
    return texts;
}

Header HeaderArea::header(int first_row, int depth) const {
    std::vector<TextRow> rows;
    for (int row = first_row; row < first_row + depth; ++row) {
        rows.push_back(texts_of(row, first_row));
    }
    spread_to_the_right(rows);
    Header header{first_row, first_row + depth - 1, {}};
    for (int column = 1; column <= last_column_; ++column) {
        HeaderColumn names{column, {}};
        std::pair<int, int> owner;
        for (const TextRow& row : rows) {
            const Text& text = row[static_cast<std::size_t>(column)];
            if (!text.text.empty() && text.owner != owner) {
                names.texts.push_back(text.text);
                owner = text.owner;
            }
        }
        if (!names.texts.empty()) {
            header.columns.push_back(std::move(names));
        }
    }
    return header;
}

bool HeaderArea::is_row_of_units(int row) const {
    bool has_unit = false;
    for (int column = 1; column <= last_column_; ++column) {
        const std::string text = header_word(sheet_.at(row, column).text);
        if (text.empty()) {
            continue;
        }
        if (!is_only_a_measure(text, measures_)) {
            return false;
        }
        has_unit = true;
    }
    return has_unit;
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

std::vector<std::string> HeaderArea::texts_in(int first_row, int last_row) const {
    std::vector<std::string> texts;
    for (const Row& row : sheet_.rows) {
        if (row.number > last_row) {
            break;
        }
        for (const Cell& cell : row.cells) {
            if (row.number >= first_row && !trimmed(cell.text).empty()) {
                texts.push_back(tidied(cell.text));
            }
        }
    }
    return texts;
}

}  // namespace benniu::intake
