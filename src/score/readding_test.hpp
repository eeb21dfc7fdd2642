// Adds a step up again from its parts, without the evaluator: what an explanation claims must
// follow from what it shows. Gives the first step that does not, in words, or ""; a choice against
// its own conditions is a Bug.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "indicators/print.hpp"
#include "score/scorer.hpp"

namespace benniu::score::testing {

using indicators::Expression;
using indicators::Kind;
using indicators::Missing;

class Readding {
  public:
    explicit Readding(const method::Method& method) : method_(&method) {}

    std::string contradiction(const Step& step) const {
        for (const Step& part : step.parts) {
            if (std::string found = contradiction(part); !found.empty()) {
                return found;
            }
        }
        if (std::string found = contradiction_in_facts(step); !found.empty()) {
            return found;
        }
        const auto again = value_again(step);
        return !again || *again == step.value ? "" : told(step) + ", added up " + to_text(*again);
    }

  private:
    std::string told(const Step& step) const {
        return to_text(*step.formula, method_->formulas) + " is " + to_text(step.value);
    }
    static const Quantity& value(const Step& step, std::size_t part) {
        return step.parts.at(part).value;
    }
    static bool is_missing_part(const Step& step) {
        return std::any_of(step.parts.begin(), step.parts.end(),
                           [](const Step& part) { return indicators::is_missing(part.value); });
    }

    // Nothing for a step that only names what was given.
    std::optional<Quantity> value_again(const Step& step) const {
        switch (step.formula->kind) {
            case Kind::let:
            case Kind::definition:
            case Kind::measure:
                return step.parts.back().value;
            case Kind::or_else:
            case Kind::choose:
            case Kind::and_:
            case Kind::or_:
                return decided(step);
            case Kind::item:
                return rounded(step, method_->items[at(step)].rounding);
            case Kind::round_to:
                return rounded(step, method::RoundingWords{step.formula->places,
                                                           step.formula->rounding, false});
            case Kind::blend:
            case Kind::blend_part:
                return blended(step);
            case Kind::negate:
            case Kind::add:
            case Kind::subtract:
            case Kind::multiply:
            case Kind::divide:
                return computed(step);
            case Kind::minimum:
            case Kind::maximum:
            case Kind::mean:
            case Kind::clamp:
                return is_missing_part(step) ? Quantity(Missing{}) : chosen(step);
            case Kind::not_:
                return !indicators::is_true(value(step, 0));
            case Kind::less_equal:
            case Kind::greater_equal:
            case Kind::equal:
                return !is_missing_part(step) && holds(step);
            case Kind::between:
                return !is_missing_part(step) && !(value(step, 0) < value(step, 1)) &&
                       !(value(step, 2) < value(step, 0));
            case Kind::lookup:
                return read(step);
            case Kind::aggregate:
                return folded(step);
            default:
                return std::nullopt;
        }
    }

    static std::size_t at(const Step& step) {
        return static_cast<std::size_t>(step.formula->index);
    }

    // What is decided part by part stops where the answer is known, and not before.
    static Quantity decided(const Step& step) {
        const Quantity& last = step.parts.back().value;
        const bool first_holds = indicators::is_true(value(step, 0));
        switch (step.formula->kind) {
            case Kind::and_:
                ensure(first_holds == (step.parts.size() == 2), "the second condition is asked");
                return indicators::is_true(last);
            case Kind::or_:
                ensure(first_holds == (step.parts.size() == 1), "the second condition is asked");
                return indicators::is_true(last);
            case Kind::or_else:
                ensure(indicators::is_missing(value(step, 0)) == (step.parts.size() == 2),
                       "what stands behind else is asked when the first is missing");
                return last;
            default:
                break;
        }
        // condition, value behind it or next condition, …; the last is the value
        for (std::size_t i = 0; i + 1 < step.parts.size(); ++i) {
            const bool is_chosen = i + 2 == step.parts.size() &&
                                   i + 1 < step.formula->parts.size() &&
                                   step.parts.back().formula != step.formula->parts.back().get();
            ensure(indicators::is_true(value(step, i)) == is_chosen,
                   "the first condition that holds is chosen");
        }
        return last;
    }

    static bool holds(const Step& step) {
        const Quantity& left = value(step, 0);
        const Quantity& right = value(step, 1);
        return step.formula->kind == Kind::equal        ? left == right
               : step.formula->kind == Kind::less_equal ? !(right < left)
                                                        : !(left < right);
    }

