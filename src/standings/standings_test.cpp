// Ranks, ties, awards and the table as published. Tables and statements first.
#include "standings/placed_test.hpp"

namespace benniu::standings {
namespace {

using testing::placed;
using testing::units_of;

const std::string points = "item F = unit.目标 else 0\n";
const std::string share = points + "rank by not vetoed, F ties share\n";

TEST(Standings, GiveTiedUnitsOneRankAndSkipTheNext) {
    EXPECT_EQ(placed(share, units_of({{"甲", "5"}, {"乙", "7"}, {"丙", "9"}, {"丁", "7"}})),
              "1 丙; 2 丁; 2 乙; 4 甲");
    EXPECT_EQ(placed(share, units_of({{"甲", "5"}, {"乙", "5"}, {"丙", "5"}})), "1 丙; 1 乙; 1 甲");
}

TEST(Standings, SkipNoRankWhereTiesAreDense) {
    EXPECT_EQ(placed(points + "rank by F ties dense",
                     units_of({{"甲", "5"}, {"乙", "7"}, {"丙", "9"}, {"丁", "7"}, {"戊", "4"}})),
              "1 丙; 2 丁; 2 乙; 3 甲; 4 戊");
}

TEST(Standings, RankEachGroupByItselfInTheMethodsOrder) {
    EXPECT_EQ(
        placed(share,
               "# 单位 名称 组 目标\n西 乙组 9\n东 甲组 3\n北 丙组 8\n南 甲组 4\n上 乙组 10\n"),
        "1 南; 2 东; 1 上; 2 西");
}

TEST(Standings, OfACountyWithoutUnitsAreEmpty) {
    EXPECT_EQ(placed(share + "award 红旗 honour take 1 from top by F ties join", ""), "");
    EXPECT_EQ(placed(share, "# 单位 名称 组\n北 丙组\n"), "");
}

TEST(Standings, PutVetoedUnitsBehindAllOthersInTheirOwnOrder) {
    EXPECT_EQ(placed(share + "veto when any(事件 where 所属 = unit)",
                     units_of({{"甲", "5"}, {"乙", "7"}, {"丙", "1"}, {"丁", "9"}}) +
                         "# 事件 事件名称 所属\na 丁\nb 乙\n"),
              "1 甲; 2 丙; 3 丁; 4 乙");
}

TEST(Standings, CompareExactlyAndNotAsShown) {
    const std::string thirds =
        "item F = (1 / (3 + unit.目标 / 1000) else 0)\nrank by F ties share\n"
        "publish { F \"分\" = F shown 1; 名次 = rank }";
    score::testing::Scored scored({thirds}, units_of({{"甲", "1"}, {"乙", "0"}, {"丙", "0"}}));
    EXPECT_EQ(print(from_score(scored.scorer())),
              "小法 1\n丙\t甲组\t0.3\t1\n乙\t甲组\t0.3\t1\n甲\t甲组\t0.3\t3\n");
}

TEST(Standings, CompareRoundedItemsAsTheyAreRounded) {
    EXPECT_EQ(placed("item F = (unit.目标 else 0) / 3 round 0 half_up\nrank by F ties share",
                     units_of({{"甲", "4"}, {"乙", "3"}, {"丙", "5"}})),
              "1 丙; 2 乙; 2 甲");
}

TEST(Standings, GoToTheNextKeyOnlyWhereTheFirstIsLevel) {
    const std::string two = points +
                            "item G = sum(件数 over 项目 where 牵头 = unit) round 0 half_up\n"
                            "rank by F, G ties share";
    EXPECT_EQ(placed(two, units_of({{"甲", "5"}, {"乙", "5"}, {"丙", "4"}}) +
                              "# 项目 项目名称 牵头 件数\na 乙 1\nb 丙 9\n"),
              "1 乙; 2 甲; 3 丙");
}

// A yes-or-no left blank counts as no, and what stands behind it is still compared.
TEST(Standings, TakeABlankYesOrNoForNo) {
    EXPECT_EQ(
        placed(points + "rank by unit.试点, F ties share",
               "# 单位 名称 组 目标 试点\n甲 甲组 1 -\n乙 甲组 3 -\n丙 甲组 2 no\n丁 甲组 0 yes\n"),
        "1 丁; 2 乙; 3 丙; 4 甲");
}

TEST(Standings, StandInOneRankByUnitNameCodePointByCodePoint) {
    EXPECT_EQ(
        placed(share, units_of({{"b", "1"}, {"乙", "1"}, {"B", "1"}, {"一", "1"}, {"𠀀", "1"}})),
        "1 B; 1 b; 1 一; 1 乙; 1 𠀀");
}

const std::string flags = share +
                          "award 红旗 honour take 2 from top by F ties join when F >= 6\n"
                          "award 蓝旗 warning take 1 from bottom by F ties join when F < 6\n";

TEST(Awards, GoToTheFirstAndTheLastOfTheGroup) {
    EXPECT_EQ(placed(flags, units_of({{"甲", "9"}, {"乙", "8"}, {"丙", "7"}, {"丁", "1"}})),
              "1 甲 红旗; 2 乙 红旗; 3 丙; 4 丁 蓝旗");
}

TEST(Awards, AreSharedByAllWhoAreLevelAtTheCut) {
    EXPECT_EQ(
        placed(flags, units_of({{"甲", "9"}, {"乙", "8"}, {"丙", "8"}, {"丁", "1"}, {"戊", "1"}})),
        "1 甲 红旗; 2 丙 红旗; 2 乙 红旗; 4 丁 蓝旗; 4 戊 蓝旗");
}

TEST(Awards, DoNotGrowByATieAboveTheCut) {
    EXPECT_EQ(placed(flags, units_of({{"甲", "9"}, {"乙", "9"}, {"丙", "8"}, {"丁", "1"}})),
              "1 乙 红旗; 1 甲 红旗; 3 丙; 4 丁 蓝旗");
}

TEST(Awards, LeaveThePlaceEmptyOfWhoDoesNotMeetTheCondition) {
    EXPECT_EQ(placed(flags, units_of({{"甲", "5"}, {"乙", "4"}, {"丙", "3"}})),
              "1 甲; 2 乙; 3 丙 蓝旗");
    EXPECT_EQ(placed(flags, units_of({{"甲", "9"}, {"乙", "8"}, {"丙", "7"}})),
              "1 甲 红旗; 2 乙 红旗; 3 丙");
}

TEST(Awards, TakeTheirQuotaFromTheSizeOfEachGroup) {
    const std::string quota = share +
                              "table 名额 { <= 2: 0; <= 3: 1; else: 2 }\n"
                              "award 红旗 honour take 名额[group.size] from top by F ties join";
    EXPECT_EQ(
        placed(quota, "# 单位 名称 组 目标\na 甲组 9\nb 甲组 8\nc 乙组 9\nd 乙组 9\ne 乙组 1\n"),
        "1 a; 2 b; 1 c 红旗; 1 d 红旗; 3 e");
    EXPECT_EQ(placed(quota, units_of({{"a", "4"}, {"b", "3"}, {"c", "2"}, {"d", "1"}})),
              "1 a 红旗; 2 b 红旗; 3 c; 4 d");
}

TEST(Awards, GiveEachBegunPlaceOfAQuotaThatIsNoWholeNumber) {
    const std::string half =
        share + "award 红旗 honour take group.size / 2 from top by F ties join";
    EXPECT_EQ(placed(half, units_of({{"a", "3"}, {"b", "2"}, {"c", "1"}})),
              "1 a 红旗; 2 b 红旗; 3 c");
}

TEST(Awards, MayAskForTheLastRank) {
    const std::string last = share + "award 蓝旗 warning when rank = group.last_rank and F < 6";
    EXPECT_EQ(placed(last, units_of({{"a", "3"}, {"b", "2"}, {"c", "2"}})),
              "1 a; 2 b 蓝旗; 2 c 蓝旗");
    EXPECT_EQ(placed(last, units_of({{"a", "6"}})), "1 a");
}

TEST(Awards, HaveAnOrderOfTheirOwn) {
    const std::string other = share + "award 红旗 honour take 1 from top by 0 - F ties join";
    EXPECT_EQ(placed(other, units_of({{"a", "3"}, {"b", "2"}})), "1 a; 2 b 红旗");
}

TEST(Column, ShowsDigitsAsTheMethodSaysOrAsItRounds) {
    const std::string columns =
        "measure 值 = unit.目标 / 8\nmeasure 个 = unit.目标\n"
        "item 细 = 值 else 0\nitem 粗 = (值 else 0) round 1 half_up\n"
        "blend 综合 to 100 round 1 half_up { 一 50: 值; 二 50: 1; else: 0 }\n"
        "publish { 细; 粗; 三位 \"三位\" = 细 shown 3; 值; 个; 综合; 一 = 综合.一; 名 = unit.档次 "
        "}";
    score::testing::Scored scored({columns},
                                  "# 单位 名称 组 目标 档次\n甲 甲组 3 一档\n乙 甲组 - -\n");
    EXPECT_EQ(print(from_score(scored.scorer())),
              "小法 1\n乙\t甲组\t0.00\t0.0\t0.000\t\t\t100.0\t\t\n"
              "甲\t甲组\t0.38\t0.4\t0.375\t0.38\t3\t68.8\t18.8\t一档\n");
}

TEST(Column, ListsAwardsAndLeavesNoBlank) {
    const std::string both = flags +
                             "award 全 \"全员\" honour when F > 0\n"
                             "publish { F; 否决 \"否决\" = vetoed; 拟授 = awards(红旗, 全) }\n"
                             "veto when any(事件 where 所属 = unit)";
    score::testing::Scored scored(
        {both}, units_of({{"甲", "9"}, {"乙", "1"}, {"丙", "0"}}) + "# 事件 事件名称 所属\na 丙\n");
    EXPECT_EQ(csv(from_score(scored.scorer())),
              "unit,group,F,否决,拟授\r\n甲,甲组,9.00,,红旗、全员\r\n乙,甲组,1.00,,全员\r\n"
              "丙,甲组,0.00,yes,\r\n");
}

TEST(Csv, QuotesWhatWouldBreakARow) {
    score::testing::Scored scored({"publish { 档 = unit.档次 }"},
                                  "# 单位 名称 组 档次\n甲,乙 甲组 说\"好\"\n");
    EXPECT_EQ(csv(from_score(scored.scorer())),
              "unit,group,档\r\n\"甲,乙\",甲组,\"说\"\"好\"\"\"\r\n");
}

}  // namespace
}  // namespace benniu::standings
