// Breaks a title into centred lines as GB/T 9704 asks: words whole, the shape a trapezoid (lines
// growing or shrinking) or a lozenge (the middle widest). docx.cpp feeds and reads it;
// word_table.cpp folds the heads of columns in the same way, as blocks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace benniu::publication {

// `letters_per_line` counts Han letters. `unbroken_words` are kept whole; only one longer than a
// line may be split. Lines that '\n' gives are kept.
[[nodiscard]] std::vector<std::string> title_lines(std::string_view title,
                                                   std::size_t letters_per_line,
                                                   std::span<const std::string> unbroken_words);

// A column's head, in lines as even as its words allow.
[[nodiscard]] std::vector<std::string> column_head_lines(
    std::string_view head, std::size_t letters_per_line,
    std::span<const std::string> unbroken_words);

}  // namespace benniu::publication
