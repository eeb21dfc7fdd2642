#include "intake/cell_value.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/decimal.hpp"
#include "intake/number_format.hpp"

namespace benniu::intake {
namespace {

std::string plain(std::string_view text) {
    return plain_number(text).value_or("none");
}

TEST(PlainNumber, ReadsEveryWayOfWriting) {
    EXPECT_EQ(plain("0"), "0");
    EXPECT_EQ(plain("-0"), "0");
    EXPECT_EQ(plain("007.50"), "7.5");
    EXPECT_EQ(plain(".5"), "0.5");
    EXPECT_EQ(plain("5."), "5");
    EXPECT_EQ(plain("+12"), "12");
    EXPECT_EQ(plain("1E-3"), "0.001");
    EXPECT_EQ(plain("1.2E+5"), "120000");
    EXPECT_EQ(plain("-1.25e2"), "-125");
    EXPECT_EQ(plain("123456789012345"), "123456789012345");
}

TEST(PlainNumber, KeepsFifteenDigits) {
    EXPECT_EQ(plain("7.5999999999999996"), "7.6");
    EXPECT_EQ(plain("0.30000000000000004"), "0.3");
    EXPECT_EQ(plain("1007.1999999999999"), "1007.2");
    EXPECT_EQ(plain("-99.999999999999999"), "-100");
    EXPECT_EQ(plain("0.99999999999999999"), "1");
    EXPECT_EQ(plain("2.1234567890123456"), "2.12345678901235");
    EXPECT_EQ(plain("320123199001011234"), "320123199001011000");
    EXPECT_EQ(plain("5.5511151231257827E-17"), "0.0000000000000000555111512312578");
}

TEST(PlainNumber, RefusesWhatIsNoNumber) {
    for (const char* text : {"", "-", ".", "1.2.3", "1e", "e5", "1e+", "12a", "0x10", "inf", "NaN",
                             "1,000", "1E400", "1E999999999999", "--1", "１２"}) {
        EXPECT_EQ(plain(text), "none") << text;
    }
    EXPECT_EQ(plain("1E-400"), "none");
    EXPECT_EQ(plain("0E999"), "0");
}

RC_GTEST_PROP(PlainNumber, ReadsDecimalsBackExactly, (std::int64_t mantissa)) {
    const auto number = Decimal::of(mantissa % 1'000'000'000'000'000, 6);
    RC_ASSERT(plain(number.to_string()) == number.to_plain_string());
}

std::string day(std::string_view number, Calendar calendar = Calendar::from_1900) {
    const auto found = day_of(number, calendar);
    return !found ? "none" : found->date ? found->date->to_string() : "text " + found->text;
}

TEST(Day, IsCountedAsExcelCounts) {
    EXPECT_EQ(day("1"), "1900-01-01");
    EXPECT_EQ(day("59"), "1900-02-28");
    EXPECT_EQ(day("60"), "text 1900-02-29");
    EXPECT_EQ(day("60.5"), "text 1900-02-29");
    EXPECT_EQ(day("61"), "1900-03-01");
    EXPECT_EQ(day("44469"), "2021-09-30");
    EXPECT_EQ(day("44469.999"), "2021-09-30");
    EXPECT_EQ(day("0", Calendar::from_1904), "1904-01-01");
    EXPECT_EQ(day("60", Calendar::from_1904), "1904-03-01");
}

TEST(Day, IsTextWhereNoDateReaches) {
    EXPECT_EQ(day("2958465"), "text 9999-12-31");
    EXPECT_EQ(day("2957003", Calendar::from_1904), "text 9999-12-31");
}

TEST(Day, IsNoneWhereExcelShowsNone) {
    EXPECT_EQ(day("0.5"), "none");
    EXPECT_EQ(day("-1"), "none");
    EXPECT_EQ(day("-0.5", Calendar::from_1904), "none");
    EXPECT_EQ(day("2958466"), "none");
    EXPECT_EQ(day("99999999999999999999"), "none");
}

TEST(NumberFormat, KnowsTheBuiltInDates) {
    for (const int number : {14, 17, 22, 27, 31, 36, 45, 47, 50, 58}) {
        EXPECT_EQ(built_in_format(number), NumberFormat::date) << number;
    }
    for (const int number : {0, 1, 4, 13, 23, 26, 37, 44, 48, 49, 59, 164, -1}) {
        EXPECT_EQ(built_in_format(number), NumberFormat::plain) << number;
    }
    EXPECT_EQ(built_in_format(9), NumberFormat::percent);
    EXPECT_EQ(built_in_format(10), NumberFormat::percent);
}

TEST(NumberFormat, FindsDateLettersThatMeanSomething) {
    for (const char* code :
         {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy\\年m\\月d\\日", "[$-804]aaaa;@m/d",
          "[DBNum1]e\"年\"m\"月\"", "h:mm", "YYYY/M/D", "[h]:mm:ss", "mmm\\-yy"}) {
        EXPECT_EQ(format_of_code(code), NumberFormat::date) << code;
    }
    for (const char* code : {"General", "GENERAL", "G/通用格式", "0.00E+00", "##0.0e-0",
                             "#,##0.00\"days\"", "0\\d", "[Red]0.00", "[$USD-804]#,##0", "_d0_)",
                             "*d0", "@", "", "\"yyyy", "[yyyy", "0\\", "General\" 年\""}) {
        EXPECT_EQ(format_of_code(code), NumberFormat::plain) << code;
    }
    EXPECT_EQ(format_of_code("0.0%"), NumberFormat::percent);
    EXPECT_EQ(format_of_code("0.0%;[Red]-0.0%"), NumberFormat::percent);
    EXPECT_EQ(format_of_code("0.0\"%\""), NumberFormat::plain);
    EXPECT_EQ(format_of_code("0\\%"), NumberFormat::plain);
}

}  // namespace
}  // namespace benniu::intake
