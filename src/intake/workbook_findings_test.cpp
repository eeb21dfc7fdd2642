// Every finding that the reader can utter has a bad case here or in csv_test.cpp.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/limits.hpp"
#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

std::string outcome(const std::vector<PackedPart>& parts) {
    return printed(read_parts(parts));
}

std::string outcome(std::string_view bytes) {
    return printed(read_workbook(bytes, "台账.xlsx"));
}

// A good workbook with one of its parts replaced.
std::vector<PackedPart> with_part(const PackedPart& replaced) {
    auto parts = parts_of({.rows = "<row><c><v>1</v></c></row>"});
    for (PackedPart& part : parts) {
        if (part.name == replaced.name) {
            part = replaced;
        }
    }
    return parts;
}

std::string rows_outcome(const std::string& rows) {
    return outcome(parts_of({.rows = rows}));
}

std::string times(std::uint64_t count, const std::string& text) {
    std::string repeated;
    for (std::uint64_t i = 0; i < count; ++i) {
        repeated += text;
    }
    return repeated;
}

constexpr const char* sheet_name = "xl/worksheets/sheet1.xml";
const std::string megabyte_of_space(1024 * 1024, ' ');

TEST(UnreadableFile, IsAnythingButAFile) {
    for (const char* path : {"/no/such/台账.xlsx", "/", "/dev/zero", "/proc/self/mem"}) {
        const auto workbook = read_workbook(std::filesystem::path(path));
        EXPECT_EQ(printed(workbook), "finding unreadable-file\n") << path;
    }
    const auto workbook = read_workbook(std::filesystem::path("/no/such/台账.xlsx"));
    EXPECT_EQ(workbook.findings.at(0).place.file, "台账.xlsx");
}

TEST(NotAWorkbook, IsAnotherKindOfFile) {
    const std::string expected = "finding not-a-workbook\n";
    EXPECT_EQ(outcome(""), expected);
    EXPECT_EQ(outcome(" \r\n\t"), expected);
    EXPECT_EQ(outcome("\xEF\xBB\xBF"), expected);
    EXPECT_EQ(outcome("\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>"),
              expected);
    EXPECT_EQ(outcome("<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"), expected);
    EXPECT_EQ(outcome("<?xml version=\"1.0\"?><Workbook/>"), expected);
    EXPECT_EQ(outcome("%PDF-1.7\n"), expected);
    EXPECT_EQ(outcome(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)), expected);
    EXPECT_EQ(outcome(std::string("MZ\0\1", 4)), expected);
    EXPECT_EQ(outcome({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), expected);
    EXPECT_EQ(outcome(with_part({"xl/workbook.xml", "<w:document xmlns:w=\"urn:word\"/>"})),
              expected);
    EXPECT_EQ(outcome(with_part({"xl/workbook.xml", "\x83\x01\x02 binary"})), expected);
}

