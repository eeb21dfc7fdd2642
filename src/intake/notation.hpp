// How Chinese writes dates, months and amounts of money. The language, not a county's choice of
// words: those stand in the pack (packs/*/import). Read by the readers of cells and titles.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace benniu::intake::notation {

inline constexpr std::string_view year = "年";
inline constexpr std::string_view month = "月";
inline constexpr std::string_view month_end = "份";
inline constexpr std::array<std::string_view, 2> days = {"日", "号"};
inline constexpr std::array<std::string_view, 3> before_time = {"T", "上午", "下午"};

// Longer words first: 十一 also ends in 一.
inline constexpr std::array<std::pair<std::string_view, int>, 12> months_in_words = {{{"十二", 12},
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

struct MoneyMeasure {
    std::string_view word;
    int exponent = 0;  // a power of ten of 万元
};

// Longer words first: 亿元 also ends in 元.
inline constexpr std::array<MoneyMeasure, 5> money = {
    {{"亿元", 4}, {"万元", 0}, {"亿", 4}, {"万", 0}, {"元", -4}}};

inline constexpr std::string_view area = "亩";
inline constexpr std::string_view minus = "−";
inline constexpr std::string_view any_month = "{月}";
inline constexpr std::string_view among = "其中:";        // before a part of the column to its left
inline constexpr std::string_view measured_in = "单位:";  // in a title, before a measure
inline constexpr std::string_view list_separator = "、";
inline constexpr std::string_view level_separator = "·";  // between an upper and a lower header

}  // namespace benniu::intake::notation
