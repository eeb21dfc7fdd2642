#include "model/value.hpp"

#include <optional>

namespace benniu::model {

namespace {

template <typename... Cases>
struct Visitor : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Visitor(Cases...) -> Visitor<Cases...>;

std::optional<Value> parse_body(char tag, std::string_view body) {
    switch (tag) {
        case 'n':
            if (const auto number = Decimal::parse(body)) {
                return *number;
            }
            return std::nullopt;
        case 'd':
            if (const auto date = Date::parse(body)) {
                return *date;
            }
            return std::nullopt;
        case 'm':
            if (const auto month = Month::parse(body)) {
                return *month;
            }
            return std::nullopt;
        case 'b':
            return body == "yes" || body == "no" ? std::optional<Value>(body == "yes")
                                                 : std::nullopt;
        case 'u':
            return UnitId{std::string(body)};
        case 't':
            return std::string(body);
        case 'g':
            return Shape{std::string(body)};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string tagged_text(const Value& value) {
    constexpr std::string_view tags = "-bndmutg";  // in the order of the variant's alternatives
    if (is_blank(value)) {
        return "-";
    }
    return std::string(1, tags[value.index()]) + ":" + plain_text(value);
}

Result<Value> parse_tagged(std::string_view text) {
    if (text == "-") {
        return Blank{};
    }
    if (text.size() >= 2 && text[1] == ':') {
        if (auto value = parse_body(text[0], text.substr(2))) {
            return *std::move(value);
        }
    }
    return failure("bad-value", {{"value", std::string(text.substr(0, 80))}});
}

std::string plain_text(const Value& value) {
    return std::visit(Visitor{
                          [](const Blank&) { return std::string(); },
                          [](bool yes) { return std::string(yes ? "yes" : "no"); },
                          [](const Decimal& number) { return number.to_plain_string(); },
                          [](const Date& date) { return date.to_string(); },
                          [](const Month& month) { return month.to_string(); },
                          [](const UnitId& unit) { return unit.name; },
                          [](const std::string& text) { return text; },
                          [](const Shape& shape) { return shape.geojson; },
                      },
                      value);
}

}  // namespace benniu::model
