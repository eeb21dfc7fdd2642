// What holds of every county under the two methods that ship: random counties, changed in a way
// that must not matter.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "score/readding_test.hpp"
#include "score/scored_test.hpp"

namespace benniu::score {
namespace {

using method::testing::Deeds;
using method::testing::RandomCounty;
using testing::points;

RandomCounty any_county() {
    return *rc::gen::scale(0.6, method::testing::random_county());
}

// The facts of all entries mixed, each entry's own in their order.
Deeds shuffled(const std::vector<Deeds>& by_entry) {
    std::vector<std::size_t> turns;
    for (std::size_t i = 0; i < by_entry.size(); ++i) {
        turns.insert(turns.end(), by_entry[i].size(), i);
    }
    for (std::size_t i = turns.size(); i > 1; --i) {
        std::swap(turns[i - 1], turns[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    std::vector<std::size_t> next(by_entry.size(), 0);
    Deeds all;
    for (const std::size_t entry : turns) {
        all.push_back(by_entry[entry][next[entry]++]);
    }
    return all;
}

RC_GTEST_PROP(AnyCounty, HasAllItsPoints, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    Scorebook book(method::testing::shipped_pack().methods, county);
    for (const auto& [method, period] : testing::shipped_periods()) {
        Scorer& scorer = **book.scorer(method, period);
        for (std::size_t unit = 0; unit < scorer.readings().units.size(); ++unit) {
            for (std::size_t item = 0; item < scorer.method().items.size(); ++item) {
                RC_ASSERT(std::holds_alternative<Rational>(scorer.item(item, unit)));
            }
        }
    }
}

RC_GTEST_PROP(AnyCounty, HasTheSamePointsInWhateverOrderItsFactsCame, ()) {
    const auto by_entry = facts_by_entry(any_county());
    RC_ASSERT(points(method::testing::county_from(method::testing::joined(by_entry))) ==
              points(method::testing::county_from(shuffled(by_entry))));
}

RC_GTEST_PROP(AnyCounty, HasTheSamePointsWhenEachFactIsSaidAgain, ()) {
    const Deeds once = facts_of(any_county());
    Deeds twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    RC_ASSERT(points(method::testing::county_from(once)) ==
              points(method::testing::county_from(twice)));
}

RC_GTEST_PROP(AnyCounty, HasTheSamePointsWhenABatchIsSentTwice, ()) {
    const Deeds deeds = facts_of(any_county());
    RC_PRE(!deeds.empty());
    ledger::MemoryLog log;
    const ledger::Append batch{"导入 1", "县督查办", {}, deeds};
    RC_ASSERT(log.append(batch).has_value());
    RC_ASSERT(log.append(batch)->repeated);
    const auto& ledgers = method::testing::shipped_pack().ledgers;
    const auto county = std::make_shared<const ledger::County>(*ledger::fold(log, ledgers, {}));
    RC_ASSERT(county->head.last == deeds.size());
    RC_ASSERT(points(county) == points(method::testing::county_from(deeds)));
}

// A larger county: few facts are of the very day of the freeze and change a point.
RC_GTEST_PROP(AnyCounty, IsScoredAsItWasKnownAtTheFreeze, ()) {
    const Deeds deeds = facts_of(*rc::gen::scale(1.5, method::testing::random_county()));
    const auto all = method::testing::county_from(deeds);
    for (const auto& [name, period] : testing::shipped_periods()) {
        const Date freeze =
            method::testing::shipped_pack().methods.find(name)->second->period(period)->freeze;
        for (const int later : {0, *rc::gen::inRange(1, 60)}) {
            const auto known =
                method::testing::county_from(deeds, {.known_on = freeze.plus_days(later)});
            RC_ASSERT(points(known, name, period) == points(all, name, period));
        }
    }
}

// Another unit's facts, for whoever looks on.
Deeds of_nobody(Deeds deeds) {
    for (ledger::Deed& deed : deeds) {
        if (auto* const opened = std::get_if<ledger::EntryRecorded>(&deed)) {
            for (ledger::FieldValue& each : opened->fields) {
                if (std::holds_alternative<model::UnitId>(each.value)) {
                    each.value = model::UnitId{"外县"};
                }
            }
            opened->entry += " 外县";
        } else if (auto* const reported = std::get_if<ledger::StageReported>(&deed)) {
            reported->entry += " 外县";
        } else if (auto* const verified = std::get_if<ledger::StageVerified>(&deed)) {
            verified->entry += " 外县";
        }
    }
    return deeds;
}

RC_GTEST_PROP(AnyCounty, IsUnmovedByFactsOfUnitsThatAreNotItsOwn, ()) {
    const Deeds own = facts_of(any_county());
    RandomCounty others = any_county();
    others.units.clear();
    Deeds all = of_nobody(facts_of(others));
    all.insert(all.end(), own.begin(), own.end());
    RC_ASSERT(points(method::testing::county_from(all)) ==
              points(method::testing::county_from(own)));
}

// What a fact speaks of: an entry's fields, a stage's report, a stage's verification.
std::string subject(const ledger::Deed& deed) {
    const auto words = [&](const auto& each) { return each.ledger + " " + each.entry; };
    if (const auto* const opened = std::get_if<ledger::EntryRecorded>(&deed)) {
        return words(*opened);
    }
    if (const auto* const reported = std::get_if<ledger::StageReported>(&deed)) {
        return words(*reported) + " reported " + reported->stage;
    }
    const auto& verified = std::get<ledger::StageVerified>(deed);
    return words(verified) + " verified " + verified.stage;
}

RC_GTEST_PROP(AnyCounty, IsUnmovedByCorrectionsThatAreTakenBack, ()) {
    const Deeds first = facts_of(any_county());
    const Deeds second = facts_of(any_county());
    std::set<std::string> subjects;
    for (const ledger::Deed& deed : first) {
        subjects.insert(subject(deed));
    }
    Deeds all = first;
    std::copy_if(second.begin(), second.end(), std::back_inserter(all),
                 [&](const ledger::Deed& deed) { return subjects.contains(subject(deed)); });
    RC_CLASSIFY(
        points(method::testing::county_from(all)) != points(method::testing::county_from(first)),
        "the corrections matter");
    all.insert(all.end(), first.begin(), first.end());
    RC_ASSERT(points(method::testing::county_from(all)) ==
              points(method::testing::county_from(first)));
}

// Both sides of every rate of the methods, times `factor`.
Deeds scaled(Deeds deeds, const Decimal& factor) {
    static const std::set<std::string> rates = {
        "固定资产投资", "设备投资", "用地",     "注册资本", "到位资本", "全年目标", "去年同期累计",
        "今年累计",     "全年任务", "累计完成", "应办结",   "按时办结", "权重"};
    for (ledger::Deed& deed : deeds) {
        if (auto* const opened = std::get_if<ledger::EntryRecorded>(&deed)) {
            for (ledger::FieldValue& each : opened->fields) {
                const auto* const number = std::get_if<Decimal>(&each.value);
                if (number != nullptr && rates.contains(each.field)) {
                    each.value = *multiply(*number, factor);
                }
            }
        }
    }
    return deeds;
}

RC_GTEST_PROP(AnyCounty, HasTheSameRatesWhenBothSidesGrow, ()) {
    const Deeds deeds = facts_of(any_county());
    const Decimal factor = Decimal::of(*rc::gen::inRange(1, 2'000), 2);
    RC_ASSERT(points(method::testing::county_from(scaled(deeds, factor))) ==
              points(method::testing::county_from(deeds)));
}

RC_GTEST_PROP(AnyCounty, ExplainsEachPublishedValueByWhatAddsUpToIt, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    Scorebook book(method::testing::shipped_pack().methods, county);
    const auto [method, period] = *rc::gen::elementOf(testing::shipped_periods());
    Scorer& scorer = **book.scorer(method, period);
    const testing::Readding readding(scorer.method());
    scorer.set_ranks([](indicators::Context, std::size_t) { return Quantity(Rational(1)); });
    RC_PRE(!scorer.readings().units.empty());
    const auto unit = *rc::gen::inRange<std::size_t>(0, scorer.readings().units.size());
    for (const method::Column& column : scorer.method().columns) {
        Step step;
        if (column.body) {
            const Quantity value = scorer.value(*column.body, unit, &step);
            RC_ASSERT(readding.contradiction(step) == "");
            RC_ASSERT(value == step.value);
            RC_ASSERT(value == scorer.value(*column.body, unit));
        }
    }
}

}  // namespace
}  // namespace benniu::score
