// Lays a statement out over lines of at most 100 columns. Used by format.cpp.
#pragma once

#include "method/pieces.hpp"

namespace benniu::method {

// The statement's lines, or none when it must stay as it is written: it has a comment in a place
// where only its author knows what it speaks of. Comments stand between rows.
[[nodiscard]] std::vector<std::string> layout(Pieces statement);

}  // namespace benniu::method
