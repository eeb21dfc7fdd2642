// The letters of the method language, one by one: which of them names are made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace benniu::method {

// The letter of well-formed UTF-8 that begins at byte `at`.
[[nodiscard]] std::string_view letter_at(std::string_view text, std::size_t at);

// Latin, Greek, Cyrillic, Han, kana and hangul letters, digits, the low line, and numerals such as
// Ⅱ and ②. Signs that look like one (−, “, →) are none.
[[nodiscard]] bool is_name_letter(std::string_view letter);

[[nodiscard]] bool is_digit(char letter);

}  // namespace benniu::method
