// A file of method cases, read: each case's facts and what is expected of them.
#pragma once

#include <string>
#include <vector>

#include "app/pack.hpp"

namespace benniu::app {

struct Expectation {
    std::string unit;
    std::vector<std::pair<std::string, std::string>> values;  // item, measure, rank … → exact text
};

struct MethodCase {
    std::string title;
    std::string method;
    std::string period;
    std::vector<ledger::Deed> deeds;
    std::vector<Expectation> expected;
};

struct CaseFile {
    std::vector<MethodCase> cases;
    Findings findings;
};

[[nodiscard]] CaseFile read_cases(const std::string& yaml, const std::string& path,
                                  const Pack& pack);

}  // namespace benniu::app
