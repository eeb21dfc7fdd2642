// The reference of the language shows methods that are accepted, and every word that there is.
#include <gtest/gtest.h>

#include "method/built_in.hpp"
#include "method/format.hpp"
#include "method/text_case.hpp"

namespace benniu::method {
namespace {

std::string page() {
    return testing::content_of(std::filesystem::path(BENNIU_SOURCE_DIR) /
                               "docs/method-language.md");
}

TEST(LanguagePage, ShowsAMethodThatIsAccepted) {
    std::vector<MethodText> texts = {{"page", page()}};
    for (const auto& path : testing::files_in("methods")) {
        texts.push_back({path.filename().string(), testing::content_of(path)});
    }
    const LoadedLibrary loaded = load_library(texts, testing::county_ledgers());
    std::string told;
    for (const Finding& each : loaded.findings) {
        // Its examples stand under headings, not under articles.
        if (each.place.file == "page" && each.code != "before-first-article") {
            told += testing::told({each});
        }
    }
    EXPECT_EQ(told, "");
    EXPECT_TRUE(loaded.library.contains("示范"));
}

TEST(LanguagePage, IsFormatted) {
    EXPECT_TRUE(formatted(page()) == page()) << "benniu method fmt docs/method-language.md";
}

TEST(LanguagePage, NamesEveryWordOfTheLanguage) {
    std::set<std::string> words;
    Findings findings;
    for (const Token& token : tokens_of(page(), {.line = 1}, findings)) {
        words.insert(token.word);
    }
    const auto expect_each = [&](const auto& list) {
        for (const std::string_view word : list) {
            EXPECT_TRUE(words.contains(std::string(word))) << word;
        }
    };
    expect_each(statement_words);
    expect_each(formula_words);
    expect_each(operator_words);
}

}  // namespace
}  // namespace benniu::method
