// Placeholders such as {{标题}} in the paragraphs of a template, also where the word processor has
// split one over several runs. template.hpp looks for them, docx.cpp fills them.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace benniu::publication {

// The letters of a paragraph, without those of text boxes inside it.
[[nodiscard]] std::string text_of(pugi::xml_node paragraph);

// The words between {{ and }}, trimmed, in order.
[[nodiscard]] std::vector<std::string> placeholders_in(std::string_view text);

// All paragraphs below `node`, outermost first, in the order of reading.
[[nodiscard]] std::vector<pugi::xml_node> paragraphs_below(pugi::xml_node node);

// Replaces every placeholder that `values` knows. Each value takes the looks of the run in which
// its placeholder begins; '\n' becomes a line break.
void fill(pugi::xml_node paragraph, const std::map<std::string, std::string>& values);

// Appends `words` to a run as w:t, '\n' as w:br.
void append_words(pugi::xml_node run, std::string_view words);

}  // namespace benniu::publication
