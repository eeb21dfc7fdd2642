// Calls in a formula: definitions of a stage, measures with arguments, other methods' results,
// functions.
#include <algorithm>

#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Kind;

namespace {

// A word that stands for itself, as the arguments of result(…) do.
std::optional<Word> plain_word(const Node& node) {
    const bool is_word = node.form == Form::name || node.form == Form::text ||
                         node.form == Form::date ||
                         (node.form == Form::number && node.measure.empty());
    return is_word ? std::optional(Word{node.word, node.line, node.position}) : std::nullopt;
}

}  // namespace

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
    if (symbol.kind == SymbolKind::definition || symbol.kind == SymbolKind::measure) {
        return this->symbol(node).value_or(mistaken(node));
    }
    found->second.is_used = true;
    checking_->found("not-a-function", node);
    return mistaken(node);
}

Checked FormulaChecker::wrong_arguments(const Node& node, std::size_t wanted, std::size_t found) {
    checking_->found("wrong-arguments", node,
                     {{"wanted", std::to_string(wanted)}, {"found", std::to_string(found)}});
    return mistaken(node);
}

// 计入 on the stage at hand, 计入(签约) on a named one, or a definition on the entry as a whole.
Checked FormulaChecker::stage_definition(const Node& node, const Symbol& symbol) {
    if (checking_->without_ledger.contains(node.word)) {
        return mistaken(node);
    }
    const indicators::Definition& definition = checking_->method.formulas.definitions[symbol.index];
    const model::LedgerDefinition& ledger = checking_->ledger(definition.ledger);
    if (!where_.ledger || *where_.ledger != definition.ledger) {
        checking_->found("needs-entry", node, {{"ledger", ledger.name}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::definition, node);
    expression->index = static_cast<int>(symbol.index);
    if (node.form == Form::call) {
        if (!definition.of_stage) {
            checking_->found("not-a-function", node);
            return mistaken(node);
        }
        if (node.parts.size() != 1) {
            return wrong_arguments(node, 1, node.parts.size());
        }
        const Node& named = node.parts.front();
        const auto stage = ledger.stage_index(named.word);
        if (!stage) {
            checking_->found("no-such-stage", named,
                             {{"known", checking_->listed(ledger.stages, named.word)}});
            return mistaken(node);
        }
        expression->stage = static_cast<int>(*stage);
        expression->word = node.word + "(" + named.word + ")";
    } else if (definition.of_stage && !where_.of_stage) {
        checking_->found("needs-stage", node);
        return mistaken(node);
    }
    return {expression, checking_->types[definition.name]};
}

Checked FormulaChecker::measure_call(const Node& node, const Symbol& symbol) {
    const std::vector<Node> none;
    const std::vector<Node>& arguments = node.form == Form::call ? node.parts : none;
    const std::size_t wanted = checking_->method.formulas.measures[symbol.index].parameters.size();
    if (arguments.size() != wanted) {
        checking_->symbols.find(node.word)->second.is_used = true;
        return wrong_arguments(node, wanted, arguments.size());
    }
    auto expression = expression_at(Kind::measure, node);
    expression->index = static_cast<int>(symbol.index);
    std::vector<Type> types;
    for (const Node& argument : arguments) {
        const Checked checked = check(argument);
        expression->parts.push_back(checked.formula);
        types.push_back(checked.type);
    }
    const auto type = checking_->type_of(node.word, node, types);
    return type ? Checked{expression, *type} : mistaken(node);
}

// result(competition, 2, F): what another method gives the unit for that period.
Checked FormulaChecker::other_result(const Node& node) {
    if (node.parts.size() != 3) {
        return wrong_arguments(node, 3, node.parts.size());
    }
    for (const Node& part : node.parts) {
        if (!plain_word(part)) {
            checking_->found("not-a-plain-word", part);
            return mistaken(node);
        }
    }
    const Node& named = node.parts[0];
    const auto other = checking_->others.find(named.word);
    if (other != checking_->others.end() && !other->second) {
        checking_->found("method-has-errors", named);
        return mistaken(node);
    }
    if (other == checking_->others.end()) {
        std::vector<std::string> names;
        for (const auto& [name, method] : checking_->others) {
            names.push_back(name);
        }
        if (names.empty()) {
            checking_->found("no-other-method", named);
        } else {
            checking_->found("no-such-method", named,
                             {{"known", checking_->listed(names, named.word)}});
        }
        return mistaken(node);
    }
    return item_of(node, *other->second);
}

Checked FormulaChecker::item_of(const Node& node, const Method& other) {
    const Node& period = node.parts[1];
    const Node& item = node.parts[2];
    if (other.period(period.word) == nullptr) {
        std::vector<std::string> names;
        for (const auto& each : other.formulas.periods) {
            names.push_back(each.name);
        }
        checking_->found(
            "no-such-period", period,
            {{"method", other.name}, {"known", checking_->listed(names, period.word)}});
        return mistaken(node);
    }
    auto result = std::make_shared<indicators::OtherResult>();
    *result = {other.name, period.word, item.word};
    auto expression = expression_at(Kind::other_result, node);
    expression->other = result;
    expression->word = result->method + "(" + result->period + ")." + result->item;
    if (item.word == "vetoed") {
        return {expression, Type{.base = Base::truth}};
    }
    if (!other.item(item.word)) {
        std::vector<std::string> names = {"vetoed"};
        for (const Item& each : other.items) {
            names.push_back(each.name);
        }
        checking_->found("no-such-item", item,
                         {{"method", other.name}, {"known", checking_->listed(names, item.word)}});
        return mistaken(node);
    }
    // A unit of a group that the other method does not rank has no result there.
    const auto& groups = checking_->method.groups;
    const bool ranks_all = std::all_of(groups.begin(), groups.end(), [&](const auto& group) {
        return std::find(other.groups.begin(), other.groups.end(), group) != other.groups.end();
    });
    return {expression,
            Type{.base = Base::number, .may_be_missing = !ranks_all, .is_rounded = true}};
}

Checked FormulaChecker::list_function(const Node& node) {
    if (node.word == "clamp" && node.parts.size() != 3) {
        return wrong_arguments(node, 3, node.parts.size());
    }
    if (node.word == "sum") {
        checking_->found("sum-needs-ledger", node);
        return mistaken(node);
    }
    const Kind kind = node.word == "min"     ? Kind::minimum
                      : node.word == "max"   ? Kind::maximum
                      : node.word == "clamp" ? Kind::clamp
                                             : Kind::mean;
    auto expression = expression_at(kind, node);
    Type type;
    for (const Node& part : node.parts) {
        const Checked checked = check(part, Base::number);
        if (type.base == Base::any) {
            type = checked.type;
        } else {
            same_type(part, type, checked.type);
        }
        type.may_be_missing |= checked.type.may_be_missing;
        type.is_rounded |= checked.type.is_rounded;
        type.never_zero &= checked.type.never_zero && kind != Kind::mean;
        expression->parts.push_back(checked.formula);
    }
    if (kind == Kind::clamp) {
        check_span(node, *expression->parts[1], *expression->parts[2]);
    }
    type.base = Base::number;
    return {expression, type};
}

Checked FormulaChecker::date_function(const Node& node) {
    if (node.parts.size() != 1) {
        return wrong_arguments(node, 1, node.parts.size());
    }
    const Checked date = check(node.parts[0], Base::date);
    const bool is_month = node.word == "month";
    auto expression = expression_at(is_month ? Kind::month_of : Kind::year_of, node);
    expression->parts = {date.formula};
    return {expression, Type{.base = is_month ? Base::date : Base::number,
                             .domain = is_month ? "month" : "",
                             .may_be_missing = date.type.may_be_missing,
                             .never_zero = !is_month}};
}

}  // namespace benniu::method
