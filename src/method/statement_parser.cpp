#include "method/statement_parser.hpp"

#include <algorithm>

namespace benniu::method {

decltype(Statement::body) StatementParser::parse() {
    if (!tokens_->at_statement()) {
        tokens_->mistake("unknown-statement");
    }
    const std::string word = tokens_->take().word;
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
    return word == "procedure" ? decltype(Statement::body)(procedure()) : publish();
}

std::vector<std::string> StatementParser::names() {
    std::vector<std::string> list;
    do {
        list.push_back(name_or_text());
    } while (tokens_->accept_sign(","));
    return list;
}

std::string StatementParser::name_or_text() {
    return tokens_->peek().kind == TokenKind::text ? tokens_->take().word : tokens_->expect_name();
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
        std::string check = tokens_->expect_name();
        while (tokens_->accept_sign("-")) {
            check += "-" + tokens_->expect_name();
        }
        statement.checks.push_back(std::move(check));
    } while (tokens_->accept_sign(","));
    return statement;
}

// period 2 "第二期" 2021-09-23 .. 2021-11-30 freeze 2021-12-04
PeriodStatement StatementParser::period() {
    PeriodStatement statement;
    const TokenKind kind = tokens_->peek().kind;
    if (kind != TokenKind::number && kind != TokenKind::date && kind != TokenKind::name) {
        tokens_->mistake("expected-kind", {{"wanted", "name"}});
    }
    statement.name = tokens_->take().word;
    statement.title = optional_text();
    if (statement.title.empty()) {
        statement.title = statement.name;
    }
    statement.first = tokens_->expect_date();
    tokens_->expect_sign("..");
    statement.last = tokens_->expect_date();
    tokens_->expect_word("freeze");
    statement.freeze = tokens_->expect_date();
    if (statement.last < statement.first || statement.freeze < statement.last) {
        tokens_->mistake("bad-period", {{"period", statement.name}});
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
    row.line = tokens_->peek().line;
    row.position = tokens_->peek().position;
    if (tokens_->is_sign(">=") || tokens_->is_sign("<=")) {
        row.comparison = tokens_->take().word;
        row.bound = formulas_.parse();
    } else {
        row.keys = names();
    }
    tokens_->expect_sign(":");
    row.values = formulas_.parse_list();
    if (row.values.size() != std::max<std::size_t>(columns, 1)) {
        tokens_->mistake("wrong-columns", {{"wanted", std::to_string(columns)},
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
    while (!tokens_->is_sign("}")) {
        if (tokens_->accept_word("else")) {
            tokens_->expect_sign(":");
            statement.otherwise = formulas_.parse();
        } else {
            statement.rows.push_back(table_row(statement.columns.size()));
        }
        if (!tokens_->accept_sign(";")) {
            break;
        }
    }
    tokens_->expect_sign("}");
    return statement;
}

// define 计入 of stages of 招商项目 = …
DefineStatement StatementParser::define() {
    DefineStatement statement;
    statement.name = tokens_->expect_name();
    tokens_->expect_word("of");
    if (tokens_->is_word("stages") && tokens_->peek(1).word == "of") {
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
    while (!tokens_->is_sign("}")) {
        if (tokens_->accept_word("else")) {
            tokens_->expect_sign(":");
            statement.otherwise = formulas_.parse();
        } else {
            BlendPart part;
            part.name = tokens_->expect_name();
            part.weight = formulas_.parse();
            tokens_->expect_sign(":");
            part.body = formulas_.parse();
            statement.parts.push_back(std::move(part));
        }
        if (!tokens_->accept_sign(";")) {
            break;
        }
    }
    tokens_->expect_sign("}");
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
        tokens_->mistake("expected", {{"wanted", "take, when"}});
    }
    return statement;
}

// procedure 蓝旗: 事实核查, 单位申辩 3 workdays, 集体审定
ProcedureStatement StatementParser::procedure() {
    ProcedureStatement statement;
    statement.award = tokens_->expect_name();
    tokens_->expect_sign(":");
    do {
        statement.steps.push_back(name_or_text());
        if (tokens_->peek().kind == TokenKind::number) {
            statement.statement_workdays = tokens_->expect_whole_number();
            tokens_->expect_word("workdays");
        }
    } while (tokens_->accept_sign(","));
    return statement;
}

// publish { raw "原始分" = 原始分 shown 4; N; flag = awards(红旗, 蓝旗) }
PublishStatement StatementParser::publish() {
    PublishStatement statement;
    tokens_->expect_sign("{");
    while (!tokens_->is_sign("}")) {
        statement.columns.push_back(column());
        if (!tokens_->accept_sign(";")) {
            break;
        }
    }
    tokens_->expect_sign("}");
    return statement;
}

ColumnWords StatementParser::column() {
    ColumnWords column;
    column.line = tokens_->peek().line;
    column.position = tokens_->peek().position;
    column.name = tokens_->expect_name();
    column.title = optional_text();
    if (tokens_->accept_sign("=")) {
        if (tokens_->is_word("awards") && tokens_->peek(1).word == "(") {
            tokens_->take();
            tokens_->take();
            column.awards = names();
            tokens_->expect_sign(")");
        } else {
            column.body = formulas_.parse();
        }
    }
    if (tokens_->accept_word("shown")) {
        column.places = tokens_->expect_whole_number();
    }
    return column;
}

}  // namespace benniu::method
