"""A fictional county and what happened in it during the competition: units, projects, activities.

Most units are random, with dates and amounts drawn to the edges of the articles. Some groups are staged
instead: units whose N, Q, P, F are set to the point, so that ties at a flag's cut and totals on a threshold occur.
"""

import datetime
from dataclasses import dataclass, field, replace
from decimal import Decimal

import county_mess as mess

D = datetime.date
WINDOW_START = D(2021, 9, 23)
SETTLEMENTS = [D(2021, 10, 31), D(2021, 11, 30), D(2021, 12, 31)]
FREEZES = [D(2021, 11, 4), D(2021, 12, 4), D(2022, 1, 5)]
EDGES = [d + datetime.timedelta(n) for d in [WINDOW_START] + SETTLEMENTS for n in (-1, 0, 1)]
FIRST_DAY, LAST_DAY = D(2020, 10, 1), D(2022, 1, 10)
STAGES = ["签约", "注册", "开工", "竣工", "投产", "达产达效"]
PARKS, TOWNS_A, TOWNS_B, DEPARTMENTS = "园区组", "甲类镇街组", "乙类镇街组", "部门组"

COUNTIES = ["云岭县", "清溪县", "白鹭县", "砚川县", "青枫县", "石门关县", "望岳县"]
PLACES = ["临江", "白石", "枫林", "长桥", "金牛", "沙洲", "大榆", "梅岭", "古渡", "西坪", "凤凰", "龙潭", "新塘", "黄泥",
          "三合", "竹溪", "马店", "柳林", "高庙", "平阳", "南屏", "北山", "桃园", "磨盘", "青龙"]
OFFICES = ["科技局", "司法局", "审计局", "医保局", "林业局", "供销社", "总工会", "税务局", "气象局", "城管局", "市场监管局",
           "退役军人局", "乡村振兴局", "粮食和储备局", "机关事务中心", "融媒体中心", "投资促进中心", "大数据局"]
CHAINS = ["装备制造", "汽车零部件", "新型储能", "绿色食品", "生物医药", "电子元件", "纺织服装", "建材家居", "化工"]
FAMILIES = ["恒达", "瑞丰", "金桥", "东升", "万象", "博远", "长青", "明德", "华岳", "盛元", "百川", "正阳"]
PRODUCTS = ["轴承", "光伏玻璃", "汽车线束", "锂电隔膜", "注塑模具", "中药饮片", "果蔬冻干", "智能仪表", "环保涂料", "钢结构"]
SUFFIXES = ["", "", "二期", "扩建", "(A区)", "技改", "3号车间"]
INVESTMENTS = ["4999", "4999.99", "5000", "5001", "9999.99", "10000", "10001", "29999", "30000", "49999.5", "50000",
               "99999", "100000", "299999", "300000", "499999", "500000", "999999", "1000000", "1280000"]
GROUP_SIZES = {PARKS: [0, 1, 2, 3, 5, 6], TOWNS_A: [1, 2, 5, 6, 7, 10, 11], TOWNS_B: [0, 1, 4, 5, 6, 7, 10, 11],
               DEPARTMENTS: [1, 2, 5, 6, 10, 11, 13]}


@dataclass
class Unit:
    name: str
    aliases: list
    group: str
    industries: list
    tier: str
    start_target: int
    leader_target: int
    staged: bool = False
    month: str = "random"   # random, clean, ruined, overdue: what county_month gives it


@dataclass
class Stage:
    done: object = None
    told: object = None
    verdict: str = "待核"
    verified: object = None


@dataclass
class Project:
    code: str
    name: str
    chain: str
    leader: object
    first: Unit
    host: Unit
    percent: object
    invested: Decimal
    fixed: Decimal
    equipment: Decimal
    land: Decimal
    registered: Decimal
    paid_in: Decimal
    agreed_start: object
    withdrawn: object = None
    stages: dict = field(default_factory=dict)


