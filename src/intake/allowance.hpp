// How much of its allowance a workbook has used up, over all its sheets.
//
// Asked by the sheet reader and the CSV reader for each cell before they keep it.
#pragma once

#include <cstdint>
#include <optional>

#include "base/finding.hpp"
#include "intake/workbook.hpp"

namespace benniu::intake {

class Allowance {
  public:
    // Nothing when the cell may stay. Otherwise the finding: too-many-rows, too-many-columns,
    // too-many-cells, cell-too-long, too-much-text.
    std::optional<Finding> take(int row, const Cell& cell);

  private:
    std::uint64_t cells_ = 0;
    std::uint64_t text_bytes_ = 0;
};

}  // namespace benniu::intake
