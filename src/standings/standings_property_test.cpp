// What holds of the standings of every county under the two methods that ship.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "standings/placed_test.hpp"

namespace benniu::standings {
namespace {

using method::testing::Deeds;
using method::testing::RandomCounty;
using score::testing::CountyPtr;

class Ranked {
  public:
    Ranked(const CountyPtr& county, const std::string& method, const std::string& period)
        : book_(method::testing::shipped_pack().methods, county),
          standings_(from_score(**book_.scorer(method, period))) {}

    [[nodiscard]] const Standings& standings() const { return standings_; }
    [[nodiscard]] Rational number(const Row& row, const std::string& column) const {
        const auto& columns = standings_.method->columns;
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const auto& each) { return each.name == column; });
        return std::get<Rational>(
            row.cells.at(static_cast<std::size_t>(found - columns.begin())).exact);
    }
    [[nodiscard]] std::vector<const Row*> rows_of(const std::string& group) const {
        std::vector<const Row*> rows;
        for (const Row& row : standings_.rows) {
            if (row.group == group) {
                rows.push_back(&row);
            }
        }
        return rows;
    }

  private:
    score::Scorebook book_;
    Standings standings_;
};

// Few projects among several units, so that some are level.
RandomCounty any_county() {
    return *rc::gen::scale(0.5, method::testing::random_county());
}

std::string total_of(const std::string& method) {
    return method == "competition" ? "F" : "total";
}

// Not vetoed before vetoed, then the greater total (第十五条).
bool is_ahead(const Ranked& ranked, const std::string& total, const Row& a, const Row& b) {
    if (a.is_vetoed != b.is_vetoed) {
        return b.is_vetoed;
    }
    return ranked.number(a, total) > ranked.number(b, total);
}

RC_GTEST_PROP(StandingsOfAnyCounty, RankOneBehindAllWhoAreAhead, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    bool has_tie = false;
    for (const auto& [method, period] : score::testing::shipped_periods()) {
        const Ranked ranked(county, method, period);
        const std::string total = total_of(method);
        for (const Row& row : ranked.standings().rows) {
            const auto rows = ranked.rows_of(row.group);
            const auto ahead = std::count_if(rows.begin(), rows.end(), [&](const Row* other) {
                return is_ahead(ranked, total, *other, row);
            });
            RC_ASSERT(row.rank == ahead + 1);
            has_tie = has_tie || std::count_if(rows.begin(), rows.end(), [&](const Row* other) {
                                     return other->rank == row.rank;
                                 }) > 1;
        }
    }
    RC_CLASSIFY(has_tie, "with a tie");
}

RC_GTEST_PROP(StandingsOfAnyCounty, NameEachUnitOfTheGroupsOnceInOrder, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    for (const auto& [method, period] : score::testing::shipped_periods()) {
        const Ranked ranked(county, method, period);
        const auto& groups = ranked.standings().method->groups;
        const auto place = [&](const Row& row) {
            const auto group = std::find(groups.begin(), groups.end(), row.group);
            return std::tuple(group - groups.begin(), row.rank, std::string_view(row.name));
        };
        const auto& rows = ranked.standings().rows;
        RC_ASSERT(std::is_sorted(rows.begin(), rows.end(),
                                 [&](const Row& a, const Row& b) { return place(a) < place(b); }));
        std::set<std::string> named;
        for (const Row& row : rows) {
            RC_ASSERT(named.insert(row.name).second);
        }
        for (const model::Unit& unit : county->units.all()) {
            const bool is_ranked =
                std::find(groups.begin(), groups.end(), unit.group) != groups.end();
            RC_ASSERT(named.contains(unit.id.name) == is_ranked);
        }
    }
}

// At least as good in each item of 第三条, and not vetoed where the other is not.
bool dominates(const Ranked& ranked, const Row& better, const Row& worse) {
    constexpr std::array<const char*, 5> items = {"N", "Q", "P", "W", "bonus"};
    return better.is_vetoed <= worse.is_vetoed &&
           ranked.number(better, "deduct") <= ranked.number(worse, "deduct") &&
           std::all_of(items.begin(), items.end(), [&](const char* item) {
               return ranked.number(better, item) >= ranked.number(worse, item);
           });
}

