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

// A name as written, and where.
struct Word {
    std::string text;
    int line = 0;
    int position = 0;
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
    Word domain;
    bool over_stages = false;
    bool distinct = false;
    bool has_what = false;
    bool has_where = false;
    RoundingWords rounding;
    int line = 0;
    int position = 0;
    int height = 0;  // of the tree that hangs on it
};

struct MethodStatement {
    Word name;
};

// units LEDGER grouped by FIELD in GROUP, GROUP, …
struct UnitsStatement {
    Word ledger;
    Word field;
    std::vector<Word> groups;
};

struct StagesStatement {
    Word ledger;
    std::vector<Word> stages;
};

struct RejectsStatement {
    std::vector<Word> checks;
};

struct PeriodStatement {
    Word name;
    std::string title;
    Date first;
    Date last;
    Date freeze;
};

struct LetStatement {
    Word name;
    Node body;
};

struct TableRow {
    std::vector<Word> keys;  // of a table by words
    std::string comparison;  // "<=" or ">=" of a table by tiers, else ""
    std::optional<Node> bound;
    std::vector<Node> values;  // one, or one per column
    Word start;
};

struct TableStatement {
    Word name;
    std::vector<Word> columns;  // of a table by two words
    std::vector<TableRow> rows;
    std::optional<Node> otherwise;
};

struct DefineStatement {
    Word name;
    Word ledger;
    bool of_stage = false;
    Node body;
};

struct MeasureStatement {
    Word name;
    std::vector<Word> parameters;
    Node body;
};

struct ItemStatement {
    Word name;
    std::string title;
    Node body;
    std::optional<RoundingWords> rounding;
};

struct BlendPart {
    Word name;
    Node weight;
    Node body;
};

struct BlendStatement {
    Word name;
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
    Word name;
    std::string title;
    Polarity polarity = Polarity::honour;
    std::optional<Node> take;  // how many; none: whoever meets the condition
    bool from_bottom = false;
    std::vector<Node> order;
    std::optional<Node> when;
};

struct ProcedureStatement {
    Word award;
    std::vector<std::string> steps;
    int statement_workdays = 0;  // how long the unit may state its case
};

struct ColumnWords {
    Word name;
    std::string title;
    std::optional<Node> body;  // none: the item of that name
    std::vector<Word> awards;
    std::optional<int> places;
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

// A statement that could not be read: what it would have declared is not reported once more.
struct Unread {
    std::string statement;  // item, table, …
    std::string name;       // or "" where none could be read
};

struct Document {
    std::string file;
    std::string title;
    std::vector<Article> articles;
    std::vector<Statement> statements;
    std::vector<Unread> unread;
};

}  // namespace benniu::method
