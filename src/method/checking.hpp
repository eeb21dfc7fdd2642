// The checker's workbench: the method under construction, its names with their types, and the
// findings. Shared by the checker's parts only.
#pragma once

#include <functional>
#include <set>

#include "method/checker.hpp"
#include "method/guards.hpp"
#include "method/type.hpp"

namespace benniu::method {

// Where a formula stands: what it may speak of.
struct Where {
    std::optional<std::size_t> ledger;              // fields of this ledger's entries
    bool of_stage = false;                          // and of a stage at hand
    const std::vector<Word>* parameters = nullptr;  // of the measure at hand
    const std::vector<Type>* arguments = nullptr;   // their types
    bool veto_known = false;                        // in the order of ranks, too
    bool ranks_known = false;                       // in awards and published columns
};

// How deep a formula nests and how much it writes out, through the names that it uses.
struct Effort {
    int depth = 0;
    int deepest = 0;
    std::uint64_t steps = 0;
};

struct Checking {
    const Document& document;
    const Library& others;
    Method method;
    std::optional<std::size_t> units;  // the ledger that lists them, when `units` names it rightly
    Symbols symbols;
    // Of the symbols checked so far; a measure with parameters has a type for each kind of
    // arguments it is asked with (see variant_of).
    std::map<std::string, Type, std::less<>> types;
    std::map<std::string, Effort, std::less<>> efforts;
    std::map<std::string, Type, std::less<>> bound_types;  // of the tables by tiers
    Reaches reaches;
    std::set<std::string, std::less<>> in_progress;
    std::set<std::string, std::less<>> without_ledger;  // definitions on no ledger there is
    // Checks a symbol's statement; a measure's, for arguments of these types.
    std::function<void(const std::string&, const std::vector<Type>&)> check_symbol;
    std::size_t article = 0;  // of the statement at hand
    Effort effort;            // of the formula at hand
    std::uint64_t steps = 0;  // of all formulas checked
    bool is_too_large = false;
    std::size_t suggestions = 0;
    Findings findings;

    void found(const std::string& code, const Word& place, Words words = {},
               Severity severity = Severity::error);
    void found(const std::string& code, const Node& node, Words words = {},
               Severity severity = Severity::error);

    [[nodiscard]] const model::LedgerDefinition& ledger(std::size_t index) const {
        return *method.formulas.ledgers[index];
    }
    [[nodiscard]] std::optional<std::size_t> ledger_index(const std::string& name) const;
    // The ledger of that name; a finding and nothing when there is none.
    std::optional<std::size_t> need_ledger(const Word& name);

    // What a symbol's formula yields. Checks its statement first when need be; nothing, with a
    // finding, for a cycle.
    std::optional<Type> type_of(const std::string& name, const Node& node,
                                const std::vector<Type>& arguments = {});
    [[nodiscard]] static std::string variant_of(const std::string& name,
                                                const std::vector<Type>& arguments);
    // Whether a formula has outgrown its limits; a finding the first time.
    bool outgrows(const Node& node);

    // Whether a statement that could not be read would have declared that name, or that word.
    [[nodiscard]] bool is_unread_name(std::string_view name) const;
    [[nodiscard]] bool is_unread_statement(std::string_view word) const;

    // "签约, 注册, 开工": what there is, the nearest to `word` first, cut to limits::name_bytes.
    std::string listed(std::vector<std::string> words, const std::string& word);
    // The nearest of `words`, or ""; not looked for any more after limits::suggestions_per_text.
    std::string suggested(const std::string& word, const std::vector<std::string>& words);
    // Every word that a formula may use there, for suggestions.
    [[nodiscard]] std::vector<std::string> known_words(const Where& where) const;
};

[[nodiscard]] std::vector<std::string> names_of(const std::vector<model::Field>& fields);

}  // namespace benniu::method
