// The words of a formula: what each stands for.
#include "method/formula_checker.hpp"

#include <algorithm>
#include <array>

#include "base/writing.hpp"
#include "method/built_in.hpp"
#include "method/field_type.hpp"

namespace benniu::method {

using indicators::Context;
using indicators::Expression;
using indicators::Kind;
using indicators::StagePart;

namespace {

Kind kind_of(SymbolKind symbol) {
    switch (symbol) {
        case SymbolKind::let:
            return Kind::let;
        case SymbolKind::definition:
            return Kind::definition;
        case SymbolKind::measure:
            return Kind::measure;
        case SymbolKind::item:
            return Kind::item;
        default:
            return Kind::blend;
    }
}

std::optional<StagePart> stage_part(const model::LedgerDefinition& ledger,
                                    const std::string& word) {
    const model::StageWords& words = ledger.words;
    const std::array<std::pair<const std::string*, StagePart>, 4> parts = {
        {{&words.occurred, StagePart::occurred},
         {&words.reported, StagePart::reported},
         {&words.verdict, StagePart::verdict},
         {&words.verified, StagePart::verified}}};
    for (const auto& [name, part] : parts) {
        if (!ledger.stages.empty() && *name == word) {
            return part;
        }
    }
    return std::nullopt;
}

}  // namespace

std::shared_ptr<Expression> expression_at(Kind kind, const Node& node) {
    auto expression = std::make_shared<Expression>();
    expression->kind = kind;
    expression->word = node.word;
    expression->line = node.line;
    expression->position = node.position;
    return expression;
}

Checked mistaken(const Node& node) {
    auto expression = expression_at(Kind::literal, node);
    expression->literal = Rational(0);
    return {expression, Type{}};
}

Checked FormulaChecker::check(const Node& node) {
    Effort& effort = checking_->effort;
    ++effort.depth;
    effort.deepest = std::max(effort.deepest, effort.depth);
    ++effort.steps;
    ++checking_->steps;
    Checked checked = checking_->outgrows(node) ? mistaken(node) : checked_form(node);
    --effort.depth;
    return checked;
}

Checked FormulaChecker::check(const Node& node, Base wanted) {
    Checked checked = check(node);
    if (checked.type.base != wanted && checked.type.base != Base::any) {
        checking_->found(
            "type-mismatch", node,
            {{"wanted", name_of(Type{.base = wanted})}, {"found", name_of(checked.type)}});
        return mistaken(node);
    }
    return checked;
}

Checked FormulaChecker::check_points(const Node& node) {
    Checked checked = check(node, Base::number);
    if (checked.type.may_be_missing) {
        checking_->found("missing-policy-absent", node);
    }
    if (!(checked.type.dimension == Dimension{})) {
        checking_->found("measure-mismatch", node,
                         {{"wanted", "type.number"}, {"found", name_of(checked.type)}});
    }
    return checked;
}

Checked FormulaChecker::check_order(const Node& node) {
    Checked checked = check(node);
    if (checked.type.base == Base::text) {
        checking_->found("no-order", node, {{"found", name_of(checked.type)}});
    } else if (checked.type.may_be_missing && checked.type.base != Base::truth) {
        checking_->found("missing-policy-absent", node);
    }
    return checked;
}

// A word means one thing only: where two could be meant, the author says which.
Checked FormulaChecker::name(const Node& node) {
    std::optional<Checked> as_field = field(node);
    if (!as_field && where_.of_stage) {
        as_field = stage_word(node, -1);
    }
    const bool is_data = !as_field && !domain_of_word(node.word).empty();
    const auto as_parameter = parameter(node);
    const auto found = checking_->symbols.find(node.word);
    const bool is_symbol =
        found != checking_->symbols.end() && found->second.kind != SymbolKind::table;
    if ((is_symbol || as_parameter) && (as_field || is_data)) {
        checking_->found("ambiguous-word", node);
        if (is_symbol) {
            found->second.is_used = true;
        }
        return mistaken(node);
    }
    if (as_parameter) {
        return *as_parameter;
    }
    if (as_field) {
        return *as_field;
    }
    if (is_symbol) {
        return symbol(node).value_or(mistaken(node));
    }
    if (auto checked = context_word(node)) {
        return *checked;
    }
    if (auto checked = data_word(node)) {
        return *checked;
    }
    return unknown(node);
}

std::optional<Checked> FormulaChecker::parameter(const Node& node) {
    if (where_.parameters == nullptr) {
        return std::nullopt;
    }
    const auto& parameters = *where_.parameters;
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const Word& each) { return each.text == node.word; });
    if (found == parameters.end()) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::parameter, node);
    expression->index = static_cast<int>(found - parameters.begin());
    return Checked{expression, where_.arguments->at(static_cast<std::size_t>(expression->index))};
}

std::optional<Checked> FormulaChecker::field(const Node& node) {
    if (!where_.ledger) {
        return std::nullopt;
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
    const auto index = ledger.field_index(node.word);
    if (!index) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::field, node);
    expression->index = static_cast<int>(*index);
    return Checked{expression, type_of_field(ledger.fields[*index])};
}

