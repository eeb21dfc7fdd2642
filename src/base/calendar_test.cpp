#include "base/calendar.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace benniu {
namespace {

Date day(const char* text) {
    return *Date::parse(text);
}

Calendar shipped() {
    Calendar calendar;
    for (const char* year : {"2021", "2022"}) {
        const std::string path =
            std::string(BENNIU_SOURCE_DIR) + "/packs/county/calendar/" + year + ".txt";
        std::ifstream file(path);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        EXPECT_NE(text, "") << path;
        EXPECT_TRUE(calendar.read(text, path).empty());
    }
    return calendar;
}

TEST(Calendar, KnowsWeekends) {
    const Calendar calendar;
    EXPECT_TRUE(calendar.is_workday(day("2021-12-03")));
    EXPECT_FALSE(calendar.is_workday(day("2021-12-04")));
    EXPECT_EQ(calendar.next_workday(day("2021-12-03")), day("2021-12-06"));
}

TEST(Calendar, ThatShipsKnowsHolidaysAndDaysMadeUpFor) {
    const Calendar calendar = shipped();
    EXPECT_FALSE(calendar.is_workday(day("2021-10-07")));
    EXPECT_TRUE(calendar.is_workday(day("2021-09-26")));
    EXPECT_TRUE(calendar.is_workday(day("2021-10-09")));
    EXPECT_FALSE(calendar.is_workday(day("2022-01-31")));
    EXPECT_TRUE(calendar.is_workday(day("2022-01-29")));
    EXPECT_EQ(calendar.next_workday(day("2021-09-30")), day("2021-10-08"));
    EXPECT_EQ(calendar.plus_workdays(day("2021-09-30"), 3), day("2021-10-11"));
    EXPECT_EQ(calendar.workdays_between(day("2021-09-30"), day("2021-10-11")), 3);
}

TEST(Calendar, SaysWhichLineIsWrong) {
    Calendar calendar;
    const auto findings = calendar.read(
        "# 说明\n2021-10-01 holiday 国庆节\n2021-10-01 workday\n2021-02-30 holiday\n放假\n",
        "c.txt");
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].code, "day-twice");
    EXPECT_EQ(findings[1].code, "no-such-date");
    EXPECT_EQ(findings[2].code, "bad-calendar-line");
    EXPECT_EQ(findings[2].place.line, 5);
}

}  // namespace
}  // namespace benniu
