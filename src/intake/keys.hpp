// Which entry each draft of an import is about: a known one, or a new one and its key. Fed and read
// by import.cpp.
//
// A key is the key fields joined by " / "; drafts of one import with equal keys are numbered apart
// in order. Where a ledger tells declarations apart by a number, an entry with another number is
// another thing though its key is the same, and one with the same number is the same thing though
// its name was corrected since.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/entries.hpp"
#include "model/entry_draft.hpp"

namespace benniu::intake {

struct KeyedDraft {
    const model::LedgerDefinition* ledger = nullptr;
    const model::EntryDraft* draft = nullptr;
    std::string key;
    const ledger::Entry* known = nullptr;  // null when the entry is new
};

struct CleanDraft {
    const model::LedgerDefinition* ledger = nullptr;
    const model::EntryDraft* draft = nullptr;
};

// `drafts` in the order of files, sheets and rows, without those of rejected rows; one result each.
[[nodiscard]] std::vector<KeyedDraft> keyed(std::span<const CleanDraft> drafts,
                                            const ledger::County& now);

// The key fields of a draft joined by " / ".
[[nodiscard]] std::string key_of(const model::LedgerDefinition& ledger,
                                 const model::EntryDraft& draft);

// Null when the county has no such entry.
[[nodiscard]] const ledger::Entry* known_entry(const ledger::County& now,
                                               const model::LedgerDefinition& ledger,
                                               const std::string& key);

}  // namespace benniu::intake
