"""What ./x package puts into the file that is handed over."""
import pathlib
import sys
import tempfile
import unittest

import delivering

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import links  # noqa: E402


class Package(unittest.TestCase):
    def test_links_to_what_is_packed_stay_and_others_become_words(self):
        page = pathlib.PurePosixPath("docs/how-to/a.md")
        text = ("[tour](../tour.md#1) [code](../../src/a.cpp) [mirror](https://example.org) "
                "[here](#there) [pack](../../packs/county/x.yaml)")
        self.assertEqual(delivering.linking_inside(text, page), text.replace(
            "[code](../../src/a.cpp)", "code"))

    def test_no_page_of_the_package_has_a_dead_link(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for file in delivering.packed_files():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (root / file).write_bytes(delivering.packed_bytes(file))
            pages = sorted(root.rglob("*.md"))
            self.assertEqual([each for page in pages for each in links.dead_links(root, page)], [])


if __name__ == "__main__":
    unittest.main()
