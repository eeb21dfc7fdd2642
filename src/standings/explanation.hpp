// Why a unit stands where it stands: its rank with the key that decided it, each award with its cut
// and its conditions; all other lines as score/explanation.hpp tells them. Read by app.
#pragma once

#include "score/explanation.hpp"
#include "standings/standings.hpp"

namespace benniu::standings {

// The lines of `item`: a column, an award, an item or a measure by its name or title, "rank" or
// "vetoed"; every column when it is empty. None when the method knows no such thing.
[[nodiscard]] std::vector<score::ColumnLine> explained(score::Scorer& scorer, const Row& row,
                                                       const std::string& item);

// What may be asked for.
[[nodiscard]] std::vector<std::string> explainable(const method::Method& method);

}  // namespace benniu::standings
