#include "app/branches.hpp"

#include "indicators/print.hpp"

namespace benniu::app {

using indicators::Expression;
using indicators::Kind;
using indicators::Step;

namespace {

// The way that a `case` went: its arm, or -1 for `else`.
int arm_of(const Step& step) {
    const auto conditions = static_cast<int>(step.parts.size()) - 1;
    const Step& last = step.parts[static_cast<std::size_t>(conditions) - 1];
    return indicators::is_true(last.value) ? conditions - 1 : -1;
}

}  // namespace

void Branches::expect(const method::Method& method) {
    const auto& formulas = method.formulas;
    for (const auto& table : formulas.tables) {
        const auto rows = static_cast<int>(table.words.size() + table.tiers.size());
        for (int row = indicators::is_missing(table.otherwise) ? 0 : -1; row < rows; ++row) {
            expect({&table, row},
                   {table.article, table.name + "[" + row_text(table, row) + "]", 0});
        }
    }
    for (const auto& each : formulas.definitions) {
        expect(*each.body, method, each.article);
    }
    for (const auto& each : formulas.measures) {
        expect(*each.body, method, each.article);
    }
    for (const auto& each : method.items) {
        expect(*each.body, method, method.document.articles[each.article].number);
    }
}

void Branches::expect(const Expression& formula, const method::Method& method,
                      const std::string& article) {
    if (formula.kind == Kind::choose) {
        expect_arms(formula, method, article);
    }
    for (const auto& part : formula.parts) {
        expect(*part, method, article);
    }
    if (formula.aggregate) {
        for (const auto& inner : {formula.aggregate->what, formula.aggregate->where}) {
            if (inner) {
                expect(*inner, method, article);
            }
        }
    }
}

void Branches::expect_arms(const Expression& choice, const method::Method& method,
                           const std::string& article) {
    const auto arms = static_cast<int>(choice.parts.size() / 2);
    for (int arm = -1; arm < arms; ++arm) {
        const auto at = static_cast<std::size_t>(arm < 0 ? 0 : 2 * arm);
        const std::string words = arm < 0 ? "else" : to_text(*choice.parts[at], method.formulas);
        expect({&choice, arm}, {article, "case { … " + words + " … }", choice.line});
    }
}

void Branches::expect(Way way, const Branch& branch) {
    if (places_.emplace(way, branch).second) {
        order_.push_back(way);
    }
}

void Branches::reach(score::Scorer& scorer) {
    for (std::size_t unit = 0; unit < scorer.readings().units.size(); ++unit) {
        for (const method::Column& column : scorer.method().columns) {
            if (column.body) {
                Step step;
                static_cast<void>(scorer.value(*column.body, unit, &step));
                reach(step, scorer.method());
            }
        }
        for (const method::Award& award : scorer.method().awards) {
            for (const auto& formula : {award.take, award.when}) {
                if (formula) {
                    Step step;
                    static_cast<void>(scorer.value(*formula, unit, &step));
                    reach(step, scorer.method());
                }
            }
        }
    }
}

void Branches::reach(const Step& step, const method::Method& method) {
    if (step.formula->kind == Kind::choose) {
        reached_.emplace(step.formula, arm_of(step));
    } else if (step.formula->kind == Kind::lookup && !indicators::is_missing(step.value)) {
        const auto& table = method.formulas.tables[static_cast<std::size_t>(step.formula->index)];
        reached_.emplace(&table, step.row);
    }
    for (const Step& part : step.parts) {
        reach(part, method);
    }
    for (const auto* list : {&step.conditions, &step.counted, &step.not_counted}) {
        for (const auto& [looked, inner] : *list) {
            for (const Step& each : inner) {
                reach(each, method);
            }
        }
    }
}

std::vector<Branch> Branches::unreached() const {
    std::vector<Branch> list;
    for (const Way& way : order_) {
        if (!reached_.contains(way)) {
            list.push_back(places_.at(way));
        }
    }
    return list;
}

}  // namespace benniu::app
