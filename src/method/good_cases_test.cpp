// Every statement and operator of the language stands in a method of cases/good that is accepted.
#include <gtest/gtest.h>

#include "method/built_in.hpp"
#include "method/text_case.hpp"

namespace benniu::method {
namespace {

TEST(GoodCases, AreAcceptedWithTheNotesTheyExpect) {
    const Definitions ledgers = testing::county_ledgers();
    for (const testing::TextCase& each : testing::cases_in("good")) {
        const LoadedLibrary loaded = load_library(each.methods, ledgers);
        EXPECT_EQ(testing::told(loaded.findings), each.expected) << each.name;
        EXPECT_EQ(loaded.library.size(), each.methods.size()) << each.name;
    }
}

TEST(GoodCases, UseEveryWordOfTheLanguage) {
    std::set<std::string> used;
    for (const testing::TextCase& each : testing::cases_in("good")) {
        for (const MethodText& method : each.methods) {
            Findings findings;
            for (const Token& token : tokens_of(method.text, {.line = 1}, findings)) {
                used.insert(token.word);
            }
        }
    }
    const auto expect_each = [&](const auto& words) {
        for (const std::string_view word : words) {
            EXPECT_TRUE(used.contains(std::string(word))) << word;
        }
    };
    expect_each(statement_words);
    expect_each(formula_words);
    expect_each(operator_words);
}

}  // namespace
}  // namespace benniu::method