    static Quantity computed(const Step& step) {
        if (is_missing_part(step)) {
            return Missing{};
        }
        const auto* const date = std::get_if<Date>(&value(step, 0));
        if (date != nullptr) {
            return Rational(date->days_since_1970() -
                            std::get<Date>(value(step, 1)).days_since_1970());
        }
        const auto& a = std::get<Rational>(value(step, 0));
        if (step.formula->kind == Kind::negate) {
            return Rational(0) - a;
        }
        const auto& b = std::get<Rational>(value(step, 1));
        switch (step.formula->kind) {
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

    static Quantity chosen(const Step& step) {
        std::vector<Rational> numbers;
        for (const Step& part : step.parts) {
            numbers.push_back(std::get<Rational>(part.value));
        }
        if (step.formula->kind == Kind::clamp) {
            return numbers[0] < numbers[1] ? numbers[1] : std::min(numbers[0], numbers[2]);
        }
        if (step.formula->kind == Kind::mean) {
            return mean(numbers);
        }
        return step.formula->kind == Kind::minimum
                   ? *std::min_element(numbers.begin(), numbers.end())
                   : *std::max_element(numbers.begin(), numbers.end());
    }

    static Rational sum(const std::vector<Rational>& numbers) {
        Rational total;
        for (const Rational& number : numbers) {
            total = total + number;
        }
        return total;
    }
    static Quantity mean(const std::vector<Rational>& numbers) {
        const auto count = static_cast<std::int64_t>(numbers.size());
        return numbers.empty() ? Quantity(Missing{}) : Quantity(sum(numbers) / Rational(count));
    }

    // The nearest number of that many digits, away from zero when two are as near (第三条).
    static Quantity rounded(const Quantity& exact, const method::RoundingWords& words) {
        if (indicators::is_missing(exact)) {
            return exact;
        }
        ensure(words.mode == Rounding::half_up, "the shipped methods round half up");
        Rational scale(1);
        for (int i = 0; i < words.places; ++i) {
            scale = scale * Rational(10);
        }
        const auto& number = std::get<Rational>(exact);
        const Rational doubled = number * scale * Rational(2);
        const Rational away = doubled + Rational(number.is_negative() ? -1 : 1);
        const Decimal whole = *(away / Rational(2)).rounded(0, Rounding::down);
        return Rational(whole) / scale;
    }
    static Quantity rounded(const Step& step, const std::optional<method::RoundingWords>& words) {
        ensure(step.unrounded == step.parts.back().value, "what was rounded is the last part");
        return words ? rounded(step.unrounded, *words) : step.unrounded;
    }

    Quantity blended(const Step& step) const {
        const method::Blend& blend = method_->blends[at(step)];
        const auto& to = std::get<Rational>(value(step, 0));
        Rational weights;
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            const bool counts = !indicators::is_missing(value(step, 2 * i + 2));
            weights = weights + (counts ? std::get<Rational>(value(step, 2 * i + 1)) : Rational(0));
        }
        Rational total;
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            const auto& weight = std::get<Rational>(value(step, 2 * i + 1));
            const Quantity& of = value(step, 2 * i + 2);
            Quantity points = Missing{};
            if (!indicators::is_missing(of) && !weight.is_zero()) {
                points = std::get<Rational>(of) * weight / weights * to;
                points = blend.rounding ? rounded(points, *blend.rounding) : points;
                total = total + std::get<Rational>(points);
            }
            if (step.formula->kind == Kind::blend_part &&
                step.formula->second == static_cast<int>(i)) {
                return points;
            }
        }
        return weights.is_zero() ? step.parts.back().value : Quantity(total);
    }

    Quantity read(const Step& step) const {
        const indicators::Table& table = method_->formulas.tables[at(step)];
        if (is_missing_part(step)) {
            return Missing{};
        }
        if (step.row < 0) {
            return table.otherwise;
        }
        const auto row = static_cast<std::size_t>(step.row);
        return row < table.tiers.size() ? table.tiers[row].value : table.words[row].value;
    }

    static Quantity folded(const Step& step) {
        using indicators::Function;
        std::vector<Rational> numbers;
        std::set<std::string> different;
        for (const auto& [looked, steps] : step.counted) {
            const auto* const number =
                steps.empty() ? nullptr : std::get_if<Rational>(&steps.front().value);
            numbers.push_back(number == nullptr ? Rational(1) : *number);
            different.insert(steps.empty() ? "" : to_text(steps.front().value));
        }
        const auto count = static_cast<std::int64_t>(step.counted.size());
        switch (step.formula->aggregate->function) {
            case Function::sum:
                return sum(numbers);
            case Function::count:
                return Rational(count);
            case Function::count_distinct:
                return Rational(static_cast<std::int64_t>(different.size()));
            case Function::any:
                return count > 0;
            default:
                return mean(numbers);
        }
    }

    std::string contradiction_in_facts(const Step& step) const {
        for (const std::string& found :
             {in_counted(step), in_not_counted(step), in_conditions(step)}) {
            if (!found.empty()) {
                return found;
            }
        }
        return "";
    }

    std::string in_counted(const Step& step) const {
        std::string found;
        for (const auto& [looked, steps] : step.counted) {
            for (const Step& what : steps) {
                if (found.empty()) {
                    found = indicators::is_missing(what.value)
                                ? told(step) + " counts what is missing"
                                : contradiction(what);
                }
            }
        }
        return found;
    }

    std::string in_not_counted(const Step& step) const {
        std::string found;
        for (const auto& [looked, steps] : step.not_counted) {
            const Quantity& why = steps.at(0).value;
            const bool holds = !indicators::is_missing(why) && why != Quantity(false);
            if (found.empty()) {
                found = holds ? told(step) + " leaves out what holds" : contradiction(steps[0]);
            }
        }
        return found;
    }

    std::string in_conditions(const Step& step) const {
        std::string found;
        for (const auto& [looked, steps] : step.conditions) {
            const bool holds = steps.at(0).value == Quantity(true);
            if (found.empty()) {
                found = holds ? contradiction(steps[0]) : told(step) + " counts what does not hold";
            }
        }
        return found;
    }

    const method::Method* method_;
};

}  // namespace benniu::score::testing
