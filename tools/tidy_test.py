"""Plants one breach of every rule of tidy in a small house and sees each of them reported."""
import pathlib
import tempfile
import unittest

import cpp_text
import limits_page
import links
import tidy


class Planted(unittest.TestCase):
    def findings(self, files: dict[str, str]) -> list[tidy.Finding]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return tidy.findings(root)

    def rules(self, name: str, text: str) -> list[str]:
        return [finding.rule for finding in self.findings({name: text})]


class Tidy(Planted):
    def test_banned_words_are_found_where_they_are_banned(self):
        for rule, line in [
            ("double", "double weight = 1;"), ("double", "std::vector<float> weights;"),
            ("clock", "auto now = std::chrono::system_clock::now();"),
            ("locale", 'setlocale(LC_ALL, "");'),
            ("random", "int lot = std::rand();"), ("random", "std::random_device device;"),
            ("thread", "std::thread worker;"), ("file", "std::ifstream in(path);"),
            ("file", "for (auto& f : std::filesystem::directory_iterator(p)) {}"),
            ("environment", 'getenv("HOME");'), ("atoi", "int n = atoi(text);"),
            ("new", "auto* unit = new Unit;"), ("using-namespace", "using namespace std;"),
            ("cout", "std::cout << 1;"), ("skipped-test", "GTEST_SKIP();"),
            ("unfinished", "// TO" + "DO: later"), ("machine-path", "// see /home/" + "li/notes"),
            ("chinese", 'auto word = "县";'), ("chinese", 'auto word = R"(考核\n办法)";'),
        ]:
            with self.subTest(line=line):
                self.assertEqual(self.rules("src/score/item.cpp", line + "\n"), [rule])

    def test_comments_and_literals_are_not_code(self):
        text = '// 县: no double, no new Unit\n/* std::thread */ auto x = "double new std::rand(";\n'
        self.assertEqual(self.rules("src/score/item.cpp", text), [])

    def test_edges_have_the_clock_and_the_file(self):
        text = "auto now = std::chrono::system_clock::now(); std::ifstream in(path);\n"
        self.assertEqual(self.rules("src/store/log.cpp", text), [])

    def test_tests_and_cli_may_speak_chinese_and_read_files(self):
        text = 'std::ifstream in("县");\n'
        self.assertEqual(self.rules("src/score/item_test.cpp", text), [])
        self.assertEqual(self.rules("src/cli/main.cpp", 'std::cout << "县";\n'), [])

    def test_long_files_and_functions_are_found(self):
        self.assertEqual(self.rules("src/score/item.cpp", "int a;\n" * 401), ["long-file"])
        body = "int f() {\n" + "    g();\n" * 59 + "}\n"
        self.assertEqual(self.rules("src/score/item.cpp", body), ["long-function"])
        self.assertEqual(self.rules("src/score/item.cpp", body.replace("    g();\n", "", 1)), [])
        python = "def f():\n" + "    g()\n" * 60
        self.assertEqual(self.rules("tools/page.py", python), ["long-function"])

    def test_a_lock_file_names_no_registry(self):
        text = '{"resolved": "https://registry.example/vue.tgz"}\n'
        self.assertEqual(self.rules("web/package-lock.json", text), ["registry"])

    def test_an_exception_excuses_its_count_and_no_more(self):
        found = self.findings({"src/base/a.cpp": "auto* a = new A;\nauto* b = new B;\n"})
        self.assertEqual(tidy.judge(found, {("src/base/a.cpp", "new"): 2}), [])
        self.assertEqual(len(tidy.judge(found, {("src/base/a.cpp", "new"): 1})), 2)
        self.assertIn("only 2 left", tidy.judge(found, {("src/base/a.cpp", "new"): 3})[0])
        self.assertIn("only 0 left", tidy.judge([], {("src/base/b.cpp", "new"): 1})[0])

    def test_exceptions_are_read_with_their_reason(self):
        text = "# head\nsrc/base/a.cpp new 2 — why\n"
        self.assertEqual(tidy.exceptions(text), {("src/base/a.cpp", "new"): 2})


class Links(Planted):
    def test_dead_links_are_found_with_their_line(self):
        found = self.findings({"README.md": "one\n[tour](docs/tour.md) and [x](#nowhere)\n"})
        self.assertEqual([(f.rule, f.line) for f in found], [("link", 2), ("link", 2)])

    def test_links_that_lead_somewhere_are_left_alone(self):
        text = "# A `b` c\n[a](#a-b-c) [b](docs/b.md#two) [c](https://example.org) `[d](nowhere)`\n"
        fenced = "```\n[e](nowhere)\n```\n"
        files = {"README.md": text + fenced, "docs/b.md": "## Two\n"}
        self.assertEqual(self.findings(files), [])

    def test_headings_become_names(self):
        self.assertEqual(links.anchors("## 第八条 数量分\n# Rules, and *scores*\n"),
                         {"第八条-数量分", "rules-and-scores"})


class Limits(Planted):
    HEADER = (
        "inline constexpr std::size_t file_bytes = 4ULL * 1024 * 1024;\n"
        "inline constexpr int rows = 2'000;\n"
    )

    USE = {"src/base/a.cpp": "if (a > limits::file_bytes || b > limits::rows) {}\n"}

    def words(self, page: str, use: dict[str, str] = USE) -> list[str]:
        files = {limits_page.HEADER: self.HEADER, limits_page.PAGE: page, **use}
        return [finding.words for finding in self.findings(files)]

    def test_page_and_header_agree(self):
        page = "| `file_bytes` | 4 MiB | memory |\n| `rows` | 2,000 | one screen |\n"
        self.assertEqual(self.words(page), [])
        self.assertEqual(self.words(page, {"src/base/a.cpp": "return limits::rows;\n"}),
                         ["nobody enforces file_bytes"])

    def test_every_difference_is_told(self):
        page = "| `file_bytes` | 5 MiB | memory |\n| `columns` | 9 | none |\n"
        words = self.words(page)
        self.assertEqual(len(words), 3)
        self.assertIn("file_bytes is 4 MiB", words[0])
        self.assertIn("columns is no limit", words[1])
        self.assertIn("| `rows` | 2,000 | why |", words[2])

    def test_a_limit_without_a_reason_is_told(self):
        page = "| `file_bytes` | 4 MiB |  |\n| `rows` | 2,000 | one screen |\n"
        self.assertEqual(self.words(page), ["file_bytes has no reason"])


class CppText(unittest.TestCase):
    def names(self, text: str) -> list[tuple[str, int]]:
        return [(function.name, function.lines) for function in cpp_text.functions(text)]

    def test_functions_of_every_shape_are_measured(self):
        text = """
namespace a {
struct S {
    int x = 0;
    [[nodiscard]] int get() const { return x; }
    S(int y) : x(y), z{y} {
        if (y) {
        }
    }
    auto f() -> std::vector<int> {
        return {1};
    }
};
const int table[] = {1, 2};
template <typename T>
void free_one(const T& t) noexcept {
    for (auto x : t) { g(x); }
}
}
"""
        self.assertEqual(self.names(text), [("get", 1), ("S", 4), ("f", 3), ("free_one", 4)])

    def test_digit_separators_and_characters_are_told_apart(self):
        code = cpp_text.code_only("int n = 1'000; char c = '{';")
        self.assertEqual(code, "int n = 1'000; char c = ' ';")

    def test_literals_keep_their_line(self):
        found = cpp_text.literals('a("one");\n// "no"\nb(R"(two\n)");\n')
        self.assertEqual([(x.line, x.text) for x in found], [(1, "one"), (3, "two\n")])


if __name__ == "__main__":
    unittest.main()
