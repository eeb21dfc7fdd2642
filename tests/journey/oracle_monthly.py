"""monthly.md, articles 1-13, straight from the text in exact fractions."""

import datetime
from fractions import Fraction

from oracle_competition import (DEPARTMENTS, PERIODS, give_ranks, in_table_order, in_window, results,
                                rounded, vetoed)
from oracle_intake import date, number, words

# Article 1
MONTH_START, MONTH_END = datetime.date(2021, 11, 1), datetime.date(2021, 11, 30)
FREEZE = datetime.date(2021, 12, 4)
COMPETITION_PERIOD = PERIODS[1]

# Article 2
BLOCKS = ["招商竞赛", "两重一实", "指标进位", "乡村建设", "征地拆迁", "平安稳定", "督查督办"]
WEIGHTS = {"甲类镇街组": [30, 20, 10, 12, 8, 12, 8], "乙类镇街组": [30, 20, 10, 12, 8, 12, 8],
           "园区组": [45, 25, 10, 0, 8, 7, 5], "部门组": [10, 25, 30, 10, 5, 10, 10]}
SEQUENTIAL = Fraction(11, 12)

# Articles 8 and 10
EVENT_POINTS = {"一般生产安全事故": Fraction(3), "集体访": Fraction(1), "越级访": Fraction(3, 2),
                "环保督察问题": Fraction(2)}
BONUS_POINTS = {"国家级表彰": Fraction(2), "省级表彰": Fraction(1), "市级表彰": Fraction(1, 2),
                "典型经验": Fraction(1)}
DEDUCT_POINTS = {"省级通报批评": Fraction(3), "市级通报批评": Fraction(1), "督查片曝光": Fraction(1),
                 "未按期整改": Fraction(2), "数据失实": Fraction(3)}
INDICATORS = ["一般公共预算收入", "规上工业开票销售", "固定资产投资"]


class Month:
    """The accepted rows of workbooks 04 to 08, by unit."""

    def __init__(self, intake, county):
        self.county, self.names, self.sheets = county, intake.names, intake.sheets
        self.competition = {line["unit"]: line["F"] for line in results(county, COMPETITION_PERIOD)}

    def rows(self, book, sheet, column, unit):
        return [row.cells for row in self.sheets[book, sheet]
                if self.names[words(row.cells[column])] == unit.name]


def in_month(day):
    return day is not None and MONTH_START <= day <= MONTH_END


def mean(values):
    return sum(values, Fraction(0)) / len(values) if values else None


def nodes(month, unit):
    """(weight, planned, actual) of the nodes this unit leads."""
    return [(number(c["权重"]), date(c["计划完成"]), date(c["实际完成"]))
            for c in month.rows("04", "重点工作", "牵头单位", unit)]


def light(planned, actual):
    """Article 4: green 1, yellow 0.6, red 0."""
    if actual is None:
        return Fraction(0)
    return Fraction(1) if actual <= planned else Fraction(6, 10) if actual <= FREEZE else Fraction(0)


def competition(month, unit):
    """Article 3: never missing."""
    return min(Fraction(12, 10), month.competition[unit.name] / 100)


def key_work(month, unit):
    """Article 4."""
    due = [(weight, light(planned, actual)) for weight, planned, actual in nodes(month, unit)
           if in_month(planned)]
    return sum(w * l for w, l in due) / sum(w for w, _ in due) if due else None


def limited(value, low, high):
    return max(low, min(high, value))


def department_indicator(cells):
    """Article 5: place among the city's counties plus movement."""
    n, now, before = (number(cells[c]) for c in ("全市县区数", "本月", "上月"))
    place = (60 + 40 * (n - now) / (n - 1)) / 100
    moved = limited(Fraction(2, 100) * (before - now), Fraction(-1, 10), Fraction(1, 10))
    return limited(place + moved, Fraction(0), Fraction(11, 10))


def growth(cells, indicator):
    return number(cells[f"{indicator}·今年累计"]) / number(cells[f"{indicator}·去年同期累计"]) - 1


def town_indicator(month, unit, cells, indicator):
    """Article 5: level against eleven twelfths of the year, and growth within the group."""
    level = min(Fraction(12, 10), number(cells[f"{indicator}·今年累计"])
                / (number(cells[f"{indicator}·全年目标"]) * Fraction(11, 12)))
    peers = [growth(c, indicator) for other in month.county.units if other.group == unit.group
             for c in month.rows("05", "镇区指标", "单位", other)]
    spread = max(peers) - min(peers)
    relative = (growth(cells, indicator) - min(peers)) / spread if spread else Fraction(1)
    return Fraction(6, 10) * level + Fraction(4, 10) * relative


def indicators(month, unit):
    """Article 5."""
    if unit.group == DEPARTMENTS:
        return mean([department_indicator(c) for c in month.rows("05", "位次", "牵头部门", unit)])
    rows = month.rows("05", "镇区指标", "单位", unit)
    return mean([town_indicator(month, unit, c, i) for c in rows for i in INDICATORS])


def rural_task(cells):
    """Article 6: the sequential share is in percent, eleven twelfths where empty."""
    asked = number(cells["11月底序时要求(%)"])
    asked = SEQUENTIAL if asked is None else asked / 100
    return min(Fraction(1), number(cells["累计完成"]) / (number(cells["全年任务"]) * asked))


def rural(month, unit):
    """Article 6."""
    return mean([rural_task(c) for c in month.rows("05", "乡村建设", "单位", unit)])


