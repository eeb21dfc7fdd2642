#include "publication/document.hpp"

#include <array>
#include <cstddef>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace benniu::publication {

namespace {

std::string chinese_number(int number) {
    static constexpr std::array<const char*, 10> digits = {"",   "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
    const auto tens = static_cast<std::size_t>(number / 10);
    const auto ones = static_cast<std::size_t>(number % 10);
    if (tens == 0) {
        return digits[ones];
    }
    return std::string(tens == 1 ? "" : digits[tens]) + "十" + digits[ones];
}

}  // namespace

std::string printed(const DocumentNumber& number) {
    return number.office + "〔" + std::to_string(number.year) + "〕" +
           std::to_string(number.serial) + "号";
}

std::string printed(Date date) {
    return std::to_string(date.year()) + "年" + std::to_string(date.month()) + "月" +
           std::to_string(date.day()) + "日";
}

std::string heading_number(Level level, int ordinal) {
    ensure(ordinal >= 1 && ordinal <= limits::bulletin_headings_per_level,
           "a heading's number lies between 1 and 99");
    switch (level) {
        case Level::one:
            return chinese_number(ordinal) + "、";
        case Level::two:
            return "（" + chinese_number(ordinal) + "）";
        case Level::three:
            return std::to_string(ordinal) + ".";
        case Level::four:
            return "（" + std::to_string(ordinal) + "）";
    }
    throw Bug("a heading has one of four levels");
}

}  // namespace benniu::publication
