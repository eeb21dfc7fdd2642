"""What ./x test reads out of the words of other programs."""
import pathlib
import tempfile
import unittest

import testing

CTEST = """
1/4 Test #1: base .............................   Passed    0.01 sec
2/4 Test #3: ledger ...........................***Failed    0.02 sec
3/4 Test #7: score ............................***Exception: SegFault  0.11 sec
4/4 Test #8: faults ...........................   Passed    0.31 sec
"""
GTEST = """<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="Log">
<testcase name="Chains" status="run" classname="Log"/>
<testcase name="Breaks" status="run" classname="Log"><failure message="no"/></testcase>
<testcase name="Filtered" status="notrun" classname="Log"/>
</testsuite></testsuites>
"""


class Tallies(unittest.TestCase):
    def test_cases_are_counted_and_other_programs_and_crashes_count_once(self):
        with tempfile.TemporaryDirectory() as folder:
            passing = GTEST.replace('><failure message="no"/></testcase>', "/>")
            pathlib.Path(folder, "ledger_test.xml").write_text(GTEST, encoding="utf-8")
            pathlib.Path(folder, "base_test.xml").write_text(passing, encoding="utf-8")
            tally = testing.ctest_tally(pathlib.Path(folder), CTEST, "dev")
        self.assertEqual(tally.passed, 1 + 2 + 1)
        self.assertEqual(
            tally.failed, ["Log.Breaks (ledger_test, dev)", "score (dev): Exception: SegFault"]
        )

    def test_unittest_is_counted_without_what_was_skipped(self):
        text = "FAIL: test_a (x.Y)\nRan 5 tests in 0.1s\n\nFAILED (failures=1, skipped=1)\n"
        tally = testing.unittest_tally("tests/x_test.py", 1, text)
        self.assertEqual((tally.passed, len(tally.failed)), (3, 1))

    def test_a_page_that_runs_nothing_has_failed(self):
        self.assertEqual(len(testing.unittest_tally("x", 0, "Ran 0 tests in 0s\n").failed), 1)

    def test_vitest_and_playwright_are_counted(self):
        vitest = " Test Files  1 failed | 2 passed (3)\n      Tests  3 failed | 41 passed (44)\n"
        tally = testing.web_tally("unit", 1, vitest)
        self.assertEqual((tally.passed, len(tally.failed)), (41, 3))
        playwright = "  1 failed\n    [chromium] a.spec.ts:3:1 opens\n  12 passed (8.1s)\n"
        tally = testing.web_tally("e2e", 1, playwright)
        self.assertEqual((tally.passed, len(tally.failed)), (12, 1))
        self.assertEqual(len(testing.web_tally("e2e", 0, "nothing\n").failed), 1)


if __name__ == "__main__":
    unittest.main()
