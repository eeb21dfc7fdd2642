#include "base/finding.hpp"

#include <algorithm>

namespace benniu {

bool has_errors(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace benniu
