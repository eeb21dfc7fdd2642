#!/usr/bin/env python3
"""An independent second computation of the county's two methods, to judge the C++ engine by.

    oracle.py INPUT_FOLDER OUT_FOLDER     read eight workbooks, write five CSV files
    oracle.py INPUT_FOLDER --debug UNIT   print how one unit came to its points

Written from rules/competition.md and rules/monthly.md alone: slow, plain, in exact fractions.
"""

import csv
import sys
from fractions import Fraction
from pathlib import Path

import oracle_competition as c
import oracle_monthly as m
from oracle_intake import read_folder

LINE_END = "\r\n"   # as the expected files have it


def shown(value, places=2):
    """An exact number as the expected files write it."""
    scaled = int(abs(c.rounded(value, places)) * 10 ** places)
    text = f"{scaled // 10 ** places}.{scaled % 10 ** places:0{places}d}"
    return "-" + text if value < 0 and scaled else text


def write_table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator=LINE_END)
        table.writerows([header.split(",")] + rows)


def competition_row(line):
    points = [shown(line[k]) for k in ("N", "Q", "P", "W", "bonus", "deduct", "F")]
    return [line["unit"], line["group"], shown(line["raw"], 4), line["target"], *points,
            "yes" if line["veto"] else "", line["rank"], line["flag"]]


def monthly_row(line):
    blocks = [shown(line["blocks"][b]) if b in line["blocks"] else "" for b in m.BLOCKS]
    return [line["unit"], line["group"], *blocks, shown(line["bonus"]), shown(line["deduct"]),
            shown(line["total"]), "yes" if line["veto"] else "", line["rank"], line["nomination"]]


def write_results(folder, out):
    """The five files of a county."""
    intake = read_folder(folder)
    county = c.read_county(intake)
    out.mkdir(parents=True, exist_ok=True)
    write_table(out / "import-findings.csv", "file,sheet,row,column,finding", intake.findings)
    for place, period in enumerate(c.PERIODS, 1):
        write_table(out / f"competition-period-{place}.csv",
                    "unit,group,raw,target,N,Q,P,W,bonus,deduct,F,veto,rank,flag",
                    [competition_row(line) for line in c.results(county, period)])
    write_table(out / "monthly-2021-11.csv",
                f"unit,group,{','.join(m.BLOCKS)},bonus,deduct,total,veto,rank,nomination",
                [monthly_row(line) for line in m.monthly_results(m.Month(intake, county))])


def say(name, value):
    print(f"  {name}: {'缺项' if value is None else f'{value} = {shown(Fraction(value), 6)}'}")


def explain_period(county, unit, period):
    """Every value of one unit in one period that article 3 does not show."""
    print(f"{period.name} {unit.name} ({unit.group})")
    for project in county.projects:
        stages = [s for s in c.STAGES if c.counted(project, s, period)]
        if stages and c.share(project, unit):
            print(f"  计入 {project.name}: {'、'.join(stages)} × {c.scale(project, unit)} × {c.share(project, unit)}")
    say("R", c.raw_points(county, unit, period))
    say("T", c.target(unit))
    for name, (weight, value) in zip(("契合度", "设备占比", "亩均", "龙头"), c.quality_parts(county, unit, period)):
        say(f"Q {name} {weight}", value)
    for name, (weight, value) in zip(("履约率", "开工率", "投产率", "到资率"), c.progress_parts(county, unit, period)):
        say(f"P {name} {weight}", value)
    say("迟报", c.late_reports(county, unit, period))
    for name, part in (("W", c.base_points), ("加分", c.bonus_points), ("减分", c.deduct_points)):
        say(name, part(county, unit, period))
    print("  " + ",".join(map(str, competition_row(
        next(line for line in c.results(county, period) if line["unit"] == unit.name)))))


def explain(folder, name):
    """All periods and the month for one unit, named as in workbook 01 or by an alias."""
    intake = read_folder(folder)
    county = c.read_county(intake)
    unit = next(u for u in county.units if u.name == intake.names[name])
    for period in c.PERIODS:
        explain_period(county, unit, period)
    month = m.Month(intake, county)
    print(f"{m.MONTH_START:%Y-%m} {unit.name}")
    for block, value in m.completions(month, unit).items():
        say(block, value)
    say("红色节点", m.red_nodes(month, unit))
    say("逾期未完成节点", m.overdue_nodes(month, unit))
    print("  " + ",".join(map(str, monthly_row(
        next(line for line in m.monthly_results(month) if line["unit"] == unit.name)))))


def main(arguments):
    if len(arguments) == 3 and arguments[1] == "--debug":
        explain(arguments[0], arguments[2])
    elif len(arguments) == 2:
        write_results(arguments[0], Path(arguments[1]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
