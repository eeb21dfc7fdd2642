// The audit: the chain of facts, and every sealed result computed again from its own facts.
#pragma once

#include "app/books.hpp"

namespace benniu::app {

struct Verified {
    ledger::Receipt head;
    int sealed_results = 0;
    Findings findings;  // method-changed, seal-not-reproduced: one per result that differs
};

// Errors: those of ledger::verify, of the log, of a method or period that is gone.
[[nodiscard]] Result<Verified> verify_county(const ledger::Log& log, Books& books);

}  // namespace benniu::app
