"""Finds links in Markdown that lead nowhere: to a file or a heading that is not there."""
import pathlib
import re

_FENCE = re.compile(r"^(```|~~~|````).*?^\1\s*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(\s*<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_REFERENCE = re.compile(r"^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def anchors(text: str) -> set[str]:
    """The names of a page's headings as GitHub and Gitea make them."""
    names = set()
    for heading in _HEADING.findall(_FENCE.sub(_blank, text)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        names.add(re.sub(r"[^\w\- ]", "", plain.lower()).strip().replace(" ", "-"))
    return names


def dead_links(root: pathlib.Path, page: pathlib.Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    plain = _CODE.sub(_blank, _FENCE.sub(_blank, text))
    problems = []
    for match in [*_LINK.finditer(plain), *_REFERENCE.finditer(plain)]:
        target = match.group(1)
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name) if name else page
        line = plain.count("\n", 0, match.start()) + 1
        place = f"{page.relative_to(root)}:{line}"
        if not there.exists():
            problems.append(f"{place}: dead link: {target}")
        elif anchor and there.suffix == ".md":
            if anchor.lower() not in anchors(there.read_text(encoding="utf-8")):
                problems.append(f"{place}: no heading «{anchor}» in {name or page.name}")
    return problems
