#include "method/token_stream.hpp"

#include <algorithm>
#include <array>

#include "base/decimal.hpp"
#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu::method {

namespace {

constexpr std::array<std::string_view, 16> statement_words = {
    "method",  "units", "stages", "rejects", "period", "let",   "table",     "define",
    "measure", "item",  "blend",  "veto",    "rank",   "award", "procedure", "publish"};

std::string_view name_of(TokenKind kind) {
    constexpr std::array<std::string_view, 7> names = {"name", "number",  "date", "text",
                                                       "sign", "comment", "end"};
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace

TokenStream::TokenStream(std::vector<Token> tokens, std::string file, std::string article,
                         Findings& findings)
    : tokens_(std::move(tokens)),
      file_(std::move(file)),
      article_(std::move(article)),
      findings_(&findings) {
    bool starts_line = false;
    for (Token& token : tokens_) {
        token.starts_line = token.starts_line || starts_line;
        starts_line = token.kind == TokenKind::comment && token.starts_line;
    }
    std::erase_if(tokens_, [](const Token& token) { return token.kind == TokenKind::comment; });
}

const Token& TokenStream::peek(std::size_t ahead) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool TokenStream::is_sign(std::string_view sign) const {
    return peek().kind == TokenKind::sign && peek().word == sign;
}

bool TokenStream::is_word(std::string_view word) const {
    return peek().kind == TokenKind::name && peek().word == word;
}

bool TokenStream::at_statement() const {
    return peek().starts_line && peek().kind == TokenKind::name &&
           std::find(statement_words.begin(), statement_words.end(), peek().word) !=
               statement_words.end();
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
        mistake("expected", {{"wanted", std::string(sign)}});
    }
}

void TokenStream::expect_word(std::string_view word) {
    if (!accept_word(word)) {
        mistake("expected", {{"wanted", std::string(word)}});
    }
}

Token TokenStream::expect(TokenKind kind) {
    if (peek().kind != kind) {
        mistake("expected-kind", {{"wanted", std::string(name_of(kind))}});
    }
    return take();
}

Date TokenStream::expect_date() {
    const auto date = peek().kind == TokenKind::date ? Date::parse(peek().word) : std::nullopt;
    if (!date) {
        mistake("expected-kind", {{"wanted", "date"}});
    }
    take();
    return *date;
}

int TokenStream::expect_whole_number() {
    const auto number = peek().kind == TokenKind::number && peek().measure.empty()
                            ? Decimal::parse(peek().word)
                            : failure("not-a-number");
    if (!number || number->places() != 0 || number->mantissa() > 1'000'000) {
        mistake("expected-kind", {{"wanted", "whole-number"}});
    }
    take();
    return static_cast<int>(number->mantissa());
}

void TokenStream::mistake(const std::string& code, Words words) {
    Finding finding{.code = code, .words = std::move(words)};
    finding.place.file = file_;
    finding.place.article = article_;
    finding.place.line = peek().line;
    finding.place.position = peek().position;
    finding.value = shortened(peek().word, limits::shown_value_bytes);
    findings_->push_back(std::move(finding));
    throw SyntaxMistake{};
}

void TokenStream::skip_to_statement() {
    do {
        take();
    } while (!at_end() && !at_statement());
}

}  // namespace benniu::method
