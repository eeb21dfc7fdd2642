// No bytes crash the reader, and what it gives keeps the promises of workbook.hpp.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

std::vector<PackedPart> sample_parts() {
    return parts_of(
        {.rows =
             R"(<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44469</v></c>
                    <c r="C1" t="inlineStr"><is><r><t>甲_x000D_</t></r></is></c></row>
                    <row r="2"><c r="A2" s="2"><f>B1/2</f><v>7.5999999999999996</v></c>
                    <c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="b"><v>1</v></c></row>)",
         .strings =
             "<si><r><t>单</t></r><r><t>位</t></r><rPh><t>dan</t></rPh></si><si><t>乙</t></si>",
         .formats = R"(<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/>)",
         .cell_styles = R"(<xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/>)",
         .properties = R"(<workbookPr date1904="0"/>)",
         .sheet_end = R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)"});
}

template <typename Items, typename Number>
bool ascends(const Items& items, Number number) {
    return std::adjacent_find(items.begin(), items.end(), [&](const auto& a, const auto& b) {
               return number(a) >= number(b);
           }) == items.end();
}

bool keeps_its_promises(const Workbook& workbook) {
    const auto sheet_is_sound = [](const Sheet& sheet) {
        return ascends(sheet.rows, [](const Row& row) { return row.number; }) &&
               std::all_of(sheet.rows.begin(), sheet.rows.end(), [](const Row& row) {
                   return !row.cells.empty() && row.number > 0 && row.cells.front().column > 0 &&
                          ascends(row.cells, [](const Cell& cell) { return cell.column; });
               });
    };
    return (!workbook.sheets.empty() || has_errors(workbook.findings)) &&
           std::all_of(workbook.sheets.begin(), workbook.sheets.end(), sheet_is_sound);
}

// Some bytes changed, and sometimes the end cut off.
std::string spoiled(std::string bytes) {
    for (int changes = *rc::gen::inRange(0, 4); changes > 0 && !bytes.empty(); --changes) {
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    }
    if (*rc::gen::inRange(0, 4) == 0) {
        bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    }
    return bytes;
}

TEST(Reader, ReadsTheSample) {
    EXPECT_EQ(printed(read_parts(sample_parts())),
              "A1 text 单位 hidden\nB1 date 2021-09-30 hidden\nC1 text 甲\r hidden\n"
              "A2 number 7.6 percent calculated\nB2 error #N/A\nC2 boolean TRUE\n");
}

RC_GTEST_PROP(Reader, SurvivesSpoiledArchives, ()) {
    static const std::string deflated = packed(sample_parts());
    static const std::string stored = packed(sample_parts(), ZIP_CM_STORE);
    const std::string& whole = *rc::gen::arbitrary<bool>() ? deflated : stored;
    RC_ASSERT(keeps_its_promises(read_workbook(spoiled(whole), "台账.xlsx")));
}

RC_GTEST_PROP(Reader, SurvivesSpoiledParts, ()) {
    auto parts = sample_parts();
    auto& part = parts[*rc::gen::inRange<std::size_t>(0, parts.size())];
    part.text = spoiled(part.text);
    RC_ASSERT(keeps_its_promises(read_workbook(packed(parts, ZIP_CM_STORE), "台账.xlsx")));
}

// A row's numbers survive the way into a workbook and out again.
RC_GTEST_PROP(Reader, ReturnsWhatWasWritten, (const std::vector<std::int32_t>& numbers)) {
    std::string row = "<row>";
    for (const auto number : numbers) {
        row += "<c><v>" + std::to_string(number) + "</v></c>";
    }
    const auto workbook = read_parts(parts_of({.rows = row + "</row>"}));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        RC_ASSERT(workbook.sheets.at(0).at(1, static_cast<int>(i + 1)).decimal() ==
                  Decimal(numbers[i]));
    }
}

}  // namespace
}  // namespace benniu::intake
