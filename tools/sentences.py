"""Holds the sentences of i18n/*.properties to the code: sentences.py [ROOT].

Both languages have the same keys and the same {places}; every code of an error or finding in src has
its sentences; and there is no sentence that nobody says.
"""
import pathlib
import re
import sys

import cpp_text

LANGUAGES = ("zh-CN", "en")

# How a code is written down in C++: failure("code", …), Error{"code"}, Finding{"code"}, .code = "code",
# and the small makers of findings that a stage has of its own: wrong(place, "code", …).
_ERROR = re.compile(r'\b(?:failure|Error)\s*[({]\s*"([\w-]+)"')
_FINDING = re.compile(
    r'\bFinding\s*\{\s*"([\w-]+)"|\.code\s*=\s*"([\w-]+)"'
    r'|\b(?:wrong|complain|report|remark|warn|\w*[fF]inding)\s*\([^;"]*"([a-z]+(?:-[a-z]+)+)"'
)


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
    for path in sorted([*folder.glob(f"{language}.properties"), *folder.glob(f"*.{language}.properties")]):
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
    problems = [f"i18n: {key} is missing in en" for key in sorted(chinese.keys() - english.keys())]
    problems += [f"i18n: {key} is missing in zh-CN" for key in sorted(english.keys() - chinese.keys())]
    for key in sorted(chinese.keys() & english.keys()):
        if places(chinese[key]) != places(english[key]):
            problems.append(f"i18n: {key}: the two languages fill different {{places}}")
    return problems


def said_in(root: pathlib.Path) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Codes of errors and of findings with one place of each, and every literal of the code."""
    errors: dict[str, str] = {}
    findings: dict[str, str] = {}
    words: set[str] = set()
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        if path.name.endswith(("_test.cpp", "_bench.cpp")):
            continue
        text = path.read_text(encoding="utf-8")
        code = cpp_text.without_comments(text)
        name = path.relative_to(root).as_posix()
        words |= {literal.text for literal in cpp_text.literals(text)}
        for found, codes in ((_ERROR, errors), (_FINDING, findings)):
            for match in found.finditer(code):
                line = code.count("\n", 0, match.start()) + 1
                codes.setdefault(next(filter(None, match.groups())), f"{name}:{line}")
    return errors, findings, words


def needed(errors: dict[str, str], findings: dict[str, str]) -> dict[str, str]:
    """Key → the place that says it."""
    keys = {f"error.{code}": place for code, place in errors.items()}
    for code, place in findings.items():
        keys[f"finding.{code}.problem"] = place
        keys[f"finding.{code}.remedy"] = place
    return keys


def is_said(key: str, words: set[str], elsewhere: str) -> bool:
    """Whether the key, its code, or the front of it stands in a literal of the code or in the web."""
    code = re.sub(r"^(?:error|finding)\.|\.(?:problem|remedy)$", "", key)
    parts = key.split(".")
    fronts = {".".join(parts[:count]) + "." for count in range(1, len(parts))} - {"error.", "finding."}
    return bool({key, code} & words or fronts & words) or key in elsewhere


def check(root: pathlib.Path) -> list[str]:
    folder = root / "i18n"
    errors, findings, words = said_in(root)
    chinese, problems = read_language(folder, "zh-CN")
    english, more = read_language(folder, "en")
    problems += more + compare(chinese, english)
    for key, place in sorted(needed(errors, findings).items()):
        if key not in chinese and key not in english:
            problems.append(f"{place}: no sentence {key} in i18n/zh-CN.properties and en.properties")
    elsewhere = "".join(
        path.read_text(encoding="utf-8")
        for top in ("web/src", "packs")
        for path in sorted((root / top).rglob("*"))
        if path.suffix in (".ts", ".vue", ".yaml", ".md") and path.is_file()
    )
    for key in sorted(chinese.keys() | english.keys()):
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
