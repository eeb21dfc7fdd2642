// The order of units in their group: for ranks, and at the cut of an award. Fed by the scorer; read
// by standings.cpp, which ranks by it, and by explanation.cpp, which tells it.
#pragma once

#include <vector>

#include "score/scorer.hpp"

namespace benniu::standings {

using Keys = std::vector<score::Quantity>;

struct Placed {
    std::size_t unit = 0;  // in the scorer's readings
    Keys keys;
};

// Greater keys come first.
[[nodiscard]] bool is_before(const Keys& a, const Keys& b);
[[nodiscard]] bool is_level(const Keys& a, const Keys& b);

[[nodiscard]] std::vector<Placed> in_order(score::Scorer& scorer,
                                           const std::vector<std::size_t>& units,
                                           const std::vector<method::ExpressionPtr>& order);

// The units of a group from the end of the table that an award takes from, and how many of them it
// takes: its quota, and all who are level with the last of those.
struct Cut {
    std::vector<Placed> placed;
    Rational quota;
    std::size_t taken = 0;
};

// Of an award that takes a number.
[[nodiscard]] Cut cut_of(score::Scorer& scorer, const method::Award& award,
                         const std::vector<std::size_t>& units);

}  // namespace benniu::standings
