// The county's entries folded from facts, as they stood at a cut: up to a sequence number, and as
// known on a day. Everything here can be thrown away and folded again. Read by indicators and app.
//
// Known on a day D: a stage counts as reported only if its report is dated D or earlier, as
// verified only if its verification is; a `date` field holding a later day is still blank; an entry
// that happened later is not there. Plans and due dates (`deadline`) are known from the start.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ledger/fact.hpp"
#include "ledger/log.hpp"
#include "model/ledger_definition.hpp"
#include "model/units.hpp"

namespace benniu::ledger {

struct StageRecord {
    std::optional<Date> occurred;
    std::optional<Date> reported;
    Verdict verdict = Verdict::pending;
    std::optional<Date> verified;
    Sequence reported_by = 0;  // the facts behind it; 0 for none
    Sequence verified_by = 0;
    friend bool operator==(const StageRecord&, const StageRecord&) = default;
};

struct Entry {
    std::string key;
    std::vector<model::Value> fields;   // in the order of the definition
    std::vector<Sequence> field_facts;  // the fact that last set each field
    std::vector<StageRecord> stages;    // in the order of the definition
    Source source;                      // where it was first read
    Sequence opened_by = 0;
};

// The entries of one ledger in the order in which they were opened.
struct LedgerEntries {
    std::shared_ptr<const model::LedgerDefinition> definition;
    std::vector<Entry> entries;

    [[nodiscard]] const Entry* find(std::string_view key) const;
    [[nodiscard]] const model::Value& value(const Entry& entry, std::string_view field) const;
    std::map<std::string, std::size_t, std::less<>> by_key;
};

struct Closing {
    PeriodClosed closed;
    Sequence seq = 0;
};

struct Issue {
    BulletinIssued issued;
    Sequence seq = 0;
    Instant recorded;
};

// The county as folded.
struct County {
    std::string name;
    std::string pack;
    std::map<std::string, LedgerEntries, std::less<>> ledgers;
    model::Units units;
    std::map<Digest, RulesKept> rules;  // all that something was ever sealed under
    std::vector<Closing> closings;
    std::vector<Issue> bulletins;
    Receipt head;  // of the last batch folded
    Instant recorded;

    [[nodiscard]] const LedgerEntries* ledger(std::string_view wanted) const;
};

struct Cut {
    std::optional<Sequence> up_to;  // facts after it are not folded
    std::optional<Date> known_on;
};

using Definitions = std::vector<std::shared_ptr<const model::LedgerDefinition>>;

// Folds the whole log to the cut. Facts of ledgers or fields that the definitions no longer name
// are kept in the log and left out here. Errors: those of the log.
[[nodiscard]] Result<County> fold(const Log& log, const Definitions& definitions, const Cut& cut);

// The same over facts at hand, numbered from 1; for tests and dry runs.
[[nodiscard]] County fold(std::span<const Deed> deeds, const Definitions& definitions,
                          const Cut& cut);

}  // namespace benniu::ledger
