#include "intake/header_words.hpp"

#include <algorithm>

#include "base/writing.hpp"
#include "intake/notation.hpp"

namespace benniu::intake {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
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
    remove_all(word, notation::level_separator);
    remove_all(word, "*");
    if (word.starts_with(notation::among)) {
        word.erase(0, notation::among.size());
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
        if (end > i && word.substr(end).starts_with(notation::month)) {
            folded += notation::any_month;
            i = end + notation::month.size();
        } else {
            end = std::max(end, i + 1);
            folded += word.substr(i, end - i);
            i = end;
        }
    }
    return folded;
}

std::string measure_in(std::string_view word, const Measures& measures) {
    if (is_only_a_measure(word, measures)) {
        return std::string(without_enclosing_brackets(word));
    }
    const std::string_view inside = without_bracket(word).inside;
    return measures.contains(inside) ? std::string(inside) : "";
}

bool is_only_a_measure(std::string_view word, const Measures& measures) {
    return measures.contains(without_enclosing_brackets(word));
}

std::string shown_header(std::string_view written) {
    std::string shown = tidied(written);
    std::erase_if(shown, [](char letter) { return letter == '\n' || letter == '\r'; });
    return shown;
}

}  // namespace benniu::intake
