#include "intake/months.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/writing.hpp"

namespace benniu::intake {

namespace {

constexpr std::string_view year_sign = "年";
constexpr std::string_view month_sign = "月";

// Longer words first: 十一月 also ends in 一月.
constexpr std::array<std::pair<std::string_view, int>, 12> months_in_words = {{{"十二", 12},
                                                                               {"十一", 11},
                                                                               {"十", 10},
                                                                               {"九", 9},
                                                                               {"八", 8},
                                                                               {"七", 7},
                                                                               {"六", 6},
                                                                               {"五", 5},
                                                                               {"四", 4},
                                                                               {"三", 3},
                                                                               {"二", 2},
                                                                               {"一", 1}}};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// The number whose digits end where `text` ends, when it has so many.
std::optional<int> number_at_end(std::string_view text, std::size_t digits_min,
                                 std::size_t digits_max) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[text.size() - 1 - digits])) {
        ++digits;
    }
    if (digits < digits_min || digits > digits_max) {
        return std::nullopt;
    }
    int value = 0;
    for (const char letter : text.substr(text.size() - digits)) {
        value = value * 10 + (letter - '0');
    }
    return value;
}

std::optional<int> month_at_end(std::string_view text) {
    if (const auto number = number_at_end(text, 1, 2)) {
        return *number >= 1 && *number <= 12 ? number : std::nullopt;
    }
    for (const auto& [word, month] : months_in_words) {
        if (text.ends_with(word)) {
            return month;
        }
    }
    return std::nullopt;
}

// The last month in a title is the one it reaches to: "1—11月", "1月至11月".
std::optional<int> last_month(std::string_view title) {
    for (auto at = title.rfind(month_sign); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : title.rfind(month_sign, at - 1)) {
        if (const auto month = month_at_end(title.substr(0, at))) {
            return month;
        }
    }
    return std::nullopt;
}

std::vector<int> years_in(std::string_view title) {
    std::vector<int> years;
    for (auto at = title.find(year_sign); at != std::string_view::npos;
         at = title.find(year_sign, at + 1)) {
        const auto year = number_at_end(title.substr(0, at), 4, 4);
        if (year && Date::of(*year, 1, 1)) {
            years.push_back(*year);
        }
    }
    return years;
}

bool is_about_the_form(std::string_view title) {
    constexpr std::array<std::string_view, 5> words = {"填表", "填报", "制表", "打印", "上报"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return title.find(word) != std::string_view::npos;
    });
}

template <typename Key>
std::optional<Key> most_frequent(const std::map<Key, int>& counts) {
    std::optional<Key> found;
    int most = 0;
    for (const auto& [key, count] : counts) {
        if (count >= most) {
            most = count;
            found = key;
        }
    }
    return found;
}

}  // namespace

std::optional<TitleMonth> month_in_titles(std::span<const std::string> titles) {
    for (const std::string& written : titles) {
        const std::string title = without_spaces(half_width(written));
        const auto month = is_about_the_form(title) ? std::nullopt : last_month(title);
        if (month) {
            const std::vector<int> years = years_in(title);
            return TitleMonth{*month,
                              years.empty() ? std::nullopt : std::optional<int>(years.back())};
        }
    }
    return std::nullopt;
}

void YearEvidence::take_titles(std::span<const std::string> titles) {
    for (const std::string& written : titles) {
        const std::string title = without_spaces(half_width(written));
        if (!is_about_the_form(title)) {
            for (const int year : years_in(title)) {
                ++titles_[year];
            }
        }
    }
}

void YearEvidence::take_date(Date date) {
    ++dates_[Month::of(date)];
}

void YearEvidence::take_all(const YearEvidence& other) {
    for (const auto& [year, count] : other.titles_) {
        titles_[year] += count;
    }
    for (const auto& [month, count] : other.dates_) {
        dates_[month] += count;
    }
}

std::optional<int> YearEvidence::year_of(int month) const {
    if (const auto year = most_frequent(titles_)) {
        return year;
    }
    std::map<int, int> in_month;
    std::map<int, int> in_any_month;
    for (const auto& [when, count] : dates_) {
        in_any_month[when.year] += count;
        if (when.month == month) {
            in_month[when.year] += count;
        }
    }
    const auto year = most_frequent(in_month);
    return year ? year : most_frequent(in_any_month);
}

}  // namespace benniu::intake