@dataclass
class County:
    name: str
    units: list
    projects: list = field(default_factory=list)
    activities: list = field(default_factory=list)   # (unit, kind, date)
    reports: dict = field(default_factory=dict)      # unit name -> three dates or None
    vetoes: list = field(default_factory=list)       # (unit, date)

    def group(self, name):
        return [u for u in self.units if u.group == name]

    def hosts(self):
        return [u for u in self.units if u.group != DEPARTMENTS]


def days(n):
    return datetime.timedelta(n)


def some_day(rng, low, high):
    """A day in low..high, often on an edge of the window or of a settlement."""
    edges = [e for e in EDGES if low <= e <= high]
    if edges and rng.random() < 0.4:
        return rng.choice(edges)
    return low + days(rng.randint(0, max(0, (high - low).days)))


# ---- units ----------------------------------------------------------------------------------

def make_unit(rng, name, aliases, group):
    count = 5 if group == DEPARTMENTS else rng.randint(1, 4)
    return Unit(name, rng.sample(aliases, rng.randint(0, len(aliases))), group, rng.sample(CHAINS, count),
                rng.choice(["一档", "二档", "三档", "未摘榜"]), rng.randint(0, 2), rng.choice([0, 0, 1, 1, 2]))


def make_units(rng):
    """Groups of varied size; some counties list their units in no order."""
    places, offices, units = rng.sample(PLACES, len(PLACES)), rng.sample(OFFICES, len(OFFICES)), []
    for group, sizes in GROUP_SIZES.items():
        for _ in range(rng.choice(sizes)):
            if group == DEPARTMENTS:
                office = offices.pop()
                units.append(make_unit(rng, "县" + office, [office, f"县{office}(本级)"], group))
                continue
            place = places.pop() if places else rng.choice(PLACES) + str(len(units))
            kind = rng.choice(["工业园", "产业园", "经开区"] if group == PARKS else ["镇", "镇", "街道", "乡"])
            units.append(make_unit(rng, place + kind, [place, f"{place}{kind}管委会" if group == PARKS
                                                       else f"{place}{kind}政府", f"{place}(新)"], group))
    if rng.random() < 0.25:
        rng.shuffle(units)
    return units


# ---- random projects ------------------------------------------------------------------------

def random_stage(rng, done):
    """One stage: reported within, on or beyond 30 days, verified before, on or after a freeze."""
    told = done + days(rng.choice([0, 1, 2, 3, 5, 8, 12, 29, 30, 31, 45]))
    near_freezes = [f + days(n) for f in FREEZES for n in (-1, 0, 1)]
    told = rng.choice([told, told] + [d for d in near_freezes if done <= d <= done + days(32)])
    verdict = rng.choices(["通过", "不通过", "待核"], [80, 10, 10])[0]
    verified = told + days(rng.choice([0, 1, 2, 4, 7, 9]))
    verified = rng.choice([verified] * 3 + [d for d in near_freezes + [WINDOW_START, WINDOW_START - days(1)]
                                            if told <= d <= told + days(20)])
    if rng.random() < 0.04:
        verified = told - days(rng.randint(1, 6))   # verified on an earlier report, told again later
    if verdict == "待核" and rng.random() < 0.8:
        verified = None
    stage = Stage(done, told, verdict, verified)
    if rng.random() < 0.02:
        stage = replace(stage, **{rng.choice(["told", "verified"]): None})
    return stage


def random_stages(rng):
    """Stages in order of date, some skipped; a project may have none, but no stage comes without a signing."""
    stages = {name: Stage() for name in STAGES}
    low = rng.choice([FIRST_DAY, D(2021, 3, 1), D(2021, 8, 1), D(2021, 9, 20), D(2021, 10, 20)])
    for name in STAGES[:rng.choice([0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 6])]:
        if name != "签约" and rng.random() < 0.1:
            continue
        done = some_day(rng, low, min(LAST_DAY, low + days(rng.choice([10, 25, 50, 90]))))
        stages[name], low = random_stage(rng, done), done
        if low >= LAST_DAY:
            break
    return stages


