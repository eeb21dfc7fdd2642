"""Measures a bulletin on paper: measure_bulletin.py FILE.docx [FILE.pdf]

Lays the .docx out with LibreOffice, unless its PDF is given, and holds the pages against GB/T
9704-2012 with a ruler: page, type area, lines and letters, mark and rule, page numbers, heads of
tables, imprint. Nothing measured depends on the shape of letters, only on a Han letter being as
wide as it is high. Needs poppler-utils. Prints what was measured; exits 1 when something is off.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The type area, in millimetres from the sheet's upper left corner.
TOP, BOTTOM, LEFT, RIGHT = 37.0, 297 - 35.0, 28.0, 210 - 26.0
LETTER_FOUR = 14 * 25.4 / 72  # a letter of 4号
DPI = 150
INK = 140  # darker than this is ink


def run(*words):
    return subprocess.run(words, check=True, capture_output=True).stdout


class Report:
    def __init__(self):
        self.wrong = 0

    def check(self, right, words):
        self.wrong += not right
        print(f"{'ok   ' if right else 'WRONG'} {words}")

    def near(self, value, wanted, tolerance, words):
        value = float("nan") if value is None else value
        self.check(abs(value - wanted) <= tolerance,
                   f"{words}: {value:.2f} mm, wanted {wanted:.2f} ± {tolerance:.2f}")


class Page:
    """One page of a PDF: its lines of text and its ink. All lengths are millimetres."""

    def __init__(self, pdf, number):
        self.number = number
        which = ("-f", str(number), "-l", str(number))
        layout = run("pdftotext", "-bbox-layout", *which, pdf, "-").decode()
        size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', layout)
        self.width, self.height = (float(points) * 25.4 / 72 for points in size.groups())
        self.lines, self.words = [], set()
        box = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"'
        for found in re.finditer(rf"<line {box}>(.*?)</line>", layout, re.S):
            words = re.findall(r">([^<>\n]+)</word>", found[5])
            self.words.update(words)
            corners = (float(points) * 25.4 / 72 for points in found.groups()[:4])
            self.lines.append((*corners, "".join(words)))
        self.lines.sort(key=lambda line: line[1])
        raster = run("pdftoppm", "-r", str(DPI), *which, pdf)
        size, _, raster = raster.split(b"\n", 3)[1:]
        self.columns, self.rows = map(int, size.split())
        self.red, self.green = raster[0::3], raster[1::3]

    @property
    def upright(self):
        return self.width < self.height

    @property
    def text(self):
        return "".join(line[4] for line in self.lines)

    def row(self, y, left=0.0, right=None):
        """Red and green of one row of dots."""
        begin = y * self.columns + dots(left)
        end = y * self.columns + (self.columns if right is None else dots(right))
        return self.red[begin:end], self.green[begin:end]

    def ink_rows(self, top, bottom, left=0.0, right=None):
        """The rows with ink between two heights, as millimetres."""
        return [millimetres(y) for y in range(dots(top), min(dots(bottom), self.rows))
                if min(self.row(y, left, right)[1], default=255) < INK]

    def ink_columns(self, top, bottom):
        begin, end = dots(top) * self.columns, dots(bottom) * self.columns
        return [millimetres(x) for x in range(self.columns)
                if min(self.green[begin + x:end:self.columns], default=255) < INK]

    def red_rows(self, share=0.0):
        """The rows in which more than this share of the type area is red."""
        wanted = share * dots(RIGHT - LEFT)
        found = []
        for y in range(self.rows):
            red, green = self.row(y)
            if min(green) < INK:
                count = sum(g < INK <= r for r, g in zip(red, green))
                if count > wanted:
                    found.append(millimetres(y))
        return found

    def rules(self):
        """The rows in which a line is drawn over the type area."""
        def is_rule(y):
            return sum(g < INK for g in self.row(y, LEFT, RIGHT)[1]) > 0.97 * dots(RIGHT - LEFT)
        return [millimetres(y) for y in range(self.rows) if is_rule(y)]


def dots(length):
    return round(length * DPI / 25.4)


def millimetres(dot):
    return dot * 25.4 / DPI


class Docx:
    """What the .docx says, to know what to look for."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            body = ElementTree.fromstring(package.read("word/document.xml"))
            styles = ElementTree.fromstring(package.read("word/styles.xml"))
        names = {style.get(W + "styleId"): style.find(W + "name").get(W + "val")
                 for style in styles.iter(W + "style")}
        self.paragraphs = []
        for paragraph in body.iter(W + "p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            self.paragraphs.append((names.get(style.get(W + "val")) if style is not None else "",
                                    letters(paragraph)))
        self.tables = [
            [[letters(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
            for table in body.iter(W + "tbl") if table.find(f".//{W}tblHeader") is not None]

    def first(self, style):
        return next((text for name, text in self.paragraphs if name == style and text), "")


def letters(element):
    return "".join(text.text or "" for text in element.iter(W + "t"))


def without_spaces(text):
    return re.sub(r"\s", "", text)


def check_sheets(pages, report):
    for page in pages:
        short, long = sorted((page.width, page.height))
        report.check(abs(short - 210) < 0.2 and abs(long - 297) < 0.2,
                     f"page {page.number}: sheet of {page.width:.1f} × {page.height:.1f} mm")


def check_type_area(pages, report):
    for page in filter(lambda page: page.upright, pages):
        rows = page.ink_rows(0, BOTTOM + 3)
        columns = page.ink_columns(0, BOTTOM + 3)
        if rows:
            report.check(rows[0] > TOP - 0.4 and rows[-1] < BOTTOM + 0.6 and columns[0] > LEFT - 0.6
                         and columns[-1] < RIGHT + 0.6,
                         f"page {page.number}: ink from {columns[0]:.1f} to {columns[-1]:.1f} mm "
                         f"across, {rows[0]:.1f} to {rows[-1]:.1f} mm down")


def check_lines(pages, report):
    """22 lines to the page and 28 letters to the line."""
    full_lines = []
    counts = []
    for page in filter(lambda page: page.upright, pages):
        text = [line for line in page.lines if line[3] < BOTTOM + 2 and len(line[4]) > 0]
        full_lines += [line for line in text if re.fullmatch(r"[\u4e00-\u9fff]{27,}", line[4])]
        pitches = [(below[1] - above[1]) * 72 / 25.4 for above, below in zip(text, text[1:])]
        if len(text) >= 20 and all(abs(pitch - 28.95) < 0.3 for pitch in pitches):
            counts.append(len(text))
            pitch = sum(pitches) / len(pitches)
            report.check(abs(pitch - 28.95) < 0.05,
                         f"page {page.number}: {len(text)} lines, pitch {pitch:.2f} pt")
    # A heading that moves on with its text may leave a line free, but no page takes more.
    report.check(22 in counts and max(counts) == 22, f"lines on pages of text: {counts}")
    report.check(bool(full_lines) and all(len(line[4]) == 28 for line in full_lines),
                 f"lines full of Han letters: {len(full_lines)}, each of 28")
    for line in full_lines[:3]:
        report.near((line[2] - line[0]) / len(line[4]), 156 / 28, 0.03, "advance of a letter")
        report.near(line[0], LEFT, 0.3, "left edge of a full line")


def check_head(page, docx, report):
    """The mark 35 mm under the type area's upper edge; the red rule 4 mm under the number."""
    red = page.red_rows()
    report.near(red[0] if red else None, TOP + 35, 1.0, "upper edge of the mark")
    rule = page.red_rows(share=0.97)
    report.check(bool(rule), "a red rule as wide as the type area")
    number = without_spaces(docx.first("发文字号"))
    line = next((line for line in page.lines if without_spaces(line[4]) == number), None)
    report.check(line is not None, f"the document number {number}")
    if rule and line:
        ink = page.ink_rows(line[1], rule[0] - 0.5, line[0], line[2])
        report.near(rule[0] - ink[-1], 4.0, 0.6, "from the number down to the rule")
    text = docx.first("公文正文")[:8]
    report.check(bool(text) and text in page.text, f"the first page shows the text ({text}…)")


def check_page_number(page, report):
    if page.upright:
        line = next((line for line in page.lines if line[1] > BOTTOM), None)
        report.check(line is not None and without_spaces(line[4]) == f"—{page.number}—",
                     f"page {page.number}: bears its number between dashes")
        if line is None:
            return
        if page.number % 2:
            report.near(line[2], RIGHT - LETTER_FOUR, 0.7,
                        f"page {page.number}: right end of the number")
            dash = (line[2] - 3.5, line[2] - 1)
        else:
            report.near(line[0], LEFT + LETTER_FOUR, 0.7,
                        f"page {page.number}: left end of the number")
            dash = (line[0] + 1, line[0] + 3.5)
        rows = page.ink_rows(BOTTOM + 2, 290, *dash)
        report.near(rows[0] - BOTTOM if rows else None, 7.0, 0.6,
                    f"page {page.number}: from the type area down to the dash")
        return
    # The sheet is turned clockwise: its lower edge lies left, its right edge at the bottom.
    rows = page.ink_rows(0, page.height, 20, 297 - BOTTOM - 5)
    wanted = RIGHT - LETTER_FOUR if page.number % 2 else LEFT + LETTER_FOUR
    end = (rows[-1] if page.number % 2 else rows[0]) if rows else None
    report.near(end, wanted, 1.0,
                f"page {page.number}, landscape: end of the number on the turned sheet")


def check_tables(pages, docx, report):
    for table in docx.tables:
        # Short heads are never folded, so they can be found again.
        heads = [head for head in table[0] if len(head) == 2]
        on = [page for page in pages if all(head in page.words for head in heads)]
        numbers = [page.number for page in on]
        report.check(len(on) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(on))),
                     f"table of {len(table) - 1} rows: head {heads} on pages {numbers}")
        words = set().union(*(page.words for page in on))
        lost = [row[0] for row in table[1:] if row[0] not in words]
        report.check(not lost, f"table of {len(table) - 1} rows: no row lost {lost}")


def check_imprint(pages, docx, report):
    last = pages[-1]
    report.check(last.number % 2 == 0, f"the last page, {last.number}, is an even one")
    report.check("印发" in last.text, "the last page bears the imprint")
    rules = last.rules()
    report.near(rules[-1] if rules else None, BOTTOM, 0.7, "the imprint's last line")
    # Alone on its page, the imprint and the blank page before it are not numbered.
    own = len(without_spaces(last.text)) < 20 + sum(
        len(text) for name, text in docx.paragraphs if name == "版记")
    return {last.number, last.number - 1} if own else set()


def measure(docx_path, pdf_path):
    report = Report()
    docx = Docx(docx_path)
    count = int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", pdf_path))[1])
    pages = [Page(pdf_path, number) for number in range(1, count + 1)]
    check_sheets(pages, report)
    check_type_area(pages, report)
    check_lines(pages, report)
    check_head(pages[0], docx, report)
    check_tables(pages, docx, report)
    unnumbered = check_imprint(pages, docx, report) if docx.first("版记") else set()
    for page in pages:
        if page.number not in unnumbered or f"—{page.number}—" in without_spaces(page.text):
            check_page_number(page, report)
    return report.wrong


def laid_out(docx_path, folder):
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
        'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}',
        "--outdir", folder, docx_path)
    return str(pathlib.Path(folder) / (pathlib.Path(docx_path).stem + ".pdf"))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(1 if measure(sys.argv[1], sys.argv[2] if len(sys.argv) == 3
                              else laid_out(sys.argv[1], temporary)) else 0)
