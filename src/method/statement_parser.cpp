#include "method/statement_parser.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::method {

decltype(Statement::body) StatementParser::parse() {
    const Token start = tokens_->take();
    const std::string& word = start.word;
    if (word == "method") {
        return MethodStatement{tokens_->expect_name()};
    }
    if (word == "units") {
        return units();
    }
    if (word == "stages") {
        return stages();
    }
    if (word == "rejects") {
        return rejects();
    }
    if (word == "period") {
        return period();
    }
    if (word == "let") {
        return let();
    }
    if (word == "table") {
        return table();
    }
    if (word == "define") {
        return define();
    }
    if (word == "measure") {
        return measure();
    }
    if (word == "item") {
        return item();
    }
    if (word == "blend") {
        return blend();
    }
    if (word == "veto") {
        tokens_->expect_word("when");
        return VetoStatement{formulas_.parse()};
    }
    if (word == "rank") {
        return rank();
    }
    if (word == "award") {
        return award();
    }
    return word == "procedure" ? decltype(Statement::body)(procedure()) : publish(word_of(start));
}

std::vector<Word> StatementParser::names() {
    std::vector<Word> list;
    do {
        list.push_back(name_or_text());
    } while (tokens_->accept_sign(","));
    return list;
}

Word StatementParser::name_or_text() {
    return tokens_->peek().kind == TokenKind::text ? word_of(tokens_->take())
                                                   : tokens_->expect_name();
}

std::string StatementParser::optional_text() {
    return tokens_->peek().kind == TokenKind::text ? tokens_->take().word : "";
}

UnitsStatement StatementParser::units() {
    UnitsStatement statement;
    statement.ledger = tokens_->expect_name();
    tokens_->expect_word("grouped");
    tokens_->expect_word("by");
    statement.field = tokens_->expect_name();
    tokens_->expect_word("in");
    statement.groups = names();
    return statement;
}

StagesStatement StatementParser::stages() {
    StagesStatement statement;
    tokens_->expect_word("of");
    statement.ledger = tokens_->expect_name();
    tokens_->expect_sign(":");
    statement.stages = names();
    return statement;
}

// rejects check-digit, no-such-date: the names of checks are written with hyphens.
RejectsStatement StatementParser::rejects() {
    RejectsStatement statement;
    do {
        Word check = tokens_->expect_name();
        while (tokens_->accept_sign("-")) {
            check.text += "-" + tokens_->expect_name().text;
        }
        statement.checks.push_back(std::move(check));
    } while (tokens_->accept_sign(","));
    return statement;
}

// period 2 "第二期" 2021-09-23 .. 2021-11-30 freeze 2021-12-04
PeriodStatement StatementParser::period() {
    PeriodStatement statement;
    const Token& name = tokens_->peek();
    const bool is_plain =
        name.measure.empty() && (name.kind == TokenKind::number || name.kind == TokenKind::date);
    statement.name = is_plain ? word_of(tokens_->take()) : tokens_->expect_name();
    statement.title = optional_text();
    if (statement.title.empty()) {
        statement.title = statement.name.text;
    }
    statement.first = tokens_->expect_date();
    tokens_->expect_sign("..");
    statement.last = tokens_->expect_date();
    tokens_->expect_word("freeze");
    statement.freeze = tokens_->expect_date();
    if (statement.last < statement.first || statement.freeze < statement.last) {
        tokens_->mistake_at(statement.name, "bad-period");
    }
    return statement;
}

LetStatement StatementParser::let() {
    LetStatement statement;
    statement.name = tokens_->expect_name();
    tokens_->expect_sign("=");
    statement.body = formulas_.parse();
    return statement;
}

TableRow StatementParser::table_row(std::size_t columns) {
    TableRow row;
    row.start = word_of(tokens_->peek());
    if (tokens_->is_sign(">=") || tokens_->is_sign("<=")) {
        row.comparison = tokens_->take().word;
        row.bound = formulas_.parse();
    } else {
        row.keys = names();
    }
    tokens_->expect_sign(":");
    row.values = formulas_.parse_list();
    if (row.values.size() != std::max<std::size_t>(columns, 1)) {
        tokens_->mistake_at(row.start, "wrong-columns",
                            {{"wanted", std::to_string(std::max<std::size_t>(columns, 1))},
                             {"found", std::to_string(row.values.size())}});
    }
    return row;
}

TableStatement StatementParser::table() {
    TableStatement statement;
    statement.name = tokens_->expect_name();
    tokens_->expect_sign("{");
    if (tokens_->accept_word("columns")) {
        statement.columns = names();
        tokens_->expect_sign(";");
    }
    statement.otherwise =
        rows([&] { statement.rows.push_back(table_row(statement.columns.size())); });
    if (statement.rows.empty()) {
        tokens_->mistake_at(statement.name, "nothing-inside");
    }
    return statement;
}

// Rows separated by semicolons, and one `else: formula` among them, up to the closing brace.
std::optional<Node> StatementParser::rows(const std::function<void()>& row) {
    std::optional<Node> otherwise;
    while (!tokens_->is_sign("}")) {
        const Word start = word_of(tokens_->peek());
        if (!tokens_->accept_word("else")) {
            row();
        } else if (otherwise) {
            tokens_->mistake_at(start, "else-twice");
        } else {
            tokens_->expect_sign(":");
            otherwise = formulas_.parse();
        }
        if (!tokens_->accept_sign(";")) {
            break;
        }
    }
    tokens_->expect_sign("}");
    return otherwise;
}

