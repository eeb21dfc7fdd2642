"""Every score line of every unit explains, and its arithmetic re-adds.

Walks the JSON of `benniu explain` and computes each line again from its parts, in exact fractions and
in another language; then what was published from the line's value.
"""
import decimal
import json
import unittest
from fractions import Fraction

from program import County, DEMO, run

MISSING = "missing"
QUESTIONS = (("competition", "2"), ("monthly", "2021-11"))


def number(text: str) -> Fraction | None:
    """The exact number of a value, None for one that is missing."""
    return None if text == MISSING else Fraction(text)


def half_up(value: Fraction, places: int) -> Fraction:
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


def rounded(value: Fraction | None, line: dict) -> Fraction | None:
    rounding = line.get("rounding")
    if value is None or rounding is None:
        return value
    assert rounding["mode"] == "half_up"
    return half_up(value, rounding["places"])


def summed(values: list) -> Fraction:
    return sum((value for value in values if value is not None), Fraction(0))


def of_parts(line: dict) -> object:
    """What the line's value must be by its parts; NotImplemented for lines that only name a fact."""
    what = line["what"]
    parts = line["parts"]
    values = [part["value"] for part in parts]
    if what in ("item", "let", "definition", "result"):
        return values[-1] if parts and what != "item" else rounded_item(line)
    if what == "measure":
        return values[-1]
    if what in ("add", "subtract", "multiply", "divide", "negate"):
        return arithmetic(what, values)
    if what in ("min", "max", "mean", "clamp"):
        return function(what, values)
    if what == "aggregate":
        return aggregate(line)
    if what in ("blend", "blend-part"):
        return blend(line)
    if what == "else":
        return values[0] if values[0] != MISSING else values[1]
    if what == "choose":
        return values[-1]
    if what == "group":
        return of_group(line)
    if what == "context" and parts:  # whether it is vetoed
        return values[-1]
    if what == "rank":
        return Fraction(place_in(line["order"]))
    if what == "award":
        return "yes" if is_proposed(line) else "no"
    return NotImplemented


def of_group(line: dict) -> object:
    numbers = [number(each["value"]) for each in line["members"]]
    numbers = [each for each in numbers if each is not None]
    wanted = {"min": min, "max": max, "sum": sum, "mean": lambda all_: sum(all_) / len(all_)}
    return wanted[line["function"]](numbers) if line["function"] in wanted else NotImplemented


def key_of(unit: dict) -> list:
    """Greater first: yes before no, numbers by size, what is missing last."""
    words = {"yes": Fraction(1), "no": Fraction(0)}
    return [
        (key != MISSING, words[key] if key in words else Fraction(key) if key != MISSING else 0)
        for key in unit["keys"]
    ]


def place_in(order: dict) -> int:
    """The place of the only unit that is not named as level, counted again from everybody's keys."""
    units, level = order["units"], order["level"]
    own = next(each for each in units if each["place"] == order["place"] and each["unit"] not in level)
    keys, mine = [key_of(each) for each in units], key_of(own)
    assert keys == sorted(keys, reverse=order["from"] == "top"), order
    for word, is_nearer in (("ahead", -1), ("behind", 1)):
        check_difference(order, own, word, is_nearer)
    better = [each for each in keys if (each > mine if order["from"] == "top" else each < mine)]
    return len(better) + 1


def check_difference(order: dict, own: dict, word: str, step: int) -> None:
    """The neighbour is the next who is not level, and the key is the first that differs."""
    units = order["units"]
    at = units.index(own)
    others = units[:at][::-1] if step < 0 else units[at + 1 :]
    other = next((each for each in others if each["keys"] != own["keys"]), None)
    assert (other is None) == (word not in order), order
    if other is None:
        return
    number_ = next(i for i, key in enumerate(own["keys"]) if key != other["keys"][i])
    told = order[word]
    assert told["unit"] == other["unit"] and told["key"] == order["keys"][number_], told
    assert (told["own"], told["other"]) == (own["keys"][number_], other["keys"][number_]), told


def is_proposed(line: dict) -> bool:
    conditions = line["parts"]
    if "order" not in line:
        return all(each["value"] == "yes" for each in conditions)
    order, quota = line["order"], Fraction(line["parts"][0]["value"])
    assert Fraction(order["quota"]) == quota
    assert place_in(order) == order["place"]
    assert order["inside"] == (order["place"] <= quota), order
    return order["inside"] and all(each["value"] == "yes" for each in conditions[1:])


def rounded_item(line: dict) -> object:
    if not line["parts"]:  # in a condition of an award it is told by its value alone
        return NotImplemented
    exact = number(line["parts"][-1]["value"])
    if "unrounded" in line:
        assert number(line["unrounded"]) == exact
    return rounded(exact, line)


def arithmetic(what: str, values: list[str]) -> object:
    if any("-" in value[1:] for value in values):  # dates: days between
        return NotImplemented
    numbers = [number(value) for value in values]
    if None in numbers:
        return None
    if what == "negate":
        return -numbers[0]
    left, right = numbers
    if what == "divide":
        return None if right == 0 else left / right
    return {"add": left + right, "subtract": left - right, "multiply": left * right}[what]


def function(what: str, values: list[str]) -> Fraction | None:
    numbers = [number(value) for value in values]
    if None in numbers:
        return None
    if what == "clamp":
        return max(numbers[1], min(numbers[0], numbers[2]))
    return {"min": min(numbers), "max": max(numbers), "mean": sum(numbers) / len(numbers)}[what]


