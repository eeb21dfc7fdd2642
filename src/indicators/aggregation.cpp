#include "indicators/aggregation.hpp"

#include "base/result.hpp"

namespace benniu::indicators {

void Aggregation::take(const Quantity& amount) {
    ++taken_;
    switch (function_) {
        case Function::sum:
        case Function::mean:
            sum_ = sum_ + std::get<Rational>(amount);
            break;
        case Function::count_distinct:
            distinct_.insert(amount);
            break;
        case Function::minimum:
        case Function::maximum: {
            const auto order = compare(amount, extreme_);
            const bool better = function_ == Function::minimum ? order < 0 : order > 0;
            if (is_missing(extreme_) || better) {
                extreme_ = amount;
            }
            break;
        }
        case Function::count:
        case Function::any:
        case Function::rank:
            break;
    }
}

Quantity Aggregation::result() const {
    switch (function_) {
        case Function::sum:
            return sum_;
        case Function::count:
            return Rational(taken_);
        case Function::count_distinct:
            return Rational(static_cast<std::int64_t>(distinct_.size()));
        case Function::any:
            return taken_ > 0;
        case Function::mean:
            return taken_ == 0 ? Quantity(Missing{}) : Quantity(sum_ / Rational(taken_));
        case Function::minimum:
        case Function::maximum:
            return extreme_;
        case Function::rank:
            break;
    }
    ensure(false, "a rank is no fold of amounts");
    return Missing{};
}

std::partial_ordering compare(const Quantity& left, const Quantity& right) {
    if (left.index() != right.index() || is_missing(left)) {
        return std::partial_ordering::unordered;
    }
    if (const auto* const number = std::get_if<Rational>(&left)) {
        return *number <=> std::get<Rational>(right);
    }
    if (const auto* const date = std::get_if<Date>(&left)) {
        return *date <=> std::get<Date>(right);
    }
    if (const auto* const text = std::get_if<std::string_view>(&left)) {
        return *text <=> std::get<std::string_view>(right);
    }
    return std::get<bool>(left) <=> std::get<bool>(right);
}

}  // namespace benniu::indicators
