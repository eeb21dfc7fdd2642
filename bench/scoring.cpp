// A county of 60 units and 2,000 entries under the two methods that ship: folding its log, scoring
// every unit, the standings of both. Medians and minima of runs that take turns, beside the time
// that one pass over the same facts takes. Ends with 1 when scoring both takes longer than the bar.
//
//   scoring [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "method/county_pack.hpp"
#include "standings/print.hpp"
#include "standings/standings.hpp"

namespace {

using namespace std::string_literals;
namespace ledger = benniu::ledger;
namespace model = benniu::model;
using benniu::Date;
using benniu::Decimal;
using Clock = std::chrono::steady_clock;
using Deeds = std::vector<ledger::Deed>;

constexpr int units = 60;
constexpr int entries = 2'000;
constexpr double bar_milliseconds = 100;

// The same county on every machine: a linear congruential sequence (Knuth's MMIX).
class Chance {
  public:
    int below(int bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(bound));
    }
    const std::string& word(const std::vector<std::string>& words) {
        return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    }
    model::Value unit() { return model::UnitId{"单位" + std::to_string(below(units))}; }
    model::Value amount(int bound) { return Decimal::of(1 + below(bound), 0); }
    Date day(const char* from, int days) { return Date::parse(from)->plus_days(below(days)); }

  private:
    std::uint64_t state_ = 2021;
};

class MadeUpCounty {
  public:
    Deeds deeds() {
        for (int i = 0; i < units; ++i) {
            add_unit(i);
        }
        for (int i = units; i < entries; ++i) {
            const int kind = chance_.below(10);
            if (kind < 4) {
                add_project();
            } else if (kind < 6) {
                add_activity();
            } else {
                add_month(kind);
            }
        }
        return std::move(deeds_);
    }

  private:
    ledger::EntryRecorded& open(const std::string& name, std::vector<ledger::FieldValue> fields) {
        const std::string key = std::to_string(deeds_.size());
        deeds_.emplace_back(ledger::EntryRecorded{name, key, std::move(fields), {name, name, 1}});
        return std::get<ledger::EntryRecorded>(deeds_.back());
    }

    void add_unit(int number) {
        const std::vector<std::string> groups = {"园区组", "甲类镇街组", "乙类镇街组", "部门组"};
        open("参评单位", {{"单位名称", "单位" + std::to_string(number)},
                          {"考核组", groups[static_cast<std::size_t>(number) % groups.size()]},
                          {"主导产业一", chance_.word(industries_)},
                          {"主导产业二", chance_.word(industries_)},
                          {"摘榜档次", chance_.word({"一档", "二档", "三档", "未摘榜"})},
                          {"开工目标", chance_.amount(3)},
                          {"龙头目标", chance_.amount(2)}});
    }

