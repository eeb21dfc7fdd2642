// Members: what stands behind a point in a formula, as in unit.摘榜档次 or 签约.完成日期.
#include <algorithm>

#include "method/field_type.hpp"
#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Context;
using indicators::Function;
using indicators::Kind;

Checked FormulaChecker::member(const Node& node) {
    const Node& owner = node.parts.front();
    const std::string name = owner.form == Form::name ? owner.word : "";
    if (node.parts.size() > 1 && name != "group") {
        checking_->found("not-a-function", node);
        return mistaken(node);
    }
    if (name == "unit") {
        return unit_member(node);
    }
    if (name == "group") {
        return group_member(node);
    }
    if (name == "period") {
        return period_member(node);
    }
    if (where_.ledger) {
        const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
        if (const auto stage = ledger.stage_index(name)) {
            const model::StageWords& words = ledger.words;
            const auto part = stage_word(node, static_cast<int>(*stage));
            return part ? *part
                        : unknown_member(node, {words.occurred, words.reported, words.verdict,
                                                words.verified});
        }
    }
    const auto found = checking_->symbols.find(name);
    if (found != checking_->symbols.end() && found->second.kind == SymbolKind::blend) {
        return blend_member(node, found->second);
    }
    if (!checking_->is_unread_name(name)) {
        checking_->found("no-members", node, {{"owner", owner.word}});
    }
    return mistaken(node);
}

Checked FormulaChecker::unknown_member(const Node& node, const std::vector<std::string>& known) {
    checking_->found(
        "unknown-member-of", node,
        {{"owner", node.parts.front().word}, {"known", checking_->listed(known, node.word)}});
    return mistaken(node);
}

Checked FormulaChecker::blend_member(const Node& node, const Symbol& symbol) {
    const Node& owner = node.parts.front();
    const auto type = checking_->type_of(owner.word, owner);
    if (!type) {
        return mistaken(node);
    }
    const Blend& blend = checking_->method.blends[symbol.index];
    std::vector<std::string> names;
    for (std::size_t i = 0; i < blend.parts.size(); ++i) {
        names.push_back(blend.parts[i].name);
        if (names.back() == node.word) {
            auto expression = expression_at(Kind::blend_part, node);
            expression->index = static_cast<int>(symbol.index);
            expression->second = static_cast<int>(i);
            expression->word = owner.word + "." + node.word;
            return {
                expression,
                Type{.base = Base::number, .may_be_missing = true, .is_rounded = type->is_rounded}};
        }
    }
    return unknown_member(node, names);
}

Checked FormulaChecker::unit_member(const Node& node) {
    if (!checking_->units) {
        return mistaken(node);  // told where the units are named
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*checking_->units);
    const auto index = ledger.field_index(node.word);
    if (!index) {
        checking_->found("no-such-field", node,
                         {{"ledger", ledger.name},
                          {"known", checking_->listed(names_of(ledger.fields), node.word)}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::unit_field, node);
    expression->index = static_cast<int>(*index);
    return {expression, type_of_field(ledger.fields[*index])};
}

Checked FormulaChecker::group_member(const Node& node) {
    const bool is_size = node.word == "size";
    if (is_size || node.word == "last_rank") {
        if (node.parts.size() > 1) {
            checking_->found("not-a-function", node);
            return mistaken(node);
        }
        if (!is_size && !where_.ranks_known) {
            checking_->found("ranks-not-known", node);
            return mistaken(node);
        }
        auto expression = expression_at(Kind::context, node);
        expression->context = is_size ? Context::group_size : Context::last_rank;
        return {expression, Type{.base = Base::number, .never_zero = true}};
    }
    const std::map<std::string, Function> functions = {{"min", Function::minimum},
                                                       {"max", Function::maximum},
                                                       {"mean", Function::mean},
                                                       {"sum", Function::sum},
                                                       {"rank", Function::rank}};
    const auto function = functions.find(node.word);
    if (function == functions.end()) {
        return unknown_member(node, {"size", "last_rank", "min", "max", "mean", "sum", "rank"});
    }
    return node.parts.size() == 2 ? of_group(node, function->second)
                                  : wrong_arguments(node, 1, node.parts.size() - 1);
}

Checked FormulaChecker::of_group(const Node& node, Function function) {
    const Checked of = check(node.parts[1], Base::number);
    auto expression = expression_at(Kind::of_group, node);
    expression->function = function;
    expression->parts = {of.formula};
    Type type{.base = Base::number,
              .dimension = of.type.dimension,
              .may_be_missing = of.type.may_be_missing,
              .is_rounded = of.type.is_rounded};
    if (function == Function::rank) {
        type.dimension = {};
        type.never_zero = true;
        type.is_rounded = false;
    } else if (function == Function::sum) {
        type.may_be_missing = false;
    } else if (function == Function::minimum || function == Function::maximum) {
        checking_->found("data-dependent-base", node, {}, Severity::note);
    }
    return {expression, type};
}

Checked FormulaChecker::period_member(const Node& node) {
    const std::map<std::string, Context> contexts = {{"first", Context::period_first},
                                                     {"last", Context::period_last},
                                                     {"freeze", Context::period_freeze},
                                                     {"number", Context::period_number}};
    const auto context = contexts.find(node.word);
    if (context == contexts.end()) {
        return unknown_member(node, {"first", "last", "freeze", "number"});
    }
    auto expression = expression_at(Kind::context, node);
    expression->context = context->second;
    const bool is_number = node.word == "number";
    return {expression, Type{.base = is_number ? Base::number : Base::date,
                             .domain = is_number ? "" : "day",
                             .never_zero = is_number}};
}

}  // namespace benniu::method
