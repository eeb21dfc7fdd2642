// The words of a formula: what each stands for.
#include "method/formula_checker.hpp"

#include <algorithm>
#include <array>

#include "base/writing.hpp"

namespace benniu::method {

using indicators::Context;
using indicators::Expression;
using indicators::Function;
using indicators::Kind;
using indicators::StagePart;

namespace {

Type type_of_field(const model::Field& field) {
    Type type{.may_be_missing = field.when_blank.empty()};
    switch (field.type) {
        case model::FieldType::number:
        case model::FieldType::count:
        case model::FieldType::percent:
            type.base = Base::number;
            break;
        case model::FieldType::money:
            type.base = Base::number;
            type.dimension = {.money = 1};
            break;
        case model::FieldType::area:
            type.base = Base::number;
            type.dimension = {.area = 1};
            break;
        case model::FieldType::date:
        case model::FieldType::deadline:
        case model::FieldType::month:
            type.base = Base::date;
            break;
        case model::FieldType::yes_no:
            type.base = Base::truth;
            break;
        case model::FieldType::unit:
            type.base = Base::text;
            type.domain = "unit";
            break;
        default:
            type.base = Base::text;
            break;
    }
    return type;
}

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

Checked FormulaChecker::name(const Node& node) {
    if (where_.parameters != nullptr) {
        const auto& parameters = *where_.parameters;
        const auto found = std::find(parameters.begin(), parameters.end(), node.word);
        if (found != parameters.end()) {
            auto expression = expression_at(Kind::parameter, node);
            expression->index = static_cast<int>(found - parameters.begin());
            return {expression, Type{}};
        }
    }
    if (auto checked = field(node, node.word)) {
        return *checked;
    }
    if (auto checked = stage_word(node, -1, node.word); checked && where_.of_stage) {
        return *checked;
    }
    if (auto checked = symbol(node)) {
        return *checked;
    }
    if (auto checked = context_word(node)) {
        return *checked;
    }
    if (auto checked = data_word(node)) {
        return *checked;
    }
    return unknown(node);
}

std::optional<Checked> FormulaChecker::field(const Node& node, const std::string& word) {
    if (!where_.ledger) {
        return std::nullopt;
    }
    const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
    const auto index = ledger.field_index(word);
    if (!index) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::field, node);
    expression->index = static_cast<int>(*index);
    return Checked{expression, type_of_field(ledger.fields[*index])};
}

// The four columns of a stage, by the ledger's own words; the one at hand when `stage` is -1.
std::optional<Checked> FormulaChecker::stage_word(const Node& node, int stage,
                                                  const std::string& word) {
    if (!where_.ledger || checking_->ledger(*where_.ledger).stages.empty()) {
        return std::nullopt;
    }
    const model::StageWords& words = checking_->ledger(*where_.ledger).words;
    const std::array<std::pair<const std::string*, StagePart>, 4> parts = {
        {{&words.occurred, StagePart::occurred},
         {&words.reported, StagePart::reported},
         {&words.verdict, StagePart::verdict},
         {&words.verified, StagePart::verified}}};
    for (const auto& [name, part] : parts) {
        if (*name == word) {
            auto expression = expression_at(Kind::stage_part, node);
            if (stage >= 0) {
                expression->word =
                    checking_->ledger(*where_.ledger).stages[static_cast<std::size_t>(stage)] +
                    "." + word;
            }
            expression->index = stage;
            expression->stage_part = part;
            const bool is_verdict = part == StagePart::verdict;
            return Checked{expression, Type{.base = is_verdict ? Base::text : Base::date,
                                            .domain = is_verdict ? "verdict" : "",
                                            .may_be_missing = !is_verdict}};
        }
    }
    return std::nullopt;
}

std::optional<Checked> FormulaChecker::symbol(const Node& node) {
    const auto found = checking_->symbols.find(node.word);
    if (found == checking_->symbols.end() || found->second.kind == SymbolKind::table) {
        return std::nullopt;
    }
    const Symbol symbol = found->second;
    const Type type = checking_->type_of(node.word, node);
    if (symbol.kind == SymbolKind::definition) {
        return stage_definition(node, symbol);
    }
    if (symbol.kind == SymbolKind::measure) {
        return measure_call(node, symbol);
    }
    auto expression = expression_at(kind_of(symbol.kind), node);
    expression->index = static_cast<int>(symbol.index);
    return Checked{expression, type};
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
    if (!where_.ranks_known) {
        checking_->found("ranks-not-known", node);
        return mistaken(node);
    }
    expression->context = node.word == "rank" ? Context::rank : Context::vetoed;
    return node.word == "rank" ? Checked{expression, Type{.base = Base::number, .never_zero = true}}
                               : Checked{expression, Type{.base = Base::truth}};
}

// Words that stand for themselves: groups, stages, verdicts.
std::optional<Checked> FormulaChecker::data_word(const Node& node) {
    std::string domain;
    const auto& groups = checking_->method.groups;
    if (std::find(groups.begin(), groups.end(), node.word) != groups.end()) {
        domain = "group";
    } else if (where_.ledger) {
        const model::LedgerDefinition& ledger = checking_->ledger(*where_.ledger);
        const model::StageWords& words = ledger.words;
        if (ledger.stage_index(node.word)) {
            domain = "stage";
        } else if (!ledger.stages.empty() &&
                   (node.word == words.passed || node.word == words.failed ||
                    node.word == words.pending)) {
            domain = "verdict";
        }
    }
    if (domain.empty()) {
        return std::nullopt;
    }
    auto expression = expression_at(Kind::literal, node);
    expression->literal = std::string_view(expression->word);
    return Checked{expression, Type{.base = Base::text, .domain = domain}};
}

Checked FormulaChecker::unknown(const Node& node) {
    const auto words = checking_->known_words(where_);
    checking_->found("unknown-word", node, {{"nearest", nearest(node.word, words)}});
    return mistaken(node);
}

Checked FormulaChecker::member(const Node& node) {
    const Node& owner = node.parts.front();
    if (owner.form != Form::name) {
        checking_->found("unknown-member-of", node, {{"owner", owner.word}});
        return mistaken(node);
    }
    if (owner.word == "unit") {
        return unit_member(node);
    }
    if (owner.word == "group") {
        return group_member(node);
    }
    if (owner.word == "period") {
        return period_member(node);
    }
    if (where_.ledger) {
        if (const auto stage = checking_->ledger(*where_.ledger).stage_index(owner.word)) {
            if (auto checked = stage_word(node, static_cast<int>(*stage), node.word)) {
                return *checked;
            }
        }
    }
    const auto found = checking_->symbols.find(owner.word);
    if (found != checking_->symbols.end() && found->second.kind == SymbolKind::blend) {
        const Type type = checking_->type_of(owner.word, owner);
        const Blend& blend = checking_->method.blends[found->second.index];
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            if (blend.parts[i].name == node.word) {
                auto expression = expression_at(Kind::blend_part, node);
                expression->index = static_cast<int>(found->second.index);
                expression->second = static_cast<int>(i);
                expression->word = owner.word + "." + node.word;
                return {expression, Type{.base = Base::number,
                                         .may_be_missing = true,
                                         .is_rounded = type.is_rounded}};
            }
        }
    }
    checking_->found("unknown-member-of", node, {{"owner", owner.word}});
    return mistaken(node);
}

