"""Reads C++ as text: code without its comments and strings, its strings, its functions' lengths.

No parser: a scanner that knows comments, string and character literals and braces, which is all
that tools/tidy.py and tools/sentences.py ask for.
"""
import dataclasses
import re

_TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<raw>R"(?P<mark>[^()\\ ]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')",
    re.DOTALL,
)


@dataclasses.dataclass(frozen=True)
class Literal:
    """A string as it stands in the source, without its quotes."""

    line: int
    text: str


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def code_only(text: str) -> str:
    """The same text, line for line, with comments and the insides of literals blanked."""

    def replace(match: re.Match) -> str:
        whole = match.group()
        if match.lastgroup == "comment":
            return _blank(whole)
        return whole[0] + _blank(whole[1:-1]) + whole[-1]

    return _TOKEN.sub(replace, text)


def without_comments(text: str) -> str:
    """The same text, line for line, with comments blanked and literals kept."""
    return _TOKEN.sub(lambda m: _blank(m.group()) if m.group("comment") else m.group(), text)


def literals(text: str) -> list[Literal]:
    """Every string literal."""
    found = []
    for match in _TOKEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match.group("raw"):
            mark = match.group("mark")
            found.append(Literal(line, match.group()[len(mark) + 3 : -len(mark) - 2]))
        elif match.group("string"):
            found.append(Literal(line, match.group()[1:-1]))
    return found


@dataclasses.dataclass(frozen=True)
class Function:
    line: int
    name: str
    lines: int


# What stands before a `{` that opens a function: a `)` and perhaps qualifiers or a return type.
_HEAD = re.compile(
    r"\)\s*(?:const|noexcept(?:\([^)]*\))?|override|final|mutable|&&?|->\s*[\w:<>,&*\s]+|\s)*$"
)
# A constructor's members stand between its `)` and its `{`, each perhaps in braces of its own.
_MEMBERS = re.compile(r"\)\s*(?:noexcept\s*)?:\s*[\w:<>]+\s*[({]")
_MEMBER_BRACE = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)[^;]*?[\w>]\s*$", re.DOTALL)
_NOT_A_FUNCTION = re.compile(r"(?:^|[^\w])(?:if|for|while|switch|catch|else|do|try|namespace)\b")
_DIRECTIVE = re.compile(r"^[ \t]*#[^\n]*", re.MULTILINE)
_BRACE = re.compile(r"[{};]")
_NAME = re.compile(r"([~\w:]+|operator\s*\S+)\s*\(")


def functions(text: str) -> list[Function]:
    """Functions and their length, first to last line; lambdas belong to what they stand in."""
    code = _DIRECTIVE.sub(lambda match: _blank(match.group()), code_only(text))
    found = []
    head_begin = 0
    index = 0
    while match := _BRACE.search(code, index):
        index = match.end()
        head = code[head_begin : match.start()]
        if match.group() == "{":
            if _MEMBER_BRACE.search(head):
                index = _past_brace(code, index)
                continue
            name = _function_name(head)
            if name:
                start = head_begin + len(head) - len(head.lstrip())
                index = _past_brace(code, index)
                lines = code.count("\n", start, index) + 1
                found.append(Function(code.count("\n", 0, start) + 1, name, lines))
        head_begin = index
    return found


def _past_brace(code: str, index: int) -> int:
    """Behind the `}` that closes the `{` just read."""
    depth = 1
    while depth > 0 and index < len(code):
        depth += {"{": 1, "}": -1}.get(code[index], 0)
        index += 1
    return index


def _function_name(head: str) -> str:
    """The name of the function that this head opens, or ""."""
    is_function = _HEAD.search(head) or _MEMBERS.search(head)
    if not is_function or _NOT_A_FUNCTION.search(head.strip()):
        return ""
    named = _NAME.search(head)
    return named.group(1) if named else ""
