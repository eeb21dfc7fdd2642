// Tables in WordprocessingML. typesetter.cpp uses it.
#pragma once

#include <pugixml.hpp>

#include "publication/document.hpp"
#include "publication/table_fit.hpp"
#include "publication/template.hpp"

namespace benniu::publication {

// Fills an empty w:tbl.
void write_table(pugi::xml_node target, const Table& table, const TableFit& fit,
                 const StyleSheet& styles);

}  // namespace benniu::publication
