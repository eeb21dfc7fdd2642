// One sheet's part as rows of cells and merges.
//
// Fed by Archive and the tables that cells refer to; read by read_workbook. The XML streams by: of
// a sheet nothing is held but its cells.
#pragma once

#include "base/finding.hpp"
#include "intake/allowance.hpp"
#include "intake/archive.hpp"
#include "intake/cell_value.hpp"
#include "intake/number_format.hpp"
#include "intake/package.hpp"
#include "intake/shared_strings.hpp"
#include "intake/workbook.hpp"

namespace benniu::intake {

// What cells refer to.
struct SheetTables {
    SharedStrings strings;
    Styles styles;
    Calendar calendar = Calendar::from_1900;
};

struct ReadSheet {
    Sheet sheet;  // without rows and merges when it could not be read whole
    // What read_xml and Allowance say, too-many-merges, and for single cells broken-cell. Their
    // places have no file yet.
    Findings findings;
    bool is_whole = false;
};

ReadSheet read_sheet(Archive& archive, const Contents::SheetPart& about, const SheetTables& tables,
                     Allowance& allowance);

}  // namespace benniu::intake
