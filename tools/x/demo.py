"""The verb demo: a running county of its own, from its offices' workbooks."""
import shlex
import shutil
import subprocess
import unicodedata

import building
import house
import packages
import steps

COUNTY = house.BUILD / "demo" / "望海县"
PROGRAM = house.BUILD / "release" / "benniu"
ADDRESS = "127.0.0.1:8080"

# What the demo does with the program, in order: the words of its progress line, then the command.
# {county} is the fresh folder of the demo county.
JOURNEY = [
    ("found the county", "init {county} --pack packs/county --name 望海县"),
    (
        "read the offices' workbooks",
        "import {county} demo/wanghai/inputs --skip-findings --findings {findings}",
    ),
    ("standings of the 100-day competition", "standings {county} competition 2"),
    ("standings of November", "standings {county} monthly 2021-11"),
    ("explain one deduction", "explain {county} competition 2 县工业园 减分"),
    ("close November", "close {county} 2021-11"),
    ("write the bulletin", "bulletin {county} 2021-11 -o {bulletin}"),
]
SERVE = "serve {county} --listen {address}"
PLACES = {
    "county": COUNTY,
    "findings": COUNTY.parent / "findings.csv",
    "bulletin": COUNTY.parent / "通报-2021-11.docx",
    "address": ADDRESS,
}
# Of these the visitor sees the answer, not only the progress line.
SHOWN = {"import", "standings", "explain"}
SHOWN_LINES = 36


def words_of(command: str) -> list[str]:
    return [word.format(**PLACES) for word in command.split()]


def demo(words: list[str]) -> int:
    """demo [--once]: builds, makes the demo county anew, walks its month, serves it."""
    packages.install("build", "web")
    building.build_web()
    building.compile_preset("release", ("benniu",))
    shutil.rmtree(COUNTY.parent, ignore_errors=True)
    COUNTY.parent.mkdir(parents=True)
    for number, (what, command) in enumerate(JOURNEY, start=1):
        program = [str(PROGRAM), *words_of(command)]
        remedy = f"To run it alone: {shlex.join(program)}"
        text = steps.run("demo", what, f"demo-{number}", program, remedy)
        if command.split()[0] in SHOWN:
            show(text)
    steps.say(f"demo     the county and its papers are in {COUNTY.parent.relative_to(house.ROOT)}")
    if "--once" in words:
        return 0
    house.give_back()
    steps.say(f"demo     open http://{ADDRESS}/ (stop with Ctrl-C)")
    return serve()


def show(text: str) -> None:
    lines = aligned(text.splitlines()[1:])
    for line in lines[:SHOWN_LINES]:
        steps.say(f"         {line}")
    if len(lines) > SHOWN_LINES:
        steps.say(f"         … {len(lines) - SHOWN_LINES} more lines")


def aligned(lines: list[str]) -> list[str]:
    """Columns between tabs made equally wide."""
    rows = [line.split("\t") for line in lines]
    widths: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row[:-1]):
            widths[column] = max(widths.get(column, 0), width(cell))
    return [
        "  ".join(
            cell + " " * (widths.get(column, 0) - width(cell)) for column, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]


def width(text: str) -> int:
    """Columns of a terminal; a Han letter needs two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def serve() -> int:
    try:
        command = [str(PROGRAM), *words_of(SERVE)]
        return subprocess.run(command, cwd=house.ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


def show_stage(words: list[str]) -> int:
    """show STAGE: what the demo county holds at a stage: ledger, indicators, score, standings …"""
    if not (PROGRAM.exists() and COUNTY.exists()):
        raise house.Failed("There is no demo county yet: run ./x demo --once first.")
    if not words:
        raise house.Failed("Say which stage, as in: ./x show standings")
    return subprocess.run([str(PROGRAM), "show", words[0], str(COUNTY)], check=False).returncode
