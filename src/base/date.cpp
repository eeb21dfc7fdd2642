#include "base/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace benniu {

namespace {

constexpr int year_min = 1900;
constexpr int year_max = 2200;

std::chrono::year_month_day civil(Date date) {
    return std::chrono::sys_days{std::chrono::days{date.days_since_1970()}};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() ||
        text[0] == '-') {
        return std::nullopt;
    }
    return value;
}

std::string padded(int value, int width) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%0*d", width, value);
    return digits.data();
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < year_min || year > year_max || month < 1 || day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day named{std::chrono::year{year},
                                            std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}};
    if (!named.ok()) {
        return std::nullopt;
    }
    return Date(static_cast<std::int32_t>(std::chrono::sys_days{named}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    return year && month && day ? of(*year, *month, *day) : std::nullopt;
}

int Date::year() const {
    return static_cast<int>(civil(*this).year());
}
int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}
int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

int Date::weekday() const {
    return static_cast<int>(
        std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_}}}.iso_encoding());
}

std::string Date::to_string() const {
    return padded(year(), 4) + "-" + padded(month(), 2) + "-" + padded(day(), 2);
}

std::optional<Month> Month::parse(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    if (!year || !month || !Date::of(*year, *month, 1)) {
        return std::nullopt;
    }
    return Month{*year, *month};
}

Month Month::of(Date date) {
    return {date.year(), date.month()};
}

Date Month::first() const {
    return *Date::of(year, month, 1);
}

Date Month::last() const {
    const Month next = month == 12 ? Month{year + 1, 1} : Month{year, month + 1};
    return next.first().plus_days(-1);
}

std::string Month::to_string() const {
    return padded(year, 4) + "-" + padded(month, 2);
}

std::optional<Instant> Instant::parse(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != 'Z') {
        return std::nullopt;
    }
    const auto date = Date::parse(text.substr(0, 10));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return Instant{(std::int64_t{date->days_since_1970()} * 24 + *hour) * 3600 + *minute * 60 +
                   *second};
}

std::string Instant::to_string() const {
    constexpr std::int64_t day = 86'400;
    const std::int64_t days = (seconds_since_1970 - (seconds_since_1970 < 0 ? day - 1 : 0)) / day;
    const int rest = static_cast<int>(seconds_since_1970 - days * day);
    return Date::from_days(static_cast<std::int32_t>(days)).to_string() + "T" +
           padded(rest / 3600, 2) + ":" + padded(rest / 60 % 60, 2) + ":" + padded(rest % 60, 2) +
           "Z";
}

}  // namespace benniu
