// The county's entries laid out for measuring: every field as a quantity, and for every unit field
// an index from unit to entries, so that a unit's measures look only at its own entries.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indicators/formulas.hpp"
#include "ledger/entries.hpp"

namespace benniu::indicators {

struct LedgerReadings {
    const ledger::LedgerEntries* entries = nullptr;
    std::vector<std::vector<Quantity>> fields;  // entry × field
    // field × unit → entries in order; empty for fields that are no units
    std::vector<std::vector<std::vector<std::size_t>>> by_unit;
};

struct UnitReading {
    std::string_view id;
    std::string_view group;
    std::size_t entry = 0;  // in the ledger that lists units
};

// One snapshot for one method. Keeps the county alive; quantities are views into it.
struct Readings {
    std::shared_ptr<const ledger::County> county;
    std::vector<LedgerReadings> ledgers;  // in the order of Formulas::ledgers
    std::vector<UnitReading> units;       // those of the method's groups
    std::map<std::string_view, std::vector<std::size_t>> groups;
};

[[nodiscard]] Readings from_ledger(std::shared_ptr<const ledger::County> county,
                                   const Formulas& formulas,
                                   const std::vector<std::string>& groups);

}  // namespace benniu::indicators
