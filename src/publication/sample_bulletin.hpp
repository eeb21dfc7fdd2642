// A long bulletin of a county that does not exist, for tests: headings of every level, a paragraph
// of nothing but Han letters, two wide tables that run over a page, an attachment in landscape.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "publication/document.hpp"

namespace benniu::publication {

inline const std::vector<std::pair<std::string, std::string>>& sample_units() {
    static const std::vector<std::pair<std::string, std::string>> units = {
        {"县工业园", "园区"},           {"沿海工业园", "园区"},       {"临港产业园", "园区"},
        {"城东街道", "镇街甲类"},       {"城西街道", "镇街甲类"},     {"海港镇", "镇街甲类"},
        {"盐河镇", "镇街甲类"},         {"潮声镇", "镇街甲类"},       {"新滩镇", "镇街甲类"},
        {"云台农场", "镇街乙类"},       {"双桥镇", "镇街乙类"},       {"白鹭镇", "镇街乙类"},
        {"苇荡镇", "镇街乙类"},         {"北渡镇", "镇街乙类"},       {"南渡镇", "镇街乙类"},
        {"黄沙港镇", "镇街乙类"},       {"大圩镇", "镇街乙类"},       {"三河镇", "镇街乙类"},
        {"县发展和改革委", "部门"},     {"县工业和信息化局", "部门"}, {"县自然资源局", "部门"},
        {"县住房和城乡建设局", "部门"}, {"县农业农村局", "部门"},     {"县生态环境局", "部门"},
        {"县商务局", "部门"},           {"县财政局", "部门"},         {"县交通运输局", "部门"},
        {"县水利局", "部门"},           {"县教育局", "部门"},         {"县卫生健康委", "部门"},
        {"县应急管理局", "部门"},       {"县市场监管局", "部门"},     {"县行政审批局", "部门"},
        {"县人社局", "部门"},           {"县民政局", "部门"},         {"县文广旅局", "部门"},
        {"县信访局", "部门"},           {"县统计局", "部门"},         {"县审计局", "部门"},
        {"县城管局", "部门"},
    };
    return units;
}

inline Table sample_standings() {
    Table table{.caption = "表1　十一月份重点工作督查考核得分及位次"};
    table.columns = {
        {.title = "位次"}, {.title = "单位", .alignment = Alignment::left}, {.title = "考核组"}};
    for (const char* title : {"项目推进", "投产达效", "乡村振兴", "征地拆迁", "信访化解",
                              "安全生产", "社会治理", "加减分", "总分"}) {
        table.columns.push_back({.title = title, .alignment = Alignment::right});
    }
    table.columns.push_back({.title = "升降"});
    int rank = 0;
    for (const auto& [unit, group] : sample_units()) {
        ++rank;
        std::vector<std::string> row = {std::to_string(rank), unit, group};
        for (int column = 0; column < 7; ++column) {
            row.push_back(std::to_string(15 - (rank + column) % 7) + "." +
                          std::to_string(10 + (rank * 37 + column * 11) % 90));
        }
        row.emplace_back(rank % 5 == 0 ? "-0.50" : "1.25");
        row.push_back(std::to_string(98 - rank) + ".35");
        row.emplace_back(rank % 3 == 0 ? "↓2" : rank % 3 == 1 ? "↑1" : "—");
        table.rows.push_back(std::move(row));
    }
    return table;
}

inline Table sample_projects() {
    Table table{.caption = ""};
    table.columns = {{.title = "序号"},
                     {.title = "项目名称", .alignment = Alignment::left},
                     {.title = "落地单位", .alignment = Alignment::left},
                     {.title = "计划总投资（亿元）", .alignment = Alignment::right},
                     {.title = "年度计划投资（亿元）", .alignment = Alignment::right},
                     {.title = "本月完成（亿元）", .alignment = Alignment::right},
                     {.title = "累计完成（亿元）", .alignment = Alignment::right},
                     {.title = "序时进度", .alignment = Alignment::right},
                     {.title = "阶段"},
                     {.title = "亮灯"},
                     {.title = "存在问题及下步措施", .alignment = Alignment::left}};
    static constexpr std::array<const char*, 6> names = {"年产二十万吨高性能绿色新材料项目",
                                                         "智能制造服务中心二期",
                                                         "海上风电装备总装基地",
                                                         "云数据存储与灾备中心",
                                                         "新型医药中间体技术改造项目",
                                                         "冷链物流园"};
    const auto& units = sample_units();
    for (int number = 1; number <= 36; ++number) {
        const auto index = static_cast<std::size_t>(number);
        table.rows.push_back(
            {std::to_string(number), names[index % names.size()], units[index % 18].first,
             std::to_string(number % 30 + 1) + ".50", std::to_string(number % 9 + 1) + ".20",
             "0." + std::to_string(number % 9 + 1) + "5", std::to_string(number % 7) + ".88",
             std::to_string(70 + number) + "%", number % 3 == 0 ? "竣工" : "开工",
             number % 4 == 0 ? "黄（临期）" : "绿（正常）",
             number % 4 == 0 ? "土地指标尚未落实，县自然资源局十二月二十日前完成报批" : "无"});
    }
    return table;
}

inline std::string only_han(int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += "督查组采取现场查看查阅台账随机走访等方式对各单位重点工作推进情况开展了全面督查";
    }
    return text;
}

