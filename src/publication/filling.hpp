// A document's words at the placeholders of a template's body. docx.cpp uses it; blocks, which are
// more than words, are the typesetter's.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "publication/document.hpp"

namespace benniu::publication {

using Values = std::map<std::string, std::string>;                  // placeholder → words
using Places = std::map<std::string, std::vector<pugi::xml_node>>;  // placeholder → paragraphs

[[nodiscard]] Places places_in(pugi::xml_node body);

// The first paragraph that asks for this, or no node.
[[nodiscard]] pugi::xml_node first_place(const Places& places, std::string_view name);

[[nodiscard]] Values values_of(const Document& document);

// Errors: bulletin-part-without-place, for whatever the document says and the template does not
// show.
[[nodiscard]] Result<void> check_places(const Document& document, const Values& values,
                                        const Places& places);

// Fills words into the paragraphs that ask for them. A paragraph all of whose words are empty goes,
// with the fixed words around them, and so do the table's row and the table that it leaves empty.
void fill_words(pugi::xml_node body, const Values& values);

}  // namespace benniu::publication
