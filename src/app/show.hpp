// What each stage holds, as text: for people who look inside, and for goldens.
#pragma once

#include "app/books.hpp"

namespace benniu::app {

// `stage` is one of model, ledger, indicators, method, score, standings, publication. Errors:
// no-such-stage, those of the log.
[[nodiscard]] Result<std::string> shown(const std::string& stage, const ledger::Log& log,
                                        Books& books);

}  // namespace benniu::app