inline Document sample_bulletin() {
    const auto say = [](std::string words) { return Paragraph{{Text{.words = std::move(words)}}}; };
    Document document{
        .mark = "望海县督查考核服务中心文件",
        .number = DocumentNumber{.office = "望督", .year = 2021, .serial = 12},
        .title = "关于十一月份全县重点工作和招商引资“摘榜夺旗”百日竞赛督查考核情况的通报",
        .addressee = "各镇（区、街道），县各委办局，县各直属单位",
        .signature = "望海县督查考核服务中心",
        .date = *Date::of(2021, 12, 5),
        .note = "此件公开发布"};
    document.body = {
        say("为全面掌握全县重点工作推进情况，推动全年目标任务圆满完成，县督查考核服务中心会同有关部"
            "门，"
            "于11月25日至11月30日对24个单位开展了集中督查。现将有关情况通报如下。"),
        Heading{.level = Level::one, .words = "总体情况"},
        say(only_han(24)),
        Heading{.level = Level::two, .words = "招商引资百日竞赛"},
        say("截至11月30日，全县累计新开工亿元以上项目59个，其中10亿元以上9个；新竣工项目38个，完成"
            "全年目标"
            "的92.7%。"),
        Heading{.level = Level::two, .words = "载体平台建设"},
        Heading{.level = Level::three, .words = "工业园"},
        say("智能制造服务中心主体封顶，引进链上企业6家。"),
        Heading{.level = Level::four, .words = "存在问题"},
        say("个别项目土地指标落实不到位，前期手续办理滞后于序时进度。"),
        Heading{.level = Level::one, .words = "得分及位次"},
        Paragraph{{Text{.words = "经核实、复核并报县政府同意，"},
                   Text{.words = "各单位得分及位次见表1。", .weight = Weight::bold}}},
        sample_standings(),
        Heading{.level = Level::one, .words = "下一步要求"},
        say("各单位要对照差距，倒排工期，挂图作战，确保全年目标任务按期完成。" + only_han(5)),
    };
    document.attachments = {
        {.title = "重点项目推进情况表",
         .blocks = {sample_projects()},
         .orientation = Orientation::landscape},
        {.title = "“奔牛奖”“蜗牛奖”评选结果",
         .blocks = {Heading{.level = Level::one, .words = "奔牛奖"},
                    say("县工业园、沿海工业园、城东街道。"),
                    Heading{.level = Level::one, .words = "蜗牛奖"}, say("本期空缺。")}}};
    document.imprint = Imprint{.copies_to =
                                   "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，"
                                   "县纪委监委，县委组织部",
                               .office = "望海县督查考核服务中心",
                               .issued = *Date::of(2021, 12, 6)};
    return document;
}

}  // namespace benniu::publication
