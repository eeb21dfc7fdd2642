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

struct MonthClosing {
    std::vector<ledger::Deed> deeds;  // the rules where they are new to the ledger, the closing
    ledger::PeriodClosed closed;
};

// Closes the month at the newest fact under the pack's rules of today, which go into the keep.
// Errors: bad-month, period-has-no-method, already-closed, those of keep_rules and of the log.
[[nodiscard]] Result<MonthClosing> close_period(Books& books, ledger::Keep& keep,
                                                const std::string& period);

}  // namespace benniu::app