def aggregate(line: dict) -> object:
    amounts = [fact["amount"] for fact in line["counted"]]
    kind = line["function"]
    if kind == "count":
        return Fraction(len(amounts))
    if kind == "count-distinct":
        return Fraction(len(set(amounts)))
    if kind == "any":
        return "yes" if amounts else "no"
    numbers = [number(amount) for amount in amounts]
    if kind == "sum":
        return summed(numbers)
    return sum(numbers) / len(numbers) if numbers else None


def blend(line: dict) -> Fraction | None:
    told = line["blend"]
    weights, to = Fraction(told["weights"]), Fraction(told["to"])
    total, counts = Fraction(0), False
    for part in told["parts"]:
        value, weight = number(part["value"]), Fraction(part["weight"])
        if value is None or weight == 0:
            assert part["points"] == MISSING
            continue
        points = rounded(weight * to / weights * value, line)
        assert number(part["points"]) == points, part
        total, counts = total + points, True
    return total if counts else NotImplemented


class Explanations(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.county = County("望海县", DEMO / "inputs")
        cls.county.import_inputs()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.county.__exit__()

    def test_every_line_of_every_unit_re_adds(self) -> None:
        for method, period in QUESTIONS:
            table = self.county.standings(method, period).decode().split("\r\n")[1:-1]
            for row in table:
                unit = row.split(",")[0]
                told = run("explain", self.county.path, method, period, unit, "--json").stdout
                with self.subTest(method=method, unit=unit):
                    self.check_unit(json.loads(told))

    def test_any_award_rank_or_name_of_the_method_can_be_asked_for_alone(self) -> None:
        for item, what in (
            ("蓝旗", "award"), ("名次", "rank"), ("一票否决", "context"), ("R", "measure"),
            ("减分", "item"), ("签约数", "measure"),
        ):
            words = ("explain", self.county.path, "competition", "2", "天湖镇", item)
            (line,) = json.loads(run(*words, "--json").stdout)["lines"]
            self.assertEqual(line["line"]["what"], what)
            self.assertIn(line["article"], run(*words).stdout)

    def test_the_terminal_tells_it_in_both_languages(self) -> None:
        for method, period in QUESTIONS:
            table = self.county.standings(method, period).decode().split("\r\n")[1:-1:6]
            for row in table:
                unit = row.split(",")[0]
                for language in ("zh-CN", "en"):
                    told = run("--lang", language, "explain", self.county.path, method, period, unit)
                    with self.subTest(method=method, unit=unit, language=language):
                        self.check_words(told.stdout, language)

    def check_words(self, told: str, language: str) -> None:
        self.assertNotRegex(told, r"cli\.|formula\.|[{}]|\[\[|\]\]|  ,| :|,,")
        if language == "zh-CN":
            self.assertNotRegex(told, r"\b(missing|yes|no|where|not|and|unit|group)\b")
        else:
            self.assertNotRegex(told, "[，；：]|缺项|不计|满足")

    def check_unit(self, told: dict) -> None:
        self.lines = 0
        kinds = {}
        for column in told["lines"]:
            line = column["line"]
            self.assertTrue(column["article"], column["column"])
            self.check_line(line)
            self.check_published(column["shown"], line)
            kinds[line["what"]] = kinds.get(line["what"], []) + [column]
        self.assertGreater(self.lines, 50)
        self.check_outcome(told, kinds)

    def check_outcome(self, told: dict, kinds: dict) -> None:
        """Rank, veto and awards are explained for every unit, as published."""
        (rank,), (veto,), (awards,) = kinds["rank"], kinds["context"], kinds["awards"]
        self.assertEqual(rank["line"]["value"], str(told["rank"]))
        self.assertEqual(veto["line"]["value"], "yes" if told["vetoed"] else "no")
        self.assertEqual({effect["name"] for effect in veto["line"]["effects"]} & {"rank"}, {"rank"})
        proposed = [each["title"] for each in awards["line"]["parts"] if each["value"] == "yes"]
        self.assertEqual("、".join(proposed), awards["shown"])
        self.assertEqual(awards["line"]["value"], awards["shown"])
        self.assertGreater(len(awards["line"]["parts"]), 1)
        for award in awards["line"]["parts"]:
            self.assertTrue(award["article"])

    def check_line(self, line: dict) -> None:
        self.lines += 1
        wanted = of_parts(line)
        if wanted is not NotImplemented:
            found = line["value"] if isinstance(wanted, str) else number(line["value"])
            self.assertEqual(found, wanted, line["formula"])
        for part in line["parts"]:
            self.check_line(part)
        for fact in line.get("counted", []):
            self.assertTrue(fact["facts"] and fact["source"]["row"] > 0, fact)
            self.assertTrue(fact["seen"], fact)
            for part in fact.get("parts", []):
                self.check_line(part)
                self.assertEqual(part["value"], fact["amount"])
        for fact in line.get("not_counted", []):
            self.assertTrue(fact["condition"] and fact["source"]["row"] > 0, fact)
            self.assertTrue(fact["article"] and fact["seen"], fact)

    def check_published(self, shown: str, line: dict) -> None:
        try:
            published = Fraction(decimal.Decimal(shown))
        except decimal.InvalidOperation:
            return
        places = len(shown.partition(".")[2])
        self.assertEqual(half_up(Fraction(line["value"]), places), published)


if __name__ == "__main__":
    unittest.main()
