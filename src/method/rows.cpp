#include "method/rows.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::method {

namespace {

std::size_t index_of(Pieces pieces, std::string_view sign) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].opens()) {
            i = closing(pieces, i);
        } else if (pieces[i].is_sign(sign)) {
            return i;
        }
    }
    return 0;
}

// The values of a table's row, each with the comma behind it.
std::vector<std::string> values_of(Pieces pieces) {
    std::vector<std::string> values;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].opens()) {
            i = closing(pieces, i);
        }
        if (i + 1 >= pieces.size() || pieces[i].is_sign(",")) {
            values.push_back(flat(pieces.subspan(begin, i + 1 - begin)));
            begin = i + 1;
        }
    }
    return values;
}

// The parts of a row that stand below each other; none when it is not aligned. A row's semicolon
// is left out.
std::vector<std::string> cells_of(Pieces pieces, std::size_t colon, RowKind kind) {
    const Pieces row = pieces.first(pieces.size() - (pieces.back().is_sign(";") ? 1 : 0));
    if (row.empty() || !is_on_one_line(row)) {
        return {};
    }
    if (kind == RowKind::table && colon > 0) {
        std::vector<std::string> cells = {flat(row.first(colon + 1))};
        for (std::string& value : values_of(row.subspan(colon + 1))) {
            cells.push_back(std::move(value));
        }
        return cells;
    }
    if (kind == RowKind::blend && colon > 1) {
        return {row[0].text, flat(row.subspan(1, colon)), flat(row.subspan(colon + 1))};
    }
    const std::size_t equals = index_of(row, "=");
    if (kind == RowKind::publish && equals > 0) {
        return {row[0].text, flat(row.subspan(1, equals - 1)), flat(row.subspan(equals))};
    }
    return {};
}

bool is_bare(const Row& row) {
    return row.comment.empty() && !row.pieces.empty() && row.pieces[0].kind == TokenKind::name &&
           row.pieces.size() <= 2 && row.pieces.back().is_sign(";");
}

// Behind the semicolon of the row that begins at `begin`, or before the next comment.
std::size_t end_of_row(Pieces inner, std::size_t begin) {
    if (inner[begin].kind == TokenKind::comment) {
        return begin + 1;
    }
    std::size_t end = begin;
    while (end < inner.size() && inner[end].kind != TokenKind::comment &&
           !inner[end].is_sign(";")) {
        end = inner[end].opens() ? closing(inner, end) + 1 : end + 1;
    }
    return end < inner.size() && inner[end].is_sign(";") ? end + 1 : end;
}

Row row_of(Pieces pieces, RowKind kind) {
    Row row;
    if (pieces[0].kind == TokenKind::comment) {
        row.comment = pieces[0].text;
        return row;
    }
    row.pieces = pieces;
    row.colon = index_of(pieces, ":");
    row.cells = cells_of(pieces, row.colon, kind);
    row.is_aligned = !row.cells.empty();
    row.has_columns = kind == RowKind::table && row.cells.size() > 2;
    return row;
}

}  // namespace

std::vector<Row> rows_of(Pieces inner, RowKind kind) {
    std::vector<Row> rows;
    int line = 0;  // of the last piece taken
    for (std::size_t begin = 0; begin < inner.size();) {
        const Piece& first = inner[begin];
        if (first.kind == TokenKind::comment && !rows.empty() && first.line == line) {
            rows.back().comment = first.text;
            ++begin;
            continue;
        }
        const std::size_t end = end_of_row(inner, begin);
        Row row = row_of(inner.subspan(begin, end - begin), kind);
        row.has_blank_line_before = !rows.empty() && first.line > line + 1;
        row.stays_beside =
            !rows.empty() && is_bare(row) && is_bare(rows.back()) && first.line == line;
        line = inner[end - 1].line;
        begin = end;
        rows.push_back(std::move(row));
    }
    return rows;
}

Alignment alignment_of(const std::vector<Row>& rows, std::size_t columns) {
    Alignment alignment;
    for (const Row& row : rows) {
        alignment.widths.resize(std::max(alignment.widths.size(), row.cells.size()));
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            alignment.widths[i] = std::max(alignment.widths[i], display_width(row.cells[i]));
        }
    }
    alignment.fits = std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
        return !row.is_aligned || display_width(aligned(row, alignment)) <= columns;
    });
    return alignment;
}

std::string aligned(const Row& row, const Alignment& alignment) {
    std::string text;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& cell = row.cells[i];
        const std::string padding(alignment.widths[i] - display_width(cell), ' ');
        const bool to_the_right = row.has_columns && i > 0;
        const bool is_last = i + 1 == row.cells.size();
        // A publication without titles has no column for them.
        const std::string space = i == 0 || alignment.widths[i] == 0 ? "" : " ";
        text += space + (to_the_right ? padding + cell : is_last ? cell : cell + padding);
    }
    return text + (row.pieces.back().is_sign(";") ? ";" : "");
}

}  // namespace benniu::method
