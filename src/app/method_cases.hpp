// Test cases that a method's author writes beside it: facts in, points out, exact. A file of
// packs/*/method-cases/*.yaml holds the cases of one method (docs/how-to/add-an-article.md).
#pragma once

#include "app/pack.hpp"

namespace benniu::app {

struct CaseFailure {
    std::string title;
    std::string unit;
    std::string name;
    std::string wanted;
    std::string found;
};

// One place in a method where the calculation can go several ways.
struct Branch {
    std::string article;
    std::string place;  // the formula or table, and the way
    int line = 0;       // of the method's file, where the table's name does not tell
};

struct CasesResult {
    int cases = 0;
    std::vector<CaseFailure> failures;
    int branches = 0;               // of the methods that have cases
    std::vector<Branch> unreached;  // by any case
    Findings findings;              // of the files
};

[[nodiscard]] CasesResult run_method_cases(const Pack& pack);

}  // namespace benniu::app
