#include "intake/profile.hpp"

#include <gtest/gtest.h>

#include "intake/text_tables_test.hpp"

namespace benniu::intake {
namespace {

const std::string words = R"(
words: 通用词
subtotals: [小计]
notes: [注]
"yes": [是]
"no": [否]
passed: [通过]
failed: [不通过]
pending: [待核]
measures: [万元]
about_form: [填表]
)";

// The findings of one profile beside sound words: "line code value nearest".
std::string told(const std::string& yaml) {
    const std::vector<ProfileText> texts = {{"词.yaml", words}, {"表.yaml", yaml}};
    std::string told;
    for (const Finding& finding : read_profiles(texts, county_pack().definitions).findings) {
        told += (told.empty() ? "" : "; ") + std::to_string(finding.place.line) + " " +
                finding.code + (finding.value.empty() ? "" : " " + finding.value);
        for (const auto& [name, word] : finding.words) {
            told += name == "nearest" || name == "member" ? " " + word : "";
        }
    }
    return told;
}

TEST(Profile, ReadsTheCountysPack) {
    const Profiles& profiles = county_pack().profiles;
    EXPECT_EQ(profiles.sheets.size(), 15U);
    EXPECT_EQ(profiles.maps.size(), 3U);
    EXPECT_TRUE(profiles.words.subtotals.contains("合计"));
}

TEST(Profile, NamesEveryWordThatIsNotKnown) {
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划表\nmust_have: []\ncolumns: {}\n"),
              "2 unknown-ledger 征迁计划表 征迁计划");
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\nmust_have: [单位]\ncolumns:\n"
                   "  单位: [单位]\n  计划户: [计划户数]\n"),
              "6 unknown-field 计划户 计划户数");
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\nmust_have: [单位名]\ncolumns:\n  单位: [单位]\n"),
              "3 unknown-field 单位名 单位");
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\nmust_have: [单位]\ncolumns: {单位: [单位]}\n"
                   "ignore: [序号]\n"),
              "5 unknown-member ignore ignored");
    EXPECT_EQ(told("sheet: 月\ninto: 信访办结\nmust_have: [单位]\ncolumns: {单位: [单位]}\n"
                   "month_from_title: 截止月份\n"),
              "5 unknown-field 截止月份 截至月份");
}

TEST(Profile, NamesWhatIsMissingOrOfAnotherKind) {
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\n"),
              "1 missing-member columns; 1 missing-member must_have");
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\nmust_have: 单位\ncolumns: {单位: 单位}\n"),
              "4 not-a-list 单位; 3 not-a-list must_have");
    EXPECT_EQ(told("sheet: 计划\ninto: 征迁计划\nmust_have: []\ncolumns: [单位]\n"),
              "4 not-a-mapping");
    EXPECT_EQ(told("- 计划\n"), "1 not-a-mapping");
    EXPECT_EQ(told("into: 征迁计划表\n"),
              "1 missing-member sheet; 1 unknown-ledger 征迁计划表 征迁计划");
    EXPECT_EQ(told("sheet: [\n"), "2 bad-yaml");
}

TEST(Profile, LetsAWordFillOneField) {
    EXPECT_EQ(
        told("sheet: 计划\ninto: 征迁计划\nmust_have: [单位]\ncolumns:\n  单位: [单位, 单位]\n"
             "  计划户数: [户数, 单 位]\n"),
        "6 word-twice 单 位");
}

TEST(Profile, KeepsShapesForMaps) {
    EXPECT_EQ(told("sheet: 户\ninto: 征迁户\nmust_have: []\ncolumns: {地块: [地块]}\n"),
              "4 shape-in-column 地块");
    EXPECT_EQ(told("map: 户\ninto: 征迁户\nproperty: id\nfield: 户编号\nshape: 项目\n"),
              "5 not-a-shape 项目");
    EXPECT_EQ(told("map: 户\ninto: 征迁户\nproperty: id\nfield: 户号\nshape: 地块\n"),
              "4 unknown-field 户号 户编号");
}

TEST(Profile, NeedsTheCommonWords) {
    const auto read = read_profiles({}, county_pack().definitions);
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].code, "no-common-words");
}

}  // namespace
}  // namespace benniu::intake
