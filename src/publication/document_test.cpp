#include "publication/document.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"

namespace benniu::publication {
namespace {

TEST(Document, PrintsItsNumberInHexagonalBrackets) {
    EXPECT_EQ(printed(DocumentNumber{.office = "望督", .year = 2021, .serial = 7}),
              "望督〔2021〕7号");
}

TEST(Document, PrintsDatesWithoutZerosInFront) {
    EXPECT_EQ(printed(*Date::of(2021, 12, 5)), "2021年12月5日");
    EXPECT_EQ(printed(*Date::of(2022, 1, 31)), "2022年1月31日");
}

TEST(Document, NumbersHeadingsByLevel) {
    EXPECT_EQ(heading_number(Level::one, 1), "一、");
    EXPECT_EQ(heading_number(Level::one, 10), "十、");
    EXPECT_EQ(heading_number(Level::one, 12), "十二、");
    EXPECT_EQ(heading_number(Level::two, 20), "（二十）");
    EXPECT_EQ(heading_number(Level::two, 99), "（九十九）");
    EXPECT_EQ(heading_number(Level::three, 3), "3.");
    EXPECT_EQ(heading_number(Level::four, 4), "（4）");
    EXPECT_THROW((void)heading_number(Level::one, 0), Bug);
}

}  // namespace
}  // namespace benniu::publication
