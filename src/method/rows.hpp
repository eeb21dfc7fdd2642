// The rows between braces, and how those of a table, a blend or a publication stand side by side.
// Used by layout.cpp.
#pragma once

#include "method/pieces.hpp"

namespace benniu::method {

enum class RowKind { table, blend, publish, choice };

struct Row {
    Pieces pieces;        // with its semicolon; none for a comment on a line of its own
    std::string comment;  // behind it
    bool has_blank_line_before = false;
    bool stays_beside = false;  // a bare word beside another one: N; Q; P
    bool is_aligned = false;
    bool has_columns = false;        // a table's with several values, which stand to the right
    std::size_t colon = 0;           // the index of its colon, or 0
    std::vector<std::string> cells;  // of an aligned row
};

struct Alignment {
    std::vector<std::size_t> widths;
    bool fits = false;  // every aligned row within the line
};

// `inner` is what stands between the braces.
[[nodiscard]] std::vector<Row> rows_of(Pieces inner, RowKind kind);
[[nodiscard]] Alignment alignment_of(const std::vector<Row>& rows, std::size_t columns);
[[nodiscard]] std::string aligned(const Row& row, const Alignment& alignment);

}  // namespace benniu::method
