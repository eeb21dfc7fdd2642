// Aggregates of a formula, which fold entries into one value; and the closed sets that a word may
// be compared with.
#include <algorithm>

#include "base/writing.hpp"
#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Aggregate;
using indicators::Function;
using indicators::Kind;

namespace {

// What a field may hold, when its ledger says so.
std::vector<std::string> choices_of(const Checking& checking, const Where& where,
                                    const indicators::Expression& formula) {
    const bool of_unit = formula.kind == Kind::unit_field && checking.units;
    const bool of_entry = formula.kind == Kind::field && where.ledger;
    if (!of_unit && !of_entry) {
        return {};
    }
    const model::LedgerDefinition& ledger =
        checking.ledger(of_unit ? *checking.units : *where.ledger);
    return ledger.fields[static_cast<std::size_t>(formula.index)].choices;
}

}  // namespace

// A word written out, compared with a closed set, must be one of the set.
void FormulaChecker::check_word_of_domain(const Node& node, const Checked& literal,
                                          const Checked& other) {
    if (literal.formula->kind != Kind::literal || literal.type.base != Base::text) {
        return;
    }
    const std::string& word = literal.formula->word;
    const auto lacks = [&](const std::vector<std::string>& all) {
        return !all.empty() && std::find(all.begin(), all.end(), word) == all.end();
    };
    const auto& groups = checking_->method.groups;
    if (const auto choices = choices_of(*checking_, where_, *other.formula); lacks(choices)) {
        checking_->found("not-a-choice", node, {{"known", checking_->listed(choices, word)}});
    } else if (other.type.domain == "group" && literal.type.domain.empty() && lacks(groups)) {
        checking_->found("no-such-group", node, {{"known", checking_->listed(groups, word)}});
    }
    if (!where_.ledger || !literal.type.domain.empty()) {
        return;
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
    const model::StageWords& words = ledger.words;
    const std::vector<std::string> verdicts = {words.passed, words.failed, words.pending};
    if (other.type.domain == "stage" && lacks(ledger.stages)) {
        checking_->found("no-such-stage", node,
                         {{"known", checking_->listed(ledger.stages, word)}});
    } else if (other.type.domain == "verdict" && lacks(verdicts)) {
        checking_->found("not-a-choice", node, {{"known", checking_->listed(verdicts, word)}});
    }
}

Checked FormulaChecker::aggregate(const Node& node) {
    const auto ledger = checking_->need_ledger(node.domain);
    if (!ledger) {
        return mistaken(node);
    }
    if (node.over_stages && checking_->ledger(*ledger).stages.empty()) {
        checking_->found("no-stages", node.domain);
        return mistaken(node);
    }
    const std::map<std::string, Function> functions = {
        {"sum", Function::sum},   {"count", Function::count}, {"any", Function::any},
        {"mean", Function::mean}, {"min", Function::minimum}, {"max", Function::maximum}};
    auto fold = std::make_shared<Aggregate>();
    fold->function = node.distinct ? Function::count_distinct : functions.at(node.word);
    fold->ledger = *ledger;
    fold->over_stages = node.over_stages;
    Where where = where_;
    where.ledger = *ledger;
    where.of_stage = node.over_stages;
    FormulaChecker inner(*checking_, where);
    Type type{.base = node.word == "any" ? Base::truth : Base::number};
    if (node.has_what) {
        const Checked what =
            node.distinct ? inner.check(node.parts[0]) : inner.check(node.parts[0], Base::number);
        fold->what = what.formula;
        if (!node.distinct) {
            type.dimension = what.type.dimension;
            type.is_rounded = what.type.is_rounded;
        }
    }
    if (node.has_where) {
        fold->where = inner.check(node.parts.back(), Base::truth).formula;
        fold->guards = guards_of(*fold->where, checking_->reaches);
    }
    const auto& fields = checking_->ledger(*ledger).fields;
    const bool could_be = std::any_of(fields.begin(), fields.end(), [](const model::Field& field) {
        return field.type == model::FieldType::unit;
    });
    if (fold->guards.empty() && could_be) {
        checking_->found("not-of-the-unit", node, {{"ledger", node.domain.text}},
                         Severity::warning);
    }
    type.may_be_missing = fold->function == Function::mean || fold->function == Function::minimum ||
                          fold->function == Function::maximum;
    auto expression = expression_at(Kind::aggregate, node);
    expression->aggregate = fold;
    return {expression, type};
}

}  // namespace benniu::method
