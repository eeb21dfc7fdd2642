// What formulas say of entries: values, dates, stages, missing, groups. Tables and statements
// first.
#include "indicators/measured_test.hpp"

namespace benniu::indicators {
namespace {

using testing::Measured;
using testing::said;

const std::string projects =
    "# 项目 项目名称 牵头 协办 投资 件数 类别 龙头\n"
    "风机 东镇 西镇 100.5 3 制造 yes\n"
    "电缆 东镇 - 200 - 材料 no\n"
    "酒店 西镇 东镇 50 7 文旅 -\n"
    "路灯 南镇 - 10 1 制造 yes\n";

TEST(Evaluator, FoldsAUnitsOwnEntries) {
    EXPECT_EQ(said("measure 值 = sum(投资 over 项目 where 牵头 = unit)", projects), "300.5");
    EXPECT_EQ(said("measure 值 = count(项目 where 牵头 = unit)", projects), "2");
    EXPECT_EQ(said("measure 值 = mean(投资 over 项目 where 牵头 = unit)", projects), "150.25");
    EXPECT_EQ(said("measure 值 = min(投资 over 项目 where 牵头 = unit)", projects), "100.5");
    EXPECT_EQ(said("measure 值 = max(投资 over 项目 where 牵头 = unit)", projects), "200");
    EXPECT_EQ(said("measure 值 = any(项目 where 牵头 = unit and 投资 > 200万元)", projects), "no");
}

TEST(Evaluator, FoldsTheWholeCountyWithoutACondition) {
    EXPECT_EQ(said("measure 值 = sum(投资 over 项目)", projects), "360.5");
}

TEST(Evaluator, CountsAnEntryOnceThatNamesTheUnitTwice) {
    const std::string both =
        "# 项目 项目名称 牵头 协办 投资\n风机 东镇 东镇 100\n酒店 西镇 东镇 50\n";
    EXPECT_EQ(said("measure 值 = sum(投资 over 项目 where 牵头 = unit or 协办 = unit)", both),
              "150");
}

TEST(Evaluator, FoldsNothingToZeroNoOrMissing) {
    for (const auto& [fold, value] : std::vector<std::pair<std::string, std::string>>{
             {"sum(投资 over 项目 where 牵头 = unit)", "0"},
             {"count(项目 where 牵头 = unit)", "0"},
             {"count(distinct 类别 over 项目 where 牵头 = unit)", "0"},
             {"any(项目 where 牵头 = unit)", "no"},
             {"mean(投资 over 项目 where 牵头 = unit)", "missing"},
             {"min(投资 over 项目 where 牵头 = unit)", "missing"},
             {"max(投资 over 项目 where 牵头 = unit)", "missing"}}) {
        EXPECT_EQ(said("measure 值 = " + fold), value) << fold;
    }
}

TEST(Evaluator, LeavesBlankAmountsOutOfFolds) {
    EXPECT_EQ(said("measure 值 = sum(件数 over 项目 where 牵头 = unit)", projects), "3");
    EXPECT_EQ(said("measure 值 = mean(件数 over 项目 where 牵头 = unit)", projects), "3");
    EXPECT_EQ(said("measure 值 = count(distinct 件数 over 项目 where 牵头 = unit)", projects), "1");
    EXPECT_EQ(said("measure 值 = count(项目 where 牵头 = unit)", projects), "2");
}

TEST(Evaluator, CountsWhatDiffersOnce) {
    const std::string months =
        "# 项目 项目名称 牵头 完成\na 东镇 2021-10-01\nb 东镇 2021-10-31\nc 东镇 2020-10-05\n";
    EXPECT_EQ(said("measure 值 = count(distinct month(完成) over 项目 where 牵头 = unit)", months),
              "2");
    EXPECT_EQ(said("measure 值 = count(distinct year(完成) over 项目 where 牵头 = unit)", months),
              "2");
}

TEST(Evaluator, TakesABlankForNothingInAComparison) {
    const std::string where = "measure 值 = count(项目 where 牵头 = unit and ";
    EXPECT_EQ(said(where + "件数 <= 100)", projects), "1");
    EXPECT_EQ(said(where + "件数 != 3)", projects), "0");
    EXPECT_EQ(said(where + "not 件数 <= 100)", projects), "1");
    EXPECT_EQ(said(where + "件数 in 0 .. 100)", projects), "1");
    EXPECT_EQ(said(where + "件数 is blank)", projects), "1");
    EXPECT_EQ(said("measure 值 = count(项目 where 协办 = unit and not 龙头)", projects), "1");
}

TEST(Evaluator, CarriesMissingThroughArithmeticUpToElse) {
    const std::string blank = "measure 甲 = mean(件数 over 项目 where 牵头 = unit)\n";
    for (const std::string formula :
         {"甲 + 1", "1 - 甲", "甲 * 0", "甲 / 2", "-甲", "min(甲, 1)", "max(甲, 1)", "mean(甲, 1)",
          "clamp(甲, 0, 1)", "round(甲, 2 half_up)"}) {
        EXPECT_EQ(said(blank + "measure 值 = " + formula), "missing") << formula;
        EXPECT_EQ(said(blank + "measure 值 = (" + formula + ") else 9"), "9") << formula;
    }
}

TEST(Evaluator, CallsAQuotientByZeroMissing) {
    const std::string two =
        "measure 甲 = sum(投资 over 项目 where 牵头 = unit)\n"
        "measure 乙 = sum(件数 over 项目 where 协办 = unit)\n";
    EXPECT_EQ(said(two + "measure 值 = 甲 / 1万元 / 乙"), "missing");
    EXPECT_EQ(said(two + "measure 值 = 甲 / 1万元 / 乙", projects), "601/14");
}

TEST(Evaluator, ComputesThirdsExactly) {
    EXPECT_EQ(said("measure 值 = 1 / 3 + 1 / 6 + unit.目标 - unit.目标"), "0.5");
    EXPECT_EQ(said("measure 值 = unit.目标 / 7"), "3/7");
    EXPECT_EQ(said("measure 值 = unit.目标 * 0.1 - 0.3"), "0");
}

TEST(Evaluator, RoundsAsTheFormulaSays) {
    const auto rounded = [](const std::string& words) {
        return said("measure 值 = round((unit.目标 - 0.5) * 1, " + words + ")") + " " +
               said("measure 值 = round((0.5 - unit.目标) * 1, " + words + ")") + " " +
               said("measure 值 = round((unit.目标 + 0.5) * 1, " + words + ")");
    };
    EXPECT_EQ(rounded("0 half_up"), "3 -3 4");
    EXPECT_EQ(rounded("0 half_even"), "2 -2 4");
    EXPECT_EQ(rounded("0 down"), "2 -2 3");
    EXPECT_EQ(rounded("0 up"), "3 -3 4");
    EXPECT_EQ(rounded("1 half_up"), "2.5 -2.5 3.5");
}

TEST(Evaluator, ReadsTheFirstTierThatHolds) {
    const std::string tiers =
        "table 档 { >= 100万元: 12; >= 50.5万元: 8; >= 0万元: 1 }\n"
        "measure 值 = sum(档[投资] over 项目 where 牵头 = unit)";
    const auto at = [&](const std::string& amount) {
        return said(tiers, "# 项目 项目名称 牵头 投资\na 东镇 " + amount + "\n");
    };
    EXPECT_EQ(at("100"), "12");
    EXPECT_EQ(at("99.99"), "8");
    EXPECT_EQ(at("50.5"), "8");
    EXPECT_EQ(at("50.49"), "1");
    EXPECT_EQ(at("-1"), "0") << "below the last tier nothing is read, so nothing is summed";
    EXPECT_EQ(at("-"), "0");
}

TEST(Evaluator, ReadsWordsPairsOfWordsAndElse) {
    EXPECT_EQ(said("table 表 { 一档: 30; else: 8 }\nmeasure 值 = 表[unit.档次]"), "30");
    EXPECT_EQ(said("table 表 { 二档: 30; else: 8 }\nmeasure 值 = 表[unit.档次]"), "8");
    EXPECT_EQ(said("table 表 { 二档: 30 }\nmeasure 值 = 表[unit.档次]"), "missing");
    EXPECT_EQ(said("table 表 { columns 甲组, 乙组; 数量: 60, 70; 质量: 40, 30 }\n"
                   "measure 值 = 表[\"质量\", group]"),
              "40");
    Measured blank("table 表 { 一档: 30; else: 8 }\nmeasure 值 = 表[unit.档次]", "");
    EXPECT_EQ(blank.value("南镇"), "missing") << "a blank is no word that else could answer for";
}

TEST(Evaluator, ChoosesTheFirstConditionThatHolds) {
    const std::string choice =
        "measure 值 = case { unit.目标 >= 5: 2; unit.目标 >= 3: 1; unit.目标 >= 0: 9; else: 0 }";
    Measured measured(choice, "");
    EXPECT_EQ(measured.value("东镇"), "1");
    EXPECT_EQ(measured.value("西镇"), "2");
    EXPECT_EQ(measured.value("南镇"), "0") << "no condition holds of a blank";
}

TEST(Evaluator, GivesAMeasureItsArguments) {
    const std::string both =
        "measure 额(何类) = sum(投资 over 项目 where 牵头 = unit and 类别 = 何类)\n"
        "measure 值 = 额(\"制造\") - 额(\"材料\") + 额(\"没有\")";
    EXPECT_EQ(said(both, projects), "-99.5");
}

TEST(Evaluator, TellsArgumentsApartThatReadAlike) {
    const std::string counted =
        "measure 数(何类) = count(项目 where 牵头 = unit and 类别 = 何类)\n"
        "measure 值 = sum(数(类别) over 项目 where 牵头 = unit)";
    const std::string blank_first = "# 项目 项目名称 牵头 类别\na 东镇 -\nb 东镇 missing\n";
    const std::string blank_last = "# 项目 项目名称 牵头 类别\nb 东镇 missing\na 东镇 -\n";
    EXPECT_EQ(said(counted, blank_first), "1");
    EXPECT_EQ(said(counted, blank_last), "1");
}

const std::string signings =
    "# 项目 项目名称 牵头 签约 开工\n"
    "早 东镇 2021-09-30,2021-10-01,通过,2021-10-02 -\n"
    "首 东镇 2021-10-01,2021-10-01,通过,2021-10-02 2021-10-09\n"
    "末 东镇 2021-10-31,2021-11-05,通过,2021-11-05 -\n"
    "迟 东镇 2021-10-31,2021-11-05,通过,2021-11-06 -\n"
    "晚 东镇 2021-11-01,2021-11-01,通过,2021-11-02 -\n"
    "否 东镇 2021-10-05,2021-10-05,不通过,2021-10-06 -\n"
    "待 东镇 2021-10-05,2021-10-05 -\n"
    "无 东镇 - -\n";

TEST(Evaluator, HoldsDaysAgainstThePeriodAndItsFreezeBothEndsIncluded) {
    const std::string counted =
        "define 计入 of stages of 项目 = 核实结论 = 通过 and 核实日期 <= period.freeze\n"
        "    and 完成日期 in period.first .. period.last\n"
        "measure 值 = count(项目 where 牵头 = unit and 计入(签约))";
    Measured measured(counted, signings);
    EXPECT_EQ(measured.value("东镇"), "2");
    EXPECT_EQ(measured.entries(measured.step("值", "东镇").counted), "首; 末");
}

TEST(Evaluator, CallsAStageWithoutAVerdictPending) {
    const auto of_verdict = [](const std::string& verdict) {
        return said(
            "measure 值 = count(项目 where 牵头 = unit and 签约.核实结论 = " + verdict + ")",
            signings);
    };
    EXPECT_EQ(of_verdict("通过"), "5");
    EXPECT_EQ(of_verdict("不通过"), "1");
    EXPECT_EQ(of_verdict("待核"), "2");
}

TEST(Evaluator, FoldsStagesOneByOne) {
    const std::string base = "table 基数 { 签约: 1; 开工: 3 }\n";
    EXPECT_EQ(said(base + "measure 值 = sum(基数[stage] over stages of 项目 where 牵头 = unit and "
                          "完成日期 in 2021-10-01 .. 2021-10-10)",
                   signings),
              "6");
    EXPECT_EQ(
        said("measure 值 = count(stages of 项目 where 牵头 = unit and stage != 签约)", signings),
        "8");
}

TEST(Evaluator, CountsDaysBetweenDays) {
    const std::string late =
        "measure 值 = max(签约.填报日期 - 签约.完成日期 over 项目 where 牵头 = unit)";
    EXPECT_EQ(said(late, signings), "5");
}

TEST(Evaluator, NamesThePeriodThatAnEntryMeans) {
    const std::string two_periods =
        "period 1 \"第一期\" 2021-10-01 .. 2021-10-31 freeze 2021-11-05\n"
        "period 2 \"第二期\" 2021-10-01 .. 2021-11-30 freeze 2021-12-05\n"
        "measure 值 = count(项目 where 牵头 = unit and period.number[期] <= period.number and 完成 "
        "<= period.last[期])";
    const std::string reports =
        "# 项目 项目名称 牵头 期 完成\na 东镇 第一期 2021-10-31\n"
        "b 东镇 第二期 2021-11-30\nc 东镇 2 2021-12-01\n"
        "d 东镇 第九期 2021-10-01\ne 东镇 - 2021-10-01\n";
    EXPECT_EQ(Measured(two_periods, reports, {}, "1").value("东镇"), "1");
    EXPECT_EQ(Measured(two_periods, reports, {}, "2").value("东镇"), "2");
}

TEST(Evaluator, LooksAtTheGroupAndNobodyElse) {
    const std::string own = "measure 额 = sum(投资 over 项目 where 牵头 = unit)\n";
    const auto of = [&](const std::string& formula, const std::string& unit) {
        return Measured(own + "measure 值 = " + formula, projects).value(unit);
    };
    EXPECT_EQ(of("group.max(额)", "西镇"), "300.5");
    EXPECT_EQ(of("group.min(额)", "东镇"), "50");
    EXPECT_EQ(of("group.sum(额)", "东镇"), "350.5");
    EXPECT_EQ(of("group.mean(额)", "东镇"), "175.25");
    EXPECT_EQ(of("group.rank(额)", "东镇") + of("group.rank(额)", "西镇"), "12");
    EXPECT_EQ(of("group.rank(额)", "南镇"), "1");
    EXPECT_EQ(of("group.size", "东镇") + of("group.size", "南镇"), "21");
}

TEST(Evaluator, RanksNobodyWhoseAmountIsMissing) {
    const std::string rank =
        "measure 均 = mean(件数 over 项目 where 牵头 = unit)\n"
        "measure 值 = group.rank(均)";
    Measured measured(rank, "# 项目 项目名称 牵头 件数\na 西镇 4\n");
    EXPECT_EQ(measured.value("西镇"), "1");
    EXPECT_EQ(measured.value("东镇"), "missing");
}

TEST(Evaluator, MeasuresOnlyUnitsOfTheMethodsGroups) {
    const std::string units =
        "# 单位 名称 组\n东镇 甲组\n北局 丙组\n新所 -\n"
        "# 项目 项目名称 牵头 投资\na 北局 5\nb 无名 7\nc 新所 9\nd 东镇 1\n";
    Measured measured("measure 值 = sum(投资 over 项目 where 牵头 = unit)", units);
    ASSERT_EQ(measured.readings().units.size(), 1U);
    EXPECT_EQ(measured.value("东镇"), "1");
}

TEST(Evaluator, CountsAUnitOnceThatIsListedTwice) {
    std::vector<ledger::Deed> deeds = method::testing::deeds_in(
        "# 单位 名称 组 目标\n东镇 甲组 3\n西镇 甲组 4\n南镇 甲组 5\n"
        "# 项目 项目名称 牵头\na 南镇\nb 东镇\nc 东镇\n");
    auto again = std::get<ledger::EntryRecorded>(deeds[0]);
    again.entry = "东镇 2";
    again.fields[2].value = *Decimal::parse("8");
    deeds.emplace_back(again);
    Measured measured("measure 值 = count(项目 where 牵头 = unit) + unit.目标", deeds);
    EXPECT_EQ(measured.readings().units.size(), 3U);
    EXPECT_EQ(measured.value("东镇"), "10") << "the later entry stands";
    EXPECT_EQ(measured.value("南镇"), "6");
}

TEST(Evaluator, KnowsNothingLaterThanTheDayThatItIsAskedAsOf) {
    const std::string counted =
        "measure 值 = count(项目 where 牵头 = unit and 完成 is blank) * 100\n"
        "    + count(项目 where 牵头 = unit and 签约.核实结论 = 通过) * 10\n"
        "    + count(事件 where 所属 = unit)";
    const std::string tables =
        "# 项目 项目名称 牵头 完成 签约\n"
        "a 东镇 2021-10-09 2021-10-01,2021-10-02,通过,2021-10-10\n"
        "# 事件 事件名称 所属 日期\ne 东镇 2021-10-11\n";
    const auto on = [&](int day) {
        const ledger::Cut cut{.known_on = Date::of(2021, 10, day)};
        return Measured(counted, tables, cut).value("东镇");
    };
    EXPECT_EQ(on(8), "100");
    EXPECT_EQ(on(9), "0");
    EXPECT_EQ(on(10), "10");
    EXPECT_EQ(on(11), "11");
}

}  // namespace
}  // namespace benniu::indicators
