#include "intake/cell_value.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

namespace benniu::intake {

namespace {

constexpr std::size_t digits_max = 15;  // Excel keeps no more
constexpr int point_max = 310;          // its largest number has 308 digits
constexpr int last_day_of_9999 = 2'932'896;

// 0.`digits` × 10^`point`; the first and the last digit are not 0.
struct Scientific {
    bool is_negative = false;
    std::string digits;
    int point = 0;
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// The sign at the front of `text`, taken away.
std::pair<bool, std::string_view> without_sign(std::string_view text) {
    const bool has_sign = !text.empty() && (text.front() == '-' || text.front() == '+');
    return {has_sign && text.front() == '-', has_sign ? text.substr(1) : text};
}

// Of the text behind the letter E; far beyond any number when it is long.
std::optional<int> exponent_of(std::string_view text) {
    const auto [is_negative, digits] = without_sign(text);
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return std::nullopt;
    }
    int exponent = 0;
    const std::string_view front = digits.substr(0, 6);
    std::from_chars(front.data(), front.data() + front.size(), exponent);
    return is_negative ? -exponent : exponent;
}

// Digits and at most one point, without sign and exponent.
std::optional<Scientific> without_exponent(std::string_view text) {
    const std::string_view whole = text.substr(0, text.find('.'));
    std::string digits(whole);
    if (whole.size() < text.size()) {
        digits += text.substr(whole.size() + 1);
    }
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return std::nullopt;
    }
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    return Scientific{.digits = digits.substr(zeros),
                      .point = static_cast<int>(whole.size()) - static_cast<int>(zeros)};
}

std::optional<Scientific> scientific(std::string_view text) {
    const auto [is_negative, rest] = without_sign(text);
    const std::size_t mark = rest.find_first_of("eE");
    auto number = without_exponent(rest.substr(0, mark));
    const auto exponent =
        mark == std::string_view::npos ? std::optional(0) : exponent_of(rest.substr(mark + 1));
    if (!number || !exponent) {
        return std::nullopt;
    }
    number->is_negative = is_negative;
    number->point += *exponent;
    return number;
}

void round_to_kept_digits(Scientific& number) {
    std::string& digits = number.digits;
    if (digits.size() > digits_max) {
        const bool is_up = digits[digits_max] >= '5';
        digits.resize(digits_max);
        if (is_up) {
            while (!digits.empty() && digits.back() == '9') {
                digits.pop_back();
            }
            if (digits.empty()) {
                digits = "1";
                ++number.point;
            } else {
                ++digits.back();
            }
        }
    }
    digits.erase(digits.find_last_not_of('0') + 1);
}

std::string written(const Scientific& number) {
    const std::string& digits = number.digits;
    if (digits.empty()) {
        return "0";
    }
    const std::string sign = number.is_negative ? "-" : "";
    if (number.point <= 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-number.point), '0') + digits;
    }
    const auto whole = static_cast<std::size_t>(number.point);
    if (whole >= digits.size()) {
        return sign + digits + std::string(whole - digits.size(), '0');
    }
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace

std::optional<std::string> plain_number(std::string_view text) {
    auto number = scientific(text);
    if (!number) {
        return std::nullopt;
    }
    round_to_kept_digits(*number);
    if (!number->digits.empty() && std::abs(number->point) > point_max) {
        return std::nullopt;
    }
    return written(*number);
}

std::optional<Day> day_of(std::string_view number, Calendar calendar) {
    std::int32_t serial = 0;
    const std::string_view whole = number.substr(0, number.find('.'));
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), serial);
    const bool is_1900 = calendar == Calendar::from_1900;
    const bool is_time_only = is_1900 && serial == 0;
    if (error != std::errc{} || number.starts_with('-') || is_time_only) {
        return std::nullopt;
    }
    // Excel keeps a day that never was, for the sake of an older program's error.
    if (is_1900 && serial == 60) {
        return Day{std::nullopt, "1900-02-29"};
    }
    constexpr std::int32_t day_before_1900 = -25'568;  // 1899-12-31
    constexpr std::int32_t first_of_1904 = -24'107;    // 1904-01-01
    const std::int32_t origin = !is_1900      ? first_of_1904
                                : serial < 60 ? day_before_1900
                                              : day_before_1900 - 1;
    if (serial > last_day_of_9999 - origin) {
        return std::nullopt;
    }
    const Date date = Date::from_days(origin + serial);
    const std::string text = date.to_string();
    return Day{Date::parse(text), text};  // parse knows which years a Date may have
}

}  // namespace benniu::intake
