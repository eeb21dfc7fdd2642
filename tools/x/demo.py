"""The verb demo: a running county of its own, from its offices' workbooks."""
import os
import shutil
import subprocess

import building
import house
import packages
import steps

COUNTY = house.BUILD / "demo" / "望海县"
PROGRAM = house.BUILD / "release" / "benniu"
PORT = 8080

# What the demo does with the program, in order: the words of its progress line, then the command.
# {county} is the fresh folder of the demo county.
JOURNEY = [
    ("found the county", "init {county} --pack packs/county --name 望海县"),
    (
        "read the offices' workbooks",
        "import {county} demo/wanghai/inputs --skip-findings --findings {county}/findings.txt",
    ),
    ("standings of the 100-day competition", "standings {county} competition 2"),
    ("standings of November", "standings {county} monthly 2021-11"),
    ("explain one unit", "explain {county} competition 2 临港工业园"),
    ("close November", "close {county} 2021-11"),
    ("write the bulletin", "bulletin {county} 2021-11 -o {county}/通报-2021-11.docx"),
]
SERVE = "serve {county} --port {port}"
# Of these the visitor sees the answer, not only the progress line.
SHOWN = {"standings", "explain"}
SHOWN_LINES = 24


def words_of(command: str) -> list[str]:
    return [word.format(county=COUNTY, port=PORT) for word in command.split()]


def demo(words: list[str]) -> int:
    """demo [--once]: builds, makes the demo county anew, walks its month, serves it."""
    packages.install("build", "web")
    building.build_web()
    building.compile_preset("release", ("benniu",))
    shutil.rmtree(COUNTY.parent, ignore_errors=True)
    COUNTY.parent.mkdir(parents=True)
    for number, (what, command) in enumerate(JOURNEY, start=1):
        remedy = f"To run it alone: build/release/benniu {command.format(county=COUNTY)}"
        text = steps.run("demo", what, f"demo-{number}", [str(PROGRAM), *words_of(command)], remedy)
        if command.split()[0] in SHOWN:
            show(text)
    steps.say(f"demo     the county is in {COUNTY.relative_to(house.ROOT)}")
    if "--once" in words:
        return 0
    house.give_back()
    steps.say(f"demo     open http://localhost:{PORT}/ (stop with Ctrl-C)")
    return serve()


def show(text: str) -> None:
    lines = text.splitlines()[1:]
    for line in lines[:SHOWN_LINES]:
        steps.say(f"         {line}")
    if len(lines) > SHOWN_LINES:
        steps.say(f"         … {len(lines) - SHOWN_LINES} more lines")


def serve() -> int:
    try:
        command = [str(PROGRAM), *words_of(SERVE)]
        return subprocess.run(command, cwd=house.ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


def show_stage(words: list[str]) -> int:
    """show …: runs the program on the demo county, as in ./x show standings competition 2."""
    if not (PROGRAM.exists() and COUNTY.exists()):
        raise house.Failed("There is no demo county yet: run ./x demo --once first.")
    if not words:
        raise house.Failed("Say what to show, as in: ./x show standings competition 2")
    verb, *rest = words
    return os.spawnv(os.P_WAIT, str(PROGRAM), [str(PROGRAM), verb, str(COUNTY), *rest])
