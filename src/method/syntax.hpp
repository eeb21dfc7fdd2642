// A method as written: its articles with their prose, and the statements of their blocks, before
// any word has been looked up. Made by parser.hpp, read by checker.hpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/rounding.hpp"
#include "method/token.hpp"

namespace benniu::method {

enum class Form {
    number,  // word, measure
    date,    // word
    text,    // word
    name,    // word
    member,  // parts[0] . word
    call,    // word(parts)
    index,   // word[parts], or parts[0] is a member: period.last[…]
    negate,
    not_,
    binary,  // binary: word is the sign or `and`, `or`, `else`
    between,
    one_of,
    is_blank,
    choose,     // condition, value, …, otherwise
    aggregate,  // word is the function; domain, over_stages, distinct; parts: what?, where?
    round,      // parts[0]; rounding
};

struct RoundingWords {
    int places = 0;
    Rounding mode = Rounding::half_up;
    bool again = false;  // the article asks for a second rounding on the way
};

struct Node {
    Form form = Form::name;
    std::string word;
    std::string measure;
    std::vector<Node> parts;
    std::string domain;
    bool over_stages = false;
    bool distinct = false;
    bool has_what = false;
    bool has_where = false;
    RoundingWords rounding;
    int line = 0;
    int position = 0;
};

struct MethodStatement {
    std::string name;
};

// units LEDGER grouped by FIELD in GROUP, GROUP, …
struct UnitsStatement {
    std::string ledger;
    std::string field;
    std::vector<std::string> groups;
};

struct StagesStatement {
    std::string ledger;
    std::vector<std::string> stages;
};

struct RejectsStatement {
    std::vector<std::string> checks;
};

struct PeriodStatement {
    std::string name;
    std::string title;
    Date first;
    Date last;
    Date freeze;
};

struct LetStatement {
    std::string name;
    Node body;
};

struct TableRow {
    std::vector<std::string> keys;  // of a table by words
    std::string comparison;         // "<=" or ">=" of a table by tiers, else ""
    std::optional<Node> bound;
    std::vector<Node> values;  // one, or one per column
    int line = 0;
    int position = 0;
};

struct TableStatement {
    std::string name;
    std::vector<std::string> columns;  // of a table by two words
    std::vector<TableRow> rows;
    std::optional<Node> otherwise;
};

struct DefineStatement {
    std::string name;
    std::string ledger;
    bool of_stage = false;
    Node body;
};

struct MeasureStatement {
    std::string name;
    std::vector<std::string> parameters;
    Node body;
};

struct ItemStatement {
    std::string name;
    std::string title;
    Node body;
    std::optional<RoundingWords> rounding;
};

struct BlendPart {
    std::string name;
    Node weight;
    Node body;
};

struct BlendStatement {
    std::string name;
    Node to;
    std::optional<RoundingWords> rounding;
    std::vector<BlendPart> parts;
    std::optional<Node> otherwise;
};

struct VetoStatement {
    Node body;
};

enum class Ties { share, dense };

struct RankStatement {
    std::vector<Node> order;
    Ties ties = Ties::share;
};

enum class Polarity { honour, warning };

struct AwardStatement {
    std::string name;
    std::string title;
    Polarity polarity = Polarity::honour;
    std::optional<Node> take;  // how many; none: whoever meets the condition
    bool from_bottom = false;
    std::vector<Node> order;
    std::optional<Node> when;
};

struct ProcedureStatement {
    std::string award;
    std::vector<std::string> steps;
    int statement_workdays = 0;  // how long the unit may state its case
};

struct ColumnWords {
    std::string name;
    std::string title;
    std::optional<Node> body;  // none: the item of that name
    std::vector<std::string> awards;
    std::optional<int> places;
    int line = 0;
    int position = 0;
};

struct PublishStatement {
    std::vector<ColumnWords> columns;
};

struct Statement {
    std::variant<MethodStatement, UnitsStatement, StagesStatement, RejectsStatement,
                 PeriodStatement, LetStatement, TableStatement, DefineStatement, MeasureStatement,
                 ItemStatement, BlendStatement, VetoStatement, RankStatement, AwardStatement,
                 ProcedureStatement, PublishStatement>
        body;
    std::size_t article = 0;
    int line = 0;
    int position = 0;
};

struct Article {
    std::string number;   // 第八条
    std::string heading;  // 数量分 N
    std::string prose;    // Markdown, as published
    std::string block;    // the formulas, as written
    int line = 0;
};

struct Document {
    std::string file;
    std::string title;
    std::vector<Article> articles;
    std::vector<Statement> statements;
};

}  // namespace benniu::method
