#include "indicators/quantity.hpp"

namespace benniu::indicators {

namespace {

struct FromValue {
    Quantity operator()(const model::Blank&) const { return Missing{}; }
    Quantity operator()(bool yes) const { return yes; }
    Quantity operator()(const Decimal& number) const { return Rational(number); }
    Quantity operator()(const Date& date) const { return date; }
    // A month is its first day: months compare and are counted apart all the same.
    Quantity operator()(const Month& month) const { return month.first(); }
    Quantity operator()(const model::UnitId& unit) const { return std::string_view(unit.name); }
    Quantity operator()(const std::string& text) const { return std::string_view(text); }
    Quantity operator()(const model::Shape&) const { return Missing{}; }
};

}  // namespace

Quantity quantity_of(const model::Value& value) {
    return std::visit(FromValue{}, value);
}

std::string to_text(const Rational& number) {
    const auto decimal = number.rounded(Decimal::places_max, Rounding::half_up);
    return decimal && Rational(*decimal) == number ? decimal->to_plain_string()
                                                   : number.to_string();
}

std::string to_text(const Quantity& quantity) {
    if (const auto* const truth = std::get_if<bool>(&quantity)) {
        return *truth ? "yes" : "no";
    }
    if (const auto* const number = std::get_if<Rational>(&quantity)) {
        return to_text(*number);
    }
    if (const auto* const date = std::get_if<Date>(&quantity)) {
        return date->to_string();
    }
    if (const auto* const text = std::get_if<std::string_view>(&quantity)) {
        return std::string(*text);
    }
    return "missing";
}

}  // namespace benniu::indicators
