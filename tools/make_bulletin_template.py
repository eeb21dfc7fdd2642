"""Writes packs/county/bulletin/template.docx, the bulletin's layout after GB/T 9704-2012.

make_bulletin_template.py            writes the file
make_bulletin_template.py --check    fails when the committed file is not what this tool makes

A county restyles the .docx in its word processor; this tool is how we came to it. The same tool
makes the same bytes: parts are stored, in fixed order, with a fixed date.
"""
import pathlib
import sys
import zipfile
from io import BytesIO

TARGET = pathlib.Path(__file__).parent.parent / "packs/county/bulletin/template.docx"

SONG, FANG, KAI, HEI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
RED = "FF0000"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(millimetres):
    return round(millimetres * 1440 / 25.4)


# The type area of 156 mm by 225 mm holds 22 lines of 28 characters. 22 lines of 579 twips are a
# hair less than 225 mm; 580 would leave room for 21. 28 characters of 16 pt would be 158 mm, so
# each gives up a quarter point, and justifying fills the line. A character grid would say the same,
# but LibreOffice 7.4 lays 27 characters on a line of the grid of 28 (w:charSpace="-1024") and moves
# them by 1.3 mm; so the styles carry the pitch and the grid only the lines.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = twips(37), twips(35), twips(28), twips(26)
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
LINE = 579
CHARACTER = 315
# Seen on paper: the strokes of the mark begin a little under the top of its line.
ABOVE_MARK = twips(35) - 40
FOOTER = twips(24.9)


def fonts(name):
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def style(ident, name, font=FANG, size=32, color="", paragraph=""):
    """A paragraph style; size in half-points, `paragraph` the inside of w:pPr in schema order."""
    color = f'<w:color w:val="{color}"/>' if color else ""
    tighter = f'<w:spacing w:val="{CHARACTER - 320}"/>' if size == 32 else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{fonts(font)}{color}{tighter}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr></w:style>\n'
    )


def spacing(before=0, after=0, line=LINE):
    return (f'<w:snapToGrid w:val="0"/><w:spacing w:before="{before}" w:after="{after}" '
            f'w:line="{line}" w:lineRule="exact"/>')


INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'
CENTRED, RIGHTMOST, JUSTIFIED = (
    f'<w:jc w:val="{side}"/>' for side in ("center", "right", "both"))
FREE = '<w:snapToGrid w:val="0"/>'
KEPT = "<w:keepNext/>"


def heading(ident, name, font, level):
    outline = f'<w:outlineLvl w:val="{level}"/>'
    return style(ident, name, font, paragraph=KEPT + spacing() + INDENT + JUSTIFIED + outline)


def styles():
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="{RED}"/></w:pBdr>'
    body = [
        style("CopyNumber", "份号", paragraph=spacing()),
        style("Urgency", "紧急程度", HEI, paragraph=spacing()),
        style("Mark", "发文机关标志", SONG, 84, RED, spacing(line=920) + CENTRED),
        style("Number", "发文字号", paragraph=rule + spacing(2 * LINE) + CENTRED),
        style("BulletinTitle", "公文标题", SONG, 44, paragraph=spacing(2 * LINE) + CENTRED),
        style("Addressee", "主送机关", paragraph=spacing(LINE) + JUSTIFIED),
        style("BulletinText", "公文正文", paragraph=spacing() + INDENT + JUSTIFIED),
        heading("LevelOne", "一级标题", HEI, 0),
        heading("LevelTwo", "二级标题", KAI, 1),
        heading("LevelThree", "三级标题", FANG, 2),
        heading("LevelFour", "四级标题", FANG, 3),
        style("TableTitle", "表题", HEI, 28, paragraph=KEPT + spacing(240, 120, 400) + CENTRED),
        style("TableHead", "表头", HEI, 24, paragraph=FREE + CENTRED),
        style("TableText", "表格文字", FANG, 24, paragraph=FREE),
        style("AttachmentList", "附件说明",
              paragraph=KEPT + spacing(LINE) + "<w:contextualSpacing/>" + JUSTIFIED),
        style("Signature9704", "署名", paragraph=KEPT + spacing(2 * LINE) + RIGHTMOST),
        style("Date9704", "成文日期", paragraph=spacing() + RIGHTMOST),
        style("Note9704", "附注", paragraph=spacing() + INDENT + JUSTIFIED),
        style("AttachmentLabel", "附件标识", HEI, paragraph=KEPT + spacing()),
        style("AttachmentTitle", "附件标题", SONG, 44,
              paragraph=KEPT + spacing(LINE, LINE) + CENTRED),
        style("Imprint", "版记", FANG, 28, paragraph=spacing(60, 60, 420)),
        style("PageNumber", "页码", "宋体", 28, paragraph=spacing(line=400)),
        style("Joint", "分节", size=2, paragraph=spacing(line=20)),
    ]
    return (
        f'{DECLARATION}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANG)}'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>\n'
        + "".join(body) + "</w:styles>\n"
    )


