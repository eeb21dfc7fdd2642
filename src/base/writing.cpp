#include "base/writing.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace benniu {

namespace {

struct Letter {
    char32_t code = 0;
    std::size_t bytes = 1;
};

// The letter at the front of `text`; nothing when the bytes are not UTF-8.
std::optional<Letter> front_letter(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        return Letter{first, 1};
    }
    const std::size_t bytes = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes) {
        return std::nullopt;
    }
    char32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return std::nullopt;
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF) {
        return std::nullopt;
    }
    return Letter{code, bytes};
}

// Broken bytes are taken one by one, so that every function here ends on any input.
Letter next_letter(std::string_view text) {
    return front_letter(text).value_or(Letter{0xFFFD, 1});
}

bool is_space(char32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x3000 ||
           code == 0xFEFF || (code >= 0x2000 && code <= 0x200B);
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    while (!text.empty()) {
        const Letter letter = next_letter(text);
        letters += letter.code;
        text.remove_prefix(letter.bytes);
    }
    return letters;
}

std::size_t edits_between(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string half_width(std::string_view text) {
    std::string narrow;
    narrow.reserve(text.size());
    while (!text.empty()) {
        const Letter letter = next_letter(text);
        if (letter.code >= 0xFF01 && letter.code <= 0xFF5E) {
            narrow += static_cast<char>(letter.code - 0xFF01 + '!');
        } else if (letter.code == 0x3000) {
            narrow += ' ';
        } else {
            narrow += text.substr(0, letter.bytes);
        }
        text.remove_prefix(letter.bytes);
    }
    return narrow;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const Letter letter = next_letter(text);
        if (!is_space(letter.code)) {
            break;
        }
        text.remove_prefix(letter.bytes);
    }
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = next_letter(text.substr(at));
        at += letter.bytes;
        end = is_space(letter.code) ? end : at;
    }
    return text.substr(0, end);
}

std::string tidied(std::string_view text) {
    return half_width(trimmed(text));
}

std::string without_spaces(std::string_view text) {
    std::string dense;
    while (!text.empty()) {
        const Letter letter = next_letter(text);
        if (!is_space(letter.code)) {
            dense += text.substr(0, letter.bytes);
        }
        text.remove_prefix(letter.bytes);
    }
    return dense;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return parts;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto letter = front_letter(text);
        if (!letter) {
            return false;
        }
        text.remove_prefix(letter->bytes);
    }
    return true;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return std::string(text);
    }
    std::size_t end = 0;
    while (end + next_letter(text.substr(end)).bytes <= bytes) {
        end += next_letter(text.substr(end)).bytes;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (const char32_t code : letters_of(text)) {
        const bool wide =
            (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
            (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
            (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
            (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x1F300 && code <= 0x1FAFF) ||
            (code >= 0x20000 && code <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::u32string wanted = letters_of(word);
    std::size_t fewest = std::max<std::size_t>(1, wanted.size() / 2) + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t edits = edits_between(wanted, letters_of(candidate));
        if (edits < fewest) {
            fewest = edits;
            found = candidate;
        }
    }
    return found;
}

}  // namespace benniu
