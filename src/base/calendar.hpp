// The working calendar: weekends, public holidays, and the weekend days that are worked instead.
// Read from a file of lines such as "2021-10-01 holiday 国庆节" and "2021-10-09 workday 国庆节";
// "#" begins a remark. A year without any line knows weekends only.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/finding.hpp"

namespace benniu {

class Calendar {
  public:
    // Adds a file's lines. Findings: bad-calendar-line, no-such-date, day-twice.
    [[nodiscard]] Findings read(std::string_view text, const std::string& file);

    [[nodiscard]] bool is_workday(Date day) const;
    // The first working day after `day`.
    [[nodiscard]] Date next_workday(Date day) const;
    // The day that lies `workdays` working days after `day`; 0 is `day` itself.
    [[nodiscard]] Date plus_workdays(Date day, int workdays) const;
    // How many working days lie in (after, until].
    [[nodiscard]] int workdays_between(Date after, Date until) const;

  private:
    std::map<Date, bool> named_;  // the days that differ from the week's rule: worked or not
};

}  // namespace benniu
