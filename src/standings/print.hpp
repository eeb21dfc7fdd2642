// Standings as text: the canonical lines that a receipt covers, and the table as CSV.
#pragma once

#include <string>

#include "standings/standings.hpp"

namespace benniu::standings {

// One line per unit, in the order of the table; what a receipt's result digest covers.
[[nodiscard]] std::string print(const Standings& standings);

// RFC 4180 with CRLF: unit, group, then the method's columns.
[[nodiscard]] std::string csv(const Standings& standings);

}  // namespace benniu::standings
