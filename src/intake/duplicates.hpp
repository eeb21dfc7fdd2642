// Which drafts declare a thing that is declared already: by the ledger, or by another row of the
// same import. Article 7 of the competition's method, last row of its table.
//
// The ledger stands: nothing recorded is undone by an import. Within an import the earliest
// 填报日期 of the stage that the definition names stands, a blank one is the latest, and among
// equal dates the first in the order of files, sheets and rows.
#pragma once

#include <span>
#include <vector>

#include "ledger/entries.hpp"
#include "model/entry_draft.hpp"

namespace benniu::intake {

struct Declaration {
    const model::EntryDraft* draft = nullptr;
    ledger::Source source;
};

struct Duplicate {
    std::size_t declaration = 0;  // index of the one that does not stand
    ledger::Source first;         // where the one that stands was read
};

// `declarations` in the order of files, sheets and rows, without rejected rows; `known` may be
// null.
[[nodiscard]] std::vector<Duplicate> duplicates(const model::LedgerDefinition& definition,
                                                std::span<const Declaration> declarations,
                                                const ledger::LedgerEntries* known);

}  // namespace benniu::intake
