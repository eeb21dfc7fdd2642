// What can be said of a formula without carrying it out: which entries can meet a condition at all,
// and how far its value is the same. Used by the checker.
#pragma once

#include <vector>

#include "indicators/formulas.hpp"

namespace benniu::method {

// For whom a formula yields one and the same value.
enum class Reach { county, group, unit };

// What is known of names already checked, by index: so that no chain of names is walked twice.
struct Reaches {
    std::vector<Reach> lets;
    std::vector<Reach> definitions;
    std::vector<Reach> measures;
    std::vector<std::vector<std::size_t>> definition_guards;
};

// Unit fields one of which is the unit wherever `condition` holds; empty when there are none.
[[nodiscard]] std::vector<std::size_t> guards_of(const indicators::Expression& condition,
                                                 const Reaches& known);
[[nodiscard]] Reach reach_of(const indicators::Expression& formula, const Reaches& known);

}  // namespace benniu::method
