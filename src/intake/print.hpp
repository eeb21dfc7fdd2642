// An import's findings as a table for people and programs. Read by cli.
#pragma once

#include <string>

#include "base/finding.hpp"

namespace benniu::intake {

// The errors as CSV: "file,sheet,row,column,finding", lines ended by CRLF, UTF-8 without a mark.
// Notes and warnings keep nothing out and are left out.
[[nodiscard]] std::string findings_csv(const Findings& findings);

}  // namespace benniu::intake
