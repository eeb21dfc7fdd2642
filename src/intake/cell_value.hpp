// What the raw text of a cell means: a number as Excel would show it, a day of its calendars.
//
// Fed by the sheet reader. No binary floating point: the digits in the file are the value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace benniu::intake {

// In plain digits, rounded to the 15 significant ones that Excel keeps: "7.5999999999999996" is
// "7.6", "1.2E+5" is "120000". Nothing when it is no number, or beyond Excel's largest.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text);

enum class Calendar : std::uint8_t { from_1900, from_1904 };

// The day that Excel shows for a number of days.
struct Day {
    std::optional<Date> date;  // nothing for a day that no Date holds
    std::string text;          // "2021-09-30", and the days that no Date holds: "1900-02-29"
};

// `number` as plain_number gives it; its fraction, the time of day, is dropped. Nothing when Excel
// shows no day either: below zero, beyond the year 9999, or a time without a day.
[[nodiscard]] std::optional<Day> day_of(std::string_view number, Calendar calendar);

}  // namespace benniu::intake
