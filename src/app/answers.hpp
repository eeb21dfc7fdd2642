// Answers as JSON, one shape for the command line and the web (docs/formats/answers.md). Numbers
// are texts: exact, or as published.
#pragma once

#include <string>

#include "app/desk.hpp"

namespace benniu::app {

[[nodiscard]] std::string county_json(const ledger::County& county, const Pack& pack);
[[nodiscard]] std::string standings_json(const Answer& answer, const Ask& ask);
[[nodiscard]] std::string explanation_json(const Answer& answer, const Ask& ask,
                                           const UnitExplanation& told);
[[nodiscard]] std::string method_json(const method::Method& method);

}  // namespace benniu::app
