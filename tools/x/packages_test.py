"""What ./x reads out of tools/packages.txt."""
import unittest

import packages


class Packages(unittest.TestCase):
    def test_the_first_word_of_each_line_is_a_package_of_its_group(self):
        text = "# why\n[build]\ng++ — compiles — clang\n\n[test]\n# aside\ngit — files — none\n"
        self.assertEqual(packages.listed(text), {"build": ["g++"], "test": ["git"]})

    def test_every_line_of_the_list_says_why_and_what_would_replace_it(self):
        for line in packages.LIST.read_text(encoding="utf-8").splitlines():
            if line and line[0] not in "#[":
                self.assertEqual(len(line.split(" — ")), 3, line)

    def test_the_groups_are_those_that_x_installs(self):
        groups = packages.listed(packages.LIST.read_text(encoding="utf-8"))
        self.assertEqual(set(groups), {"build", "web", "test"})


if __name__ == "__main__":
    unittest.main()
