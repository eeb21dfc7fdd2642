// Folds the amounts that an aggregate or a group meets into one quantity. Missing amounts are left
// out by the caller.
#pragma once

#include <set>

#include "indicators/expression.hpp"

namespace benniu::indicators {

class Aggregation {
  public:
    explicit Aggregation(Function function) : function_(function) {}

    void take(const Quantity& amount);
    // Of nothing: 0 for sums and counts, no for any, missing for the rest.
    [[nodiscard]] Quantity result() const;

  private:
    Function function_;
    std::int64_t taken_ = 0;
    Rational sum_;
    Quantity extreme_;
    std::set<Quantity> distinct_;
};

// Orders two quantities of one type; nothing when one is missing or they differ in type.
[[nodiscard]] std::partial_ordering compare(const Quantity& left, const Quantity& right);

}  // namespace benniu::indicators
