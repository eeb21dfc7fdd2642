#!/usr/bin/env python3
"""Eight workbooks of a county that nobody has seen: same sheets, other units, other facts, other faults.

    another_county.py --seed N OUT_FOLDER

The same seed writes the same cells. What is deliberately left out stands at the end of this file.
"""

import argparse
import copy
import random
from decimal import Decimal
from pathlib import Path

import county_faults as faults
import county_mess as mess
import county_month as month
import county_sheets as sheets
from county_facts import SETTLEMENTS, STAGES, days, make_county

INDUSTRY_COLUMNS = [f"主导产业·{n}" for n in "一二三四五"]
UNIT_COLUMNS = (["序号", "单位名称", "考核组"] + INDUSTRY_COLUMNS
                + ["竞赛·摘榜档次", "竞赛·开工目标(个)", "竞赛·龙头目标(个)", "简称(别名)"])
LEDGER_COLUMNS = (
    ["序号"] + [f"项目基本情况·{n}" for n in ("项目编号", "项目名称", "投资方", "统一社会信用代码", "产业链", "是否龙头")]
    + ["归属·首报首谈单位", "归属·落地单位", "归属·首谈方占比(%)"]
    + [f"投资规模(万元)·{n}" for n in ("计划总投资", "固定资产投资", "设备投资")]
    + ["用地(亩)", "资本(万元)·注册资本", "资本(万元)·到位资本", "合同约定开工日期"]
    + [f"{s}·{p}" for s in STAGES for p in ("完成日期", "填报日期", "核实结论", "核实日期")] + ["退出日期", "备注"])
COLUMNS = {
    "活动": ["序号", "单位", "类别", "日期", "说明"],
    "月报": ["单位"] + [f"第{n}期·{d}日期" for n in "一二三" for d in ("截止", "报送")],
    "一票否决": ["单位", "日期", "事由"],
    "重点工作": ["编号", "类别", "项目(事项)", "牵头单位"] + [f"节点·{n}" for n in ("名称", "权重", "计划完成", "实际完成")],
    "镇区指标": ["单位"] + [f"{i}·{c}" for i in month.INDICATORS for c in ("全年目标", "去年同期累计", "今年累计")],
    "位次": ["牵头部门", "指标", "全市县区数", "位次·本月", "位次·上月"],
    "乡村建设": ["单位", "任务", "计量单位", "全年任务", "累计完成", "11月底序时要求(%)"],
    "征迁户": ["户编号", "所在单位", "项目", "户主", "签约日期", "腾空日期", "拆除日期"],
    "计划": ["单位", "计划户数"],
    "事件": ["单位", "日期", "类别", "起(批)数"],
    "信访": ["单位", "应办结", "按时办结"],
    "督办": ["编号", "承办单位", "事项", "来源", "交办日期", "办结时限", "办结日期", "退回次数"],
    "加减分": ["单位", "日期", "类型", "级别(情形)", "说明"],
}
BOOKS = {"03 竞赛活动与月报": ["活动", "月报", "一票否决"], "04 重点工作节点": ["重点工作"],
         "05 主要指标与乡村建设": ["镇区指标", "位次", "乡村建设"], "06 征地拆迁": ["征迁户", "计划"],
         "07 平安稳定": ["事件", "信访"], "08 督查督办与加减分": ["督办", "加减分"]}


def unit_rows(rng, county):
    """Workbook 01."""
    rows = []
    for place, unit in enumerate(county.units, 1):
        row = {"序号": place, "单位名称": unit.name, "考核组": unit.group, "竞赛·摘榜档次": unit.tier,
               "竞赛·开工目标(个)": mess.number(rng, unit.start_target),
               "竞赛·龙头目标(个)": mess.number(rng, unit.leader_target),
               "简称(别名)": mess.some_full_width(rng, "、".join(unit.aliases), 0.3) or None}
        rows.append(row | dict(zip(INDUSTRY_COLUMNS, unit.industries)))
    return rows


