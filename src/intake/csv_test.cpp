#include "intake/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"
#include "intake/allowance.hpp"
#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

std::string cells_of(std::string_view bytes) {
    return printed(read_workbook(bytes, "月报.csv"));
}

TEST(Csv, IsOneSheetNamedByTheFile) {
    const auto workbook = read_workbook("单位,完成\n海口镇,12\n", "十一月 月报.v2.csv");
    ASSERT_EQ(workbook.sheets.size(), 1U);
    EXPECT_EQ(workbook.sheets[0].name, "十一月 月报.v2");
    EXPECT_FALSE(workbook.sheets[0].is_hidden);
    EXPECT_EQ(printed(workbook), "A1 text 单位\nB1 text 完成\nA2 text 海口镇\nB2 text 12\n");
}

TEST(Csv, ReadsEveryEncodingOfAnOffice) {
    const std::string expected = "A1 text 望海县\nB1 text 1\n";
    EXPECT_EQ(cells_of("望海县,1"), expected);
    EXPECT_EQ(cells_of("\xEF\xBB\xBF望海县,1"), expected);
    EXPECT_EQ(cells_of("\xCD\xFB\xBA\xA3\xCF\xD8,1"), expected);
    EXPECT_EQ(cells_of(std::string_view("\xFF\xFE\x1B\x67\x77\x6D\xBF\x53,\0001\0", 12)), expected);
    EXPECT_EQ(cells_of(std::string_view("\xFE\xFF\x67\x1B\x6D\x77\x53\xBF\0,\0001", 12)), expected);
    EXPECT_EQ(cells_of("\x82\x31\xA4\x37,\x95\x32\x82\x36"), "A1 text 㫽\nB1 text 𠀀\n");
}

TEST(Csv, ReadsEveryLineEndAndSeparator) {
    const std::string expected = "A1 text a\nB1 text b\nA2 text c\nB2 text d\n";
    EXPECT_EQ(cells_of("a,b\nc,d\n"), expected);
    EXPECT_EQ(cells_of("a,b\r\nc,d\r\n"), expected);
    EXPECT_EQ(cells_of("a,b\rc,d"), expected);
    EXPECT_EQ(cells_of("a;b\nc;d\n"), expected);
    EXPECT_EQ(cells_of("a\tb\nc\td\n"), expected);
}

TEST(Csv, IsNotDeceivedByOtherSignsInItsTexts) {
    EXPECT_EQ(cells_of("单位,事项\n甲,一;二\n乙,三\n"),
              "A1 text 单位\nB1 text 事项\nA2 text 甲\nB2 text 一;二\nA3 text 乙\nB3 text 三\n");
    EXPECT_EQ(cells_of("1,5;2,5\n3,0;4,0\n"),
              "A1 text 1,5\nB1 text 2,5\nA2 text 3,0\nB2 text 4,0\n");
    EXPECT_EQ(cells_of("标题\n\"a,b,c\"\td\n\"e,f,g\"\th\n"),
              "A1 text 标题\nA2 text a,b,c\nB2 text d\nA3 text e,f,g\nB3 text h\n");
    EXPECT_EQ(cells_of("\"甲;乙\",1\n\"丙;丁\",2\n"),
              "A1 text 甲;乙\nB1 text 1\nA2 text 丙;丁\nB2 text 2\n");
}

TEST(Csv, ReadsQuotesWithSeparatorsBreaksAndQuotes) {
    EXPECT_EQ(cells_of("\"甲,乙\",\"第一行\n第二行\",\"说\"\"好\"\"\"\nx,\"\"y,z\"z\"\n"),
              "A1 text 甲,乙\nB1 text 第一行\n第二行\nC1 text 说\"好\"\n"
              "A2 text x\nB2 text y\nC2 text z\"z\"\n");
}

TEST(Csv, LeavesBlankCellsAndRowsOutButCountsThem) {
    EXPECT_EQ(cells_of(",,c\n\n\n,b,\n"), "C1 text c\nB4 text b\n");
}

TEST(Csv, FindsAQuoteThatNobodyCloses) {
    const auto workbook = read_workbook("a,b\nc,\"d\ne,f\n", "月报.csv");
    ASSERT_EQ(printed(workbook), "finding unclosed-quote\n");
    EXPECT_EQ(workbook.findings[0].place, (Place{.file = "月报.csv", .sheet = "月报", .row = 2}));
}

TEST(Csv, FindsAnUnknownEncoding) {
    EXPECT_EQ(cells_of("a,\xFF\xFF\n"), "finding unknown-encoding\n");
    EXPECT_EQ(cells_of("\xEF\xBB\xBF\xB5,\n"), "finding unknown-encoding\n");
    EXPECT_EQ(cells_of("a,\xCD"), "finding unknown-encoding\n");
    EXPECT_EQ(cells_of("\xFF\xFE\x1B"), "finding unknown-encoding\n");
}

TEST(Csv, HoldsToTheLimits) {
    EXPECT_EQ(cells_of(std::string(limits::sheet_rows, '\n') + "a"), "finding too-many-rows\n");
    EXPECT_EQ(cells_of(std::string(limits::sheet_columns, ',') + "a"),
              "finding too-many-columns\n");
    EXPECT_EQ(cells_of("a," + std::string(limits::cell_bytes + 1, 'b')), "finding cell-too-long\n");
}

TEST(Allowance, HoldsAllSheetsTogetherToTheLimits) {
    Allowance cells;
    const Cell cell{.column = 1, .kind = Cell::Kind::text, .text = "1"};
    for (std::uint64_t i = 0; i < limits::workbook_cells; ++i) {
        ASSERT_FALSE(cells.take(1, cell));
    }
    EXPECT_EQ(cells.take(1, cell)->code, "too-many-cells");

    Allowance texts;
    const Cell long_cell{.column = 1, .text = std::string(limits::cell_bytes, 'a')};
    for (std::uint64_t i = 0; i < limits::workbook_text_bytes / limits::cell_bytes; ++i) {
        ASSERT_FALSE(texts.take(1, long_cell));
    }
    EXPECT_EQ(texts.take(1, long_cell)->code, "too-much-text");
}

RC_GTEST_PROP(Csv, ReadsBackWhatItsRulesWrite, (const std::vector<std::string>& texts)) {
    std::string line = "前,";
    for (std::string text : texts) {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c <= 0 || c == '\r'; }, '"');
        line += '"';
        for (const char letter : text) {
            line += letter == '"' ? "\"\"" : std::string(1, letter);
        }
        line += "\",";
    }
    const auto workbook = read_workbook(line + "后\n1,2\n", "月报.csv");
    RC_ASSERT(workbook.findings.empty());
    RC_ASSERT(workbook.sheets.at(0).at(1, static_cast<int>(texts.size()) + 2).text == "后");
}

RC_GTEST_PROP(Csv, TakesAnyBytes, (const std::string& bytes)) {
    const auto workbook = read_workbook(bytes, "月报.csv");
    RC_ASSERT(workbook.sheets.size() + workbook.findings.size() == 1U);
}

}  // namespace
}  // namespace benniu::intake
