// The table of a tiny county in a few words, for tests.
#pragma once

#include "score/scored_test.hpp"
#include "standings/print.hpp"
#include "standings/standings.hpp"

namespace benniu::standings::testing {

// Units of 甲组 by name and 目标, the number that the tiny methods rank by.
inline std::string units_of(const std::vector<std::pair<std::string, std::string>>& units) {
    std::string tables = "# 单位 名称 组 目标\n";
    for (const auto& [name, target] : units) {
        tables += name + " 甲组 " + target + "\n";
    }
    return tables;
}

// "1 东镇 红旗; 2 西镇": rank, name and awards of each row.
inline std::string placed(const Standings& standings) {
    std::string words;
    for (const Row& row : standings.rows) {
        words += (words.empty() ? "" : "; ") + std::to_string(row.rank) + " " + row.name;
        for (const std::size_t award : row.awards) {
            words += " " + standings.method->awards[award].name;
        }
    }
    return words;
}

inline std::string placed(const std::string& method, const std::string& tables) {
    score::testing::Scored scored({method}, tables);
    return placed(from_score(scored.scorer()));
}

}  // namespace benniu::standings::testing
