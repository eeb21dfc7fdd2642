// The reference evaluator: simple, exact, and able to say what it did. It is right by definition;
// the batch engine and SQL must agree with it to the last digit.
//
// Blank and missing: arithmetic on a missing quantity is missing; a comparison with one is false;
// sums and counts leave it out; dividing by 0 is missing. `else` and blends say what becomes of it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "indicators/from_ledger.hpp"

namespace benniu::indicators {

struct Step;

// One entry (or stage of one) that an aggregate looked at.
struct Looked {
    std::size_t ledger = 0;
    std::size_t entry = 0;
    int stage = -1;
};

// What an expression did: its value and how its parts led to it. `parts` stand in the order of the
// expression's parts as far as they were needed.
struct Step {
    const Expression* formula = nullptr;
    Quantity value;
    std::vector<Step> parts;
    std::vector<std::pair<Looked, std::vector<Step>>> counted;     // with the step of `what`
    std::vector<std::pair<Looked, std::vector<Step>>> conditions;  // the one that held
    std::vector<std::pair<Looked, std::vector<Step>>>
        not_counted;                // with the condition that failed
    std::vector<Quantity> members;  // of_group: of each unit, in the group's order
    int row = -1;                   // lookup: the row chosen, or -1 for `else`
    Quantity unrounded;             // round_to: before
};

// Where an expression stands while it is evaluated.
struct Scope {
    std::size_t unit = 0;
    std::optional<std::size_t> ledger;
    std::size_t entry = 0;
    int stage = -1;
    std::span<const Quantity> arguments;
};

// Answers what lies right of indicators: items, blends, other methods, ranks.
using Beyond = std::function<Quantity(const Expression&, std::size_t unit, Step*)>;

class Evaluator {
  public:
    // All three must outlive the evaluator.
    Evaluator(const Formulas& formulas, const Readings& readings, const PeriodRule& period);

    void set_beyond(Beyond beyond) { beyond_ = std::move(beyond); }

    // `step` may be null; when given, the evaluation is written into it.
    Quantity evaluate(const Expression& formula, const Scope& scope, Step* step);

    // A unit-level expression.
    Quantity of_unit(const Expression& formula, std::size_t unit, Step* step = nullptr) {
        return evaluate(formula, Scope{.unit = unit}, step);
    }

    [[nodiscard]] const Readings& readings() const { return *readings_; }
    [[nodiscard]] const Formulas& formulas() const { return *formulas_; }

  private:
    Quantity given(const Expression& formula, const Scope& scope, Step* step);
    Quantity decide(const Expression& formula, const Scope& scope, Step* step);
    Quantity part(const Expression& formula, std::size_t number, const Scope& scope, Step* step);
    Quantity body(const Expression& expression, const Scope& scope, Step* step);
    Quantity named(const Expression& formula, const Scope& scope, Step* step);
    Quantity definition(const Expression& formula, const Scope& scope, Step* step);
    Quantity measure(const Expression& formula, const Scope& scope, Step* step);
    Quantity context(const Expression& formula, const Scope& scope, Step* step);
    Quantity period_table(const Expression& formula, const Scope& scope, Step* step);
    Quantity stage_part(const Expression& formula, const Scope& scope);
    Quantity logical(const Expression& formula, const Scope& scope, Step* step);
    Quantity comparison(const Expression& formula, const Scope& scope, Step* step);
    Quantity arithmetic(const Expression& formula, const Scope& scope, Step* step);
    Quantity choose(const Expression& formula, const Scope& scope, Step* step);
    Quantity lookup(const Expression& formula, const Scope& scope, Step* step);
    Quantity function(const Expression& formula, const Scope& scope, Step* step);
    Quantity aggregate(const Expression& formula, const Scope& scope, Step* step);
    Quantity of_group(const Expression& formula, const Scope& scope, Step* step);
    std::vector<std::size_t> candidates(const Aggregate& aggregate, std::size_t unit) const;
    bool holds(const Aggregate& aggregate, const Scope& scope, Step* step);
    Quantity added(const Aggregate& aggregate, const Scope& scope, Step* step);

    const Formulas* formulas_;
    const Readings* readings_;
    const PeriodRule* period_;
    Beyond beyond_;

    // What does not depend on the unit is worked out once per entry and stage; a measure once per
    // unit and arguments.
    std::map<std::tuple<int, std::size_t, int>, Quantity> known_definitions_;
    std::map<std::tuple<int, std::size_t, std::vector<Quantity>>, Quantity> known_measures_;
};

}  // namespace benniu::indicators
