// Statements that give something a name, and what the names stand for.
#include "method/statement_checker.hpp"

#include <algorithm>
#include <utility>

#include "method/built_in.hpp"

namespace benniu::method {

StatementChecker::StatementChecker(Checking& checking) : checking_(&checking) {
    checking_->check_symbol = [this](const std::string& name, const std::vector<Type>& arguments) {
        check_symbol(name, arguments);
    };
}

// Where the rule of that name will stand, among those of its kind.
std::size_t StatementChecker::make_room(const std::string& name, SymbolKind kind,
                                        std::size_t article) {
    Method& method = checking_->method;
    indicators::Formulas& formulas = method.formulas;
    Reaches& reaches = checking_->reaches;
    const std::string& number = checking_->document.articles[article].number;
    switch (kind) {
        case SymbolKind::let:
            reaches.lets.push_back(Reach::unit);
            formulas.lets.push_back({name, nullptr, number});
            return formulas.lets.size() - 1;
        case SymbolKind::table:
            formulas.tables.push_back({.name = name, .article = number});
            return formulas.tables.size() - 1;
        case SymbolKind::definition:
            reaches.definitions.push_back(Reach::unit);
            reaches.definition_guards.emplace_back();
            formulas.definitions.push_back({.name = name, .article = number});
            return formulas.definitions.size() - 1;
        case SymbolKind::measure:
            reaches.measures.push_back(Reach::unit);
            formulas.measures.push_back({name, {}, nullptr, number});
            return formulas.measures.size() - 1;
        case SymbolKind::item:
            method.items.push_back({.name = name, .article = article});
            return method.items.size() - 1;
        case SymbolKind::blend:
            break;
    }
    method.blends.push_back({.name = name, .article = article});
    return method.blends.size() - 1;
}

void StatementChecker::declare(const Word& name, SymbolKind kind, std::size_t statement) {
    checking_->article = checking_->document.statements[statement].article;
    const std::size_t index = make_room(name.text, kind, checking_->article);
    if (is_built_in(name.text)) {
        checking_->found("name-taken", name);
    }
    if (!checking_->symbols.emplace(name.text, Symbol{kind, index, statement}).second) {
        checking_->found("declared-twice", name);
    }
}

void StatementChecker::declare_names() {
    const auto& statements = checking_->document.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const auto& body = statements[i].body;
        if (const auto* const let = std::get_if<LetStatement>(&body)) {
            declare(let->name, SymbolKind::let, i);
        } else if (const auto* const table = std::get_if<TableStatement>(&body)) {
            declare(table->name, SymbolKind::table, i);
        } else if (const auto* const define = std::get_if<DefineStatement>(&body)) {
            declare(define->name, SymbolKind::definition, i);
        } else if (const auto* const measure = std::get_if<MeasureStatement>(&body)) {
            declare(measure->name, SymbolKind::measure, i);
            for (const Word& parameter : measure->parameters) {
                checking_->method.formulas.measures.back().parameters.push_back(parameter.text);
            }
        } else if (const auto* const item = std::get_if<ItemStatement>(&body)) {
            declare(item->name, SymbolKind::item, i);
        } else if (const auto* const blend = std::get_if<BlendStatement>(&body)) {
            declare(blend->name, SymbolKind::blend, i);
        }
    }
    for (const Statement& statement : statements) {
        if (const auto* const measure = std::get_if<MeasureStatement>(&statement.body)) {
            checking_->article = statement.article;
            check_parameters(*measure);
        }
    }
}

void StatementChecker::check_parameters(const MeasureStatement& statement) {
    std::set<std::string> seen;
    for (const Word& parameter : statement.parameters) {
        const bool is_new = seen.insert(parameter.text).second;
        if (!is_new || checking_->symbols.contains(parameter.text)) {
            checking_->found("declared-twice", parameter);
        } else if (is_built_in(parameter.text)) {
            checking_->found("name-taken", parameter);
        }
    }
}

void StatementChecker::check_symbol(const std::string& name, const std::vector<Type>& arguments) {
    const Symbol symbol = checking_->symbols.find(name)->second;
    const Statement& statement = checking_->document.statements[symbol.statement];
    const std::size_t article = std::exchange(checking_->article, statement.article);
    const Effort outer = checking_->effort;
    checking_->effort = {.depth = outer.depth, .deepest = outer.depth};
    checking_->in_progress.insert(name);
    const Type type = check_named(statement, symbol, arguments);
    checking_->in_progress.erase(name);
    const Effort inner = checking_->effort;
    checking_->effort = {.depth = outer.depth,
                         .deepest = std::max(outer.deepest, inner.deepest),
                         .steps = outer.steps + inner.steps};
    checking_->article = article;
    const std::string key = Checking::variant_of(name, arguments);
    checking_->types[key] = type;
    checking_->efforts[key] = {.deepest = inner.deepest - outer.depth, .steps = inner.steps};
}

