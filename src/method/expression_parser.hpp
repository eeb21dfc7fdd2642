// Formulas: from tokens to syntax, by precedence. From loosest to tightest:
//   else · or · and · not · = != < <= > >= in is · + - · * / · - (sign) · . [ ] ( )
#pragma once

#include "method/token_stream.hpp"

namespace benniu::method {

class ExpressionParser {
  public:
    explicit ExpressionParser(TokenStream& tokens) : tokens_(&tokens) {}

    // Throws SyntaxMistake after reporting it.
    Node parse();
    // `round 2 half_up`, `round 2 half_up again`, or nothing.
    std::optional<RoundingWords> parse_rounding();
    RoundingWords rounding_words();
    // Formulas separated by commas.
    std::vector<Node> parse_list();

  private:
    class Depth;

    Node or_else();
    Node disjunction();
    Node conjunction();
    Node negation();
    Node comparison();
    Node sum();
    Node product();
    Node sign();
    Node postfix();
    Node primary();
    Node parenthesised();
    Node name_or_call();
    Node choose();
    Node aggregate(const Token& function);
    void domain(Node& node);
    Node one_of(Node left);
    Node node_at(Form form, const Token& token) const;
    static Node binary(const Token& token, const std::string& word, Node left, Node right);

    TokenStream* tokens_;
    int depth_ = 0;
};

}  // namespace benniu::method
