#include "intake/table.hpp"

#include <gtest/gtest.h>

#include "intake/text_tables_test.hpp"

namespace benniu::intake {
namespace {

// "profile 2-3: 单位=A 报送日期@第一期=C …" and the numbers of the data rows.
std::string told(std::string_view text, const std::string& name = "表",
                 const std::string& file = "文件.xlsx") {
    const Profiles& profiles = county_pack().profiles;
    const Sheet sheet = sheet_of(name, text);
    const auto table = recognised(sheet, profiles, file);
    if (!table) {
        return "nothing";
    }
    std::string told = table->profile->ledger->name + " " +
                       std::to_string(table->first_header_row) + "-" +
                       std::to_string(table->last_header_row) + ":";
    for (const TableColumn& column : table->columns) {
        const std::string field = model::column_name(*table->profile->ledger, column.fills);
        told += " " + field;
        told += column.group ? "@" + table->groups[*column.group] : "";
        told += column.shown == field ? "" : "(" + column.shown + ")";
        told += column.measure.empty() ? "" : "/" + column.measure;
        told += "=" + column_letters(column.number);
    }
    for (const std::string& column : table->unknown_columns) {
        told += " ?" + column;
    }
    for (const std::string& field : table->missing_fields) {
        told += " !" + field;
    }
    told += " |";
    for (const Row* const row : data_rows(sheet, *table, profiles.words)) {
        told += " " + std::to_string(row->number);
    }
    return told;
}

TEST(Table, FindsAHeaderBelowTitlesAndEmptyRows) {
    EXPECT_EQ(told(R"(
                      某县一票否决事项
                      填表日期:2021年12月 | |

                      序号 | 单位 | 日期 | 事由
                      1 | 海口镇 | 2021-9-8 | 事故)"),
              "一票否决 5-5: 单位=B 日期=C 事由=D | 6");
}

TEST(Table, ReadsColumnsMergedDownwards) {
    EXPECT_EQ(told("单位|计划户数\n"
                   "^|^\n"
                   "海口镇|=3"),
              "征迁计划 1-2: 单位=A 计划户数=B | 3");
}

TEST(Table, ReadsStagesBelowTheirNames) {
    const std::string header =
        "项目名称|统一社会信用代码|首报首谈单位|落地单位|投资规模(万元)|<|<|资本|<|签约|<|注册|<\n"
        "^|^|^|^|计划总投资|固定资产投资|设备投资|注册资本|到位资本|完成日期|填报日期|完成日期|"
        "核实结论";
    EXPECT_EQ(told(header),
              "招商项目 1-2: 项目名称=A 统一社会信用代码=B 首报首谈单位=C 落地单位=D "
              "计划总投资/万元=E 固定资产投资/万元=F 设备投资/万元=G 注册资本=H 到位资本=I "
              "签约·完成日期=J 签约·填报日期=K 注册·完成日期=L 注册·核实结论=M |");
}

TEST(Table, ReadsStagesInOneRow) {
    EXPECT_EQ(
        told("项目名称|统一社会信用代码|首报首谈单位|落地单位|计划总投资|固定资产投资|设备投资|"
             "注册资本|到位资本|签约完成日期"),
        "招商项目 1-1: 项目名称=A 统一社会信用代码=B 首报首谈单位=C 落地单位=D 计划总投资=E "
        "固定资产投资=F 设备投资=G 注册资本=H 到位资本=I 签约·完成日期=J |");
}

TEST(Table, ReadsPhasesSideBySide) {
    const std::string merged = "单位|第一期|<|第二期|<\n^|截止日期|报送日期|截止日期|报送日期";
    const std::string told_of_both =
        "竞赛月报 1-2: 单位=A 截止日期@第一期=B 报送日期@第一期=C 截止日期@第二期=D "
        "报送日期@第二期=E |";
    EXPECT_EQ(told(merged), told_of_both);
}

TEST(Table, ReadsGroupsThatAWriterDidNotMerge) {
    EXPECT_EQ(told("单位|第一期||第二期|\n|截止日期|报送日期|截止日期|报送日期\n海口镇"),
              "竞赛月报 1-2: 单位=A 截止日期@第一期=B 报送日期@第一期=C 截止日期@第二期=D "
              "报送日期@第二期=E | 3");
}

TEST(Table, TakesNoTitleForAGroup) {
    EXPECT_EQ(told("报送情况|<|<\n单位|截止日期|报送日期"), "nothing");
    EXPECT_EQ(told("报送情况||\n单位|截止日期|报送日期"), "nothing");
}

TEST(Table, ReadsAnyNumberOfIndicators) {
    EXPECT_EQ(told("单位|财政收入(亿元)|<|<|固定资产投资(不含农户)|<|<\n"
                   "^|全年目标|去年同期累计|今年累计|全年目标|上年同期|1—11月累计"),
              "经济指标 1-2: 单位=A 全年目标@财政收入/亿元=B 去年同期累计@财政收入/亿元=C "
              "今年累计@财政收入/亿元=D 全年目标@固定资产投资(不含农户)=E "
              "去年同期累计@固定资产投资(不含农户)(上年同期)=F "
              "今年累计@固定资产投资(不含农户)(1—11月累计)=G |");
}

TEST(Table, ReadsThreeRowsOfHeader) {
    EXPECT_EQ(
        told(
            "单位|各项指标|<|<\n^|财政收入|<|<\n^|全年目标|去年同期累计|今年累计\n海口镇|=1|=1|=1"),
        "经济指标 1-3: 单位=A 全年目标@财政收入=B 去年同期累计@财政收入=C "
        "今年累计@财政收入=D | 4");
}

TEST(Table, TakesARowOfMeasuresIntoTheHeader) {
    EXPECT_EQ(told("单位|任务|全年任务|累计完成\n||(户)|户\n海口镇|改厕|=1|=1"),
              "乡村建设 1-2: 单位=A 任务=B 全年任务/户=C 累计完成/户=D | 3");
}

TEST(Table, ComparesHeadersWithoutSpacesBracketsAndStars) {
    EXPECT_EQ(told("* 单 位|任　务|全年任务（户）|累 计\n完成|11月底序时要求(%)"), "nothing");
    EXPECT_EQ(told("* 单 位|任　务|全年任务（户）|累计完成*|11月底序时要求(%)|备注"),
              "乡村建设 1-1: 单位(* 单 位)=A 任务(任 务)=B 全年任务(全年任务(户))/户=C "
              "累计完成(累计完成*)=D 序时要求(11月底序时要求(%))/%=E ?备注 |");
}

TEST(Table, PrefersTheProfileThatFillsMoreColumns) {
    EXPECT_EQ(told("单位|日期|类别|起(批)数", "招商"),
              "平安事件 1-1: 单位=A 日期=B 类别=C 起数(起(批)数)=D |");
    EXPECT_EQ(told("单位|日期|类别|说明", "招商"), "招商活动 1-1: 单位=A 日期=B 类别=C 说明=D |");
}

TEST(Table, AsksForTheTitleWhereColumnsAreCommon) {
    EXPECT_EQ(told("单位|日期|事由"), "nothing");
    EXPECT_EQ(told("单位|日期|事由", "一票否决"), "一票否决 1-1: 单位=A 日期=B 事由=C |");
    EXPECT_EQ(told("一票否决事项\n单位|日期|事由"), "一票否决 2-2: 单位=A 日期=B 事由=C |");
    EXPECT_EQ(told("单位|日期|事由", "表", "否决.csv"), "一票否决 1-1: 单位=A 日期=B 事由=C |");
}

TEST(Table, NamesRequiredColumnsThatAreMissing) {
    EXPECT_EQ(told("编号|承办单位|办结时限"),
              "督办事项 1-1: 编号=A 承办单位=B 办结时限=C !退回次数 |");
}

TEST(Table, TakesEachColumnOnce) {
    EXPECT_EQ(told("单位|计划户数|计划户数"), "征迁计划 1-1: 单位=A 计划户数=B ?计划户数 |");
}

TEST(Table, KnowsWhatIsNoData) {
    EXPECT_EQ(told("征地拆迁年度计划|<|<\n"
                   "序号|单位|计划户数\n"
                   "1|海口镇|=3\n"
                   "\n"
                   "一、沿海片区|<|<\n"
                   "2|盐滩镇|=4\n"
                   "小计||=7\n"
                   "合　计:||=7\n"
                   "序号|单位|计划户数\n"
                   "|单 位|\n"
                   "|五河镇|=1\n"
                   "|小计镇|=1\n"
                   "注:以核实为准|<|<\n"
                   "说明 ：空白为未报\n"
                   "注册企业|<|<\n"
                   "注意事项"),
              "征迁计划 2-2: 单位=B 计划户数=C | 3 6 11 12 16");
}

TEST(Table, FindsNothingInASheetOfAnotherKind) {
    EXPECT_EQ(told("姓名|电话\n张某|123"), "nothing");
    EXPECT_EQ(told(""), "nothing");
}

}  // namespace
}  // namespace benniu::intake
