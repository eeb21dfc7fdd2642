"""The verbs check, fix and docs: what can be said of the code without running it."""
import concurrent.futures
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys

import building
import house
import packages
import steps

FORMATTER = "clang-format-14"
LINTER = "clang-tidy-14"
CACHE = house.BUILD / "checked"
SEATS = 2
COMPLAINT = re.compile(r"^\S.*?:\d+:\d+: (?:fatal )?(?:error|warning): .*$", re.MULTILINE)


def check(words: list[str]) -> int:
    """check: form, layers, tidiness, sentences, lone headers, clang-tidy, the web's lint."""
    packages.install("build", "web", "test")
    building.configure("dev")
    parts = [
        ("form of C++ pages", form_problems),
        ("one-way order", lambda: script_problems("check_layers.py")),
        ("tidiness", lambda: script_problems("tidy.py")),
        ("sentences in both languages", lambda: script_problems("sentences.py")),
        ("headers that compile alone", header_problems),
        ("clang-tidy", lint_problems),
        ("lint of the web", web_problems),
    ]
    count = 0
    for what, problems_of in parts:
        if words and not any(word in what for word in words):
            continue
        with steps.step("check", what) as line:
            problems = problems_of()
            line.note = f"{len(problems)} problems" if problems else ""
        for problem in problems:
            steps.say(problem)
        count += len(problems)
    steps.say(f"checked  {count} problems" if count else "checked  all in order")
    return 1 if count else 0


def fix(words: list[str]) -> int:
    """fix: brings every C++ page into its form (clang-format 14)."""
    packages.install("test")
    pages = [str(path) for path in cpp_pages()]
    steps.run("fix", f"{len(pages)} pages", "fix", [FORMATTER, "-i", *pages], "See .clang-format.")
    return 0


def docs(words: list[str]) -> int:
    """docs: follows every link in every *.md."""
    problems = [line for line in script_problems("tidy.py") if "[link]" in line]
    for problem in problems:
        steps.say(problem)
    steps.say(f"docs     {len(problems) or 'no'} dead links")
    return 1 if problems else 0


def cpp_pages() -> list[pathlib.Path]:
    tops = ("src", "tests", "bench")
    return sorted(path for top in tops for path in (house.ROOT / top).rglob("*.[ch]pp"))


def form_problems() -> list[str]:
    """One problem for each page that clang-format would change."""
    pages = [str(path) for path in cpp_pages()]
    if not pages:
        return []
    command = [FORMATTER, "--dry-run", *pages]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    places: dict[str, str] = {}
    for path, line in re.findall(r"^(.+?):(\d+):\d+: warning:", said, re.MULTILINE):
        places.setdefault(path, line)
    return [f"{in_house(path)}:{line}: not in form; run ./x fix" for path, line in places.items()]


def script_problems(name: str) -> list[str]:
    """What a checker under tools/ prints, a line for each problem."""
    command = [sys.executable, str(house.ROOT / "tools" / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    return lines if done.returncode == 0 or lines else [f"tools/{name} ended badly:\n{done.stderr}"]


def compile_commands() -> dict[str, list[str]]:
    """File → the compiler's words, without ccache, input and output."""
    path = house.BUILD / "dev" / "compile_commands.json"
    commands = {}
    for entry in json.loads(path.read_text(encoding="utf-8")):
        words = shlex.split(entry["command"])
        begin = 1 if words[0].endswith("ccache") else 0
        end = words.index("-o")
        commands[entry["file"]] = words[begin:end]
    return commands


def closure(path: pathlib.Path, known: dict[pathlib.Path, bytes]) -> bytes:
    """A hash over a page and all pages of ours that it includes, so that a change is noticed."""
    seen: dict[pathlib.Path, None] = {}
    waiting = [path]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen[page] = None
        text = known.setdefault(page, page.read_bytes())
        for target in re.findall(rb'^\s*#\s*include\s*"([^"]+)"', text, re.MULTILINE):
            for folder in (house.ROOT / "src", page.parent):
                if (folder / target.decode()).exists():
                    waiting.append(folder / target.decode())
                    break
    mark = hashlib.sha256()
    for page in sorted(seen):
        mark.update(in_house(str(page)).encode() + b"\0" + known[page])
    return mark.digest()


def each_once(kind: str, jobs: dict[pathlib.Path, list[str]], extra: bytes) -> list[str]:
    """Runs a command for each page, two at a time; a page that was clean and is unchanged is not
    looked at again. Returns the complaints."""
    folder = CACHE / kind
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[pathlib.Path, bytes] = {}

    def stamp_of(page: pathlib.Path, command: list[str]) -> pathlib.Path:
        mark = hashlib.sha256(closure(page, known) + extra + "\0".join(command).encode())
        return folder / mark.hexdigest()[:40]

    stamps = {page: stamp_of(page, command) for page, command in jobs.items()}
    waiting = [page for page in jobs if not stamps[page].exists()]
    with concurrent.futures.ThreadPoolExecutor(SEATS) as seats:
        answers = seats.map(lambda page: complaints(jobs[page]), waiting)
        problems = []
        for page, said in zip(waiting, answers):
            if said:
                has_place = any(COMPLAINT.search(line) for line in said)
                problems += said if has_place else [f"{in_house(str(page))}:", *said]
            else:
                stamps[page].touch()
    return list(dict.fromkeys(problems))


def complaints(command: list[str]) -> list[str]:
    """The lines with a place and an error; the end of all that was said when there are none."""
    done = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    said = done.stdout + done.stderr
    told = list(dict.fromkeys(COMPLAINT.findall(said))) or said.splitlines()[-10:]
    return [line.replace(f"{house.ROOT}/", "") for line in told]


def header_problems() -> list[str]:
    """Each header is compiled as if it were a whole program, with the flags of a page of its room."""
    flags: dict[str, list[str]] = {}
    for path, words in sorted(compile_commands().items(), key=lambda entry: "_test." in entry[0]):
        # A test comes last: it may include whatever its room's headers do, those for tests too.
        flags[room_of(path)] = words
    jobs = {}
    for page in sorted((house.ROOT / "src").rglob("*.hpp")):
        words = flags.get(room_of(str(page)))
        if words:
            jobs[page] = [*words, "-fsyntax-only", "-include", str(page), "-x", "c++", "/dev/null"]
    return each_once("headers", jobs, b"")


def room_of(path: str) -> str:
    """src/score from src/score/item.cpp."""
    return "/".join(in_house(path).split("/")[:2])


def lint_problems() -> list[str]:
    """clang-tidy over every source file that the build knows."""
    rules = (house.ROOT / ".clang-tidy").read_bytes()
    # The build's flags are meant for g++; clang may know fewer warnings.
    lenient = "--extra-arg=-Wno-unknown-warning-option"
    command = [LINTER, "--quiet", lenient, "-p", str(house.BUILD / "dev")]
    known = compile_commands()
    jobs = {
        pathlib.Path(path): [*command, path]
        for path in sorted(known)
        if in_house(path).startswith("src/")
    }
    flags = hashlib.sha256(json.dumps(sorted(known.items())).encode()).digest()
    return each_once("clang-tidy", jobs, rules + flags)


def web_problems() -> list[str]:
    """npm run lint in web/, when there is such a script."""
    if "lint" not in packages.web_scripts():
        return []
    packages.install_web()
    code, text = steps.logged("web-lint", ["npm", "run", "lint"], cwd=house.WEB)
    return [] if code == 0 else [steps.tail(text)]


def in_house(path: str) -> str:
    """A path as it is named inside the checkout."""
    return path.removeprefix(f"{house.ROOT}/")
