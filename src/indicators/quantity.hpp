// What an expression of a method can yield for one unit or one entry. Texts are views of the county
// snapshot or of the method, which both outlive every evaluation.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.hpp"
#include "base/rational.hpp"
#include "model/value.hpp"

namespace benniu::indicators {

// 缺项: no such thing to measure, as a ratio whose divisor is 0 or a field left blank.
struct Missing {
    friend auto operator<=>(const Missing&, const Missing&) = default;
};

// Numbers are in 万元, 亩, days or plain, as the checker has proved; `double` has no place here.
using Quantity = std::variant<Missing, bool, Rational, Date, std::string_view>;

[[nodiscard]] inline bool is_missing(const Quantity& quantity) {
    return std::holds_alternative<Missing>(quantity);
}

[[nodiscard]] inline bool is_true(const Quantity& quantity) {
    const auto* const truth = std::get_if<bool>(&quantity);
    return truth != nullptr && *truth;
}

[[nodiscard]] Quantity quantity_of(const model::Value& value);

// Exact, for goldens and explanations: "12775/1000" is "12.775", a third stays "1/3".
[[nodiscard]] std::string to_text(const Quantity& quantity);
[[nodiscard]] std::string to_text(const Rational& number);

}  // namespace benniu::indicators
