// What an evaluation writes down on its way: parts, rows of tables, what counted and what did not.
#include "indicators/measured_test.hpp"

namespace benniu::indicators {
namespace {

using testing::Measured;

std::string told(const Step& step, const Formulas& formulas) {
    std::string words = to_text(*step.formula, formulas) + " is " + to_text(step.value);
    for (std::size_t i = 0; i < step.parts.size(); ++i) {
        words += (i == 0 ? " (" : "; ") + told(step.parts[i], formulas);
    }
    return words + (step.parts.empty() ? "" : ")");
}

std::string told(const std::string& formula) {
    Measured measured("measure 值 = " + formula, "");
    return told(measured.step("值", "东镇"), measured.formulas());
}

TEST(Step, HoldsTheValueOfEachPart) {
    EXPECT_EQ(told("(unit.目标 + 1) / 8"),
              "(unit.目标 + 1) / 8 is 0.5 (unit.目标 + 1 is 4 (unit.目标 is 3; 1 is 1); 8 is 8)");
}

TEST(Step, StopsWhereTheAnswerIsKnown) {
    EXPECT_EQ(
        told("unit.目标 > 5 and unit.目标 < 9"),
        "unit.目标 > 5 and unit.目标 < 9 is no (unit.目标 > 5 is no (unit.目标 is 3; 5 is 5))");
    EXPECT_EQ(
        told("unit.目标 < 5 or unit.目标 < 9"),
        "unit.目标 < 5 or unit.目标 < 9 is yes (unit.目标 < 5 is yes (unit.目标 is 3; 5 is 5))");
    EXPECT_EQ(told("unit.目标 else 7"), "unit.目标 else 7 is 3 (unit.目标 is 3)");
    EXPECT_EQ(
        told("case { unit.目标 = 3: 1; else: 2 }"),
        "case { unit.目标 = 3: 1; else: 2 } is 1 (unit.目标 = 3 is yes (unit.目标 is 3; 3 is 3); "
        "1 is 1)");
}

TEST(Step, NamesTheRowOfATableOrElse) {
    const auto row = [](const std::string& unit) {
        Measured measured("table 表 { >= 5: 2; >= 3: 1; else: 0 }\nmeasure 值 = 表[unit.目标]",
                          "# 单位 名称 组 目标\n东镇 甲组 5\n西镇 甲组 3\n南镇 乙组 2\n");
        return measured.step("值", unit).row;
    };
    EXPECT_EQ(row("东镇"), 0);
    EXPECT_EQ(row("西镇"), 1);
    EXPECT_EQ(row("南镇"), -1);
}

TEST(Step, KeepsWhatWasBeforeTheRounding) {
    Measured measured("measure 值 = round(unit.目标 / 7, 2 half_up)", "");
    const Step step = measured.step("值", "东镇");
    EXPECT_EQ(to_text(step.value), "0.43");
    EXPECT_EQ(to_text(step.unrounded), "3/7");
}

TEST(Step, TellsWhatCountedAndWhichConditionFailed) {
    Measured measured(
        "define 够大 of 项目 = 投资 >= 100万元 and 件数 > 0\n"
        "measure 值 = sum(投资 * 占比 over 项目 where 牵头 = unit and 够大)",
        "# 项目 项目名称 牵头 投资 件数 占比\na 东镇 100 1 0.5\nb 东镇 99 1 1\nc 东镇 300 0 1\n"
        "d 西镇 500 1 1\ne 东镇 400 2 -\nf 东镇 - 2 1\n");
    const Step step = measured.step("值", "东镇");
    EXPECT_EQ(to_text(step.value), "50");
    EXPECT_EQ(measured.entries(step.counted), "a [投资 * 占比 is 50]");
    EXPECT_EQ(measured.entries(step.not_counted),
              "b [投资 >= 100万元 is no]; c [件数 > 0 is no]; e [投资 * 占比 is missing]; "
              "f [投资 >= 100万元 is no]")
        << "another unit's entry is not looked at";
}

TEST(Step, TellsStagesOneByOne) {
    Measured measured("measure 值 = count(stages of 项目 where 牵头 = unit and 核实结论 = 通过)",
                      "# 项目 项目名称 牵头 签约\na 东镇 2021-10-01,2021-10-01,通过,2021-10-02\n");
    const Step step = measured.step("值", "东镇");
    EXPECT_EQ(measured.entries(step.counted), "a 签约");
    EXPECT_EQ(measured.entries(step.not_counted), "a 开工 [核实结论 = \"通过\" is no]");
}

TEST(Step, GoesThroughNamesToTheirMeaning) {
    Measured measured("let 底 = 2\nmeasure 半 = unit.目标 / 底\nmeasure 值 = 半 + 底", "");
    EXPECT_EQ(
        told(measured.step("值", "东镇"), measured.formulas()),
        "半 + 底 is 3.5 (半 is 1.5 (unit.目标 / 底 is 1.5 (unit.目标 is 3; 底 is 2 (2 is 2))); "
        "底 is 2 (2 is 2))");
}

}  // namespace
}  // namespace benniu::indicators
