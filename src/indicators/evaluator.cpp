#include "indicators/evaluator.hpp"

#include <algorithm>

#include "indicators/aggregation.hpp"

namespace benniu::indicators {

namespace {

Quantity chosen(const PeriodRule& period, Context context) {
    switch (context) {
        case Context::period_first:
            return period.first;
        case Context::period_last:
            return period.last;
        case Context::period_freeze:
            return period.freeze;
        default:
            return Rational(period.number);
    }
}

}  // namespace

Evaluator::Evaluator(const Formulas& formulas, const Readings& readings, const PeriodRule& period)
    : formulas_(&formulas), readings_(&readings), period_(&period) {}

Quantity Evaluator::evaluate(const Expression& formula, const Scope& scope, Step* step) {
    Quantity value = decide(formula, scope, step);
    if (step != nullptr) {
        step->formula = &formula;
        step->value = value;
    }
    return value;
}

// What stands for a value by itself: a literal, a field, a date of a stage or a period.
Quantity Evaluator::given(const Expression& formula, const Scope& scope, Step* step) {
    switch (formula.kind) {
        case Kind::literal:
            return formula.literal;
        case Kind::field:
            return readings_->ledgers[*scope.ledger]
                .fields[scope.entry][static_cast<std::size_t>(formula.index)];
        case Kind::unit_field:
            return readings_->ledgers[formulas_->units_ledger]
                .fields[readings_->units[scope.unit].entry]
                       [static_cast<std::size_t>(formula.index)];
        case Kind::parameter:
            return scope.arguments[static_cast<std::size_t>(formula.index)];
        case Kind::stage_part:
        case Kind::stage_at_hand:
            return stage_part(formula, scope);
        case Kind::period_table:
            return period_table(formula, scope, step);
        default:
            return context(formula, scope, step);
    }
}

Quantity Evaluator::decide(const Expression& formula, const Scope& scope, Step* step) {
    switch (formula.kind) {
        case Kind::literal:
        case Kind::field:
        case Kind::unit_field:
        case Kind::parameter:
        case Kind::stage_part:
        case Kind::stage_at_hand:
        case Kind::period_table:
        case Kind::context:
            return given(formula, scope, step);
        case Kind::let:
        case Kind::definition:
        case Kind::measure:
        case Kind::item:
        case Kind::blend:
        case Kind::blend_part:
        case Kind::other_result:
            return named(formula, scope, step);
        case Kind::not_:
        case Kind::and_:
        case Kind::or_:
        case Kind::is_blank:
        case Kind::one_of:
        case Kind::between:
            return logical(formula, scope, step);
        case Kind::equal:
        case Kind::not_equal:
        case Kind::less:
        case Kind::less_equal:
        case Kind::greater:
        case Kind::greater_equal:
            return comparison(formula, scope, step);
        case Kind::negate:
        case Kind::add:
        case Kind::subtract:
        case Kind::multiply:
        case Kind::divide:
            return arithmetic(formula, scope, step);
        case Kind::or_else:
        case Kind::choose:
            return choose(formula, scope, step);
        case Kind::lookup:
            return lookup(formula, scope, step);
        case Kind::minimum:
        case Kind::maximum:
        case Kind::mean:
        case Kind::clamp:
        case Kind::round_to:
        case Kind::month_of:
        case Kind::year_of:
            return function(formula, scope, step);
        case Kind::aggregate:
            return aggregate(formula, scope, step);
        case Kind::of_group:
            return of_group(formula, scope, step);
    }
    ensure(false, "every kind of expression is evaluated");
    return Missing{};
}

Quantity Evaluator::part(const Expression& formula, std::size_t number, const Scope& scope,
                         Step* step) {
    return body(*formula.parts.at(number), scope, step);
}

// Evaluates an inner expression; its step becomes the next part of `step`.
Quantity Evaluator::body(const Expression& expression, const Scope& scope, Step* step) {
    if (step == nullptr) {
        return evaluate(expression, scope, nullptr);
    }
    Step inner;
    Quantity value = evaluate(expression, scope, &inner);
    step->parts.push_back(std::move(inner));
    return value;
}

Quantity Evaluator::named(const Expression& formula, const Scope& scope, Step* step) {
    switch (formula.kind) {
        case Kind::let:
            return body(*formulas_->lets[static_cast<std::size_t>(formula.index)].body, scope,
                        step);
        case Kind::definition:
            return definition(formula, scope, step);
        case Kind::measure:
            return measure(formula, scope, step);
        default:
            ensure(static_cast<bool>(beyond_), "items are known to the caller");
            return beyond_(formula, scope.unit, step);
    }
}

Quantity Evaluator::definition(const Expression& formula, const Scope& scope, Step* step) {
    const Definition& definition = formulas_->definitions[static_cast<std::size_t>(formula.index)];
    Scope inner = scope;
    if (formula.stage >= 0) {
        inner.stage = formula.stage;
    }
    if (step != nullptr || definition.depends_on_unit) {
        return body(*definition.body, inner, step);
    }
    const auto key = std::tuple(formula.index, inner.entry, definition.of_stage ? inner.stage : -1);
    if (const auto known = known_definitions_.find(key); known != known_definitions_.end()) {
        return known->second;
    }
    return known_definitions_.emplace(key, body(*definition.body, inner, nullptr)).first->second;
}

Quantity Evaluator::measure(const Expression& formula, const Scope& scope, Step* step) {
    const Measure& measure = formulas_->measures[static_cast<std::size_t>(formula.index)];
    std::vector<Quantity> arguments;
    for (std::size_t i = 0; i < formula.parts.size(); ++i) {
        arguments.push_back(part(formula, i, scope, step));
    }
    const Scope inner{.unit = scope.unit, .arguments = arguments};
    if (step != nullptr) {
        return body(*measure.body, inner, step);
    }
    const auto key = std::tuple(formula.index, scope.unit, arguments);
    if (const auto known = known_measures_.find(key); known != known_measures_.end()) {
        return known->second;
    }
    return known_measures_.emplace(key, body(*measure.body, inner, nullptr)).first->second;
}

Quantity Evaluator::context(const Expression& formula, const Scope& scope, Step* step) {
    const UnitReading& unit = readings_->units[scope.unit];
    switch (formula.context) {
        case Context::unit:
            return unit.id;
        case Context::group:
            return unit.group;
        case Context::group_size:
            return Rational(static_cast<std::int64_t>(readings_->groups.at(unit.group).size()));
        case Context::period_first:
        case Context::period_last:
        case Context::period_freeze:
        case Context::period_number:
            return chosen(*period_, formula.context);
        case Context::rank:
        case Context::last_rank:
        case Context::vetoed:
            break;
    }
    ensure(static_cast<bool>(beyond_), "ranks are known to the caller");
    return beyond_(formula, scope.unit, step);
}

Quantity Evaluator::period_table(const Expression& formula, const Scope& scope, Step* step) {
    const Quantity key = part(formula, 0, scope, step);
    const auto* const title = std::get_if<std::string_view>(&key);
    for (const PeriodRule& period : formulas_->periods) {
        if (title != nullptr && (*title == period.title || *title == period.name)) {
            return chosen(period, formula.context);
        }
    }
    return Missing{};
}

Quantity Evaluator::stage_part(const Expression& formula, const Scope& scope) {
    const auto& entries = *readings_->ledgers[*scope.ledger].entries;
    const int stage = formula.index >= 0 ? formula.index : scope.stage;
    ensure(stage >= 0, "a stage is at hand");
    if (formula.kind == Kind::stage_at_hand) {
        return std::string_view(entries.definition->stages[static_cast<std::size_t>(stage)]);
    }
    const ledger::StageRecord& record =
        entries.entries[scope.entry].stages[static_cast<std::size_t>(stage)];
    const auto dated = [](const std::optional<Date>& date) {
        return date ? Quantity(*date) : Quantity(Missing{});
    };
    const model::StageWords& words = entries.definition->words;
    switch (formula.stage_part) {
        case StagePart::occurred:
            return dated(record.occurred);
        case StagePart::reported:
            return dated(record.reported);
        case StagePart::verified:
            return dated(record.verified);
        case StagePart::verdict:
            break;
    }
    switch (record.verdict) {
        case ledger::Verdict::passed:
            return std::string_view(words.passed);
        case ledger::Verdict::failed:
            return std::string_view(words.failed);
        case ledger::Verdict::pending:
            break;
    }
    return std::string_view(words.pending);
}

Quantity Evaluator::logical(const Expression& formula, const Scope& scope, Step* step) {
    switch (formula.kind) {
        case Kind::not_:
            return !is_true(part(formula, 0, scope, step));
        case Kind::and_:
            return is_true(part(formula, 0, scope, step)) && is_true(part(formula, 1, scope, step));
        case Kind::or_:
            return is_true(part(formula, 0, scope, step)) || is_true(part(formula, 1, scope, step));
        case Kind::is_blank:
            return is_missing(part(formula, 0, scope, step));
        case Kind::between: {
            const Quantity value = part(formula, 0, scope, step);
            return compare(part(formula, 1, scope, step), value) <= 0 &&
                   compare(value, part(formula, 2, scope, step)) <= 0;
        }
        default:
            break;
    }
    const Quantity wanted = part(formula, 0, scope, step);
    for (std::size_t i = 1; i < formula.parts.size(); ++i) {
        if (compare(wanted, part(formula, i, scope, step)) == 0) {
            return true;
        }
    }
    return false;
}

Quantity Evaluator::comparison(const Expression& formula, const Scope& scope, Step* step) {
    const Quantity left = part(formula, 0, scope, step);
    const Quantity right = part(formula, 1, scope, step);
    const auto order = compare(left, right);
    if (order == std::partial_ordering::unordered) {
        return false;
    }
    switch (formula.kind) {
        case Kind::equal:
            return order == 0;
        case Kind::not_equal:
            return order != 0;
        case Kind::less:
            return order < 0;
        case Kind::less_equal:
            return order <= 0;
        case Kind::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

Quantity Evaluator::arithmetic(const Expression& formula, const Scope& scope, Step* step) {
    const Quantity left = part(formula, 0, scope, step);
    if (formula.kind == Kind::negate) {
        return is_missing(left) ? left : Quantity(-std::get<Rational>(left));
    }
    const Quantity right = part(formula, 1, scope, step);
    if (is_missing(left) || is_missing(right)) {
        return Missing{};
    }
    if (const auto* const date = std::get_if<Date>(&left)) {
        return Rational(*date - std::get<Date>(right));
    }
    const Rational& a = std::get<Rational>(left);
    const Rational& b = std::get<Rational>(right);
    switch (formula.kind) {
        case Kind::add:
            return a + b;
        case Kind::subtract:
            return a - b;
        case Kind::multiply:
            return a * b;
        default:
            return b.is_zero() ? Quantity(Missing{}) : Quantity(a / b);
    }
}

Quantity Evaluator::choose(const Expression& formula, const Scope& scope, Step* step) {
    if (formula.kind == Kind::or_else) {
        const Quantity value = part(formula, 0, scope, step);
        return is_missing(value) ? part(formula, 1, scope, step) : value;
    }
    for (std::size_t i = 0; i + 1 < formula.parts.size(); i += 2) {
        if (is_true(part(formula, i, scope, step))) {
            return part(formula, i + 1, scope, step);
        }
    }
    return part(formula, formula.parts.size() - 1, scope, step);
}

}  // namespace benniu::indicators
