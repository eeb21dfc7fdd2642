#include "method/measure_words.hpp"

#include <array>

namespace benniu::method {

namespace {

struct Known {
    std::string_view word;
    std::int64_t numerator;
    std::int64_t denominator;
    Dimension dimension;
};

// Longer words first: 亿元 before 元.
constexpr std::array<Known, 6> known_words = {{
    {"亿元", 10'000, 1, {.money = 1}},
    {"万元", 1, 1, {.money = 1}},
    {"元", 1, 10'000, {.money = 1}},
    {"亩", 1, 1, {.area = 1}},
    {"天", 1, 1, {.days = 1}},
    {"%", 1, 100, {}},
}};

std::optional<MeasureWord> single(std::string_view word) {
    for (const Known& known : known_words) {
        if (known.word == word) {
            return MeasureWord{Rational::of(known.numerator, known.denominator), known.dimension};
        }
    }
    return std::nullopt;
}

void append(std::string& words, std::string_view word, int power) {
    for (int i = 0; i < power; ++i) {
        words += (words.empty() ? "" : "*") + std::string(word);
    }
}

}  // namespace

std::string measure_word_at(std::string_view text) {
    for (const Known& known : known_words) {
        if (text.starts_with(known.word)) {
            return std::string(known.word);
        }
    }
    return "";
}

std::optional<MeasureWord> measure_word(std::string_view word) {
    const std::size_t slash = word.find('/');
    auto measure = single(word.substr(0, slash));
    if (measure && slash != std::string_view::npos) {
        const auto per = single(word.substr(slash + 1));
        if (!per) {
            return std::nullopt;
        }
        measure = MeasureWord{measure->factor / per->factor, measure->dimension - per->dimension};
    }
    return measure;
}

std::string name_of(Dimension dimension) {
    std::string above;
    append(above, "万元", dimension.money);
    append(above, "亩", dimension.area);
    append(above, "天", dimension.days);
    std::string below;
    append(below, "万元", -dimension.money);
    append(below, "亩", -dimension.area);
    append(below, "天", -dimension.days);
    return below.empty() ? above : (above.empty() ? "1" : above) + "/" + below;
}

}  // namespace benniu::method
