"""One line of progress for each step: what it does and how long it took.

What a step prints goes to a file under build/logs; its tail is shown when the step fails.
"""
import contextlib
import pathlib
import re
import subprocess
import sys
import time

import house

TAIL_LINES = 30
IDLE_SECONDS = 2


class Step:
    """The line of a running step; `note` is added to its end."""

    def __init__(self, kind: str, what: str):
        self.note = ""
        self.begun = time.monotonic()
        print(f"{kind:<8} {what} …", end="", flush=True)

    def end(self, word: str = "") -> None:
        words = " ".join(part for part in (word, self.note) if part)
        print(f" {words + ', ' if words else ''}{seconds_since(self.begun)}", flush=True)


def seconds_since(begun: float) -> str:
    seconds = time.monotonic() - begun
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"


@contextlib.contextmanager
def step(kind: str, what: str):
    """Prints the line of a step that runs inside the `with`."""
    line = Step(kind, what)
    try:
        yield line
    except BaseException:
        line.end("failed")
        raise
    line.end()


def started(name: str, command: list[str], **options) -> subprocess.Popen:
    """Starts a command that writes to build/logs/<name>.log."""
    house.LOGS.mkdir(parents=True, exist_ok=True)
    options.setdefault("cwd", house.ROOT)
    with log_of(name).open("w", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options
        )


def log_of(name: str) -> pathlib.Path:
    return house.LOGS / f"{name}.log"


def text_of(name: str) -> str:
    return log_of(name).read_text(encoding="utf-8", errors="replace")


def logged(name: str, command: list[str], **options) -> tuple[int, str]:
    """Runs a command to its end; returns its code and what it said."""
    code = started(name, command, **options).wait()
    return code, text_of(name)


def must_be_well(name: str, code: int, text: str, remedy: str) -> None:
    if code != 0:
        raise house.Failed(f"{excerpt(text)}\n(all of it: build/logs/{name}.log)\n{remedy}")


def run(kind: str, what: str, name: str, command: list[str], remedy: str, **options) -> str:
    """One step that is one command; raises Failed with the log's tail and what to do."""
    with step(kind, what):
        code, text = logged(name, command, **options)
        must_be_well(name, code, text, remedy)
    return text


def run_if_needed(
    kind: str, what: str, name: str, command: list[str], remedy: str, busy: re.Pattern
) -> None:
    """As run, but silent when the command ends soon and its words do not show it `busy`."""
    begun = time.monotonic()
    process = started(name, command)
    with contextlib.suppress(subprocess.TimeoutExpired):
        code = process.wait(IDLE_SECONDS)
        if code == 0 and not busy.search(text_of(name)):
            return
    with step(kind, what) as line:
        line.begun = begun
        must_be_well(name, process.wait(), text_of(name), remedy)


def excerpt(text: str) -> str:
    """The first failure that ninja or npm told, or else the end."""
    told = re.search(r"^(?:FAILED: |npm (?:error|ERR!) code )", text, re.MULTILINE)
    return "\n".join(text[told.start() :].splitlines()[:TAIL_LINES]) if told else tail(text)


def tail(text: str) -> str:
    return "\n".join(text.splitlines()[-TAIL_LINES:])


def say(text: str) -> None:
    print(text, flush=True)


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
