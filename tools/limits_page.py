"""Holds src/base/limits.hpp and docs/limits.md together: same names, same values, a reason.

And every limit is asked for somewhere in src, or it would be a wish.
"""
import ast
import pathlib
import re

import proofs

HEADER = "src/base/limits.hpp"
PAGE = "docs/limits.md"

_CONSTANT = re.compile(r"^inline constexpr [\w:]+ (\w+) = ([^;]+);", re.MULTILINE)
_ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]*) \|$")
_UNITS = {"": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}


def value_of(expression: str) -> int:
    """The value of a product such as 64ULL * 1024 * 1024."""
    plain = re.sub(r"(?<=\d)[uUlL]+", "", expression.replace("'", ""))
    product = 1
    for factor in plain.split("*"):
        product *= ast.literal_eval(factor.strip())
    return product


def written(name: str, value: int) -> str:
    """8192 as "8,192" and whole mebibytes as "64 MiB"."""
    for unit in ("GiB", "MiB", "KiB") if name.endswith("_bytes") else ():
        if value >= 4 * 1024 and value % _UNITS[unit] == 0:
            return f"{value // _UNITS[unit]} {unit}"
    return f"{value:,}"


def read_value(text: str) -> int | None:
    match = re.fullmatch(r"([\d,]+)(?: (KiB|MiB|GiB))?", text.strip())
    return int(match.group(1).replace(",", "")) * _UNITS[match.group(2) or ""] if match else None


def differences(root: pathlib.Path) -> list[tuple[int, str]]:
    """(line of the page, what is wrong); nothing where the house has no limits yet."""
    header = root / HEADER
    if not header.exists():
        return []
    constants = {
        name: value_of(expression)
        for name, expression in _CONSTANT.findall(header.read_text(encoding="utf-8"))
    }
    page = root / PAGE
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    problems = []
    listed = set()
    for number, line in enumerate(lines, start=1):
        row = _ROW.match(line)
        if not row:
            continue
        name, value, why = row.groups()
        listed.add(name)
        if name not in constants:
            problems.append((number, f"{name} is no limit of {HEADER}"))
        elif read_value(value) != constants[name]:
            problems.append((number, f"{name} is {written(name, constants[name])} in {HEADER}"))
        elif not why.strip():
            problems.append((number, f"{name} has no reason"))
    for name in constants.keys() - listed:
        row = f"| `{name}` | {written(name, constants[name])} | why |"
        problems.append((len(lines), f"{name} is missing; add the row {row}"))
    enforced = enforced_in(root)
    for number, line in enumerate(lines, start=1):
        row = _ROW.match(line)
        if row and row.group(1) in constants.keys() - enforced:
            problems.append((number, f"nobody enforces {row.group(1)}"))
    return sorted(problems)


def enforced_in(root: pathlib.Path) -> set[str]:
    """The limits that a page of the house asks for; a test does not enforce anything."""
    pages = proofs.pages_of(root)
    names: set[str] = set()
    for name in pages.keys() - proofs.proofs_in(pages):
        names |= set(re.findall(r"\blimits::(\w+)", pages[name]))
    return names
