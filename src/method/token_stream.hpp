// The tokens of one block as the parser walks over them, and the findings it makes on the way.
// After a mistake the parser skips to the next statement, so that one slip hides no other.
#pragma once

#include "method/syntax.hpp"

namespace benniu::method {

// Thrown inside the parser only, to leave a statement at its first mistake.
struct SyntaxMistake {};

[[nodiscard]] Word word_of(const Token& token);

class TokenStream {
  public:
    // `place` is the block's file and article; `findings` must outlive the stream. Comments are
    // left out.
    TokenStream(std::vector<Token> tokens, Place place, Findings& findings);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
    [[nodiscard]] bool is_sign(std::string_view sign, std::size_t ahead = 0) const;
    [[nodiscard]] bool is_word(std::string_view word, std::size_t ahead = 0) const;
    // Whether a statement begins here: one of the language's statement words, first on its line,
    // and no formula goes on, as with `rank <= 3` or `period.last`.
    [[nodiscard]] bool at_statement() const;
    // Whether a row of a publication or table is called like a statement: veto "一票否决" = vetoed
    [[nodiscard]] bool at_row() const;

    Token take();
    bool accept_sign(std::string_view sign);
    bool accept_word(std::string_view word);
    void expect_sign(std::string_view sign);
    void expect_word(std::string_view word);
    Word expect_name();
    Date expect_date();
    int expect_whole_number();

    // Reports `code` at the token ahead, or at another place, and leaves the statement.
    [[noreturn]] void mistake(const std::string& code, Words words = {});
    [[noreturn]] void mistake_at(const Word& place, const std::string& code, Words words = {});
    // To the next statement behind the one that begins at `start`.
    void skip_from(const Token& start);

  private:
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    Place place_;
    Findings* findings_;
};

}  // namespace benniu::method
