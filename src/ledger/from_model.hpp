// From an entry as drafted to the facts that record it: all of it when the entry is new, only what
// differs when it is known. A draft that says what is known already gives no facts, so that
// importing a file twice appends nothing.
//
// What the draft was not asked for stays as it is; what it shows blank is blanked. The draft has
// been checked (model/entry_check.hpp): no reading of it carries an error.
#pragma once

#include <string>
#include <vector>

#include "ledger/entries.hpp"
#include "model/entry_draft.hpp"

namespace benniu::ledger {

struct ProposedEntry {
    const model::LedgerDefinition& definition;
    const model::EntryDraft& draft;
    const std::string& key;
    const Entry* existing;  // null when the entry is new
    const Source& source;
};

// EntryRecorded first; then, stage by stage, StageReported and StageVerified.
[[nodiscard]] std::vector<Deed> proposed_deeds(const ProposedEntry& proposed);

}  // namespace benniu::ledger
