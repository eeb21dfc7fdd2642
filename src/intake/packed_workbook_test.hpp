// For tests only: .xlsx files made from their raw parts, so that each case is readable text, and
// sheets printed as text, so that each expectation is.
#pragma once

#include <zip.h>

#include <list>
#include <string>
#include <vector>

#include "intake/workbook.hpp"

namespace benniu::intake {

struct PackedPart {
    std::string name;
    std::string text;
    // Some parts are far too large to hold: `repeated` stands `times` times behind `text`.
    std::string repeated;
    std::uint64_t times = 0;
    std::string end;
};

inline std::string packed(const std::vector<PackedPart>& parts,
                          zip_int32_t method = ZIP_CM_DEFLATE) {
    zip_source_t* sink = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(sink);
    zip_t* archive = zip_open_from_source(sink, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    std::list<std::string> kept;  // until the archive is closed
    const auto fragment = [&](const std::string& text) {
        auto& copy = kept.emplace_back(text);
        return zip_buffer_fragment_t{reinterpret_cast<zip_uint8_t*>(copy.data()), copy.size()};
    };
    for (const PackedPart& part : parts) {
        std::vector<zip_buffer_fragment_t> fragments = {fragment(part.text)};
        fragments.insert(fragments.end(), part.times, fragment(part.repeated));
        fragments.push_back(fragment(part.end));
        zip_source_t* source =
            zip_source_buffer_fragment(archive, fragments.data(), fragments.size(), 0);
        const zip_int64_t index =
            zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 1);
    }
    zip_close(archive);
    zip_stat_t about;
    zip_source_stat(sink, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(sink);
    zip_source_read(sink, bytes.data(), bytes.size());
    zip_source_close(sink);
    zip_source_free(sink);
    return bytes;
}

// The parts of a workbook with one sheet, «表», each of them open to change.
struct WorkbookParts {
    std::string rows;  // inside <sheetData>
    std::string strings;
    std::string formats;      // inside <numFmts>
    std::string cell_styles;  // inside <cellXfs>
    std::string properties;   // in front of <sheets>
    std::string sheet_end;    // behind <sheetData>
};

inline const std::string main_namespace =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
inline const std::string office_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline PackedPart root_part() {
    return {
        "_rels/.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=")" +
            office_relationships +
            R"(/officeDocument" Target="xl/workbook.xml"/></Relationships>)"};
}

// `relationships` as "rId1 worksheet worksheets/sheet1.xml".
inline PackedPart relationships_part(const std::vector<std::string>& relationships) {
    std::string text =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const std::string& words : relationships) {
        const auto first = words.find(' ');
        const auto second = words.find(' ', first + 1);
        text += R"(<Relationship Id=")" + words.substr(0, first) + R"(" Type=")" +
                office_relationships + "/" + words.substr(first + 1, second - first - 1) +
                R"(" Target=")" + words.substr(second + 1) + R"("/>)";
    }
    return {"xl/_rels/workbook.xml.rels", text + "</Relationships>"};
}

inline PackedPart workbook_part(const std::string& sheets, const std::string& properties = "") {
    return {"xl/workbook.xml", "<workbook " + main_namespace + R"( xmlns:r=")" +
                                   office_relationships + R"(">)" + properties + "<sheets>" +
                                   sheets + "</sheets></workbook>"};
}

inline PackedPart sheet_part(const std::string& rows, const std::string& end = "",
                             const std::string& name = "xl/worksheets/sheet1.xml") {
    return {name, "<worksheet " + main_namespace + "><sheetData>" + rows + "</sheetData>" + end +
                      "</worksheet>"};
}

inline std::vector<PackedPart> parts_of(const WorkbookParts& parts) {
    return {
        root_part(),
        relationships_part({"rId1 worksheet worksheets/sheet1.xml",
                            "rId2 sharedStrings sharedStrings.xml", "rId3 styles styles.xml"}),
        workbook_part(R"(<sheet name="表" sheetId="1" r:id="rId1"/>)", parts.properties),
        sheet_part(parts.rows, parts.sheet_end),
        {"xl/sharedStrings.xml", "<sst " + main_namespace + ">" + parts.strings + "</sst>"},
        {"xl/styles.xml", "<styleSheet " + main_namespace + "><numFmts>" + parts.formats +
                              "</numFmts><cellXfs>" + parts.cell_styles +
                              "</cellXfs></styleSheet>"},
    };
}

inline Workbook read_parts(const std::vector<PackedPart>& parts) {
    return read_workbook(packed(parts), "台账.xlsx");
}

// "A1 text 单位", one line for each cell.
inline std::string printed(const Sheet& sheet) {
    constexpr const char* kinds[] = {"blank", "text", "number", "date", "boolean", "error"};
    constexpr const char* formulas[] = {"", " calculated", " not calculated"};
    std::string lines;
    for (const Row& row : sheet.rows) {
        for (const Cell& cell : row.cells) {
            lines += column_letters(cell.column) + std::to_string(row.number) + " " +
                     kinds[static_cast<std::size_t>(cell.kind)] +
                     (cell.text.empty() ? "" : " " + cell.text) +
                     (cell.is_percent ? " percent" : "") +
                     formulas[static_cast<std::size_t>(cell.formula)] +
                     (row.is_hidden ? " hidden" : "") + "\n";
        }
    }
    return lines;
}

inline std::string printed(const Workbook& workbook) {
    std::string lines;
    for (const Finding& finding : workbook.findings) {
        lines += "finding " + finding.code + "\n";
    }
    for (const Sheet& sheet : workbook.sheets) {
        lines += (workbook.sheets.size() > 1 ? "[" + sheet.name + "]\n" : "") + printed(sheet);
    }
    return lines;
}

}  // namespace benniu::intake