def random_shares(rng, county, host):
    """Who talked first, and the percentage written; where both are one unit the percentage says nothing."""
    others = [u for u in county.units if u is not host and not u.staged]
    first = host if not others or rng.random() < 0.5 else rng.choice(others)
    departments = [u for u in others if u.group == DEPARTMENTS]
    if first is not host and departments and rng.random() < 0.5:
        first = rng.choice(departments)
    percent = rng.choice([100, 100, 100, 70, None]) if first is host else rng.choice([30, 50, 70, 70, 100])
    return first, percent


def project_name(rng, county):
    taken = {p.name for p in county.projects}
    while True:
        name = rng.choice(FAMILIES) + rng.choice(PRODUCTS) + rng.choice(SUFFIXES) + "项目"
        if name not in taken or rng.random() < 0.02:   # two different firms may give one name
            return name
        if len(taken) > 300:
            return f"{name}{len(taken)}"


def random_project(rng, county, host):
    first, percent = random_shares(rng, county, host)
    invested = Decimal(rng.choice(INVESTMENTS) if rng.random() < 0.5 else rng.randint(30, 2500) * 100)
    fixed = (invested * rng.randint(50, 95) / 100).quantize(Decimal("1"))
    registered = Decimal(rng.randint(6, 700) * 100)
    paid_in = registered * rng.choice([0, 10, 20, 20, 25, 30, 50, 100]) / 100
    if rng.random() < 0.08:
        paid_in = registered / 5 - Decimal("0.01")
    project = Project(
        mess.code(rng), project_name(rng, county),
        rng.choice(host.industries + CHAINS), rng.choice(["是", "是", "否", None, "否"]), first, host, percent,
        invested, fixed,
        (fixed * rng.randint(15, 60) / 100).quantize(Decimal("1")) or Decimal(1),
        Decimal(rng.randint(50, 6000)) / 10, registered, paid_in,
        rng.choice([None] + [some_day(rng, D(2021, 7, 1), D(2022, 3, 1))] * 9), None, random_stages(rng))
    if rng.random() < 0.12:
        project.withdrawn = some_day(rng, D(2021, 9, 1), LAST_DAY)
    return project


def star_project(rng, county, host):
    """Started in the window, large, leading: for the caps of articles 8 and 12."""
    project = random_project(rng, county, host)
    project.first, project.percent, project.leader, project.withdrawn = host, 100, "是", None
    project.invested, project.chain = Decimal(rng.choice(["10000", "100000", "1000000"])), host.industries[0]
    project.fixed = min(project.fixed, project.invested)
    project.equipment = min(project.equipment, project.fixed)
    project.paid_in = project.registered
    project.stages = finished_stages(D(2021, 9, 24) + days(rng.randint(0, 3)), 6)
    return project


def finished_stages(start, count):
    """`count` stages, all passed, all within two weeks."""
    stages = {name: Stage() for name in STAGES}
    for place, name in enumerate(STAGES[:count]):
        done = start + days(2 * place)
        stages[name] = Stage(done, done + days(1), "通过", done + days(3))
    return stages


# ---- staged units: points set to the point --------------------------------------------------

def staged_project(rng, county, unit, dump, **changes):
    """A small signed project that brings a town or park no R, a department none below 5000."""
    host = dump if unit.group == DEPARTMENTS else unit
    base = Project(mess.code(rng), project_name(rng, county), next(c for c in CHAINS if c not in unit.industries), "否",
                   unit, host, 100, Decimal(4000), Decimal(3000), Decimal(1000), Decimal(15), Decimal(1600), Decimal(0),
                   D(2022, 6, 1), None, finished_stages(D(2021, 10, 8), 1))
    return replace(base, **changes)


