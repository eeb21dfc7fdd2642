// Signs and choices of a formula: types, units of measure, missing cases.
#include <algorithm>

#include "base/limits.hpp"
#include "indicators/aggregation.hpp"
#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Kind;

namespace {

// A number or date that stands in the text itself, with its sign.
indicators::Quantity written_value(const indicators::Expression& formula) {
    const bool is_negative = formula.kind == Kind::negate;
    const indicators::Expression& inner = is_negative ? *formula.parts[0] : formula;
    if (inner.kind != Kind::literal || std::holds_alternative<std::string_view>(inner.literal)) {
        return indicators::Missing{};
    }
    const auto* const number = std::get_if<Rational>(&inner.literal);
    return is_negative && number != nullptr ? indicators::Quantity(-*number) : inner.literal;
}

bool is_written_zero(const indicators::Expression& formula) {
    const auto* const number = std::get_if<Rational>(&formula.literal);
    return formula.kind == Kind::literal && number != nullptr && number->is_zero();
}

// The type of a number computed of two, but for its unit of measure.
Type computed_of(const Type& left, const Type& right) {
    return {.base = Base::number,
            .may_be_missing = left.may_be_missing || right.may_be_missing,
            .is_rounded = left.is_rounded || right.is_rounded};
}

}  // namespace

Checked FormulaChecker::checked_form(const Node& node) {
    switch (node.form) {
        case Form::number:
            return number(node);
        case Form::date: {
            auto expression = expression_at(Kind::literal, node);
            const auto day = Date::parse(node.word);
            expression->literal = day ? *day : Month::parse(node.word)->first();
            return {expression, Type{.base = Base::date, .domain = day ? "day" : "month"}};
        }
        case Form::text: {
            auto expression = expression_at(Kind::literal, node);
            expression->literal = std::string_view(expression->word);
            return {expression, Type{.base = Base::text}};
        }
        case Form::name:
            return name(node);
        case Form::member:
            return member(node);
        case Form::call:
            return call(node);
        case Form::index:
            return index(node);
        case Form::negate:
        case Form::not_: {
            const bool minus = node.form == Form::negate;
            Checked inner = check(node.parts[0], minus ? Base::number : Base::truth);
            auto expression = expression_at(minus ? Kind::negate : Kind::not_, node);
            expression->parts = {inner.formula};
            return {expression, minus ? inner.type : Type{.base = Base::truth}};
        }
        case Form::binary:
            return binary(node);
        case Form::between:
        case Form::one_of:
            return between_or_one_of(node);
        case Form::is_blank: {
            auto expression = expression_at(Kind::is_blank, node);
            expression->parts = {check(node.parts[0]).formula};
            return {expression, Type{.base = Base::truth}};
        }
        case Form::choose:
            return choose(node);
        case Form::aggregate:
            return aggregate(node);
        case Form::round:
            return round(node);
    }
    return mistaken(node);
}

Checked FormulaChecker::number(const Node& node) {
    const auto [value, dimension] = constant(node);
    auto expression = expression_at(Kind::literal, node);
    expression->word = node.word + node.measure;
    expression->literal = value;
    return {expression,
            Type{.base = Base::number, .dimension = dimension, .never_zero = !value.is_zero()}};
}

// A number written out: 12, 0.5, 5000万元, -3, 11 / 12.
std::pair<Rational, Dimension> FormulaChecker::constant(const Node& node) {
    if (node.form == Form::negate) {
        const auto [value, dimension] = constant(node.parts[0]);
        return {-value, dimension};
    }
    if (node.form == Form::binary && (node.word == "*" || node.word == "/")) {
        return constant_product(node);
    }
    if (node.form != Form::number) {
        checking_->found("not-a-constant", node);
        return {Rational(1), {}};
    }
    const auto number = Decimal::parse(node.word);
    if (!number) {
        checking_->found("number-too-long", node);
        return {Rational(1), {}};
    }
    const auto measure = node.measure.empty() ? MeasureWord{Rational(1), {}}
                                              : measure_word(node.measure).value_or(MeasureWord{});
    return {Rational(*number) * measure.factor, measure.dimension};
}