RC_GTEST_PROP(StandingsOfAnyCounty, PutNoUnitBelowOneThatItEqualsOrBeatsInEachItem, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    const Ranked ranked(county, "competition", *rc::gen::element<std::string>("1", "2", "3"));
    int compared = 0;
    for (const Row& better : ranked.standings().rows) {
        for (const Row* worse : ranked.rows_of(better.group)) {
            const bool is_better = dominates(ranked, better, *worse);
            compared += is_better && &better != worse ? 1 : 0;
            RC_ASSERT(!is_better || better.rank <= worse->rank);
        }
    }
    RC_CLASSIFY(compared > 0, "with a dominated unit");
}

using Keys = std::vector<Rational>;

// 第十六、十七条: not vetoed, F, P, N.
Keys flag_keys(const Ranked& ranked, const Row& row) {
    return {Rational(row.is_vetoed ? 0 : 1), ranked.number(row, "F"), ranked.number(row, "P"),
            ranked.number(row, "N")};
}

RC_GTEST_PROP(StandingsOfAnyCounty, ProposeFlagsAsTheArticlesSay, ()) {
    const auto county = method::testing::county_from(facts_of(any_county()));
    const Ranked ranked(county, "competition", *rc::gen::element<std::string>("1", "2", "3"));
    bool has_flag = false;
    for (const Row& row : ranked.standings().rows) {
        const auto rows = ranked.rows_of(row.group);
        const Keys own = flag_keys(ranked, row);
        const auto quota = rows.size() <= 5 ? 1 : rows.size() <= 10 ? 2 : 3;
        const auto ahead = std::count_if(rows.begin(), rows.end(), [&](const Row* other) {
            return flag_keys(ranked, *other) > own;
        });
        const auto behind = std::count_if(rows.begin(), rows.end(), [&](const Row* other) {
            return flag_keys(ranked, *other) < own;
        });
        std::vector<std::size_t> wanted;
        if (ahead < quota && own[1] >= Rational(60) && !row.is_vetoed) {
            wanted.push_back(0);
        }
        if (behind < quota && own[1] < Rational(45) && own[2] < Rational(60)) {
            wanted.push_back(1);
        }
        RC_ASSERT(row.awards == wanted);
        has_flag = has_flag || !wanted.empty();
    }
    RC_CLASSIFY(has_flag, "with a flag");
}

RC_GTEST_PROP(StandingsOfAnyCounty, AreTheSameBytesInWhateverOrderEntriesCame, ()) {
    auto by_entry = facts_by_entry(any_county());
    const auto county = method::testing::county_from(method::testing::joined(by_entry));
    for (std::size_t i = by_entry.size(); i > 1; --i) {
        std::swap(by_entry[i - 1], by_entry[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    const auto mixed = method::testing::county_from(method::testing::joined(by_entry));
    for (const auto& [method, period] : score::testing::shipped_periods()) {
        RC_ASSERT(print(Ranked(county, method, period).standings()) ==
                  print(Ranked(mixed, method, period).standings()));
    }
}

// A unit without a single fact joins a group: nobody's points change, nobody overtakes anybody, and
// each rank moves by one at most.
RC_GTEST_PROP(StandingsOfAnyCounty, MoveByOnePlaceAtMostWhenAUnitJoins, ()) {
    const Deeds deeds = facts_of(any_county());
    Deeds joined = deeds;
    const std::string group =
        method::testing::words_for("考核组")[*rc::gen::inRange<std::size_t>(0, 4)];
    joined.emplace_back(ledger::EntryRecorded{
        "参评单位", "新设", {{"单位名称", std::string("新设")}, {"考核组", group}}, {}});
    const Ranked before(method::testing::county_from(deeds), "competition", "2");
    const Ranked after(method::testing::county_from(joined), "competition", "2");
    const auto& rows = after.standings().rows;
    const auto newcomer =
        std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.name == "新设"; });
    for (const Row& old : before.standings().rows) {
        const auto now = std::find_if(rows.begin(), rows.end(),
                                      [&](const Row& row) { return row.name == old.name; });
        const bool overtaken = old.group == group && is_ahead(after, "F", *newcomer, *now);
        RC_ASSERT(before.number(old, "F") == after.number(*now, "F"));
        RC_ASSERT(now->rank == old.rank + (overtaken ? 1 : 0));
    }
}

}  // namespace
}  // namespace benniu::standings
