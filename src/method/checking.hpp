// The checker's workbench: the method under construction, its names with their types, and the
// findings. Shared by the checker's parts only.
#pragma once

#include <functional>
#include <set>

#include "method/checker.hpp"
#include "method/type.hpp"

namespace benniu::method {

// Where a formula stands: what it may speak of.
struct Where {
    std::optional<std::size_t> ledger;                     // fields of this ledger's entries
    bool of_stage = false;                                 // and of a stage at hand
    const std::vector<std::string>* parameters = nullptr;  // of the measure at hand
    bool ranks_known = false;                              // in awards and published columns
};

struct Checking {
    const Document& document;
    const Library& others;
    Method method;
    Symbols symbols;
    std::map<std::string, Type, std::less<>> types;        // of the symbols checked so far
    std::map<std::string, Type, std::less<>> bound_types;  // of the tables by tiers
    std::set<std::string, std::less<>> in_progress;
    std::function<void(const std::string&)> check_symbol;  // checks a symbol's statement
    std::size_t article = 0;                               // of the statement at hand
    Findings findings;

    void found(const std::string& code, int line, int position, const std::string& value,
               Words words = {}, Severity severity = Severity::error);
    void found(const std::string& code, const Node& node, Words words = {},
               Severity severity = Severity::error);

    [[nodiscard]] const model::LedgerDefinition& ledger(std::size_t index) const {
        return *method.formulas.ledgers[index];
    }
    [[nodiscard]] std::optional<std::size_t> ledger_index(const std::string& name) const;
    // The ledger of that name; a finding and nothing when there is none.
    std::optional<std::size_t> need_ledger(const std::string& name, int line, int position);

    // What a symbol's formula yields. Checks its statement first when need be; a cycle is a
    // finding.
    Type type_of(const std::string& name, const Node& node);

    // Every word that a formula may use there, for suggestions.
    [[nodiscard]] std::vector<std::string> known_words(const Where& where) const;
};

}  // namespace benniu::method
