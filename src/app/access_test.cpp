#include "app/access.hpp"

#include <gtest/gtest.h>

namespace benniu::app {
namespace {

using model::Power;

model::LedgerDefinition projects() {
    model::LedgerDefinition ledger;
    ledger.name = "项目";
    ledger.reporting = model::Reporting{"单位", {"商务核实岗", "发改核实岗"}};
    return ledger;
}

Acting reporter_of(const std::string& unit) {
    return {.person = 7, .post = "单位填报岗", .unit = unit, .powers = {Power::report}};
}

Acting verifier(std::int64_t person, const std::string& unit) {
    return {.person = person, .post = "商务核实岗", .unit = unit, .powers = {Power::verify}};
}

TEST(Access, NamesWhoActedByPostUnitAndNumber) {
    EXPECT_EQ(reporter_of("东港镇").by(), "单位填报岗@东港镇#7");
    EXPECT_EQ((Acting{.post = "督查考核办公室"}.by()), "督查考核办公室");
    EXPECT_EQ(parse_by("单位填报岗@东港镇#7"), (By{"单位填报岗", "东港镇", 7}));
    EXPECT_EQ(parse_by("督查考核办公室"), (By{"督查考核办公室", "", 0}));
}

TEST(Access, LetsAUnitReportOnlyForItself) {
    EXPECT_TRUE(may_report(reporter_of("东港镇"), projects(), "东港镇"));
    EXPECT_FALSE(may_report(reporter_of("东港镇"), projects(), "天湖镇"));
    EXPECT_FALSE(may_report(reporter_of(""), projects(), ""));
    EXPECT_FALSE(may_report(verifier(8, "东港镇"), projects(), "东港镇"));
}

TEST(Access, ReportsNothingIntoALedgerThatOnlyTheOfficeWrites) {
    EXPECT_FALSE(may_report(reporter_of("东港镇"), model::LedgerDefinition(), "东港镇"));
}

TEST(Access, LetsNobodyJudgeTheirOwn) {
    const By claimed = parse_by("单位填报岗@东港镇#7");
    EXPECT_TRUE(may_judge(verifier(8, "县商务局"), projects(), "东港镇", claimed));
    EXPECT_FALSE(may_judge(verifier(8, "东港镇"), projects(), "东港镇", claimed)) << "own unit";
    EXPECT_FALSE(may_judge(verifier(7, "县商务局"), projects(), "东港镇", claimed)) << "own work";
}

TEST(Access, LetsOnlyTheNamedPostsVerify) {
    Acting other = verifier(8, "县统计局");
    other.post = "统计核实岗";
    EXPECT_FALSE(may_verify(other, projects()));
    EXPECT_FALSE(may_verify(reporter_of("东港镇"), projects()));
}

TEST(Access, ShowsAUnitsClaimsToItselfItsVerifiersAndThoseWhoReadAll) {
    const Acting leader{.person = 9, .post = "县领导", .powers = {Power::read}};
    EXPECT_TRUE(may_see(leader, projects(), "东港镇"));
    EXPECT_TRUE(may_see(verifier(8, "县商务局"), projects(), "东港镇"));
    EXPECT_TRUE(may_see(reporter_of("东港镇"), projects(), "东港镇"));
    EXPECT_FALSE(may_see(reporter_of("天湖镇"), projects(), "东港镇"));
}

TEST(Access, SaysWhichPowerWouldBeNeeded) {
    const auto refused = need(reporter_of("东港镇"), Power::supervise);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error(),
              (Error{"not-allowed", {{"post", "单位填报岗"}, {"power", "supervise"}}}));
}

}  // namespace
}  // namespace benniu::app