Type StatementChecker::check_named(const Statement& statement, const Symbol& symbol,
                                   const std::vector<Type>& arguments) {
    const auto& body = statement.body;
    switch (symbol.kind) {
        case SymbolKind::let:
            return check_let(std::get<LetStatement>(body), symbol.index);
        case SymbolKind::table:
            return check_table(std::get<TableStatement>(body), symbol.index);
        case SymbolKind::definition:
            return check_definition(std::get<DefineStatement>(body), symbol.index);
        case SymbolKind::measure:
            return check_measure(std::get<MeasureStatement>(body), symbol.index, arguments);
        case SymbolKind::item:
            return check_item(std::get<ItemStatement>(body), symbol.index);
        case SymbolKind::blend:
            return check_blend(std::get<BlendStatement>(body), symbol.index, statement.article);
    }
    return {};
}

Type StatementChecker::check_let(const LetStatement& statement, std::size_t index) {
    const Checked checked = FormulaChecker(*checking_, {}).check(statement.body);
    checking_->method.formulas.lets[index].body = checked.formula;
    checking_->reaches.lets[index] = reach_of(*checked.formula, checking_->reaches);
    return checked.type;
}

Type StatementChecker::check_definition(const DefineStatement& statement, std::size_t index) {
    indicators::Definition& definition = checking_->method.formulas.definitions[index];
    const auto ledger = checking_->need_ledger(statement.ledger);
    const bool lacks_stages =
        ledger && statement.of_stage && checking_->ledger(*ledger).stages.empty();
    if (lacks_stages) {
        checking_->found("no-stages", statement.ledger);
    }
    if (!ledger || lacks_stages) {
        checking_->without_ledger.insert(statement.name.text);
        definition.body = mistaken(statement.body).formula;
        return {};
    }
    definition.ledger = *ledger;
    definition.of_stage = statement.of_stage;
    const Checked checked =
        FormulaChecker(*checking_, {.ledger = *ledger, .of_stage = statement.of_stage})
            .check(statement.body);
    Reaches& reaches = checking_->reaches;
    reaches.definitions[index] = reach_of(*checked.formula, reaches);
    reaches.definition_guards[index] = guards_of(*checked.formula, reaches);
    definition.body = checked.formula;
    definition.depends_on_unit = reaches.definitions[index] != Reach::county;
    return checked.type;
}

Type StatementChecker::check_measure(const MeasureStatement& statement, std::size_t index,
                                     const std::vector<Type>& arguments) {
    const Checked checked =
        FormulaChecker(*checking_, {.parameters = &statement.parameters, .arguments = &arguments})
            .check(statement.body);
    checking_->method.formulas.measures[index].body = checked.formula;
    checking_->reaches.measures[index] = reach_of(*checked.formula, checking_->reaches);
    return checked.type;
}

Type StatementChecker::check_item(const ItemStatement& statement, std::size_t index) {
    const Checked checked = FormulaChecker(*checking_, {}).check_points(statement.body);
    Item& item = checking_->method.items[index];
    item.title = statement.title.empty() ? statement.name.text : statement.title;
    item.body = checked.formula;
    item.rounding = statement.rounding;
    if (statement.rounding && checked.type.is_rounded && !statement.rounding->again) {
        checking_->found("double-rounding", statement.name, {}, Severity::warning);
    }
    Type type = checked.type;
    type.may_be_missing = false;
    type.is_rounded |= statement.rounding.has_value();
    type.never_zero &= !statement.rounding.has_value();
    return type;
}

Type StatementChecker::check_blend(const BlendStatement& statement, std::size_t index,
                                   std::size_t article) {
    Blend blend{.name = statement.name.text, .rounding = statement.rounding, .article = article};
    blend.to = FormulaChecker(*checking_, {}).check_points(statement.to).formula;
    const bool is_rounded = check_parts(statement, blend);
    if (statement.otherwise) {
        blend.otherwise = FormulaChecker(*checking_, {}).check_points(*statement.otherwise).formula;
    }
    if (statement.rounding && is_rounded && !statement.rounding->again) {
        checking_->found("double-rounding", statement.name, {}, Severity::warning);
    }
    check_weights(statement, blend);
    checking_->method.blends[index] = std::move(blend);
    return {.base = Base::number,
            .may_be_missing = !statement.otherwise,
            .is_rounded = is_rounded || statement.rounding.has_value()};
}

}  // namespace benniu::method
