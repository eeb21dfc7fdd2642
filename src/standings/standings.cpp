#include "standings/standings.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "standings/order.hpp"

namespace benniu::standings {

using indicators::Context;
using indicators::Quantity;
using score::Scorer;

namespace {

std::map<std::size_t, int> ranks_of(Scorer& scorer, const std::vector<std::size_t>& units) {
    const auto placed = in_order(scorer, units, scorer.method().order);
    std::map<std::size_t, int> ranks;
    int rank = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i == 0 || !is_level(placed[i - 1].keys, placed[i].keys)) {
            rank = scorer.method().ties == method::Ties::share ? static_cast<int>(i) + 1 : rank + 1;
        }
        ranks[placed[i].unit] = rank;
    }
    return ranks;
}

// Whose condition is asked: everybody's, or of those inside the award's quota.
std::vector<std::size_t> considered(Scorer& scorer, const method::Award& award,
                                    const std::vector<std::size_t>& units) {
    if (!award.take || units.empty()) {
        return units;
    }
    const Cut cut = cut_of(scorer, award, units);
    std::vector<std::size_t> inside;
    inside.reserve(cut.taken);
    for (std::size_t i = 0; i < cut.taken; ++i) {
        inside.push_back(cut.placed[i].unit);
    }
    return inside;
}

// Where a column does not say how many digits it shows: as many as its article rounds to; whole
// numbers that are no points, such as ranks and counts, none; the rest two.
int places_of(const method::Method& method, const indicators::Expression& body,
              const Rational& number) {
    constexpr int usual = 2;
    const auto index = static_cast<std::size_t>(body.index);
    switch (body.kind) {
        case indicators::Kind::item:
            return method.items[index].rounding ? method.items[index].rounding->places : usual;
        case indicators::Kind::blend:
        case indicators::Kind::blend_part:
            return method.blends[index].rounding ? method.blends[index].rounding->places : usual;
        default:
            return number.is_integer() ? 0 : usual;
    }
}

std::string shown(const method::Method& method, const method::Column& column,
                  const Quantity& value) {
    const auto* const number = std::get_if<Rational>(&value);
    if (number == nullptr) {
        const bool is_no = std::holds_alternative<bool>(value) && !indicators::is_true(value);
        return indicators::is_missing(value) || is_no ? "" : indicators::to_text(value);
    }
    const int places = column.places.value_or(places_of(method, *column.body, *number));
    const auto decimal = number->rounded(places, Rounding::half_up);
    ensure(decimal.has_value(), "a published number stays in Decimal's range");
    return decimal->to_string();
}

void fill_cells(Scorer& scorer, Row& row) {
    const method::Method& method = scorer.method();
    for (const method::Column& column : method.columns) {
        Cell cell;
        if (column.body) {
            cell.exact = scorer.value(*column.body, row.unit);
            cell.shown = shown(method, column, cell.exact);
        }
        for (const std::size_t award : column.awards) {
            if (std::find(row.awards.begin(), row.awards.end(), award) != row.awards.end()) {
                cell.shown += (cell.shown.empty() ? "" : "、") + method.awards[award].title;
            }
        }
        row.cells.push_back(std::move(cell));
    }
}

using Ranks = std::map<std::size_t, int>;

// Ranks all units and tells the scorer, since awards and columns may ask for a rank.
Ranks ranks_in_groups(Scorer& scorer) {
    const auto& readings = scorer.readings();
    Ranks ranks;
    std::map<std::string_view, int> last_ranks;
    for (const auto& [group, units] : readings.groups) {
        for (const auto& [unit, rank] : ranks_of(scorer, units)) {
            ranks[unit] = rank;
            last_ranks[group] = std::max(last_ranks[group], rank);
        }
    }
    scorer.set_ranks([ranks, last_ranks, &readings](Context context, std::size_t unit) -> Quantity {
        return Rational(context == Context::rank ? ranks.at(unit)
                                                 : last_ranks.at(readings.units[unit].group));
    });
    return ranks;
}

// Units and the awards, by index, that are proposed for them.
using Proposals = std::map<std::size_t, std::vector<std::size_t>>;

Proposals proposals(Scorer& scorer, const std::vector<std::size_t>& units) {
    Proposals proposed;
    const auto& awards = scorer.method().awards;
    for (std::size_t a = 0; a < awards.size(); ++a) {
        for (const std::size_t unit : considered(scorer, awards[a], units)) {
            if (!awards[a].when || indicators::is_true(scorer.value(*awards[a].when, unit))) {
                proposed[unit].push_back(a);
            }
        }
    }
    return proposed;
}

std::vector<Row> rows_of(Scorer& scorer, const std::string& group,
                         const std::vector<std::size_t>& units, const Ranks& ranks) {
    Proposals awards = proposals(scorer, units);
    std::vector<Row> rows;
    rows.reserve(units.size());
    for (const std::size_t unit : units) {
        rows.push_back({.unit = unit,
                        .name = std::string(scorer.readings().units[unit].id),
                        .group = group,
                        .rank = ranks.at(unit),
                        .is_vetoed = scorer.is_vetoed(unit),
                        .cells = {},
                        .awards = std::move(awards[unit])});
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.rank, a.name) < std::tie(b.rank, b.name);
    });
    return rows;
}

}  // namespace

Standings from_score(Scorer& scorer) {
    const auto& readings = scorer.readings();
    const Ranks ranks = ranks_in_groups(scorer);
    Standings standings{scorer.shared_method(), &scorer.period(), readings.county, {}};
    for (const std::string& group : scorer.method().groups) {
        if (const auto found = readings.groups.find(group); found != readings.groups.end()) {
            std::vector<Row> rows = rows_of(scorer, group, found->second, ranks);
            std::move(rows.begin(), rows.end(), std::back_inserter(standings.rows));
        }
    }
    for (Row& row : standings.rows) {
        fill_cells(scorer, row);
    }
    return standings;
}

}  // namespace benniu::standings
