#include "ledger/log.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace benniu::ledger {
namespace {

Append three_facts(const std::string& key) {
    const Source source{"02 项目.xlsx", "海口镇", 7};
    return {
        key,
        "县督查办",
        *Instant::parse("2021-12-05T08:30:00Z"),
        {EntryRecorded{"招商项目",
                       "P1",
                       {{"计划总投资", *Decimal::parse("19.1")},
                        {"落地单位", model::UnitId{"海口镇"}},
                        {"是否龙头", true},
                        {"备注", std::string("“引号”\n换行")},
                        {"退出日期", model::Blank{}}},
                       source},
         StageReported{"招商项目", "P1", "签约", Date::of(2021, 9, 23), std::nullopt, source},
         StageVerified{"招商项目", "P1", "签约", Verdict::failed, Date::of(2021, 10, 1), source}}};
}

TEST(Fact, ReadsWhatItWrites) {
    const Digest digest = sm3("x");
    std::vector<Deed> deeds = three_facts("k").deeds;
    deeds.emplace_back(CountyFounded{"望海县", "county"});
    deeds.emplace_back(
        PeriodClosed{"2021-11", 12, digest, {{"monthly", "2021-11", digest, digest}}});
    deeds.emplace_back(RulesKept{{{"methods/monthly.md", digest}, {"ledgers/项目.yaml", {}}}});
    deeds.emplace_back(BulletinIssued{2021, 3, "2021-11", 12, digest, digest, {}, 2});
    for (const Deed& deed : deeds) {
        EXPECT_EQ(parse_line(canonical_line(deed)), deed) << canonical_line(deed);
    }
}

// Persisted: the chain hashes these bytes. A change here is a change of the format.
TEST(Fact, IsWrittenSoAndNotOtherwise) {
    EXPECT_EQ(
        canonical_line(three_facts("k").deeds[0]),
        R"({"deed":"entry_recorded","ledger":"招商项目","entry":"P1","fields":[)"
        R"(["计划总投资","n:19.1"],["落地单位","u:海口镇"],["是否龙头","b:yes"],)"
        R"(["备注","t:“引号”\n换行"],["退出日期","-"]],"source":["02 项目.xlsx","海口镇",7]})");
    const std::string zeros(64, '0');
    EXPECT_EQ(canonical_line(PeriodClosed{"2021-11", 12, {}, {}}),
              R"({"deed":"period_closed","period":"2021-11","cut":12,"rules":")" + zeros +
                  R"(","results":[]})");
    EXPECT_EQ(canonical_line(RulesKept{{{"methods/monthly.md", {}}}}),
              R"({"deed":"rules_kept","files":[["methods/monthly.md",")" + zeros + R"("]]})");
    EXPECT_EQ(canonical_line(CountyFounded{std::string("\0\x1f\x7f\"\\/\b\f\n\r\t", 11), ""}),
              "{\"deed\":\"county_founded\",\"name\":"
              "\"\\u0000\\u001f\x7f\\\"\\\\/\\b\\f\\n\\r\\t\",\"pack\":\"\"}");
    EXPECT_EQ(canonical_header({3, "k", "县督查办", {}, 7, 2}),
              R"({"batch":3,"key":"k","by":"县督查办","recorded":"1970-01-01T00:00:00Z",)"
              R"("first":7,"facts":2})");
}

TEST(Fact, RefusesEveryLineThatItWouldNotWrite) {
    const std::string line = canonical_line(CountyFounded{"望海县", "county"});
    EXPECT_FALSE(parse_line(" " + line));
    EXPECT_FALSE(parse_line(line + " "));
    EXPECT_FALSE(parse_line(R"({"deed":"unheard_of"})"));
    EXPECT_FALSE(parse_line("nothing"));
    EXPECT_FALSE(parse_line(""));
}