def stage_unit(rng, county, unit, dump, signed=5, matched=5, registered=5, paid_in=480, brought=4, leads=2, visits=0,
               shows=0, failed=0, late=False, tiny=False):
    """Q = 100·matched/signed, P = 60 (paid in 480 of 1600) or 55 (390), N = 10·brought, by two `Sept–Oct` trips.

    `brought` projects talked first here and landed in `dump` bring R = 2 each, against T = 20.
    """
    unit.staged, unit.tier, unit.leader_target = True, "一档" if tiny else "二档", 0
    for place in range(signed):
        chain = unit.industries[0] if place < matched else next(c for c in CHAINS if c not in unit.industries)
        done = 2 if place < registered else 1
        county.projects.append(staged_project(
            rng, county, unit, dump, chain=chain, paid_in=Decimal(paid_in if done == 2 else 0),
            stages=finished_stages(D(2021, 10, 8), done),
            invested=Decimal(5000 if tiny and place == 0 and unit.group == DEPARTMENTS else 4000)))
    for _ in range(brought if unit.group != DEPARTMENTS else 0):
        county.projects.append(staged_project(rng, county, unit, dump, host=dump, invested=Decimal(50000)))
    if tiny and unit.group != DEPARTMENTS:
        county.projects.append(staged_project(rng, county, unit, dump, host=dump, invested=Decimal(10000), percent=30))
    for _ in range(failed):
        refused = finished_stages(D(2021, 10, 8), 1)
        refused["签约"].verdict = "不通过"
        county.projects.append(staged_project(rng, county, unit, dump, stages=refused))
    staged_activities(county, unit, leads, visits, shows, late)


def staged_activities(county, unit, leads, visits, shows, late):
    trips = [] if late else [("主要领导外出招商", WINDOW_START), ("主要领导外出招商", D(2021, 10, 31))]
    county.activities += [(unit, kind, when) for kind, when in trips + [("有效线索", D(2021, 10, 5))] * leads
                          + [("县领导提请走访", D(2021, 10, 6))] * visits + [("推介会", D(2021, 10, 7))] * shows]
    county.reports[unit.name] = [s + days(1) if late else s for s in SETTLEMENTS]


def stage_strong(rng, county, unit, dump):
    """Far above every threshold."""
    unit.staged = True
    host = unit if unit.group != DEPARTMENTS else dump
    project = replace(star_project(rng, county, host), first=unit)
    county.projects.append(project)
    unit.industries[0] = project.chain if project.chain not in unit.industries else unit.industries[0]
    staged_activities(county, unit, 4, 0, 0, False)


def stage_idle(county, unit):
    """No project at all: F is W alone."""
    unit.staged = True
    staged_activities(county, unit, 1, 0, 0, False)


# What the first units of a staged group are; `rest` is what the others are.
ZERO = dict(signed=0, brought=0, leads=0, failed=3, late=True)
ZERO_P = dict(ZERO, signed=2, matched=0, registered=1, paid_in=390)
PLANS = {
    "F exactly 60 at the head": ([dict(signed=5, matched=4, leads=6)], "idle"),
    "F exactly 45 at the tail": ([dict(signed=5, matched=4, registered=0, leads=8, visits=4)], "strong"),
    "P exactly 60 at the tail": ([dict(signed=5, matched=0, brought=0, leads=0)], "strong"),
    "equal at the head": ([dict(), dict(), dict()], "idle"),
    "equal F, P decides": ([dict(paid_in=390, leads=5), dict(leads=2)], "idle"),
    "equal F and P, N decides": ([dict(brought=4, leads=7), dict(brought=5, leads=0)], "idle"),
    "equal F, P before N": ([dict(paid_in=390, brought=5, leads=0), dict(leads=4)], "idle"),
    "F limited to 0, P decides": ([ZERO_P, ZERO, ZERO_P], "strong"),
    "F limited to 0, N decides": ([dict(ZERO_P, tiny=True), ZERO_P, dict(ZERO_P, tiny=True)], "strong"),
    "equal at the tail": ([ZERO, ZERO], "strong"),
    "all vetoed": ([], "strong"),
}
ONE_FLAG = [plan for plan in PLANS if "decides" in plan or "before" in plan]   # at most five units: one flag
DEPARTMENT_PLANS = {
    "month's total exactly 75": ([dict(matched=4, brought=0, leads=8, visits=6)], "idle"),
    "month's total exactly 70": ([dict(matched=2, brought=0, leads=8, visits=2, shows=1)], "strong"),
    "month's total below 0": ([ZERO], "strong"),
    "F limited to 0, N decides": PLANS["F limited to 0, N decides"],
    "F limited to 0, P decides": PLANS["F limited to 0, P decides"],
    "equal at the tail": PLANS["equal at the tail"],
    "all vetoed": PLANS["all vetoed"],
}
MONTHS = {"month's total exactly 75": "clean", "month's total exactly 70": "overdue", "month's total below 0": "ruined"}


