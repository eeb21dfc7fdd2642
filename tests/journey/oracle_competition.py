"""competition.md, articles 1-6 and 8-17, straight from the text in exact fractions.

Every function is one article and takes the county and a period; nothing is rounded but what
article 3 names.
"""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from oracle_intake import STAGES, amount, date, number, verdict, words

# Article 1
WINDOW_START = datetime.date(2021, 9, 23)


@dataclass(frozen=True)
class Period:
    name: str
    settlement: datetime.date
    freeze: datetime.date


PERIODS = [Period("第一期", datetime.date(2021, 10, 31), datetime.date(2021, 11, 4)),
           Period("第二期", datetime.date(2021, 11, 30), datetime.date(2021, 12, 4)),
           Period("第三期", datetime.date(2021, 12, 31), datetime.date(2022, 1, 5))]

# Article 2, in this order
GROUPS = ["园区组", "甲类镇街组", "乙类镇街组", "部门组"]
DEPARTMENTS = "部门组"

# Article 8
STAGE_BASE = {"签约": Fraction(1), "注册": Fraction(1, 2), "开工": Fraction(3),
              "竣工": Fraction(2), "投产": Fraction(4), "达产达效": Fraction(2)}
SCALE = [(1000000, Fraction(12)), (500000, Fraction(8)), (300000, Fraction(6)), (100000, Fraction(4)),
         (50000, Fraction(2)), (30000, Fraction(3, 2)), (10000, Fraction(1))]
TIER_TARGET = {"一档": 30, "二档": 20, "三档": 12}
GROUP_TARGET = {"园区组": 30, "甲类镇街组": 20, "乙类镇街组": 12, "部门组": 8}


@dataclass
class Unit:
    name: str
    group: str
    industries: set
    tier: str
    start_target: Fraction
    leader_target: Fraction


@dataclass
class Stage:
    done: object
    told: object
    verdict: str
    verified: object


@dataclass
class Project:
    name: str
    chain: str
    leader: bool
    first: str          # 首报首谈单位
    host: str           # 落地单位
    first_share: Fraction
    invested: Fraction  # 万元, as all amounts here
    fixed: Fraction
    equipment: Fraction
    land: Fraction      # 亩
    registered: Fraction
    paid_in: Fraction
    agreed_start: object
    withdrawn: object
    stages: dict


@dataclass
class County:
    units: list
    projects: list
    activities: list    # (unit, kind, date)
    reports: dict       # unit -> {period name: date or None}
    vetoes: list        # (unit, date)


def read_units(intake):
    """Workbook 01: whom the county ranks."""
    return [Unit(words(r.cells["单位名称"]), words(r.cells["考核组"]),
                 {words(r.cells[f"主导产业·{i}"]) for i in "一二三四五"} - {""},
                 words(r.cells["摘榜档次"]), number(r.cells["开工目标(个)"]), number(r.cells["龙头目标(个)"]))
            for r in intake.units]


def read_project(row, names):
    """One accepted row of the ledger (articles 4 and 5)."""
    cells = row.cells
    first, host = names[words(cells["首报首谈单位"])], names[words(cells["落地单位"])]
    stages = {s: Stage(date(cells[f"{s}·完成日期"]), date(cells[f"{s}·填报日期"]),
                       verdict(cells[f"{s}·核实结论"]), date(cells[f"{s}·核实日期"])) for s in STAGES}
    return Project(words(cells["项目名称"]), words(cells["产业链"]), words(cells["是否龙头"]) == "是",
                   first, host, Fraction(1) if first == host else number(cells["首谈方占比(%)"]) / 100,
                   *(amount(cells[c]) for c in ("计划总投资", "固定资产投资", "设备投资")),
                   number(cells["用地(亩)"]), amount(cells["注册资本"]), amount(cells["到位资本"]),
                   date(cells["合同约定开工日期"]), date(cells["退出日期"]), stages)


def read_county(intake):
    """The facts of the competition, by unit name."""
    names = intake.names
    named = lambda sheet: [(names[words(r.cells["单位"])], r.cells) for r in intake.sheets["03", sheet]]
    return County(
        read_units(intake), [read_project(row, names) for row in intake.projects],
        [(unit, words(c["类别"]), date(c["日期"])) for unit, c in named("活动")],
        {unit: {p.name: date(c[f"{p.name}·报送日期"]) for p in PERIODS} for unit, c in named("月报")},
        [(unit, date(c["日期"])) for unit, c in named("一票否决")])


def rounded(value, places=2):
    """Article 3: half away from zero."""
    scaled = abs(value) * 10 ** places
    whole = Fraction(int(scaled + Fraction(1, 2)), 10 ** places)
    return whole if value >= 0 else -whole


