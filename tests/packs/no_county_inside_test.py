"""The program and the pack know no county: nothing of the demo's stands in them."""
import csv
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "demo" / "wanghai" / "expected"
# Made for tests and measurements: no part of the program.
FOR_TESTS = ("_test.cpp", "_test.hpp", "_bench.cpp", "sample_bulletin.hpp", "temporary_county.hpp")
TEXTS = (".cpp", ".hpp", ".yaml", ".md", ".txt", ".json", ".sql", ".cmake")


def names_of_the_demo() -> set[str]:
    """Its own name, and its units'; groups and columns are words of the rules."""
    names = {"望海"}
    for table in ("competition-period-2.csv", "monthly-2021-11.csv"):
        with (EXPECTED / table).open(encoding="utf-8", newline="") as file:
            names |= {row["unit"] for row in csv.DictReader(file)}
    return names


def pages() -> list[pathlib.Path]:
    found = [path for top in ("src", "packs") for path in (ROOT / top).rglob("*")
             if path.suffix in TEXTS and not path.name.endswith(FOR_TESTS)]
    return [path for path in found if path.name != "README.md"
            and "cases" not in path.relative_to(ROOT).parts]


class NoCounty(unittest.TestCase):
    def test_no_name_of_the_demo_stands_in_the_program_or_the_pack(self) -> None:
        names = names_of_the_demo()
        self.assertGreater(len(names), 30)
        self.assertGreater(len(pages()), 200)
        found = [f"{path.relative_to(ROOT)}: {name}" for path in pages() for name in names
                 if name in path.read_text("utf-8")]
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main()
