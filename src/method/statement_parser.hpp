// The statements of a method's blocks. Used by parser.cpp only.
#pragma once

#include "method/expression_parser.hpp"

namespace benniu::method {

class StatementParser {
  public:
    explicit StatementParser(TokenStream& tokens) : tokens_(&tokens), formulas_(tokens) {}

    // One statement. Throws SyntaxMistake after reporting it.
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
    PublishStatement publish();
    ColumnWords column();
    std::vector<std::string> names();
    std::string name_or_text();
    std::string optional_text();

    TokenStream* tokens_;
    ExpressionParser formulas_;
};

}  // namespace benniu::method
