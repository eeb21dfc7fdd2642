#include "intake/written_date.hpp"

#include <algorithm>
#include <array>

#include "base/writing.hpp"
#include "intake/notation.hpp"

namespace benniu::intake {

namespace {

constexpr std::array<std::string_view, 4> separators = {"-", "/", ".", notation::year};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// Takes a text apart from the front.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    std::optional<int> number(std::size_t digits_min, std::size_t digits_max) {
        skip_spaces();
        std::size_t digits = 0;
        int value = 0;
        while (digits < rest_.size() && is_digit(rest_[digits]) && digits <= digits_max) {
            value = value * 10 + (rest_[digits] - '0');
            ++digits;
        }
        if (digits < digits_min || digits > digits_max) {
            return std::nullopt;
        }
        rest_.remove_prefix(digits);
        return value;
    }

    bool takes(std::string_view word) {
        skip_spaces();
        if (!rest_.starts_with(word)) {
            return false;
        }
        rest_.remove_prefix(word.size());
        return true;
    }

    [[nodiscard]] std::string_view rest() const { return trimmed(rest_); }

  private:
    void skip_spaces() {
        while (!rest_.empty() && rest_.front() == ' ') {
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
};

struct YearMonthDay {
    int year = 0;
    int month = 0;
    int day = 0;
};

// "", "10:30", "T10:30:00Z", "上午10:30".
bool is_time_of_day(std::string_view text) {
    for (const std::string_view word : notation::before_time) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
        }
    }
    return text.empty() || (is_digit(text.front()) && text.find(':') != std::string_view::npos &&
                            text.find_first_not_of("0123456789:.Z +") == std::string_view::npos);
}

// The month and day behind "2021-" or "2021年", written as the year was.
std::optional<YearMonthDay> month_and_day(Scanner scanner, int year, std::string_view separator) {
    const bool is_in_words = separator == notation::year;
    const auto month = scanner.number(1, 2);
    const bool goes_on = month && scanner.takes(is_in_words ? notation::month : separator);
    const auto day = goes_on ? scanner.number(1, 2) : std::nullopt;
    const bool ends = day && (!is_in_words || scanner.takes(notation::days[0]) ||
                              scanner.takes(notation::days[1]));
    return ends && is_time_of_day(scanner.rest())
               ? std::optional<YearMonthDay>(YearMonthDay{year, *month, *day})
               : std::nullopt;
}

std::optional<YearMonthDay> year_month_day(std::string_view text) {
    Scanner scanner(text);
    if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit)) {
        const int all = *scanner.number(8, 8);
        return YearMonthDay{all / 10'000, all / 100 % 100, all % 100};
    }
    const auto year = scanner.number(4, 4);
    if (!year) {
        return std::nullopt;
    }
    for (const std::string_view separator : separators) {
        if (scanner.takes(separator)) {
            return month_and_day(scanner, *year, separator);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> written_date(std::string_view text) {
    const std::string written = tidied(text);
    const auto parts = year_month_day(written);
    return parts ? Date::of(parts->year, parts->month, parts->day) : std::nullopt;
}

std::optional<Date> serial_date(std::string_view text) {
    // Day 25,569 of the calendar that begins in 1900 is 1970-01-01.
    constexpr int serial_of_1970 = 25'569;
    Scanner scanner(text);
    const auto serial = scanner.number(5, 5);
    if (!serial || !scanner.rest().empty()) {
        return std::nullopt;
    }
    const Date date = Date::from_days(*serial - serial_of_1970);
    return date.year() >= 2000 && date.year() <= 2099 ? std::optional<Date>(date) : std::nullopt;
}

std::string example_date(std::string_view text) {
    const std::string written = tidied(text);
    const auto parts = year_month_day(written);
    const bool is_month_known = parts && Date::of(parts->year, parts->month, 1).has_value();
    return is_month_known && parts->day > 0 ? Month{parts->year, parts->month}.last().to_string()
                                            : "2021-9-8";
}

std::optional<Month> written_month(std::string_view text) {
    const std::string written = tidied(text);
    if (const auto date = written_date(written)) {
        return Month::of(*date);
    }
    Scanner scanner(written);
    const auto year = scanner.number(4, 4);
    const bool goes_on =
        year && std::any_of(separators.begin(), separators.end(),
                            [&](std::string_view sign) { return scanner.takes(sign); });
    const auto month = goes_on ? scanner.number(1, 2) : std::nullopt;
    if (!month || !Date::of(*year, *month, 1)) {
        return std::nullopt;
    }
    if (scanner.takes(notation::month)) {
        (void)scanner.takes(notation::month_end);
    }
    return scanner.rest().empty() ? std::optional<Month>(Month{*year, *month}) : std::nullopt;
}

}  // namespace benniu::intake