    void add_project() {
        const auto host = chance_.unit();
        const ledger::EntryRecorded opened =
            open("招商项目", {{"项目名称", "项目" + std::to_string(deeds_.size())},
                              {"产业链", chance_.word(industries_)},
                              {"是否龙头", chance_.below(3) == 0},
                              {"首报首谈单位", chance_.below(2) == 0 ? host : chance_.unit()},
                              {"落地单位", host},
                              {"首谈方占比", Decimal::of(chance_.below(11), 1)},
                              {"计划总投资", chance_.amount(400'000)},
                              {"固定资产投资", chance_.amount(200'000)},
                              {"设备投资", chance_.amount(100'000)},
                              {"用地", chance_.amount(500)},
                              {"注册资本", chance_.amount(10'000)},
                              {"到位资本", chance_.amount(10'000)},
                              {"合同约定开工日期", chance_.day("2021-10-01", 120)}});
        Date day = chance_.day("2021-08-15", 90);
        for (const char* stage : {"签约", "注册", "开工", "竣工"}) {
            if (chance_.below(4) == 0) {
                return;
            }
            const Date reported = day.plus_days(chance_.below(35));
            deeds_.emplace_back(ledger::StageReported{opened.ledger, opened.entry, stage, day,
                                                      reported, opened.source});
            const auto verdict =
                chance_.below(10) == 0 ? ledger::Verdict::failed : ledger::Verdict::passed;
            deeds_.emplace_back(ledger::StageVerified{opened.ledger, opened.entry, stage, verdict,
                                                      reported.plus_days(chance_.below(10)),
                                                      opened.source});
            day = day.plus_days(chance_.below(40));
        }
    }

    void add_activity() {
        if (chance_.below(5) == 0) {
            open("竞赛月报", {{"单位", chance_.unit()},
                              {"期", chance_.word({"第一期", "第二期", "第三期"})},
                              {"报送日期", chance_.day("2021-10-25", 70)}});
            return;
        }
        open("招商活动",
             {{"单位", chance_.unit()},
              {"类别", chance_.word({"有效线索", "主要领导外出招商", "县领导提请走访", "推介会"})},
              {"日期", chance_.day("2021-09-15", 90)}});
    }

    void add_month(int kind) {
        const auto unit = chance_.unit();
        switch (kind) {
            case 6:
                open("重点工作", {{"牵头单位", unit},
                                  {"权重", chance_.amount(5)},
                                  {"计划完成", chance_.day("2021-10-15", 50)},
                                  {"实际完成", chance_.day("2021-10-15", 60)}});
                break;
            case 7:
                open("经济指标", {{"单位", unit},
                                  {"指标", chance_.word({"工业投资", "财政收入", "社零总额"})},
                                  {"全年目标", chance_.amount(90'000)},
                                  {"去年同期累计", chance_.amount(90'000)},
                                  {"今年累计", chance_.amount(90'000)}});
                break;
            case 8:
                if (chance_.below(4) == 0) {
                    open("征迁计划", {{"单位", unit}, {"计划户数", chance_.amount(9)}});
                } else {
                    open("征迁户", {{"所在单位", unit},
                                    {"签约日期", chance_.day("2021-10-15", 60)},
                                    {"腾空日期", chance_.day("2021-11-01", 60)}});
                }
                break;
            default:
                open("督办事项", {{"承办单位", unit},
                                  {"办结时限", chance_.day("2021-11-01", 40)},
                                  {"办结日期", chance_.day("2021-11-01", 50)},
                                  {"退回次数", Decimal::of(chance_.below(2), 0)}});
        }
    }

    std::vector<std::string> industries_ = {"新能源", "食品", "装备制造", "旅游"};
    Chance chance_;
    Deeds deeds_;
};

class Times {
  public:
    explicit Times(const char* name) : name_(name) {}

    template <typename Work>
    auto measure(const Work& work) {
        const auto start = Clock::now();
        auto result = work();
        const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
        milliseconds_.push_back(taken.count());
        return result;
    }
    [[nodiscard]] double median() const {
        auto sorted = milliseconds_;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
    [[nodiscard]] double least() const {
        return *std::min_element(milliseconds_.begin(), milliseconds_.end());
    }
    void print(double one_pass) const {
        std::printf("  %-44s %8.2f ms (least %8.2f), %6.1f passes\n", name_, median(), least(),
                    median() / one_pass);
    }

  private:
    const char* name_;
    std::vector<double> milliseconds_;
};

// Every item and the veto of every unit.
int scored(benniu::score::Scorer& scorer) {
    int points = 0;
    for (std::size_t unit = 0; unit < scorer.readings().units.size(); ++unit) {
        for (std::size_t item = 0; item < scorer.method().items.size(); ++item) {
            scorer.item(item, unit);
            ++points;
        }
        points += scorer.is_vetoed(unit) ? 1 : 0;
    }
    return points;
}

ledger::MemoryLog& log_of(const Deeds& deeds) {
    static ledger::MemoryLog log;
    if (!log.append({"导入", "县督查办", {}, deeds})) {
        std::fprintf(stderr, "scoring: the log refused the county\n");
        std::exit(1);
    }
    return log;
}

}  // namespace

int main(int count, char** arguments) {
    const int rounds = count > 1 ? std::atoi(arguments[1]) : 21;
    const auto ledgers = benniu::method::testing::county_ledgers();
    const auto library = benniu::method::testing::county_methods().library;
    const Deeds deeds = MadeUpCounty().deeds();
    const ledger::Log& log = log_of(deeds);
    Times pass("one pass over the facts (fold in memory)");
    Times fold("fold from the log's lines");
    Times competition("score competition 2");
    Times monthly("score monthly 2021-11");
    Times tables("standings of both");
    Times both("scored and ranked, both methods");
    std::string printed;
    for (int round = 0; round < rounds; ++round) {
        pass.measure([&] { return ledger::fold(deeds, ledgers, {}); });
        const auto county = std::make_shared<const ledger::County>(
            *fold.measure([&] { return ledger::fold(log, ledgers, {}); }));
        both.measure([&] {
            benniu::score::Scorebook book(library, county);
            competition.measure([&] { return scored(**book.scorer("competition", "2")); });
            monthly.measure([&] { return scored(**book.scorer("monthly", "2021-11")); });
            printed = tables.measure([&] {
                return benniu::standings::print(
                           benniu::standings::from_score(**book.scorer("competition", "2"))) +
                       benniu::standings::print(
                           benniu::standings::from_score(**book.scorer("monthly", "2021-11")));
            });
            return 0;
        });
    }
    std::printf("%d units, %d entries, %zu facts, %d rounds; result %.16s…\n", units, entries,
                deeds.size(), rounds, benniu::sm3(printed).to_string().c_str());
    for (const Times* times : {&pass, &fold, &competition, &monthly, &tables, &both}) {
        times->print(pass.median());
    }
    std::printf("  bar %.0f ms: %.0f %% of it (median)\n", bar_milliseconds,
                100 * both.median() / bar_milliseconds);
    return both.least() > bar_milliseconds ? 1 : 0;
}
