// A statement's tokens as the formatter prints them, and how they stand beside each other. Made by
// format.cpp, laid out by layout.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "method/token.hpp"

namespace benniu::method {

struct Piece {
    std::string text;  // as printed
    TokenKind kind = TokenKind::name;
    int line = 0;
    bool space_before = false;  // when it follows another on its line

    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return kind == TokenKind::sign && text == sign;
    }
    [[nodiscard]] bool is_word(std::string_view word) const {
        return kind == TokenKind::name && text == word;
    }
    [[nodiscard]] bool opens() const { return is_sign("(") || is_sign("[") || is_sign("{"); }
    [[nodiscard]] bool closes() const { return is_sign(")") || is_sign("]") || is_sign("}"); }
};

using Pieces = std::span<const Piece>;

// The tokens of one statement; texts and comments as `lines` have them, the block's own lines, the
// first of them line 1.
[[nodiscard]] std::vector<Piece> pieces_of(std::span<const Token> tokens,
                                           std::span<const std::string> lines);

// All on one line.
[[nodiscard]] std::string flat(Pieces pieces);
// The index of the bracket that closes the one at `open`.
[[nodiscard]] std::size_t closing(Pieces pieces, std::size_t open);

// Whether the braces at `brace` stay open: where the author opened them, or a comment stands in
// them.
[[nodiscard]] bool is_open(Pieces pieces, std::size_t brace);
[[nodiscard]] bool is_on_one_line(Pieces pieces);

// How loosely a piece binds what stands on its two sides: the loosest is broken at first.
enum class Binding {
    list,
    condition,
    domain,
    otherwise,
    either,
    both,
    comparison,
    sum,
    product,
    none
};

// Of the piece at `index`; `none` for what is no operator there.
[[nodiscard]] Binding binding_at(Pieces pieces, std::size_t index);

}  // namespace benniu::method
