#include "method/guards.hpp"

#include <algorithm>

namespace benniu::method {

using indicators::Context;
using indicators::Expression;
using indicators::Kind;

namespace {

bool is_the_unit(const Expression& formula) {
    return formula.kind == Kind::context && formula.context == Context::unit;
}

std::vector<std::size_t> guards_of_each(const std::vector<const Expression*>& branches,
                                        const Reaches& known) {
    std::vector<std::size_t> all;
    for (const Expression* branch : branches) {
        const auto guards = guards_of(*branch, known);
        if (guards.empty()) {
            return {};
        }
        all.insert(all.end(), guards.begin(), guards.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Reach reach_of_context(Context context) {
    switch (context) {
        case Context::period_first:
        case Context::period_last:
        case Context::period_freeze:
        case Context::period_number:
            return Reach::county;
        case Context::group:
        case Context::group_size:
        case Context::last_rank:
            return Reach::group;
        case Context::unit:
        case Context::rank:
        case Context::vetoed:
            break;
    }
    return Reach::unit;
}

Reach reach_of_parts(const Expression& formula, const Reaches& known) {
    Reach reach = Reach::county;
    for (const auto& part : formula.parts) {
        reach = std::max(reach, reach_of(*part, known));
    }
    return reach;
}

}  // namespace

std::vector<std::size_t> guards_of(const Expression& condition, const Reaches& known) {
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
            auto guards = guards_of(*condition.parts[0], known);
            return guards.empty() ? guards_of(*condition.parts[1], known) : guards;
        }
        case Kind::or_:
            return guards_of_each({condition.parts[0].get(), condition.parts[1].get()}, known);
        case Kind::choose: {
            std::vector<const Expression*> branches;
            for (std::size_t i = 1; i < condition.parts.size(); i += 2) {
                branches.push_back(condition.parts[i].get());
            }
            branches.push_back(condition.parts.back().get());
            return guards_of_each(branches, known);
        }
        case Kind::definition:
            return known.definition_guards[static_cast<std::size_t>(condition.index)];
        default:
            return {};
    }
}

Reach reach_of(const Expression& formula, const Reaches& known) {
    const auto index = static_cast<std::size_t>(formula.index);
    switch (formula.kind) {
        case Kind::context:
            return reach_of_context(formula.context);
        case Kind::unit_field:
        case Kind::item:
        case Kind::blend:
        case Kind::blend_part:
        case Kind::other_result:
        case Kind::aggregate:
        case Kind::parameter:
            return Reach::unit;
        case Kind::of_group:
            return Reach::group;
        case Kind::let:
            return known.lets[index];
        case Kind::definition:
            return known.definitions[index];
        case Kind::measure:
            return std::max(known.measures[index], reach_of_parts(formula, known));
        default:
            return reach_of_parts(formula, known);
    }
}

}  // namespace benniu::method
