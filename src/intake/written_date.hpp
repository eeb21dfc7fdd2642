// Dates as people type them: 2021-9-8, 2021/9/8, 2021.9.8, 2021年9月8日, 20210908, full-width, with
// a time of day behind. Read by reading.cpp and by months.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace benniu::intake {

// Nothing when it is no date or there is no such day.
[[nodiscard]] std::optional<Date> written_date(std::string_view text);

// The day meant by a number that a spreadsheet shows for an unformatted date: 44463 is 2021-09-24.
// Nothing outside 2000…2099, where a number is more likely a number.
[[nodiscard]] std::optional<Date> serial_date(std::string_view text);

// What to write instead: the last day of the month meant, or an example.
[[nodiscard]] std::string example_date(std::string_view text);

// "2021-11", "2021年11月", "2021.11".
[[nodiscard]] std::optional<Month> written_month(std::string_view text);

}  // namespace benniu::intake
