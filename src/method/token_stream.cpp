#include "method/token_stream.hpp"

#include <algorithm>
#include <array>

#include "base/decimal.hpp"
#include "base/limits.hpp"
#include "base/writing.hpp"
#include "method/built_in.hpp"

namespace benniu::method {

namespace {

// Words that go on with a formula: behind them `rank` was one.
constexpr std::array<std::string_view, 10> going_on = {"and",  "or",    "in",    "is",   "else",
                                                       "ties", "shown", "round", "when", "from"};

constexpr int whole_number_max = 1'000'000;

bool is_one_of(std::string_view word, const auto& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

Word word_of(const Token& token) {
    return {token.word, token.line, token.position};
}

TokenStream::TokenStream(std::vector<Token> tokens, Place place, Findings& findings)
    : tokens_(std::move(tokens)), place_(std::move(place)), findings_(&findings) {
    std::erase_if(tokens_, [](const Token& token) { return token.kind == TokenKind::comment; });
}

const Token& TokenStream::peek(std::size_t ahead) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool TokenStream::is_sign(std::string_view sign, std::size_t ahead) const {
    return peek(ahead).kind == TokenKind::sign && peek(ahead).word == sign;
}

bool TokenStream::is_word(std::string_view word, std::size_t ahead) const {
    return peek(ahead).kind == TokenKind::name && peek(ahead).word == word;
}

bool TokenStream::at_statement() const {
    const Token& token = peek();
    if (!token.starts_line || token.kind != TokenKind::name ||
        !is_one_of(token.word, statement_words)) {
        return false;
    }
    const Token& next = peek(1);
    if (token.word == "period") {
        return !is_sign(".", 1);
    }
    return token.word != "rank" ||
           (next.kind != TokenKind::sign && !is_one_of(next.word, going_on));
}

bool TokenStream::at_row() const {
    const std::size_t ahead = peek(1).kind == TokenKind::text ? 2 : 1;
    return is_sign("=", ahead) || is_sign(";", ahead) || is_sign(":", ahead) ||
           is_sign("}", ahead) || is_sign(",", ahead) || is_word("shown", ahead);
}

Token TokenStream::take() {
    Token token = peek();
    at_ = std::min(at_ + 1, tokens_.size() - 1);
    return token;
}

bool TokenStream::accept_sign(std::string_view sign) {
    const bool found = is_sign(sign);
    if (found) {
        take();
    }
    return found;
}

bool TokenStream::accept_word(std::string_view word) {
    const bool found = is_word(word);
    if (found) {
        take();
    }
    return found;
}

void TokenStream::expect_sign(std::string_view sign) {
    if (!accept_sign(sign)) {
        mistake("expected-sign", {{"wanted", std::string(sign)}});
    }
}

void TokenStream::expect_word(std::string_view word) {
    if (!accept_word(word)) {
        mistake("expected-word", {{"wanted", std::string(word)}});
    }
}

Word TokenStream::expect_name() {
    if (peek().kind != TokenKind::name || (at_statement() && !at_row())) {
        mistake("expected-name");
    }
    return word_of(take());
}

Date TokenStream::expect_date() {
    const auto date = peek().kind == TokenKind::date ? Date::parse(peek().word) : std::nullopt;
    if (!date) {
        mistake("expected-date");
    }
    take();
    return *date;
}

int TokenStream::expect_whole_number() {
    const auto number = peek().kind == TokenKind::number && peek().measure.empty()
                            ? Decimal::parse(peek().word)
                            : failure("not-a-number");
    if (!number || number->places() != 0 || number->mantissa() > whole_number_max) {
        mistake("expected-whole-number", {{"limit", std::to_string(whole_number_max)}});
    }
    take();
    return static_cast<int>(number->mantissa());
}

// What is missing at the end of a statement is told there, not on the next one.
void TokenStream::mistake(const std::string& code, Words words) {
    if (at_ == 0 || (!at_end() && !at_statement())) {
        mistake_at(word_of(peek()), code, std::move(words));
    }
    const Token& last = tokens_[at_ - 1];
    const std::size_t quotes = last.kind == TokenKind::text ? 2 : 0;
    const std::size_t length = letters_in(last.word) + letters_in(last.measure) + quotes;
    mistake_at({"", last.line, last.position + static_cast<int>(length)}, code, std::move(words));
}

void TokenStream::mistake_at(const Word& place, const std::string& code, Words words) {
    Finding finding{.code = code, .place = place_, .words = std::move(words)};
    finding.place.line = place.line;
    finding.place.position = place.position;
    finding.value = shortened(place.text, limits::shown_value_bytes);
    findings_->push_back(std::move(finding));
    throw SyntaxMistake{};
}

void TokenStream::skip_from(const Token& start) {
    const auto is_start = [&] {
        return peek().line == start.line && peek().position == start.position;
    };
    while (!at_end() && (is_start() || !at_statement() || at_row())) {
        take();
    }
}

}  // namespace benniu::method
