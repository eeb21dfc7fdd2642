#include "model/yaml.hpp"

#include <gtest/gtest.h>

#include "model/ledger_definition.hpp"

namespace benniu::model {
namespace {

TEST(Yaml, CountsPositionsInLetters) {
    const ReadLedger read = read_ledger(
        "ledger: 单位\n"
        "english: Units\n"
        "key: [名称]\n"
        "fields:\n"
        "  - {name: 名称, english: Name, type: text, 备注: 无}\n",
        "a.yaml");
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].code, "unknown-member");
    EXPECT_EQ(read.findings[0].place.line, 5);
    EXPECT_EQ(read.findings[0].place.position, 43);  // byte 47
}

TEST(Yaml, KeepsThePositionsOfOtherFiles) {
    Findings findings = {{.code = "x", .place = {.file = "b.yaml", .line = 1, .position = 7}}};
    place_by_letters(findings, "a.yaml", "单位单位");
    EXPECT_EQ(findings[0].place.position, 7);
    place_by_letters(findings, "b.yaml", "单位单位");
    EXPECT_EQ(findings[0].place.position, 3);
}

}  // namespace
}  // namespace benniu::model
