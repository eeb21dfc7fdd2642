"""From eight workbooks to facts and findings: competition.md articles 4 and 7.

Nothing here knows a county: units come from workbook 01, columns from the header rows.
A `Row` is one data row of a sheet; its cells are read by the lowest header name, except
below a stage (签约·完成日期) or a period (第二期·报送日期), where the upper name is needed too.
"""

import datetime
import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import openpyxl

STAGES = ["签约", "注册", "开工", "竣工", "投产", "达产达效"]
STAGE_PARTS = ["完成日期", "填报日期", "核实结论", "核实日期"]
HEADER_SEARCH_ROWS = 30

# Article 7 for every workbook but the ledger: what each sheet must hold.
# (workbook number, sheet): unit column, required columns, date columns, number columns
SHEETS = {
    ("03", "活动"): ("单位", ["类别"], ["日期"], []),
    ("03", "月报"): ("单位", [], [f"{p}·{d}" for p in ("第一期", "第二期", "第三期")
                                  for d in ("截止日期", "报送日期")], []),
    ("03", "一票否决"): ("单位", [], ["日期"], []),
    ("04", "重点工作"): ("牵头单位", ["编号", "类别", "名称"], ["计划完成", "实际完成"], ["权重"]),
    ("05", "镇区指标"): ("单位", [], [], [f"{i}·{c}" for i in ("一般公共预算收入", "规上工业开票销售", "固定资产投资")
                                          for c in ("全年目标", "去年同期累计", "今年累计")]),
    ("05", "位次"): ("牵头部门", [], [], ["全市县区数", "本月", "上月"]),
    ("05", "乡村建设"): ("单位", ["任务"], [], ["全年任务", "累计完成"]),
    ("06", "征迁户"): ("所在单位", ["户编号"], ["签约日期", "腾空日期", "拆除日期"], []),
    ("06", "计划"): ("单位", [], [], ["计划户数"]),
    ("07", "事件"): ("单位", ["类别"], ["日期"], ["起(批)数"]),
    ("07", "信访"): ("单位", [], [], ["应办结", "按时办结"]),
    ("08", "督办"): ("承办单位", ["编号"], ["交办日期", "办结时限", "办结日期"], ["退回次数"]),
    ("08", "加减分"): ("单位", ["级别(情形)"], ["日期"], []),
}
LEDGER_UNITS = ["首报首谈单位", "落地单位"]
LEDGER_POSITIVE = ["计划总投资", "固定资产投资", "设备投资", "注册资本"]
LEDGER_DATES = (["合同约定开工日期"]
                + [f"{s}·{p}" for s in STAGES for p in STAGE_PARTS if p != "核实结论"] + ["退出日期"])
LEDGER_COLUMNS = (["项目名称", "统一社会信用代码", "产业链", "是否龙头", "首谈方占比(%)", "用地(亩)", "到位资本"]
                  + LEDGER_UNITS + LEDGER_POSITIVE + LEDGER_DATES + [f"{s}·核实结论" for s in STAGES])
UNIT_COLUMNS = ["单位名称", "考核组", "摘榜档次", "开工目标(个)", "龙头目标(个)", "简称(别名)"]


# ---- one cell (article 4) -------------------------------------------------------------------

def half_width(text):
    """Article 4: full-width characters become half-width; nothing else is folded."""
    return "".join(" " if c == "\u3000" else chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c
                   for c in text)


def words(value):
    """The text of a cell, '' where it is empty (article 4)."""
    return half_width(str(value)).strip() if value is not None else ""


