"""Holds the house to rules that no compiler knows: tidy.py [ROOT].

One list, «banned → use instead, because». What must stay stands in tools/tidy_exceptions.txt with
its exact count; that list may only shrink, and a count that is too high is itself a finding.
"""
import ast
import collections
import collections.abc
import dataclasses
import pathlib
import re
import sys

import cpp_text
import limits_page
import links
import proofs

FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
EXCEPTIONS = "tools/tidy_exceptions.txt"

EDGES = {"store", "http", "intake", "cli"}
EXACT = {
    "base", "ledger", "indicators", "method", "score", "standings", "publication", "app", "http",
    "cli",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Source:
    """One C++ file under src; `code` has its comments and the insides of its literals blanked."""

    name: str
    text: str
    code: str
    is_proof: bool

    @property
    def room(self) -> str:
        return self.name.split("/")[1]


@dataclasses.dataclass(frozen=True)
class Ban:
    """A pattern of code that has a better word. `where` says in which sources it is banned."""

    rule: str
    pattern: str
    instead: str
    because: str
    where: collections.abc.Callable[[Source], bool]


def everywhere(_: Source) -> bool:
    return True


def in_stages(source: Source) -> bool:
    return source.room not in EDGES and not source.is_proof


def in_exact_rooms(source: Source) -> bool:
    return source.room in EXACT and not source.name.endswith("_bench.cpp")


def outside_proofs(source: Source) -> bool:
    return not source.is_proof


def outside_cli(source: Source) -> bool:
    return source.room != "cli" and not source.is_proof


BANS = [
    Ban("double", r"\b(double|float)\b", "Decimal or Rational", "scores are exact", in_exact_rooms),
    Ban("clock", r"\b(system|steady|high_resolution)_clock\b", "an Instant as argument",
        "stages are functions of values; the time comes in from an edge", in_stages),
    Ban("locale", r"std::locale|\bsetlocale\b|\.imbue\(", "code units, or an order in the pack",
        "the same input gives the same bytes on every machine", in_stages),
    Ban("random", r"\bs?rand\(|\brandom_device\b|\bmt19937", "a seed as argument",
        "a draw must be repeatable from its recorded seed", in_stages),
    Ban("thread", r"std::(thread|jthread|async|mutex)\b", "a pure function that an edge runs",
        "one writer; readers hold snapshots", in_stages),
    Ban("file", r"std::filesystem\b|std::[io]?fstream\b|\bfopen\(", "the text as argument",
        "files are read and written at the edges", in_stages),
    Ban("environment", r"\bgetenv\(", "a value as argument", "main reads the environment",
        in_stages),
    Ban("atoi", r"\b(atoi|atol|atoll|atof|strtod|stod|stof)\b", "std::from_chars or Decimal::parse",
        "it takes anything for a number", outside_proofs),
    Ban("new", r"\bnew\s+[\w:(]", "std::make_unique or a container", "ownership shows in the type",
        everywhere),
    Ban("using-namespace", r"\busing\s+namespace\b", "the full name",
        "a reader sees where a word is from", everywhere),
    Ban("cout", r"\bstd::(cout|cerr|clog)\b|\bprintf\(", "a returned text, or the log of an edge",
        "cli alone speaks to the terminal", outside_cli),
    Ban("skipped-test", r"GTEST_SKIP|\bDISABLED_", "a test that runs, or none",
        "a skipped test looks like a passed one", everywhere),
]  # fmt: skip

# (rule, pattern, what instead, in which files). Split, so that this page does not find itself.
PAGES = {".cpp", ".hpp", ".py", ".cmake", ".ts", ".vue", ".sh"}
TEXTS = PAGES | {".md", ".txt", ".json", ".yaml", ".yml"}
MARKS = [
    ("unfinished", r"\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b", "the work itself", PAGES),
    ("machine-path", r"(?<![\w.])/(root|home/\w+|Users/\w+|work/(?:main|trees|shared))/\w",
     "a path inside the checkout", TEXTS),
]  # fmt: skip
SIZED = {".cpp", ".hpp", ".py", ".ts", ".vue"}
NOT_OURS = {".git", "build", "out", "node_modules", "dist", "__pycache__"}
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclasses.dataclass(frozen=True)
class Finding:
    path: str
    line: int
    rule: str
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: [{self.rule}] {self.words}"


def line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def banned_in(source: Source) -> list[Finding]:
    found = []
    for ban in BANS:
        if not ban.where(source):
            continue
        for match in re.finditer(ban.pattern, source.code):
            line = line_at(source.code, match.start())
            words = f"{match.group().strip()}: use {ban.instead}, because {ban.because}"
            found.append(Finding(source.name, line, ban.rule, words))
    return found


def chinese_in(source: Source) -> list[Finding]:
    if source.is_proof or source.room == "cli":
        return []
    words = "Chinese in a literal: put it into i18n or a pack, because a county changes its words"
    found = [text for text in cpp_text.literals(source.text) if HAN.search(text.text)]
    lines = sorted({literal.line for literal in found})
    return [Finding(source.name, line, "chinese", words) for line in lines]


def long_functions(name: str, text: str) -> list[Finding]:
    if name.endswith(".py"):
        measured = [
            (node.lineno, node.name, node.end_lineno - node.lineno + 1)
            for node in ast.walk(ast.parse(text))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]
    elif name.endswith((".cpp", ".hpp")):
        measured = [(f.line, f.name, f.lines) for f in cpp_text.functions(text)]
    else:
        return []
    most = FUNCTION_LINES_MAX
    return [
        Finding(name, line, "long-function", f"{function} has {lines} lines, more than {most}")
        for line, function, lines in measured
        if lines > most
    ]


def long_file(name: str, text: str) -> list[Finding]:
    lines = text.count("\n")
    if lines <= FILE_LINES_MAX:
        return []
    return [Finding(name, 1, "long-file", f"{lines} lines: it is more than one page")]


def marks_in(name: str, text: str) -> list[Finding]:
    return [
        Finding(name, line_at(text, match.start()), rule, f"{match.group()}: rather {instead}")
        for rule, pattern, instead, suffixes in MARKS
        if name.endswith(tuple(suffixes))
        for match in re.finditer(pattern, text)
    ]


def registry_in(name: str, text: str) -> list[Finding]:
    """A lock file names no registry, so that every office's own mirror serves."""
    if not name.endswith("package-lock.json") or '"resolved": "http' not in text:
        return []
    words = "names a registry: npm install --omit-lockfile-registry-resolved=true"
    return [Finding(name, 1, "registry", words)]


def files_of(root: pathlib.Path) -> list[pathlib.Path]:
    found = []
    waiting = [root]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.name in NOT_OURS or path.is_symlink():
                continue
            if path.is_dir():
                waiting.append(path)
            else:
                found.append(path)
    return sorted(found)


def findings(root: pathlib.Path) -> list[Finding]:
    found = []
    proving = proofs.proofs_in(proofs.pages_of(root))
    for path in files_of(root):
        name = path.relative_to(root).as_posix()
        if path.suffix not in TEXTS:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += marks_in(name, text) + registry_in(name, text)
        if path.suffix in SIZED and not name.startswith("web/src/api/"):
            found += long_file(name, text) + long_functions(name, text)
        if name.startswith("src/") and path.suffix in (".cpp", ".hpp"):
            source = Source(name, text, cpp_text.code_only(text), name in proving)
            found += banned_in(source) + chinese_in(source)
        if path.suffix == ".md":
            for problem in links.dead_links(root, path):
                place, _, words = problem.partition(": ")
                found.append(Finding(name, int(place.rsplit(":", 1)[1]), "link", words))
    for line, words in limits_page.differences(root):
        found.append(Finding(limits_page.PAGE, line, "limits", words))
    return found


def exceptions(text: str) -> dict[tuple[str, str], int]:
    """(path, rule) → how many are excused. A line is: path rule count — why."""
    excused = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            path, rule, count = line.split()[:3]
            excused[(path, rule)] = int(count)
    return excused


def judge(found: list[Finding], excused: dict[tuple[str, str], int]) -> list[str]:
    """What to print: all that is not excused, and every excuse that is larger than its need."""
    groups: dict[tuple[str, str], list[Finding]] = collections.defaultdict(list)
    for finding in found:
        groups[(finding.path, finding.rule)].append(finding)
    problems = []
    for key, group in groups.items():
        if len(group) > excused.get(key, 0):
            problems += [str(finding) for finding in group]
    for (path, rule), count in excused.items():
        there = len(groups.get((path, rule), ()))
        if there < count:
            words = f"only {there} left; lower the count"
            problems.append(f"{EXCEPTIONS}: {path} {rule} {count}: {words}")
    return problems


def main() -> int:
    here = pathlib.Path(__file__).resolve().parents[1]
    root = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else here
    listed = root / EXCEPTIONS
    excused = exceptions(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    problems = judge(findings(root), excused)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
