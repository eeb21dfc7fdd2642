"""Holds every #include to the one-way order of the house: check_layers.py [ROOT].

CMakeLists.txt (add_stage/add_edge NAME MAY_USE … TESTS_USE …) is the only statement of direction. A
room may include itself and what it may use, and what that may use; its tests also what they may
use. Cycles are reported, and libraries stay in the rooms that are named for them here.
"""
import pathlib
import re
import sys

import proofs

# Which headers only some rooms may see: (what, pattern of the include, rooms, because).
QUARANTINE = [
    ("SQL", r"soci/|soci\.h|sqlite3\.h|libpq", {"store"}, "SQL lives in store alone"),
    ("HTTP", r"restinio/|asio|boost/asio|http_parser", {"http"}, "http is the only web server"),
    ("zip", r"zip\.h", {"intake", "publication"}, "workbooks come in and documents go out there"),
    ("expat", r"expat\.h", {"intake", "publication"}, "workbooks are read there"),
    ("pugixml", r"pugixml", {"publication", "intake"}, "documents are written there"),
    ("xlsxwriter", r"xlsxwriter", {"intake", "export"}, "workbooks are written there"),
    ("GMP", r"gmp(xx)?\.h", {"base"}, "everyone else computes with Rational"),
    ("OpenSSL", r"openssl/", {"base", "store", "http"}, "base has the hash that others use"),
    ("yaml-cpp", r"yaml-cpp/", {"model", "intake"}, "packs are read there"),
    ("CLI11", r"CLI/", {"cli"}, "cli alone has a command line"),
    ("spdlog", r"spdlog/", {"store", "intake", "http", "cli"}, "stages are functions of values"),
]
# A header of Boost.JSON costs every reader seconds; its names alone (fwd.hpp) cost nothing.
JSON_INCLUDE = r"boost/json(?!/fwd\.hpp)"
TEST_INCLUDE = r"gtest/|gmock/|rapidcheck"
BENCH_INCLUDE = r"benchmark/"

ROOM = re.compile(
    r"^\s*add_(stage|edge)\(\s*(\w+)(?:\s+MAY_USE\s+([^)]*?))?(?:\s+TESTS_USE\s+([^)]*?))?\s*\)",
    re.MULTILINE,
)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def rooms_stated(text: str) -> tuple[dict[str, set[str]], set[str]]:
    """What each room may use at once, and which of them are edges."""
    uses = {}
    edges = set()
    for kind, name, used, _ in ROOM.findall(text):
        uses[name] = set(used.split())
        if kind == "edge":
            edges.add(name)
    return uses, edges


def rooms_of_tests(text: str) -> dict[str, set[str]]:
    """What the tests of each room may use besides."""
    return {name: set(used.split()) for _, name, _, used in ROOM.findall(text) if used}


def reach(uses: dict[str, set[str]], room: str) -> set[str]:
    """The room, what it may use, and so on."""
    found: set[str] = set()
    waiting = [room]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += uses.get(at, ())
    return found


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """One cycle as a path that ends where it begins; empty when there is none."""
    done: set[str] = set()
    for start in sorted(graph):
        path: list[str] = []
        waiting = [(start, iter(sorted(graph.get(start, ()))))]
        path.append(start)
        while waiting:
            _, following = waiting[-1]
            step = next(following, None)
            if step is None:
                done.add(path.pop())
                waiting.pop()
            elif step in path:
                return path[path.index(step) :] + [step]
            elif step not in done:
                path.append(step)
                waiting.append((step, iter(sorted(graph.get(step, ())))))
    return []


def statement_problems(uses: dict[str, set[str]], edges: set[str], src: pathlib.Path) -> list[str]:
    problems = []
    for room, used in sorted(uses.items()):
        for other in sorted(used):
            said = f"CMakeLists.txt: {room} MAY_USE {other}"
            if other not in uses:
                problems.append(f"{said}, which is no room")
            elif other in edges and room != "cli":
                problems.append(f"{said}; nobody uses an edge but cli")
    cycle = cycle_in(uses)
    if cycle:
        problems.append(f"CMakeLists.txt: the order is a cycle: {' → '.join(cycle)}")
    for folder in sorted(path.name for path in src.iterdir() if path.is_dir()):
        if folder not in uses:
            problems.append(f"src/{folder}: no add_stage or add_edge in CMakeLists.txt names it")
    for path in sorted(src.glob("*/libraries.cmake")):
        for other in re.findall(r"\bbenniu_(\w+)", path.read_text(encoding="utf-8")):
            if other != path.parent.name:
                place = f"src/{path.parent.name}/libraries.cmake"
                problems.append(f"{place}: links benniu_{other}; say MAY_USE instead")
    return problems


def include_problems(
    place: str, quote: str, target: str, uses: dict[str, set[str]], proves: bool
) -> list[str]:
    """What is wrong with one #include. `place` is as src/score/item.cpp:3; `proves` if a test's."""
    path = place.rsplit(":", 1)[0]
    room = path.split("/")[1]
    head = target.split("/")[0]
    if quote == '"' and "/" in target and head in uses:
        if head not in reach(uses, room):
            return [f"{place}: {room} includes \"{target}\", but {head} stands to its right"]
        return []
    problems = []
    if "../" in target:
        problems.append(f"{place}: \"{target}\": include from src, as in \"{room}/…\"")
    for what, pattern, allowed, because in QUARANTINE:
        if re.match(pattern, target) and room not in allowed:
            only = " and ".join(sorted(allowed))
            problems.append(f"{place}: {what} (<{target}>) belongs to {only}: {because}")
    if re.match(JSON_INCLUDE, target):
        if room == "base":
            problems.append(f"{place}: base knows no JSON (<{target}>)")
        elif not path.endswith(".cpp"):
            problems.append(f"{place}: <{target}> in a header; include it in the .cpp")
    if re.match(TEST_INCLUDE, target) and not proves:
        problems.append(f"{place}: <{target}> outside a test")
    if re.match(BENCH_INCLUDE, target) and not path.endswith("_bench.cpp"):
        problems.append(f"{place}: <{target}> outside a _bench file")
    return problems


def check(root: pathlib.Path) -> list[str]:
    src = root / "src"
    order = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    uses, edges = rooms_stated(order)
    of_tests = {name: used | uses[name] for name, used in rooms_of_tests(order).items()}
    problems = statement_problems(uses, edges, src)
    graph: dict[str, set[str]] = {}
    pages = proofs.pages_of(root)
    proving = proofs.proofs_in(pages)
    for name, text in pages.items():
        if name.split("/")[1] not in uses:
            continue
        graph[name] = set()
        for number, line in enumerate(text.splitlines(), start=1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, target = match.groups()
            place = f"{name}:{number}"
            proves = name in proving
            may_use = {**uses, **of_tests} if proves else uses
            problems += include_problems(place, quote, target, may_use, proves)
            if f"src/{target}" in pages:
                graph[name].add(f"src/{target}")
    cycle = cycle_in(graph)
    if cycle:
        problems.append(f"{cycle[0]}: includes itself: {' → '.join(cycle)}")
    return problems


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    problems = check(root if root.is_dir() else root.parents[1])
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
