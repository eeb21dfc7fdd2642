// The target of a request, read strictly: what is not percent-encoded UTF-8 without control letters
// is refused, so that every word further right is a word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace benniu::http {

struct Target {
    std::vector<std::string> segments;  // "/api/东港镇" is {"api", "东港镇"}; "/" is {""}
    std::vector<std::pair<std::string, std::string>> query;

    // The value of the first parameter of this name.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

// Errors: bad-url, url-too-long.
[[nodiscard]] Result<Target> read_target(std::string_view text);

}  // namespace benniu::http
