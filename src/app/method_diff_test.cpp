#include "app/method_diff.hpp"

#include "app/small_county_test.hpp"

namespace benniu::app {
namespace {

class MethodDiffs : public testing::SmallCounty {
  protected:
    // "西镇 1→2", one line for each unit that a changed text moves; 0 is not ranked.
    std::string moved(const std::string& from, const std::string& to) {
        std::string text = pack_.files.at("methods/monthly.md");
        text.replace(text.find(from), from.size(), to);
        const auto diff = method_diff(log_, pack_, text, "2021-11");
        std::string words;
        for (const UnitChange& unit : diff->units) {
            words += unit.unit + " " + std::to_string(unit.rank_before) + "→" +
                     std::to_string(unit.rank_after) + "\n";
        }
        return words;
    }
};

TEST_F(MethodDiffs, TellUnitsThatMove) {
    EXPECT_EQ(moved("sum(分", "sum(0 - 分"), "东镇 2→1\n西镇 1→2\n");
}

TEST_F(MethodDiffs, TellUnitsThatAreRankedNoMore) {
    const std::string ledger = "ledgers/单位.yaml";
    PackFiles files = testing::small_pack();
    files[ledger].replace(files[ledger].find("[甲组]"), std::string("[甲组]").size(),
                          "[甲组, 乙组]");
    pack_ = read_pack(std::move(files));
    EXPECT_EQ(moved("in 甲组", "in 乙组"), "西镇 1→0\n东镇 2→0\n");
}

}  // namespace
}  // namespace benniu::app
