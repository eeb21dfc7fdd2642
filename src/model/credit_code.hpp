// The check digit of the 统一社会信用代码 (GB 32100—2015): 18 letters, the last of which closes a
// weighted sum of the first 17. The organisation's own check letter inside is not looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace benniu::model {

// The 18th letter that belongs to the first 17 of `code`; nothing when there are fewer or one of
// them is not in the standard's alphabet.
[[nodiscard]] std::optional<char> check_digit(std::string_view code);

// 18 letters of the alphabet, the last of them right.
[[nodiscard]] bool is_credit_code(std::string_view code);

// The code as it would be right: its first 17 letters with their check digit, or the standard's
// example when they cannot be read.
[[nodiscard]] std::string right_credit_code(std::string_view code);

}  // namespace benniu::model
