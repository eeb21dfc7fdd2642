// The statements of a method's blocks. Used by parser.cpp only.
#pragma once

#include <functional>

#include "method/expression_parser.hpp"

namespace benniu::method {

class StatementParser {
  public:
    explicit StatementParser(TokenStream& tokens) : tokens_(&tokens), formulas_(tokens) {}

    // One statement, whose word is ahead. Throws SyntaxMistake after reporting it.
    decltype(Statement::body) parse();

  private:
    UnitsStatement units();
    StagesStatement stages();
    RejectsStatement rejects();
    PeriodStatement period();
    LetStatement let();
    TableStatement table();
    TableRow table_row(std::size_t columns);
    DefineStatement define();
    MeasureStatement measure();
    ItemStatement item();
    BlendStatement blend();
    RankStatement rank();
    AwardStatement award();
    ProcedureStatement procedure();
    PublishStatement publish(const Word& start);
    ColumnWords column();
    // Reads each row by `row`; gives the formula of the row `else`.
    std::optional<Node> rows(const std::function<void()>& row);
    std::vector<Word> names();
    Word name_or_text();
    std::string optional_text();

    TokenStream* tokens_;
    ExpressionParser formulas_;
};

}  // namespace benniu::method
