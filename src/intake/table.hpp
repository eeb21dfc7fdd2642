// A sheet recognised as a table: which profile it matches, where its header stands, which column
// fills what. Fed by a sheet and the pack's profiles; read by drafts.hpp, which reads its rows.
//
// The header is found by its words wherever it stands: below any titles, in one to four rows,
// however merged. Of all places and profiles the one that fills most columns is taken.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intake/profile.hpp"
#include "intake/workbook.hpp"

namespace benniu::intake {

struct TableColumn {
    int number = 0;
    model::DraftColumn fills;
    std::optional<std::size_t> group;  // of the side-by-side groups
    std::string shown;                 // what findings call it: "权重", "签约·完成日期"
    std::string measure;               // what its header counts in, as "亿元", or ""
};

// All words of the header, by column.
using HeaderWords = std::map<int, std::set<std::string, std::less<>>>;

struct Table {
    const SheetProfile* profile = nullptr;
    int first_header_row = 0;
    int last_header_row = 0;
    std::vector<TableColumn> columns;          // from the left
    std::vector<std::string> groups;           // the upper headers of side-by-side groups
    std::vector<std::string> titles;           // all texts above the header, then the sheet's name
    std::vector<std::string> unknown_columns;  // headers that nothing was made of
    std::vector<std::string> missing_fields;   // required by the ledger, not in the header
    HeaderWords header_words;
};

// Nothing when no profile matches. `file_name` may hold a profile's title.
[[nodiscard]] std::optional<Table> recognised(const Sheet& sheet, const Profiles& profiles,
                                              const std::string& file_name);

// The rows below the header that are data: no subtotals, notes, blank rows, headings within the
// table, or the header once more (article 7 of the competition's method, last sentence).
[[nodiscard]] std::vector<const Row*> data_rows(const Sheet& sheet, const Table& table,
                                                const CommonWords& words);

}  // namespace benniu::intake