def paragraph(ident, text):
    """One paragraph; a tab in the text becomes a tab on the page."""
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in text.split("\t") if text)
    return f'<w:p><w:pPr><w:pStyle w:val="{ident}"/></w:pPr>{runs}</w:p>\n'


def cell(width, inside):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


NO_PADDING = "<w:tblCellMar>%s</w:tblCellMar>" % "".join(
    f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))


def table(width, properties, rows):
    return (
        f'<w:tbl><w:tblPr>{properties}<w:tblLayout w:type="fixed"/>{NO_PADDING}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>\n'
    )


def head_of_page():
    """35 mm down to the mark (7.2.4), whether or not a copy number or an urgency stands there."""
    inside = "".join(paragraph(*words) for words in (
        ("CopyNumber", "{{份号}}"), ("Urgency", "{{紧急程度}}"), ("Joint", "")))
    height = f'<w:trPr><w:trHeight w:val="{ABOVE_MARK}" w:hRule="exact"/></w:trPr>'
    return table(TEXT_WIDTH, f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>',
                 f"<w:tr>{height}{cell(TEXT_WIDTH, inside)}</w:tr>")


def imprint():
    """At the foot of the type area; outer lines 0.35 mm, inner line 0.25 mm (7.4.1)."""
    def line(side, eighths):
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'

    copies = paragraph("Imprint", "抄送：{{抄送}}。").replace(
        "</w:pPr>",
        '<w:ind w:left="1120" w:right="280" w:hanging="840"/><w:jc w:val="both"/></w:pPr>')
    issue = paragraph("Imprint", "{{印发机关}}\t{{印发日期}}印发").replace(
        "</w:pPr>", f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 280}"/></w:tabs>'
        '<w:ind w:left="280" w:right="280"/></w:pPr>')
    row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>"
    place = (f'<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{LEFT}" '
             'w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>')
    return table(
        TEXT_WIDTH,
        f'{place}<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{line("top", 8)}'
        f'{line("bottom", 8)}{line("insideH", 6)}</w:tblBorders>',
        row.format(cell(TEXT_WIDTH, copies)) + row.format(cell(TEXT_WIDTH, issue)))


def section(landscape):
    """A landscape page is the upright page turned clockwise: its binding edge lies on top."""
    footers = (3, 4) if landscape else (1, 2)
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="rId{10 + number}"/>'
                         for kind, number in zip(("default", "even"), footers))
    if landscape:
        size = f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"'
        top, right, bottom, left = LEFT, TOP, RIGHT, BOTTOM
    else:
        size = f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"'
        top, right, bottom, left = TOP, RIGHT, BOTTOM, LEFT
    footer = 567 if landscape else FOOTER
    return (f'<w:sectPr>{references}<w:pgSz {size}/><w:pgMar w:top="{top}" w:right="{right}" '
            f'w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="{footer}" w:gutter="0"/>'
            f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>')


def document():
    first = [
        paragraph("Mark", "{{发文机关标志}}"), paragraph("Number", "{{发文字号}}"),
        paragraph("BulletinTitle", "{{标题}}"), paragraph("Addressee", "{{主送机关}}："),
        paragraph("BulletinText", "{{正文}}"), paragraph("AttachmentList", "{{附件说明}}"),
        paragraph("Signature9704", "{{署名}}"), paragraph("Date9704", "{{成文日期}}"),
        paragraph("Note9704", "（{{附注}}）"), paragraph("AttachmentLabel", "{{附件}}"),
    ]
    # The imprint's table hangs on the paragraph after it, which must not be the section's last.
    end = (paragraph("Joint", "") + '<w:p><w:pPr><w:pStyle w:val="Joint"/>'
           f"{section(landscape=False)}</w:pPr></w:p>\n")
    return (f'{DECLARATION}<w:document xmlns:w="{WORD}" xmlns:r="{RELATION}"><w:body>\n'
            + head_of_page() + "".join(first) + imprint() + end
            + paragraph("BulletinText", "{{横页}}") + section(landscape=True)
            + "\n</w:body></w:document>\n")


def page_number(side):
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>—</w:t></w:r>'
    gap = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/><w:ind w:{side}="280"/>'
            f'<w:jc w:val="{side}"/></w:pPr>{dash}{gap}{number}{gap}{dash}</w:p>')


