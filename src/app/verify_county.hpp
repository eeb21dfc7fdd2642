// The audit: the chain of facts, and every sealed result computed again from its own
// facts under its own rules, every issued bulletin still there byte for byte.
#pragma once

#include "app/books.hpp"

namespace benniu::app {

struct Verified {
    ledger::Receipt head;
    int sealed_results = 0;
    Findings findings;  // seal-not-reproduced: one per result that differs
};

// Errors: those of ledger::verify, of the log and of the keep.
[[nodiscard]] Result<Verified> verify_county(const ledger::Log& log, const ledger::Keep& keep,
                                             Books& books);

}  // namespace benniu::app
