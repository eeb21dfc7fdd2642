#include "model/entry_check.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "model/credit_code.hpp"

namespace benniu::model {
namespace {

const LedgerDefinition& projects() {
    static const LedgerDefinition definition = [] {
        ReadLedger read = read_ledger(R"(
ledger: 项目
english: Projects
key: [名称]
fields:
  - {name: 名称, english: Name, type: text, when_blank: required}
  - {name: 代码, english: Code, type: credit_code, when_blank: check-digit}
  - {name: 单位, english: Unit, type: unit, when_blank: unknown-unit}
  - {name: 投资, english: Investment, type: money, at_least: above 0, when_blank: out-of-range}
  - {name: 到位, english: Paid in, type: money, at_least: 0, when_blank: out-of-range}
  - {name: 用地, english: Land, type: area}
  - {name: 组别, english: Group, type: choice, choices: [甲, 乙]}
  - {name: 期限, english: Due, type: deadline}
stages:
  names: [签约, 注册, 开工]
  checks: [stage-order, stage-skipped, future-date]
  words: {occurred: 完成日期, reported: 填报日期, verdict: 核实结论, verified: 核实日期, passed: 通过, failed: 不通过, pending: 待核}
)",
                                      "项目.yaml");
        EXPECT_TRUE(read.findings.empty());
        return read.ledger;
    }();
    return definition;
}

Reading reading(const Value& value) {
    return {value, plain_text(value), "", {}};
}

Reading hindered(const std::string& written, const std::string& problem) {
    return {Blank{}, written, problem, {}};
}

std::optional<Reading> day(std::string_view text) {
    const auto date = Date::parse(text);
    return text.empty() ? Reading{}
           : date       ? reading(*date)
                        : hindered(std::string(text), "no-such-date");
}

EntryDraft good() {
    EntryDraft draft = EntryDraft::of(projects());
    draft.fields = {reading(std::string("海工装备")),
                    reading(std::string("91350100M000100Y43")),
                    reading(UnitId{"海口镇"}),
                    reading(Decimal(12000)),
                    reading(Decimal(0)),
                    Reading{},
                    reading(std::string("甲")),
                    Reading{}};
    for (StageReading& stage : draft.stages) {
        stage = {Reading{}, Reading{}, Reading{}, Reading{}};
    }
    return draft;
}

// "列 发现; 列 发现", as a clerk would read it.
std::string found(const EntryDraft& draft) {
    std::string text;
    for (const Problem& problem : check(projects(), draft)) {
        text += (text.empty() ? "" : "; ") + column_name(projects(), problem.column) + " " +
                problem.code + (problem.severity == Severity::warning ? "?" : "");
    }
    return text;
}

std::string found_in_field(std::size_t index, Reading reading) {
    EntryDraft draft = good();
    draft.fields[index] = std::move(reading);
    return found(draft);
}

// "签约 完成/填报, 注册 …": the dates of each stage in turn; "-" for none.
std::string found_in_stages(const std::vector<std::pair<std::string, std::string>>& dates) {
    EntryDraft draft = good();
    for (std::size_t i = 0; i < dates.size(); ++i) {
        draft.stages[i].occurred = day(dates[i].first);
        draft.stages[i].reported = day(dates[i].second);
    }
    return found(draft);
}

TEST(EntryCheck, LetsAGoodEntryIn) {
    EXPECT_EQ(found(good()), "");
}

TEST(EntryCheck, HoldsEachBlankToItsField) {
    EXPECT_EQ(found_in_field(0, {}), "名称 required");
    EXPECT_EQ(found_in_field(1, {}), "代码 check-digit");
    EXPECT_EQ(found_in_field(2, {}), "单位 unknown-unit");
    EXPECT_EQ(found_in_field(3, {}), "投资 out-of-range");
    EXPECT_EQ(found_in_field(5, {}), "");
}

TEST(EntryCheck, HoldsNumbersToTheirBounds) {
    EXPECT_EQ(found_in_field(3, reading(Decimal(0))), "投资 out-of-range");
    EXPECT_EQ(found_in_field(4, reading(Decimal(-1))), "到位 out-of-range");
    EXPECT_EQ(found_in_field(4, reading(Decimal(0))), "");
    EXPECT_EQ(found_in_field(5, reading(Decimal(-1))), "");
}

TEST(EntryCheck, NamesWhatCannotBeReadByTheConditionThatForbidsIt) {
    EXPECT_EQ(found_in_field(3, hindered("若干", "not-a-number")), "投资 out-of-range");
    EXPECT_EQ(found_in_field(3, hindered("#N/A", "formula-error")), "投资 out-of-range");
    EXPECT_EQ(found_in_field(7, hindered("#N/A", "formula-error")), "期限 no-such-date");
    EXPECT_EQ(found_in_field(2, hindered("#N/A", "formula-error")), "单位 unknown-unit");
    EXPECT_EQ(found_in_field(1, hindered("#N/A", "formula-error")), "代码 check-digit");
    EXPECT_EQ(found_in_field(0, hindered("#N/A", "formula-error")), "名称 formula-error");
    EXPECT_EQ(found_in_field(3, hindered("9e99", "number-too-large")), "投资 number-too-large");
}

TEST(EntryCheck, OnlyWarnsOfWhatNoConditionForbids) {
    EXPECT_EQ(found_in_field(5, hindered("若干", "not-a-number")), "用地 not-a-number?");
    EXPECT_FALSE(has_errors(check(projects(), good())));
}

TEST(EntryCheck, SaysNothingOfWhatWasNotAsked) {
    EXPECT_EQ(found(EntryDraft::of(projects())), "");
}

TEST(EntryCheck, AllowsOnlyTheChoices) {
    EXPECT_EQ(found_in_field(6, reading(std::string("丙"))), "组别 unknown-choice");
}

TEST(EntryCheck, TellsTheRightCheckDigit) {
    EntryDraft draft = good();
    draft.fields[1] = reading(std::string("91350100M000100Y44"));
    const auto problems = check(projects(), draft);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].words, (Words{{"example", "91350100M000100Y43"}}));
}