def project_row(rng, project):
    """One written row of workbook 02."""
    row = {"项目基本情况·项目名称": mess.spaced(rng, mess.some_full_width(rng, project.name, 0.1)),
           "项目基本情况·投资方": project.name.replace("项目", "有限公司"),
           "项目基本情况·统一社会信用代码": mess.spaced(rng, mess.some_full_width(rng, project.code, 0.04)),
           "项目基本情况·产业链": mess.word(rng, project.chain), "项目基本情况·是否龙头": mess.word(rng, project.leader),
           "归属·首报首谈单位": mess.unit(rng, project.first), "归属·落地单位": mess.unit(rng, project.host),
           "归属·首谈方占比(%)": mess.number(rng, project.percent),
           "投资规模(万元)·计划总投资": mess.amount(rng, project.invested),
           "投资规模(万元)·固定资产投资": mess.amount(rng, project.fixed),
           "投资规模(万元)·设备投资": mess.amount(rng, project.equipment), "用地(亩)": mess.number(rng, project.land),
           "资本(万元)·注册资本": mess.amount(rng, project.registered),
           "资本(万元)·到位资本": mess.amount(rng, project.paid_in),
           "合同约定开工日期": mess.day(rng, project.agreed_start), "退出日期": mess.day(rng, project.withdrawn)}
    for name, stage in project.stages.items():
        row |= {f"{name}·完成日期": mess.day(rng, stage.done), f"{name}·填报日期": mess.day(rng, stage.told),
                f"{name}·核实日期": mess.day(rng, stage.verified)}
        if any((stage.done, stage.told, stage.verified)) or stage.verdict != "待核":
            row[f"{name}·核实结论"] = mess.verdict(rng, stage.verdict)
    return row


def second_claim(rng, county, project):
    """duplicate: the same code and name once more, told on the same day, earlier or later, by other facts."""
    again, signing = copy.deepcopy(project), project.stages["签约"]
    if not (signing.done and signing.told):
        return None
    again.first = again.host = rng.choice([u for u in county.hosts() if not u.staged] or [project.host])
    again.stages["签约"].told = max(signing.done, signing.told + days(rng.choice([-1, 0, 0, 1, 4])))
    return again


def near_namesake(rng, project):
    """No duplicate: the same code under another name, or the same name under another code."""
    other = copy.deepcopy(project)
    if rng.random() < 0.5:
        other.name = other.name.replace("项目", "续建项目")
    else:
        other.code = mess.code(rng)
    return other


def spoiled_claim(rng, county, project, write):
    """A faulty copy, under its own code and name, or under those of the good row, which stays good."""
    again = copy.deepcopy(project)
    if rng.random() < 0.7:
        again.code, again.name = mess.code(rng), again.name.replace("项目", "配套项目")
    return faults.spoil_project(rng, again, write, county.units)


def ledger_rows(rng, county):
    """Workbook 02: rows by the sheet (host) they stand on, faulty ones and second claims among them."""
    write = lambda project: project_row(rng, project)
    hosts = county.hosts()
    rows = {host.name: [write(p) for p in county.projects if p.host is host] for host in hosts}
    extra = []
    for project in [p for p in county.projects if not p.host.staged and not p.first.staged]:
        chance = rng.random()
        if chance < 0.06:
            again = second_claim(rng, county, project)
            extra += [write(again)] if again else []
        elif chance < 0.10:
            extra.append(write(near_namesake(rng, project)))
        elif chance < 0.30:
            extra.append(spoiled_claim(rng, county, project, write))
    for row in extra:
        sheet = rows[rng.choice(hosts).name]
        sheet.insert(rng.randint(0, len(sheet)), row)
    for place, row in enumerate((r for sheet in rows.values() for r in sheet), 1):
        row |= {"序号": place, "项目基本情况·项目编号": f"XM2021{place:04}"}
    return rows


def report_row(rng, county, unit):
    row = {"单位": mess.unit(rng, unit)}
    for place, (settlement, sent) in enumerate(zip(SETTLEMENTS, county.reports[unit.name])):
        row[f"第{'一二三'[place]}期·截止日期"] = mess.day(rng, settlement)
        row[f"第{'一二三'[place]}期·报送日期"] = mess.day(rng, sent)
    return row


def activity_rows(rng, county):
    rows = [{"序号": place, "单位": mess.unit(rng, unit), "类别": mess.word(rng, kind), "日期": mess.day(rng, when),
             "说明": rng.choice(["投资意向", "外出考察", None])}
            for place, (unit, kind, when) in enumerate(sorted(county.activities, key=lambda a: a[2]), 1)]
    return rows


