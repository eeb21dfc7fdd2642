// Checks a method's statements into its rules. Names may be used before they are declared, so each
// statement is checked when first asked for.
#pragma once

#include "method/formula_checker.hpp"

namespace benniu::method {

class StatementChecker {
  public:
    explicit StatementChecker(Checking& checking);

    // What the others stand on: ledgers, groups, periods. Then names. Then every formula.
    void declare_ground(const Definitions& definitions);
    void declare_names();
    void check_all();

  private:
    // the ground
    void check_once_each();
    void check_units(const UnitsStatement& statement);
    void check_period(const PeriodStatement& statement);
    void check_stages(const StagesStatement& statement);
    void check_rejects(const RejectsStatement& statement);

    // names and what they stand for
    void declare(const Word& name, SymbolKind kind, std::size_t statement);
    std::size_t make_room(const std::string& name, SymbolKind kind, std::size_t article);
    void check_parameters(const MeasureStatement& statement);
    void check_symbol(const std::string& name, const std::vector<Type>& arguments);
    Type check_named(const Statement& statement, const Symbol& symbol,
                     const std::vector<Type>& arguments);
    Type check_let(const LetStatement& statement, std::size_t index);
    Type check_definition(const DefineStatement& statement, std::size_t index);
    Type check_measure(const MeasureStatement& statement, std::size_t index,
                       const std::vector<Type>& arguments);
    Type check_item(const ItemStatement& statement, std::size_t index);
    Type check_blend(const BlendStatement& statement, std::size_t index, std::size_t article);
    bool check_parts(const BlendStatement& statement, Blend& blend);
    void check_weights(const BlendStatement& statement, const Blend& blend);

    // tables
    Type check_table(const TableStatement& statement, std::size_t index);
    void check_tiers(const TableStatement& statement, const indicators::Table& table);
    void check_columns(const TableStatement& statement);

    // what comes of the scores
    void check_unnamed(const Statement& statement);
    void check_rank(const RankStatement& statement);
    void check_award(const AwardStatement& statement, std::size_t article);
    void check_procedure(const ProcedureStatement& statement);
    void check_publish(const PublishStatement& statement);
    void check_column(const ColumnWords& words);
    std::optional<std::size_t> award(const Word& name);
    void check_use();

    Checking* checking_;
};

}  // namespace benniu::method
