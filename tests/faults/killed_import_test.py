"""`benniu import` killed at random moments: a file is wholly in or wholly out, and what was said is there.

BENNIU_KILLS says how many kills (110), BENNIU_SEED repeats a run.
"""
import os
import pathlib
import random
import time
import unittest

import program_under_kill
from program_under_kill import Child, County, INPUTS, Ledger

KILLS = int(os.environ.get("BENNIU_KILLS", "110"))
# How an import's files follow each other: one by one, or the folder at once.
ORDERS = [program_under_kill.FILES, [INPUTS]]


class Reference:
    """An import that nobody disturbed: what stood in the ledger after each file, and how long it took."""

    def __init__(self, files: list[pathlib.Path]) -> None:
        self.files = files
        with County("望海县", INPUTS) as county:
            self.facts = [Ledger.of(county).facts]
            self.seconds: list[float] = []
            self.writing: list[float] = []
            for path in files:
                started = time.monotonic()
                child = Child(*program_under_kill.import_words(county, path))
                wait_for_writing(county, child)
                writing = time.monotonic()
                assert child.wait() == 0
                ended = time.monotonic()
                self.seconds.append(ended - started)
                self.writing.append(ended - writing)
                self.facts.append(Ledger.of(county).facts)


def bytes_written(county: County) -> int:
    log = county.path / "county.db-wal"
    return log.stat().st_size if log.exists() else 0


def wait_for_writing(county: County, child: Child) -> None:
    """Until the first byte goes to the write-ahead log."""
    # A writer that opens first empties what a killed one left there.
    while child.is_running() and bytes_written(county) > 0:
        time.sleep(0.0005)
    while child.is_running() and bytes_written(county) == 0:
        time.sleep(0.0005)


class KilledImport(unittest.TestCase):
    def test_a_file_is_wholly_in_or_out_and_nothing_said_is_gone(self) -> None:
        self.random = random.Random(program_under_kill.SEED)
        self.kills = self.kills_after_commit = 0
        references = [Reference(files) for files in ORDERS]
        while self.kills < KILLS:
            for reference in references:
                with County("望海县", INPUTS) as county:
                    self.import_under_kills(county, reference)
        print(f"seed {program_under_kill.SEED}: {self.kills} imports killed, "
              f"{self.kills_after_commit} of them when the file was in")

    def import_under_kills(self, county: County, reference: Reference) -> None:
        """Until all files are in; what the kills have not let in by then, undisturbed."""
        files_in = 0
        while files_in < len(reference.files) and self.kills < KILLS:
            files_in += self.import_killed(county, reference, files_in)
        program_under_kill.import_undisturbed(county, reference.files[files_in:])
        self.assertEqual(Ledger.of(county).facts, reference.facts[-1])
        self.assertEqual(program_under_kill.differing_standings(county), [])

    def import_killed(self, county: County, reference: Reference, number: int) -> bool:
        """One import of one file, killed or run to its end; whether the file is in."""
        child = Child(*program_under_kill.import_words(county, reference.files[number]))
        if self.random.random() < 0.5:
            time.sleep(self.random.uniform(0, reference.seconds[number]))
        else:
            # Nearly all of an import is reading; so that writing is hit as often.
            wait_for_writing(county, child)
            time.sleep(self.random.uniform(0, reference.writing[number]))
        was_killed = child.kill()
        ledger = Ledger.of(county)
        where = f"seed {program_under_kill.SEED}, kill {self.kills + 1}, {reference.files[number].name}"
        is_out, is_in = (ledger.facts == facts for facts in reference.facts[number:number + 2])
        self.assertTrue(is_in or is_out, f"{where} is partly in: {len(ledger.facts)} facts")
        self.assertTrue(is_in or not child.text(), f"{where} is out, but was said to be in: {child.text()}")
        said = set(program_under_kill.DIGEST.findall(child.text()))
        self.assertLessEqual(said, ledger.digests(), f"{where}: a receipt stands for nothing")
        self.kills += was_killed
        self.kills_after_commit += was_killed and is_in
        return is_in


if __name__ == "__main__":
    unittest.main()
