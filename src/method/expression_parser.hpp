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
    // How many digits behind the point: 0…9.
    int places();
    // Formulas separated by commas.
    std::vector<Node> parse_list();

  private:
    class Depth;

    Node or_else();
    Node disjunction();
    Node conjunction();
    Node negation();
    Node comparison();
    Node compared();
    Node sum();
    Node product();
    Node sign();
    Node postfix();
    Node member(Node owner);
    Node index(Node of, const Token& token);
    Node primary();
    Node parenthesised();
    Node name_or_call();
    Node call(const Token& name);
    Node choose();
    Node aggregate(const Token& function);
    void domain(Node& node);
    Node one_of(const Token& token, Node left);
    Node bounded(Node node);
    Node binary(const Token& token, Node left, Node right);

    TokenStream* tokens_;
    int depth_ = 0;
};

}  // namespace benniu::method
