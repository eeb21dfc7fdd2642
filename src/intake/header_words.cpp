#include "intake/header_words.hpp"

#include <algorithm>
#include <array>

#include "base/writing.hpp"

namespace benniu::intake {

namespace {

constexpr std::string_view month_sign = "月";
constexpr std::string_view any_month = "{月}";

constexpr std::array<std::string_view, 31> units_of_measure = {
    "%",  "‰",  "元",   "万元", "亿元",   "万美元", "亿美元", "个",   "项", "户", "处",
    "起", "批", "件",   "次",   "人",     "万人",   "亩",     "万亩", "家", "天", "年",
    "分", "吨", "万吨", "公里", "平方米", "公顷",   "位",     "名",   "套"};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_unit_of_measure(std::string_view text) {
    return std::find(units_of_measure.begin(), units_of_measure.end(), text) !=
           units_of_measure.end();
}

std::string_view without_enclosing_brackets(std::string_view word) {
    return word.size() > 2 && word.front() == '(' && word.back() == ')'
               ? word.substr(1, word.size() - 2)
               : word;
}

void remove_all(std::string& text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
        text.erase(at, what.size());
    }
}

}  // namespace

std::string header_word(std::string_view written) {
    std::string word = without_spaces(half_width(written));
    remove_all(word, "·");
    remove_all(word, "*");
    if (constexpr std::string_view among = "其中:"; word.starts_with(among)) {
        word.erase(0, among.size());
    }
    return word;
}

Bracketed without_bracket(std::string_view word) {
    if (!word.ends_with(')')) {
        return {word, ""};
    }
    const std::size_t open = word.rfind('(');
    if (open == std::string_view::npos || open == 0) {
        return {word, ""};
    }
    return {word.substr(0, open), word.substr(open + 1, word.size() - open - 2)};
}

std::string with_any_month(std::string_view word) {
    std::string folded;
    for (std::size_t i = 0; i < word.size();) {
        std::size_t end = i;
        while (end < word.size() && is_digit(word[end])) {
            ++end;
        }
        if (end > i && word.substr(end).starts_with(month_sign)) {
            folded += any_month;
            i = end + month_sign.size();
        } else {
            end = std::max(end, i + 1);
            folded += word.substr(i, end - i);
            i = end;
        }
    }
    return folded;
}

std::string measure_in(std::string_view word) {
    if (is_only_a_measure(word)) {
        return std::string(without_enclosing_brackets(word));
    }
    const std::string_view inside = without_bracket(word).inside;
    return is_unit_of_measure(inside) ? std::string(inside) : "";
}

bool is_only_a_measure(std::string_view word) {
    return is_unit_of_measure(without_enclosing_brackets(word));
}

std::string shown_header(std::string_view written) {
    std::string shown = tidied(written);
    std::erase_if(shown, [](char letter) { return letter == '\n' || letter == '\r'; });
    return shown;
}

}  // namespace benniu::intake
