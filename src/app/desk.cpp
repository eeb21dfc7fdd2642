#include "app/desk.hpp"

#include <algorithm>

#include "app/answers.hpp"
#include "base/writing.hpp"
#include "standings/explanation.hpp"

namespace benniu::app {

namespace {

const standings::Row* find_row(const Answer& answer, const std::string& unit) {
    const auto& rows = answer.standings.rows;
    const auto id = answer.scorer->readings().county->units.find(unit);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const standings::Row& row) {
        return row.name == unit || (id && row.name == id->name);
    });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

Result<UnitExplanation> explained_unit(const Answer& answer, const std::string& unit,
                                       const std::string& column) {
    UnitExplanation told;
    told.row = find_row(answer, unit);
    if (told.row == nullptr) {
        std::vector<std::string> names;
        for (const auto& row : answer.standings.rows) {
            names.push_back(row.name);
        }
        return failure("no-such-unit", {{"unit", unit}, {"nearest", nearest(unit, names)}});
    }
    told.lines = standings::explained(*answer.scorer, *told.row, column);
    if (told.lines.empty()) {
        const auto names = standings::explainable(answer.scorer->method());
        return failure("no-such-column", {{"column", column}, {"nearest", nearest(column, names)}});
    }
    return told;
}

Result<std::string> Desk::county() const {
    const std::lock_guard guard(mutex_);
    const auto county = books_.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    return county_json(**county, books_.pack());
}

Result<std::string> Desk::standings(const std::string& method, const std::string& period,
                                    std::optional<Date> as_of) const {
    const std::lock_guard guard(mutex_);
    const Ask ask{.method = method, .period = period, .as_of = as_of};
    const auto answer = books_.answer(ask);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    return standings_json(*answer, ask);
}

Result<std::string> Desk::explanation(const std::string& method, const std::string& period,
                                      const std::string& unit, const std::string& column,
                                      std::optional<Date> as_of) const {
    const std::lock_guard guard(mutex_);
    const Ask ask{.method = method, .period = period, .as_of = as_of};
    const auto answer = books_.answer(ask);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto told = explained_unit(*answer, unit, column);
    if (!told) {
        return tl::unexpected(told.error());
    }
    return explanation_json(*answer, ask, *told);
}

Result<std::string> Desk::method(const std::string& name) const {
    const std::lock_guard guard(mutex_);
    const auto& methods = books_.pack().methods;
    const auto found = methods.find(name);
    if (found == methods.end()) {
        return failure("no-such-method", {{"method", name}, {"known", ""}});
    }
    return method_json(*found->second);
}

}  // namespace benniu::app
