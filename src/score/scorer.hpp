// Carries out one method for one period on one snapshot: items and blends, exact, rounded only
// where an article says so. The reference evaluator; what the batch engine and SQL must equal.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "indicators/evaluator.hpp"
#include "method/method.hpp"

namespace benniu::score {

using indicators::Quantity;
using indicators::Step;

class Scorer;

// Answers for other methods: the scorer that `result(method, period, item)` asks. Never null for
// what the checker has let pass.
using Others = std::function<Scorer*(const indicators::OtherResult&)>;
// Answers rank and last_rank once standings are known.
using Ranks = std::function<Quantity(indicators::Context, std::size_t unit)>;

// What became of one part of a blend.
struct PartScore {
    Rational weight;
    Quantity value;      // missing: the part drops out
    Quantity unrounded;  // weight × to ÷ (sum of the weights that count) × value
    Quantity points;     // rounded where the method says so; missing for a part that dropped out
};

struct BlendScore {
    Rational to;
    Rational weights;  // of the parts that count
    std::vector<PartScore> parts;
    Quantity total;
};

class Scorer {
  public:
    Scorer(std::shared_ptr<const method::Method> method, const indicators::PeriodRule& period,
           std::shared_ptr<const ledger::County> county, Others others);
    Scorer(const Scorer&) = delete;
    Scorer& operator=(const Scorer&) = delete;
    ~Scorer() = default;

    [[nodiscard]] const method::Method& method() const { return *method_; }
    [[nodiscard]] const std::shared_ptr<const method::Method>& shared_method() const {
        return method_;
    }
    [[nodiscard]] const indicators::PeriodRule& period() const { return *period_; }
    [[nodiscard]] const indicators::Readings& readings() const { return readings_; }
    [[nodiscard]] std::optional<std::size_t> unit(std::string_view id) const;

    Quantity item(std::size_t index, std::size_t unit, Step* step = nullptr);
    const BlendScore& blend(std::size_t index, std::size_t unit);
    bool is_vetoed(std::size_t unit, Step* step = nullptr);
    // The scorer that another method's result comes from, for explanations.
    [[nodiscard]] Scorer* other(const indicators::OtherResult& asked) const {
        return others_(asked);
    }
    // Any unit-level formula of the method.
    Quantity value(const indicators::Expression& formula, std::size_t unit, Step* step = nullptr) {
        return evaluator_.of_unit(formula, unit, step);
    }

    void set_ranks(Ranks ranks) { ranks_ = std::move(ranks); }

  private:
    Quantity beyond(const indicators::Expression& formula, std::size_t unit, Step* step);
    Quantity other_result(const indicators::OtherResult& asked, std::size_t unit);
    BlendScore scored_blend(const method::Blend& blend, std::size_t unit, Step* step);

    std::shared_ptr<const method::Method> method_;
    const indicators::PeriodRule* period_;
    indicators::Readings readings_;
    indicators::Evaluator evaluator_;
    Others others_;
    Ranks ranks_;
    std::map<std::pair<std::size_t, std::size_t>, Quantity> items_;
    std::map<std::pair<std::size_t, std::size_t>, BlendScore> blends_;
    std::map<std::size_t, bool> vetoes_;
};

}  // namespace benniu::score
