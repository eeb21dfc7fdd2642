"""What happened in the county's November: rows of workbooks 04 to 08, written as offices write them.

`month` of a unit: random; clean (nothing listed at all); overdue (one old open node, nothing else);
ruined (as many points lost as the articles allow).
"""

import datetime
from decimal import Decimal

import county_mess as mess
from county_facts import DEPARTMENTS, PARKS, days

D = datetime.date
START, END, FREEZE = D(2021, 11, 1), D(2021, 11, 30), D(2021, 12, 4)
EDGES = [START - days(1), START, START + days(1), END - days(1), END, END + days(1), FREEZE, FREEZE + days(1)]
NODES = ["方案审定", "用地报批", "征收交地", "施工许可", "主体开工", "主体封顶", "设备安装", "竣工验收"]
KINDS = ["重大产业项目", "重点基础设施", "民生实事"]
WORKS = ["产业园", "污水厂", "连接线", "幼儿园", "安置区", "管网", "农贸市场", "养老中心"]
TASKS = ["农房拆除", "生态廊道", "整治提升", "码头清理", "厕所改造"]
INDICATORS = ["一般公共预算收入", "规上工业开票销售", "固定资产投资"]
PLACES = ["财政收入增幅", "工业增加值增幅", "投资增幅", "到账外资", "零售总额增幅", "空气优良天数"]
EVENTS = ["一般生产安全事故", "集体访", "越级访", "环保督察问题"]
BONUS = ["国家级表彰", "省级表彰", "市级表彰", "典型经验"]
DEDUCT = ["省级通报批评", "市级通报批评", "督查片曝光", "未按期整改", "数据失实"]


def near_month(rng, low=D(2021, 8, 1), high=D(2022, 1, 20)):
    return rng.choice(EDGES) if rng.random() < 0.4 else low + days(rng.randint(0, (high - low).days))


def random_units(county):
    return [u for u in county.units if u.month == "random"]


def ruined_units(county):
    return [u for u in county.units if u.month == "ruined"]


# ---- 04 ------------------------------------------------------------------------------------

def node(rng, unit, number, work, name, weight, planned, actual):
    return {"编号": f"ZD{number:03}", "类别": rng.choice(KINDS), "项目(事项)": work, "牵头单位": mess.unit(rng, unit),
            "节点·名称": mess.word(rng, name), "节点·权重": mess.number(rng, weight),
            "节点·计划完成": mess.day(rng, planned), "节点·实际完成": mess.day(rng, actual)}


def node_done(rng, planned):
    """On the day, the day after, at the freeze, the day after it, never."""
    if rng.random() < 0.2:
        return None
    near = [planned, planned + days(1), END + days(1)] + [d for d in (FREEZE, FREEZE + days(1)) if d >= planned]
    return rng.choice(near + [planned + days(n) for n in (-9, -6, -3, -2, 4, 9, 20)])


def work_nodes(rng, county):
    """Workbook 04. Weight 0 only before the month, so that no unit's weights of the month sum to 0."""
    rows, number = [], 0
    for unit in random_units(county):
        for _ in range(rng.choice([0, 1, 1, 2, 3])):
            number, work = number + 1, rng.choice(WORKS) + rng.choice(["一期", "二期", ""])
            for name in rng.sample(NODES, rng.randint(1, 5)):
                planned = near_month(rng)
                weights = [1, 1, 2, 3, Decimal("1.5")] + [0] * (planned < START)
                rows.append(node(rng, unit, number, work, name, Decimal(rng.choice(weights)), planned,
                                 node_done(rng, planned)))
    for unit in ruined_units(county) + [u for u in random_units(county) if rng.random() < 0.06]:
        for name in NODES:   # eight open ones of old: beyond the cap of 3
            rows.append(node(rng, unit, 900, "安置区", name, Decimal(1), D(2021, 9, 28), None))
    for unit in ruined_units(county):
        rows.append(node(rng, unit, 901, "安置区", "竣工验收", Decimal(1), D(2021, 11, 28), None))
    for unit in county.units:
        if unit.month == "overdue":
            rows.append(node(rng, unit, 902, "安置区", "竣工验收", Decimal(1), START - days(1), None))
    return rows


# ---- 05 ------------------------------------------------------------------------------------

def money(rng, low, high):
    return Decimal(rng.randint(low * 100, high * 100)) / 100


def town_indicators(rng, county):
    """05 镇区指标: every town and park once; now and then a whole group with one growth."""
    rows = []
    for group in sorted({u.group for u in county.hosts()}):
        same = rng.random() < 0.2
        for unit in county.group(group):
            row = {"单位": mess.unit(rng, unit)}
            for place, indicator in enumerate(INDICATORS):
                before = money(rng, 2, 150)
                now = (before * rng.randint(80, 160) / 100).quantize(Decimal("0.01"))
                now = before * 11 / 10 if same and place == 0 else now
                goal = (now * rng.randint(70, 140) / 100).quantize(Decimal("0.01"))
                for name, value in (("全年目标", goal), ("去年同期累计", before), ("今年累计", now)):
                    row[f"{indicator}·{name}"] = mess.number(rng, value)
            rows.append(row)
    return rows


def places(rng, county):
    """05 位次: some departments lead one to three indicators."""
    rows = []
    for unit in random_units(county):
        for indicator in rng.sample(PLACES, rng.choice([0, 1, 1, 2, 3])) if unit.group == DEPARTMENTS else []:
            n = rng.choice([2, 3, 9, 9, 13])
            rows.append({"牵头部门": mess.unit(rng, unit), "指标": indicator, "全市县区数": mess.number(rng, n),
                         "位次·本月": mess.number(rng, rng.randint(1, n)), "位次·上月": mess.number(rng, rng.randint(1, n))})
    return rows