def total(N, Q, P, W, bonus, deduct):
    """Article 3: F from parts that are already rounded, limited to 0..120, rounded again."""
    F = Fraction(35, 100) * N + Fraction(25, 100) * Q + Fraction(30, 100) * P + W + bonus - deduct
    return rounded(min(Fraction(120), max(Fraction(0), F)))


def share(project, unit):
    """Article 5: the part of a project's points that is this unit's."""
    if project.first == project.host:
        return Fraction(1) if unit.name == project.host else Fraction(0)
    if unit.name == project.first:
        return project.first_share
    return 1 - project.first_share if unit.name == project.host else Fraction(0)


def own_projects(county, unit):
    """Article 5, 本单位项目: hosted ones for towns and parks, first-reported ones for departments."""
    side = "first" if unit.group == DEPARTMENTS else "host"
    return [p for p in county.projects if getattr(p, side) == unit.name]


def reached(project, name, period):
    """Article 6 without the window's start: 已签约 (已注册, 已开工 ...)(不限窗口起点)."""
    stage = project.stages[name]
    if not (stage.done and stage.told and stage.verified) or stage.verdict != "通过":
        return False
    if name == "注册" and project.paid_in < project.registered * Fraction(20, 100):
        return False
    return (stage.verified <= period.freeze and stage.told <= period.freeze
            and (stage.told - stage.done).days <= 30 and stage.done <= period.settlement)


def counted(project, name, period):
    """Article 6: 计入."""
    return reached(project, name, period) and project.stages[name].done >= WINDOW_START


def in_window(day, period):
    return day is not None and WINDOW_START <= day <= period.settlement


def scale(project, unit):
    """Article 8: the factor by planned investment; departments also score from 5000万元 on."""
    for floor, factor in SCALE:
        if project.invested >= floor:
            return factor
    return Fraction(1, 2) if unit.group == DEPARTMENTS and project.invested >= 5000 else Fraction(0)


def raw_points(county, unit, period):
    """Article 8: R."""
    return sum((STAGE_BASE[s] * scale(p, unit) * share(p, unit)
                for p in county.projects for s in STAGES if counted(p, s, period)), Fraction(0))


def target(unit):
    """Article 8: T."""
    return TIER_TARGET.get(unit.tier) or GROUP_TARGET[unit.group]


def capped(numerator, denominator):
    """A ratio that stops at 1, or None where there is nothing to divide by."""
    return None if denominator == 0 else min(Fraction(1), Fraction(numerator) / denominator)


def blend(parts):
    """Articles 9 and 10: weighted mean of what is there, as 100 points; 0 where nothing is."""
    there = [(weight, value) for weight, value in parts if value is not None]
    if not there:
        return Fraction(0)
    return 100 * sum(w * v for w, v in there) / sum(w for w, _ in there)


def quality_parts(county, unit, period):
    """Article 9: 契合度, 设备占比, 亩均, 龙头 with their full points."""
    own = own_projects(county, unit)
    signed = [p for p in own if counted(p, "签约", period)]
    started = [p for p in own if counted(p, "开工", period)]
    fixed, land = sum(p.fixed for p in started), sum(p.land for p in started)
    entry_value = 300 if unit.group == "园区组" else 200
    return [(30, capped(sum(p.chain in unit.industries for p in signed), len(signed))),
            (25, capped(sum(p.equipment for p in started), fixed * Fraction(40, 100))),
            (25, capped(fixed, land * entry_value)),
            (20, capped(sum(p.leader for p in signed), unit.leader_target))]


def progress_parts(county, unit, period):
    """Article 10: 履约率, 开工率, 投产率, 到资率 with their weights."""
    own = own_projects(county, unit)
    have = lambda stage: [p for p in own if reached(p, stage, period)]
    signed = [p for p in own if counted(p, "签约", period)]
    signed_2021 = [p for p in have("签约") if p.stages["签约"].done.year == 2021]
    both = lambda projects, stage, test: sum(test(p, stage, period) for p in projects)
    return [(25, capped(both(signed, "注册", counted), len(signed) * Fraction(90, 100))),
            (30, capped(both(signed_2021, "开工", reached), len(signed_2021) * Fraction(80, 100))),
            (25, capped(both(have("竣工"), "投产", reached), len(have("竣工")) * Fraction(60, 100))),
            (20, capped(sum(p.paid_in for p in have("注册")),
                        sum(p.registered for p in have("注册")) * Fraction(30, 100)))]


def activities(county, unit, period, kind):
    """Dates of this unit's activities of a kind within the window (article 11)."""
    return [d for who, what, d in county.activities
            if who == unit.name and what == kind and in_window(d, period)]


