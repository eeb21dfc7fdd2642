// The tokens of one block as the parser walks over them, and the findings it makes on the way.
// After a mistake the parser skips to the next statement, so that one slip hides no other.
#pragma once

#include <initializer_list>

#include "method/syntax.hpp"

namespace benniu::method {

// Thrown inside the parser only, to leave a statement at its first mistake.
struct SyntaxMistake {};

class TokenStream {
  public:
    // `findings` must outlive the stream. Comments are left out.
    TokenStream(std::vector<Token> tokens, std::string file, std::string article,
                Findings& findings);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
    [[nodiscard]] bool is_sign(std::string_view sign) const;
    [[nodiscard]] bool is_word(std::string_view word) const;
    // Whether a statement begins here: one of the language's statement words, first on its line.
    [[nodiscard]] bool at_statement() const;

    Token take();
    bool accept_sign(std::string_view sign);
    bool accept_word(std::string_view word);
    void expect_sign(std::string_view sign);
    void expect_word(std::string_view word);
    Token expect(TokenKind kind);
    std::string expect_name() { return expect(TokenKind::name).word; }
    Date expect_date();
    int expect_whole_number();

    // Reports `code` at the token ahead and leaves the statement.
    [[noreturn]] void mistake(const std::string& code, Words words = {});
    void skip_to_statement();

  private:
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::string file_;
    std::string article_;
    Findings* findings_;
};

}  // namespace benniu::method
