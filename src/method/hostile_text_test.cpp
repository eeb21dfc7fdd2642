// No bytes crash the checker or keep it busy: the county's methods and all cases, cut and mixed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

#include "method/letters.hpp"
#include "method/text_case.hpp"

namespace benniu::method {
namespace {

const std::vector<std::string>& texts() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> list;
        for (const auto& path : testing::files_in("methods")) {
            list.push_back(testing::content_of(path));
        }
        for (const char* folder : {"good", "bad"}) {
            for (const testing::TextCase& each : testing::cases_in(folder)) {
                for (const MethodText& method : each.methods) {
                    if (method.text.size() < 10'000) {
                        list.push_back(method.text);
                    }
                }
            }
        }
        return list;
    }();
    return all;
}

// What the language is made of: names, numbers, signs, line breaks, as they stand in a text.
std::vector<std::string> pieces_of(const std::string& text) {
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

std::string joined(const std::vector<std::string>& pieces) {
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

void expect_sober(const std::string& text) {
    const Definitions ledgers = testing::county_ledgers();
    const std::vector<MethodText> methods = {{"one", text}, {"two", text}};
    const auto begun = std::chrono::steady_clock::now();
    const LoadedLibrary loaded = load_library(methods, ledgers);
    RC_ASSERT(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    for (const Finding& each : loaded.findings) {
        RC_ASSERT(each.place.line >= 1 && each.place.line <= lines);
        RC_ASSERT(each.place.position >= 1);
        RC_ASSERT(each.code.find('-') != std::string::npos);
    }
    RC_ASSERT(loaded.library.empty() || !has_errors(loaded.findings) || loaded.library.size() == 1);
}

RC_GTEST_PROP(HostileText, OfChangedBytesIsReadOrTold, ()) {
    const auto& all = texts();
    const std::string& text = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    const std::string& other = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    expect_sober(changed(text, other));
}

RC_GTEST_PROP(HostileText, OfChangedWordsIsReadOrTold, ()) {
    const auto& all = texts();
    const std::string& text = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    const std::string& other = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    expect_sober(joined(changed(pieces_of(text), pieces_of(other))));
}

RC_GTEST_PROP(HostileText, OfAnyBytesIsReadOrTold, (const std::string& bytes)) {
    expect_sober("```method\n" + bytes + "\n```\n");
}

TEST(HostileText, ThatIsLongIsReadInTime) {
    const auto block = [](const std::string& statements) {
        return "**第一条**\n```method\n" + statements + "\n```\n";
    };
    const auto times = [](int count, const std::string& text) {
        std::string all;
        for (int i = 0; i < count; ++i) {
            all += testing::replaced(text, "{n}", std::to_string(i));
        }
        return all;
    };
    for (const std::string& text :
         {block(times(20'000, "无此词 ")), block("let a = " + times(20'000, "无此词, ")),
          block(times(1'000, "let 这是一个很长很长的名字{n} = 那是另一个很长很长的名字{n}\n")),
          block("let a = 1" + times(50'000, " + 1")), block("let a = " + times(100'000, "(")),
          block("let a = " + times(50'000, "- ")), block("let a = " + times(50'000, "not ")),
          block("let a = b" + times(50'000, ".c")), block("let a = b" + times(30'000, "[1]")),
          block("publish { " + times(20'000, "{n}x; ") + " }"), times(20'000, "```method\n```\n"),
          block("let a = " + std::string(200'000, '9')), block(std::string(200'000, '$')),
          block("let a = 1" + times(30'000, " else 1")), times(20'000, "**第一条**\n")}) {
        const auto begun = std::chrono::steady_clock::now();
        static_cast<void>(
            load_library(std::vector<MethodText>{{"one", text}}, testing::county_ledgers()));
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20))
            << text.substr(0, 80);
    }
}

}  // namespace
}  // namespace benniu::method
