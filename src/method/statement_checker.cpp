#include "method/statement_checker.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::method {

namespace {

// The weight that a part has for a group, when the text alone decides it.
std::optional<Rational> weight_of(const indicators::Expression& weight, const std::string& group,
                                  const indicators::Formulas& formulas) {
    if (weight.kind == indicators::Kind::literal) {
        const auto* const number = std::get_if<Rational>(&weight.literal);
        return number == nullptr ? std::nullopt : std::optional<Rational>(*number);
    }
    if (weight.kind != indicators::Kind::lookup) {
        return std::nullopt;
    }
    std::vector<std::string> keys;
    for (const auto& part : weight.parts) {
        const bool is_group =
            part->kind == indicators::Kind::context && part->context == indicators::Context::group;
        if (!is_group && part->kind != indicators::Kind::literal) {
            return std::nullopt;
        }
        keys.push_back(is_group ? group : part->word);
    }
    for (const auto& row : formulas.tables[static_cast<std::size_t>(weight.index)].words) {
        if (row.keys == keys) {
            return std::get<Rational>(row.value);
        }
    }
    return std::nullopt;
}

}  // namespace

StatementChecker::StatementChecker(Checking& checking) : checking_(&checking) {
    checking_->check_symbol = [this](const std::string& name) { check_symbol(name); };
}

void StatementChecker::declare(const std::string& name, SymbolKind kind, std::size_t statement) {
    std::size_t index = 0;
    indicators::Formulas& formulas = checking_->method.formulas;
    const std::size_t article = checking_->document.statements[statement].article;
    const std::string& number = checking_->document.articles[article].number;
    switch (kind) {
        case SymbolKind::let:
            index = formulas.lets.size();
            formulas.lets.push_back({name, nullptr, number});
            break;
        case SymbolKind::table:
            index = formulas.tables.size();
            formulas.tables.push_back({.name = name, .article = number});
            break;
        case SymbolKind::definition:
            index = formulas.definitions.size();
            formulas.definitions.push_back({.name = name, .article = number});
            break;
        case SymbolKind::measure:
            index = formulas.measures.size();
            formulas.measures.push_back({name, {}, nullptr, number});
            break;
        case SymbolKind::item:
            index = checking_->method.items.size();
            checking_->method.items.push_back({.name = name, .article = article});
            break;
        case SymbolKind::blend:
            index = checking_->method.blends.size();
            checking_->method.blends.push_back({.name = name, .article = article});
            break;
    }
    if (!checking_->symbols.emplace(name, Symbol{kind, index, statement}).second) {
        const Statement& place = checking_->document.statements[statement];
        checking_->article = article;
        checking_->found("name-twice", place.line, place.position, name);
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
        } else if (const auto* const item = std::get_if<ItemStatement>(&body)) {
            declare(item->name, SymbolKind::item, i);
        } else if (const auto* const blend = std::get_if<BlendStatement>(&body)) {
            declare(blend->name, SymbolKind::blend, i);
        }
    }
}

void StatementChecker::check_symbol(const std::string& name) {
    const Symbol symbol = checking_->symbols.find(name)->second;
    const Statement& statement = checking_->document.statements[symbol.statement];
    const std::size_t article = std::exchange(checking_->article, statement.article);
    checking_->in_progress.insert(name);
    checking_->types[name] = check_named(statement, symbol);
    checking_->in_progress.erase(name);
    checking_->article = article;
}

Type StatementChecker::check_named(const Statement& statement, const Symbol& symbol) {
    const auto& body = statement.body;
    switch (symbol.kind) {
        case SymbolKind::let:
            return check_let(std::get<LetStatement>(body), symbol.index);
        case SymbolKind::table:
            return check_table(statement, std::get<TableStatement>(body), symbol.index);
        case SymbolKind::definition:
            return check_definition(std::get<DefineStatement>(body), symbol.index);
        case SymbolKind::measure:
            return check_measure(std::get<MeasureStatement>(body), symbol.index);
        case SymbolKind::item:
            return check_item(std::get<ItemStatement>(body), symbol.index);
        case SymbolKind::blend:
            return check_blend(statement, std::get<BlendStatement>(body), symbol.index);
    }
    return {};
}

