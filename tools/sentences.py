"""Holds the sentences of i18n/*.properties to the code: sentences.py [ROOT].

Both languages have the same keys and the same {places}; every code of an error or finding in src
has its sentences; and there is no sentence that nobody says.
"""
import itertools
import pathlib
import re
import sys

import cpp_text
import proofs

LANGUAGES = ("zh-CN", "en")

_CODE = r'"([a-z]+(?:-[a-z]+)+)"'
# How a code is written down in C++: with its type, by one of the functions that a stage tells its
# failures and findings with, before its words, as a choice of two, or as what a check returns.
_SAID = [
    re.compile(r'\b(?:failure|Error|Finding)\s*[({]\s*"([\w-]+)"'),
    re.compile(
        r"\b(?:about\w*|add|at|beyond|complain|fail|found|hindered|mistake|refused?|remark|report"
        rf"|stop|warn|wrong|\w*[fF]inding)\s*\([^;\"]*{_CODE}"
    ),
    re.compile(rf"\{{\s*{_CODE}\s*,\s*\{{"),
    re.compile(rf"[?:]\s*{_CODE}"),
    re.compile(rf"\breturn {_CODE};|\.code\s*=\s*{_CODE}"),
]

# Words of HTTP that look like codes.
_NO_CODES = {"no-cache", "no-store"}


def properties(text: str) -> dict[str, str]:
    """key = sentence; # begins a comment line."""
    pairs = {}
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            key, _, sentence = line.partition("=")
            pairs[key.strip()] = sentence.strip()
    return pairs


def doubled(text: str) -> list[str]:
    keys = [line.partition("=")[0].strip() for line in text.splitlines() if "=" in line]
    return sorted({key for key in keys if keys.count(key) > 1 and not key.startswith("#")})


def places(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def read_language(folder: pathlib.Path, language: str) -> tuple[dict[str, str], list[str]]:
    """All sentences of a language and what is wrong with their files."""
    sentences: dict[str, str] = {}
    problems = []
    whole, parts = f"{language}.properties", f"*.{language}.properties"
    for path in sorted([*folder.glob(whole), *folder.glob(parts)]):
        text = path.read_text(encoding="utf-8")
        for key in doubled(text):
            problems.append(f"i18n/{path.name}: {key} stands there twice")
        for key, sentence in properties(text).items():
            if key in sentences:
                problems.append(f"i18n/{path.name}: {key} stands in another file too")
            if not sentence:
                problems.append(f"i18n/{path.name}: {key} says nothing")
            sentences[key] = sentence
    return sentences, problems


def compare(chinese: dict[str, str], english: dict[str, str]) -> list[str]:
    problems = []
    for key in sorted(chinese.keys() ^ english.keys()):
        problems.append(f"i18n: {key} is missing in {'en' if key in chinese else 'zh-CN'}")
    for key in sorted(chinese.keys() & english.keys()):
        if places(chinese[key]) != places(english[key]):
            problems.append(f"i18n: {key}: the two languages fill different {{places}}")
    return problems


def said_in(root: pathlib.Path) -> tuple[dict[str, str], set[str]]:
    """The codes of failures and findings with one place of each, and every literal of the code."""
    codes: dict[str, str] = {}
    words: set[str] = set()
    pages = proofs.pages_of(root)
    for name in sorted(pages.keys() - proofs.proofs_in(pages)):
        text = pages[name]
        code = cpp_text.without_comments(text)
        words |= {literal.text for literal in cpp_text.literals(text)}
        for match in itertools.chain.from_iterable(said.finditer(code) for said in _SAID):
            line = code.count("\n", 0, match.start()) + 1
            codes.setdefault(next(filter(None, match.groups())), f"{name}:{line}")
    return {code: codes[code] for code in codes.keys() - _NO_CODES}, words


def lacking(code: str, there: set[str]) -> str:
    """What a code lacks: it is an error with its sentence, or a finding with two."""
    problem, remedy = f"finding.{code}.problem", f"finding.{code}.remedy"
    missing = [key for key in (problem, remedy) if key not in there]
    if len(missing) == 2:
        return "" if f"error.{code}" in there else f"error.{code} or finding.{code}.*"
    return "".join(missing)


def is_said(key: str, words: set[str], elsewhere: str) -> bool:
    """Whether the key, its code, or its front stands in a literal of the code or in the web."""
    code = re.sub(r"^(?:error|finding)\.|\.(?:problem|remedy)$", "", key)
    parts = key.split(".")
    fronts = {".".join(parts[:count]) + "." for count in range(1, len(parts))}
    fronts -= {"error.", "finding."}
    return bool({key, code} & words or fronts & words) or key in elsewhere


def check(root: pathlib.Path) -> list[str]:
    folder = root / "i18n"
    codes, words = said_in(root)
    chinese, problems = read_language(folder, "zh-CN")
    english, more = read_language(folder, "en")
    problems += more + compare(chinese, english)
    there = chinese.keys() | english.keys()
    for code, place in sorted(codes.items()):
        if missing := lacking(code, there):
            problems.append(f"{place}: «{code}» has no sentence in i18n: {missing}")
    elsewhere = "".join(
        path.read_text(encoding="utf-8")
        for top in ("web/src", "packs")
        for path in sorted((root / top).rglob("*"))
        if path.suffix in (".ts", ".vue", ".yaml", ".md") and path.is_file()
    )
    for key in sorted(there):
        if not is_said(key, words, elsewhere):
            problems.append(f"i18n: nobody says {key}; delete it")
    return problems


def main() -> int:
    here = pathlib.Path(__file__).resolve().parents[1]
    problems = check(pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else here)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
