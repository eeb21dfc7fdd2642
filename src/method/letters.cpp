#include "method/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace benniu::method {

namespace {

// Ranges of Unicode that names are made of, in order.
constexpr std::array<std::pair<char32_t, char32_t>, 22> name_letters = {{
    {'0', '9'},         {'A', 'Z'},         {'_', '_'},       {'a', 'z'},       {0x00C0, 0x00D6},
    {0x00D8, 0x00F6},   {0x00F8, 0x024F},   {0x0370, 0x058F}, {0x2160, 0x2188}, {0x2460, 0x249B},
    {0x3005, 0x3007},   {0x3021, 0x3029},   {0x3041, 0x3096}, {0x30A1, 0x30FA}, {0x30FC, 0x30FF},
    {0x3105, 0x312F},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0x20000, 0x2FFFF}, {0x30000, 0x3FFFF},
}};

char32_t code_of(std::string_view letter) {
    const auto first = static_cast<unsigned char>(letter.front());
    char32_t code = letter.size() == 1 ? first : first & (0xFFU >> (letter.size() + 1));
    for (const char next : letter.substr(1)) {
        code = (code << 6U) | (static_cast<unsigned char>(next) & 0x3FU);
    }
    return code;
}

}  // namespace

std::string_view letter_at(std::string_view text, std::size_t at) {
    std::size_t bytes = 1;
    while (at + bytes < text.size() &&
           (static_cast<unsigned char>(text[at + bytes]) & 0xC0U) == 0x80U) {
        ++bytes;
    }
    return text.substr(at, bytes);
}

bool is_name_letter(std::string_view letter) {
    const char32_t code = code_of(letter);
    return std::any_of(name_letters.begin(), name_letters.end(), [code](const auto& range) {
        return range.first <= code && code <= range.second;
    });
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

}  // namespace benniu::method
