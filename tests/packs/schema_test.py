"""The JSON Schemas that a pack gives its editors say what the program says of the pack's YAML."""
import copy
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))
from program import ROOT, run

PACK = ROOT / "packs" / "county"
MARK = "# yaml-language-server: $schema="
UNHEARD_OF = "unheard_of"


class Loader(yaml.SafeLoader):
    """Dates stay as they are written, as the program reads them."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for letter, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def pages() -> list[pathlib.Path]:
    return sorted(PACK.rglob("*.yaml"))


def schema_of(page: pathlib.Path) -> dict:
    """The schema that the page's first line names, as an editor finds it."""
    first = page.read_text("utf-8").splitlines()[0]
    assert first.startswith(MARK), f"{page} names no schema in its first line"
    return json.loads((page.parent / first.removeprefix(MARK)).read_text("utf-8"))


def content(page: pathlib.Path) -> object:
    return yaml.load(page.read_text("utf-8"), Loader)


def is_valid(value: object, schema: dict) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(value)


def spoiled(value: object) -> list[tuple[str, object]]:
    """The same with one member too many, and with one too few for each of its members."""
    more = copy.deepcopy(value)
    more[UNHEARD_OF] = "x"
    variants = [("with an unheard-of member", more)]
    for name in value:
        less = copy.deepcopy(value)
        del less[name]
        variants.append((f"without {name}", less))
    return variants


class Schemas(unittest.TestCase):
    def test_every_page_of_the_pack_is_valid(self) -> None:
        for page in pages():
            with self.subTest(page=page.name):
                jsonschema.validate(content(page), schema_of(page), jsonschema.Draft202012Validator)

    def test_schemas_are_schemas(self) -> None:
        for path in (PACK / "schema").glob("*.json"):
            jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))

    def test_types_and_choices_of_a_field_are_closed(self) -> None:
        schema = schema_of(PACK / "ledgers" / "参评单位.yaml")
        for member, word in (("type", "money2"), ("at_least", 1), ("when_blank", "never")):
            value = content(PACK / "ledgers" / "参评单位.yaml")
            value["fields"][0][member] = word
            self.assertFalse(is_valid(value, schema), member)

    def test_program_and_schema_refuse_the_same(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            pack = pathlib.Path(folder, "pack")
            shutil.copytree(PACK, pack)
            for name in ("ledgers/招商项目.yaml", "import/经济指标.yaml", "import/通用词.yaml",
                         "import/地图-项目位置.yaml", "bulletin/bulletin.yaml", "posts.yaml"):
                original = (pack / name).read_text("utf-8")
                for what, value in spoiled(content(PACK / name)):
                    with self.subTest(page=name, spoiled=what):
                        (pack / name).write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
                        self.assertEqual(is_valid(value, schema_of(PACK / name)),
                                         self.is_taken(pack, name, folder), what)
                (pack / name).write_text(original, "utf-8")

    def is_taken(self, pack: pathlib.Path, name: str, folder: str) -> bool:
        """Whether a county can be founded on the pack, or only another page is at fault."""
        county = pathlib.Path(folder, "county")
        shutil.rmtree(county, ignore_errors=True)
        done = run("init", county, "--pack", pack, "--name", "甲县", expect=None)
        self.assertIn(done.returncode, (0, 1))
        said = done.stdout + done.stderr
        own = [line for line in said.splitlines() if name in line and "schema" not in line]
        return done.returncode == 0 or not any("missing-member" in line or "unknown-member" in line
                                               or "not-a-" in line or "empty" in line
                                               for line in own)


if __name__ == "__main__":
    unittest.main()
