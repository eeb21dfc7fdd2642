// Why a unit has the points it has: the evaluator's steps, told in words that can be printed, sent
// and checked by hand. Each line's value follows from its parts' values by what the line is.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "score/scorer.hpp"

namespace benniu::score {

struct Line;

// An entry, or a stage of one, that was looked at.
struct FactLine {
    std::string ledger;
    std::string entry;
    std::string label;
    std::string stage;
    std::string amount;     // what it counted for
    std::string condition;  // what it failed, as written
    std::string values;     // the same with the values in place
    ledger::Source source;
    std::vector<ledger::Sequence> facts;
    std::vector<std::pair<std::string, std::string>> dates;
    std::vector<Line> parts;  // how the amount came about
};

struct BlendLine {
    std::string name;
    std::string weight;
    std::string value;      // "missing" for a part that dropped out
    std::string unrounded;  // exact points
    std::string points;
};

struct Line {
    std::string what;  // name_of(Kind)
    std::string name;  // of a named thing
    std::string title;
    std::string article;
    std::string formula;   // as written
    std::string value;     // exact
    std::string function;  // of an aggregate or a group
    std::string unrounded;
    std::optional<method::RoundingWords> rounding;
    std::string row;  // of a table: the row that was read
    std::string blend_to;
    std::string blend_weights;
    std::vector<BlendLine> blend;
    std::vector<Line> parts;
    std::vector<FactLine> counted;
    std::vector<FactLine> not_counted;
};

struct ColumnLine {
    std::string column;
    std::string title;
    std::string article;
    Line line;
};

// Explains one published column of the method, or a veto; ranks must be known (standings).
[[nodiscard]] ColumnLine explained(Scorer& scorer, const method::Column& column, std::size_t unit);

// Explains any unit-level formula.
[[nodiscard]] Line explained(Scorer& scorer, const indicators::Expression& formula,
                             std::size_t unit);

}  // namespace benniu::score
