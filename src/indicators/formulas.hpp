// What a method measures with: its tables, named values, definitions on entries and measures of
// units. Checked by method; carried out by evaluator.hpp. Items, awards and ranks come later
// (method/method.hpp).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indicators/expression.hpp"
#include "model/ledger_definition.hpp"

namespace benniu::indicators {

// One row of a table by words: the value that stands for a key, or for a pair of keys.
struct WordRow {
    std::vector<std::string> keys;
    Quantity value;
};

enum class Comparison { at_least, at_most };

// One row of a table by tiers, in the order written: the first bound that holds is the row.
struct TierRow {
    Comparison comparison = Comparison::at_least;
    Rational bound;
    Quantity value;
};

struct Table {
    std::string name;
    std::vector<WordRow> words;
    std::vector<TierRow> tiers;
    Quantity otherwise;  // Missing when the table has no `else`
    std::string article;
};

struct Let {
    std::string name;
    ExpressionPtr body;
    std::string article;
};

struct Definition {
    std::string name;
    std::size_t ledger = 0;
    bool of_stage = false;
    bool depends_on_unit = false;
    ExpressionPtr body;
    std::string article;
};

struct Measure {
    std::string name;
    std::vector<std::string> parameters;
    ExpressionPtr body;
    std::string article;
};

struct PeriodRule {
    std::string name;   // as on the command line: "2", "2021-11"
    std::string title;  // as in workbooks: 第二期
    Date first;
    Date last;
    Date freeze;
    int number = 0;  // 1 for the method's first
};

struct Formulas {
    std::vector<std::shared_ptr<const model::LedgerDefinition>> ledgers;
    std::size_t units_ledger = 0;
    std::vector<PeriodRule> periods;
    std::vector<Table> tables;
    std::vector<Let> lets;
    std::vector<Definition> definitions;
    std::vector<Measure> measures;
};

}  // namespace benniu::indicators
