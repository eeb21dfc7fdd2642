#include "intake/import.hpp"

#include <gtest/gtest.h>

#include "intake/print.hpp"
#include "intake/text_tables_test.hpp"

namespace benniu::intake {
namespace {

const std::string units_table =
    "单位名称|考核组|简称\n"
    "海口镇|甲类镇街组|海口、海口镇政府\n"
    "盐滩镇|乙类镇街组|盐滩\n"
    "县工业园|园区组|\n";

ReadFile units_file() {
    return file_of("01 单位.xlsx", {sheet_of("单位", units_table)});
}

// "表!3 列 发现" by line; a warning ends in "?", a note in "*".
std::string told(const Findings& findings) {
    std::string told;
    for (const Finding& finding : findings) {
        const Place& place = finding.place;
        told += (told.empty() ? "" : "\n") + place.sheet + "!" + std::to_string(place.row) + " " +
                place.column + " " + finding.code;
        told += finding.severity == Severity::note      ? "*"
                : finding.severity == Severity::warning ? "?"
                                                        : "";
    }
    return told;
}

std::string found_in(const std::string& name, const std::string& text) {
    return told(proposed({units_file(), file_of("02 表.xlsx", {sheet_of(name, text)})}).findings());
}

const std::string project_header =
    "项目编号|项目名称|统一社会信用代码|首报首谈单位|落地单位|计划总投资|固定资产投资|设备投资|"
    "注册资本|到位资本|签约|<|<|<|注册|<|<|<\n"
    "^|^|^|^|^|^|^|^|^|^|完成日期|填报日期|核实结论|核实日期|完成日期|填报日期|核实结论|核实日期\n";

const std::string code = "91350100M000100Y43";

std::string project(const std::string& number, const std::string& name, const std::string& stages,
                    const std::string& amounts = "=100|=80|=20|=50|=0") {
    return number + "|" + name + "|" + code + "|海口|盐滩|" + amounts + "|" + stages + "\n";
}

std::string found_in_projects(const std::string& rows) {
    return found_in("项目", project_header + rows);
}

TEST(Import, LetsGoodRowsIn) {
    const Proposal proposal = proposed(
        {units_file(),
         file_of(
             "02 项目.xlsx",
             {sheet_of("项目", project_header +
                                   project("P1", "船舶", "2021-9-1|2021-9-2|√|2021-9-3|||×|"))})});
    EXPECT_EQ(told(proposal.findings()), "");
    EXPECT_EQ(proposal.files[1].counts, (RowCounts{1, 1, 0, 0, 0}));
    const ledger::County county = county_after(proposal.deeds());
    const ledger::Entry& entry = county.ledger("招商项目")->entries.at(0);
    EXPECT_EQ(entry.key, code + " / 船舶");
    EXPECT_EQ(model::plain_text(county.ledger("招商项目")->value(entry, "落地单位")), "盐滩镇");
    EXPECT_EQ(entry.stages[0].verified, Date::parse("2021-09-03"));
    EXPECT_EQ(entry.stages[1].verdict, ledger::Verdict::failed);
    EXPECT_EQ(entry.source, (ledger::Source{"02 项目.xlsx", "项目", 3}));
}

TEST(Import, KnowsAUnitByTheNamesOfThatDay) {
    const std::string dated =
        "单位名称|考核组|简称\n"
        "海口镇|甲类镇街组|滨海（至2021-06-30）\n"
        "盐滩镇|乙类镇街组|滨海（自2021-07-01）、沙滩镇（自2020-01-01至2020-12-31）\n";
    const std::string events =
        "单位|日期|类别|起(批)数\n滨海|2021-6-30|集体访|1\n滨海|2021-7-1|集体访|2\n"
        "沙滩镇|2020-12-31|集体访|3\n沙滩镇|2021-1-1|集体访|4\n滨海||集体访|5\n";
    const Proposal proposal = proposed({file_of("01 单位.xlsx", {sheet_of("单位", dated)}),
                                        file_of("07 平安.xlsx", {sheet_of("事件", events)})});
    EXPECT_EQ(told(proposal.findings()), "事件!5 单位 unknown-unit");
    const ledger::County county = county_after(proposal.deeds());
    const ledger::LedgerEntries& entries = *county.ledger("平安事件");
    std::string known;
    for (const ledger::Entry& entry : entries.entries) {
        known += model::plain_text(entries.value(entry, "单位")) + " ";
    }
    EXPECT_EQ(known, "海口镇 盐滩镇 盐滩镇 海口镇 ");
}

TEST(Import, FindsWhatArticle7Names) {
    EXPECT_EQ(found_in_projects("P1|船舶|91350100M000100Y44|海口镇|海口镇|=1|=1|=1|=1|=0\n"),
              "项目!3 统一社会信用代码 check-digit");
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "2021-9-31|2021-9-2")),
              "项目!3 签约·完成日期 no-such-date");
    EXPECT_EQ(found_in_projects("P1|船舶|" + code + "||海中镇|=1|=1|=1|=1|=0\n"),
              "项目!3 首报首谈单位 unknown-unit\n项目!3 落地单位 unknown-unit");
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "", "=0|-5|x||=-1")),
              "项目!3 计划总投资 out-of-range\n项目!3 固定资产投资 out-of-range\n"
              "项目!3 设备投资 out-of-range\n项目!3 注册资本 out-of-range\n"
              "项目!3 到位资本 out-of-range");
    EXPECT_EQ(found_in_projects(project("P1", "", "")), "项目!3 项目名称 required");
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "2021-9-5|2021-9-5|||2021-9-4|2021-9-4")),
              "项目!3 注册·完成日期 stage-order");
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "||||||待核|")),
              "项目!3 签约·完成日期 stage-skipped");
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "2021-9-5|2021-9-4")),
              "项目!3 签约·完成日期 future-date");
    EXPECT_EQ(found_in("督办", "编号|承办单位|办结时限|退回次数\n|海口镇|2021-9-1|两次\n"),
              "督办!2 编号 required\n督办!2 退回次数 out-of-range");
}

