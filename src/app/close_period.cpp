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

Result<ledger::PeriodClosed> close_period(Books& books, const std::string& period) {
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
    ledger::PeriodClosed deed{period, (*county)->head.last, {}};
    for (const MonthPeriod& each : periods_of(books.pack(), *month)) {
        const auto answer = books.answer({each.method, each.period, {}, {}});
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        deed.results.push_back(sealed_result(answer->standings));
    }
    if (deed.results.empty()) {
        return failure("period-has-no-method", {{"period", period}});
    }
    return deed;
}

}  // namespace benniu::app
