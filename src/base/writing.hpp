// How people in offices write: full-width letters, stray spaces, names typed slightly wrong.
// Everything here works on UTF-8.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace benniu {

// Full-width letters, digits and signs (U+FF01…U+FF5E) and the ideographic space become half-width.
[[nodiscard]] std::string half_width(std::string_view text);

// Without white space, line breaks, no-break and ideographic spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// half_width and trimmed, as every cell is read.
[[nodiscard]] std::string tidied(std::string_view text);

// Without any white space at all; header words are compared so.
[[nodiscard]] std::string without_spaces(std::string_view text);

// The parts between `separator`s, each trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);

// Whether the bytes are well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

// The first `bytes` bytes at most, cut between letters, with "…" where something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

// Columns a terminal needs: 2 for a Han letter, 1 for a Latin one.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The candidate nearest to `word` by edits of letters, or "" when none is near enough to suggest.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace benniu