def number(value):
    """A cell as an exact number, or None. Thousands commas are dropped (article 4)."""
    text = repr(value) if isinstance(value, (int, float)) else words(value).replace(",", "")
    return Fraction(text) if re.fullmatch(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", text) else None


def amount(value):
    """A cell as 万元, or None: 亿元 and 万元 are taken at their word (article 4)."""
    text = words(value)
    for unit, factor in (("亿元", 10000), ("万元", 1)):
        if text.endswith(unit):
            bare = number(text[:-len(unit)])
            return None if bare is None else bare * factor
    return number(value)


def date(value):
    """A cell as a date, or None where it is empty or names no day of the calendar (article 4)."""
    if isinstance(value, datetime.datetime):
        return value.date()
    match = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", words(value))
    year_month_day = match and match.group(1, 3, 4)
    if not match:
        match = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", words(value))
        year_month_day = match and match.groups()
    try:
        return datetime.date(*map(int, year_month_day)) if match else None
    except ValueError:
        return None


def verdict(value):
    """Article 4: 通过, 不通过 or 待核 (also where empty)."""
    return {"√": "通过", "×": "不通过", "": "待核"}.get(words(value), words(value))


# ---- one sheet ------------------------------------------------------------------------------

@dataclass
class Row:
    file: str
    sheet: str
    number: int
    cells: dict     # header name -> raw value
    columns: dict   # header name -> (place from the left, name a finding uses)
    findings: list = field(default_factory=list)

    def filled(self, name):
        return words(self.cells[name]) != ""

    def report(self, name, kind):
        place, shown = self.columns[name]
        self.findings.append((place, shown, kind))


def header_names(sheet, top):
    """(header name, name a finding uses) per column, for a header in the rows top and top+1."""
    upper = {}
    for merged in sheet.merged_cells.ranges:
        if merged.min_row == top:
            for column in range(merged.min_col, merged.max_col + 1):
                upper[column] = words(sheet.cell(top, merged.min_col).value)
    names = {}
    for column in range(1, sheet.max_column + 1):
        above = upper.get(column) or words(sheet.cell(top, column).value)
        below = words(sheet.cell(top + 1, column).value)
        if above in STAGES and below:
            names[column] = (f"{above}·{below}", f"{above}·{below}")
        elif above and below:
            names[column] = (f"{above}·{below}", below)
        elif above or below:
            names[column] = (above or below, above or below)
    return names


def find_header(sheet, needed):
    """The first row whose header, two rows deep, names every needed column; and those columns."""
    for top in range(1, HEADER_SEARCH_ROWS):
        columns = {}
        for column, (name, shown) in header_names(sheet, top).items():
            columns[name] = (column, shown)
            columns.setdefault(shown, (column, shown))
        if all(name in columns for name in needed):
            return top, columns
    raise SystemExit(f"{sheet.title}: no header with {needed}")


def is_data(values, header_texts):
    """Article 7: subtotals, blank rows, notes and repeated headers are no data."""
    texts = [(column, words(value)) for column, value in values.items() if words(value)]
    if not texts:
        return False
    first = texts[0][1]
    if first in ("小计", "合计", "总计") or re.match(r"(注|备注|说明)\s*:", first):
        return False
    return not all(text in header_texts.get(column, ()) for column, text in texts)


def read_sheet(file, sheet, needed):
    """All data rows of a sheet."""
    top, columns = find_header(sheet, needed)
    header_texts = {c: {words(sheet.cell(r, c).value) for r in (top, top + 1)} - {""}
                    for c in range(1, sheet.max_column + 1)}
    rows = []
    for line in range(top + 2, sheet.max_row + 1):
        values = {c: sheet.cell(line, c).value for c in range(1, sheet.max_column + 1)}
        if is_data(values, header_texts):
            cells = {name: values[column] for name, (column, _) in columns.items()}
            rows.append(Row(file, sheet.title, line, cells, columns))
    return rows


# ---- article 7 ------------------------------------------------------------------------------

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_digit_holds(code):
    """GB 32100-2015: the 18th character closes the weighted sum of the first 17 modulo 31."""
    if len(code) != 18 or any(c not in CODE_ALPHABET for c in code):
        return False
    total = sum(CODE_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    return CODE_ALPHABET[-total % 31] == code[17]


def check_dates(row, names):
    """no-such-date: a filled date that the calendar does not have."""
    for name in names:
        if row.filled(name) and date(row.cells[name]) is None:
            row.report(name, "no-such-date")


def check_stages(row):
    """stage-order, stage-skipped and future-date."""
    latest = None
    for stage in STAGES:
        done, told = (date(row.cells[f"{stage}·{part}"]) for part in ("完成日期", "填报日期"))
        if done and latest and done < latest:
            row.report(f"{stage}·完成日期", "stage-order")
        if done and told and done > told:
            row.report(f"{stage}·完成日期", "future-date")
        latest = done or latest
    later_filled = any(row.filled(f"{s}·{p}") for s in STAGES[1:] for p in STAGE_PARTS)
    if later_filled and not row.filled("签约·完成日期"):
        row.report("签约·完成日期", "stage-skipped")


def check_project(row, names):
    """Article 7 for one row of the ledger, but duplicates."""
    if not check_digit_holds(words(row.cells["统一社会信用代码"])):
        row.report("统一社会信用代码", "check-digit")
    if not row.filled("项目名称"):
        row.report("项目名称", "required")
    for name in LEDGER_UNITS:
        if words(row.cells[name]) not in names:
            row.report(name, "unknown-unit")
    for name in LEDGER_POSITIVE:
        if (amount(row.cells[name]) or 0) <= 0:
            row.report(name, "out-of-range")
    paid_in = amount(row.cells["到位资本"])
    if paid_in is None or paid_in < 0:
        row.report("到位资本", "out-of-range")
    check_dates(row, LEDGER_DATES)
    check_stages(row)


def check_duplicates(rows):
    """duplicate: same code and name; the earlier 签约·填报日期 stands, then the earlier place.

    Rows already rejected take no part. `rows` come in the order of sheets and lines, and
    sorting is stable, so the place decides between equal dates.
    """
    standing = [row for row in rows if not row.findings]
    seen = set()
    for row in sorted(standing, key=lambda r: date(r.cells["签约·填报日期"]) or datetime.date.max):
        key = words(row.cells["统一社会信用代码"]), words(row.cells["项目名称"])
        if key in seen:
            row.report("统一社会信用代码", "duplicate")
        seen.add(key)


def check_other(row, unit, required, dates, numbers, names):
    """Article 7 for one row of any other workbook."""
    for name in [unit] + required:
        if not row.filled(name):
            row.report(name, "required")
    if row.filled(unit) and words(row.cells[unit]) not in names:
        row.report(unit, "unknown-unit")
    check_dates(row, dates)
    for name in numbers:
        value = number(row.cells[name])
        if value is None or value < 0:
            row.report(name, "out-of-range")


# ---- the whole folder -----------------------------------------------------------------------

@dataclass
class Intake:
    units: list      # rows of workbook 01
    names: dict      # name or alias -> unit name
    projects: list   # accepted rows of workbook 02
    sheets: dict     # (workbook number, sheet) -> accepted rows
    findings: list   # (file, sheet, row, column, finding), in the order of article 7


def unit_names(rows):
    """Article 4: a unit is known by its name and its aliases, which 、 separates."""
    names = {}
    for row in rows:
        unit = words(row.cells["单位名称"])
        for name in [unit] + words(row.cells["简称(别名)"]).split("、"):
            if name.strip():
                names[name.strip()] = unit
    return names


def read_folder(folder):
    """Read the eight workbooks, apply article 7, keep what may be entered."""
    books = {path.name[:2]: path for path in sorted(Path(folder).glob("0[1-8]*.xlsx"))}
    opened = {key: openpyxl.load_workbook(path) for key, path in books.items()}
    units = read_sheet(books["01"].name, opened["01"].worksheets[0], UNIT_COLUMNS)
    names = unit_names(units)
    projects = [row for sheet in opened["02"].worksheets
                for row in read_sheet(books["02"].name, sheet, LEDGER_COLUMNS)]
    for row in projects:
        check_project(row, names)
    check_duplicates(projects)
    everything, sheets = list(projects), {}
    for book in ("03", "04", "05", "06", "07", "08"):
        for sheet in opened[book].worksheets:
            unit, required, dates, numbers = SHEETS[book, sheet.title]
            rows = read_sheet(books[book].name, sheet, [unit] + required + dates + numbers)
            for row in rows:
                check_other(row, unit, required, dates, numbers, names)
            everything += rows
            sheets[book, sheet.title] = [row for row in rows if not row.findings]
    findings = [(row.file, row.sheet, row.number, shown, kind)
                for row in everything for _, shown, kind in sorted(row.findings)]
    return Intake(units, names, [row for row in projects if not row.findings], sheets, findings)
