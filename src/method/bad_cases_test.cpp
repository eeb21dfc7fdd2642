// Every finding that this stage can utter has a bad method in cases/bad that brings it about.
#include <gtest/gtest.h>

#include <regex>

#include "method/text_case.hpp"

namespace benniu::method {
namespace {

std::set<std::string> codes_in(const std::string& text, const std::regex& pattern) {
    std::set<std::string> codes;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern);
         match != std::sregex_iterator(); ++match) {
        codes.insert((*match)[1]);
    }
    return codes;
}

// found("code", …), mistake("code"), and found(is_so ? "code" : "code", …).
std::set<std::string> codes_uttered() {
    const std::regex said(
        R"-((?:\bfound|\bmistake|\bmistake_at|\bfinding_in)\s*\([^;"]*"([a-z]+(?:-[a-z]+)+)")-");
    const std::regex chosen(R"-([?:]\s*"([a-z]+(?:-[a-z]+)+)")-");
    std::set<std::string> codes;
    const auto folder = std::filesystem::path(BENNIU_SOURCE_DIR) / "src/method";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".cpp") && !name.ends_with("_test.cpp")) {
            const std::string source = testing::content_of(entry.path());
            codes.merge(codes_in(source, said));
            codes.merge(codes_in(source, chosen));
        }
    }
    return codes;
}

TEST(BadCases, AreToldAsTheyExpect) {
    const Definitions ledgers = testing::county_ledgers();
    for (const testing::TextCase& each : testing::cases_in("bad")) {
        const LoadedLibrary loaded = load_library(each.methods, ledgers);
        EXPECT_EQ(testing::told(loaded.findings), each.expected) << each.name;
    }
}

TEST(BadCases, AreNamedAfterAFindingTheyExpect) {
    const std::regex code(R"-(\d ([a-z]+(?:-[a-z]+)+))-");
    for (const testing::TextCase& each : testing::cases_in("bad")) {
        const auto codes = codes_in(each.expected, code);
        EXPECT_TRUE(std::any_of(codes.begin(), codes.end(), [&](const auto& one) {
            return each.name.starts_with(one);
        })) << each.name;
    }
}

TEST(BadCases, ExistForEveryFindingThatTheStageUtters) {
    const std::regex code(R"-(\d ([a-z]+(?:-[a-z]+)+))-");
    std::set<std::string> expected;
    for (const testing::TextCase& each : testing::cases_in("bad")) {
        expected.merge(codes_in(each.expected, code));
    }
    const std::set<std::string> uttered = codes_uttered();
    EXPECT_GT(uttered.size(), 70U);
    for (const std::string& each : uttered) {
        EXPECT_TRUE(expected.contains(each)) << "write src/method/cases/bad/" << each << ".md";
    }
    for (const std::string& each : expected) {
        EXPECT_TRUE(uttered.contains(each)) << each << " is expected, but nothing utters it";
    }
}

// The places of a finding's two sentences in one language; nothing when a sentence is missing.
std::set<std::string> places_of(const std::string& sentences, const std::string& code) {
    std::set<std::string> places;
    for (const char* half : {".problem = ", ".remedy = "}) {
        const std::string key = "\nfinding." + code + half;
        const std::size_t at = sentences.find(key);
        EXPECT_NE(at, std::string::npos) << key;
        const std::size_t begin = std::min(at, sentences.size() - key.size()) + key.size();
        const std::string sentence = sentences.substr(begin, sentences.find('\n', begin) - begin);
        places.merge(codes_in(sentence, std::regex(R"(\{(\w+)\})")));
    }
    return places;
}

// What a finding has to say in those places.
std::set<std::string> words_of(const Finding& finding) {
    std::set<std::string> words;
    for (const auto& [name, value] : finding.words) {
        EXPECT_NE(value, "") << finding.code << " " << name;
        words.insert(name);
    }
    if (!finding.value.empty()) {
        words.insert("value");
    }
    return words;
}

TEST(BadCases, FillThePlacesOfTheirSentences) {
    const Definitions ledgers = testing::county_ledgers();
    const auto folder = std::filesystem::path(BENNIU_SOURCE_DIR) / "i18n";
    for (const char* language : {"method.zh-CN.properties", "method.en.properties"}) {
        const std::string sentences = "\n" + testing::content_of(folder / language);
        for (const testing::TextCase& each : testing::cases_in("bad")) {
            for (const Finding& finding : load_library(each.methods, ledgers).findings) {
                const std::set<std::string> said = words_of(finding);
                for (const std::string& place : places_of(sentences, finding.code)) {
                    EXPECT_TRUE(said.contains(place)) << finding.code << " lacks " << place;
                }
            }
        }
    }
}

}  // namespace
}  // namespace benniu::method