def rural_tasks(rng, county):
    """05 乡村建设: towns, some departments, now and then a park, whose weight is 0."""
    rows = []
    for unit in random_units(county):
        chance = {DEPARTMENTS: 0.4, PARKS: 0.3}.get(unit.group, 0.85)
        for task in rng.sample(TASKS, rng.randint(1, 4)) if rng.random() < chance else []:
            year = rng.randint(5, 1400)
            done = year * rng.choice([0, 40, 60, 75, 88, 91, 92, 100, 104]) // 100
            rows.append({"单位": mess.unit(rng, unit), "任务": mess.word(rng, task), "计量单位": "处",
                         "全年任务": mess.number(rng, year), "累计完成": mess.number(rng, done),
                         "11月底序时要求(%)": rng.choice([None, None, 80, 95, 100, 91.7])})
    return rows


# ---- 06 ------------------------------------------------------------------------------------

def demolition(rng, county):
    """06: plans, and households that may be more than the plan, or have no plan at all."""
    plans, households = [], []
    for unit in random_units(county):
        if rng.random() < (0.7 if unit.group == DEPARTMENTS else 0.25):
            count = rng.choice([0, 0, 2])
        else:
            plan, count = rng.randint(1, 15), rng.randint(0, 18)
            plans.append({"单位": mess.unit(rng, unit), "计划户数": mess.number(rng, plan)})
        for _ in range(count):
            households.append(household(rng, unit, len(households) + 1))
    return plans, households


def household(rng, unit, number):
    dates, when = [], near_month(rng)
    for _ in range(rng.choice([0, 1, 2, 2, 3, 3, 3])):
        dates.append(when)
        when = rng.choice([when, when + days(rng.randint(1, 40)), max(when, rng.choice(EDGES))])
    signed, empty, gone = dates + [None] * (3 - len(dates))
    return {"户编号": f"ZC{number:04}", "所在单位": mess.unit(rng, unit), "项目": rng.choice(WORKS),
            "户主": rng.choice("张王李赵陈刘") + "某某", "签约日期": mess.day(rng, signed),
            "腾空日期": mess.day(rng, empty), "拆除日期": mess.day(rng, gone)}


# ---- 07 ------------------------------------------------------------------------------------

def event(rng, unit, when, kind, count):
    return {"单位": mess.unit(rng, unit), "日期": mess.day(rng, when), "类别": mess.word(rng, kind),
            "起(批)数": mess.number(rng, count)}


def events(rng, county):
    rows = [event(rng, unit, near_month(rng, D(2021, 10, 20), D(2021, 12, 10)), rng.choice(EVENTS),
                  rng.choice([0, 1, 1, 1, 2, 3, 7]))
            for unit in random_units(county) for _ in range(rng.choice([0, 0, 0, 1, 1, 2]))]
    return rows + [event(rng, unit, D(2021, 11, 9), "一般生产安全事故", 9) for unit in ruined_units(county)]


def petitions(rng, county):
    """07 信访: every town and park; departments that the article passes over."""
    rows = []
    for unit in county.units:
        if unit.group == DEPARTMENTS and (unit.month != "random" or rng.random() < 0.7):
            continue
        due = rng.choice([0, 1, 7, 19, 20, 20, 33, 40, 100])
        done = due if rng.random() < 0.4 else due * rng.choice([0, 50, 85, 90, 94, 95, 96, 99]) // 100
        rows.append({"单位": mess.unit(rng, unit), "应办结": mess.number(rng, due), "按时办结": mess.number(rng, done)})
    return rows


# ---- 08 ------------------------------------------------------------------------------------

def item(rng, unit, number, limit, done, returned):
    return {"编号": f"DB{number:04}", "承办单位": mess.unit(rng, unit), "事项": rng.choice(["隐患排查", "领导批示件", "投诉整改"]),
            "来源": rng.choice(["会议纪要", "领导批示", "上级交办"]), "交办日期": mess.day(rng, limit - days(rng.randint(5, 30))),
            "办结时限": mess.day(rng, limit), "办结日期": mess.day(rng, done), "退回次数": mess.number(rng, returned)}


def supervision(rng, county):
    rows = []
    for unit in random_units(county):
        for _ in range(rng.choice([0, 1, 2, 4, 6])):
            limit = near_month(rng, D(2021, 10, 1), D(2021, 12, 31))
            done = rng.choice([None, END, END + days(1), FREEZE] + [limit + days(n) for n in (0, 1, -2, -3)])
            rows.append(item(rng, unit, len(rows) + 1, limit, done, rng.choice([0, 0, 0, 1, 2])))
    return rows + [item(rng, unit, 8000, END, None, 3) for unit in ruined_units(county)]


def listed(rng, unit, when, kind, case):
    return {"单位": mess.unit(rng, unit), "日期": mess.day(rng, when), "类型": kind, "级别(情形)": mess.word(rng, case)}


def praise_and_blame(rng, county):
    """08 加减分: some units beyond the caps of 5 and 10."""
    rows = []
    for unit in random_units(county):
        for kind, cases, counts in (("加分", BONUS, [0, 0, 0, 1, 2, 8]), ("减分", DEDUCT, [0, 0, 0, 1, 1, 7])):
            for _ in range(rng.choice(counts)):
                when = near_month(rng, D(2021, 10, 15), D(2021, 12, 15))
                rows.append(listed(rng, unit, when, kind, rng.choice(cases)))
    for unit in ruined_units(county):
        rows += [listed(rng, unit, D(2021, 11, 3), "减分", "数据失实") for _ in range(4)]
    rng.shuffle(rows)
    return rows
