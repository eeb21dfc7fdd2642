#include "app/close_period.hpp"

namespace benniu::app {

std::vector<MonthPeriod> periods_of(const Pack& pack, Month month) {
    std::vector<MonthPeriod> periods;
    for (const auto& [name, method] : pack.methods) {
        for (const auto& period : method->formulas.periods) {
            if (Month::of(period.last) == month) {
                periods.push_back({name, period.name});
            }
        }
    }
    return periods;
}

Result<MonthClosing> close_period(Books& books, ledger::Keep& keep, const std::string& period) {
    const auto month = Month::parse(period);
    if (!month) {
        return failure("bad-month", {{"period", period}});
    }
    const auto county = books.newest();
    if (!county) {
        return tl::unexpected(county.error());
    }
    for (const ledger::Closing& closing : (*county)->closings) {
        if (closing.closed.period == period) {
            return failure("already-closed",
                           {{"period", period}, {"fact", std::to_string(closing.seq)}});
        }
    }
    const auto rules = keep_rules(books.pack(), keep);
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    ledger::PeriodClosed closed{period, (*county)->head.last, digest_of(*rules), {}};
    for (const MonthPeriod& each : periods_of(books.pack(), *month)) {
        const auto answer = books.answer({.method = each.method, .period = each.period});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        closed.results.push_back(sealed_result(answer->standings));
    }
    if (closed.results.empty()) {
        return failure("period-has-no-method", {{"period", period}});
    }
    MonthClosing closing{{}, closed};
    if (!(*county)->rules.contains(closed.rules)) {
        closing.deeds.emplace_back(*rules);
    }
    closing.deeds.emplace_back(std::move(closed));
    return closing;
}

}  // namespace benniu::app
