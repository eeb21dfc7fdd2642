// How a workbook shows its numbers: plainly, as days, as percentages. A date in a workbook is a
// number of days; only its number format tells.
//
// Fed by the styles part; read by the sheet reader.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/archive.hpp"
#include "intake/refusal.hpp"

namespace benniu::intake {

enum class NumberFormat : std::uint8_t { plain, date, percent };

// By a cell's style number.
using Styles = std::vector<NumberFormat>;

// Findings: what read_xml says; too-many-styles.
Read<Styles> read_styles(Archive& archive, std::string_view part);

// Of a format's number without a code of its own; some are dates only in Chinese and Japanese.
[[nodiscard]] NumberFormat built_in_format(int number);

// Of a code as 'yyyy"年"m"月"', '0.0%' or '[红色]#,##0.00\ '. What is quoted, escaped or bracketed
// shows as it is and says nothing.
[[nodiscard]] NumberFormat format_of_code(std::string_view code);

}  // namespace benniu::intake
