"""Plants violations of the one-way order in a small house and sees each of them reported."""
import pathlib
import tempfile
import unittest

import check_layers

ORDER = """
add_stage(base)
add_stage(model MAY_USE base)
add_stage(ledger MAY_USE model)
add_edge(store MAY_USE ledger)
add_edge(cli MAY_USE store)
"""
SOUND = {
    "src/base/text.hpp": "#pragma once\n#include <string>\n",
    "src/model/unit.hpp": '#pragma once\n#include "base/text.hpp"\n',
    "src/ledger/fact.cpp": '#include "model/unit.hpp"\n#include "base/text.hpp"\n',
    "src/store/log.cpp": '#include "ledger/fact.hpp"\n#include <soci/soci.h>\n',
    "src/cli/main.cpp": '#include "store/log.hpp"\n#include <CLI/CLI.hpp>\n',
}


class CheckLayers(unittest.TestCase):
    def problems(self, planted: dict[str, str], order: str = ORDER) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**SOUND, **planted, "CMakeLists.txt": order}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_layers.check(root)

    def reports(self, planted: dict[str, str], *words: str, order: str = ORDER) -> None:
        problems = self.problems(planted, order)
        self.assertEqual(len(problems), 1, problems)
        for word in words:
            self.assertIn(word, problems[0])

    def test_a_sound_house_has_no_problems(self):
        self.assertEqual(self.problems({}), [])

    def test_a_stage_may_not_look_to_its_right(self):
        planted = {"src/model/unit.cpp": '\n#include "ledger/fact.hpp"\n'}
        self.reports(planted, "src/model/unit.cpp:2", "ledger stands to its right")

    def test_only_tests_may_look_where_their_room_says(self):
        order = ORDER.replace("model MAY_USE base", "model MAY_USE base TESTS_USE ledger")
        include = '#include "ledger/fact.hpp"\n'
        header = {"src/ledger/fact.hpp": "#pragma once\n"}
        self.assertEqual(self.problems({**header, "src/model/a_test.cpp": include}, order), [])
        self.reports({**header, "src/model/a.cpp": include}, "src/model/a.cpp:1", order=order)
        self.reports({**header, "src/base/a_test.cpp": include}, "src/base/a_test.cpp:1", order=order)

    def test_a_stage_may_not_use_an_edge(self):
        planted = {"src/ledger/a.cpp": '#include "store/log.hpp"\n'}
        self.reports(planted, "store stands to its right")

    def test_only_cli_may_use_an_edge(self):
        order = ORDER + "add_edge(http MAY_USE store)\n"
        self.reports({}, "http MAY_USE store", "nobody uses an edge but cli", order=order)

    def test_an_order_may_not_be_a_cycle(self):
        order = ORDER.replace("add_stage(base)", "add_stage(base MAY_USE ledger)")
        self.reports({}, "cycle", "base → ledger → model → base", order=order)

    def test_headers_may_not_include_each_other(self):
        planted = {
            "src/base/text.hpp": '#include "base/word.hpp"\n',
            "src/base/word.hpp": '#include "base/text.hpp"\n',
        }
        self.reports(planted, "includes itself", "src/base/word.hpp → src/base/text.hpp")

    def test_every_folder_is_a_room(self):
        self.reports({"src/utils/a.hpp": ""}, "src/utils", "no add_stage")

    def test_a_room_may_use_only_rooms(self):
        order = ORDER + "add_stage(score MAY_USE methods)\n"
        self.reports({}, "score MAY_USE methods, which is no room", order=order)

    def test_a_library_does_not_open_a_back_door(self):
        planted = {"src/model/libraries.cmake": "target_link_libraries(benniu_model benniu_store)"}
        self.reports(planted, "src/model/libraries.cmake", "benniu_store")

    def test_libraries_stay_in_their_rooms(self):
        for header, room in [
            ("soci/soci.h", "ledger"), ("sqlite3.h", "cli"), ("libpq-fe.h", "model"),
            ("restinio/core.hpp", "cli"), ("boost/asio.hpp", "store"), ("zip.h", "store"),
            ("http_parser.h", "store"), ("expat.h", "model"), ("pugixml.hpp", "store"),
            ("xlsxwriter.h", "store"), ("gmpxx.h", "model"), ("openssl/evp.h", "model"),
            ("yaml-cpp/yaml.h", "ledger"), ("CLI/CLI.hpp", "store"), ("spdlog/spdlog.h", "base"),
        ]:
            with self.subTest(header=header):
                planted = {f"src/{room}/b.cpp": f"#include <{header}>\n"}
                self.reports(planted, f"<{header}>", "belongs to")

    def test_json_stays_in_source_files_right_of_base(self):
        self.reports({"src/model/b.hpp": "#include <boost/json.hpp>\n"}, "in a header")
        self.reports({"src/base/b.cpp": "#include <boost/json.hpp>\n"}, "base knows no JSON")
        self.assertEqual(self.problems({"src/model/b.cpp": "#include <boost/json.hpp>\n"}), [])

    def test_test_libraries_stay_in_tests(self):
        self.reports({"src/base/b.cpp": "#include <gtest/gtest.h>\n"}, "outside a test")
        self.assertEqual(self.problems({"src/base/b_test.cpp": "#include <rapidcheck.h>\n"}), [])

    def test_a_header_that_only_tests_include_is_a_test_too(self):
        planted = {
            "src/base/sample.hpp": "#include <gtest/gtest.h>\n",
            "src/base/b_test.cpp": '#include "base/sample.hpp"\n',
        }
        self.assertEqual(self.problems(planted), [])
        self.reports(planted | {"src/base/b.cpp": '#include "base/sample.hpp"\n'}, "outside a test")

    def test_paths_begin_at_src(self):
        self.reports({"src/model/b.cpp": '#include "../base/text.hpp"\n'}, "include from src")


if __name__ == "__main__":
    unittest.main()
