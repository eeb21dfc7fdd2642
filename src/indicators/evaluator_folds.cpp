// The parts of the evaluator that look at many rows: tables, functions, aggregates, groups.
#include <algorithm>

#include "indicators/aggregation.hpp"
#include "indicators/evaluator.hpp"

namespace benniu::indicators {

namespace {

// The innermost condition that made `step` false, so that a person sees which one it was. What a
// choice came to is told by the name that it has.
const Step& failed_condition(const Step& step) {
    const bool inner = step.formula->kind == Kind::and_ || step.formula->kind == Kind::definition;
    const bool is_told =
        !inner || step.parts.empty() || step.parts.back().formula->kind == Kind::choose;
    return is_told ? step : failed_condition(step.parts.back());
}

void note_member(const Quantity& amount, Step* step) {
    if (step != nullptr) {
        step->members.push_back(amount);
    }
}

}  // namespace

Quantity Evaluator::lookup(const Expression& formula, const Scope& scope, Step* step) {
    const Table& table = formulas_->tables[static_cast<std::size_t>(formula.index)];
    std::vector<Quantity> keys;
    for (std::size_t i = 0; i < formula.parts.size(); ++i) {
        keys.push_back(part(formula, i, scope, step));
    }
    if (std::any_of(keys.begin(), keys.end(), is_missing)) {
        return Missing{};
    }
    const auto found = [&](std::size_t row) {
        if (step != nullptr) {
            step->row = static_cast<int>(row);
        }
    };
    for (std::size_t row = 0; row < table.tiers.size(); ++row) {
        const Rational& amount = std::get<Rational>(keys.front());
        const TierRow& tier = table.tiers[row];
        if (tier.comparison == Comparison::at_least ? amount >= tier.bound : amount <= tier.bound) {
            found(row);
            return tier.value;
        }
    }
    for (std::size_t row = 0; row < table.words.size(); ++row) {
        const auto same = [](const Quantity& key, const std::string& word) {
            return std::get<std::string_view>(key) == word;
        };
        if (std::equal(keys.begin(), keys.end(), table.words[row].keys.begin(), same)) {
            found(row);
            return table.words[row].value;
        }
    }
    return table.otherwise;
}

Quantity Evaluator::function(const Expression& formula, const Scope& scope, Step* step) {
    std::vector<Quantity> values;
    for (std::size_t i = 0; i < formula.parts.size(); ++i) {
        values.push_back(part(formula, i, scope, step));
    }
    if (std::any_of(values.begin(), values.end(), is_missing)) {
        return Missing{};
    }
    switch (formula.kind) {
        case Kind::month_of: {
            const Date date = std::get<Date>(values[0]);
            return Month::of(date).first();
        }
        case Kind::year_of:
            return Rational(std::get<Date>(values[0]).year());
        case Kind::clamp:
            return std::max(std::get<Rational>(values[1]),
                            std::min(std::get<Rational>(values[0]), std::get<Rational>(values[2])));
        case Kind::round_to: {
            if (step != nullptr) {
                step->unrounded = values[0];
            }
            const auto rounded =
                std::get<Rational>(values[0]).rounded(formula.places, formula.rounding);
            ensure(rounded.has_value(), "a rounded result stays in Decimal's range");
            return Rational(*rounded);
        }
        default:
            break;
    }
    Aggregation aggregation(formula.kind == Kind::minimum   ? Function::minimum
                            : formula.kind == Kind::maximum ? Function::maximum
                                                            : Function::mean);
    std::for_each(values.begin(), values.end(),
                  [&](const Quantity& value) { aggregation.take(value); });
    return aggregation.result();
}

std::vector<std::size_t> Evaluator::candidates(const Aggregate& aggregate, std::size_t unit) const {
    const LedgerReadings& ledger = readings_->ledgers[aggregate.ledger];
    std::vector<std::size_t> entries;
    for (const std::size_t field : aggregate.guards) {
        const auto& own = ledger.by_unit[field].empty() ? std::vector<std::size_t>()
                                                        : ledger.by_unit[field][unit];
        entries.insert(entries.end(), own.begin(), own.end());
    }
    if (aggregate.guards.empty()) {
        for (std::size_t e = 0; e < ledger.fields.size(); ++e) {
            entries.push_back(e);
        }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
}

bool Evaluator::holds(const Aggregate& aggregate, const Scope& scope, Step* step) {
    if (!aggregate.where) {
        return true;
    }
    if (step == nullptr) {
        return is_true(evaluate(*aggregate.where, scope, nullptr));
    }
    Step condition;
    const Looked looked{aggregate.ledger, scope.entry, scope.stage};
    if (is_true(evaluate(*aggregate.where, scope, &condition))) {
        step->conditions.emplace_back(looked, std::vector<Step>{std::move(condition)});
        return true;
    }
    step->not_counted.emplace_back(looked, std::vector<Step>{failed_condition(condition)});
    return false;
}

// What one entry, or one stage of it, adds; missing when its condition does not hold.
Quantity Evaluator::added(const Aggregate& aggregate, const Scope& scope, Step* step) {
    if (!holds(aggregate, scope, step)) {
        return Missing{};
    }
    Step what;
    Quantity amount = aggregate.what
                          ? evaluate(*aggregate.what, scope, step == nullptr ? nullptr : &what)
                          : Quantity(Rational(1));
    if (step != nullptr) {
        auto& list = is_missing(amount) ? step->not_counted : step->counted;
        list.emplace_back(Looked{aggregate.ledger, scope.entry, scope.stage},
                          aggregate.what ? std::vector<Step>{what} : std::vector<Step>{});
    }
    return amount;
}

Quantity Evaluator::aggregate(const Expression& formula, const Scope& scope, Step* step) {
    const Aggregate& aggregate = *formula.aggregate;
    const auto stages = static_cast<int>(formulas_->ledgers[aggregate.ledger]->stages.size());
    // An entry as a whole is looked at as stage -1.
    const int first = aggregate.over_stages ? 0 : -1;
    const int end = aggregate.over_stages ? stages : 0;
    Aggregation aggregation(aggregate.function);
    for (const std::size_t entry : candidates(aggregate, scope.unit)) {
        for (int stage = first; stage < end; ++stage) {
            const Scope at{scope.unit, aggregate.ledger, entry, stage, scope.arguments};
            const Quantity amount = added(aggregate, at, step);
            if (!is_missing(amount)) {
                aggregation.take(amount);
            }
        }
    }
    return aggregation.result();
}

Quantity Evaluator::of_group(const Expression& formula, const Scope& scope, Step* step) {
    const auto& members = readings_->groups.at(readings_->units[scope.unit].group);
    if (formula.function == Function::rank) {
        const Quantity own = evaluate(*formula.parts[0], scope, nullptr);
        std::int64_t better = 0;
        for (const std::size_t member : members) {
            Scope other = scope;
            other.unit = member;
            const Quantity amount = evaluate(*formula.parts[0], other, nullptr);
            better += compare(amount, own) > 0 ? 1 : 0;
            note_member(amount, step);
        }
        return is_missing(own) ? own : Quantity(Rational(better + 1));
    }
    Aggregation aggregation(formula.function);
    for (const std::size_t member : members) {
        Scope other = scope;
        other.unit = member;
        const Quantity amount = evaluate(*formula.parts[0], other, nullptr);
        if (!is_missing(amount)) {
            aggregation.take(amount);
        }
        note_member(amount, step);
    }
    return aggregation.result();
}

}  // namespace benniu::indicators