TEST(Import, FindsWhatCannotBeRead) {
    EXPECT_EQ(found_in_projects(project("P1", "船舶", "", "=99999999999999999999|=1|=1|=1|=1")),
              "项目!3 计划总投资 number-too-large");
    EXPECT_EQ(found_in("单位二", "单位名称|考核组\n湖镇|丙组\n"), "单位二!2 考核组 unknown-choice");
    EXPECT_EQ(found_in("督办", "编号|承办单位|办结时限|退回次数|事项\nD1|海口镇||=0|!#REF!\n"),
              "督办!2 事项 formula-error");
    EXPECT_EQ(found_in("督办", "编号|承办单位|办结时限|退回次数|事项\nD1|海口镇||=0|=?\n"),
              "督办!2 事项 formula-not-calculated");
    EXPECT_EQ(found_in("督办", "编号|承办单位|办结时限|退回次数|事项\nD1|海口镇||=0|" +
                                   std::string(70'000, 'x') + "\n"),
              "督办!2 事项 text-too-long");
}

TEST(Import, OnlyWarnsOfWhatNoArticleForbids) {
    const Proposal proposal = proposed(
        {units_file(),
         file_of("02.xlsx", {sheet_of("项目",
                                      "是否龙头|用地(亩)|"
                                      "项目名称|统一社会信用代码|首报首谈单位|落地单位|计划总投资|"
                                      "固定资产投资|设备投资|注册资本|到位资本|签约核实结论\n"
                                      "√|若干|船舶|" +
                                          code + "|海口|盐滩|=1|=1|=1|=1|=1|也许\n")})});
    EXPECT_EQ(told(proposal.findings()),
              "项目!2 是否龙头 not-yes-or-no?\n项目!2 用地(亩) not-a-number?\n"
              "项目!2 签约·核实结论 not-a-verdict?");
    EXPECT_EQ(proposal.files[1].counts, (RowCounts{1, 1, 0, 0, 3}));
    EXPECT_EQ(findings_csv(proposal.findings()), "file,sheet,row,column,finding\r\n");
}

TEST(Import, LetsTheEarliestReportedDeclarationStand) {
    const std::string late = project("P1", "船舶", "2021-9-1|2021-9-9");
    const std::string early = project("P2", "船舶", "2021-9-1|2021-9-2");
    const std::string blank = project("P3", "船舶", "");
    EXPECT_EQ(found_in_projects(late + early + blank),
              "项目!3 统一社会信用代码 duplicate\n项目!5 统一社会信用代码 duplicate");
    EXPECT_EQ(found_in_projects(early + early), "项目!4 统一社会信用代码 duplicate");
    EXPECT_EQ(found_in_projects(early + project("P4", "船舶二期", "")), "");
}

TEST(Import, LetsRejectedRowsTakeNoPartInDuplicates) {
    const std::string rejected = project("P1", "船舶", "2021-9-5|2021-9-4");
    EXPECT_EQ(found_in_projects(rejected + project("P2", "船舶", "2021-9-9|2021-9-9")),
              "项目!3 签约·完成日期 future-date");
}

TEST(Import, NamesTheDeclarationThatStands) {
    const auto proposal = proposed(
        {units_file(),
         file_of("02.xlsx",
                 {sheet_of("甲", project_header + project("P1", "船舶", "")),
                  sheet_of("乙", project_header + project("P2", "船舶", "2021-9-1|2021-9-2"))})});
    EXPECT_EQ(told(proposal.findings()), "甲!3 统一社会信用代码 duplicate");
    EXPECT_EQ(proposal.findings()[0].words,
              (Words{{"file", "02.xlsx"}, {"sheet", "乙"}, {"row", "3"}}));
}

// Two files for one project in two months.
struct TwoMonths {
    Proposal first;
    Proposal second;
};
TwoMonths two_months(const std::string& first, const std::string& second) {
    TwoMonths months;
    months.first =
        proposed({units_file(), file_of("10.xlsx", {sheet_of("项目", project_header + first)})});
    months.second =
        proposed({units_file(), file_of("11.xlsx", {sheet_of("项目", project_header + second)})},
                 months.first.deeds());
    return months;
}

TEST(Import, LetsTheLedgerStandAgainstALaterDeclaration) {
    const auto months =
        two_months(project("P1", "船舶", ""), project("P2", "船舶", "2021-9-1|2021-9-2"));
    EXPECT_EQ(told(months.second.findings()), "项目!3 统一社会信用代码 duplicate");
    EXPECT_EQ(months.second.findings()[0].words[0].second, "10.xlsx");
    EXPECT_TRUE(months.second.deeds().empty());
}

TEST(Import, FollowsAKnownEntryWithWhatDiffers) {
    const auto months =
        two_months(project("P1", "船舶", "2021-9-1|2021-9-2"),
                   project("P1", "船舶", "2021-9-1|2021-9-2|√|2021-10-1", "=100|=80|=20|=50|=5"));
    const ledger::Source source{"11.xlsx", "项目", 3};
    const std::string key = code + " / 船舶";
    const std::vector<ledger::Deed> expected = {
        ledger::EntryRecorded{"招商项目", key, {{"到位资本", Decimal(5)}}, source},
        ledger::StageVerified{"招商项目", key, "签约", ledger::Verdict::passed,
                              Date::parse("2021-10-01"), source}};
    EXPECT_EQ(months.second.deeds(), expected);
}

TEST(Import, FollowsAnEntryWhoseNameWasCorrected) {
    const auto months = two_months(project("P1", "船泊", ""), project("P1", "船舶", ""));
    const std::vector<ledger::Deed> expected = {ledger::EntryRecorded{
        "招商项目", code + " / 船泊", {{"项目名称", std::string("船舶")}}, {"11.xlsx", "项目", 3}}};
    EXPECT_EQ(months.second.deeds(), expected);
}

TEST(Import, KeepsThingsOfDifferentNumbersApartWhenNamesMove) {
    // P1 takes another name; then P2 takes the name that P1 had, and with it P1's key.
    const auto months = two_months(project("P1", "船舶", ""), project("P1", "船舶一期", ""));
    auto facts = months.first.deeds();
    const auto more = months.second.deeds();
    facts.insert(facts.end(), more.begin(), more.end());
    const std::vector<ReadFile> third = {
        file_of("12.xlsx", {sheet_of("项目", project_header + project("P2", "船舶", "") +
                                                 project("P1", "船舶一期", ""))})};
    const auto proposal = proposed(third, facts);
    EXPECT_EQ(told(proposal.findings()), "");
    const auto deeds = proposal.deeds();
    ASSERT_EQ(deeds.size(), 1U);
    EXPECT_EQ(std::get<ledger::EntryRecorded>(deeds[0]).entry, code + " / 船舶 #2");
    facts.insert(facts.end(), deeds.begin(), deeds.end());
    EXPECT_TRUE(proposed(third, facts).deeds().empty());
}

TEST(Import, NumbersEqualKeysApart) {
    const std::string events =
        "单位|日期|类别|起数\n海口镇|2021-11-1|越级访|=1\n海口|2021/11/1|越级访|=2\n";
    const std::vector<ReadFile> files = {units_file(),
                                         file_of("07.xlsx", {sheet_of("事件", events)})};
    const auto deeds = proposed(files).deeds();
    const ledger::County county = county_after(deeds);
    ASSERT_EQ(county.ledger("平安事件")->entries.size(), 2U);
    EXPECT_EQ(county.ledger("平安事件")->entries[1].key, "海口镇 / 越级访 / 2021-11-01 #2");
    EXPECT_TRUE(proposed(files, deeds).deeds().empty());
}

TEST(Import, RejectsARowOfSeveralEntriesAsAWhole) {
    const std::string reports =
        "单位|第一期|<|第二期|<\n^|截止日期|报送日期|截止日期|报送日期\n"
        "海口镇|2021-10-31|2021-10-30|2021-11-30|2021-11-31\n"
        "海中镇|2021-10-31|2021-10-30|2021-11-30|\n"
        "盐滩镇|2021-10-31|2021-10-30|2021-11-30|\n";
    const auto proposal = proposed({units_file(), file_of("03.xlsx", {sheet_of("月报", reports)})});
    EXPECT_EQ(told(proposal.findings()), "月报!3 报送日期 no-such-date\n月报!4 单位 unknown-unit");
    EXPECT_EQ(proposal.files[1].counts, (RowCounts{3, 1, 0, 2, 0}));
    const ledger::County county = county_after(proposal.deeds());
    ASSERT_EQ(county.ledger("竞赛月报")->entries.size(), 2U);
    EXPECT_EQ(county.ledger("竞赛月报")->entries[1].key, "盐滩镇 / 第二期");
}

TEST(Import, LetsATextMergedDownwardsHoldForItsRows) {
    EXPECT_EQ(found_in("节点",
                       "编号|类别|事项|牵头单位|节点|权重|计划完成\n"
                       "ZD1|产业|基地|海口镇|审定|=2|2021-11-1\n"
                       "^|^|^|^|开工|=1|^\n"
                       "^|^|^|^|封顶|^|2021-11-9\n"
                       "|产业|基地|海口镇|验收|=1|2021-11-1\n"),
              "节点!4 权重 out-of-range\n节点!5 编号 required");
}

TEST(Import, BoundsWhatItReadsAtOnce) {
    Sheet sheet = sheet_of("户", "户编号|所在单位|签约日期");
    sheet.rows.resize(600'000, Row{2, false, {cell_of("Z1", 1)}});
    const auto proposal = proposed({units_file(), file_of("06.xlsx", {sheet})});
    EXPECT_EQ(told(proposal.findings()), "户!0  import-too-long");
    EXPECT_EQ(proposal.files[1].counts, (RowCounts{0, 0, 0, 0, 0}));
}

TEST(Import, TakesTheMonthFromTheTitleAndTheYearFromTheWorkbook) {
    const std::string petitions = "信访办结(11月)\n单位|应办结|按时办结\n海口镇|=3|=3\n";
    const auto month_of = [&](const std::string& other) {
        const auto proposal =
            proposed({units_file(),
                      file_of("07.xlsx", {sheet_of("信访", petitions), sheet_of("事件", other)})});
        return county_after(proposal.deeds()).ledger("信访办结")->entries.at(0).key;
    };
    EXPECT_EQ(month_of("单位|日期|类别|起数\n海口镇|2021-11-2|访|=1"), "海口镇 / 2021-11");
    EXPECT_EQ(month_of("某县2020年事件\n单位|日期|类别|起数\n海口镇|2021-11-2|访|=1"),
              "海口镇 / 2020-11");
    EXPECT_EQ(month_of("单位|日期|类别|起数"), "海口镇 / ");
    EXPECT_EQ(found_in("信访", petitions), "信访!0 截至月份 month-not-found?");
}

TEST(Import, KnowsUnitsOfTheSameImportAndOfTheLedger) {
    const auto known = proposed({units_file()}).deeds();
    const std::vector<ReadFile> events = {
        file_of("00 事件.xlsx", {sheet_of("事件", "单位|日期|类别|起数\n海口|2021-11-2|访|=1\n")})};
    EXPECT_EQ(told(proposed(events).findings()), "事件!2 单位 unknown-unit");
    EXPECT_EQ(told(proposed(events, known).findings()), "");
    // A list without the column of other names does not make them unknown.
    auto both = events;
    both.push_back(file_of("01.xlsx", {sheet_of("单位", "单位名称|考核组\n海口镇|甲类镇街组")}));
    EXPECT_EQ(told(proposed(both, known).findings()), "");
}

TEST(Import, PassesOverHiddenAndOtherSheetsWithANote) {
    Sheet hidden = sheet_of("草稿", units_table);
    hidden.is_hidden = true;
    const auto proposal =
        proposed({file_of("01.xlsx", {sheet_of("单位", units_table), hidden, sheet_of("空", ""),
                                      sheet_of("别的", "甲|乙\n1|2")})});
    EXPECT_EQ(told(proposal.findings()), "草稿!0  sheet-hidden*\n别的!0  sheet-not-recognised*");
    EXPECT_EQ(proposal.files[0].counts, (RowCounts{3, 3, 0, 0, 2}));
}

TEST(Import, CallsAWorkbookOfWhichNothingIsKnownAMistake) {
    EXPECT_EQ(told(proposed({file_of("x.xlsx", {sheet_of("别的", "甲|乙\n1|2")})}).findings()),
              "别的!0  sheet-not-recognised");
}

TEST(Import, SaysWhenThereIsNothingToRead) {
    Sheet hidden = sheet_of("单位", units_table);
    hidden.is_hidden = true;
    EXPECT_EQ(told(proposed({file_of("x.xlsx", {hidden})}).findings()),
              "!0  nothing-to-read\n单位!0  sheet-hidden*");
    EXPECT_EQ(told(proposed({file_of("x.xlsx", {sheet_of("空", "")})}).findings()),
              "!0  nothing-to-read");
}

TEST(Import, LetsNoRowInWithoutARequiredColumn) {
    EXPECT_EQ(found_in("督办", "编号|承办单位|办结时限|备注\nD1|海口镇|2021-9-1|\n"),
              "督办!1 退回次数 column-missing\n督办!1 备注 column-not-recognised*");
}

TEST(Import, PutsFindingsInOrderOfTabsRowsAndColumns) {
    const auto proposal = proposed(
        {units_file(),
         file_of("07.xlsx", {sheet_of("乙", "单位|日期|类别|起数\n海中|2021-11-31|访|=1\n||访|=-1"),
                             sheet_of("甲", "单位|日期|类别|起数\n海中|2021-11-30|访|=1\n")})});
    EXPECT_EQ(told(proposal.findings()),
              "乙!2 单位 unknown-unit\n乙!2 日期 no-such-date\n乙!3 单位 required\n"
              "乙!3 起数 out-of-range\n甲!2 单位 unknown-unit");
}

TEST(Import, KeepsFindingsOfTheFileItself) {
    Finding broken;
    broken.code = "broken-workbook";
    const auto proposal = proposed({{"x.xlsx", Workbook{{}, {broken}}}});
    EXPECT_EQ(findings_csv(proposal.findings()),
              "file,sheet,row,column,finding\r\nx.xlsx,,,,broken-workbook\r\n");
}

std::string household_map(const std::string& id) {
    return R"({"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:4490"}},"features":[
        {"properties":{"id":")" +
           id + R"("},"geometry":{"type":"Point","coordinates":[120.1,33.1]}},
        {"properties":{"id":"Z9"},"geometry":{"type":"Point","coordinates":[120.1,33.1]}}]})";
}

