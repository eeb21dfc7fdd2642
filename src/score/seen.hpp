// What a reader must look at to check a step: the names in it with the values that stood there.
// Fed by the evaluator's steps; read by explanation.cpp.
#pragma once

#include <string>
#include <vector>

#include "score/scorer.hpp"

namespace benniu::score {

// "签约·完成日期", "2021-05-11". What is fixed is the same for every fact: a date of the period, a
// field of the unit.
struct Seen {
    std::string name;
    std::string value;
    bool is_fixed = false;

    friend bool operator==(const Seen&, const Seen&) = default;
};

// Each name once, in the order in which the step met them. A condition that another article defines
// is told by what stands in it.
[[nodiscard]] std::vector<Seen> seen_in(const Step& step, const indicators::Formulas& formulas,
                                        const model::LedgerDefinition& ledger);

}  // namespace benniu::score
