// Texts for properties: the county's methods and all cases, cut and mixed.
#pragma once

#include <rapidcheck.h>

#include "method/letters.hpp"
#include "method/text_case.hpp"

namespace benniu::method::testing {

inline std::vector<std::string> read_texts() {
    std::vector<std::string> texts;
    for (const auto& path : files_in("methods")) {
        texts.push_back(content_of(path));
    }
    for (const char* folder : {"good", "bad"}) {
        for (const TextCase& each : cases_in(folder)) {
            for (const MethodText& method : each.methods) {
                if (method.text.size() < 10'000) {
                    texts.push_back(method.text);
                }
            }
        }
    }
    return texts;
}

inline const std::vector<std::string>& texts() {
    static const std::vector<std::string> all = read_texts();
    return all;
}

// What the language is made of: names, numbers, signs, line breaks, as they stand in a text.
inline std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> pieces;
    bool in_name = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string letter(letter_at(text, at));
        const bool is_name = is_name_letter(letter);
        if (is_name && in_name) {
            pieces.back() += letter;
        } else {
            pieces.push_back(letter);
        }
        in_name = is_name;
        at += letter.size();
    }
    return pieces;
}

inline std::string joined(const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& each : pieces) {
        text += each;
    }
    return text;
}

// Takes out, doubles, swaps or brings in pieces of the same or another text.
template <typename Pieces>
Pieces changed(Pieces pieces, const Pieces& others) {
    const auto place = [](const Pieces& of) {
        return static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, of.size()));
    };
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes && pieces.size() > 1 && !others.empty(); ++i) {
        const auto at = pieces.begin() + place(pieces);
        const auto from = others.begin() + place(others);
        const auto length = *rc::gen::inRange<std::ptrdiff_t>(1, 12);
        const auto end = from + std::min(length, others.end() - from);
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                pieces.erase(at, at + std::min(length, pieces.end() - at));
                break;
            case 1:
                pieces.insert(at, from, end);
                break;
            case 2:
                *at = *from;
                break;
            default:
                std::swap(*at, *(pieces.begin() + place(pieces)));
                break;
        }
    }
    return pieces;
}

inline const std::string& any_text() {
    const auto& all = texts();
    return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

inline std::string text_of_changed_words() {
    return joined(changed(words_of(any_text()), words_of(any_text())));
}

}  // namespace benniu::method::testing
