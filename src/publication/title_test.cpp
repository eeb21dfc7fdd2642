#include "publication/title.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/writing.hpp"

namespace benniu::publication {
namespace {

using Lines = std::vector<std::string>;

const std::vector<std::string> words_of_office = {
    "重点",   "工作", "招商引资", "百日竞赛", "督查", "考核", "情况", "推进",
    "进一步", "做好", "全县",     "综合",     "评选", "以及", "专项", "行动",
    "问题",   "整改", "落实",     "投产",     "达效", "本月", "完成", "（亿元）"};

TEST(Title, StaysOnOneLineWhereItFits) {
    EXPECT_EQ(title_lines("关于十一月份督查情况的通报", 20, {}),
              (Lines{"关于十一月份督查情况的通报"}));
}

TEST(Title, KeepsTheLinesItIsGiven) {
    EXPECT_EQ(title_lines("望海县督查考核服务中心\n关于督查情况的通报", 20, {}),
              (Lines{"望海县督查考核服务中心", "关于督查情况的通报"}));
}

TEST(Title, BreaksBetweenWordsInATrapezoid) {
    EXPECT_EQ(
        title_lines("关于十一月份全县重点工作和招商引资“摘榜夺旗”百日竞赛督查考核情况的通报", 20,
                    words_of_office),
        (Lines{"关于十一月份全县重点工作和招商引资", "“摘榜夺旗”百日竞赛督查考核情况的通报"}));
}

TEST(Title, KeepsNumbersAndTheirWordsTogether) {
    for (const std::string& line :
         title_lines("关于2021年度望海县重点项目推进情况和2022年度计划的报告", 14, {})) {
        EXPECT_FALSE(line.starts_with("年")) << line;
        EXPECT_LE(display_width(line), 28U) << line;
    }
}

TEST(Title, KeepsTheCountysNamesWhole) {
    const std::vector<std::string> names = {"黄沙港镇河口新村"};
    for (std::size_t letters = 10; letters < 24; ++letters) {
        std::string whole;
        for (const std::string& line :
             title_lines("关于黄沙港镇河口新村农房拆除和码头整治工作进展的通报", letters, names)) {
            whole += line.find(names[0]) != std::string::npos ? "!" : "";
        }
        EXPECT_EQ(whole, "!") << letters;
    }
}

TEST(Title, NeverMakesAnHourglass) {
    const Lines lines = title_lines(
        "关于进一步做好全县重点工作督查考核和招商引资百日竞赛综合评选以及专项行动问题整改落实的通"
        "知",
        16, words_of_office);
    ASSERT_EQ(lines.size(), 3U);
    const auto middle = display_width(lines[1]);
    EXPECT_FALSE(middle < display_width(lines[0]) && middle < display_width(lines[2]));
}

TEST(ColumnHead, IsFoldedEvenly) {
    EXPECT_EQ(column_head_lines("投产达效", 3, words_of_office), (Lines{"投产", "达效"}));
    EXPECT_EQ(column_head_lines("本月完成（亿元）", 4, words_of_office),
              (Lines{"本月完成", "（亿元）"}));
    EXPECT_EQ(column_head_lines("总分", 2, words_of_office), (Lines{"总分"}));
    EXPECT_EQ(column_head_lines("", 2, words_of_office), (Lines{""}));
}

RC_GTEST_PROP(Title, LosesNoLetter, (const std::vector<std::uint8_t>& picks)) {
    static const std::vector<std::string> pieces = {"关于", "督", "的", "、",      "（",
                                                    "）",   "2",  "a",  "招商引资"};
    std::string title;
    for (std::size_t i = 0; i < picks.size() && i < 40; ++i) {
        title += pieces[picks[i] % pieces.size()];
    }
    const auto letters = static_cast<std::size_t>(*rc::gen::inRange(0, 30));
    std::string joined;
    for (const std::string& line : title_lines(title, letters, {})) {
        joined += line;
    }
    RC_ASSERT(joined == title);
}

}  // namespace
}  // namespace benniu::publication
