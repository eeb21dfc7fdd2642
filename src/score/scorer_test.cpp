// One method on one county: rounding where it is said, parts that drop out, vetoes, other methods.
#include "score/scored_test.hpp"

namespace benniu::score {
namespace {

using testing::Scored;

const std::string units =
    "# 单位 名称 组 目标 试点\n东镇 甲组 8 yes\n西镇 甲组 3 no\n南镇 乙组 - -\n";

TEST(Scorer, RoundsAnItemWhereItSaysSoAndNowhereElse) {
    Scored scored({"measure 比 = 1 / (unit.目标 else 7) else 0\n"
                   "item 细 = 比 * 100\nitem 粗 = 比 * 100 round 1 half_up\n"
                   "item 偶 = 比 * 100 round 0 half_even\n"
                   "item 和 = 粗 + 粗 + 比 * 100 round 1 down again"},
                  units);
    EXPECT_EQ(scored.item("细", "东镇"), "12.5");
    EXPECT_EQ(scored.item("细", "西镇"), "100/3");
    EXPECT_EQ(scored.item("粗", "西镇"), "33.3");
    EXPECT_EQ(scored.item("偶", "东镇"), "12");
    EXPECT_EQ(scored.item("和", "西镇"), "99.9") << "33.3 + 33.3 + 33.333…";
    EXPECT_EQ(scored.item("细", "南镇"), "100/7");
}

TEST(Scorer, RoundsHalvesAwayFromZeroBelowZeroToo) {
    Scored scored({"item 差 = ((unit.目标 else 0) - 5) / 8 round 2 half_up"}, units);
    EXPECT_EQ(scored.item("差", "东镇"), "0.38") << "0.375";
    EXPECT_EQ(scored.item("差", "西镇"), "-0.25");
    EXPECT_EQ(scored.item("差", "南镇"), "-0.63") << "-0.625";
}

const std::string blend =
    "measure 甲 = 12 / unit.目标 / 10\n"
    "measure 乙 = mean(件数 over 项目 where 牵头 = unit)\n"
    "measure 丙 = case { unit.试点: 0.25; else: 0.5 }\n"
    "table 重 { columns 甲组, 乙组; 甲: 20, 20; 乙: 30, 30; 丙: 50, 50 }\n"
    "blend 综合 to 100 {\n"
    "甲 重[\"甲\", group]: 甲; 乙 重[\"乙\", group]: 乙;\n"
    "丙 重[\"丙\", group]: 丙; else: 0 }\nitem F = 综合";

TEST(Blend, WeighsItsParts) {
    Scored scored({blend}, units + "# 项目 项目名称 牵头 件数\na 东镇 1\nb 东镇 0\n");
    EXPECT_EQ(scored.blend("东镇"), "甲 20 0.15 3; 乙 30 0.5 15; 丙 50 0.25 12.5; 30.5");
}

TEST(Blend, SpreadsTheWeightOfAMissingPartOverTheOthers) {
    Scored scored({blend}, units);
    EXPECT_EQ(scored.blend("西镇"),
              "甲 20 0.4 80/7; 乙 30 missing missing; 丙 50 0.5 250/7; 330/7");
    EXPECT_EQ(scored.blend("南镇"),
              "甲 20 missing missing; 乙 30 missing missing; 丙 50 0.5 50; 50");
    EXPECT_EQ(scored.item("F", "西镇"), "330/7");
}

TEST(Blend, AnswersWithItsElseWhenEveryPartIsMissing) {
    const std::string two =
        "measure 甲 = mean(件数 over 项目 where 牵头 = unit)\n"
        "blend 综合 to 10 { 一 4: 甲; 二 6: 甲 * 2; else: 7 }\nitem F = 综合";
    Scored scored({two}, units + "# 项目 项目名称 牵头 件数\na 东镇 0\n");
    EXPECT_EQ(scored.item("F", "东镇"), "0") << "zero is not missing";
    EXPECT_EQ(scored.item("F", "西镇"), "7");
}

TEST(Blend, DropsAPartOfWeightZero) {
    const std::string none =
        "table 重 { columns 甲组, 乙组; 一: 40, 0; 二: 60, 100 }\n"
        "blend 综合 to 100 round 2 half_up { 一 重[\"一\", group]: 0.5; 二 重[\"二\", group]: 1 / "
        "3;\n"
        "else: 0 }\nitem F = 综合";
    Scored scored({none}, units);
    EXPECT_EQ(scored.blend("东镇"), "一 40 0.5 20; 二 60 1/3 20; 40");
    EXPECT_EQ(scored.blend("南镇"), "一 0 0.5 missing; 二 100 1/3 33.33; 33.33");
}

TEST(Blend, RoundsEachPartAndNotTheSum) {
    Scored scored(
        {"measure 三 = 1 / 3 + 0 * (unit.目标 else 0)\n"
         "blend 综合 to 100 round 1 half_up { 一 50: 三; 二 25: 三; 三分 25: 三; else: 0 }\n"
         "item F = 综合\nitem 首 = 综合.一 else 0"},
        units);
    EXPECT_EQ(scored.blend("东镇"), "一 50 1/3 16.7; 二 25 1/3 8.3; 三分 25 1/3 8.3; 33.3");
    EXPECT_EQ(scored.item("首", "东镇"), "16.7");
}

TEST(Veto, HoldsOfUnitsThatMeetIt) {
    Scored scored(
        {"veto when any(事件 where 所属 = unit and 日期 in period.first .. period.last)"},
        units + "# 事件 事件名称 所属 日期\na 东镇 2021-10-31\nb 西镇 2021-11-01\nc 南镇 -\n");
    EXPECT_TRUE(scored.is_vetoed("东镇"));
    EXPECT_FALSE(scored.is_vetoed("西镇"));
    EXPECT_FALSE(scored.is_vetoed("南镇"));
}

TEST(Scorer, AsksAnotherMethodForItsRoundedResult) {
    Scored scored({"item F = result(二法, 1, G) else -1\nveto when result(二法, 1, vetoed)",
                   "units 单位 grouped by 组 in 甲组\nveto when unit.试点\n"
                   "item G = (10 / unit.目标 else 0) round 1 half_up"},
                  units);
    EXPECT_EQ(scored.item("F", "西镇"), "3.3");
    EXPECT_EQ(scored.item("F", "南镇"), "-1") << "the other method does not rank its group";
    EXPECT_TRUE(scored.is_vetoed("东镇"));
    EXPECT_FALSE(scored.is_vetoed("西镇"));
    EXPECT_FALSE(scored.is_vetoed("南镇"));
}

TEST(Scorer, ScoresACountyWithoutUnits) {
    Scored scored({"item F = group.size"}, "# 项目 项目名称 牵头\na 东镇\n");
    EXPECT_TRUE(scored.scorer().readings().units.empty());
    EXPECT_FALSE(scored.scorer().unit("东镇").has_value());
}

TEST(Scorebook, NamesWhatItKnowsWhenAskedForAnother) {
    Scored scored({"item F = 1"}, units);
    const auto no_method = scored.book().scorer("三法", "1");
    ASSERT_FALSE(no_method.has_value());
    EXPECT_EQ(no_method.error(),
              (Error{"no-such-method", {{"method", "三法"}, {"known", "小法"}}}));
    const auto no_period = scored.book().scorer("小法", "9");
    ASSERT_FALSE(no_period.has_value());
    EXPECT_EQ(no_period.error(),
              (Error{"no-such-period", {{"method", "小法"}, {"period", "9"}, {"known", "1"}}}));
}

}  // namespace
}  // namespace benniu::score
