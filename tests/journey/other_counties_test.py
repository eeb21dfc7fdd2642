"""Counties that the program has never seen: made by another_county.py, judged by oracle.py.

The oracle is written from the articles in another language by other hands; the two must agree byte
for byte on findings and on every period's standings. BENNIU_SEEDS says how many counties (24).
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from program import County

HERE = pathlib.Path(__file__).parent
SEEDS = range(1, int(os.environ.get("BENNIU_SEEDS", "24")) + 1)


def script(name: str, *words: object) -> None:
    subprocess.run([sys.executable, str(HERE / name), *map(str, words)], check=True,
                   capture_output=True)


class OtherCounties(unittest.TestCase):
    def test_the_program_and_the_oracle_agree_byte_for_byte(self) -> None:
        for seed in SEEDS:
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                self.compare(seed, pathlib.Path(folder))

    def compare(self, seed: int, folder: pathlib.Path) -> None:
        inputs, wanted = folder / "inputs", folder / "wanted"
        script("another_county.py", "--seed", seed, inputs)
        script("oracle.py", inputs, wanted)
        with County("他县", inputs) as county:
            county.import_inputs()
            self.same(county.findings(), wanted / "import-findings.csv")
            for period in ("1", "2", "3"):
                table = county.standings("competition", period)
                self.same(table, wanted / f"competition-period-{period}.csv")
            self.same(county.standings("monthly", "2021-11"), wanted / "monthly-2021-11.csv")

    def same(self, found: bytes, wanted: pathlib.Path) -> None:
        found_lines = found.decode().split("\r\n")
        wanted_lines = wanted.read_bytes().decode().split("\r\n")
        differing = [pair for pair in zip(found_lines, wanted_lines) if pair[0] != pair[1]]
        self.assertEqual(found_lines, wanted_lines, f"{wanted.name}: {differing[:3]}")


if __name__ == "__main__":
    unittest.main()
