// Whether a draft may become facts: the conditions that the ledger's definition sets, one by one.
// For the county's pack they are article 7 of the competition's method (不予采信) but for
// `duplicate`, which needs the other entries. Read by intake and by forms.
#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/entry_draft.hpp"

namespace benniu::model {

struct Problem {
    DraftColumn column;
    std::string code;
    Severity severity = Severity::error;  // a warning does not keep the draft out
    std::string value;                    // as written
    Words words;
    friend bool operator==(const Problem&, const Problem&) = default;
};

// Codes: required, out-of-range, unknown-unit, check-digit, no-such-date, unknown-choice,
// stage-order, stage-skipped, future-date, and what hindered a reading (Reading::problem).
// All of them, by column and then by code.
[[nodiscard]] std::vector<Problem> check(const LedgerDefinition& definition,
                                         const EntryDraft& draft);

[[nodiscard]] bool has_errors(const std::vector<Problem>& problems);

}  // namespace benniu::model
