// The upper rows of a sheet read as a header: for each column the texts that stand over it, from
// the widest group down to the column's own name, however cells are merged.
//
// Fed by table.cpp, which tries one block of rows after the other. A merged cell belongs to every
// row and column it covers. Where a writer kept no merges (CSV), an upper text also covers the
// blank cells to its right as long as a name stands below them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "intake/header_words.hpp"
#include "intake/workbook.hpp"

namespace benniu::intake {

// One cell of a header in the forms in which it is looked at.
struct HeaderText {
    std::string shown;  // as it stands, without line breaks; cut when it is too long for a name
    std::string word;   // header_word of it
    std::string bare;   // the word without what stands behind it in brackets
};

struct HeaderColumn {
    int number = 0;
    std::vector<const HeaderText*> texts;  // upper to lower; they belong to the HeaderArea
};

struct Header {
    int first_row = 0;
    int last_row = 0;
    std::vector<HeaderColumn> columns;  // those with a text, from the left
};

// The cells of a sheet's upper rows with their merges. The measures must outlive it.
class HeaderArea {
  public:
    HeaderArea(const Sheet& sheet, const Measures& measures);

    // Rows in which a header may begin: the first limits::header_rows_searched that are not blank.
    [[nodiscard]] const std::vector<int>& first_rows() const { return first_rows_; }

    // The rows first_row … first_row + depth - 1 read as a header.
    [[nodiscard]] Header header(int first_row, int depth) const;

    // The last row of the header that was found in these rows: merged cells that reach further
    // down, and a row that only says what is counted, belong to it.
    [[nodiscard]] int last_row_of(const Header& header) const;

    // The texts of the cells in these rows, from the top.
    [[nodiscard]] std::vector<const HeaderText*> texts_in(int first_row, int last_row) const;

  private:
    struct Covered {
        const HeaderText* text = nullptr;
        bool is_merged = false;
    };
    using CoveredRow = std::vector<Covered>;  // by column, from 1

    void add_row(const Row& row);
    void add_merge(const Merge& merge, int last_row);
    [[nodiscard]] const HeaderText* text_at(int row, int column) const;
    [[nodiscard]] CoveredRow covered(int row, int first_row) const;
    static void spread_to_the_right(std::vector<CoveredRow>& rows);
    [[nodiscard]] bool is_row_of_units(int row) const;

    const Measures& measures_;
    std::map<std::pair<int, int>, HeaderText> texts_;  // by row and column
    std::vector<int> first_rows_;
    int last_column_ = 0;
    std::size_t merged_cells_ = 0;
    std::map<std::pair<int, int>, const Merge*> merges_;
};

}  // namespace benniu::intake
