// The demo county's files, from the folder to facts, against its expected findings.
#include <gtest/gtest.h>

#include <set>

#include "intake/folder.hpp"
#include "intake/print.hpp"
#include "intake/text_tables_test.hpp"

namespace benniu::intake {
namespace {

const std::filesystem::path demo = BENNIU_SOURCE_DIR "/demo/wanghai";

const ReadFolder& inputs() {
    static const ReadFolder read = read_folder(demo / "inputs");
    return read;
}

const Proposal& first_import() {
    static const Proposal proposal = proposed(inputs().files);
    return proposal;
}

const ledger::County& county() {
    static const ledger::County folded = county_after(first_import().deeds());
    return folded;
}

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Demo, GivesTheExpectedFindings) {
    EXPECT_EQ(findings_csv(first_import().findings()),
              file_text(demo / "expected/import-findings.csv"));
}

TEST(Demo, NeedsNoNoteOrWarning) {
    for (const Finding& finding : first_import().findings()) {
        EXPECT_EQ(finding.severity, Severity::error)
            << finding.code << " " << finding.place.file << " " << finding.place.sheet << " "
            << finding.place.column << " " << finding.value;
    }
}

TEST(Demo, GivesNoFactsTheSecondTime) {
    const Proposal& first = first_import();
    const auto deeds = first.deeds();
    EXPECT_GT(deeds.size(), 2'000U);
    const auto second = proposed(inputs().files, deeds);
    EXPECT_TRUE(second.deeds().empty());
    EXPECT_EQ(second.findings(), first.findings());
    for (std::size_t i = 0; i < first.files.size(); ++i) {
        EXPECT_EQ(second.files[i].counts.unchanged,
                  first.files[i].counts.unchanged + first.files[i].counts.entered);
    }
}

TEST(Demo, FillsEveryLedgerOfItsFiles) {
    EXPECT_EQ(county().units.all().size(), 37U);
    for (const auto& [name, ledger] : county().ledgers) {
        EXPECT_FALSE(ledger.entries.empty()) << name;
    }
}

TEST(Demo, TakesMonthsFromTitles) {
    for (const std::string name : {"经济指标", "全市位次", "乡村建设", "信访办结"}) {
        const ledger::LedgerEntries& entries = *county().ledger(name);
        for (const ledger::Entry& entry : entries.entries) {
            EXPECT_EQ(model::plain_text(entries.value(entry, "截至月份")), "2021-11") << entry.key;
        }
    }
}

TEST(Demo, PlacesProjectsHouseholdsAndUnits) {
    const auto shapes = [&](const std::string& ledger, const std::string& field) {
        const ledger::LedgerEntries& entries = *county().ledger(ledger);
        std::size_t placed = 0;
        for (const ledger::Entry& entry : entries.entries) {
            placed += model::is_blank(entries.value(entry, field)) ? 0 : 1;
        }
        return std::to_string(placed) + "/" + std::to_string(entries.entries.size());
    };
    EXPECT_EQ(shapes("招商项目", "位置"), "175/175");
    EXPECT_EQ(shapes("征迁户", "地块"), "299/299");
    EXPECT_EQ(shapes("参评单位", "轮廓"), "17/37");
}

TEST(Demo, TakesInNoPerson) {
    for (const ledger::Deed& deed : first_import().deeds()) {
        EXPECT_EQ(ledger::canonical_line(deed).find("某某"), std::string::npos);
    }
}

}  // namespace
}  // namespace benniu::intake
