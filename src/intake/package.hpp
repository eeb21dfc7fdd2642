// The table of contents of an .xlsx file: which part holds which sheet.
//
// Fed by Archive; read by read_workbook. Parts refer to each other by relationships, whose targets
// may be absolute ("/xl/worksheets/sheet1.xml") or relative to the referring part; no name of a
// part is taken for granted. Targets outside the file are never followed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/archive.hpp"
#include "intake/refusal.hpp"

namespace benniu::intake {

struct Contents {
    struct SheetPart {
        std::string name;
        bool is_hidden = false;
        std::string part;  // empty when the file names none
    };
    std::vector<SheetPart> sheets;  // in the order of their tabs, without chart sheets
    std::optional<std::string> shared_strings_part;
    std::optional<std::string> styles_part;
    bool counts_from_1904 = false;  // its day 0 is 1904-01-01
};

// Findings: what read_xml says; not-a-workbook for other documents that are zip archives;
// no-sheets, too-many-sheets.
Read<Contents> read_contents(Archive& archive);

}  // namespace benniu::intake