// define 计入 of stages of 招商项目 = …
DefineStatement StatementParser::define() {
    DefineStatement statement;
    statement.name = tokens_->expect_name();
    tokens_->expect_word("of");
    if (tokens_->is_word("stages") && tokens_->is_word("of", 1)) {
        tokens_->take();
        tokens_->take();
        statement.of_stage = true;
    }
    statement.ledger = tokens_->expect_name();
    tokens_->expect_sign("=");
    statement.body = formulas_.parse();
    return statement;
}

MeasureStatement StatementParser::measure() {
    MeasureStatement statement;
    statement.name = tokens_->expect_name();
    if (tokens_->accept_sign("(")) {
        statement.parameters = names();
        tokens_->expect_sign(")");
    }
    tokens_->expect_sign("=");
    statement.body = formulas_.parse();
    return statement;
}

ItemStatement StatementParser::item() {
    ItemStatement statement;
    statement.name = tokens_->expect_name();
    statement.title = optional_text();
    tokens_->expect_sign("=");
    statement.body = formulas_.parse();
    statement.rounding = formulas_.parse_rounding();
    return statement;
}

// blend 质量 to 100 round 2 half_up { 契合度 30: …; …; else: 0 }
BlendStatement StatementParser::blend() {
    BlendStatement statement;
    statement.name = tokens_->expect_name();
    tokens_->expect_word("to");
    statement.to = formulas_.parse();
    statement.rounding = formulas_.parse_rounding();
    tokens_->expect_sign("{");
    statement.otherwise = rows([&] {
        BlendPart part;
        part.name = tokens_->expect_name();
        part.weight = formulas_.parse();
        tokens_->expect_sign(":");
        part.body = formulas_.parse();
        statement.parts.push_back(std::move(part));
    });
    if (statement.parts.empty()) {
        tokens_->mistake_at(statement.name, "nothing-inside");
    }
    return statement;
}

RankStatement StatementParser::rank() {
    RankStatement statement;
    tokens_->expect_word("by");
    statement.order = formulas_.parse_list();
    tokens_->expect_word("ties");
    if (tokens_->accept_word("dense")) {
        statement.ties = Ties::dense;
    } else {
        tokens_->expect_word("share");
    }
    return statement;
}

// award 红旗 "红旗" honour take 名额[group.size] from top by not vetoed, F ties join when F >= 60
AwardStatement StatementParser::award() {
    AwardStatement statement;
    statement.name = tokens_->expect_name();
    statement.title = optional_text();
    if (tokens_->accept_word("warning")) {
        statement.polarity = Polarity::warning;
    } else {
        tokens_->expect_word("honour");
    }
    if (tokens_->accept_word("take")) {
        statement.take = formulas_.parse();
        tokens_->expect_word("from");
        statement.from_bottom = tokens_->accept_word("bottom");
        if (!statement.from_bottom) {
            tokens_->expect_word("top");
        }
        tokens_->expect_word("by");
        statement.order = formulas_.parse_list();
        tokens_->expect_word("ties");
        tokens_->expect_word("join");
    }
    if (tokens_->accept_word("when")) {
        statement.when = formulas_.parse();
    }
    if (!statement.take && !statement.when) {
        tokens_->mistake("expected-word", {{"wanted", "take, when"}});
    }
    return statement;
}

// procedure 蓝旗: 事实核查, 单位申辩 3 workdays, 集体审定
ProcedureStatement StatementParser::procedure() {
    ProcedureStatement statement;
    bool has_workdays = false;
    statement.award = tokens_->expect_name();
    tokens_->expect_sign(":");
    do {
        statement.steps.push_back(name_or_text().text);
        if (tokens_->peek().kind == TokenKind::number) {
            const Word number = word_of(tokens_->peek());
            const int workdays = tokens_->expect_whole_number();
            tokens_->expect_word("workdays");
            if (has_workdays) {
                tokens_->mistake_at(number, "workdays-twice");
            }
            statement.statement_workdays = workdays;
            has_workdays = true;
        }
    } while (tokens_->accept_sign(","));
    return statement;
}

// publish { raw "原始分" = 原始分 shown 4; N; flag = awards(红旗, 蓝旗) }
PublishStatement StatementParser::publish(const Word& start) {
    PublishStatement statement;
    tokens_->expect_sign("{");
    while (!tokens_->is_sign("}")) {
        statement.columns.push_back(column());
        if (!tokens_->accept_sign(";")) {
            break;
        }
    }
    tokens_->expect_sign("}");
    if (statement.columns.empty()) {
        tokens_->mistake_at(start, "nothing-inside");
    }
    return statement;
}

ColumnWords StatementParser::column() {
    ColumnWords column;
    column.name = tokens_->expect_name();
    column.title = optional_text();
    if (tokens_->accept_sign("=")) {
        if (tokens_->is_word("awards") && tokens_->is_sign("(", 1)) {
            tokens_->take();
            tokens_->take();
            column.awards = names();
            tokens_->expect_sign(")");
        } else {
            column.body = formulas_.parse();
        }
    }
    if (tokens_->accept_word("shown")) {
        column.places = formulas_.places();
    }
    return column;
}

}  // namespace benniu::method
