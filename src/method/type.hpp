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
    std::string domain;   // of a text: "unit", "group", "stage", "verdict", or "" for free words
    bool may_be_missing = false;
    bool never_zero = false;
    bool is_rounded = false;  // some rounding lies on the way to it
};

struct Checked {
    indicators::ExpressionPtr formula;
    Type type;
};

// "number", "money (万元)", "date", "text", "yes or no"; key of a word in i18n is `type.<name>`.
[[nodiscard]] std::string name_of(const Type& type);

}  // namespace benniu::method
