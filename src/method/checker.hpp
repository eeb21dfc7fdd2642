// From syntax to a method: looks up every word, proves types, units of measure and missing cases,
// and says everything that is wrong, at once, with its place and remedy.
#pragma once

#include <memory>

#include "base/finding.hpp"
#include "method/symbols.hpp"
#include "model/ledger_definition.hpp"

namespace benniu::method {

using Definitions = std::vector<std::shared_ptr<const model::LedgerDefinition>>;

struct CheckedMethod {
    std::shared_ptr<const Method> method;  // null when a finding is an error
    Findings findings;
};

// `text` is the digest of the published file; `others` the methods whose results it may ask for,
// null for one that has errors.
[[nodiscard]] CheckedMethod check(const Document& document, const Digest& text,
                                  const Definitions& definitions, const Library& others);

}  // namespace benniu::method
