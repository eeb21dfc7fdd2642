// Blends: parts by weight.
#include <algorithm>

#include "method/statement_checker.hpp"

namespace benniu::method {

namespace {

// The value that a table has for a group, when it asks for words of the text and the group alone.
std::optional<Rational> looked_up(const indicators::Expression& lookup, const std::string& group,
                                  const indicators::Formulas& formulas) {
    std::vector<std::string> keys;
    for (const auto& part : lookup.parts) {
        const bool is_group =
            part->kind == indicators::Kind::context && part->context == indicators::Context::group;
        if (!is_group && part->kind != indicators::Kind::literal) {
            return std::nullopt;
        }
        keys.push_back(is_group ? group : part->word);
    }
    for (const auto& row : formulas.tables[static_cast<std::size_t>(lookup.index)].words) {
        if (row.keys == keys) {
            return std::get<Rational>(row.value);
        }
    }
    return std::nullopt;
}

// The weight that a part has for a group, when the text alone decides it.
std::optional<Rational> weight_of(const indicators::Expression& weight, const std::string& group,
                                  const indicators::Formulas& formulas) {
    if (weight.kind == indicators::Kind::literal) {
        const auto* const number = std::get_if<Rational>(&weight.literal);
        return number == nullptr ? std::nullopt : std::optional<Rational>(*number);
    }
    if (weight.kind == indicators::Kind::negate) {
        const auto inner = weight_of(*weight.parts[0], group, formulas);
        return inner ? std::optional<Rational>(-*inner) : std::nullopt;
    }
    return weight.kind == indicators::Kind::lookup ? looked_up(weight, group, formulas)
                                                   : std::nullopt;
}

}  // namespace

// Whether some part's value is rounded already.
bool StatementChecker::check_parts(const BlendStatement& statement, Blend& blend) {
    bool is_rounded = false;
    std::set<std::string> names;
    for (const BlendPart& part : statement.parts) {
        FormulaChecker formulas(*checking_, {});
        const Checked body = formulas.check(part.body, Base::number);
        if (!(body.type.dimension == Dimension{})) {
            checking_->found("measure-mismatch", part.body,
                             {{"wanted", "type.number"}, {"found", name_of(body.type)}});
        }
        if (!names.insert(part.name.text).second) {
            checking_->found("declared-twice", part.name);
        }
        is_rounded |= body.type.is_rounded;
        blend.parts.push_back(
            {part.name.text, formulas.check_points(part.weight).formula, body.formula});
    }
    return is_rounded;
}

void StatementChecker::check_weights(const BlendStatement& statement, const Blend& blend) {
    const indicators::Formulas& formulas = checking_->method.formulas;
    const auto* const to = std::get_if<Rational>(&blend.to->literal);
    for (const std::string& group : checking_->method.groups) {
        Rational sum;
        for (std::size_t i = 0; i < blend.parts.size(); ++i) {
            const auto weight = weight_of(*blend.parts[i].weight, group, formulas);
            if (!weight) {
                return;
            }
            if (weight->is_negative()) {
                checking_->found("negative-weight", statement.parts[i].name, {{"group", group}});
                return;
            }
            sum = sum + *weight;
        }
        if (blend.to->kind == indicators::Kind::literal && to != nullptr && sum != *to) {
            checking_->found("weight-sum", statement.name,
                             {{"group", group},
                              {"sum", indicators::to_text(sum)},
                              {"wanted", indicators::to_text(*to)}});
            return;
        }
    }
}

}  // namespace benniu::method
