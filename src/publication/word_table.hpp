// Tables in WordprocessingML. typesetter.cpp uses it.
#pragma once

#include <pugixml.hpp>
#include <span>
#include <string>

#include "publication/document.hpp"
#include "publication/table_fit.hpp"
#include "publication/template.hpp"

namespace benniu::publication {

// Fills an empty w:tbl; `unbroken_words` are not split where a head is folded.
void write_table(pugi::xml_node target, const Table& table, const TableFit& fit,
                 const StyleSheet& styles, std::span<const std::string> unbroken_words);

}  // namespace benniu::publication
