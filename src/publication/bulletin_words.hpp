// The words of a county's monthly bulletin, from packs/*/bulletin/bulletin.yaml: what a clerk may
// change without C++. {places} in them are filled when the bulletin is composed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"

namespace benniu::publication {

// One method's part of the bulletin.
struct SectionWords {
    std::string method;
    std::string heading;
    std::vector<std::string> texts;
    std::string leader;                // one sentence per group
    std::vector<std::string> summary;  // the columns of the short table in the body
    std::string attachment;            // the title of the full table
};

struct BulletinWords {
    std::string mark;
    std::string office;  // 机关代字
    std::string title;
    std::string addressee;
    std::vector<std::string> opening;
    std::vector<SectionWords> sections;
    std::vector<std::string> unpublished;  // methods that get no section
    std::string awards_heading;
    std::string award;       // "拟授{award}:{units}。"
    std::string award_none;  // when nobody is proposed
    std::vector<std::string> closing;
    std::vector<std::string> unbroken;  // words that no fold of a title or a table's head splits
    std::string unit;                   // heads of the tables
    std::string rank;
    std::string signature;
    std::string copies_to;
    std::string imprint_office;
    std::string correction_title;
    std::string correction_opening;
    std::vector<std::string> correction_heads;  // method, unit, column, before, after
};

struct ReadBulletinWords {
    BulletinWords words;
    Findings findings;
};

// Whether the words say what becomes of a method: a section, or that it gets none.
[[nodiscard]] bool has_word_of(const BulletinWords& words, const std::string& method);

[[nodiscard]] ReadBulletinWords read_bulletin_words(std::string_view yaml, const std::string& file);

}  // namespace benniu::publication