TEST(EntryCheck, ComparesAStageWithTheNearestDatedOneBefore) {
    EXPECT_EQ(found_in_stages({{"2021-09-10", ""}, {"2021-09-10", ""}}), "");
    EXPECT_EQ(found_in_stages({{"2021-09-10", ""}, {"2021-09-09", ""}}),
              "注册·完成日期 stage-order");
    EXPECT_EQ(found_in_stages({{"2021-09-10", ""}, {"", ""}, {"2021-09-09", ""}}),
              "开工·完成日期 stage-order");
    EXPECT_EQ(found_in_stages({{"2021-09-10", ""}, {"2021-09-01", ""}, {"2021-09-05", ""}}),
              "注册·完成日期 stage-order");
}

TEST(EntryCheck, MissesTheFirstStageWhenALaterOneIsTouched) {
    EXPECT_EQ(found_in_stages({{"", "2021-09-10"}}), "");
    EXPECT_EQ(found_in_stages({{"", ""}, {"2021-09-10", ""}}), "签约·完成日期 stage-skipped");
    EXPECT_EQ(found_in_stages({{"2021-09-31", ""}, {"2021-09-10", ""}}),
              "签约·完成日期 no-such-date");
    EntryDraft draft = good();
    draft.stages[2].verdict = reading(false);
    EXPECT_EQ(found(draft), "签约·完成日期 stage-skipped");
}

TEST(EntryCheck, RefusesAStageReportedBeforeItHappened) {
    EXPECT_EQ(found_in_stages({{"2021-09-10", "2021-09-10"}}), "");
    EXPECT_EQ(found_in_stages({{"2021-09-11", "2021-09-10"}}), "签约·完成日期 future-date");
}

TEST(EntryCheck, ListsAllProblemsByColumnAndThenByCode) {
    EXPECT_EQ(found_in_stages({{"2021-09-10", ""}, {"2021-09-09", "2021-09-08"}}),
              "注册·完成日期 future-date; 注册·完成日期 stage-order");
}

TEST(EntryCheck, NamesAnUnreadableDateOfAnyStageColumn) {
    EntryDraft draft = good();
    draft.stages[0].verified = hindered("#REF!", "formula-error");
    draft.stages[0].verdict = hindered("也许", "not-a-verdict");
    EXPECT_EQ(found(draft), "签约·核实结论 not-a-verdict?; 签约·核实日期 no-such-date");
}

TEST(CreditCode, KnowsTheStandardsExample) {
    EXPECT_TRUE(is_credit_code("91350100M000100Y43"));
    EXPECT_FALSE(is_credit_code("91350100M000100Y4"));
    EXPECT_FALSE(is_credit_code("91350100m000100Y43"));
    EXPECT_FALSE(is_credit_code("91350100I000100Y43"));
    EXPECT_FALSE(is_credit_code(""));
}

RC_GTEST_PROP(CreditCode, HasOneRightDigitForEveryBody, (const std::string& text)) {
    const std::string right = right_credit_code(text);
    RC_ASSERT(is_credit_code(right));
    for (const char letter : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
        RC_ASSERT(is_credit_code(right.substr(0, 17) + letter) == (letter == right.back()));
    }
}

}  // namespace
}  // namespace benniu::model
