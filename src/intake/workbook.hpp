// A workbook as its cells: what an office mailed, before anybody has said what a column means.
//
// Fed by files of any program that writes .xlsx, and by .csv; the content decides, not the name.
// Read by the import profiles. Rows and columns count from 1 and stand in ascending order; blank
// cells are left out unless a formula without a value stands there; hidden rows and sheets are kept
// and marked. A sheet that could not be read whole has a finding and no rows, so that nobody takes
// a part for the whole. Every bound is in base/limits.hpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/finding.hpp"

namespace benniu::intake {

// A formula is read by the value that its program saved. Some writers save none.
enum class Formula : std::uint8_t { none, calculated, not_calculated };

struct Cell {
    enum class Kind : std::uint8_t { blank, text, number, date, boolean, error };

    int column = 0;
    Kind kind = Kind::blank;
    Formula formula = Formula::none;
    bool is_percent = false;  // of a number: shown as 12.5 % while `text` says 0.125
    Date date;                // of a date; a time of day is dropped
    // What stands there. A number in plain digits, exact to the 15 that Excel keeps ("7.6",
    // "120000"); a date as "2021-09-30"; a boolean as "TRUE" or "FALSE"; an error as "#N/A". A day
    // that no calendar or no Date has, as the 1900-02-29 of Excel, is a text.
    std::string text;

    // Of a number; nothing when it is outside a Decimal's range.
    [[nodiscard]] std::optional<Decimal> decimal() const;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
    int number = 0;
    bool is_hidden = false;  // by hand or by a filter; its cells count all the same
    std::vector<Cell> cells;

    // A blank cell where nothing stands.
    [[nodiscard]] const Cell& at(int column) const;

    friend bool operator==(const Row&, const Row&) = default;
};

// Cells shown as one; the first of them holds the value. All four are included.
struct Merge {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;

    friend bool operator==(const Merge&, const Merge&) = default;
};

struct Sheet {
    std::string name;
    bool is_hidden = false;
    std::vector<Row> rows;
    std::vector<Merge> merges;

    // A blank cell where nothing stands.
    [[nodiscard]] const Cell& at(int row, int column) const;

    friend bool operator==(const Sheet&, const Sheet&) = default;
};

struct Workbook {
    std::vector<Sheet> sheets;  // in the order of their tabs; sheets that are only a chart left out
    Findings findings;

    friend bool operator==(const Workbook&, const Workbook&) = default;
};

[[nodiscard]] Workbook read_workbook(const std::filesystem::path& path);

// `file_name` is what findings call it, and without its ending the name of a CSV's only sheet.
[[nodiscard]] Workbook read_workbook(std::string_view bytes, std::string_view file_name);

// 1 is "A", 28 is "AB".
[[nodiscard]] std::string column_letters(int column);

}  // namespace benniu::intake
