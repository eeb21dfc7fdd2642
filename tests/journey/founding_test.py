"""`benniu init`: what it holds a pack to, and what it leaves behind when it fails."""
import pathlib
import resource
import shutil
import tempfile
import unittest

from program import ROOT, run

PACK = ROOT / "packs" / "county"
# More than any file of the pack has, less than a new ledger.
SMALL_FILES = 30_000


class Founding(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.county = self.folder / "county"

    def init(self, pack: pathlib.Path, **how: object) -> str:
        return run("init", self.county, "--pack", pack, "--name", "望海县", **how).stderr

    def test_a_bare_name_is_a_folder_where_one_stands(self) -> None:
        run("init", "望海", "--pack", PACK, "--name", "望海县", cwd=self.folder)
        run("verify", "望海", cwd=self.folder)
        run("verify", self.folder / "望海")

    def test_a_folder_that_is_there_and_empty_is_taken(self) -> None:
        self.county.mkdir()
        self.init(PACK)
        run("verify", self.county)

    def test_mistakes_of_every_part_of_the_pack_are_told_with_their_places(self) -> None:
        pack = shutil.copytree(PACK, self.folder / "pack")
        self.replace(pack / "methods" / "monthly.md", "round 2", "round zwei")
        self.replace(pack / "import" / "平安事件.yaml", "must_have:", "must_hvae:")
        self.replace(pack / "bulletin" / "bulletin.yaml", "addressee:", "adressee:")
        told = self.init(pack, expect=1)
        for place in ("methods/monthly.md", "import/平安事件.yaml", "bulletin/bulletin.yaml"):
            line = next((line for line in told.splitlines() if place in line), "")
            self.assertRegex(line, r"第 \d+ 行", f"{place}:\n{told}")
        self.assertFalse(self.county.exists())

    def test_a_faulty_ledger_is_not_blamed_on_the_profiles_that_fill_it(self) -> None:
        pack = shutil.copytree(PACK, self.folder / "pack")
        self.replace(pack / "ledgers" / "平安事件.yaml", "type: date", "type: dat")
        told = self.init(pack, expect=1)
        self.assertIn("ledgers/平安事件.yaml", told)
        self.assertNotIn("import/", told)

    def test_a_full_disk_leaves_no_half_made_folder(self) -> None:
        self.init_on_a_full_disk()
        self.assertFalse(self.county.exists())

    def test_a_folder_that_was_there_stays_and_stays_empty(self) -> None:
        self.county.mkdir()
        self.init_on_a_full_disk()
        self.assertEqual(list(self.county.iterdir()), [])

    def init_on_a_full_disk(self) -> None:
        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_FILES, SMALL_FILES))

        # Python ignores the signal that would end the program, and so does its child then.
        self.init(PACK, expect=3, preexec_fn=limit, restore_signals=False)

    def replace(self, path: pathlib.Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), "utf-8")


if __name__ == "__main__":
    unittest.main()