TEST(Log, NumbersFactsWithoutAGap) {
    MemoryLog log;
    EXPECT_EQ(log.append(three_facts("a"))->last, 3U);
    const Receipt second = *log.append(three_facts("b"));
    EXPECT_EQ(second.first, 4U);
    EXPECT_EQ(second.batch, 2U);
    EXPECT_EQ(verify(log)->digest, second.digest);
}

// The example of docs/formats/ledger.md, recomputed there with another program.
TEST(Log, HashesAsItsFormatSays) {
    MemoryLog log;
    const Append append{"upload-17",
                        "县督查办",
                        *Instant::parse("2021-12-05T08:30:00Z"),
                        {StageReported{"招商项目",
                                       "P1",
                                       "签约",
                                       Date::of(2021, 9, 23),
                                       std::nullopt,
                                       {"02 项目.xlsx", "海口镇", 7}}}};
    EXPECT_EQ(log.append(append)->digest.to_string(),
              "fabf3035418d0b0de3a7b91c97f84b788275657da9f54d27170e2087870fd8d9");
}

TEST(Log, TakesTheSameKeyOnce) {
    MemoryLog log;
    const Receipt first = *log.append(three_facts("a"));
    const Receipt again = *log.append(three_facts("a"));
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.digest, first.digest);
    EXPECT_EQ(log.head()->last, 3U);
}

TEST(Log, RefusesWhatItCouldNotReadBack) {
    MemoryLog log;
    const Source source{"02 项目.xlsx", "海口镇", 7};
    const Deed no_text = CountyFounded{"\xFF", "county"};
    const Deed no_day =
        StageReported{"招商项目", "P1", "签约", Date::from_days(200'000), std::nullopt, source};
    for (const Deed& deed : {no_text, no_day}) {
        EXPECT_EQ(log.append({"k", "县督查办", {}, {deed}}).error().code, "bad-fact");
    }
    Append append = three_facts("k");
    append.by = "\xFF";
    EXPECT_EQ(log.append(append).error().code, "bad-batch");
    EXPECT_EQ(log.head(), Receipt{});
    EXPECT_TRUE(log.append(three_facts("k")));
    EXPECT_TRUE(verify(log));
}

TEST(Log, RefusesAnEmptyBatch) {
    MemoryLog log;
    EXPECT_EQ(log.append({"k", "by", {}, {}}).error().code, "empty-batch");
}

// A log whose one byte was changed by hand.
class TamperedLog : public MemoryLog {
  public:
    TamperedLog(std::size_t byte, unsigned char change) : byte_(byte), change_(change) {}

    [[nodiscard]] Result<void> read(
        std::uint64_t after,
        const std::function<Result<void>(const StoredBatch&)>& take) const override {
        std::size_t at = 0;
        return MemoryLog::read(after, [&](const StoredBatch& stored) {
            StoredBatch batch = stored;
            tamper(batch.header, at);
            for (std::string& line : batch.lines) {
                tamper(line, at);
            }
            for (unsigned char& byte : batch.digest.bytes) {
                byte = at++ == byte_ ? static_cast<unsigned char>(byte ^ change_) : byte;
            }
            return take(batch);
        });
    }

  private:
    void tamper(std::string& text, std::size_t& at) const {
        for (char& letter : text) {
            letter = at++ == byte_ ? static_cast<char>(letter ^ change_) : letter;
        }
    }

    std::size_t byte_;
    unsigned char change_;
};

RC_GTEST_PROP(Log, NoticesAnyChangedByte, ()) {
    const auto change = static_cast<unsigned char>(*rc::gen::inRange(1, 256));
    TamperedLog log(*rc::gen::inRange<std::size_t>(0, 1'000), change);
    for (const char* key : {"a", "b"}) {
        RC_ASSERT(log.append(three_facts(key)).has_value());
    }
    const auto checked = verify(log);
    RC_ASSERT(!checked.has_value());
    RC_ASSERT(checked.error().words.at(0).first == "batch");
}

}  // namespace
}  // namespace benniu::ledger