TEST(Import, GivesShapesToEntries) {
    const ReadFile households =
        file_of("06.xlsx", {sheet_of("户", "户编号|所在单位|签约日期\nZ1|海口|\n")});
    const ReadFile map = {"m.geojson", read_geojson(household_map("Z1"), "m.geojson")};
    const auto proposal = proposed({map, units_file(), households});
    EXPECT_EQ(told(proposal.findings()), "!0  features-unmatched*");
    EXPECT_EQ(proposal.files[0].counts, (RowCounts{2, 1, 0, 0, 1}));
    const auto deeds = proposal.deeds();
    const ledger::County county = county_after(deeds);
    const ledger::LedgerEntries& entries = *county.ledger("征迁户");
    EXPECT_EQ(entries.value(entries.entries.at(0), "地块"),
              model::Value(model::Shape{R"({"type":"Point","coordinates":[120.1,33.1]})"}));
    EXPECT_EQ(entries.entries.at(0).source.file, "06.xlsx");
    EXPECT_TRUE(proposed({map}, deeds).deeds().empty());
    EXPECT_TRUE(proposed({households}, deeds).deeds().empty());
}

TEST(Import, KnowsUnitsOfAMapByAnyName) {
    std::string map = household_map("x");
    map.replace(map.find("\"id\":\"x\""), 8, R"("name":"海口")");
    const auto proposal = proposed({units_file(), {"m", read_geojson(map, "m")}});
    const ledger::County county = county_after(proposal.deeds());
    const ledger::LedgerEntries& entries = *county.ledger("参评单位");
    EXPECT_FALSE(model::is_blank(entries.value(*entries.find("海口镇"), "轮廓")));
}

TEST(Import, SaysWhenAMapFitsNothing) {
    EXPECT_EQ(told(proposed({{"m", read_geojson(household_map("Z1"), "m")}}).findings()),
              "!0  map-not-recognised");
    EXPECT_EQ(told(proposed({{"m", read_geojson("{", "m")}}).findings()), "!0  bad-json");
}

TEST(Import, GivesNoFactsForNoFiles) {
    EXPECT_TRUE(proposed({}).deeds().empty());
}

}  // namespace
}  // namespace benniu::intake
