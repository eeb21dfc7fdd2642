#include <gtest/gtest.h>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/writing.hpp"

namespace benniu {
namespace {

TEST(Date, KnowsWhichDaysExist) {
    EXPECT_TRUE(Date::of(2020, 2, 29));
    EXPECT_FALSE(Date::of(2021, 2, 29));
    EXPECT_FALSE(Date::of(2021, 9, 31));
    EXPECT_FALSE(Date::of(2021, 13, 1));
    EXPECT_FALSE(Date::of(2021, 0, 1));
    EXPECT_EQ(Date::parse("2021-09-30")->to_string(), "2021-09-30");
    EXPECT_FALSE(Date::parse("2021-9-30"));
    EXPECT_EQ(Date::parse("2021-11-30")->weekday(), 2);
}

TEST(Date, CountsDaysAcrossMonths) {
    EXPECT_EQ(*Date::parse("2021-12-31") - *Date::parse("2021-09-23"), 99);
    EXPECT_EQ((Month{2021, 12}.last().to_string()), "2021-12-31");
    EXPECT_EQ((Month{2024, 2}.last().to_string()), "2024-02-29");
}

TEST(Instant, ReadsWhatItWrites) {
    EXPECT_EQ(Instant::parse("2021-12-05T08:30:09Z")->to_string(), "2021-12-05T08:30:09Z");
    EXPECT_FALSE(Instant::parse("2021-12-05 08:30:09"));
}

// The first value is the standard's own example.
TEST(Digest, IsSm3) {
    EXPECT_EQ(sm3("abc").to_string(),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    EXPECT_EQ(Digest::parse(sm3("x").to_string()), sm3("x"));
    EXPECT_FALSE(Digest::parse("66c7"));
}

TEST(Writing, MakesFullWidthLettersNarrow) {
    EXPECT_EQ(half_width("２０２１．９．８"), "2021.9.8");
    EXPECT_EQ(tidied("　县工业园 \n"), "县工业园");
    EXPECT_EQ(without_spaces("完 成\n日　期"), "完成日期");
    EXPECT_EQ(split("城东街道办、城东、", "、"), (std::vector<std::string>{"城东街道办", "城东"}));
}

TEST(Writing, SuggestsTheNearestWord) {
    const std::vector<std::string> words = {"计划总投资", "固定资产投资", "落地单位"};
    EXPECT_EQ(nearest("计划总投入", words), "计划总投资");
    EXPECT_EQ(nearest("首报", words), "");
}

TEST(Writing, CutsBetweenLetters) {
    EXPECT_EQ(shortened("望海县", 4), "望…");
    EXPECT_EQ(shortened("望海县", 9), "望海县");
    EXPECT_EQ(display_width("望海A"), 5U);
    EXPECT_FALSE(is_utf8("\xb5\xc8"));
    EXPECT_TRUE(is_utf8("等"));
}

}  // namespace
}  // namespace benniu
