// Two versions of a method over the same facts: who moves, and by which article.
#pragma once

#include "app/books.hpp"

namespace benniu::app {

struct ValueChange {
    std::string article;
    std::string name;
    std::string before;
    std::string after;
};

struct UnitChange {
    std::string unit;
    std::string group;
    int rank_before = 0;  // 0: not ranked
    int rank_after = 0;
    std::vector<ValueChange> values;  // items that differ, in the order of the method
};

struct MethodDiff {
    std::vector<UnitChange> units;  // those for whom something differs
    Findings findings;              // of the new version
};

// `text` is the new version of one of the pack's methods. Errors: no-such-method (its name is none
// of the pack's), no-such-period, those of the log; a version with errors gives findings only.
[[nodiscard]] Result<MethodDiff> method_diff(const ledger::Log& log, const Pack& pack,
                                             const std::string& text, const std::string& period);

}  // namespace benniu::app
