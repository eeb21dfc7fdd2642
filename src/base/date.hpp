// Days and months of the Gregorian calendar, without time zones: an office's date is a date.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace benniu {

class Date {
  public:
    constexpr Date() = default;

    // Nothing when there is no such day, as 2021-09-31, or the year is outside 1900…2200.
    static std::optional<Date> of(int year, int month, int day);
    // Reads "2021-09-30" and nothing else. Persisted: facts store this form.
    static std::optional<Date> parse(std::string_view text);
    static constexpr Date from_days(std::int32_t days_since_1970) { return Date(days_since_1970); }

    [[nodiscard]] constexpr std::int32_t days_since_1970() const { return days_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;
    [[nodiscard]] int weekday() const;  // 1 Monday … 7 Sunday
    [[nodiscard]] std::string to_string() const;

    [[nodiscard]] constexpr Date plus_days(std::int32_t days) const { return Date(days_ + days); }
    friend constexpr std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }
    friend constexpr auto operator<=>(const Date&, const Date&) = default;

  private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

// A calendar month, "2021-11".
struct Month {
    int year = 1970;
    int month = 1;  // 1…12

    static std::optional<Month> parse(std::string_view text);
    static Month of(Date date);
    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    [[nodiscard]] std::string to_string() const;
    friend auto operator<=>(const Month&, const Month&) = default;
};

// From first to last, both included.
struct DateSpan {
    Date first;
    Date last;

    [[nodiscard]] bool contains(Date date) const { return first <= date && date <= last; }
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

// A moment on the wall clock, UTC. Only edges know the present one.
struct Instant {
    std::int64_t seconds_since_1970 = 0;

    static std::optional<Instant> parse(std::string_view text);
    [[nodiscard]] std::string to_string() const;  // "2021-12-05T08:30:00Z"
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace benniu
