// What the checker knows about a formula without carrying it out.
#pragma once

#include <string>

#include "indicators/expression.hpp"
#include "method/measure_words.hpp"

namespace benniu::method {

enum class Base { any, number, truth, date, text };

struct Type {
    Base base = Base::any;
    Dimension dimension;  // of a number
    // Of a text: "unit", "group", "stage", "verdict", or "" for free words. Of a date: "day" or
    // "month".
    std::string domain;
    bool may_be_missing = false;
    bool never_zero = false;
    bool is_rounded = false;  // some rounding lies on the way to it

    friend bool operator==(const Type&, const Type&) = default;
};

struct Checked {
    indicators::ExpressionPtr formula;
    Type type;
};

// "万元" of an amount; otherwise the key of a word in i18n: "type.number", "type.truth",
// "type.day".
[[nodiscard]] std::string name_of(const Type& type);
// One text for each type, for telling variants apart.
[[nodiscard]] std::string key_of(const Type& type);

}  // namespace benniu::method
