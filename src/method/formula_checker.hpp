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
    // A plain number that cannot come out missing: points, weights, how many to award.
    Checked check_points(const Node& node);
    // What units are put in order by: numbers, dates, yes or no, and none of them missing.
    Checked check_order(const Node& node);

    // A number that stands in the text itself: a table's value or bound.
    std::pair<Rational, Dimension> constant(const Node& node);

  private:
    // names
    Checked name(const Node& node);
    std::optional<Checked> parameter(const Node& node);
    std::optional<Checked> field(const Node& node);
    std::optional<Checked> stage_word(const Node& node, int stage);
    std::optional<Checked> symbol(const Node& node);
    std::optional<Checked> context_word(const Node& node);
    std::optional<Checked> data_word(const Node& node);
    [[nodiscard]] std::string domain_of_word(const std::string& word) const;
    Checked unknown(const Node& node);
    Checked out_of_place(const Node& node);
    Checked without_brackets(const Node& node);

    // members
    Checked member(const Node& node);
    Checked unknown_member(const Node& node, const std::vector<std::string>& known);
    Checked unit_member(const Node& node);
    Checked group_member(const Node& node);
    Checked of_group(const Node& node, indicators::Function function);
    Checked period_member(const Node& node);
    Checked blend_member(const Node& node, const Symbol& symbol);

    // calls
    Checked call(const Node& node);
    Checked stage_definition(const Node& node, const Symbol& symbol);
    Checked measure_call(const Node& node, const Symbol& symbol);
    Checked other_result(const Node& node);
    Checked item_of(const Node& node, const Method& other);
    Checked list_function(const Node& node);
    Checked date_function(const Node& node);
    Checked index(const Node& node);
    Checked period_of(const Node& node);
    Checked lookup(const Node& node, const Symbol& symbol);
    bool leaves_out(const Node& key, const Checked& checked, std::size_t direction,
                    const TableStatement& table);
    Checked wrong_arguments(const Node& node, std::size_t wanted, std::size_t found);

    // operators
    Checked checked_form(const Node& node);
    Checked number(const Node& node);
    Checked binary(const Node& node);
    std::pair<Rational, Dimension> constant_product(const Node& node);
    Checked arithmetic(const Node& node);
    Checked sum(const Node& node, const Checked& left, const Checked& right);
    Checked product(const Node& node, const Checked& left, const Checked& right);
    Checked difference_of_days(const Node& node, const Checked& left, const Checked& right);
    Checked comparison(const Node& node);
    Checked or_else(const Node& node);
    Checked between_or_one_of(const Node& node);
    void check_span(const Node& node, const indicators::Expression& low,
                    const indicators::Expression& high);
    Checked choose(const Node& node);
    Checked round(const Node& node);
    Checked aggregate(const Node& node);
    void same_type(const Node& node, const Type& left, const Type& right);
    void check_word_of_domain(const Node& node, const Checked& literal, const Checked& other);

    Checking* checking_;
    Where where_;
};

[[nodiscard]] std::shared_ptr<indicators::Expression> expression_at(indicators::Kind kind,
                                                                    const Node& node);
[[nodiscard]] Checked mistaken(const Node& node);

}  // namespace benniu::method
