#include "publication/table_fit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "publication/sample_bulletin.hpp"

namespace benniu::publication {
namespace {

int total(const TableFit& fitted) {
    return std::accumulate(fitted.column_twips.begin(), fitted.column_twips.end(), 0);
}

Table of_columns(int count, const std::string& cell) {
    Table table;
    table.columns.assign(static_cast<std::size_t>(count), {.title = "分"});
    table.rows = {std::vector<std::string>(static_cast<std::size_t>(count), cell)};
    return table;
}

TEST(TableFit, TakesTheLargestSizeAtWhichNumbersStayWhole) {
    EXPECT_EQ(fit(of_columns(6, "98.35"), 8845, 24).half_points, 24);
    EXPECT_EQ(fit(of_columns(11, "98.35"), 8845, 24).half_points, 21);
    EXPECT_EQ(fit(of_columns(13, "98.35"), 8845, 24).half_points, 18);
    EXPECT_EQ(fit(of_columns(30, "98.35"), 8845, 24).half_points, 15);
    EXPECT_EQ(fit(sample_standings(), 8845, 24).half_points, 18);
}

TEST(TableFit, NeverExceedsTheStylesSize) {
    EXPECT_EQ(fit(of_columns(2, "98.35"), 8845, 21).half_points, 21);
}

TEST(TableFit, ObeysAGivenSizeAndGivenWidths) {
    Table table = of_columns(2, "98.35");
    table.size = TypeSize::six;
    table.columns[0].relative_width = 1;
    table.columns[1].relative_width = 3;
    const TableFit fitted = fit(table, 8000, 24);
    EXPECT_EQ(fitted.half_points, 15);
    EXPECT_EQ(fitted.column_twips, (std::vector<int>{2000, 6000}));
}

TEST(TableFit, GivesLongTextsTheRoomThatNumbersLeave) {
    Table table = of_columns(3, "1");
    table.rows[0][2] = "土地指标尚未落实，县自然资源局十二月二十日前完成报批";
    const TableFit fitted = fit(table, 8845, 24);
    EXPECT_GT(fitted.column_twips[2], 3 * fitted.column_twips[0]);
}

RC_GTEST_PROP(TableFit, FillsTheWidthOfTheText, (std::uint8_t columns, std::uint16_t width)) {
    const int text_twips = 3000 + width % 12000;
    const Table table = of_columns(1 + columns % 40, "123.45");
    RC_ASSERT(total(fit(table, text_twips, 24)) == text_twips);
}

}  // namespace
}  // namespace benniu::publication
