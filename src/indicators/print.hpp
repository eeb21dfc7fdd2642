// Formulas as people write them, for explanations and goldens.
#pragma once

#include <string>

#include "indicators/formulas.hpp"

namespace benniu::indicators {

[[nodiscard]] std::string to_text(const Expression& formula, const Formulas& formulas);
// "sum", "×", "min", "read from table" …: the key of a word in i18n is `step.<name>`.
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::string_view name_of(Function function);
// ">= 10000" or "园区组": how a table's row is told apart.
[[nodiscard]] std::string row_text(const Table& table, int row);

}  // namespace benniu::indicators
