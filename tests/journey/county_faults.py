"""Rows that article 7 refuses, planted beside good ones: a copy of a good row with one to three cells spoiled.

Where the articles leave the answer open, the fault is not planted (see the end of another_county.py).
"""

import county_mess as mess
from county_facts import STAGES, Stage, days

POSITIVE = ["投资规模(万元)·计划总投资", "投资规模(万元)·固定资产投资", "投资规模(万元)·设备投资", "资本(万元)·注册资本"]
PAID_IN = "资本(万元)·到位资本"
LEDGER_UNITS = ["归属·首报首谈单位", "归属·落地单位"]
NAME, CODE = "项目基本情况·项目名称", "项目基本情况·统一社会信用代码"
LEDGER_DATES = (["合同约定开工日期", "退出日期"]
                + [f"{s}·{p}" for s in STAGES for p in ("完成日期", "填报日期", "核实日期")])

# unit column, required columns, date columns, number columns of every other sheet
OTHER = {
    "活动": ("单位", ["类别"], ["日期"], []),
    "月报": ("单位", [], [f"第{n}期·{d}日期" for n in "一二三" for d in ("截止", "报送")], []),
    "一票否决": ("单位", [], ["日期"], []),
    "重点工作": ("牵头单位", ["编号", "类别", "节点·名称"], ["节点·计划完成", "节点·实际完成"], ["节点·权重"]),
    "镇区指标": ("单位", [], [], [f"{i}·{c}" for i in ("一般公共预算收入", "规上工业开票销售", "固定资产投资")
                                  for c in ("全年目标", "去年同期累计", "今年累计")]),
    "位次": ("牵头部门", [], [], ["位次·本月", "位次·上月"]),
    "乡村建设": ("单位", ["任务"], [], ["全年任务", "累计完成"]),
    "征迁户": ("所在单位", ["户编号"], ["签约日期", "腾空日期", "拆除日期"], []),
    "计划": ("单位", [], [], ["计划户数"]),
    "事件": ("单位", ["类别"], ["日期"], ["起(批)数"]),
    "信访": ("单位", [], [], ["应办结", "按时办结"]),
    "督办": ("承办单位", ["编号"], ["交办日期", "办结时限", "办结日期"], ["退回次数"]),
    "加减分": ("单位", ["级别(情形)"], ["日期"], []),
}


def empty(rng):
    return rng.choice([None, None, " ", "\u3000"])


def spoil_other(rng, sheet, row, units):
    """One to three spoiled cells, each in a column of its own."""
    unit, required, dates, numbers = OTHER[sheet]
    row = dict(row)
    columns = [unit] + required + dates + numbers
    for name in rng.sample(columns, min(rng.choice([1, 1, 2, 3]), len(columns))):
        if name == unit:
            row[name] = rng.choice([empty(rng), mess.no_unit(rng, units), mess.no_unit(rng, units)])
        elif name in required:
            row[name] = empty(rng)
        elif name in dates:
            row[name] = rng.choice(mess.NO_SUCH_DATES)
        else:
            row[name] = mess.bad_number(rng, zero_is_bad=False, may_be_words=True)
    return row


def plant_other(rng, sheet, rows, units, most=4):
    """Spoiled copies among the good rows. One with a single cell left could pass for a note, so it is not planted."""
    for _ in range(rng.randint(0, most) if rows else 0):
        place = rng.randrange(len(rows))
        spoiled = spoil_other(rng, sheet, rows[place], units)
        if sum(value is not None and str(value).strip() != "" for value in spoiled.values()) > 1:
            rows.insert(place + 1, spoiled)
    return rows


# ---- the ledger -----------------------------------------------------------------------------
# A project is spoiled before it is written: faults of stages need true dates, the others spoil the written row.

def dated(project):
    return [s for s in STAGES if project.stages[s].done]


def spoil_order(rng, project):
    """stage-order: a stage earlier than the last dated one before it, others between them perhaps empty.

    The stage after it compares with it alone, and may be fine.
    """
    have = dated(project)
    if len(have) > 2 and rng.random() < 0.5:
        gap = have.pop(rng.randrange(1, len(have) - 1))
        project.stages[gap] = Stage()
    if len(have) < 2:
        return False
    place = rng.randrange(1, len(have))
    before, stage = project.stages[have[place - 1]], project.stages[have[place]]
    stage.done = before.done - days(rng.choice([1, 1, 30]))
    if place + 1 < len(have) and rng.random() < 0.5:
        project.stages[have[place + 1]].done = stage.done
    return True


def spoil_future(rng, project):
    """future-date: reported before it was done."""
    have = [s for s in dated(project) if project.stages[s].told]
    if not have:
        return False
    stage = project.stages[rng.choice(have)]
    stage.told = stage.done - days(rng.choice([1, 1, 9]))
    return True


def spoil_skipped(rng, project):
    """stage-skipped: no signing, but something in a later stage, be it one word."""
    signing = project.stages["签约"]
    signing.done = None
    if rng.random() < 0.5:
        signing.told = signing.verified = None
        signing.verdict = "待核"
    later = project.stages[rng.choice(STAGES[1:])]
    if not any(project.stages[s].done for s in STAGES[1:]):
        later.verdict = "不通过"
    return True


def cell_faults(rng, project, row, units):
    """Faults of one cell each: column -> what to write there."""
    faults = {CODE: mess.bad_code(rng, project.code), NAME: empty(rng),
              PAID_IN: mess.bad_number(rng, zero_is_bad=False, may_be_words=False)}
    faults |= {name: mess.bad_number(rng, zero_is_bad=True, may_be_words=False) for name in POSITIVE}
    faults |= {name: mess.no_unit(rng, units) for name in LEDGER_UNITS}
    return faults


def date_faults(rng, stage_faulty):
    """no-such-date: beside a fault of stages only where no done-date is touched."""
    names = [n for n in LEDGER_DATES if not stage_faulty or not n.endswith(("·完成日期", "·填报日期"))]
    return {name: rng.choice(mess.NO_SUCH_DATES) for name in rng.sample(names, rng.choice([1, 1, 2]))}


def spoil_project(rng, project, write, units):
    """The written row of a copy of `project` with one to three faults."""
    stage_faulty = rng.random() < 0.35 and rng.choice([spoil_order, spoil_future, spoil_skipped])(rng, project)
    row = write(project)
    if not stage_faulty or rng.random() < 0.4:
        faults = cell_faults(rng, project, row, units)
        for name in rng.sample(list(faults), rng.choice([1, 1, 2, 3])):
            row[name] = faults[name]
    if rng.random() < 0.3:
        row.update(date_faults(rng, stage_faulty))
    return row
