// Closing a month: from here on its results are those at this cut, whatever is recorded later.
#pragma once

#include "app/books.hpp"

namespace benniu::app {

// A method's period that ends in the month.
struct MonthPeriod {
    std::string method;
    std::string period;
};
[[nodiscard]] std::vector<MonthPeriod> periods_of(const Pack& pack, Month month);

// The deed that closes the month at the newest fact. Errors: bad-month, period-has-no-method,
// already-closed, those of the log.
[[nodiscard]] Result<ledger::PeriodClosed> close_period(Books& books, const std::string& period);

}  // namespace benniu::app
