#include "intake/workbook.hpp"

#include <gtest/gtest.h>

#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

std::string cells_of(const WorkbookParts& parts) {
    return printed(read_parts(parts_of(parts)));
}

TEST(Workbook, ReadsSharedTextsOfEveryShape) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c>
                                   <c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
                                   <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>)",
                        .strings = "<si><t>单位</t></si>"
                                   "<si><r><t>计划</t></r><r><rPr><b/></rPr><t>总投资</t></r></si>"
                                   "<si><t>望海</t><rPh sb=\"0\" eb=\"2\"><t>wanghai</t></rPh></si>"
                                   "<si><t xml:space=\"preserve\"> 县 &amp; 镇 &#x20AC;</t></si>"
                                   "<si/>"}),
              "A1 text 单位\n"
              "B1 text 计划总投资\n"
              "C1 text 望海\n"
              "D1 text  县 & 镇 €\n");
}

TEST(Workbook, ReadsEscapedLettersOnce) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1" t="inlineStr">
                                   <is><t>上_x000D_下_x005F_x000D__x4E00__x00__xD800_</t></is></c></row>)"}),
              "A1 text 上\r下_x000D_一_x00__xD800_\n");
}

TEST(Workbook, ReadsInlineTextsWithRuns) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="2"><c r="B2" t="inlineStr"><is><t>海口镇</t></is></c>
                                   <c r="C2" t="inlineStr"><is><r><t>盐</t></r><r><t>滩</t></r>
                                   <rPh sb="0" eb="1"><t>yan</t></rPh></is></c></row>)"}),
              "B2 text 海口镇\nC2 text 盐滩\n");
}

TEST(Workbook, CountsRowsAndCellsThatNameNoPlace) {
    EXPECT_EQ(cells_of({.rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
                                R"(<row><c r="C3"><v>4</v></c><c><v>5</v></c></row>)"
                                R"(<row r="9"><c><v>6</v></c></row>)"}),
              "A1 number 1\nC1 number 3\nC3 number 4\nD3 number 5\nA9 number 6\n");
}

TEST(Workbook, PutsRowsAndCellsInOrder) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="3"><c r="A3"><v>3</v></c></row>
                                   <row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>)"}),
              "A1 number 1\nB1 number 2\nA3 number 3\n");
}

TEST(Workbook, KeepsHiddenRows) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>
                                   <row r="2" hidden="0"><c r="A2"><v>2</v></c></row>)"}),
              "A1 number 1 hidden\nA2 number 2\n");
}

TEST(Workbook, KnowsWhatAFormulaGave) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>
                                   <c r="B1" t="str"><f>"甲"</f><v>甲</v></c>
                                   <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
                                   <c r="D1"><f>SUM(A1)</f><v></v></c>
                                   <c r="E1"><f t="shared" si="0"/></c>
                                   <c r="F1" t="str"><f>""</f><v></v></c>
                                   <c r="G1" t="b"><f>1=1</f><v>1</v></c></row>)"}),
              "A1 number 2 calculated\n"
              "B1 text 甲 calculated\n"
              "C1 error #DIV/0! calculated\n"
              "D1 blank not calculated\n"
              "E1 blank not calculated\n"
              "G1 boolean TRUE calculated\n");
}

TEST(Workbook, ReadsErrorsBooleansAndIsoDays) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1" t="e"><v>#N/A</v></c>
                                   <c r="B1" t="b"><v>0</v></c>
                                   <c r="C1" t="d"><v>2021-09-30T00:00:00</v></c>
                                   <c r="D1" t="d"><v>2021-09-31</v></c></row>)"}),
              "A1 error #N/A\nB1 boolean FALSE\nC1 date 2021-09-30\nD1 text 2021-09-31\n");
}

TEST(Workbook, TellsDatesAndPercentagesByTheirFormat) {
    EXPECT_EQ(
        cells_of(
            {.rows = R"(<row r="1"><c r="A1" s="1"><v>44469</v></c>
                                   <c r="B1" s="2"><v>44469.75</v></c>
                                   <c r="C1" s="3"><v>0.125</v></c><c r="D1" s="4"><v>3</v></c>
                                   <c r="E1" s="5"><v>44469</v></c><c r="F1" s="9"><v>7</v></c>
                                   <c r="G1" s="1" t="inlineStr"><is><t>待定</t></is></c></row>)",
             .formats = R"(<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
                                      <numFmt numFmtId="177" formatCode="0&quot; days&quot;"/>
                                      <numFmt numFmtId="31" formatCode="0.00"/>)",
             .cell_styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/>
                                          <xf numFmtId="10"/><xf numFmtId="177"/>
                                          <xf numFmtId="31"/>)"}),
        "A1 date 2021-09-30\n"
        "B1 date 2021-09-30\n"
        "C1 number 0.125 percent\n"
        "D1 number 3\n"
        "E1 number 44469\n"
        "F1 number 7\n"
        "G1 text 待定\n");
}

