"""The demo county's month, from its workbooks to the bulletin, as it stands in demo/wanghai/expected."""
import io
import json
import pathlib
import re
import tempfile
import unittest
import zipfile

import program
from program import County, DEMO, run


class DemoCounty(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.county = County("望海县", DEMO / "inputs")
        cls.county.import_inputs()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.county.__exit__()

    def expected(self, name: str) -> bytes:
        return (DEMO / "expected" / name).read_bytes()

    def test_findings_equal_the_expected_ones_row_by_row(self) -> None:
        self.assertEqual(self.county.findings(), self.expected("import-findings.csv"))

    def test_competition_standings_equal_the_expected_ones_cell_by_cell(self) -> None:
        table = self.county.standings("competition", "2")
        self.assertEqual(table, self.expected("competition-period-2.csv"))

    def test_monthly_standings_equal_the_expected_ones_cell_by_cell(self) -> None:
        table = self.county.standings("monthly", "2021-11")
        self.assertEqual(table, self.expected("monthly-2021-11.csv"))

    def test_as_of_the_freeze_or_later_nothing_differs(self) -> None:
        for day in ("2021-12-04", "2022-06-30"):  # both after the freeze
            table = self.county.standings("monthly", "2021-11", "--as-of", day)
            self.assertEqual(table, self.expected("monthly-2021-11.csv"))

    def test_as_of_an_earlier_day_later_reports_are_not_known(self) -> None:
        early = self.county.standings("competition", "2", "--as-of", "2021-10-31")
        self.assertNotEqual(early, self.expected("competition-period-2.csv"))

    def test_importing_again_changes_nothing(self) -> None:
        before = run("verify", self.county.path).stdout
        self.county.import_inputs()
        self.assertEqual(run("verify", self.county.path).stdout, before)
        self.assertEqual(self.county.findings(), self.expected("import-findings.csv"))

    def test_prose_of_the_methods_is_the_published_one(self) -> None:
        for name in ("competition", "monthly"):
            method = (self.county.path / "pack" / "methods" / f"{name}.md").read_text("utf-8")
            prose = re.sub(r"\n```method\n.*?\n```\n", "", method, flags=re.DOTALL)
            rules = (DEMO / "rules" / f"{name}.md").read_text("utf-8")
            self.assertEqual(prose.split(), rules.split())

    def test_json_and_csv_say_the_same(self) -> None:
        answer = json.loads(run("standings", self.county.path, "competition", "2", "--json").stdout)
        rows = [row for group in answer["groups"] for row in group["rows"]]
        names = [column["name"] for column in answer["columns"]]
        lines = self.county.standings("competition", "2").decode().split("\r\n")[1:-1]
        for row, line in zip(rows, lines, strict=True):
            cells = [row["unit"], *[row["cells"][name] for name in names]]
            self.assertEqual(line.split(",")[:1] + line.split(",")[2:], cells)


class Commands(unittest.TestCase):
    def test_a_file_with_findings_is_refused_whole(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            done = run("import", county.path, DEMO / "inputs", expect=1)
            self.assertIn("02 招商项目台账.xlsx", done.stdout)
            entries = run("show", "ledger", county.path).stdout
            self.assertNotIn('"ledger":"招商项目"', entries)
            self.assertIn('"ledger":"参评单位"', entries)

    def test_every_stage_has_something_to_show_or_says_that_it_has_nothing(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            for stage, line in (("model", "  首谈方占比 percent"), ("indicators", "competition 2"),
                                ("method", "  period 2 2021-09-23 .. 2021-11-30 freeze 2021-12-04"),
                                ("score", "monthly 2021-11"), ("standings", "competition 2")):
                self.assertIn(line, run("show", stage, county.path).stdout.splitlines())
            nothing = run("show", "publication", county.path)
            self.assertEqual(nothing.stdout, "")
            self.assertIn("publication", nothing.stderr)

    def test_a_dry_run_writes_nothing(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            before = run("verify", county.path).stdout
            run("import", county.path, DEMO / "inputs", "--dry-run", expect=1)
            self.assertEqual(run("verify", county.path).stdout, before)

    def test_every_batch_names_the_post_that_recorded_it(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            self.assertIn('"by":"督查考核办公室"', run("show", "ledger", county.path).stdout)
            units = DEMO / "inputs" / "01 参评单位.xlsx"
            run("import", county.path, units, "--post", "县长", expect=2)
            run("import", county.path, units, "--post", "数据审核岗")
            self.assertIn('"by":"数据审核岗"', run("show", "ledger", county.path).stdout)

    def test_init_refuses_a_folder_that_is_not_empty(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            pack = program.ROOT / "packs" / "county"
            run("init", county.path, "--pack", pack, "--name", "望海县", expect=2)

    def test_methods_are_brought_into_their_form_and_only_then_written(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for page in (program.ROOT / "packs" / "county" / "methods").iterdir():
                run("method", "fmt", "--check", page)
                text = page.read_text("utf-8")
                copy = pathlib.Path(folder, page.name)
                copy.write_text(text.replace(" round 2", "   round 2"), "utf-8")
                run("method", "fmt", "--check", copy, expect=1)
                self.assertNotEqual(copy.read_text("utf-8"), text)
                run("method", "fmt", copy)
                self.assertEqual(copy.read_text("utf-8"), text)

    def test_exit_codes_tell_usage_from_environment(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            run(expect=2)
            run("standings", county.path, "competition", expect=2)
            run("standings", county.path, "no-such-method", "2", expect=2)
            run("standings", county.path, "competition", "2", "--as-of", "昨天", expect=2)
            run("standings", county.folder / "nowhere", "competition", "2", expect=3)
            run("--help")
            for command in ("init", "import", "standings", "explain", "method", "serve"):
                self.assertIn("benniu " + command, run(command, "--help").stdout)


class SealedMonth(unittest.TestCase):
    def test_closed_is_closed_and_a_correction_lists_what_differs(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("bulletin", county.path, "2021-11", "-o", county.folder / "a.docx", expect=3)
            run("close", county.path, "2021-11")
            run("close", county.path, "2021-11", expect=3)
            first = self.bulletin(county, "a.docx")
            self.assertEqual(first, self.bulletin(county, "b.docx"))
            run("bulletin", county.path, "2021-11", "-o", county.folder / "c.docx", "--correct",
                expect=1)
            sealed = county.standings("monthly", "2021-11")
            late = county.folder / "平安稳定.csv"
            late.write_text("单位,日期,类别,起(批)数\n海口镇,2021-11-20,集体访,2\n", encoding="utf-8")
            run("import", county.path, late)
            self.assertEqual(county.standings("monthly", "2021-11"), sealed)
            correction = self.bulletin(county, "c.docx", "--correct")
            self.assertIn("海口镇", self.text_of(correction))
            self.assertIn("更正前", self.text_of(correction))
            self.assertNotEqual(county.standings("monthly", "2021-11"), sealed)
            run("verify", county.path)

    def test_rules_changed_after_the_closing_change_nothing_that_was_sealed(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("close", county.path, "2021-11")
            sealed = county.standings("competition", "2")
            first = self.bulletin(county, "a.docx")
            method = county.path / "pack" / "methods" / "competition.md"
            text = method.read_text("utf-8")
            method.write_text(text.replace("0.30 * P", "0.40 * P"), encoding="utf-8")
            self.assertNotEqual(method.read_text("utf-8"), text)
            template = county.path / "pack" / "bulletin" / "bulletin.yaml"
            words = template.read_text("utf-8")
            template.write_text(words.replace("督考办", "考核办"), encoding="utf-8")
            self.assertEqual(county.standings("competition", "2"), sealed)
            self.assertEqual(self.bulletin(county, "b.docx"), first)
            run("verify", county.path)
            run("bulletin", county.path, "2021-11", "-o", county.folder / "c.docx", "--correct",
                expect=1)
            correction = self.bulletin(county, "c.docx", "--correct", "--new-rules")
            self.assertIn("考核办", self.text_of(correction))
            self.assertNotEqual(county.standings("competition", "2"), sealed)
            run("verify", county.path)

    def test_a_correction_under_new_rules_needs_whole_rules_for_all_that_was_published(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("close", county.path, "2021-11")
            self.bulletin(county, "a.docx")
            method = county.path / "pack" / "methods" / "monthly.md"
            text = method.read_text("utf-8")
            wish = ("bulletin", county.path, "2021-11", "-o", county.folder / "c.docx", "--correct",
                    "--new-rules")
            kept = len(list((county.path / "kept").iterdir()))
            method.write_text(text.replace("```method", "```method\n?", 1), "utf-8")
            self.assertIn("monthly.md", run(*wish, expect=3).stderr)
            self.assertEqual(len(list((county.path / "kept").iterdir())), kept)
            method.write_text(text.replace("period 2021-11", "period 2021-12"), "utf-8")
            self.assertIn("monthly 2021-11", run(*wish, expect=2).stderr)

    def test_verify_notices_a_kept_file_that_was_changed_or_removed(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("close", county.path, "2021-11")
            self.bulletin(county, "a.docx")
            kept = sorted((county.path / "kept").iterdir())
            for place in kept:
                bytes_ = place.read_bytes()
                place.write_bytes(bytes_[:-1] + bytes([bytes_[-1] ^ 1]))
                self.assertIn(place.name, run("verify", county.path, expect=1).stderr)
                place.unlink()
                self.assertIn(place.name, run("verify", county.path, expect=1).stderr)
                place.write_bytes(bytes_)
            run("verify", county.path)

    def test_nothing_is_sealed_under_rules_with_an_error(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            method = county.path / "pack" / "methods" / "monthly.md"
            method.write_text(method.read_text("utf-8").replace("```method", "```method\n?", 1),
                              encoding="utf-8")
            self.assertIn("monthly.md", run("close", county.path, "2021-11", expect=3).stderr)

    def test_what_people_have_not_decided_yet_is_not_in_the_bulletin(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("close", county.path, "2021-11")
            text = self.text_of(self.bulletin(county, "a.docx"))
            self.assertIn("奔牛奖", text)
            for award in ("蓝旗", "蜗牛奖"):
                nominated = county.standings("competition", "2") + county.standings("monthly", "2021-11")
                self.assertIn(award, nominated.decode())
                self.assertNotIn(award, text)

    def test_a_method_without_a_section_is_not_left_out_in_silence(self) -> None:
        with County("望海县", DEMO / "inputs") as county:
            county.import_inputs()
            run("close", county.path, "2021-11")
            page = county.path / "pack" / "bulletin" / "bulletin.yaml"
            words = page.read_text("utf-8")
            page.write_text(words.replace("method: monthly", "method: weekly"), encoding="utf-8")
            out = county.folder / "a.docx"
            done = run("bulletin", county.path, "2021-11", "-o", out, expect=3)
            self.assertIn("monthly", done.stderr)
            page.write_text(words.replace("method: monthly", "method: weekly")
                            + "unpublished: [monthly]\n", encoding="utf-8")
            run("bulletin", county.path, "2021-11", "-o", out)

    def test_two_counties_from_the_same_workbooks_get_the_same_bytes(self) -> None:
        documents = []
        for _ in range(2):
            with County("望海县", DEMO / "inputs") as county:
                county.import_inputs()
                run("close", county.path, "2021-11")
                documents.append(self.bulletin(county, "a.docx"))
        self.assertEqual(documents[0], documents[1])

    def bulletin(self, county: County, name: str, *more: str) -> bytes:
        run("bulletin", county.path, "2021-11", "-o", county.folder / name, *more)
        return pathlib.Path(county.folder / name).read_bytes()

    def text_of(self, docx: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return package.read("word/document.xml").decode()


if __name__ == "__main__":
    unittest.main()
