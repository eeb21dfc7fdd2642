#include "publication/word_table.hpp"

#include <cstddef>
#include <numeric>
#include <string>

#include "base/result.hpp"
#include "publication/title.hpp"
#include "publication/word_paragraph.hpp"

namespace benniu::publication {

namespace {

// In eighths of a point.
constexpr int outer_line = 8;
constexpr int inner_line = 4;

constexpr int padding_above_twips = 50;

void append_width(pugi::xml_node parent, const char* name, int twips) {
    pugi::xml_node width = parent.append_child(name);
    width.append_attribute("w:w") = twips;
    width.append_attribute("w:type") = "dxa";
}

void append_line(pugi::xml_node borders, const char* side, int eighths) {
    pugi::xml_node line = borders.append_child(side);
    line.append_attribute("w:val") = "single";
    line.append_attribute("w:sz") = eighths;
    line.append_attribute("w:space") = 0;
    line.append_attribute("w:color") = "000000";
}

void write_properties(pugi::xml_node target, const TableFit& fit) {
    pugi::xml_node properties = target.append_child("w:tblPr");
    append_width(properties, "w:tblW",
                 std::accumulate(fit.column_twips.begin(), fit.column_twips.end(), 0));
    properties.append_child("w:jc").append_attribute("w:val") = "center";
    pugi::xml_node borders = properties.append_child("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
        append_line(borders, side, outer_line);
    }
    for (const char* side : {"w:insideH", "w:insideV"}) {
        append_line(borders, side, inner_line);
    }
    properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
    pugi::xml_node padding = properties.append_child("w:tblCellMar");
    append_width(padding, "w:top", padding_above_twips);
    append_width(padding, "w:left", cell_padding_twips);
    append_width(padding, "w:bottom", padding_above_twips);
    append_width(padding, "w:right", cell_padding_twips);
    pugi::xml_node grid = target.append_child("w:tblGrid");
    for (const int width : fit.column_twips) {
        grid.append_child("w:gridCol").append_attribute("w:w") = width;
    }
}

std::string name_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "left";
        case Alignment::centre:
            return "center";
        case Alignment::right:
            return "right";
    }
    throw Bug("a column has one of three alignments");
}

void write_cell(pugi::xml_node row, int width, const std::string& words, const Look& look,
                int half_points) {
    pugi::xml_node cell = row.append_child("w:tc");
    pugi::xml_node properties = cell.append_child("w:tcPr");
    append_width(properties, "w:tcW", width);
    properties.append_child("w:vAlign").append_attribute("w:val") = "center";
    pugi::xml_node paragraph = cell.append_child("w:p");
    dress(paragraph, look);
    if (!words.empty()) {
        append_run(paragraph, {.words = words}, half_points);
    }
}

std::string folded_title(const std::string& title, int column_twips, int half_points,
                         std::span<const std::string> unbroken_words) {
    const int letters = (column_twips - 2 * cell_padding_twips) / (half_points * 10);
    std::string folded;
    for (const std::string& line :
         column_head_lines(title, static_cast<std::size_t>(letters), unbroken_words)) {
        folded += (folded.empty() ? "" : "\n") + line;
    }
    return folded;
}

// The size, where it is not the style's own.
int size_beside(const StyleSheet& styles, const std::string& style_id, int half_points) {
    return styles.half_points(style_id) == half_points ? 0 : half_points;
}

}  // namespace

void write_table(pugi::xml_node target, const Table& table, const TableFit& fit,
                 const StyleSheet& styles, std::span<const std::string> unbroken_words) {
    write_properties(target, fit);
    // A pitch of its own for every size: fonts that stand in for 仿宋 may be a third higher.
    Look look{.style_id = styles.id_of(style::table_head),
              .keep = Keep::with_next,
              .line_twips = fit.half_points * 25 / 2,
              .alignment = "center"};
    const auto begin_row = [&] {
        pugi::xml_node row = target.append_child("w:tr");
        row.append_child("w:trPr").append_child("w:cantSplit");
        return row;
    };
    pugi::xml_node head = begin_row();
    head.child("w:trPr").append_child("w:tblHeader");
    const int head_size = size_beside(styles, look.style_id, fit.half_points);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const int width = fit.column_twips[column];
        write_cell(
            head, width,
            folded_title(table.columns[column].title, width, fit.half_points, unbroken_words), look,
            head_size);
    }
    look.style_id = styles.id_of(style::table_text);
    look.keep = Keep::freely;
    const int text_size = size_beside(styles, look.style_id, fit.half_points);
    for (const auto& cells : table.rows) {
        pugi::xml_node row = begin_row();
        for (std::size_t column = 0; column < cells.size(); ++column) {
            look.alignment = name_of(table.columns[column].alignment);
            write_cell(row, fit.column_twips[column], cells[column], look, text_size);
        }
    }
}

}  // namespace benniu::publication
