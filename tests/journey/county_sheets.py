"""Putting rows on a sheet the way offices do: titles, a two-row merged header, blank rows, subtotals, notes,
and now and then the header once more. Files keep their texts inside the cells, or shared, as Excel and WPS do."""

import re
import zipfile

import openpyxl
from openpyxl.utils import get_column_letter

DATE_FORMATS = ["yyyy/m/d", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "mm-dd-yy"]
NOTES = ["注:数据由各单位报送,县督查室汇总。", "说明:空白表示尚未填报。", "备注:以核实结论为准。"]


def split(name):
    """签约·完成日期 -> (签约, 完成日期); 备注 -> (备注, None)."""
    upper, _, lower = name.partition("·")
    return upper, lower or None


def write_header(sheet, top, names):
    """Two rows; one-level columns are merged downwards, equal neighbours sideways."""
    start = 0
    for place in range(1, len(names) + 1):
        upper, lower = split(names[start])
        if place < len(names) and lower and split(names[place])[0] == upper and split(names[place])[1]:
            continue
        sheet.cell(top, start + 1, upper)
        for column in range(start, place):
            sheet.cell(top + 1, column + 1, split(names[column])[1])
        if place - start > 1 or not lower:
            sheet.merge_cells(start_row=top, start_column=start + 1, end_row=top if lower else top + 1,
                              end_column=place)
        start = place


def repeat_header(rng, sheet, line, names):
    """The header once more, whole or only its lower row; returns the next free line."""
    lower_row = [split(n)[1] for n in names]
    if any(lower_row) and rng.random() < 0.4:
        for column, text in enumerate(lower_row, 1):
            sheet.cell(line, column, text)
        return line + 1
    for column, name in enumerate(names, 1):
        begins = column == 1 or split(name)[0] != split(names[column - 2])[0]
        sheet.cell(line, column, split(name)[0] if begins else None)
        sheet.cell(line + 1, column, split(name)[1])
    return line + 2


def write_wide(sheet, line, text, width):
    sheet.cell(line, 1, text)
    if width > 1:
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=width)


def write_values(rng, sheet, line, names, row):
    for column, name in enumerate(names, 1):
        value = row.get(name)
        if value is None:
            continue
        cell = sheet.cell(line, column, value)
        if hasattr(value, "year"):
            cell.number_format = rng.choice(DATE_FORMATS)


def write_sheet(rng, sheet, titles, names, rows, subtotal=None, note_chance=0.5):
    """One sheet. `names` are column names as upper·lower; `rows` map them to cell values."""
    line = rng.choice([1, 1, 1, 2])
    for title in titles + rng.sample(["单位:万元,另有注明的除外", "填表日期:2021年12月"], rng.choice([0, 0, 1, 2])):
        write_wide(sheet, line, title, len(names))
        line += 1
    line += rng.random() < 0.1
    write_header(sheet, line, names)
    line += 2
    repeat_at = rng.randrange(len(rows)) if rows and rng.random() < 0.35 else None
    subtotal_at = rng.randrange(len(rows)) if rows and subtotal and rng.random() < 0.3 else None
    for place, row in enumerate(rows):
        if place == repeat_at:
            line = repeat_header(rng, sheet, line, names)
        if place == subtotal_at:
            write_values(rng, sheet, line, names, subtotal)
            line += 1
        line += rng.random() < 0.06
        write_values(rng, sheet, line, names, row)
        line += 1
    if subtotal:
        write_values(rng, sheet, line, names, subtotal)
        line += 1
    if rng.random() < note_chance:
        line += rng.random() < 0.3
        write_wide(sheet, line, rng.choice(NOTES), len(names))
    for column in range(1, len(names) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 14


def new_book():
    book = openpyxl.Workbook()
    book.remove(book.active)
    return book


def save(book, path, shared):
    """openpyxl writes every text inside its cell; `shared` moves the texts to sharedStrings.xml."""
    book.save(path)
    if shared:
        share_strings(path)


INLINE = re.compile(r' t="inlineStr"><is><t(?: xml:space="preserve")?>(.*?)</t></is></c>', re.S)
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
STRINGS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def share_strings(path):
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode("utf-8") for name in old.namelist()}
    texts = {}
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = INLINE.sub(lambda m: f' t="s"><v>{texts.setdefault(m[1], len(texts))}</v></c>', parts[name])
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    parts["xl/sharedStrings.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{MAIN}">{items}</sst>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS_TYPE}"/></Types>')
    links = "xl/_rels/workbook.xml.rels"
    link = f'<Relationship Id="rIdTexts" Type="{STRINGS_LINK}" Target="sharedStrings.xml"/>'
    parts[links] = parts[links].replace("</Relationships>", link + "</Relationships>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in parts.items():
            new.writestr(name, text)