// The four columns of a stage, by the ledger's own words; the one at hand when `stage` is -1.
std::optional<Checked> FormulaChecker::stage_word(const Node& node, int stage) {
    if (!where_.ledger) {
        return std::nullopt;
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
    const auto part = stage_part(ledger, node.word);
    if (!part) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::stage_part, node);
    if (stage >= 0) {
        expression->word = ledger.stages[static_cast<std::size_t>(stage)] + "." + node.word;
    }
    expression->index = stage;
    expression->stage_part = *part;
    const bool is_verdict = *part == StagePart::verdict;
    return Checked{expression, Type{.base = is_verdict ? Base::text : Base::date,
                                    .domain = is_verdict ? "verdict" : "day",
                                    .may_be_missing = !is_verdict}};
}

std::optional<Checked> FormulaChecker::symbol(const Node& node) {
    const Symbol symbol = checking_->symbols.find(node.word)->second;
    if (symbol.kind == SymbolKind::measure) {
        return measure_call(node, symbol);
    }
    const auto type = checking_->type_of(node.word, node);
    if (!type) {
        return std::nullopt;
    }
    if (symbol.kind == SymbolKind::definition) {
        return stage_definition(node, symbol);
    }
    auto expression = expression_at(kind_of(symbol.kind), node);
    expression->index = static_cast<int>(symbol.index);
    return Checked{expression, *type};
}

std::optional<Checked> FormulaChecker::context_word(const Node& node) {
    auto expression = expression_at(Kind::context, node);
    if (node.word == "unit" || node.word == "group") {
        expression->context = node.word == "unit" ? Context::unit : Context::group;
        return Checked{expression, Type{.base = Base::text, .domain = node.word}};
    }
    if (node.word == "stage" && where_.of_stage) {
        return Checked{expression_at(Kind::stage_at_hand, node),
                       Type{.base = Base::text, .domain = "stage"}};
    }
    if (node.word != "rank" && node.word != "vetoed") {
        return std::nullopt;
    }
    const bool is_rank = node.word == "rank";
    if (is_rank ? !where_.ranks_known : !where_.veto_known) {
        checking_->found("ranks-not-known", node);
        return mistaken(node);
    }
    expression->context = is_rank ? Context::rank : Context::vetoed;
    return is_rank ? Checked{expression, Type{.base = Base::number, .never_zero = true}}
                   : Checked{expression, Type{.base = Base::truth}};
}

// "group", "stage" or "verdict" for a word that stands for itself there.
std::string FormulaChecker::domain_of_word(const std::string& word) const {
    const auto& groups = checking_->method.groups;
    if (std::find(groups.begin(), groups.end(), word) != groups.end()) {
        return "group";
    }
    if (!where_.ledger) {
        return "";
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
    if (ledger.stage_index(word)) {
        return "stage";
    }
    const model::StageWords& words = ledger.words;
    const bool is_verdict = !ledger.stages.empty() &&
                            (word == words.passed || word == words.failed || word == words.pending);
    return is_verdict ? "verdict" : "";
}

std::optional<Checked> FormulaChecker::data_word(const Node& node) {
    const std::string domain = domain_of_word(node.word);
    if (domain.empty()) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::literal, node);
    expression->literal = std::string_view(expression->word);
    return Checked{expression, Type{.base = Base::text, .domain = domain}};
}

Checked FormulaChecker::unknown(const Node& node) {
    if (checking_->is_unread_name(node.word)) {
        return mistaken(node);  // told where its statement stands
    }
    if (where_.ledger && stage_part(checking_->ledger(*where_.ledger), node.word)) {
        checking_->found("needs-stage", node);
        return mistaken(node);
    }
    const auto words = checking_->known_words(where_);
    const bool is_known = std::find(words.begin(), words.end(), node.word) != words.end();
    return is_known ? without_brackets(node) : out_of_place(node);
}

// A word that is known, but not in this form: a table without its key, a field with one.
Checked FormulaChecker::without_brackets(const Node& node) {
    if (node.form == Form::call) {
        checking_->found("not-a-function", node);
    } else if (node.form == Form::index) {
        checking_->found("not-a-table", node);
    } else if (node.word == "stage") {
        checking_->found("needs-stage", node);
    } else {
        const auto found = checking_->symbols.find(node.word);
        const bool is_table = found != checking_->symbols.end();
        const std::string brackets = is_table ? "[…]" : (node.word == "period" ? ".last" : "(…)");
        checking_->found("needs-brackets", node, {{"wanted", node.word + brackets}});
        if (is_table) {
            found->second.is_used = true;
        }
    }
    return mistaken(node);
}

// A word that is not known here: one that belongs to entries, or a slip of the pen.
Checked FormulaChecker::out_of_place(const Node& node) {
    std::vector<std::string> owners;
    for (const auto& ledger : checking_->method.formulas.ledgers) {
        if (ledger->field(node.word) != nullptr || stage_part(*ledger, node.word)) {
            owners.push_back(ledger->name);
        }
    }
    const std::string near = checking_->suggested(node.word, checking_->known_words(where_));
    if (!where_.ledger && !owners.empty()) {
        checking_->found("needs-entry", node, {{"ledger", checking_->listed(owners, "")}});
    } else if (near.empty()) {
        checking_->found("unknown-word", node);
    } else {
        checking_->found("misspelt-word", node, {{"nearest", near}});
    }
    return mistaken(node);
}

}  // namespace benniu::method