TEST(OldWorkbook, IsTheOldContainer) {
    EXPECT_EQ(outcome("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "finding old-workbook\n");
}

TEST(BrokenWorkbook, IsCutShort) {
    const std::string whole = packed(with_part({"", ""}));
    for (std::size_t bytes = 4; bytes < whole.size(); bytes += 7) {
        EXPECT_EQ(outcome(whole.substr(0, bytes)), "finding broken-workbook\n") << bytes;
    }
}

TEST(BrokenWorkbook, HasAnotherChecksum) {
    std::string bytes = packed(with_part({"", ""}), ZIP_CM_STORE);
    const auto at = bytes.find("<v>1</v>");
    ASSERT_NE(at, std::string::npos);
    bytes[at + 3] = '2';
    EXPECT_EQ(outcome(bytes), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, IsPackedInAWayThatNoWriterUses) {
    EXPECT_EQ(outcome(packed(with_part({"", ""}), ZIP_CM_BZIP2)), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, LacksAPart) {
    auto parts = with_part({"", ""});
    parts.erase(parts.begin() + 3);  // the sheet
    const auto workbook = read_parts(parts);
    EXPECT_EQ(printed(workbook), "finding broken-workbook\n");
    EXPECT_EQ(workbook.findings.at(0).words, (Words{{"part", sheet_name}}));
    EXPECT_EQ(workbook.findings.at(0).place.sheet, "表");

    parts = with_part({"", ""});
    parts.erase(parts.begin() + 5);  // the styles, without which dates would be numbers
    EXPECT_EQ(outcome(parts), "finding broken-workbook\n");
    parts.erase(parts.begin() + 1);  // the relationships of the workbook
    EXPECT_EQ(outcome(parts), "finding broken-workbook\n");
    EXPECT_EQ(outcome({root_part()}), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, HasOnePartTwice) {
    auto parts = with_part({"", ""});
    parts.push_back(sheet_part("<row><c><v>2</v></c></row>", "", "XL/worksheets/Sheet1.xml"));
    EXPECT_EQ(outcome(parts), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, EndsManyTimes) {
    const std::string whole = packed(with_part({"", ""}));
    const std::string end = whole.substr(whole.rfind("PK\x05\x06"));
    EXPECT_EQ(outcome(whole + times(1000, end)), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, RefersToOtherFiles) {
    auto parts = with_part({"", ""});
    parts[1].text.insert(parts[1].text.find(" Target"), R"( TargetMode="External")");
    EXPECT_EQ(outcome(parts), "finding broken-workbook\n");
}

TEST(BrokenWorkbook, HasMalformedXml) {
    for (const char* text : {"", "<worksheet>", "<worksheet></sheet>", "<worksheet/><worksheet/>",
                             "<worksheet>&nothing;</worksheet>", "<worksheet>\xFF</worksheet>",
                             "<chartsheet/>", "<worksheet a=\"1\" a=\"2\"/>"}) {
        EXPECT_EQ(outcome(with_part({sheet_name, text})), "finding broken-workbook\n") << text;
    }
}

TEST(BrokenWorkbook, HasOneCellTwice) {
    EXPECT_EQ(rows_outcome(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)"),
              "finding broken-workbook\n");
    EXPECT_EQ(rows_outcome(R"(<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>)"),
              "finding broken-workbook\n");
    EXPECT_EQ(
        outcome(parts_of({.sheet_end = R"(<mergeCells><mergeCell ref="B2:A1"/></mergeCells>)"})),
        "finding broken-workbook\n");
}

TEST(BrokenWorkbook, HasRowsOutsideEverySheet) {
    for (const char* row : {"0", "-1", "", "A", "1.5", "1048577", "2147483647", "99999999999"}) {
        EXPECT_EQ(rows_outcome("<row r=\"" + std::string(row) + "\"/><row/>"),
                  "finding broken-workbook\n")
            << row;
    }
    EXPECT_EQ(rows_outcome("<row r=\"1048576\"/><row/>"), "finding broken-workbook\n");
}

// A token without an end makes a parser look at it again and again.
TEST(BrokenWorkbook, HasAnEndlessToken) {
    EXPECT_EQ(outcome(with_part({sheet_name, "<worksheet><!--", megabyte_of_space, 200, "-->"})),
              "finding broken-workbook\n");
}

TEST(BrokenWorkbook, DoesNotSpoilTheOtherSheets) {
    auto parts = with_part({sheet_name, "<worksheet>"});
    parts[1] = relationships_part(
        {"rId1 worksheet worksheets/sheet1.xml", "rId2 worksheet worksheets/sheet2.xml"});
    parts[2] = workbook_part(R"(<sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId2"/>)");
    parts.push_back(sheet_part("<row><c><v>2</v></c></row>", "", "xl/worksheets/sheet2.xml"));
    EXPECT_EQ(outcome(parts), "finding broken-workbook\n[甲]\n[乙]\nA1 number 2\n");
}

TEST(BrokenCell, IsFoundWithItsPlaceAndTheOthersAreRead) {
    const auto workbook = read_parts(
        parts_of({.rows = R"(<row r="3"><c r="A3"><v>12a</v></c><c r="B3" t="s"><v>7</v></c>
                    <c r="C4"><v>1</v></c><c r="3D"><v>1</v></c><c r="E3" t="x"><v>1</v></c>
                    <c r="F3" t="b"><v>2</v></c><c r="G3" s="-1"><v>1</v></c>
                    <c r="H3"><v>8</v></c></row>)"}));
    EXPECT_EQ(printed(workbook), times(7, "finding broken-cell\n") + "H3 number 8\n");
    EXPECT_EQ(workbook.findings.at(0).place,
              (Place{.file = "台账.xlsx", .sheet = "表", .row = 3, .column = "A"}));
    EXPECT_EQ(workbook.findings.at(0).value, "12a");
    EXPECT_EQ(workbook.findings.at(1).place.column, "B");
}

TEST(BrokenCell, IsNotToldWithoutEnd) {
    const auto workbook = read_parts(parts_of(
        {.rows = "<row>" + times(limits::findings_per_text + 1, "<c><v>x</v></c>") + "</row>"}));
    EXPECT_EQ(workbook.findings.size(), limits::findings_per_text + 1);
    EXPECT_EQ(workbook.findings.back().code, "broken-workbook");
}

TEST(ForbiddenEntity, IsAnyDocumentType) {
    const std::string entities =
        R"(<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>)";
    for (const char* name : {"_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
                             "xl/sharedStrings.xml", "xl/styles.xml", sheet_name}) {
        EXPECT_EQ(outcome(with_part({name, entities + "<worksheet>&b;</worksheet>"})),
                  "finding forbidden-entity\n")
            << name;
    }
    EXPECT_EQ(outcome(with_part({sheet_name,
                                 "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">"
                                 "<worksheet/>"})),
              "finding forbidden-entity\n");
}

TEST(XmlTooDeep, IsNestedWithoutEnd) {
    EXPECT_EQ(outcome(with_part({sheet_name, "<worksheet>", "<a>", 1'000'000})),
              "finding xml-too-deep\n");
}

TEST(WorkbookTooLarge, IsABombInOnePart) {
    constexpr auto megabytes = limits::workbook_part_bytes / (1024 * 1024);
    const auto bytes = packed(
        with_part({sheet_name, "<worksheet>", megabyte_of_space, megabytes, "</worksheet>"}));
    EXPECT_LT(bytes.size(), 4'000'000U);
    EXPECT_EQ(outcome(bytes), "finding workbook-too-large\n");
}

TEST(WorkbookTooLarge, IsABombInManySheets) {
    constexpr std::uint64_t sheets = 5;
    constexpr auto megabytes = limits::workbook_unpacked_bytes / (1024 * 1024) / (sheets - 1);
    auto parts =
        with_part({sheet_name, "<worksheet>", megabyte_of_space, megabytes, "</worksheet>"});
    parts[2] = workbook_part(times(sheets, R"(<sheet name="表" r:id="rId1"/>)"));
    const auto workbook = read_parts(parts);
    EXPECT_EQ(printed(workbook), "finding workbook-too-large\n");
    EXPECT_EQ(workbook.findings.at(0).words, (Words{{"limit", "512"}}));
}

TEST(WorkbookTooLarge, IsAnUploadBeyondTheLimit) {
    EXPECT_EQ(outcome(std::string(limits::upload_bytes + 1, 'a')), "finding workbook-too-large\n");
    const auto path = std::filesystem::path(testing::TempDir()) / "大.csv";
    std::ofstream(path).flush();
    std::filesystem::resize_file(path, limits::upload_bytes + 1);
    EXPECT_EQ(printed(read_workbook(path)), "finding workbook-too-large\n");
    std::filesystem::remove(path);
}

TEST(TooManyParts, IsAnArchiveOfCrumbs) {
    auto parts = with_part({"", ""});
    for (int i = 0; i <= limits::workbook_parts; ++i) {
        parts.push_back({"xl/media/" + std::to_string(i), ""});
    }
    EXPECT_EQ(outcome(parts), "finding too-many-parts\n");
    for (int i = 0; i <= limits::workbook_parts; ++i) {
        parts.push_back({"xl/more/" + std::to_string(i), ""});
    }
    EXPECT_EQ(outcome(parts), "finding too-many-parts\n");
}

TEST(TooManySheets, AreOneAboveTheLimit) {
    EXPECT_EQ(outcome(with_part(workbook_part(
                  times(limits::workbook_sheets + 1, R"(<sheet name="表" r:id="rId1"/>)")))),
              "finding too-many-sheets\n");
}

TEST(NoSheets, IsAWorkbookOfChartsOnly) {
    EXPECT_EQ(outcome(with_part(workbook_part(""))), "finding no-sheets\n");
    EXPECT_EQ(outcome(with_part(workbook_part(R"(<sheet name="图" r:id="rId2"/>)"))),
              "finding no-sheets\n");
}

TEST(TooManyRows, AreOneBelowTheLimit) {
    const auto row = std::to_string(limits::sheet_rows);
    EXPECT_EQ(rows_outcome("<row r=\"" + row + "\"><c><v>1</v></c></row>"),
              "A" + row + " number 1\n");
    EXPECT_EQ(rows_outcome("<row r=\"" + row + "\"/><row><c><v>1</v></c></row>"),
              "finding too-many-rows\n");
}

TEST(TooManyColumns, AreOneBehindTheLimit) {
    EXPECT_EQ(rows_outcome(R"(<row r="1"><c r="ALL1"><v>1</v></c></row>)"), "ALL1 number 1\n");
    const auto workbook = read_parts(parts_of({.rows = R"(<row><c r="ALM1"><v>1</v></c></row>)"}));
    EXPECT_EQ(printed(workbook), "finding too-many-columns\n");
    EXPECT_EQ(workbook.findings.at(0).place.column, "ALM");
}

TEST(CellTooLong, IsStoppedBeforeItIsWhole) {
    EXPECT_EQ(
        outcome(with_part({sheet_name, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>",
                           std::string(1024 * 1024, 'a'), 200})),
        "finding cell-too-long\n");
}

TEST(TooMuchText, IsAFloodOfSharedTexts) {
    const std::string item = "<si><t>" + std::string(1024, 'a') + "</t></si>";
    constexpr auto items = limits::shared_strings_bytes / 1024;
    EXPECT_EQ(outcome(with_part({"xl/sharedStrings.xml", "<sst>", item, items, "</sst>"})),
              "finding too-much-text\n");
    EXPECT_EQ(outcome(with_part({"xl/sharedStrings.xml", "<sst>" + times(items - 1024, item),
                                 "<si/>", 1024 * 1024 / 4 + 1, "</sst>"})),
              "finding too-much-text\n");
}

TEST(TooMuchText, IsOneLongTextInMostCells) {
    const std::string letters(limits::cell_bytes, 'a');
    const auto cells = limits::workbook_text_bytes / limits::cell_bytes + 1;
    EXPECT_EQ(outcome(parts_of({.rows = times(cells, "<row><c t=\"s\"><v>0</v></c></row>"),
                                .strings = "<si><t>" + letters + "</t></si>"})),
              "finding too-much-text\n");
}

TEST(TooManyMerges, AreOneAboveTheLimit) {
    EXPECT_EQ(
        outcome(with_part({sheet_name, "<worksheet><mergeCells>", R"(<mergeCell ref="A1:B2"/>)",
                           limits::sheet_merges + 1, "</mergeCells></worksheet>"})),
        "finding too-many-merges\n");
}

TEST(TooManyStyles, AreOneAboveTheLimit) {
    EXPECT_EQ(outcome(with_part({"xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>",
                                 limits::workbook_styles + 1, "</cellXfs></styleSheet>"})),
              "finding too-many-styles\n");
}

std::string all_sentences(std::string_view language) {
    std::ostringstream sentences;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(BENNIU_SOURCE_DIR) / "i18n")) {
        if (entry.path().filename().string().ends_with(language)) {
            sentences << std::ifstream(entry.path()).rdbuf();
        }
    }
    return sentences.str();
}

TEST(Findings, AreSaidInChineseAndEnglish) {
    for (const char* language : {"zh-CN.properties", "en.properties"}) {
        const std::string sentences = all_sentences(language);
        for (const char* code :
             {"broken-cell",      "broken-workbook", "cell-too-long",      "forbidden-entity",
              "no-sheets",        "not-a-workbook",  "old-workbook",       "too-many-cells",
              "too-many-columns", "too-many-merges", "too-many-parts",     "too-many-rows",
              "too-many-sheets",  "too-many-styles", "too-much-text",      "unclosed-quote",
              "unknown-encoding", "unreadable-file", "workbook-too-large", "xml-too-deep"}) {
            for (const char* part : {".problem = ", ".remedy = "}) {
                EXPECT_NE(sentences.find(std::string("finding.") + code + part), std::string::npos)
                    << language << " " << code << part;
            }
        }
    }
}

}  // namespace
}  // namespace benniu::intake