def late_reports(county, unit, period):
    """Article 11: periods up to this one whose report came after settlement, or never."""
    sent = county.reports.get(unit.name, {})
    due = PERIODS[:PERIODS.index(period) + 1]
    return sum(1 for p in due if sent.get(p.name) is None or sent[p.name] > p.settlement)


def base_points(county, unit, period):
    """Article 11: W."""
    leads = len(activities(county, unit, period, "有效线索"))
    months = {(d.year, d.month) for d in activities(county, unit, period, "主要领导外出招商")}
    return (min(Fraction(4), Fraction(leads, 2)) + min(3, len(months))
            + max(0, 3 - late_reports(county, unit, period)))


def bonus_points(county, unit, period):
    """Article 12."""
    own = own_projects(county, unit)
    visits = len(activities(county, unit, period, "县领导提请走访"))
    shows = len(activities(county, unit, period, "推介会"))
    leaders = sum(p.leader for p in own if counted(p, "签约", period))
    large = sum(p.invested >= 10000 for p in own if counted(p, "开工", period))
    return min(Fraction(10), min(Fraction(3), Fraction(visits, 2)) + min(3, 3 * shows) + min(4, 2 * leaders)
               + min(6, 2 * max(0, large - unit.start_target)))


def deduct_points(county, unit, period):
    """Article 13."""
    points = Fraction(late_reports(county, unit, period), 2)
    for p in own_projects(county, unit):
        gone = p.withdrawn is not None and p.withdrawn <= period.settlement
        overdue = p.agreed_start is not None and p.agreed_start <= period.settlement
        if reached(p, "签约", period) and overdue and not reached(p, "开工", period) and not gone:
            points += 1
        points += 5 * sum(s.verdict == "不通过" and s.verified is not None
                          and WINDOW_START <= s.verified <= period.freeze for s in p.stages.values())
        if in_window(p.withdrawn, period):
            points += 2
    return min(Fraction(15), points)


def vetoed(county, unit, period):
    """Article 14."""
    return any(who == unit.name and in_window(d, period) for who, d in county.vetoes)


def give_ranks(lines, order):
    """Article 15: 1-2-2-4 inside each group; `order` is compared from high to low."""
    for line in lines:
        line["rank"] = 1 + sum(other["group"] == line["group"] and order(other) > order(line)
                               for other in lines)


def in_table_order(lines):
    """Article 15: by group, rank, name in code point order."""
    return sorted(lines, key=lambda line: (GROUPS.index(line["group"]), line["rank"], line["unit"]))


def flag_quota(size):
    """Article 16: one flag up to 5 units, two up to 10, three from 11 on."""
    return 1 if size <= 5 else 2 if size <= 10 else 3


def flag_order(line):
    return (not line["veto"], line["F"], line["P"], line["N"])


def red_flags(lines):
    """Article 16: the head of the order, ties at the cut included, from 60 on, never the vetoed."""
    places = sorted(map(flag_order, lines), reverse=True)
    cut = places[flag_quota(len(lines)) - 1]
    return [l for l in lines if flag_order(l) >= cut and l["F"] >= 60 and not l["veto"]]


def blue_flags(lines):
    """Article 17: the tail of the same order, ties at the cut included; empty places stay empty."""
    places = sorted(map(flag_order, lines))
    cut = places[flag_quota(len(lines)) - 1]
    return [l for l in lines if flag_order(l) <= cut and l["F"] < 45 and l["P"] < 60]


def score_unit(county, unit, period):
    """Article 3 over articles 8 to 14: one line of the result."""
    R, T = raw_points(county, unit, period), target(unit)
    N = rounded(min(Fraction(120), 100 * R / T))
    Q = rounded(blend(quality_parts(county, unit, period)))
    P = rounded(blend(progress_parts(county, unit, period)))
    W = rounded(base_points(county, unit, period))
    bonus = rounded(bonus_points(county, unit, period))
    deduct = rounded(deduct_points(county, unit, period))
    return {"unit": unit.name, "group": unit.group, "raw": R, "target": T, "N": N, "Q": Q, "P": P, "W": W,
            "bonus": bonus, "deduct": deduct, "F": total(N, Q, P, W, bonus, deduct),
            "veto": vetoed(county, unit, period), "flag": ""}


def results(county, period):
    """The table of one period."""
    lines = [score_unit(county, unit, period) for unit in county.units]
    give_ranks(lines, lambda line: (not line["veto"], line["F"]))
    for group in GROUPS:
        members = [line for line in lines if line["group"] == group]
        for line in red_flags(members) if members else []:
            line["flag"] = "红旗"
        for line in blue_flags(members) if members else []:
            line["flag"] = "蓝旗"
    return in_table_order(lines)
