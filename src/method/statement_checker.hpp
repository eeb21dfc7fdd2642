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
    void check_symbol(const std::string& name);
    Type check_named(const Statement& statement, const Symbol& symbol);
    Type check_let(const LetStatement& statement, std::size_t index);
    Type check_table(const Statement& place, const TableStatement& statement, std::size_t index);
    void check_tiers(const Statement& place, const TableStatement& statement);
    Type check_definition(const DefineStatement& statement, std::size_t index);
    Type check_measure(const MeasureStatement& statement, std::size_t index);
    Type check_item(const ItemStatement& statement, std::size_t index);
    Type check_blend(const Statement& place, const BlendStatement& statement, std::size_t index);
    void check_weights(const Statement& place, const Blend& blend);
    void check_unnamed(const Statement& statement);
    void check_units(const Statement& place, const UnitsStatement& statement);
    void check_period(const Statement& place, const PeriodStatement& statement);
    void check_stages(const Statement& place, const StagesStatement& statement);
    void check_rejects(const Statement& place, const RejectsStatement& statement);
    void check_award(const AwardStatement& statement, std::size_t article);
    void check_procedure(const Statement& place, const ProcedureStatement& statement);
    void check_publish(const PublishStatement& statement);
    void check_column(const ColumnWords& words);
    Checked present(const Node& node, const Where& where);
    void declare(const std::string& name, SymbolKind kind, std::size_t statement);

    Checking* checking_;
};

}  // namespace benniu::method