Type StatementChecker::check_let(const LetStatement& statement, std::size_t index) {
    const Checked checked = FormulaChecker(*checking_, {}).check(statement.body);
    checking_->method.formulas.lets[index].body = checked.formula;
    return checked.type;
}

void StatementChecker::check_tiers(const Statement& place, const TableStatement& statement) {
    const indicators::Table& table =
        checking_->method.formulas.tables[checking_->symbols.find(statement.name)->second.index];
    for (std::size_t i = 1; i < table.tiers.size(); ++i) {
        const auto& earlier = table.tiers[i - 1];
        const auto& later = table.tiers[i];
        const TableRow& row = statement.rows[i];
        if (earlier.comparison != later.comparison) {
            checking_->found("overlapping-tiers", row.line, row.position, statement.name);
        } else if (earlier.comparison == indicators::Comparison::at_least
                       ? later.bound >= earlier.bound
                       : later.bound <= earlier.bound) {
            checking_->found("unreachable-tier", row.line, row.position, statement.name);
        }
    }
    if (!table.tiers.empty() && !table.words.empty()) {
        checking_->found("mixed-table", place.line, place.position, statement.name);
    }
}

Type StatementChecker::check_table(const Statement& place, const TableStatement& statement,
                                   std::size_t index) {
    FormulaChecker formulas(*checking_, {});
    indicators::Table table{.name = statement.name,
                            .article = checking_->document.articles[place.article].number};
    Type type{.base = Base::number, .never_zero = true};
    bool first = true;
    const auto value = [&](const Node& node) {
        const auto [number, dimension] = formulas.constant(node);
        if (!first && !(dimension == type.dimension)) {
            checking_->found(
                "measure-mismatch", node,
                {{"wanted", name_of(type)}, {"found", name_of(Type{Base::number, dimension})}});
        }
        type.dimension = dimension;
        type.never_zero &= !number.is_zero();
        first = false;
        return indicators::Quantity(number);
    };
    std::set<std::vector<std::string>> seen;
    for (const TableRow& row : statement.rows) {
        if (row.bound) {
            const auto [bound, dimension] = formulas.constant(*row.bound);
            checking_->bound_types[statement.name] = Type{Base::number, dimension};
            table.tiers.push_back({row.comparison == ">=" ? indicators::Comparison::at_least
                                                          : indicators::Comparison::at_most,
                                   bound, value(row.values[0])});
        }
        for (const std::string& key : row.keys) {
            for (std::size_t c = 0; c < row.values.size(); ++c) {
                std::vector<std::string> keys = {key};
                if (!statement.columns.empty()) {
                    keys.push_back(statement.columns[c]);
                }
                if (!seen.insert(keys).second) {
                    checking_->found("key-twice", row.line, row.position, key);
                }
                table.words.push_back({keys, value(row.values[c])});
            }
        }
    }
    if (statement.otherwise) {
        table.otherwise = value(*statement.otherwise);
    }
    checking_->method.formulas.tables[index] = std::move(table);
    check_tiers(place, statement);
    return type;
}

Type StatementChecker::check_definition(const DefineStatement& statement, std::size_t index) {
    const Statement& place =
        checking_->document.statements[checking_->symbols.find(statement.name)->second.statement];
    const auto ledger = checking_->need_ledger(statement.ledger, place.line, place.position);
    indicators::Formulas& formulas = checking_->method.formulas;
    if (!ledger) {
        formulas.definitions[index].body = mistaken(statement.body).formula;
        return {};
    }
    formulas.definitions[index].ledger = *ledger;
    formulas.definitions[index].of_stage = statement.of_stage;
    const Checked checked =
        FormulaChecker(*checking_, {.ledger = *ledger, .of_stage = statement.of_stage})
            .check(statement.body);
    formulas.definitions[index].body = checked.formula;
    formulas.definitions[index].depends_on_unit = depends_on_unit(*checked.formula, formulas);
    return checked.type;
}