Checked FormulaChecker::unit_member(const Node& node) {
    const std::size_t units = checking_->method.formulas.units_ledger;
    const model::LedgerDefinition& ledger = checking_->ledger(units);
    const auto index = ledger.field_index(node.word);
    if (!index) {
        std::vector<std::string> names;
        for (const model::Field& field : ledger.fields) {
            names.push_back(field.name);
        }
        checking_->found("unknown-field", node,
                         {{"ledger", ledger.name}, {"nearest", nearest(node.word, names)}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::unit_field, node);
    expression->index = static_cast<int>(*index);
    return {expression, type_of_field(ledger.fields[*index])};
}

Checked FormulaChecker::group_member(const Node& node) {
    if (node.word == "size" || node.word == "last_rank") {
        if (node.word == "last_rank" && !where_.ranks_known) {
            checking_->found("ranks-not-known", node);
            return mistaken(node);
        }
        auto expression = expression_at(Kind::context, node);
        expression->context = node.word == "size" ? Context::group_size : Context::last_rank;
        return {expression, Type{.base = Base::number, .never_zero = true}};
    }
    const std::map<std::string, Function> functions = {{"min", Function::minimum},
                                                       {"max", Function::maximum},
                                                       {"mean", Function::mean},
                                                       {"sum", Function::sum},
                                                       {"rank", Function::rank}};
    const auto function = functions.find(node.word);
    if (function == functions.end() || node.parts.size() != 2) {
        checking_->found("unknown-member-of", node, {{"owner", "group"}});
        return mistaken(node);
    }
    const Checked of = check(node.parts[1], Base::number);
    auto expression = expression_at(Kind::of_group, node);
    expression->function = function->second;
    expression->parts = {of.formula};
    Type type{.base = Base::number,
              .dimension = of.type.dimension,
              .may_be_missing = of.type.may_be_missing,
              .is_rounded = of.type.is_rounded};
    if (function->second == Function::rank) {
        type.dimension = {};
        type.is_rounded = false;
    } else if (function->second == Function::sum) {
        type.may_be_missing = false;
    } else if (function->second == Function::minimum || function->second == Function::maximum) {
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
        checking_->found("unknown-member-of", node, {{"owner", "period"}});
        return mistaken(node);
    }
    auto expression = expression_at(Kind::context, node);
    expression->context = context->second;
    return {expression, Type{.base = node.word == "number" ? Base::number : Base::date,
                             .never_zero = node.word == "number"}};
}

}  // namespace benniu::method
