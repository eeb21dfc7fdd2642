// The words and signs of a method's blocks. Full-width signs are read as their half-width twins, so
// that a clerk need not switch the keyboard. Read by parser.cpp and format.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::method {

enum class TokenKind { name, number, date, text, sign, comment, end };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string word;     // a name, the digits of a number, the inside of a text, a sign
    std::string measure;  // behind a number: 亿元, 万元, 元, 亩, 天, %, or 万元/亩
    int line = 0;         // in the method's file, from 1
    int position = 0;     // in letters, from 1
    bool starts_line = false;
};

// Cuts one block's text, well-formed UTF-8, into tokens, comments among them, ended by an `end`
// token. `start` is the file, article and line at which the block's text begins. Findings:
// bad-character, unclosed-text, name-too-long, unknown-measure, no-such-day, date-not-plain.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, const Place& start,
                                           Findings& findings);

}  // namespace benniu::method
