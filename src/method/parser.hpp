// From a published method's text to its syntax: articles and statements. Every mistake is a
// finding; after one the parser goes on with the next statement.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "method/syntax.hpp"

namespace benniu::method {

struct Parsed {
    Document document;
    Findings findings;
    bool is_whole =
        true;  // false when the text is too large, or no text, and was not read to its end
};

[[nodiscard]] Parsed parse(std::string_view markdown, const std::string& file);

}  // namespace benniu::method
