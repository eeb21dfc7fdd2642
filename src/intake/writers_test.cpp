// Workbooks as real programs write them.
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include <filesystem>

#include "intake/packed_workbook_test.hpp"

namespace benniu::intake {
namespace {

const std::filesystem::path source_folder = BENNIU_SOURCE_DIR;
const std::filesystem::path demo_folder = source_folder / "demo/wanghai/inputs";

std::size_t cells_in(const Sheet& sheet) {
    std::size_t cells = 0;
    for (const Row& row : sheet.rows) {
        cells += row.cells.size();
    }
    return cells;
}

TEST(Libxlsxwriter, IsReadWhole) {
    const auto path = std::filesystem::path(testing::TempDir()) / "libxlsxwriter.xlsx";
    lxw_workbook* workbook = workbook_new(path.c_str());
    lxw_format* day = workbook_add_format(workbook);
    format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
    lxw_format* percent = workbook_add_format(workbook);
    format_set_num_format_index(percent, 10);
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "项目");
    worksheet_merge_range(sheet, 0, 0, 0, 3, "望海县项目台账", nullptr);
    lxw_datetime signed_on = {2021, 9, 30, 8, 30, 0};
    worksheet_write_string(sheet, 1, 0, "海口镇", nullptr);
    worksheet_write_datetime(sheet, 1, 1, &signed_on, day);
    worksheet_write_number(sheet, 1, 2, 7.6, nullptr);
    worksheet_write_number(sheet, 1, 3, 0.125, percent);
    worksheet_write_number(sheet, 2, 0, 0.1 + 0.2, nullptr);
    worksheet_write_number(sheet, 2, 1, 1e-7, nullptr);
    worksheet_write_number(sheet, 2, 2, 120000, nullptr);
    worksheet_write_boolean(sheet, 2, 3, 1, nullptr);
    worksheet_write_formula_num(sheet, 3, 0, "=A3*2", nullptr, 0.6);
    worksheet_write_formula_str(sheet, 3, 1, "=A2", nullptr, "海口镇");
    worksheet_write_string(sheet, 3, 2, " 两端\n空格 ", nullptr);
    lxw_row_col_options hidden = {1, 0, 0};
    worksheet_set_row_opt(sheet, 3, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_hide(workbook_add_worksheet(workbook, "说明"));
    ASSERT_EQ(workbook_close(workbook), LXW_NO_ERROR);

    const auto read = read_workbook(path);
    std::filesystem::remove(path);
    EXPECT_EQ(printed(read),
              "[项目]\n"
              "A1 text 望海县项目台账\n"
              "A2 text 海口镇\nB2 date 2021-09-30\nC2 number 7.6\nD2 number 0.125 percent\n"
              "A3 number 0.3\nB3 number 0.0000001\nC3 number 120000\nD3 boolean TRUE\n"
              "A4 number 0.6 calculated hidden\nB4 text 海口镇 calculated hidden\n"
              "C4 text  两端\n空格  hidden\n"
              "[说明]\n");
    EXPECT_EQ(read.sheets.at(0).merges, (std::vector<Merge>{{1, 1, 1, 4}}));
    EXPECT_TRUE(read.sheets.at(1).is_hidden);
}

TEST(LibreOffice, IsReadWhole) {
    const auto read = read_workbook(source_folder / "tests/workbooks/libreoffice.xlsx");
    EXPECT_EQ(printed(read),
              "[征地进度]\n"
              "A1 text 望海县征地进度\n"
              "A2 text 单位\nB2 text 完成日期\nC2 text 完成率\nD2 text 面积\n"
              "A3 text 海口镇\nB3 date 2021-09-30\nC3 number 0.076 percent\nD3 number 1234.5\n"
              "A4 text 盐滩镇 & 五河镇 hidden\nC4 number 0.228 calculated hidden\n"
              "D4 error #DIV/0! calculated hidden\n"
              "A5 text 合计\nB5 number 1\nD5 text 海口镇等 calculated\n"
              "[说明]\nA1 text 内部\n");
    EXPECT_EQ(read.sheets.at(0).merges, (std::vector<Merge>{{1, 1, 1, 4}}));
    EXPECT_TRUE(read.sheets.at(1).is_hidden);
}

TEST(Openpyxl, IsReadWhole) {
    const auto projects = read_workbook(demo_folder / "02 招商项目台账.xlsx");
    EXPECT_TRUE(projects.findings.empty());
    ASSERT_EQ(projects.sheets.size(), 17U);
    const Sheet& park = projects.sheets[0];
    EXPECT_EQ(park.name, "县工业园");
    EXPECT_EQ(cells_in(park), 649U);
    EXPECT_EQ(park.merges.size(), 18U);
    EXPECT_EQ(park.at(1, 1).text, "望海县2021年招商引资项目台账");
    EXPECT_EQ(park.at(5, 2).text, "XM20210021");
    EXPECT_EQ(park.at(5, 11).text, "245,300");
    EXPECT_EQ(park.at(5, 14).decimal(), Decimal::of(10'072, 1));
    EXPECT_EQ(park.at(5, 17).date, Date::parse("2021-10-20"));
    EXPECT_EQ(park.at(5, 22).text, "２０２１．９．８");
    EXPECT_EQ(park.at(5, 23).kind, Cell::Kind::date);
    EXPECT_EQ(projects.sheets[16].name, "陈庄镇");
    EXPECT_EQ(cells_in(projects.sheets[16]), 119U);
}

// The number of cells with content, counted by another program.
TEST(Openpyxl, LosesNoCellOfTheDemoCounty) {
    const std::vector<std::pair<std::string, std::size_t>> cells_by_file = {
        {"01 参评单位.xlsx", 426},           {"02 招商项目台账.xlsx", 5683},
        {"03 竞赛活动与月报.xlsx", 1177},    {"04 重点工作节点.xlsx", 1380},
        {"05 主要指标与乡村建设.xlsx", 498}, {"06 征地拆迁.xlsx", 1861},
        {"07 平安稳定.xlsx", 124},           {"08 督查督办与加减分.xlsx", 2113},
    };
    for (const auto& [file, expected] : cells_by_file) {
        const auto workbook = read_workbook(demo_folder / file);
        EXPECT_TRUE(workbook.findings.empty()) << file;
        std::size_t cells = 0;
        for (const Sheet& sheet : workbook.sheets) {
            cells += cells_in(sheet);
        }
        EXPECT_EQ(cells, expected) << file;
    }
}

}  // namespace
}  // namespace benniu::intake