Type StatementChecker::check_measure(const MeasureStatement& statement, std::size_t index) {
    checking_->method.formulas.measures[index].parameters = statement.parameters;
    const Checked checked =
        FormulaChecker(*checking_, {.parameters = &statement.parameters}).check(statement.body);
    checking_->method.formulas.measures[index].body = checked.formula;
    return checked.type;
}

// A formula that must not come out missing.
Checked StatementChecker::present(const Node& node, const Where& where) {
    Checked checked = FormulaChecker(*checking_, where).check(node, Base::number);
    if (checked.type.may_be_missing) {
        checking_->found("missing-policy-absent", node);
    }
    return checked;
}

Type StatementChecker::check_item(const ItemStatement& statement, std::size_t index) {
    const Checked checked = present(statement.body, {});
    Item& item = checking_->method.items[index];
    item.title = statement.title.empty() ? statement.name : statement.title;
    item.body = checked.formula;
    item.rounding = statement.rounding;
    if (statement.rounding && checked.type.is_rounded && !statement.rounding->again) {
        checking_->found("double-rounding", statement.body, {}, Severity::warning);
    }
    Type type = checked.type;
    type.may_be_missing = false;
    type.is_rounded |= statement.rounding.has_value();
    type.never_zero &= !statement.rounding.has_value();
    return type;
}

Type StatementChecker::check_blend(const Statement& place, const BlendStatement& statement,
                                   std::size_t index) {
    Blend blend{.name = statement.name, .rounding = statement.rounding, .article = place.article};
    blend.to = present(statement.to, {}).formula;
    bool is_rounded = false;
    std::set<std::string> names;
    for (const BlendPart& part : statement.parts) {
        const Checked body = FormulaChecker(*checking_, {}).check(part.body, Base::number);
        if (!(body.type.dimension == Dimension{})) {
            checking_->found("measure-mismatch", part.body,
                             {{"wanted", "number"}, {"found", name_of(body.type)}});
        }
        if (!names.insert(part.name).second) {
            checking_->found("name-twice", part.weight.line, part.weight.position, part.name);
        }
        is_rounded |= body.type.is_rounded;
        blend.parts.push_back({part.name, present(part.weight, {}).formula, body.formula});
    }
    if (statement.otherwise) {
        blend.otherwise = present(*statement.otherwise, {}).formula;
    }
    if (statement.rounding && is_rounded && !statement.rounding->again) {
        checking_->found("double-rounding", place.line, place.position, statement.name, {},
                         Severity::warning);
    }
    check_weights(place, blend);
    checking_->method.blends[index] = std::move(blend);
    return {.base = Base::number,
            .may_be_missing = !statement.otherwise,
            .is_rounded = is_rounded || statement.rounding};
}

void StatementChecker::check_weights(const Statement& place, const Blend& blend) {
    const indicators::Formulas& formulas = checking_->method.formulas;
    for (const std::string& group : checking_->method.groups) {
        Rational sum;
        for (const BlendRule& part : blend.parts) {
            const auto weight = weight_of(*part.weight, group, formulas);
            if (!weight) {
                return;
            }
            sum = sum + *weight;
        }
        const auto* const to = std::get_if<Rational>(&blend.to->literal);
        if (blend.to->kind == indicators::Kind::literal && to != nullptr && sum != *to) {
            checking_->found("weight-sum", place.line, place.position, blend.name,
                             {{"group", group},
                              {"sum", indicators::to_text(sum)},
                              {"wanted", indicators::to_text(*to)}});
            return;
        }
    }
}

}  // namespace benniu::method
