#include "cli/sentences.hpp"

#include <gtest/gtest.h>

namespace benniu::cli {
namespace {

Finding finding(Place place, std::string value) {
    return {.code = "unknown-unit",
            .place = std::move(place),
            .value = std::move(value),
            .words = {{"nearest", ""}}};
}

TEST(Sentences, TellTheValueThatStoodInTheCell) {
    const Place cell{.file = "a.xlsx", .sheet = "甲", .row = 7, .column = "落地单位"};
    const std::string told = Sentences(Language::chinese).of(finding(cell, "城车街道"));
    EXPECT_TRUE(told.starts_with("a.xlsx · 甲 · 第 7 行 · 落地单位 “城车街道”：")) << told;
    EXPECT_TRUE(told.ends_with(" [unknown-unit]")) << told;
}

TEST(Sentences, OfAFindingWithoutAPlaceBeginWithTheProblem) {
    const std::string told = Sentences(Language::chinese).of(finding({}, ""));
    EXPECT_TRUE(told.starts_with("《参评单位一览表》")) << told;
}

TEST(Sentences, LeaveOutASuggestionThatThereIsNot) {
    const Sentences english(Language::english);
    EXPECT_EQ(english.of(Error{"no-such-unit", {{"unit", "x"}, {"nearest", ""}}}),
              "There is no assessed unit \"x\".");
    EXPECT_EQ(english.of(Error{"no-such-unit", {{"unit", "x"}, {"nearest", "y"}}}),
              "There is no assessed unit \"x\". Nearest: y.");
}

TEST(Sentences, FillEachPlaceOnceWhateverStandsInAWord) {
    const Sentences chinese(Language::chinese);
    const std::string told =
        chinese.of(Error{"no-such-unit", {{"unit", "{nearest}"}, {"nearest", "[[y]]"}}});
    EXPECT_EQ(told, "没有参评单位“{nearest}”。最接近的是：[[y]]。");
}

TEST(Sentences, KeepASpaceThatIsWrittenAsOne) {
    EXPECT_EQ(Sentences(Language::english).say("cli.comma"), ", ");
}

}  // namespace
}  // namespace benniu::cli
