// How the words of a header are compared: without white space, full-width forms or stars, and with
// or without what stands behind them in brackets. "首谈方\n占比（%）" and "首谈方占比" are one
// word. Read by profile.cpp, where the words of a pack are prepared, and by table.cpp, which finds
// them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace benniu::intake {

// Half-width, without white space and "·", without a leading "*" or "其中:".
[[nodiscard]] std::string header_word(std::string_view written);

// A bracket that ends a header: "占比(%)" is "占比" and "%". `inside` is "" when there is none.
struct Bracketed {
    std::string_view before;
    std::string_view inside;
};
[[nodiscard]] Bracketed without_bracket(std::string_view word);

// "11月底序时要求" becomes "{月}底序时要求", so that a pack names a column for every month.
[[nodiscard]] std::string with_any_month(std::string_view word);

// What columns count in, as "万元", "%", "户": a pack lists them.
using Measures = std::set<std::string, std::less<>>;

// "万元" of "计划总投资(万元)", of "(万元)" and of "万元"; "" when there is none.
[[nodiscard]] std::string measure_in(std::string_view word, const Measures& measures);

// "(万元)" and "万元": no name beside the measure.
[[nodiscard]] bool is_only_a_measure(std::string_view word, const Measures& measures);

// A header without the line breaks people put into narrow cells, otherwise as it stands.
[[nodiscard]] std::string shown_header(std::string_view written);

}  // namespace benniu::intake
