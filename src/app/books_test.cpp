// What a question is answered from: which facts, under which rules.
#include "app/small_county_test.hpp"
#include "app/verify_county.hpp"

namespace benniu::app {
namespace {

class Answers : public testing::SmallCounty {};

TEST_F(Answers, OfAnOpenMonthFollowLedgerAndPack) {
    EXPECT_EQ(table(books_), "1 西镇 5; 2 东镇 3");
    record({points("c", "东镇", 4)});
    EXPECT_EQ(table(books_), "1 东镇 7; 2 西镇 5");
    const Pack doubled = with("methods/monthly.md", "sum(分", "sum(2 * 分");
    Books later(log_, doubled, keep_);
    EXPECT_EQ(table(later), "1 东镇 14; 2 西镇 10");
}

TEST_F(Answers, OfAClosedMonthDoNotMoveWhateverIsRecorded) {
    close();
    record({points("c", "东镇", 4)});
    EXPECT_EQ(table(books_), "1 西镇 5; 2 东镇 3");
    EXPECT_TRUE(books_.answer({"monthly", "2021-11", {}, {}, {}})->is_sealed);
}

TEST_F(Answers, OfAClosedMonthDoNotMoveWhateverIsWrittenIntoThePack) {
    close();
    const std::vector<std::pair<std::string, std::string>> changes = {
        {"sum(分", "sum(2 * 分"},
        {"2021-11 2021-11-01 .. 2021-11-30 freeze 2021-12-04",
         "2021-12 2021-12-01 .. 2021-12-31 freeze 2022-01-04"}};
    for (const auto& [from, to] : changes) {
        const Pack changed = with("methods/monthly.md", from, to);
        Books later(log_, changed, keep_);
        EXPECT_EQ(table(later), "1 西镇 5; 2 东镇 3") << to;
        EXPECT_TRUE(verify_county(log_, keep_, later)->findings.empty());
    }
    const Pack other_fields = with("ledgers/得分.yaml", "name: 分,", "name: 分值,");
    Books later(log_, other_fields, keep_);
    EXPECT_EQ(table(later), "1 西镇 5; 2 东镇 3");
}

TEST_F(Answers, AsOfADayAreAboutWhatWasKnownThenAndNotTheSeal) {
    record({points("c", "东镇", 4, "2021-11-20")});
    close();
    const auto day = [](const char* text) {
        return Ask{"monthly", "2021-11", *Date::parse(text), {}, {}};
    };
    EXPECT_EQ(table(books_, day("2021-11-19")), "1 西镇 5; 2 东镇 3");
    EXPECT_EQ(table(books_, day("2021-11-20")), "1 东镇 7; 2 西镇 5");
    EXPECT_FALSE(books_.answer(day("2021-11-20"))->is_sealed);
}

TEST_F(Answers, SayWhenTheKeepLostTheRules) {
    close();
    const Pack doubled = with("methods/monthly.md", "sum(分", "sum(2 * 分");
    const ledger::MemoryKeep empty;
    Books later(log_, doubled, empty);
    EXPECT_EQ(table(later), "kept-file-missing");
    EXPECT_EQ(verify_county(log_, empty, books_).error().code, "kept-file-missing");
}

class Closing : public testing::SmallCounty {};

TEST_F(Closing, NamesTheRulesAndKeepsThem) {
    close();
    EXPECT_EQ(close_period(books_, keep_, "2021-11").error().code, "already-closed");
    const auto county = books_.newest();
    ASSERT_EQ((*county)->closings.size(), 1U);
    EXPECT_EQ((*county)->closings[0].closed.rules, books_.rules_of_pack());
    EXPECT_TRUE((*county)->rules.contains(books_.rules_of_pack()));
}

TEST_F(Closing, IsRefusedUnderRulesWithAnError) {
    const Pack broken = with("methods/monthly.md", "rank by F", "rank by G");
    Books books(log_, broken, keep_);
    EXPECT_EQ(close_period(books, keep_, "2021-11").error().code, "rules-have-errors");
    EXPECT_EQ(close_period(books_, keep_, "2021-13").error().code, "bad-month");
    EXPECT_EQ(close_period(books_, keep_, "2021-10").error().code, "period-has-no-method");
}

TEST_F(Closing, ThatIsForgedIsNotReproduced) {
    auto closing = close_period(books_, keep_, "2021-11");
    auto& closed = std::get<ledger::PeriodClosed>(closing->deeds.back());
    closed.results[0].result = sm3("a better table");
    record(closing->deeds);
    const auto verified = verify_county(log_, keep_, books_);
    ASSERT_EQ(verified->findings.size(), 1U);
    EXPECT_EQ(verified->findings[0].code, "seal-not-reproduced");
    EXPECT_EQ(verified->findings[0].value, "monthly 2021-11");
}

}  // namespace
}  // namespace benniu::app
