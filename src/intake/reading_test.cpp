#include "intake/reading.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "intake/text_tables_test.hpp"
#include "intake/written_date.hpp"

namespace benniu::intake {
namespace {

const model::Units& units() {
    static const model::Units known = [] {
        model::Units listed;
        listed.add({{"城东街道"}, "甲类镇街组", {{"城东街道", {}, {}}, {"城东街道办", {}, {}}}});
        listed.add({{"县工业园"}, "园区组", {{"县工业园", {}, {}}}});
        return listed;
    }();
    return known;
}

// The value with its tag, or the problem with its example.
std::string told(const model::Reading& reading) {
    if (reading.problem.empty()) {
        return model::tagged_text(reading.value);
    }
    std::string text = reading.problem;
    for (const auto& [name, word] : reading.words) {
        text += " " + word;
    }
    return text;
}

std::string read_as(model::FieldType type, const std::string& written,
                    const std::string& measure = "") {
    model::Field field;
    field.type = type;
    const ReadingContext context{units(), county_pack().profiles.words};
    return told(read_cell(cell_of(written, 1), field, measure, context));
}

// "written → value" by line, as read by `read`.
template <typename Read>
void expect_lines(const std::string& lines, Read read) {
    std::istringstream stream(lines);
    for (std::string line; std::getline(stream, line);) {
        const auto parts = split(line, "→");
        if (parts.size() == 2) {
            EXPECT_EQ(read(parts[0]), parts[1]) << line;
        }
    }
}

TEST(Reading, TakesDatesAsPeopleWriteThem) {
    expect_lines(
        R"(
        @2021-09-08 → d:2021-09-08
        2021-9-8 → d:2021-09-08
        2021/09/08 → d:2021-09-08
        2021.9.8 → d:2021-09-08
        2021年9月8日 → d:2021-09-08
        2021年9月8号 → d:2021-09-08
        2021 年 9 月 8 日 → d:2021-09-08
        ２０２１．９．８ → d:2021-09-08
        2021-9-8 10:30 → d:2021-09-08
        2021-09-08T10:30:00 → d:2021-09-08
        2021年9月8日 上午9:05 → d:2021-09-08
        20210908 → d:2021-09-08
        =20210908 → d:2021-09-08
        =44447 → d:2021-09-08
        44447 → d:2021-09-08)",
        [](const std::string& written) { return read_as(model::FieldType::date, written); });
}

TEST(Reading, SaysWhichDayThereWouldBe) {
    expect_lines(
        R"(
        2021-9-31 → no-such-date 2021-09-30
        2021-2-29 → no-such-date 2021-02-28
        2020-2-30 → no-such-date 2020-02-29
        ２０２１年２月３０日 → no-such-date 2021-02-28
        20210931 → no-such-date 2021-09-30
        2021.13.5 → no-such-date 2021-9-8
        2021-11-00 → no-such-date 2021-9-8
        2021-9.8 → no-such-date 2021-9-8
        2021年9月 → no-such-date 2021-9-8
        21-9-8 → no-such-date 2021-9-8
        2021-9-8至9-10 → no-such-date 2021-9-8
        待定 → no-such-date 2021-9-8
        =3.5 → no-such-date 2021-9-8
        =12345 → no-such-date 2021-9-8
        !#VALUE! → formula-error #VALUE!)",
        [](const std::string& written) { return read_as(model::FieldType::date, written); });
}

TEST(Reading, TakesAmountsInTenThousands) {
    expect_lines(
        R"(
        =12000 → n:12000
        245,300 → n:245300
        ２４５，３００ → n:245300
        19 278.1 → n:19278.1
        4.55亿元 → n:45500
        98.5亿 → n:985000
        6100万元 → n:6100
        ６１００万元 → n:6100
        6,100 万 → n:6100
        5000000元 → n:500
        1元 → n:0.0001
        −5 → n:-5
        －５０００ → n:-5000
        约3亿元 → not-a-number
        亿元 → not-a-number
        @2021-09-08 → not-a-number
        99999999999999999999 → number-too-large
        999999999999999999亿元 → number-too-large
        =? → formula-not-calculated)",
        [](const std::string& written) { return read_as(model::FieldType::money, written); });
}