TEST(Workbook, CountsDaysFrom1904WhenItSaysSo) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1" s="0"><v>43007</v></c></row>)",
                        .cell_styles = R"(<xf numFmtId="14"/>)",
                        .properties = R"(<workbookPr date1904="1"/>)"}),
              "A1 date 2021-09-30\n");
}

TEST(Workbook, ReadsMergesBesideCells) {
    const auto workbook = read_parts(parts_of(
        {.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)",
         .sheet_end =
             R"(<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="AA2:AB3"/></mergeCells>)"}));
    ASSERT_EQ(workbook.sheets.size(), 1U);
    EXPECT_EQ(workbook.sheets[0].merges, (std::vector<Merge>{{1, 1, 1, 3}, {2, 27, 3, 28}}));
}

TEST(Workbook, KeepsTheOrderOfTabsAndPassesOverCharts) {
    const auto workbook = read_parts({
        root_part(),
        relationships_part({"a worksheet /xl/worksheets/last.xml", "b chartsheet charts/1.xml",
                            "c worksheet worksheets/first.xml", "d worksheet ./x/../Second.xml"}),
        workbook_part(R"(<sheet name="一" r:id="c"/><sheet name="图" r:id="b"/>
                         <sheet name="二" state="hidden" r:id="d"/>
                         <sheet name="三" state="veryHidden" r:id="a"/>)"),
        sheet_part("<row><c><v>3</v></c></row>", "", "xl/worksheets/last.xml"),
        sheet_part("<row><c><v>1</v></c></row>", "", "xl/worksheets/first.xml"),
        sheet_part("<row><c><v>2</v></c></row>", "", "xl\\second.xml"),
    });
    EXPECT_EQ(printed(workbook), "[一]\nA1 number 1\n[二]\nA1 number 2\n[三]\nA1 number 3\n");
    EXPECT_FALSE(workbook.sheets.at(0).is_hidden);
    EXPECT_TRUE(workbook.sheets.at(1).is_hidden);
    EXPECT_TRUE(workbook.sheets.at(2).is_hidden);
}

TEST(Workbook, ReadsPrefixedStrictXmlAtAnyPlace) {
    const std::string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const std::string relationships =
        R"(<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const auto workbook = read_parts({
        {"_rels/.rels", relationships + R"(<p:Relationship Id="r" Type=")" + strict +
                            R"(/officeDocument" Target="/book/main.xml"/></p:Relationships>)"},
        {"book/_rels/main.xml.rels", relationships + R"(<p:Relationship Id="s" Type=")" + strict +
                                         R"(/worksheet" Target="../one.xml"/></p:Relationships>)"},
        {"book/main.xml",
         R"(<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel=")" +
             strict + R"("><x:sheets><x:sheet name="表" rel:id="s"/></x:sheets></x:workbook>)"},
        {"one.xml", R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"
                        xmlns:y="urn:other"><y:sheetData><x:row><x:c><x:v>9</x:v></x:c></x:row></y:sheetData>
                        <x:sheetData><x:row r="1" y:r="7"><y:c><x:v>8</x:v></y:c>
                        <x:c r="A1" t="n"><x:v>1</x:v><y:v>2</y:v></x:c></x:row></x:sheetData>
                        </x:worksheet>)"},
    });
    EXPECT_EQ(printed(workbook), "A1 number 1\n");
}

TEST(Workbook, ReadsUtf16Parts) {
    std::string wide = "\xFF\xFE";
    for (const char letter : sheet_part("<row><c><v>12</v></c></row>").text) {
        wide += {letter, '\0'};
    }
    auto parts = parts_of({});
    parts[3].text = wide;
    EXPECT_EQ(printed(read_parts(parts)), "A1 number 12\n");
}

TEST(Workbook, FindsCellsByRowAndColumn) {
    const auto workbook =
        read_parts(parts_of({.rows = R"(<row r="2"><c r="C2"><v>7</v></c></row>)"}));
    const Sheet& sheet = workbook.sheets.at(0);
    EXPECT_EQ(sheet.at(2, 3).decimal(), Decimal(7));
    EXPECT_EQ(sheet.at(2, 2), Cell{});
    EXPECT_EQ(sheet.at(1, 1), Cell{});
    EXPECT_EQ(sheet.at(3, 1).decimal(), std::nullopt);
}

TEST(Workbook, KeepsStyledEmptyCellsFarAwayOut) {
    EXPECT_EQ(cells_of({.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>
                                   <row r="1048576"><c r="XFD1048576" s="1"/></row>)"}),
              "A1 number 1\n");
}

TEST(Workbook, NamesColumnsByLetters) {
    EXPECT_EQ(column_letters(1), "A");
    EXPECT_EQ(column_letters(26), "Z");
    EXPECT_EQ(column_letters(27), "AA");
    EXPECT_EQ(column_letters(702), "ZZ");
    EXPECT_EQ(column_letters(16'384), "XFD");
}

}  // namespace
}  // namespace benniu::intake