def other_rows(rng, county):
    """Workbooks 03 to 08 by sheet, with their faulty rows."""
    plans, households = month.demolition(rng, county)
    good = {
        "活动": activity_rows(rng, county),
        "月报": [report_row(rng, county, u) for u in county.units if u.name in county.reports],
        "一票否决": [{"单位": mess.unit(rng, u), "日期": mess.day(rng, d), "事由": "安全生产责任事故"} for u, d in county.vetoes],
        "重点工作": month.work_nodes(rng, county), "镇区指标": month.town_indicators(rng, county),
        "位次": month.places(rng, county), "乡村建设": month.rural_tasks(rng, county), "征迁户": households, "计划": plans,
        "事件": month.events(rng, county), "信访": month.petitions(rng, county), "督办": month.supervision(rng, county),
        "加减分": month.praise_and_blame(rng, county)}
    return {sheet: faults.plant_other(rng, sheet, rows, county.units) for sheet, rows in good.items()}


def write_ledger(rng, county, path, shared):
    book = sheets.new_book()
    for host, rows in ledger_rows(rng, county).items():
        subtotal = {"序号": "小计", "项目基本情况·项目名称": f"{len(rows)}个", "投资规模(万元)·计划总投资": 10000 * len(rows)}
        titles = [f"{county.name}2021年招商引资项目台账", f"填报单位:{host}  填报人:  审核人:"]
        sheets.write_sheet(rng, book.create_sheet(host), titles, LEDGER_COLUMNS, rows, subtotal, note_chance=0.8)
    sheets.save(book, path, shared)


def write_county(seed, folder):
    """All eight workbooks of one seed."""
    rng = random.Random(seed)
    county = make_county(rng, turn=seed)
    folder.mkdir(parents=True, exist_ok=True)
    book = sheets.new_book()
    sheets.write_sheet(rng, book.create_sheet("单位"), [f"{county.name}参评单位一览表"], UNIT_COLUMNS, unit_rows(rng, county))
    shared = seed % 2 == 1
    sheets.save(book, folder / "01 参评单位.xlsx", shared)
    write_ledger(rng, county, folder / "02 招商项目台账.xlsx", shared)
    rows = other_rows(rng, county)
    for file, names in BOOKS.items():
        book = sheets.new_book()
        for name in names:
            first = COLUMNS[name][0]
            subtotal = {first: "小计"} if rng.random() < 0.2 else None
            sheets.write_sheet(rng, book.create_sheet(name), [f"{county.name}{name}登记表"], COLUMNS[name], rows[name],
                               subtotal)
        sheets.save(book, folder / f"{file}.xlsx", shared)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_county(arguments.seed, arguments.folder)


if __name__ == "__main__":
    main()


# ---- deliberately left out: the articles do not say what happens -------------------------------
#
# Ledger (02)
#   - an empty credit code (no length of 18, or simply missing?); lower-case letters in a code
#   - an empty 首报首谈单位 or 落地单位 (`required` names only other workbooks); a department as 落地单位
#   - an empty 首谈方占比 where the two units differ; a percentage outside 0..100; 用地 empty or 0
#   - words in an amount ("不是数" is said of other workbooks only); other units than 万元, 亿元
#   - three claims of one code and name ("第二次申报"); a second claim without 签约·填报日期
#   - `stage-order` in a row where another stage's 完成日期 does not exist; two findings in one cell
#   - 是否龙头 or 核实结论 in other words than the listed ones
# Dates: text that is no date form at all (待定), two-digit years, a time of day, a serial number without date format;
#   no date where a row needs one (活动, 一票否决, 事件, 加减分, 计划完成, 办结时限)
# Numbers: "3起", "95%", an amount with its unit outside the ledger; 全市县区数 out of range (not in the list of quantities)
# Required: a missing 事项, 类型, 指标, 事由, 项目(事项); kinds, levels, tiers, groups that no article lists
# Workbook 01: any fault; one alias for two units
# Nothing to divide by, and no article for it: 全市县区数 1, 全年目标 / 去年同期累计 / 全年任务 / 序时要求 / 计划户数 0,
#   all weights of a unit's November nodes 0
# Rows: one unit twice in 月报, 镇区指标, 信访, 计划; a town without its row in 镇区指标 or 信访, or with a refused row only;
#   the only row of a unit in 月报 refused; towns in 位次; departments in 镇区指标; 按时办结 above 应办结; a place beyond n;
#   a 截止日期 in 月报 other than the settlement day
# No data, or data? 合计 and 总计 rows; a row with one filled cell only
# Flags: two units whose P or N are equal as published but not before rounding, at the cut (articles 3 and 16)
# Layout: one-row headers, other column orders, further sheets, formulas, the 1904 date system
