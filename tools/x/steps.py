"""One line of progress for each step: what it does and how long it took.

What a step prints goes to a file under build/logs; its tail is shown when the step fails.
"""
import contextlib
import os
import subprocess
import sys
import time

import house

TAIL_LINES = 30


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


def logged(name: str, command: list[str], **options) -> tuple[int, str]:
    """Runs a command with its output in build/logs/<name>.log; returns its code and that text."""
    house.LOGS.mkdir(parents=True, exist_ok=True)
    path = house.LOGS / f"{name}.log"
    options.setdefault("cwd", house.ROOT)
    with path.open("w", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        try:
            code = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False, **options
            ).returncode
        except FileNotFoundError as missing:
            log.write(f"{missing}\n")
            code = 127
    return code, path.read_text(encoding="utf-8", errors="replace")


def run(kind: str, what: str, name: str, command: list[str], remedy: str, **options) -> str:
    """One step that is one command; raises Failed with the log's tail and what to do."""
    with step(kind, what):
        code, text = logged(name, command, **options)
        if code != 0:
            raise house.Failed(f"{tail(text)}\n(all of it: build/logs/{name}.log)\n{remedy}")
    return text


def tail(text: str) -> str:
    return "\n".join(text.splitlines()[-TAIL_LINES:])


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more}


def say(text: str) -> None:
    print(text, flush=True)


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
