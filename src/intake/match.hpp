// Which profile a sheet matches, and where its header stands. Every block of one to four upper rows
// is tried against every profile at once; the match that fills most columns is the best. Fed and
// read by table.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/header.hpp"
#include "intake/profile.hpp"

namespace benniu::intake {

// A column whose header words a profile knows. The more levels of the header the words cover, and
// the more literally, the better it fits.
struct Fit {
    int column = 0;
    Destination destination;
    std::string group;  // the upper header, of a side-by-side column
    int quality = 0;
};

struct Match {
    const SheetProfile* profile = nullptr;
    Header header;
    std::vector<Fit> fits;  // from the left; each column and each destination once
    std::vector<std::string> unknown_columns;  // headers that nothing was made of
};

// Nothing when no profile has all the columns it must have.
[[nodiscard]] std::optional<Match> best_match(const Sheet& sheet, const HeaderArea& area,
                                              const Profiles& profiles,
                                              const std::string& file_name);

// What stands above a header: titles, "单位:万元", who filled it in; then the sheet's name.
[[nodiscard]] std::vector<std::string> titles_of(const Sheet& sheet, const HeaderArea& area,
                                                 int first_header_row);

}  // namespace benniu::intake
