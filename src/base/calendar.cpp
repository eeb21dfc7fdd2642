#include "base/calendar.hpp"

#include "base/limits.hpp"
#include "base/writing.hpp"

namespace benniu {

namespace {

void found(Findings& findings, const std::string& code, const std::string& file, int line,
           std::string_view value) {
    Finding finding{.code = code, .value = shortened(value, limits::shown_value_bytes)};
    finding.place.file = file;
    finding.place.line = line;
    findings.push_back(std::move(finding));
}

}  // namespace

Findings Calendar::read(std::string_view text, const std::string& file) {
    Findings findings;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto words = split(line, " ");
        const bool worked = words.size() > 1 && words[1] == "workday";
        if (words.size() < 2 || (!worked && words[1] != "holiday")) {
            found(findings, "bad-calendar-line", file, number, line);
            continue;
        }
        const auto day = Date::parse(words[0]);
        if (!day) {
            found(findings, "no-such-date", file, number, words[0]);
        } else if (!named_.emplace(*day, worked).second) {
            found(findings, "day-twice", file, number, words[0]);
        }
    }
    return findings;
}

bool Calendar::is_workday(Date day) const {
    const auto named = named_.find(day);
    return named != named_.end() ? named->second : day.weekday() <= 5;
}

Date Calendar::next_workday(Date day) const {
    do {
        day = day.plus_days(1);
    } while (!is_workday(day));
    return day;
}

Date Calendar::plus_workdays(Date day, int workdays) const {
    for (int i = 0; i < workdays; ++i) {
        day = next_workday(day);
    }
    return day;
}

int Calendar::workdays_between(Date after, Date until) const {
    int count = 0;
    for (Date day = after.plus_days(1); day <= until; day = day.plus_days(1)) {
        count += is_workday(day) ? 1 : 0;
    }
    return count;
}

}  // namespace benniu
