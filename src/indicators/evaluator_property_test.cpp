// What holds of measures over every county: the way by the index and the way over all entries give
// one answer, and folds agree with each other.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indicators/evaluator.hpp"
#include "indicators/print.hpp"
#include "method/random_county.hpp"
#include "method/text_case.hpp"

namespace benniu::indicators {
namespace {

// Measures in pairs that must be equal for every unit.
const std::vector<std::pair<std::string, std::string>>& equals() {
    static const std::vector<std::pair<std::string, std::string>> pairs = {
        // `in` is no condition that the index knows
        {"count(招商项目 where 落地单位 = unit)",
         "count(招商项目 where unit in (落地单位, 落地单位))"},
        {"sum(计划总投资 over 招商项目 where 落地单位 = unit or 首报首谈单位 = unit)",
         "sum(计划总投资 over 招商项目 where unit in (落地单位, 首报首谈单位))"},
        {"count(stages of 招商项目 where 落地单位 = unit and 核实结论 = 通过)",
         "count(stages of 招商项目 where unit in (落地单位, 落地单位) and not 核实结论 != 通过)"},
        {"max(用地 over 招商项目 where case { 是否龙头: 落地单位 = unit; else: 首报首谈单位 = unit "
         "})",
         "max(用地 over 招商项目 where 是否龙头 and unit in (落地单位, 落地单位) or not 是否龙头 "
         "and "
         "unit in (首报首谈单位, 首报首谈单位))"},
        // folds of one amount
        {"mean(用地 over 招商项目 where 落地单位 = unit)",
         "sum(用地 over 招商项目 where 落地单位 = unit) / "
         "count(招商项目 where 落地单位 = unit and not 用地 is blank)"},
        {"count(stages of 招商项目 where 落地单位 = unit)",
         "6 * count(招商项目 where 落地单位 = unit)"},
        {"count(招商项目 where 落地单位 = unit and 签约.完成日期 <= period.last)",
         "count(招商项目 where 落地单位 = unit) - "
         "count(招商项目 where 落地单位 = unit and not 签约.完成日期 <= period.last)"},
        {"sum(用地 over 招商项目 where 落地单位 = unit) / 1亩",
         "case { any(招商项目 where 落地单位 = unit and not 用地 is blank): "
         "mean(用地 over 招商项目 where 落地单位 = unit) * "
         "count(招商项目 where 落地单位 = unit and not 用地 is blank) / 1亩; else: 0 }"},
        // a group seen from each of its units
        {"group.sum(count(招商项目 where 落地单位 = unit))",
         "group.mean(count(招商项目 where 落地单位 = unit)) * group.size"},
        {"group.max(0 - count(招商项目 where 落地单位 = unit))",
         "0 - group.min(count(招商项目 where 落地单位 = unit))"},
        {"group.rank(count(招商项目 where 落地单位 = unit)) = 1",
         "count(招商项目 where 落地单位 = unit) = group.max(count(招商项目 where 落地单位 = "
         "unit))"}};
    return pairs;
}

std::shared_ptr<const method::Method> method_of_pairs() {
    std::string text = "\n\n**第一条**\n\n```method\n";
    for (std::size_t i = 0; i < equals().size(); ++i) {
        text += "measure 左" + std::to_string(i) + " = " + equals()[i].first + "\n";
        text += "measure 右" + std::to_string(i) + " = " + equals()[i].second + "\n";
    }
    text += "```\n";
    text += method::testing::frame_for(text, "sample1");
    const auto loaded = method::load_library(std::vector<method::MethodText>{{"sample1", text}},
                                             method::testing::shipped_pack().ledgers);
    if (loaded.library.empty()) {
        throw std::invalid_argument(method::testing::told(loaded.findings));
    }
    return loaded.library.begin()->second;
}

RC_GTEST_PROP(MeasuresOfAnyCounty, AreEqualByEitherWay, ()) {
    static const auto method = method_of_pairs();
    const auto county = method::testing::county_from(facts_of(*method::testing::random_county()));
    const Readings readings = from_ledger(county, method->formulas, method->groups);
    Evaluator evaluator(method->formulas, readings, method->formulas.periods.front());
    for (std::size_t unit = 0; unit < readings.units.size(); ++unit) {
        for (std::size_t i = 0; i + 1 < method->formulas.measures.size(); i += 2) {
            const Expression& left = *method->formulas.measures[i].body;
            const Expression& right = *method->formulas.measures[i + 1].body;
            Step step;
            const Quantity value = evaluator.of_unit(left, unit);
            RC_ASSERT(value == evaluator.of_unit(right, unit));
            RC_ASSERT(value == evaluator.of_unit(left, unit, &step));
        }
    }
}

}  // namespace
}  // namespace benniu::indicators
