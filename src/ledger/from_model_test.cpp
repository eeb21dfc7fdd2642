#include "ledger/from_model.hpp"

#include <gtest/gtest.h>

namespace benniu::ledger {
namespace {

const std::shared_ptr<const model::LedgerDefinition>& visits() {
    static const auto definition = [] {
        model::LedgerDefinition ledger;
        ledger.name = "走访";
        ledger.key = {"名称"};
        ledger.fields.resize(2);
        ledger.fields[0].name = "名称";
        ledger.fields[1].name = "户数";
        ledger.stages = {"签约", "开工"};
        return std::make_shared<const model::LedgerDefinition>(ledger);
    }();
    return definition;
}

model::Reading reading(const model::Value& value) {
    return {value, model::plain_text(value), "", {}};
}

model::EntryDraft draft() {
    auto draft = model::EntryDraft::of(*visits());
    draft.fields = {reading(std::string("甲")), reading(Decimal(3))};
    draft.stages[0] = {reading(*Date::parse("2021-09-23")), reading(*Date::parse("2021-09-24")),
                       reading(true), reading(*Date::parse("2021-10-01"))};
    draft.stages[1] = {model::Reading{}, model::Reading{}, model::Reading{}, model::Reading{}};
    return draft;
}

const Source source{"走访.xlsx", "表", 4};

std::vector<Deed> proposed(const model::EntryDraft& draft, const Entry* existing) {
    return proposed_deeds({*visits(), draft, "甲", existing, source});
}

Entry folded(const std::vector<Deed>& deeds) {
    return fold(deeds, {visits()}, {}).ledgers.at("走访").entries.at(0);
}

TEST(FromModel, RecordsANewEntryWithWhatIsFilled) {
    const std::vector<Deed> expected = {
        EntryRecorded{"走访", "甲", {{"名称", std::string("甲")}, {"户数", Decimal(3)}}, source},
        StageReported{"走访", "甲", "签约", Date::parse("2021-09-23"), Date::parse("2021-09-24"),
                      source},
        StageVerified{"走访", "甲", "签约", Verdict::passed, Date::parse("2021-10-01"), source}};
    EXPECT_EQ(proposed(draft(), nullptr), expected);
}

TEST(FromModel, RecordsNothingTwice) {
    const Entry entry = folded(proposed(draft(), nullptr));
    EXPECT_TRUE(proposed(draft(), &entry).empty());
}

TEST(FromModel, FollowsWithWhatDiffers) {
    const Entry entry = folded(proposed(draft(), nullptr));
    auto later = draft();
    later.fields[1] = model::Reading{};
    later.stages[0].verdict = reading(false);
    later.stages[1].occurred = reading(*Date::parse("2021-11-01"));
    const std::vector<Deed> expected = {
        EntryRecorded{"走访", "甲", {{"户数", model::Blank{}}}, source},
        StageVerified{"走访", "甲", "签约", Verdict::failed, Date::parse("2021-10-01"), source},
        StageReported{"走访", "甲", "开工", Date::parse("2021-11-01"), std::nullopt, source}};
    EXPECT_EQ(proposed(later, &entry), expected);
}

TEST(FromModel, LeavesAloneWhatWasNotAsked) {
    const Entry entry = folded(proposed(draft(), nullptr));
    auto later = model::EntryDraft::of(*visits());
    EXPECT_TRUE(proposed(later, &entry).empty());
    later.stages[0].reported = reading(*Date::parse("2021-09-30"));
    const std::vector<Deed> expected = {StageReported{
        "走访", "甲", "签约", Date::parse("2021-09-23"), Date::parse("2021-09-30"), source}};
    EXPECT_EQ(proposed(later, &entry), expected);
}

}  // namespace
}  // namespace benniu::ledger
