// The sheets of an import as drafts: each recognised, its rows read with the units that the county
// knows and that the import itself lists, its month taken from its titles, and checked row by row.
// What compares rows with each other and with the ledger comes after, in import.cpp.
#pragma once

#include <span>
#include <vector>

#include "intake/drafts.hpp"
#include "intake/import.hpp"
#include "intake/table.hpp"
#include "model/units.hpp"

namespace benniu::intake {

// A recognised sheet and the drafts of its rows.
struct DraftSheet {
    std::size_t file = 0;
    int number = 0;  // in its workbook, from 0
    const Sheet* sheet = nullptr;
    Table table;
    std::vector<DraftRow> rows;

    [[nodiscard]] const model::LedgerDefinition& ledger() const { return *table.profile->ledger; }
};

// A finding with what puts it in order within its file.
struct PlacedFinding {
    std::size_t file = 0;
    int sheet = -1;  // before all sheets when it is about the file
    int column = 0;
    Finding finding;
};

struct DraftedSheets {
    std::vector<DraftSheet> sheets;       // in the order of files and tabs
    std::vector<PlacedFinding> findings;  // about files, sheets and columns
    model::Units units;                   // the county's, with those the import lists
};

// Files and profiles must outlive the result.
[[nodiscard]] DraftedSheets draft_sheets(std::span<const ReadFile> files, const Profiles& profiles,
                                         const ledger::County& now);

}  // namespace benniu::intake
