// Composes the monthly bulletin from sealed standings and the county's words. The numbers are those
// of the standings as published; nothing is computed here. An award that people decide on in steps
// (`procedure`) is no business of the public before they have: it appears nowhere in a bulletin.
#pragma once

#include <optional>
#include <span>

#include "publication/bulletin_words.hpp"
#include "publication/document.hpp"
#include "standings/standings.hpp"

namespace benniu::publication {

// One published cell that differs between two standings of the same method and period.
struct Change {
    std::string method_title;
    std::string unit;
    std::string column;
    std::string before;
    std::string after;
    friend bool operator==(const Change&, const Change&) = default;
};

// In the order of the later standings; a unit in only one of them has empty cells in the other.
[[nodiscard]] std::vector<Change> changes_between(const standings::Standings& before,
                                                  const standings::Standings& after);

struct Correction {
    int corrects = 0;  // the number of the bulletin that it corrects
    std::vector<Change> changes;
};

struct BulletinFacts {
    Month month;
    int year = 0;  // of the document number
    int number = 0;
    Date date;                                        // 成文日期
    std::span<const standings::Standings> standings;  // in the order of the sections, or any
    std::optional<Correction> correction;
};

[[nodiscard]] Document compose_bulletin(const BulletinWords& words, const BulletinFacts& facts);

}  // namespace benniu::publication
