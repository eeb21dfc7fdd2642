#include "method/pieces.hpp"

#include <algorithm>
#include <array>

#include "method/built_in.hpp"
#include "method/letters.hpp"

namespace benniu::method {

namespace {

// `count` letters of a line, from the letter at `position` on.
std::string letters(std::string_view line, int position, std::size_t count) {
    std::size_t at = 0;
    for (int i = 1; i < position && at < line.size(); ++i) {
        at += letter_at(line, at).size();
    }
    const std::size_t begin = at;
    for (std::size_t i = 0; i < count && at < line.size(); ++i) {
        at += letter_at(line, at).size();
    }
    return std::string(line.substr(begin, at - begin));
}

std::size_t letters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += letter_at(text, at).size()) {
        ++count;
    }
    return count;
}

std::string printed(const Token& token, std::string_view line) {
    switch (token.kind) {
        case TokenKind::comment: {
            std::string comment = letters(line, token.position, line.size());
            while (comment.ends_with(' ') || comment.ends_with('\t') || comment.ends_with('\r')) {
                comment.pop_back();
            }
            return comment.replace(0, letter_at(comment, 0).size(), "#");
        }
        case TokenKind::text: {
            const std::string inside = letters(line, token.position + 1, letters_in(token.word));
            const bool has_quote = token.word.find('"') != std::string::npos;
            return has_quote ? "“" + inside + "”" : "\"" + inside + "\"";
        }
        default:
            return token.word + token.measure;
    }
}

bool is_operator_word(const Piece& piece) {
    return piece.kind == TokenKind::name && piece.text != "awards" &&
           std::find(operator_words.begin(), operator_words.end(), piece.text) !=
               operator_words.end();
}

// Whether a value ends with this piece, so that a minus behind it takes something from it.
bool ends_value(const Piece& piece) {
    if (piece.kind == TokenKind::sign) {
        return piece.is_sign(")") || piece.is_sign("]") || piece.is_sign("}");
    }
    return !is_operator_word(piece) || piece.is_word("blank");
}

bool is_spaced(std::span<const Piece> pieces, std::size_t index) {
    const Piece& before = pieces[index - 1];
    const Piece& here = pieces[index];
    const bool in_check_name = pieces[0].is_word("rejects");
    if (in_check_name && (here.is_sign("-") || before.is_sign("-"))) {
        return false;
    }
    for (const char* sign : {")", "]", ",", ";", ":", ".", "["}) {
        if (here.is_sign(sign)) {
            return false;
        }
    }
    if (before.is_sign("(") || before.is_sign("[") || before.is_sign(".")) {
        return false;
    }
    if (before.is_sign("-")) {
        return index >= 2 && ends_value(pieces[index - 2]);
    }
    return !here.is_sign("(") || before.kind != TokenKind::name || is_operator_word(before);
}

}  // namespace

std::vector<Piece> pieces_of(std::span<const Token> tokens, std::span<const std::string> lines) {
    std::vector<Piece> pieces;
    for (const Token& token : tokens) {
        const std::string& line = lines[static_cast<std::size_t>(token.line) - 1];
        pieces.push_back({printed(token, line), token.kind, token.line});
        const std::size_t last = pieces.size() - 1;
        pieces.back().space_before = last > 0 && is_spaced(pieces, last);
    }
    return pieces;
}

std::string flat(Pieces pieces) {
    std::string text;
    for (const Piece& piece : pieces) {
        text += (piece.space_before && !text.empty() ? " " : "") + piece.text;
    }
    return text;
}

std::size_t closing(Pieces pieces, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t i = open; i < pieces.size(); ++i) {
        if (pieces[i].opens()) {
            ++depth;
        } else if (pieces[i].closes() && --depth == 0) {
            return i;
        }
    }
    return pieces.size();
}

bool is_open(Pieces pieces, std::size_t brace) {
    const std::size_t end = closing(pieces, brace);
    const bool opened = brace + 1 < end && pieces[brace + 1].line > pieces[brace].line;
    return opened || std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(brace),
                                 pieces.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const Piece& each) { return each.kind == TokenKind::comment; });
}

bool is_on_one_line(Pieces pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].is_sign("{") && is_open(pieces, i)) {
            return false;
        }
    }
    return true;
}

Binding binding_at(Pieces pieces, std::size_t index) {
    struct Known {
        std::string_view text;
        Binding binding;
    };
    constexpr std::array<Known, 16> signs_and_words = {{{",", Binding::list},
                                                        {"over", Binding::domain},
                                                        {"where", Binding::condition},
                                                        {"else", Binding::otherwise},
                                                        {"or", Binding::either},
                                                        {"and", Binding::both},
                                                        {"=", Binding::comparison},
                                                        {"!=", Binding::comparison},
                                                        {"<", Binding::comparison},
                                                        {"<=", Binding::comparison},
                                                        {">", Binding::comparison},
                                                        {">=", Binding::comparison},
                                                        {"in", Binding::comparison},
                                                        {"+", Binding::sum},
                                                        {"*", Binding::product},
                                                        {"/", Binding::product}}};
    const Piece& piece = pieces[index];
    if (piece.kind != TokenKind::sign && piece.kind != TokenKind::name) {
        return Binding::none;
    }
    if (piece.is_sign("-")) {
        return index > 0 && ends_value(pieces[index - 1]) ? Binding::sum : Binding::none;
    }
    const auto* const known =
        std::find_if(signs_and_words.begin(), signs_and_words.end(),
                     [&](const Known& each) { return each.text == piece.text; });
    return known == signs_and_words.end() ? Binding::none : known->binding;
}

}  // namespace benniu::method
