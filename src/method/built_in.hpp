// The words that the language keeps for itself. No statement may declare one of them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace benniu::method {

// Those that begin a statement.
inline constexpr std::array<std::string_view, 16> statement_words = {
    "method",  "units", "stages", "rejects", "period", "let",   "table",     "define",
    "measure", "item",  "blend",  "veto",    "rank",   "award", "procedure", "publish"};

// Those that stand in formulas for a value or a function.
inline constexpr std::array<std::string_view, 17> formula_words = {
    "unit", "group", "period", "stage", "rank",  "vetoed", "min",  "max",   "mean",
    "sum",  "any",   "count",  "clamp", "round", "month",  "year", "result"};

inline constexpr std::array<std::string_view, 27> operator_words = {
    "blank", "case",   "and",    "or",       "not",    "in",    "is",     "else",    "over",
    "where", "of",     "stages", "distinct", "by",     "ties",  "join",   "take",    "from",
    "top",   "bottom", "when",   "shown",    "awards", "again", "freeze", "columns", "to"};

[[nodiscard]] inline bool is_built_in(std::string_view word) {
    const auto holds = [word](const auto& list) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    return holds(statement_words) || holds(formula_words) || holds(operator_words);
}

}  // namespace benniu::method
