// The formulas of a method as a tree. Written by method (parser, checker), carried out by
// evaluator.hpp, printed by print.hpp. A closed set: every evaluator knows every kind.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/rounding.hpp"
#include "indicators/quantity.hpp"

namespace benniu::indicators {

enum class Kind {
    literal,     // `literal`; texts are kept in `word`
    field,       // `index`-th field of the entry at hand
    stage_part,  // `stage_part` of the stage `index`, or of the stage at hand when index < 0
    stage_at_hand,
    unit_field,    // `index`-th field of the unit's own entry
    context,       // `context`
    period_table,  // parts[0] names a period; `context` says which of its dates or its number
    parameter,     // `index`-th argument of the measure at hand
    let,           // `index`-th let
    definition,    // `index`-th definition on the entry at hand; `stage` when it is of a stage
    measure,       // `index`-th measure; parts are its arguments
    item,          // `index`-th item
    blend,         // `index`-th blend as a whole
    blend_part,    // part `second` of blend `index`
    other_result,  // `other`
    negate,
    not_,
    add,
    subtract,
    multiply,
    divide,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    and_,
    or_,
    or_else,  // parts[0], or parts[1] when it is missing
    between,  // parts[0] in parts[1] .. parts[2]
    one_of,   // parts[0] in (parts[1], …)
    is_blank,
    choose,  // condition, value, condition, value, …, otherwise
    lookup,  // table `index` by parts
    minimum,
    maximum,
    mean,
    clamp,
    round_to,
    month_of,
    year_of,
    aggregate,  // `aggregate`
    of_group,   // `function` of parts[0] over the units of the group
};

enum class StagePart { occurred, reported, verdict, verified };

enum class Context {
    unit,
    group,
    group_size,
    period_first,
    period_last,
    period_freeze,
    period_number,
    rank,  // these three only where ranks are known: in awards
    last_rank,
    vetoed,
};

enum class Function { sum, count, count_distinct, any, mean, minimum, maximum, rank };

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

// sum(what over ledger where condition): folds entries, or their stages, into one number.
struct Aggregate {
    Function function = Function::count;
    std::size_t ledger = 0;  // index into the method's ledgers
    bool over_stages = false;
    ExpressionPtr what;   // null for count and any
    ExpressionPtr where;  // null for all
    // Unit fields one of which equals the unit in every entry that can count: only those entries
    // are looked at. Empty: all entries are.
    std::vector<std::size_t> guards;
};

struct OtherResult {
    std::string method;
    std::string period;
    std::string item;  // or "vetoed"
};

struct Expression {
    Kind kind = Kind::literal;
    std::string word;  // as written: a name, a literal, a table's name
    int line = 0;      // where it stands in the method's file
    int position = 0;
    std::vector<ExpressionPtr> parts;

    Quantity literal;
    int index = -1;
    int second = -1;
    int stage = -1;  // for `definition` of a stage: which one; -1 for the one at hand
    StagePart stage_part = StagePart::occurred;
    Context context = Context::unit;
    Function function = Function::sum;
    int places = 0;
    Rounding rounding = Rounding::half_up;
    std::shared_ptr<const Aggregate> aggregate;
    std::shared_ptr<const OtherResult> other;
};

}  // namespace benniu::indicators
