// What can be said of a condition without carrying it out: which entries can meet it at all, and
// whether it differs from unit to unit.
#include <algorithm>

#include "method/formula_checker.hpp"

namespace benniu::method {

using indicators::Expression;
using indicators::Formulas;
using indicators::Kind;

namespace {

bool is_the_unit(const Expression& formula) {
    return formula.kind == Kind::context && formula.context == indicators::Context::unit;
}

std::vector<std::size_t> guards_of_each(const std::vector<const Expression*>& branches,
                                        const Formulas& formulas) {
    std::vector<std::size_t> all;
    for (const Expression* branch : branches) {
        const auto guards = guards_of(*branch, formulas);
        if (guards.empty()) {
            return {};
        }
        all.insert(all.end(), guards.begin(), guards.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

std::vector<std::size_t> guards_of(const Expression& condition, const Formulas& formulas) {
    switch (condition.kind) {
        case Kind::equal: {
            const Expression& left = *condition.parts[0];
            const Expression& right = *condition.parts[1];
            if (left.kind == Kind::field && is_the_unit(right)) {
                return {static_cast<std::size_t>(left.index)};
            }
            if (right.kind == Kind::field && is_the_unit(left)) {
                return {static_cast<std::size_t>(right.index)};
            }
            return {};
        }
        case Kind::and_: {
            auto guards = guards_of(*condition.parts[0], formulas);
            return guards.empty() ? guards_of(*condition.parts[1], formulas) : guards;
        }
        case Kind::or_:
            return guards_of_each({condition.parts[0].get(), condition.parts[1].get()}, formulas);
        case Kind::choose: {
            std::vector<const Expression*> branches;
            for (std::size_t i = 1; i < condition.parts.size(); i += 2) {
                branches.push_back(condition.parts[i].get());
            }
            branches.push_back(condition.parts.back().get());
            return guards_of_each(branches, formulas);
        }
        case Kind::definition: {
            const auto& body = formulas.definitions[static_cast<std::size_t>(condition.index)].body;
            return body ? guards_of(*body, formulas) : std::vector<std::size_t>{};
        }
        default:
            return {};
    }
}

bool depends_on_unit(const Expression& formula, const Formulas& formulas) {
    switch (formula.kind) {
        case Kind::context:
            return formula.context == indicators::Context::unit ||
                   formula.context == indicators::Context::group ||
                   formula.context == indicators::Context::group_size;
        case Kind::unit_field:
        case Kind::measure:
        case Kind::item:
        case Kind::blend:
        case Kind::blend_part:
        case Kind::other_result:
        case Kind::aggregate:
        case Kind::of_group:
        case Kind::parameter:
            return true;
        case Kind::definition:
            return formulas.definitions[static_cast<std::size_t>(formula.index)].depends_on_unit;
        case Kind::let: {
            const auto& body = formulas.lets[static_cast<std::size_t>(formula.index)].body;
            return !body || depends_on_unit(*body, formulas);
        }
        default:
            return std::any_of(formula.parts.begin(), formula.parts.end(),
                               [&](const auto& part) { return depends_on_unit(*part, formulas); });
    }
}

}  // namespace benniu::method
