"""The verb test: everything that can be told right from wrong by a machine."""
import dataclasses
import json
import os
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree

import building
import house
import packages
import steps

RESULTS = house.BUILD / "results"
PROGRAM_SECONDS = 600


@dataclasses.dataclass
class Tally:
    """How many tests passed, and the names of those that failed."""

    passed: int = 0
    failed: list[str] = dataclasses.field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.passed += other.passed
        self.failed += other.failed


def test(words: list[str]) -> int:
    """test [words]: all tests, or those with one of the words (also `sanitize`) in their name."""
    total = Tally()
    try:
        run_all(total, words)
    except house.Failed as failed:
        steps.complain(str(failed))
        total.failed.append("set-up or build, see above")
    for name in total.failed:
        steps.say(f"FAILED   {name}")
    steps.say(f"{total.passed} passed, {len(total.failed)} failed")
    return 1 if total.failed or total.passed == 0 else 0


def run_all(total: Tally, words: list[str]) -> None:
    """Set-up, then every suite; what they find is added to the total."""
    packages.install("build", "web", "test")
    building.build_web()
    building.compile_preset("dev")
    total.add(cpp_tests("dev", words))
    if not words or "sanitize" in words:
        building.compile_preset("sanitize")
        # The same tests again: they count only where they fail.
        again = cpp_tests("sanitize", [word for word in words if word != "sanitize"])
        total.failed += again.failed
    for script in python_tests():
        if chosen(str(script.relative_to(house.ROOT)), words):
            total.add(python_test(script))
    for script in ("unit", "e2e"):
        if chosen(f"web {script}", words):
            total.add(web_test(script))


def chosen(name: str, words: list[str]) -> bool:
    return not words or any(word in name for word in words)


def cpp_tests(preset: str, words: list[str]) -> Tally:
    """ctest of one preset. Words that are no stage choose single tests in every stage."""
    stages = ctest_names(preset)
    if not stages:
        return Tally()
    wanted = [word for word in words if word in stages]
    command = ["ctest", "--test-dir", str(house.BUILD / preset), "--output-on-failure", "-j", "2"]
    command += ["--timeout", str(PROGRAM_SECONDS)]
    results = RESULTS / preset
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    settings = {"GTEST_OUTPUT": f"xml:{results}/"}
    if wanted:
        command += ["-R", f"^({'|'.join(map(re.escape, wanted))})$"]
    elif words:
        settings["GTEST_FILTER"] = ":".join(f"*{word}*" for word in words)
    log = f"ctest-{preset}"
    with steps.step("test", f"C++ ({preset})") as line:
        _, text = steps.logged(log, command, env={**os.environ, **settings})
        tally = ctest_tally(results, text, preset)
        line.note = counted(tally)
    if tally.failed:
        steps.say(f"{steps.tail(text)}\n(all of it: build/logs/{log}.log)")
    return tally


def counted(tally: Tally) -> str:
    return f"{tally.passed} passed" + (f", {len(tally.failed)} failed" if tally.failed else "")


def ctest_names(preset: str) -> set[str]:
    command = ["ctest", "--test-dir", str(house.BUILD / preset), "--show-only=json-v1"]
    code, text = steps.logged(f"ctest-list-{preset}", command)
    body = text[text.index("{") :] if code == 0 else "{}"
    return {test["name"] for test in json.loads(body).get("tests", [])}


def ctest_tally(results: pathlib.Path, text: str, preset: str) -> Tally:
    """The cases that GoogleTest wrote down; a program that wrote none counts as one test."""
    tally = Tally()
    told = set()
    for path in sorted(results.glob("*.xml")):
        told.add(path.stem.removesuffix("_test"))
        for case in xml.etree.ElementTree.parse(path).iter("testcase"):
            name = f"{case.get('classname')}.{case.get('name')} ({path.stem}, {preset})"
            if case.find("failure") is not None:
                tally.failed.append(name)
            elif case.get("status") == "run":
                tally.passed += 1
    ended = re.findall(r"^ *\d+/\d+ Test +#\d+: (\S+) \.*(.+?) +[\d.]+ sec", text, re.MULTILINE)
    for program, how in ended:
        if how.strip() == "Passed":
            tally.passed += 0 if program in told else 1
        elif program not in told or not any(f"({program}_test, " in name for name in tally.failed):
            tally.failed.append(f"{program} ({preset}): {how.strip('* ')}")
    return tally