TEST(Reading, TakesTheHeadersMeasureForBareAmounts) {
    EXPECT_EQ(read_as(model::FieldType::money, "=4.55", "亿元"), "n:45500");
    EXPECT_EQ(read_as(model::FieldType::money, "6100万元", "亿元"), "n:6100");
    EXPECT_EQ(read_as(model::FieldType::money, "=6100", "户"), "n:6100");
    EXPECT_EQ(read_as(model::FieldType::number, "=4.55", "亿元"), "n:4.55");
}

TEST(Reading, TakesPercentagesAsShares) {
    expect_lines(
        R"(
        =70 → n:0.7
        70 → n:0.7
        70% → n:0.7
        ７０％ → n:0.7
        =0.7% → n:0.7
        297.1 → n:2.971
        七成 → not-a-number)",
        [](const std::string& written) { return read_as(model::FieldType::percent, written); });
}

TEST(Reading, TakesNumbersAndAreas) {
    EXPECT_EQ(read_as(model::FieldType::count, "1,024"), "n:1024");
    EXPECT_EQ(read_as(model::FieldType::count, "两起"), "not-a-number");
    EXPECT_EQ(read_as(model::FieldType::number, "=0.1"), "n:0.1");
    EXPECT_EQ(read_as(model::FieldType::area, "120亩"), "n:120");
}

TEST(Reading, KnowsUnitsByAnyOfTheirNames) {
    EXPECT_EQ(read_as(model::FieldType::unit, "　城东街道办 "), "u:城东街道");
    EXPECT_EQ(read_as(model::FieldType::unit, "城东街办"), "unknown-unit 城东街道");
    EXPECT_EQ(read_as(model::FieldType::unit, "外省"), "unknown-unit ");
}

TEST(Reading, TakesOnlyTheWordsForYes) {
    EXPECT_EQ(read_as(model::FieldType::yes_no, "是"), "b:yes");
    EXPECT_EQ(read_as(model::FieldType::yes_no, "否"), "b:no");
    EXPECT_EQ(read_as(model::FieldType::yes_no, ""), "-");
    EXPECT_EQ(read_as(model::FieldType::yes_no, "√"), "not-yes-or-no");
}

TEST(Reading, TakesMonthsAndTexts) {
    EXPECT_EQ(read_as(model::FieldType::month, "2021年11月"), "m:2021-11");
    EXPECT_EQ(read_as(model::FieldType::month, "2021.11"), "m:2021-11");
    EXPECT_EQ(read_as(model::FieldType::month, "@2021-11-30"), "m:2021-11");
    EXPECT_EQ(read_as(model::FieldType::month, "11月"), "no-such-date 2021-11");
    EXPECT_EQ(read_as(model::FieldType::text, "　海工（一期） "), "t:海工(一期)");
    EXPECT_EQ(read_as(model::FieldType::text, "=12"), "t:12");
    EXPECT_EQ(read_as(model::FieldType::text, std::string(70'000, 'x')).substr(0, 13),
              "text-too-long");
}

TEST(Reading, TakesVerdictsByWordOrSign) {
    expect_lines(R"(
        √ → b:yes
        通过 → b:yes
        × → b:no
        不通过 → b:no
        待核 → -
        也许 → not-a-verdict)",
                 [](const std::string& written) {
                     return told(read_verdict(cell_of(written, 1), county_pack().profiles.words));
                 });
    EXPECT_EQ(told(read_verdict(Cell{}, county_pack().profiles.words)), "-");
}

RC_GTEST_PROP(Reading, ReadsEveryDayInEveryForm, ()) {
    const Date day = Date::from_days(*rc::gen::inRange(10'957, 40'000));
    const std::string y = std::to_string(day.year());
    const std::string m = std::to_string(day.month());
    const std::string d = std::to_string(day.day());
    for (const std::string& text :
         {y + "-" + m + "-" + d, y + "/" + m + "/" + d, y + "." + m + "." + d,
          y + "年" + m + "月" + d + "日", day.to_string()}) {
        RC_ASSERT(written_date(text) == day);
    }
    RC_ASSERT(serial_date(std::to_string(day.days_since_1970() + 25'569)) == day);
}

RC_GTEST_PROP(Reading, EndsOnAnyText, (const std::string& text)) {
    (void)written_date(text);
    (void)written_month(text);
    (void)example_date(text);
    (void)read_as(model::FieldType::money, "x" + text);
}

}  // namespace
}  // namespace benniu::intake