def turned(inside):
    """A text box along the left edge of the sheet, its text turned clockwise."""
    def emu(length):
        return length * 635

    x, height = BOTTOM - twips(7) - 400, PAGE_WIDTH - LEFT - RIGHT
    return (
        '<w:p><w:pPr><w:pStyle w:val="Joint"/></w:pPr><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
        'distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>'
        f'{emu(x)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>'
        f'{emu(LEFT)}</wp:posOffset></wp:positionV><wp:extent cx="{emu(400)}" cy="{emu(height)}"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="页码"/><a:graphic><a:graphicData '
        f'uri="{SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{emu(400)}" cy="{emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>'
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def footer(side, landscape):
    """On a landscape page the number keeps its place on the sheet: along the left edge."""
    inside = turned(page_number(side)) if landscape else page_number(side)
    return (f'{DECLARATION}<w:ftr xmlns:w="{WORD}" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
            f'xmlns:a="{DRAWING}/main" xmlns:wps="{SHAPE}" xmlns:mc="{COMPATIBILITY}">'
            f"{inside}</w:ftr>\n")


def settings():
    return (
        f'{DECLARATION}<w:settings xmlns:w="{WORD}"><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/>'
        "<w:balanceSingleByteDoubleByteWidth/><w:doNotExpandShiftReturn/>"
        '<w:adjustLineHeightInTable/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>\n'
    )


def font_table():
    """Licensed fonts are named, never shipped; altName is what stands in where they are missing."""
    known = [(SONG, "小标宋体", "roman"), (FANG, "仿宋", "modern"), (KAI, "楷体", "modern"),
             (HEI, "SimHei", "swiss"), ("宋体", "SimSun", "roman")]
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{stand_in}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, stand_in, family in known)
    return f'{DECLARATION}<w:fonts xmlns:w="{WORD}">{rows}</w:fonts>\n'


def relations(kinds):
    rows = "".join(f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>'
                   for ident, kind, target in kinds)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>\n'


def content_types():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = [("/word/document.xml", f"{kind}.document.main+xml"),
             ("/word/styles.xml", f"{kind}.styles+xml"),
             ("/word/settings.xml", f"{kind}.settings+xml"),
             ("/word/fontTable.xml", f"{kind}.fontTable+xml"),
             ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    named += [(f"/word/footer{number}.xml", f"{kind}.footer+xml") for number in (1, 2, 3, 4)]
    rows = "".join(f'<Override PartName="{name}" ContentType="{text}"/>' for name, text in named)
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>\n'
    )


def parts():
    core = (f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>通报模板</dc:title>'
            "</cp:coreProperties>\n")
    named = [("rId1", f"{RELATION}/styles", "styles.xml"),
             ("rId2", f"{RELATION}/settings", "settings.xml"),
             ("rId3", f"{RELATION}/fontTable", "fontTable.xml")]
    named += [(f"rId{10 + number}", f"{RELATION}/footer", f"footer{number}.xml")
              for number in (1, 2, 3, 4)]
    yield "[Content_Types].xml", content_types()
    yield "_rels/.rels", relations([
        ("rId1", f"{RELATION}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")])
    yield "docProps/core.xml", core
    yield "word/_rels/document.xml.rels", relations(named)
    yield "word/document.xml", document()
    yield "word/fontTable.xml", font_table()
    for number, (side, landscape) in enumerate(
            [("right", False), ("left", False), ("right", True), ("left", True)], start=1):
        yield f"word/footer{number}.xml", footer(side, landscape)
    yield "word/settings.xml", settings()
    yield "word/styles.xml", styles()


def package():
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, text.encode())
    return memory.getvalue()


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_bytes() != package():
            sys.exit(f"{TARGET} is not what tools/make_bulletin_template.py makes; run the tool")
    else:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_bytes(package())
