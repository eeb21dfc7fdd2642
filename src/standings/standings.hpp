// Points compared: ranks inside each group, awards proposed, the table as published. The system
// only proposes; people decide.
#pragma once

#include <string>
#include <vector>

#include "score/scorebook.hpp"

namespace benniu::standings {

// One published cell: as shown ("63.88", "yes", "") and as compared (exact).
struct Cell {
    std::string shown;
    score::Quantity exact;
};

struct Row {
    std::size_t unit = 0;  // in the scorer's readings
    std::string name;
    std::string group;
    int rank = 0;
    bool is_vetoed = false;
    std::vector<Cell> cells;          // in the order of the method's columns
    std::vector<std::size_t> awards;  // proposed, indexes into the method's awards
};

struct Standings {
    std::shared_ptr<const method::Method> method;
    const indicators::PeriodRule* period = nullptr;
    std::shared_ptr<const ledger::County> county;  // keeps the cells' texts alive
    std::vector<Row> rows;                         // by group, rank, unit name
};

// Ranks every unit of the method's groups.
[[nodiscard]] Standings from_score(score::Scorer& scorer);

}  // namespace benniu::standings
