// A CSV file as a workbook of one sheet whose cells are all texts.
//
// Fed by read_workbook with bytes that are no other known format. UTF-8 with or without its mark,
// UTF-16 with it (Excel's "Unicode text"), else GB18030, which contains GBK. Commas, semicolons or
// tabs, whichever divides the lines most evenly; quotes, doubled quotes, line breaks in quotes;
// any line ends. A row's number is the one that a spreadsheet program would show.
#pragma once

#include <string_view>

#include "intake/workbook.hpp"

namespace benniu::intake {

// Findings: not-a-workbook, unknown-encoding, unclosed-quote, and what Allowance says.
[[nodiscard]] Workbook read_csv(std::string_view bytes, std::string_view sheet_name);

}  // namespace benniu::intake
