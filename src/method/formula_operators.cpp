// Signs, choices and aggregates of a formula: types, units of measure, missing cases.
#include <algorithm>

#include "base/writing.hpp"
#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Aggregate;
using indicators::Function;
using indicators::Kind;

Checked FormulaChecker::check(const Node& node) {
    switch (node.form) {
        case Form::number:
            return number(node);
        case Form::date: {
            auto expression = expression_at(Kind::literal, node);
            const auto day = Date::parse(node.word);
            expression->literal = day ? *day : Month::parse(node.word)->first();
            return {expression, Type{.base = Base::date}};
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
        const auto [left, of_left] = constant(node.parts[0]);
        const auto [right, of_right] = constant(node.parts[1]);
        if (node.word == "*") {
            return {left * right, of_left + of_right};
        }
        if (!right.is_zero()) {
            return {left / right, of_left - of_right};
        }
    }
    const auto number =
        node.form == Form::number ? Decimal::parse(node.word) : failure("not-a-number");
    if (!number) {
        checking_->found("not-a-constant", node);
        return {Rational(1), {}};
    }
    if (node.measure.empty()) {
        return {Rational(*number), {}};
    }
    const auto measure = measure_word(node.measure);
    if (!measure) {
        checking_->found("unknown-measure", node, {{"measure", node.measure}});
        return {Rational(*number), {}};
    }
    return {Rational(*number) * measure->factor, measure->dimension};
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
    if (left.base != right.base) {
        checking_->found("type-mismatch", node,
                         {{"wanted", name_of(left)}, {"found", name_of(right)}});
    } else if (!(left.dimension == right.dimension)) {
        checking_->found("measure-mismatch", node,
                         {{"wanted", name_of(left)}, {"found", name_of(right)}});
    } else if (!left.domain.empty() && !right.domain.empty() && left.domain != right.domain) {
        checking_->found("type-mismatch", node, {{"wanted", left.domain}, {"found", right.domain}});
    }
}

Checked FormulaChecker::arithmetic(const Node& node) {
    Checked left = check(node.parts[0]);
    Checked right = check(node.parts[1]);
    Type type{.base = Base::number,
              .may_be_missing = left.type.may_be_missing || right.type.may_be_missing,
              .is_rounded = left.type.is_rounded || right.type.is_rounded};
    const bool dates = node.word == "-" && left.type.base == Base::date;
    if (dates) {
        same_type(node, left.type, right.type);
        type.dimension = {.days = 1};
    } else {
        for (const Checked* side : {&left, &right}) {
            if (side->type.base != Base::number && side->type.base != Base::any) {
                checking_->found("type-mismatch", node,
                                 {{"wanted", "number"}, {"found", name_of(side->type)}});
                return mistaken(node);
            }
        }
    }
    auto expression = expression_at(Kind::add, node);
    expression->parts = {left.formula, right.formula};
    if (node.word == "+" || node.word == "-") {
        expression->kind = node.word == "+" ? Kind::add : Kind::subtract;
        if (!dates) {
            same_type(node, left.type, right.type);
            type.dimension = left.type.dimension;
        }
        return {expression, type};
    }
    type.never_zero = left.type.never_zero && right.type.never_zero;
    if (node.word == "*") {
        expression->kind = Kind::multiply;
        type.dimension = left.type.dimension + right.type.dimension;
    } else {
        expression->kind = Kind::divide;
        type.dimension = left.type.dimension - right.type.dimension;
        type.may_be_missing |= !right.type.never_zero;
        if (right.formula->kind == Kind::literal && !right.type.never_zero &&
            right.type.base == Base::number) {
            checking_->found("divides-by-zero", node);
        }
    }
    return {expression, type};
}

// A free word compared with a closed set must be one of the set.
void FormulaChecker::check_word_of_domain(const Node& node, const Checked& literal,
                                          const Type& other) {
    if (literal.formula->kind != Kind::literal || literal.type.base != Base::text ||
        !literal.type.domain.empty() || other.domain != "group") {
        return;
    }
    const auto& groups = checking_->method.groups;
    const std::string& word = literal.formula->word;
    if (std::find(groups.begin(), groups.end(), word) == groups.end()) {
        checking_->found("unknown-group", node,
                         {{"word", word}, {"nearest", nearest(word, groups)}});
    }
}

Checked FormulaChecker::comparison(const Node& node) {
    const Checked left = check(node.parts[0]);
    const Checked right = check(node.parts[1]);
    same_type(node, left.type, right.type);
    check_word_of_domain(node, right, left.type);
    check_word_of_domain(node, left, right.type);
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
    Type type = left.type;
    type.may_be_missing = right.type.may_be_missing;
    type.never_zero &= right.type.never_zero;
    type.is_rounded |= right.type.is_rounded;
    return {expression, type};
}

Checked FormulaChecker::between_or_one_of(const Node& node) {
    auto expression =
        expression_at(node.form == Form::between ? Kind::between : Kind::one_of, node);
    const Checked first = check(node.parts[0]);
    expression->parts.push_back(first.formula);
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
        const Checked next = check(node.parts[i]);
        same_type(node.parts[i], first.type, next.type);
        check_word_of_domain(node.parts[i], next, first.type);
        expression->parts.push_back(next.formula);
    }
    return {expression, Type{.base = Base::truth}};
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
    inner.type.is_rounded = true;
    inner.type.never_zero = false;
    return {expression, inner.type};
}

Checked FormulaChecker::aggregate(const Node& node) {
    const auto ledger = checking_->need_ledger(node.domain, node.line, node.position);
    if (!ledger) {
        return mistaken(node);
    }
    if (node.over_stages && checking_->ledger(*ledger).stages.empty()) {
        checking_->found("no-stages", node, {{"ledger", node.domain}});
        return mistaken(node);
    }
    const std::map<std::string, Function> functions = {
        {"sum", Function::sum},   {"count", Function::count}, {"any", Function::any},
        {"mean", Function::mean}, {"min", Function::minimum}, {"max", Function::maximum}};
    auto fold = std::make_shared<Aggregate>();
    fold->function = node.distinct ? Function::count_distinct : functions.at(node.word);
    fold->ledger = *ledger;
    fold->over_stages = node.over_stages;
    FormulaChecker inner(
        *checking_,
        {.ledger = *ledger, .of_stage = node.over_stages, .parameters = where_.parameters});
    Type type{.base = node.word == "any" ? Base::truth : Base::number};
    if (node.has_what) {
        const Checked what = inner.check(node.parts.front());
        inner.check_amount(node, what);
        fold->what = what.formula;
        type.dimension = node.distinct ? Dimension{} : what.type.dimension;
    }
    if (node.has_where) {
        fold->where = inner.check(node.parts.back(), Base::truth).formula;
        fold->guards = guards_of(*fold->where, checking_->method.formulas);
    }
    if (fold->guards.empty()) {
        checking_->found("not-of-the-unit", node, {{"ledger", node.domain}}, Severity::warning);
    }
    const bool needs_one = fold->function == Function::mean ||
                           fold->function == Function::minimum ||
                           fold->function == Function::maximum;
    type.may_be_missing = needs_one;
    auto expression = expression_at(Kind::aggregate, node);
    expression->aggregate = fold;
    return {expression, type};
}

void FormulaChecker::check_amount(const Node& node, const Checked& what) {
    if (!node.distinct && what.type.base != Base::number && what.type.base != Base::any) {
        checking_->found("type-mismatch", node.parts.front(),
                         {{"wanted", "number"}, {"found", name_of(what.type)}});
    }
}

}  // namespace benniu::method
