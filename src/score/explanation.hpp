// Why a unit has the points it has: the evaluator's steps, told in words that can be printed, sent
// and checked by hand. Each line's value follows from its parts' values by what the line is. Ranks
// and awards are told with the same lines by standings/explanation.hpp.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "score/seen.hpp"

namespace benniu::score {

struct Line;

// An entry, or a stage of one, that was looked at.
struct FactLine {
    std::string ledger;
    std::string entry;
    std::string label;
    std::string stage;
    std::string amount;      // what it counted for; "missing" for what had none
    std::string condition;   // what it failed, as written
    std::string article;     // where that condition stands
    std::string values;      // the same with the values in place
    std::vector<Seen> seen;  // in the condition that it failed, or in those that it met
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

// What an aggregate folds, as written.
struct Fold {
    std::string ledger;
    bool by_stage = false;
    std::string each;  // "" where rows are only counted
    std::string where;
};

// A unit in an order of the group.
struct Contender {
    std::string unit;
    int place = 0;  // shared by those who are level
    std::vector<std::string> keys;
};

// How two neighbours were told apart: by the first key that differs.
struct Difference {
    std::string unit;  // the neighbour
    std::string key;
    std::string own;
    std::string other;
};

// Where a unit stands in its group, for its rank or at an award's cut.
struct Order {
    std::vector<std::string> keys;  // as written; greater first
    bool from_bottom = false;       // the places are counted from the end
    std::vector<Contender> contenders;
    int place = 0;
    std::vector<std::string> level;   // with whom the place is shared
    std::optional<Difference> ahead;  // of the last one who stands before
    std::optional<Difference> behind;
    std::string quota;  // of an award; "" without one
    bool is_inside = true;
};

// What a unit of the group has, for a value that is taken from the whole group.
struct Member {
    std::string unit;
    std::string value;
};

// What else the method makes of it: a veto decides ranks and awards.
struct Effect {
    std::string name;
    std::string article;
    std::string formula;
};

struct Line {
    std::string what;  // name_of(Kind), or "rank", "award", "awards"
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
    std::optional<Fold> fold;
    std::vector<FactLine> counted;
    std::vector<FactLine> not_counted;
    std::vector<Member> members;  // of a group
    std::optional<Order> order;
    std::vector<Effect> effects;
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

// The article that a published column rests on; of awards, all of theirs: "第十六条、第十七条".
[[nodiscard]] std::string article_of(const method::Method& method, const method::Column& column);

// The article whose block a formula stands in.
[[nodiscard]] std::string article_of(const method::Method& method,
                                     const indicators::Expression& formula);

// What a method's veto decides: the order of ranks, and the awards that ask for it.
[[nodiscard]] std::vector<Effect> effects_of_veto(const method::Method& method);

}  // namespace benniu::score