def stage_group(rng, county, units, plan, dump):
    leading, rest = (DEPARTMENT_PLANS if units[0].group == DEPARTMENTS else PLANS)[plan]
    units = rng.sample(units, len(units))
    if plan in ONE_FLAG:
        units, surplus = units[:5], units[5:]
        county.units = [u for u in county.units if u not in surplus]
    if plan == "all vetoed":
        county.vetoes += [(unit, WINDOW_START) for unit in units]
    for unit, settings in zip(units, leading):
        stage_unit(rng, county, unit, dump, **settings)
        unit.month = MONTHS.get(plan, unit.month)
    for unit in units[len(leading):]:
        if rest == "idle":
            stage_idle(county, unit)
            unit.month = "ruined" if plan in MONTHS else unit.month
        else:
            stage_strong(rng, county, unit, dump)
            unit.month = "clean" if plan in MONTHS else unit.month


def stage_groups(rng, county, turn):
    """About half of the groups are staged; one host, which others' projects land in, and its group stay random.

    Plans take turns by seed, so that a dozen seeds in a row show them all.
    """
    dump = rng.choice(county.hosts())
    for place, group in enumerate(GROUP_SIZES):
        units = county.group(group)
        if units and group != dump.group and rng.random() < 0.7:
            plans = list(DEPARTMENT_PLANS if group == DEPARTMENTS else PLANS)
            stage_group(rng, county, units, plans[(turn + 4 * place) % len(plans)], dump)


# ---- the rest of the competition ------------------------------------------------------------

def random_activities(rng, unit):
    kinds = {"有效线索": [0, 1, 2, 3, 9], "主要领导外出招商": [0, 1, 2, 3, 5, 9], "县领导提请走访": [0, 0, 1, 2, 7],
             "推介会": [0, 0, 0, 1, 2]}
    return [(unit, kind, some_day(rng, D(2021, 9, 15), D(2022, 1, 5)))
            for kind, counts in kinds.items() for _ in range(rng.choice(counts))]


def random_report(rng, settlement):
    if rng.random() < 0.08:
        return None
    return settlement + days(rng.choice([-4, -3, -2, -1, 0, 0, 1, 3, 5]))


def random_veto(rng):
    inside = some_day(rng, WINDOW_START, SETTLEMENTS[2])
    return rng.choice([inside, inside, inside, *EDGES])


def make_county(rng, turn):
    """Everything that happened, without faults in the writing. `turn` says which plans are on."""
    county = County(rng.choice(COUNTIES), make_units(rng))
    while not county.hosts():
        county.units = make_units(rng)
    stage_groups(rng, county, turn)
    for host in county.hosts():
        if host.staged:
            continue
        star = rng.random() < 0.12
        for _ in range(rng.choice([5, 6]) if star else rng.choice([0, 1, 2, 3, 5, 8, 12])):
            county.projects.append((star_project if star else random_project)(rng, county, host))
    for unit in county.units:
        if not unit.staged:
            county.activities += random_activities(rng, unit)
        if not unit.staged and rng.random() < 0.95:
            county.reports[unit.name] = [random_report(rng, s) for s in SETTLEMENTS]
        if rng.random() < (0.03 if unit.staged else 0.1):
            county.vetoes.append((unit, random_veto(rng)))
    rng.shuffle(county.projects)
    return county
