// What a ledger's field yields in a formula.
#pragma once

#include "method/type.hpp"
#include "model/ledger_definition.hpp"

namespace benniu::method {

[[nodiscard]] Type type_of_field(const model::Field& field);

}  // namespace benniu::method