// A product or quotient of written numbers.
std::pair<Rational, Dimension> FormulaChecker::constant_product(const Node& node) {
    const bool divides = node.word == "/";
    const auto [left, of_left] = constant(node.parts[0]);
    const auto [right, of_right] = constant(node.parts[1]);
    if (divides && right.is_zero()) {
        checking_->found("divides-by-zero", node);
        return {left, of_left};
    }
    const Rational value = divides ? left / right : left * right;
    if (value.to_string().size() > limits::constant_digits) {
        checking_->found("number-too-long", node);
        return {Rational(1), {}};
    }
    return {value, divides ? of_left - of_right : of_left + of_right};
}

Checked FormulaChecker::binary(const Node& node) {
    if (node.word == "and" || node.word == "or") {
        auto expression = expression_at(node.word == "and" ? Kind::and_ : Kind::or_, node);
        expression->parts = {check(node.parts[0], Base::truth).formula,
                             check(node.parts[1], Base::truth).formula};
        return {expression, Type{.base = Base::truth}};
    }
    if (node.word == "else") {
        return or_else(node);
    }
    const bool computes =
        node.word == "+" || node.word == "-" || node.word == "*" || node.word == "/";
    return computes ? arithmetic(node) : comparison(node);
}

void FormulaChecker::same_type(const Node& node, const Type& left, const Type& right) {
    if (left.base == Base::any || right.base == Base::any) {
        return;
    }
    const bool one_domain =
        left.domain.empty() || right.domain.empty() || left.domain == right.domain;
    if (left.base != right.base || !one_domain) {
        checking_->found("type-mismatch", node,
                         {{"wanted", name_of(left)}, {"found", name_of(right)}});
    } else if (!(left.dimension == right.dimension)) {
        checking_->found("measure-mismatch", node,
                         {{"wanted", name_of(left)}, {"found", name_of(right)}});
    }
}

// Day − day gives days; nothing else is computed with dates.
Checked FormulaChecker::difference_of_days(const Node& node, const Checked& left,
                                           const Checked& right) {
    const Type day{.base = Base::date, .domain = "day"};
    same_type(node, day, left.type);
    same_type(node, day, right.type);
    auto expression = expression_at(Kind::subtract, node);
    expression->parts = {left.formula, right.formula};
    return {expression,
            Type{.base = Base::number,
                 .dimension = {.days = 1},
                 .may_be_missing = left.type.may_be_missing || right.type.may_be_missing}};
}

Checked FormulaChecker::arithmetic(const Node& node) {
    const Checked left = check(node.parts[0]);
    const Checked right = check(node.parts[1]);
    if (node.word == "-" && left.type.base == Base::date) {
        return difference_of_days(node, left, right);
    }
    for (const Checked* side : {&left, &right}) {
        if (side->type.base != Base::number && side->type.base != Base::any) {
            checking_->found("type-mismatch", node,
                             {{"wanted", "type.number"}, {"found", name_of(side->type)}});
            return mistaken(node);
        }
    }
    const bool adds = node.word == "+" || node.word == "-";
    return adds ? sum(node, left, right) : product(node, left, right);
}

// Plus and minus want one unit of measure and keep it.
Checked FormulaChecker::sum(const Node& node, const Checked& left, const Checked& right) {
    same_type(node, left.type, right.type);
    Type type = computed_of(left.type, right.type);
    type.dimension = left.type.dimension;
    auto expression = expression_at(node.word == "+" ? Kind::add : Kind::subtract, node);
    expression->parts = {left.formula, right.formula};
    return {expression, type};
}

// Times and divided by make a unit of measure of the two; what may be 0 may leave nothing.
Checked FormulaChecker::product(const Node& node, const Checked& left, const Checked& right) {
    const bool divides = node.word == "/";
    if (divides && right.type.base == Base::number && is_written_zero(*right.formula)) {
        checking_->found("divides-by-zero", node);
        return mistaken(node);
    }
    Type type = computed_of(left.type, right.type);
    type.dimension = divides ? left.type.dimension - right.type.dimension
                             : left.type.dimension + right.type.dimension;
    type.never_zero = left.type.never_zero && right.type.never_zero;
    type.may_be_missing |= divides && !right.type.never_zero;
    auto expression = expression_at(divides ? Kind::divide : Kind::multiply, node);
    expression->parts = {left.formula, right.formula};
    return {expression, type};
}

