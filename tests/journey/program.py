"""Runs the built program on counties in temporary folders, as a user at a terminal would."""
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("BENNIU", ROOT / "build" / "dev" / "benniu")).resolve()
DEMO = ROOT / "demo" / "wanghai"


def run(*words: object, expect: int | None = 0, **how: object) -> subprocess.CompletedProcess:
    """One command; its exit code must be `expect` unless that is None. `how` goes to subprocess."""
    done = subprocess.run([str(PROGRAM), *map(str, words)], capture_output=True, text=True,
                          check=False, timeout=300, **how)
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done


class County:
    """A county in a folder of its own, gone when the test ends."""

    def __init__(self, name: str, inputs: pathlib.Path) -> None:
        self.inputs = inputs
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        self.path = self.folder / "county"
        run("init", self.path, "--pack", ROOT / "packs" / "county", "--name", name)

    def __enter__(self) -> "County":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def import_inputs(self) -> subprocess.CompletedProcess:
        """Takes in the clean rows of all workbooks; the findings stand in findings.csv."""
        findings = self.folder / "findings.csv"
        return run("import", self.path, self.inputs, "--skip-findings", "--findings", findings)

    def findings(self) -> bytes:
        return (self.folder / "findings.csv").read_bytes()

    def standings(self, method: str, period: str, *more: object) -> bytes:
        table = self.folder / f"{method}-{period}.csv"
        run("standings", self.path, method, period, "--csv", table, *more)
        return table.read_bytes()
