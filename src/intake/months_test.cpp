#include "intake/months.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace benniu::intake {
namespace {

const std::vector<std::string> about_form = {"填表", "填报"};

std::string told(const std::vector<std::string>& titles) {
    const auto month = month_in_titles(titles, about_form);
    return month ? (month->year ? std::to_string(*month->year) : "?") + "-" +
                       std::to_string(month->month)
                 : "none";
}

TEST(Months, AreReadFromTitles) {
    EXPECT_EQ(told({"某县2021年1—11月主要经济指标(单位:亿元)"}), "2021-11");
    EXPECT_EQ(told({"某县主要指标全市位次(11月)"}), "?-11");
    EXPECT_EQ(told({"任务进度(截至11月30日)"}), "?-11");
    EXPECT_EQ(told({"11月底完成情况"}), "?-11");
    EXPECT_EQ(told({"２０２１年１月至１１月"}), "2021-11");
    EXPECT_EQ(told({"某县十一月份工作"}), "?-11");
    EXPECT_EQ(told({"二月份"}), "?-2");
    EXPECT_EQ(told({"2020年同期与2021年9月对比"}), "2021-9");
}

TEST(Months, AreNotReadFromOtherNumbers) {
    EXPECT_EQ(told({"某县2021年项目台账"}), "none");
    EXPECT_EQ(told({"13月", "0月", "202111月"}), "none");
    EXPECT_EQ(told({"填表日期:2021年12月"}), "none");
    EXPECT_EQ(told({"填表日期:2021年12月", "11月"}), "?-11");
}

TEST(Months, TakeTheirYearFromTitlesThenFromDates) {
    YearEvidence evidence;
    EXPECT_EQ(evidence.year_of(11), std::nullopt);
    evidence.take_date(*Date::parse("2022-01-05"));
    evidence.take_date(*Date::parse("2022-01-06"));
    evidence.take_date(*Date::parse("2021-11-06"));
    EXPECT_EQ(evidence.year_of(11), 2021);
    EXPECT_EQ(evidence.year_of(12), 2022);
    const std::vector<std::string> titles = {"2020年台账", "填表日期:2023年1月"};
    evidence.take_titles(titles, about_form);
    EXPECT_EQ(evidence.year_of(11), 2020);
}

}  // namespace
}  // namespace benniu::intake
