#include "standings/order.hpp"

#include <algorithm>

#include "indicators/aggregation.hpp"

namespace benniu::standings {

using indicators::Quantity;
using score::Scorer;

namespace {

// The checker lets only a yes-or-no be missing here; left blank, it counts as no.
Keys keys_of(Scorer& scorer, const std::vector<method::ExpressionPtr>& order, std::size_t unit) {
    Keys keys;
    keys.reserve(order.size());
    for (const auto& formula : order) {
        Quantity key = scorer.value(*formula, unit);
        keys.push_back(indicators::is_missing(key) ? Quantity(false) : std::move(key));
    }
    return keys;
}

}  // namespace

bool is_before(const Keys& a, const Keys& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (const auto order = indicators::compare(a[i], b[i]); order != 0) {
            return order > 0;
        }
    }
    return false;
}

bool is_level(const Keys& a, const Keys& b) {
    return !is_before(a, b) && !is_before(b, a);
}

std::vector<Placed> in_order(Scorer& scorer, const std::vector<std::size_t>& units,
                             const std::vector<method::ExpressionPtr>& order) {
    std::vector<Placed> placed;
    placed.reserve(units.size());
    for (const std::size_t unit : units) {
        placed.push_back({unit, keys_of(scorer, order, unit)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return is_before(a.keys, b.keys); });
    return placed;
}

Cut cut_of(Scorer& scorer, const method::Award& award, const std::vector<std::size_t>& units) {
    Cut cut{in_order(scorer, units, award.order), {}, 0};
    if (award.from_bottom) {
        std::reverse(cut.placed.begin(), cut.placed.end());
    }
    cut.quota = std::get<Rational>(scorer.value(*award.take, units.front()));
    for (std::size_t i = 0; i < cut.placed.size(); ++i) {
        const bool inside = Rational(static_cast<std::int64_t>(i)) < cut.quota;
        const bool level = cut.taken > 0 && is_level(cut.placed[i - 1].keys, cut.placed[i].keys);
        if (!inside && !level) {
            break;
        }
        ++cut.taken;
    }
    return cut;
}

}  // namespace benniu::standings
