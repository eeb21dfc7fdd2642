// Calls and look-ups in a formula: definitions of a stage, measures with arguments, other methods'
// results, functions, tables.
#include <algorithm>

#include "base/writing.hpp"
#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Context;
using indicators::Kind;

Checked FormulaChecker::call(const Node& node) {
    if (node.word == "min" || node.word == "max" || node.word == "mean" || node.word == "sum" ||
        node.word == "clamp") {
        return list_function(node);
    }
    if (node.word == "month" || node.word == "year") {
        return date_function(node);
    }
    if (node.word == "result") {
        return other_result(node);
    }
    const auto found = checking_->symbols.find(node.word);
    if (found == checking_->symbols.end()) {
        return unknown(node);
    }
    const Symbol symbol = found->second;
    static_cast<void>(checking_->type_of(node.word, node));
    if (symbol.kind == SymbolKind::definition) {
        return stage_definition(node, symbol);
    }
    if (symbol.kind == SymbolKind::measure) {
        return measure_call(node, symbol);
    }
    checking_->found("not-a-function", node);
    return mistaken(node);
}

// 计入 on the stage at hand, 计入(签约) on a named one, or a definition on the entry as a whole.
Checked FormulaChecker::stage_definition(const Node& node, const Symbol& symbol) {
    const indicators::Definition& definition = checking_->method.formulas.definitions[symbol.index];
    if (!where_.ledger || *where_.ledger != definition.ledger) {
        checking_->found("needs-entry", node,
                         {{"ledger", checking_->ledger(definition.ledger).name}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::definition, node);
    expression->index = static_cast<int>(symbol.index);
    if (node.form == Form::call) {
        const bool one = definition.of_stage && node.parts.size() == 1;
        const auto stage =
            one ? checking_->ledger(definition.ledger).stage_index(node.parts[0].word)
                : std::nullopt;
        if (!stage) {
            checking_->found(one ? "unknown-stage" : "wrong-arguments", node,
                             {{"wanted", definition.of_stage ? "1" : "0"},
                              {"nearest", one ? nearest(node.parts[0].word,
                                                        checking_->ledger(definition.ledger).stages)
                                              : ""}});
            return mistaken(node);
        }
        expression->stage = static_cast<int>(*stage);
        expression->word = node.word + "(" + node.parts[0].word + ")";
    } else if (definition.of_stage && !where_.of_stage) {
        checking_->found("needs-stage", node);
        return mistaken(node);
    }
    return {expression, checking_->types[definition.name]};
}

Checked FormulaChecker::measure_call(const Node& node, const Symbol& symbol) {
    const indicators::Measure& measure = checking_->method.formulas.measures[symbol.index];
    const std::vector<Node> none;
    const std::vector<Node>& arguments = node.form == Form::call ? node.parts : none;
    if (arguments.size() != measure.parameters.size()) {
        checking_->found("wrong-arguments", node,
                         {{"wanted", std::to_string(measure.parameters.size())}});
        return mistaken(node);
    }
    const std::string name = measure.name;
    auto expression = expression_at(Kind::measure, node);
    expression->index = static_cast<int>(symbol.index);
    for (const Node& argument : arguments) {
        expression->parts.push_back(check(argument).formula);
    }
    return {expression, checking_->types[name]};
}

// result(competition, 2, F): what another method gives the unit for that period.
Checked FormulaChecker::other_result(const Node& node) {
    if (node.parts.size() != 3) {
        checking_->found("wrong-arguments", node, {{"wanted", "3"}});
        return mistaken(node);
    }
    const auto other = checking_->others.find(node.parts[0].word);
    if (other == checking_->others.end()) {
        std::vector<std::string> names;
        for (const auto& [name, method] : checking_->others) {
            names.push_back(name);
        }
        checking_->found("unknown-method", node.parts[0],
                         {{"nearest", nearest(node.parts[0].word, names)}});
        return mistaken(node);
    }
    if (other->second->period(node.parts[1].word) == nullptr) {
        checking_->found("unknown-period", node.parts[1], {{"method", other->first}});
        return mistaken(node);
    }
    auto result = std::make_shared<indicators::OtherResult>();
    *result = {node.parts[0].word, node.parts[1].word, node.parts[2].word};
    auto expression = expression_at(Kind::other_result, node);
    expression->other = result;
    expression->word = result->method + "(" + result->period + ")." + result->item;
    if (result->item == "vetoed") {
        return {expression, Type{.base = Base::truth}};
    }
    if (!other->second->item(result->item)) {
        std::vector<std::string> names = {"vetoed"};
        for (const Item& item : other->second->items) {
            names.push_back(item.name);
        }
        checking_->found("unknown-item", node.parts[2],
                         {{"nearest", nearest(result->item, names)}});
        return mistaken(node);
    }
    return {expression, Type{.base = Base::number, .is_rounded = true}};
}

Checked FormulaChecker::list_function(const Node& node) {
    if ((node.word == "clamp" && node.parts.size() != 3) || node.parts.empty()) {
        checking_->found("wrong-arguments", node, {{"wanted", node.word == "clamp" ? "3" : "1…"}});
        return mistaken(node);
    }
    const Kind kind = node.word == "min"     ? Kind::minimum
                      : node.word == "max"   ? Kind::maximum
                      : node.word == "clamp" ? Kind::clamp
                                             : Kind::mean;
    if (node.word == "sum") {
        checking_->found("sum-needs-ledger", node);
        return mistaken(node);
    }
    auto expression = expression_at(kind, node);
    Type type{.base = Base::number};
    bool first = true;
    for (const Node& part : node.parts) {
        const Checked checked = check(part, Base::number);
        if (first) {
            type.dimension = checked.type.dimension;
            type.never_zero = checked.type.never_zero;
            first = false;
        } else {
            same_type(part, type, checked.type);
        }
        type.may_be_missing |= checked.type.may_be_missing;
        type.is_rounded |= checked.type.is_rounded;
        type.never_zero &= checked.type.never_zero;
        expression->parts.push_back(checked.formula);
    }
    return {expression, type};
}

Checked FormulaChecker::date_function(const Node& node) {
    if (node.parts.size() != 1) {
        checking_->found("wrong-arguments", node, {{"wanted", "1"}});
        return mistaken(node);
    }
    const Checked date = check(node.parts[0], Base::date);
    auto expression = expression_at(node.word == "month" ? Kind::month_of : Kind::year_of, node);
    expression->parts = {date.formula};
    return {expression, Type{.base = node.word == "month" ? Base::date : Base::number,
                             .may_be_missing = date.type.may_be_missing}};
}

Checked FormulaChecker::index(const Node& node) {
    if (node.word.empty()) {  // period.last[期]
        Checked of = check(node.parts[0]);
        if (of.formula->kind != Kind::context || node.parts.size() != 2 ||
            of.formula->context == Context::unit) {
            checking_->found("not-a-table", node);
            return mistaken(node);
        }
        auto expression = expression_at(Kind::period_table, node.parts[0]);
        expression->context = of.formula->context;
        expression->parts = {check(node.parts[1], Base::text).formula};
        of.type.may_be_missing = true;
        return {expression, of.type};
    }
    const auto found = checking_->symbols.find(node.word);
    if (found == checking_->symbols.end()) {
        return unknown(node);
    }
    if (found->second.kind != SymbolKind::table) {
        checking_->found("not-a-table", node);
        return mistaken(node);
    }
    return lookup(node, found->second);
}

Checked FormulaChecker::lookup(const Node& node, const Symbol& symbol) {
    Type type = checking_->type_of(node.word, node);
    const indicators::Table& table = checking_->method.formulas.tables[symbol.index];
    const std::size_t keys = table.words.empty() ? 1 : table.words.front().keys.size();
    if (node.parts.size() != keys) {
        checking_->found("wrong-arguments", node, {{"wanted", std::to_string(keys)}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::lookup, node);
    expression->index = static_cast<int>(symbol.index);
    bool keys_may_be_missing = false;
    bool by_group = true;
    for (std::size_t i = 0; i < keys; ++i) {
        const Checked key = check(node.parts[i], table.tiers.empty() ? Base::text : Base::number);
        if (!table.tiers.empty()) {
            same_type(node.parts[i], checking_->bound_types[node.word], key.type);
        }
        keys_may_be_missing |= key.type.may_be_missing;
        by_group &= key.type.domain == "group" || key.formula->kind == Kind::literal;
        expression->parts.push_back(key.formula);
    }
    const bool has_rest = !indicators::is_missing(table.otherwise);
    // A table that names every group leaves no group out.
    const bool names_all =
        by_group && std::all_of(checking_->method.groups.begin(), checking_->method.groups.end(),
                                [&](const auto& group) {
                                    return std::any_of(
                                        table.words.begin(), table.words.end(),
                                        [&](const auto& row) { return row.keys.back() == group; });
                                });
    type.may_be_missing = keys_may_be_missing || !(has_rest || names_all);
    return {expression, type};
}

}  // namespace benniu::method