Checked FormulaChecker::comparison(const Node& node) {
    const Checked left = check(node.parts[0]);
    const Checked right = check(node.parts[1]);
    same_type(node, left.type, right.type);
    check_word_of_domain(node.parts[1], right, left);
    check_word_of_domain(node.parts[0], left, right);
    const std::map<std::string, Kind> kinds = {{"=", Kind::equal},   {"!=", Kind::not_equal},
                                               {"<", Kind::less},    {"<=", Kind::less_equal},
                                               {">", Kind::greater}, {">=", Kind::greater_equal}};
    const Kind kind = kinds.at(node.word);
    const bool orders = kind != Kind::equal && kind != Kind::not_equal;
    if (orders && (left.type.base == Base::text || left.type.base == Base::truth)) {
        checking_->found("no-order", node, {{"found", name_of(left.type)}});
    }
    auto expression = expression_at(kind, node);
    expression->parts = {left.formula, right.formula};
    return {expression, Type{.base = Base::truth}};
}

Checked FormulaChecker::or_else(const Node& node) {
    const Checked left = check(node.parts[0]);
    const Checked right = check(node.parts[1]);
    same_type(node, left.type, right.type);
    if (!left.type.may_be_missing && left.type.base != Base::any) {
        checking_->found("else-not-needed", node, {}, Severity::warning);
    }
    auto expression = expression_at(Kind::or_else, node);
    expression->parts = {left.formula, right.formula};
    Type type = left.type.base == Base::any ? right.type : left.type;
    type.may_be_missing = right.type.may_be_missing;
    type.never_zero &= right.type.never_zero;
    type.is_rounded |= right.type.is_rounded;
    return {expression, type};
}

Checked FormulaChecker::between_or_one_of(const Node& node) {
    const bool is_between = node.form == Form::between;
    auto expression = expression_at(is_between ? Kind::between : Kind::one_of, node);
    const Checked first = check(node.parts[0]);
    expression->parts.push_back(first.formula);
    if (is_between && (first.type.base == Base::text || first.type.base == Base::truth)) {
        checking_->found("no-order", node, {{"found", name_of(first.type)}});
    }
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
        const Checked next = check(node.parts[i]);
        same_type(node.parts[i], first.type, next.type);
        check_word_of_domain(node.parts[i], next, first);
        expression->parts.push_back(next.formula);
    }
    if (is_between) {
        check_span(node, *expression->parts[1], *expression->parts[2]);
    }
    return {expression, Type{.base = Base::truth}};
}

// Between 100 and 0 lies nothing.
void FormulaChecker::check_span(const Node& node, const indicators::Expression& low,
                                const indicators::Expression& high) {
    if (indicators::compare(written_value(high), written_value(low)) < 0) {
        checking_->found("nothing-between", node,
                         {{"low", indicators::to_text(written_value(low))},
                          {"high", indicators::to_text(written_value(high))}});
    }
}

Checked FormulaChecker::choose(const Node& node) {
    auto expression = expression_at(Kind::choose, node);
    Type type;
    const auto take_value = [&](const Node& part) {
        const Checked value = check(part);
        if (type.base == Base::any) {
            type = value.type;
        } else {
            same_type(part, type, value.type);
            type.may_be_missing |= value.type.may_be_missing;
            type.never_zero &= value.type.never_zero;
            type.is_rounded |= value.type.is_rounded;
        }
        expression->parts.push_back(value.formula);
    };
    for (std::size_t i = 0; i + 1 < node.parts.size(); i += 2) {
        expression->parts.push_back(check(node.parts[i], Base::truth).formula);
        take_value(node.parts[i + 1]);
    }
    take_value(node.parts.back());
    return {expression, type};
}

Checked FormulaChecker::round(const Node& node) {
    Checked inner = check(node.parts[0], Base::number);
    if (inner.type.is_rounded && !node.rounding.again) {
        checking_->found("double-rounding", node, {}, Severity::warning);
    }
    auto expression = expression_at(Kind::round_to, node);
    expression->places = node.rounding.places;
    expression->rounding = node.rounding.mode;
    expression->parts = {inner.formula};
    inner.type.base = Base::number;
    inner.type.is_rounded = true;
    inner.type.never_zero = false;
    return {expression, inner.type};
}

}  // namespace benniu::method
