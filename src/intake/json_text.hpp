// JSON with its numbers as they are written. A coordinate that becomes a fact keeps every digit,
// so no number here is ever a double. Fed by map files; read by geojson.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace benniu::intake {

struct JsonValue {
    enum class Kind { null, boolean, number, text, array, object };

    Kind kind = Kind::null;
    std::string name;  // of a member of an object
    std::string text;  // of a text or number, and "true" or "false"
    std::vector<JsonValue> items;

    // A null value when there is none.
    [[nodiscard]] const JsonValue& member(std::string_view wanted) const;
};

// Errors: bad-json with its line; map-too-large.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text);

}  // namespace benniu::intake
