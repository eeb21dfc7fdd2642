// One form for every method's blocks, as the formatter gives it to C++: so that a change of the
// rules shows as a change of the text and nothing else does. Used by `benniu method fmt`.
#pragma once

#include <string>
#include <string_view>

namespace benniu::method {

// The same text with its ```method blocks laid out anew: half-width signs, one space around
// operators, a statement per line, rows of tables side by side, lines of at most 100 columns where
// a formula can be broken. Prose, comments and texts in quotes stay byte for byte; of several blank
// lines one stays. A block that the parser finds fault with stays as it is. Formatting twice
// changes nothing more, and no formatting changes what a method says.
[[nodiscard]] std::string formatted(std::string_view markdown);

}  // namespace benniu::method
