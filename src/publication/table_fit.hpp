// How wide a table's columns are and how large its letters, so that no number is broken and no cell
// clipped. typesetter.cpp feeds and reads it. Lengths are twips, 1440 to the inch.
#pragma once

#include <vector>

#include "publication/document.hpp"

namespace benniu::publication {

inline constexpr int cell_padding_twips = 40;  // on either side

struct TableFit {
    std::vector<int> column_twips;  // together the width of the text
    int half_points = 0;
};

// Tries the sizes of Chinese type from `largest_half_points` down to 六号. Where none fits, the
// smallest is taken and long cells wrap.
[[nodiscard]] TableFit fit(const Table& table, int text_twips, int largest_half_points);

}  // namespace benniu::publication
