#include "method/expression_parser.hpp"

#include <algorithm>
#include <array>

#include "base/decimal.hpp"
#include "base/limits.hpp"

namespace benniu::method {

namespace {

constexpr std::array<std::string_view, 6> comparison_signs = {"=", "!=", "<=", ">=", "<", ">"};
constexpr std::array<std::string_view, 6> folds = {"sum", "count", "any", "mean", "min", "max"};
constexpr std::array<std::pair<std::string_view, Rounding>, 4> rounding_modes = {
    {{"half_up", Rounding::half_up},
     {"half_even", Rounding::half_even},
     {"down", Rounding::down},
     {"up", Rounding::up}}};

bool is_comparison(const TokenStream& tokens) {
    return tokens.is_word("in") || tokens.is_word("is") ||
           std::any_of(comparison_signs.begin(), comparison_signs.end(),
                       [&](std::string_view sign) { return tokens.is_sign(sign); });
}

Node node_at(Form form, const Token& token) {
    Node node;
    node.form = form;
    node.word = token.word;
    node.measure = token.measure;
    node.line = token.line;
    node.position = token.position;
    return node;
}

}  // namespace

// Bounds how deep brackets nest, so that no text exhausts the parser's stack.
class ExpressionParser::Depth {
  public:
    explicit Depth(ExpressionParser& parser) : parser_(&parser) {
        if (++parser_->depth_ > limits::expression_depth) {
            --parser_->depth_;
            parser_->tokens_->mistake("too-deep",
                                      {{"limit", std::to_string(limits::expression_depth)}});
        }
    }
    ~Depth() { --parser_->depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

  private:
    ExpressionParser* parser_;
};

// Bounds the whole tree: a sum of many terms nests too, on its left.
Node ExpressionParser::bounded(Node node) {
    for (const Node& part : node.parts) {
        node.height = std::max(node.height, part.height + 1);
    }
    if (node.height > limits::formula_height) {
        tokens_->mistake_at({node.word, node.line, node.position}, "too-deep",
                            {{"limit", std::to_string(limits::formula_height)}});
    }
    return node;
}

Node ExpressionParser::binary(const Token& token, Node left, Node right) {
    Node node = node_at(Form::binary, token);
    node.parts.push_back(std::move(left));
    node.parts.push_back(std::move(right));
    return bounded(std::move(node));
}

Node ExpressionParser::parse() {
    const Depth depth(*this);
    return or_else();
}

std::vector<Node> ExpressionParser::parse_list() {
    std::vector<Node> list;
    do {
        list.push_back(parse());
    } while (tokens_->accept_sign(","));
    return list;
}

int ExpressionParser::places() {
    const Word written = word_of(tokens_->peek());
    const int places = tokens_->expect_whole_number();
    if (places > Decimal::places_max) {
        tokens_->mistake_at(written, "too-many-places",
                            {{"limit", std::to_string(Decimal::places_max)}});
    }
    return places;
}

RoundingWords ExpressionParser::rounding_words() {
    RoundingWords words;
    words.places = places();
    const auto* const mode =
        std::find_if(rounding_modes.begin(), rounding_modes.end(),
                     [&](const auto& each) { return tokens_->is_word(each.first); });
    if (mode == rounding_modes.end()) {
        tokens_->mistake("expected-word", {{"wanted", "half_up, half_even, down, up"}});
    }
    tokens_->take();
    words.mode = mode->second;
    words.again = tokens_->accept_word("again");
    return words;
}

std::optional<RoundingWords> ExpressionParser::parse_rounding() {
    return tokens_->accept_word("round") ? std::optional<RoundingWords>(rounding_words())
                                         : std::nullopt;
}

Node ExpressionParser::or_else() {
    Node left = disjunction();
    if (tokens_->is_word("else")) {
        const Token token = tokens_->take();
        return binary(token, std::move(left), parse());
    }
    return left;
}

Node ExpressionParser::disjunction() {
    Node left = conjunction();
    while (tokens_->is_word("or")) {
        const Token token = tokens_->take();
        left = binary(token, std::move(left), conjunction());
    }
    return left;
}

Node ExpressionParser::conjunction() {
    Node left = negation();
    while (tokens_->is_word("and")) {
        const Token token = tokens_->take();
        left = binary(token, std::move(left), negation());
    }
    return left;
}

Node ExpressionParser::negation() {
    if (!tokens_->is_word("not")) {
        return comparison();
    }
    const Depth depth(*this);
    Node node = node_at(Form::not_, tokens_->take());
    node.parts.push_back(negation());
    return bounded(std::move(node));
}

Node ExpressionParser::one_of(const Token& token, Node left) {
    Node node = node_at(Form::between, token);
    node.parts.push_back(std::move(left));
    if (tokens_->accept_sign("(")) {
        node.form = Form::one_of;
        do {
            node.parts.push_back(sum());
        } while (tokens_->accept_sign(","));
        tokens_->expect_sign(")");
        return bounded(std::move(node));
    }
    node.parts.push_back(sum());
    tokens_->expect_sign("..");
    node.parts.push_back(sum());
    return bounded(std::move(node));
}

Node ExpressionParser::comparison() {
    Node node = compared();
    if (is_comparison(*tokens_)) {
        tokens_->mistake("comparison-chained");
    }
    return node;
}

Node ExpressionParser::compared() {
    Node left = sum();
    for (const std::string_view sign : comparison_signs) {
        if (tokens_->is_sign(sign)) {
            const Token token = tokens_->take();
            return binary(token, std::move(left), sum());
        }
    }
    if (tokens_->is_word("in")) {
        const Token token = tokens_->take();
        return one_of(token, std::move(left));
    }
    if (tokens_->is_word("is")) {
        Node node = node_at(Form::is_blank, tokens_->take());
        tokens_->expect_word("blank");
        node.parts.push_back(std::move(left));
        return bounded(std::move(node));
    }
    return left;
}

Node ExpressionParser::sum() {
    Node left = product();
    while (tokens_->is_sign("+") || tokens_->is_sign("-")) {
        const Token token = tokens_->take();
        left = binary(token, std::move(left), product());
    }
    return left;
}

Node ExpressionParser::product() {
    Node left = sign();
    while (tokens_->is_sign("*") || tokens_->is_sign("/")) {
        const Token token = tokens_->take();
        left = binary(token, std::move(left), sign());
    }
    return left;
}

Node ExpressionParser::sign() {
    if (!tokens_->is_sign("-")) {
        return postfix();
    }
    const Depth depth(*this);
    Node node = node_at(Form::negate, tokens_->take());
    node.parts.push_back(sign());
    return bounded(std::move(node));
}

Node ExpressionParser::postfix() {
    Node node = primary();
    while (tokens_->is_sign(".") || tokens_->is_sign("[")) {
        const Token token = tokens_->take();
        node = token.word == "." ? member(std::move(node)) : index(std::move(node), token);
    }
    return node;
}

// unit.摘榜档次, 签约.完成日期, group.max(…)
Node ExpressionParser::member(Node owner) {
    const Word word = tokens_->expect_name();
    Node member;
    member.form = Form::member;
    member.word = word.text;
    member.line = word.line;
    member.position = word.position;
    member.parts.push_back(std::move(owner));
    if (tokens_->accept_sign("(")) {
        member.parts.push_back(parse());
        tokens_->expect_sign(")");
    }
    return bounded(std::move(member));
}

// 阶段基数[stage], period.last[期]
Node ExpressionParser::index(Node of, const Token& token) {
    Node index = node_at(Form::index, token);
    index.word = of.form == Form::name ? of.word : "";
    if (of.form == Form::name) {
        index.line = of.line;
        index.position = of.position;
    } else {
        index.parts.push_back(std::move(of));
    }
    for (Node& key : parse_list()) {
        index.parts.push_back(std::move(key));
    }
    tokens_->expect_sign("]");
    return bounded(std::move(index));
}

Node ExpressionParser::primary() {
    switch (tokens_->peek().kind) {
        case TokenKind::number:
            return node_at(Form::number, tokens_->take());
        case TokenKind::date:
            return node_at(Form::date, tokens_->take());
        case TokenKind::text:
            return node_at(Form::text, tokens_->take());
        case TokenKind::name:
            return name_or_call();
        default:
            return parenthesised();
    }
}

Node ExpressionParser::parenthesised() {
    if (!tokens_->accept_sign("(")) {
        tokens_->mistake("expected-formula");
    }
    Node node = parse();
    tokens_->expect_sign(")");
    return node;
}

Node ExpressionParser::name_or_call() {
    if (tokens_->at_statement()) {
        tokens_->mistake("expected-formula");
    }
    if (tokens_->is_word("case")) {
        return choose();
    }
    const Token name = tokens_->take();
    return tokens_->accept_sign("(") ? call(name) : node_at(Form::name, name);
}

Node ExpressionParser::call(const Token& name) {
    if (name.word == "round") {
        Node node = node_at(Form::round, name);
        node.parts.push_back(parse());
        tokens_->expect_sign(",");
        node.rounding = rounding_words();
        tokens_->expect_sign(")");
        return bounded(std::move(node));
    }
    if (std::find(folds.begin(), folds.end(), name.word) != folds.end()) {
        return aggregate(name);
    }
    Node call = node_at(Form::call, name);
    if (!tokens_->is_sign(")")) {
        call.parts = parse_list();
    }
    tokens_->expect_sign(")");
    return bounded(std::move(call));
}

// case { condition: value; …; else: value }
Node ExpressionParser::choose() {
    Node node = node_at(Form::choose, tokens_->take());
    tokens_->expect_sign("{");
    while (!tokens_->accept_word("else")) {
        if (tokens_->is_sign("}")) {
            tokens_->mistake("expected-word", {{"wanted", "else"}});
        }
        node.parts.push_back(parse());
        tokens_->expect_sign(":");
        node.parts.push_back(parse());
        if (!tokens_->is_sign("}")) {
            tokens_->expect_sign(";");
        }
    }
    tokens_->expect_sign(":");
    node.parts.push_back(parse());
    tokens_->accept_sign(";");
    tokens_->expect_sign("}");
    return bounded(std::move(node));
}

// sum(what over [stages of] ledger [where condition]); count and any need no `what over`. Without a
// ledger, min, max, mean and sum take a list of formulas.
Node ExpressionParser::aggregate(const Token& function) {
    const Depth depth(*this);
    Node node = node_at(Form::aggregate, function);
    const bool counts = function.word == "count" || function.word == "any";
    node.distinct = function.word == "count" && tokens_->accept_word("distinct");
    if (!counts || node.distinct) {
        node.has_what = true;
        node.parts = parse_list();
        if (!counts && !tokens_->is_word("over")) {
            tokens_->expect_sign(")");
            node.form = Form::call;
            return bounded(std::move(node));
        }
        if (node.parts.size() != 1) {
            tokens_->mistake("expected-sign", {{"wanted", ")"}});
        }
        tokens_->expect_word("over");
    }
    domain(node);
    tokens_->expect_sign(")");
    return bounded(std::move(node));
}

void ExpressionParser::domain(Node& node) {
    if (tokens_->is_word("stages") && tokens_->is_word("of", 1)) {
        tokens_->take();
        tokens_->take();
        node.over_stages = true;
    }
    node.domain = tokens_->expect_name();
    if (tokens_->accept_word("where")) {
        node.has_where = true;
        node.parts.push_back(parse());
    }
}

}  // namespace benniu::method
