#include "intake/months.hpp"

#include <algorithm>
#include <vector>

#include "base/writing.hpp"
#include "intake/notation.hpp"

namespace benniu::intake {

namespace {

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
    for (const auto& [word, month] : notation::months_in_words) {
        if (text.ends_with(word)) {
            return month;
        }
    }
    return std::nullopt;
}

// The last month in a title is the one it reaches to: "1—11月", "1月至11月".
std::optional<int> last_month(std::string_view title) {
    for (auto at = title.rfind(notation::month); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : title.rfind(notation::month, at - 1)) {
        if (const auto month = month_at_end(title.substr(0, at))) {
            return month;
        }
    }
    return std::nullopt;
}

std::vector<int> years_in(std::string_view title) {
    std::vector<int> years;
    for (auto at = title.find(notation::year); at != std::string_view::npos;
         at = title.find(notation::year, at + 1)) {
        const auto year = number_at_end(title.substr(0, at), 4, 4);
        if (year && Date::of(*year, 1, 1)) {
            years.push_back(*year);
        }
    }
    return years;
}

bool holds_one_of(std::string_view title, std::span<const std::string> words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
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

std::optional<TitleMonth> month_in_titles(std::span<const std::string> titles,
                                          std::span<const std::string> about_form) {
    for (const std::string& written : titles) {
        const std::string title = without_spaces(half_width(written));
        const auto month = holds_one_of(title, about_form) ? std::nullopt : last_month(title);
        if (month) {
            const std::vector<int> years = years_in(title);
            return TitleMonth{*month,
                              years.empty() ? std::nullopt : std::optional<int>(years.back())};
        }
    }
    return std::nullopt;
}

void YearEvidence::take_titles(std::span<const std::string> titles,
                               std::span<const std::string> about_form) {
    for (const std::string& written : titles) {
        const std::string title = without_spaces(half_width(written));
        if (!holds_one_of(title, about_form)) {
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
