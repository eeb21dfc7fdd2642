#include "score/scorer.hpp"

namespace benniu::score {

using indicators::Context;
using indicators::Expression;
using indicators::Kind;
using indicators::Missing;

namespace {

Quantity rounded(const Quantity& value, const std::optional<method::RoundingWords>& words) {
    if (!words || indicators::is_missing(value)) {
        return value;
    }
    const auto decimal = std::get<Rational>(value).rounded(words->places, words->mode);
    ensure(decimal.has_value(), "a rounded score stays in Decimal's range");
    return Rational(*decimal);
}

// Evaluates an inner formula; its step becomes the next part of `step`.
Quantity part(Scorer& scorer, const Expression& formula, std::size_t unit, Step* step) {
    if (step == nullptr) {
        return scorer.value(formula, unit);
    }
    Step inner;
    Quantity value = scorer.value(formula, unit, &inner);
    step->parts.push_back(std::move(inner));
    return value;
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const method::Method> method, const indicators::PeriodRule& period,
               std::shared_ptr<const ledger::County> county, Others others)
    : method_(std::move(method)),
      period_(&period),
      readings_(indicators::from_ledger(std::move(county), method_->formulas, method_->groups)),
      evaluator_(method_->formulas, readings_, *period_),
      others_(std::move(others)) {
    evaluator_.set_beyond([this](const Expression& formula, std::size_t unit, Step* step) {
        return beyond(formula, unit, step);
    });
}

std::optional<std::size_t> Scorer::unit(std::string_view id) const {
    for (std::size_t i = 0; i < readings_.units.size(); ++i) {
        if (readings_.units[i].id == id) {
            return i;
        }
    }
    return std::nullopt;
}

Quantity Scorer::item(std::size_t index, std::size_t unit, Step* step) {
    const method::Item& item = method_->items[index];
    const auto known = items_.find({index, unit});
    if (step == nullptr && known != items_.end()) {
        return known->second;
    }
    const Quantity exact = part(*this, *item.body, unit, step);
    Quantity value = rounded(exact, item.rounding);
    if (step != nullptr) {
        step->unrounded = exact;
    }
    items_.insert_or_assign({index, unit}, value);
    return value;
}

// The parts' steps follow each other as: to, then weight and value of each part, then otherwise.
BlendScore Scorer::scored_blend(const method::Blend& blend, std::size_t unit, Step* step) {
    BlendScore score;
    score.to = std::get<Rational>(part(*this, *blend.to, unit, step));
    for (const method::BlendRule& rule : blend.parts) {
        PartScore one;
        one.weight = std::get<Rational>(part(*this, *rule.weight, unit, step));
        one.value = part(*this, *rule.body, unit, step);
        if (!indicators::is_missing(one.value)) {
            score.weights = score.weights + one.weight;
        }
        score.parts.push_back(std::move(one));
    }
    Rational total;
    for (PartScore& one : score.parts) {
        if (indicators::is_missing(one.value) || one.weight.is_zero()) {
            continue;
        }
        one.unrounded = one.weight * score.to / score.weights * std::get<Rational>(one.value);
        one.points = rounded(one.unrounded, blend.rounding);
        total = total + std::get<Rational>(one.points);
    }
    score.total = total;
    if (score.weights.is_zero()) {
        score.total = blend.otherwise ? part(*this, *blend.otherwise, unit, step) : Missing{};
    }
    return score;
}

const BlendScore& Scorer::blend(std::size_t index, std::size_t unit) {
    const auto known = blends_.find({index, unit});
    if (known != blends_.end()) {
        return known->second;
    }
    BlendScore score = scored_blend(method_->blends[index], unit, nullptr);
    return blends_.emplace(std::pair(index, unit), std::move(score)).first->second;
}

bool Scorer::is_vetoed(std::size_t unit, Step* step) {
    if (!method_->veto) {
        return false;
    }
    if (step == nullptr) {
        if (const auto known = vetoes_.find(unit); known != vetoes_.end()) {
            return known->second;
        }
    }
    const bool vetoed = indicators::is_true(part(*this, *method_->veto, unit, step));
    vetoes_[unit] = vetoed;
    return vetoed;
}

// A unit that the other method does not rank has no result there.
Quantity Scorer::other_result(const indicators::OtherResult& asked, std::size_t unit) {
    Scorer* const other = others_(asked);
    ensure(other != nullptr, "the checker knows every method and period that is asked for");
    const auto number = other->unit(readings_.units[unit].id);
    if (!number) {
        return Missing{};
    }
    if (asked.item == "vetoed") {
        return other->is_vetoed(*number);
    }
    const auto index = other->method().item(asked.item);
    ensure(index.has_value(), "the checker knows every item that is asked for");
    return other->item(*index, *number);
}

Quantity Scorer::beyond(const Expression& formula, std::size_t unit, Step* step) {
    const auto index = static_cast<std::size_t>(formula.index);
    switch (formula.kind) {
        case Kind::item:
            return item(index, unit, step);
        case Kind::blend:
        case Kind::blend_part: {
            const BlendScore score = step == nullptr
                                         ? blend(index, unit)
                                         : scored_blend(method_->blends[index], unit, step);
            return formula.kind == Kind::blend
                       ? score.total
                       : score.parts[static_cast<std::size_t>(formula.second)].points;
        }
        case Kind::other_result:
            return other_result(*formula.other, unit);
        case Kind::context:
            if (formula.context == Context::vetoed) {
                return is_vetoed(unit, step);
            }
            ensure(static_cast<bool>(ranks_), "ranks are asked for only when they are known");
            return ranks_(formula.context, unit);
        default:
            break;
    }
    ensure(false, "a scorer answers for items, blends, results and ranks");
    return Missing{};
}

}  // namespace benniu::score
