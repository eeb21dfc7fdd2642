"""Plants sentences that are missing, lonely or unsaid, and sees each of them reported."""
import pathlib
import tempfile
import unittest

import sentences

CODE = """
return failure("month-closed", {{"month", m}});
findings.push_back(Finding{"no-such-unit", Severity::error, place});
members.wrong(node("type", Need::required), "unknown-type", word);
const Finding other{.code = "no-number", .place = place};
"""
SOUND = """
error.month-closed = {month}
finding.no-such-unit.problem = a
finding.no-such-unit.remedy = b
finding.unknown-type.problem = x
finding.unknown-type.remedy = y
finding.no-number.problem = c
finding.no-number.remedy = d
"""


class Sentences(unittest.TestCase):
    def problems(self, chinese: str = SOUND, english: str = SOUND, code: str = CODE) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {
                "i18n/zh-CN.properties": chinese,
                "i18n/en.properties": english,
                "src/app/close.cpp": code,
            }.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return sentences.check(root)

    def test_a_complete_house_has_no_problems(self):
        self.assertEqual(self.problems(), [])

    def test_a_language_may_not_lack_a_key(self):
        english = SOUND.replace("finding.no-number.remedy = d\n", "")
        problems = self.problems(english=english)
        self.assertEqual(problems, ["i18n: finding.no-number.remedy is missing in en"])

    def test_both_languages_fill_the_same_places(self):
        self.assertIn("error.month-closed", self.problems(english=SOUND.replace("{month}", "m"))[0])

    def test_every_code_has_its_sentences(self):
        found = self.problems(code=CODE + 'return failure("gone");\n')
        self.assertEqual(len(found), 1)
        self.assertIn("src/app/close.cpp:6: «gone» has no sentence in i18n: error.gone", found[0])

    def test_a_finding_needs_its_remedy(self):
        half = "\n".join(line for line in SOUND.splitlines() if "no-number.remedy" not in line)
        found = self.problems(chinese=half, english=half)
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].endswith(": finding.no-number.remedy"), found)

    def test_no_sentence_is_unsaid(self):
        more = SOUND + "error.never = x\n"
        self.assertEqual(self.problems(more, more), ["i18n: nobody says error.never; delete it"])

    def test_a_comment_says_nothing(self):
        code = CODE + '// failure("gone")\n'
        self.assertEqual(self.problems(code=code), [])

    def test_a_key_stands_there_once(self):
        twice = SOUND + "error.month-closed = {month}\n"
        problems = self.problems(chinese=twice)
        said = "i18n/zh-CN.properties: error.month-closed stands there twice"
        self.assertEqual(problems, [said])


if __name__ == "__main__":
    unittest.main()