def demolition(month, unit):
    """Article 7: missing without a plan, whatever households are listed."""
    plans = [number(c["计划户数"]) for c in month.rows("06", "计划", "单位", unit)]
    if not plans:
        return None
    households = month.rows("06", "征迁户", "所在单位", unit)
    done = lambda column: sum(d is not None and d <= MONTH_END for d in (date(c[column]) for c in households))
    return sum((weight * min(Fraction(1), done(column) / sum(plans))
                for weight, column in ((Fraction(4, 10), "签约日期"), (Fraction(3, 10), "腾空日期"),
                                       (Fraction(3, 10), "拆除日期"))), Fraction(0))


def petition_points(month, unit):
    """Article 8: 0.2 for each percentage point below 95, towns and parks only."""
    points = Fraction(0)
    for cells in month.rows("07", "信访", "单位", unit) if unit.group != DEPARTMENTS else []:
        due, in_time = number(cells["应办结"]), number(cells["按时办结"])
        if due > 0:
            points += Fraction(2, 10) * max(Fraction(0), 95 - 100 * in_time / due)
    return points


def safety(month, unit):
    """Article 8: what is left of the published weight, over that weight. Never missing."""
    weight = WEIGHTS[unit.group][BLOCKS.index("平安稳定")]
    lost = petition_points(month, unit)
    for cells in month.rows("07", "事件", "单位", unit):
        if in_month(date(cells["日期"])):
            lost += EVENT_POINTS[words(cells["类别"])] * number(cells["起(批)数"])
    return max(Fraction(0), weight - lost) / weight


def supervision(month, unit):
    """Article 9."""
    due = [(date(c["办结时限"]), date(c["办结日期"]), number(c["退回次数"]))
           for c in month.rows("08", "督办", "承办单位", unit)]
    due = [item for item in due if item[0] is not None and item[0] <= MONTH_END]
    in_time = mean([Fraction(done is not None and done <= limit) for limit, done, _ in due])
    first_pass = mean([Fraction(back == 0) for _, _, back in due])
    red = mean([Fraction(done is None or done > MONTH_END) for _, done, _ in due])
    return Fraction(4, 10) * in_time + Fraction(3, 10) * first_pass + Fraction(3, 10) * (1 - red) if due else None


def overdue_nodes(month, unit):
    """Articles 10 and 13: planned before the month and still open at the freeze."""
    return sum(planned is not None and planned < MONTH_START and (actual is None or actual > FREEZE)
               for _, planned, actual in nodes(month, unit))


def red_nodes(month, unit):
    """Articles 12 and 13: red nodes of the month."""
    return sum(in_month(planned) and light(planned, actual) == 0 for _, planned, actual in nodes(month, unit))


def listed_points(month, unit, kind, table):
    return sum((table[words(c["级别(情形)"])] for c in month.rows("08", "加减分", "单位", unit)
                if words(c["类型"]) == kind and in_month(date(c["日期"]))), Fraction(0))


def bonus(month, unit):
    """Article 10."""
    return min(Fraction(5), listed_points(month, unit, "加分", BONUS_POINTS))


def deduct(month, unit):
    """Article 10: the cap of 10 includes the nodes' own, capped at 3."""
    nodes_lost = min(Fraction(3), Fraction(overdue_nodes(month, unit), 2))
    return min(Fraction(10), listed_points(month, unit, "减分", DEDUCT_POINTS) + nodes_lost)


def completions(month, unit):
    """Articles 3 to 9, None where missing."""
    parts = (competition, key_work, indicators, rural, demolition, safety, supervision)
    return dict(zip(BLOCKS, (part(month, unit) for part in parts)))


def block_scores(group, done):
    """Article 2: missing blocks and blocks of weight 0 drop out, the rest is scaled up to 100."""
    weights = dict(zip(BLOCKS, WEIGHTS[group]))
    there = [b for b in BLOCKS if weights[b] and done[b] is not None]
    factor = Fraction(100, sum(weights[b] for b in there))
    return {b: rounded(weights[b] * factor * done[b]) for b in there}


def score_unit(month, unit):
    """Article 11: one line of the result."""
    blocks = block_scores(unit.group, completions(month, unit))
    plus, minus = rounded(bonus(month, unit)), rounded(deduct(month, unit))
    return {"unit": unit.name, "group": unit.group, "blocks": blocks, "bonus": plus, "deduct": minus,
            "total": sum(blocks.values()) + plus - minus,
            "veto": vetoed(month.county, unit, COMPETITION_PERIOD),
            "red": red_nodes(month, unit), "overdue": overdue_nodes(month, unit)}


def is_bull(line, size):
    """Article 12: 奔牛奖."""
    return (line["rank"] <= (2 if size >= 11 else 1) and line["total"] >= 75
            and not line["veto"] and not line["red"])


def is_snail(line, last_rank):
    """Article 13: 蜗牛奖."""
    return line["rank"] == last_rank and line["total"] < 70 and bool(line["red"] or line["overdue"])


def monthly_results(month):
    """Articles 11 to 13: the table of the month."""
    lines = [score_unit(month, unit) for unit in month.county.units]
    give_ranks(lines, lambda line: (not line["veto"], line["total"]))
    for line in lines:
        peers = [other for other in lines if other["group"] == line["group"]]
        line["nomination"] = ("奔牛奖" if is_bull(line, len(peers))
                              else "蜗牛奖" if is_snail(line, max(p["rank"] for p in peers)) else "")
    return in_table_order(lines)
