// The units of measure that a number in a method may carry, and their dimensions. Part of the
// language, as its keywords are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rational.hpp"

namespace benniu::method {

// What a number counts: money, land, days, or nothing (all zero). 万元/亩 is money 1, land -1.
struct Dimension {
    int money = 0;
    int area = 0;
    int days = 0;

    friend Dimension operator+(Dimension a, Dimension b) {
        return {a.money + b.money, a.area + b.area, a.days + b.days};
    }
    friend Dimension operator-(Dimension a, Dimension b) {
        return {a.money - b.money, a.area - b.area, a.days - b.days};
    }
    friend bool operator==(const Dimension&, const Dimension&) = default;
};

struct MeasureWord {
    Rational factor;  // into 万元, 亩, days or the plain number
    Dimension dimension;
};

// The measure word that `text` begins with, or "".
[[nodiscard]] std::string measure_word_at(std::string_view text);
// "亿元", "%", "万元/亩"; nothing for an unknown word.
[[nodiscard]] std::optional<MeasureWord> measure_word(std::string_view word);
// "万元", "万元/亩", "" for a plain number.
[[nodiscard]] std::string name_of(Dimension dimension);

}  // namespace benniu::method
