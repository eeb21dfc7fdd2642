// The data rows of a recognised sheet as drafts of entries, and what article 7 finds in them. A row
// gives one entry, or one for each of its side-by-side groups; it is let in whole or not at all.
//
// Fed by import.cpp with a table and the county's units; read by duplicates.hpp and import.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "intake/reading.hpp"
#include "intake/table.hpp"
#include "model/entry_draft.hpp"

namespace benniu::intake {

// A finding with its column's number, by which findings of a row are put in order.
struct ColumnFinding {
    int column = 0;
    Finding finding;
};

struct DraftRow {
    int number = 0;
    std::vector<model::EntryDraft> entries;
    std::vector<ColumnFinding> findings;

    [[nodiscard]] bool is_rejected() const;
};

[[nodiscard]] std::vector<DraftRow> draft_rows(const Sheet& sheet, const Table& table,
                                               const ReadingContext& context);

// What is wrong with the row; its place lacks file and sheet.
[[nodiscard]] std::vector<ColumnFinding> check_row(const DraftRow& row, const Table& table);

// The column of the table that fills `wanted`, or one behind the last with the field's own name.
[[nodiscard]] TableColumn column_of(const Table& table, model::DraftColumn wanted,
                                    std::optional<std::size_t> group);

}  // namespace benniu::intake