def python_tests() -> list[pathlib.Path]:
    """tests/**/*_test.py and test_*.py, and those that stand beside our tools."""
    found = set()
    for top in ("tests", "tools", "bench", "packs"):
        for form in ("*_test.py", "test_*.py"):
            found |= set((house.ROOT / top).rglob(form))
    return sorted(path for path in found if "node_modules" not in path.parts)


def python_test(path: pathlib.Path) -> Tally:
    """One page of tests: by unittest, or as a script that counts as one test."""
    name = str(path.relative_to(house.ROOT))
    by_unittest = "import unittest" in path.read_text(encoding="utf-8")
    words = ["-m", "unittest", path.stem] if by_unittest else [str(path)]
    with steps.step("test", name) as line:
        log = "python-" + name.replace("/", "-").removesuffix(".py")
        code, text = steps.logged(log, [sys.executable, *words], cwd=path.parent)
        tally = unittest_tally(name, code, text) if by_unittest else script_tally(name, code)
        line.note = counted(tally)
    if tally.failed:
        steps.say(f"{steps.tail(text)}\n(all of it: build/logs/{log}.log)")
    return tally


def script_tally(name: str, code: int) -> Tally:
    return Tally(1) if code == 0 else Tally(0, [name])


def unittest_tally(name: str, code: int, text: str) -> Tally:
    """Reads «Ran 12 tests», the names of failures, and how many were skipped."""
    ran = re.search(r"^Ran (\d+) tests?", text, re.MULTILINE)
    skipped = re.search(r"skipped=(\d+)", text)
    cases = re.findall(r"^(?:FAIL|ERROR): (.+)$", text, re.MULTILINE)
    failed = [f"{name}: {case}" for case in cases]
    passed = (int(ran.group(1)) if ran else 0) - (int(skipped.group(1)) if skipped else 0)
    if (code != 0 or passed == 0) and not failed:
        failed = [f"{name} ended without a passed test"]
    return Tally(max(passed - len(failed), 0), failed)


def web_test(script: str) -> Tally:
    """A script of web/package.json, when it is there; counts come from its JSON report."""
    if script not in packages.web_scripts():
        return Tally()
    with steps.step("test", f"web {script}") as line:
        code, text = steps.logged(f"web-{script}", ["npm", "run", script], cwd=house.WEB)
        tally = web_tally(script, code, text)
        line.note = counted(tally)
    if tally.failed:
        steps.say(f"{steps.tail(text)}\n(all of it: build/logs/web-{script}.log)")
    return tally


def web_tally(script: str, code: int, text: str) -> Tally:
    """Reads the closing lines of vitest («Tests  3 failed | 41 passed») and of playwright."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    lines = re.findall(r"^\s*Tests\s+(.+)$", plain, re.MULTILINE) or re.findall(
        r"^\s*(\d+ (?:passed|failed|flaky)\b.*)$", plain, re.MULTILINE
    )
    counts = {"passed": 0, "failed": 0}
    for number, word in re.findall(r"(\d+) (passed|failed)", " ".join(lines)):
        counts[word] += int(number)
    failed = [f"web {script}, see build/logs/web-{script}.log"] * counts["failed"]
    if (code != 0 or counts["passed"] == 0) and not failed:
        failed = [f"web {script} ended without a passed test, see build/logs/web-{script}.log"]
    return Tally(counts["passed"], failed)
