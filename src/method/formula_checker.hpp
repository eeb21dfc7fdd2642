// Checks one formula: from syntax to an expression with its type. Mistakes become findings and the
// formula goes on as "any", so that one mistake is reported once.
#pragma once

#include "method/checking.hpp"

namespace benniu::method {

class FormulaChecker {
  public:
    FormulaChecker(Checking& checking, const Where& where) : checking_(&checking), where_(where) {}

    Checked check(const Node& node);
    Checked check(const Node& node, Base wanted);

    // A number that stands in the text itself: a table's value or bound.
    std::pair<Rational, Dimension> constant(const Node& node);

  private:
    // names
    Checked name(const Node& node);
    std::optional<Checked> field(const Node& node, const std::string& word);
    std::optional<Checked> stage_word(const Node& node, int stage, const std::string& word);
    std::optional<Checked> symbol(const Node& node);
    std::optional<Checked> context_word(const Node& node);
    std::optional<Checked> data_word(const Node& node);
    Checked unknown(const Node& node);
    Checked member(const Node& node);
    Checked unit_member(const Node& node);
    Checked group_member(const Node& node);
    Checked period_member(const Node& node);
    Checked call(const Node& node);
    Checked stage_definition(const Node& node, const Symbol& symbol);
    Checked measure_call(const Node& node, const Symbol& symbol);
    Checked other_result(const Node& node);
    Checked list_function(const Node& node);
    Checked date_function(const Node& node);
    Checked index(const Node& node);
    Checked lookup(const Node& node, const Symbol& symbol);

    // operators
    Checked number(const Node& node);
    Checked binary(const Node& node);
    Checked arithmetic(const Node& node);
    Checked comparison(const Node& node);
    Checked or_else(const Node& node);
    Checked between_or_one_of(const Node& node);
    Checked choose(const Node& node);
    Checked round(const Node& node);
    Checked aggregate(const Node& node);
    void check_amount(const Node& node, const Checked& what);
    void same_type(const Node& node, const Type& left, const Type& right);
    void check_word_of_domain(const Node& node, const Checked& literal, const Type& other);

    Checking* checking_;
    Where where_;
};

[[nodiscard]] std::shared_ptr<indicators::Expression> expression_at(indicators::Kind kind,
                                                                    const Node& node);
[[nodiscard]] Checked mistaken(const Node& node);

// Unit fields one of which is the unit wherever `condition` holds; empty when there are none.
[[nodiscard]] std::vector<std::size_t> guards_of(const indicators::Expression& condition,
                                                 const indicators::Formulas& formulas);
// Whether what a formula on an entry yields differs from unit to unit.
[[nodiscard]] bool depends_on_unit(const indicators::Expression& formula,
                                   const indicators::Formulas& formulas);

}  // namespace benniu::method
