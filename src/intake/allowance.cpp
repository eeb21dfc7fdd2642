#include "intake/allowance.hpp"

#include "base/limits.hpp"

namespace benniu::intake {

namespace {

constexpr std::size_t letter_bytes_max = 4;  // the limit in bytes is told in letters

template <typename Number>
Finding limit_finding(const char* code, Number limit) {
    return {.code = code, .words = {{"limit", std::to_string(limit)}}};
}

}  // namespace

std::optional<Finding> Allowance::take(int row, const Cell& cell) {
    ++cells_;
    text_bytes_ += cell.text.size();
    if (row > limits::sheet_rows) {
        return limit_finding("too-many-rows", limits::sheet_rows);
    }
    if (cell.column > limits::sheet_columns) {
        return limit_finding("too-many-columns", limits::sheet_columns);
    }
    if (cells_ > limits::workbook_cells) {
        return limit_finding("too-many-cells", limits::workbook_cells);
    }
    if (cell.text.size() > limits::cell_bytes) {
        return limit_finding("cell-too-long", limits::cell_bytes / letter_bytes_max);
    }
    if (text_bytes_ > limits::workbook_text_bytes) {
        return limit_finding("too-much-text", limits::workbook_text_bytes / (1024 * 1024));
    }
    return std::nullopt;
}

}  // namespace benniu::intake
