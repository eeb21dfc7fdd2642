"""Which C++ pages only prove others: tests, benchmarks, and headers that these alone include."""
import pathlib
import re

_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def pages_of(root: pathlib.Path) -> dict[str, str]:
    """The text of every C++ page under src, by its name in the house."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "src").rglob("*.[ch]pp"))
    }


def proofs_in(pages: dict[str, str]) -> set[str]:
    readers: dict[str, set[str]] = {}
    for name, text in pages.items():
        for target in _INCLUDE.findall(text):
            readers.setdefault(f"src/{target}", set()).add(name)
    proofs = {name for name in pages if name.endswith(("_test.cpp", "_test.hpp", "_bench.cpp"))}
    while True:
        # A header with a source file of its own is part of the house even if only tests read it yet.
        more = {
            name
            for name in pages.keys() & readers.keys() - proofs
            if readers[name] <= proofs and name.removesuffix(".hpp") + ".cpp" not in pages
        }
        if not more:
            return proofs
        proofs |= more
