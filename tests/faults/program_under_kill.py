"""What the killed import and the killed serve share: the demo's files one after another, a child on a
terminal of its own that can be killed at any moment, and the ledger as `benniu show` reads it.
"""
import contextlib
import dataclasses
import os
import pathlib
import pty
import random
import re
import signal
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))

from program import DEMO, PROGRAM, County, run  # noqa: E402

INPUTS = DEMO / "inputs"
FILES = [*sorted(INPUTS.glob("*.xlsx")), INPUTS / "map"]
EXPECTED = {
    ("competition", "2"): "competition-period-2.csv",
    ("monthly", "2021-11"): "monthly-2021-11.csv",
}
SEED = int(os.environ.get("BENNIU_SEED") or random.randrange(1 << 32))
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


class Child:
    """The program on a terminal: a line counts as said when somebody there could have read it."""

    def __init__(self, *words: object) -> None:
        self.terminal, own_side = pty.openpty()
        self.process = subprocess.Popen(
            [str(PROGRAM), *map(str, words)], stdout=own_side, stderr=subprocess.DEVNULL,
            start_new_session=True)
        os.close(own_side)
        self.said = b""
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        # Reading ends with an error when the last writer is gone.
        with contextlib.suppress(OSError):
            while part := os.read(self.terminal, 65536):
                self.said += part

    def is_running(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> bool:
        """Whether it still ran when the blow fell; one that had failed by then is a fault."""
        self.process.send_signal(signal.SIGKILL)
        code = self.wait()
        assert code in (0, -signal.SIGKILL), f"{self.process.args} ended with {code}"
        return code != 0

    def wait(self) -> int:
        code = self.process.wait(timeout=60)
        self.listener.join()
        os.close(self.terminal)
        return code

    def text(self) -> str:
        """The whole lines that were said; only after `wait` or `kill`."""
        return self.said[: self.said.rfind(b"\n") + 1].decode()


def import_words(county: County, path: pathlib.Path) -> tuple[object, ...]:
    return ("import", county.path, path, "--skip-findings")


@dataclasses.dataclass
class Ledger:
    """Every fact's line, and the receipts: a batch's digest and the number of its last fact."""

    facts: list[str]
    receipts: set[tuple[str, int]]

    @classmethod
    def of(cls, county: County) -> "Ledger":
        """As it is read now; `benniu verify` must pass first."""
        run("verify", county.path)
        facts, receipts = [], set()
        for line in run("show", "ledger", county.path).stdout.splitlines():
            if line.startswith('{"deed":'):
                facts.append(line)
            elif DIGEST.fullmatch(line):
                receipts.add((line, len(facts)))
        return cls(facts, receipts)

    def digests(self) -> set[str]:
        return {digest for digest, _ in self.receipts}


def import_undisturbed(county: County, files: list[pathlib.Path]) -> None:
    for path in files:
        run(*import_words(county, path))


def differing_standings(county: County) -> list[str]:
    """The expected tables that the county's own are not equal to, byte for byte."""
    return [name for (method, period), name in EXPECTED.items()
            if county.standings(method, period) != (DEMO / "expected" / name).read_bytes()]
