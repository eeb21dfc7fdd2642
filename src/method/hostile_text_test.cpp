// No bytes crash the checker or keep it busy: the county's methods and all cases, cut and mixed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

#include "method/changed_text.hpp"

namespace benniu::method {
namespace {

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
    expect_sober(testing::changed(testing::any_text(), testing::any_text()));
}

RC_GTEST_PROP(HostileText, OfChangedWordsIsReadOrTold, ()) {
    expect_sober(testing::text_of_changed_words());
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
