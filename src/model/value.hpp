// What one field of an entry can hold. Facts store the tagged text of a value, so that a fact can
// be read without the definitions that were in force when it was written.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/date.hpp"
#include "base/decimal.hpp"

namespace benniu::model {

struct Blank {
    friend auto operator<=>(const Blank&, const Blank&) = default;
};

// A unit's stable name: the one under which the county first registered it. A renamed unit keeps
// it.
struct UnitId {
    std::string name;
    friend auto operator<=>(const UnitId&, const UnitId&) = default;
};

// A place on the map as GeoJSON geometry; its datum is CGCS2000.
struct Shape {
    std::string geojson;
    friend auto operator<=>(const Shape&, const Shape&) = default;
};

using Value = std::variant<Blank, bool, Decimal, Date, Month, UnitId, std::string, Shape>;

[[nodiscard]] inline bool is_blank(const Value& value) {
    return std::holds_alternative<Blank>(value);
}

// Persisted: "n:12.5", "d:2021-09-30", "m:2021-11", "u:东港镇", "t:words", "b:yes", "g:{…}", "-".
[[nodiscard]] std::string tagged_text(const Value& value);
// Error: bad-value.
[[nodiscard]] Result<Value> parse_tagged(std::string_view text);

// Without the tag; blank is "", a truth is "yes" or "no".
[[nodiscard]] std::string plain_text(const Value& value);

}  // namespace benniu::model
