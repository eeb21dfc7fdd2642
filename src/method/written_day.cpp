#include "method/written_day.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/date.hpp"
#include "method/letters.hpp"

namespace benniu::method {

namespace {

// What stands behind the year, the month and the day; the month may end the date where `short_too`.
struct Style {
    std::string_view behind_year;
    std::string_view behind_month;
    std::string_view behind_day;
    bool short_too = false;
};

constexpr std::array<Style, 4> styles = {
    {{"-", "-", "", true}, {"/", "/", "", false}, {".", ".", "", false}, {"年", "月", "日", true}}};

// The digits that `text` begins with, `most` at most; nothing when more follow.
std::string_view digits(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) {
        ++count;
    }
    return count > most ? std::string_view() : text.substr(0, count);
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

WrittenDay judged(std::string_view written, int year, std::optional<int> month,
                  std::optional<int> day) {
    const int nearest_month = std::clamp(month.value_or(1), 1, 12);
    const Month in{year, nearest_month};
    if (!day) {
        return {std::string(written), in.to_string(), nearest_month == *month};
    }
    const auto date = Date::of(year, *month, *day);
    const Date nearest = *day < 1 || nearest_month > *month ? in.first() : in.last();
    return {std::string(written), date.value_or(nearest).to_string(), date.has_value()};
}

std::optional<WrittenDay> in_style(std::string_view text, const Style& style) {
    const std::string_view year = digits(text, 4);
    std::size_t at = year.size();
    if (year.size() != 4 || !Date::of(number(year), 1, 1) ||
        !text.substr(at).starts_with(style.behind_year)) {
        return std::nullopt;
    }
    at += style.behind_year.size();
    const std::string_view month = digits(text.substr(at), 2);
    at += month.size();
    if (month.empty()) {
        return std::nullopt;
    }
    const bool needs_mark = style.behind_month != style.behind_year;
    const std::size_t short_end = at + (needs_mark ? style.behind_month.size() : 0);
    if (text.substr(at).starts_with(style.behind_month)) {
        const std::size_t behind = at + style.behind_month.size();
        const std::string_view day = digits(text.substr(behind), 2);
        const std::size_t end = behind + day.size() + style.behind_day.size();
        if (!day.empty() && text.substr(behind + day.size()).starts_with(style.behind_day)) {
            return judged(text.substr(0, end), number(year), number(month), number(day));
        }
    } else if (needs_mark) {
        return std::nullopt;
    }
    return style.short_too ? std::optional(judged(text.substr(0, short_end), number(year),
                                                  number(month), std::nullopt))
                           : std::nullopt;
}

}  // namespace

std::optional<WrittenDay> written_day_at(std::string_view text) {
    for (const Style& style : styles) {
        if (auto day = in_style(text, style)) {
            return day;
        }
    }
    return std::nullopt;
}

}  // namespace benniu::method
