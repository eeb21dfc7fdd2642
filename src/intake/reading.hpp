// One cell read as a value of a field: dates in the many ways people write them, amounts with their
// unit, percentages, units by any of their names. Article 4 of the competition's method says how.
//
// Fed by drafts.hpp; read by model's entry_check. What cannot be read becomes the problem of the
// reading, never a guess: no-such-date, not-a-number, number-too-large, unknown-unit,
// not-yes-or-no, not-a-verdict, text-too-long, formula-error, formula-not-calculated.
#pragma once

#include <optional>
#include <string>

#include "intake/profile.hpp"
#include "intake/workbook.hpp"
#include "model/entry_draft.hpp"
#include "model/units.hpp"

namespace benniu::intake {

struct ReadingContext {
    const model::Units& units;
    const CommonWords& words;
    std::optional<Date> day{};  // on which a name must be a unit's; any day when not known
};

// `measure` is what the column counts in by its header or title, as "亿元"; of money only.
[[nodiscard]] model::Reading read_cell(const Cell& cell, const model::Field& field,
                                       const std::string& measure, const ReadingContext& context);

[[nodiscard]] model::Reading read_date(const Cell& cell);

// 通过 is yes, 不通过 is no, 待核 and nothing are blank.
[[nodiscard]] model::Reading read_verdict(const Cell& cell, const CommonWords& words);

}  // namespace benniu::intake
