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
    return NotImplemented


def rounded_item(line: dict) -> object:
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

    def check_unit(self, told: dict) -> None:
        self.lines = 0
        for column in told["lines"]:
            line = column["line"]
            if line:
                self.check_line(line)
                self.check_published(column["shown"], line)
        self.assertGreater(self.lines, 50)

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
            for part in fact.get("parts", []):
                self.check_line(part)
                self.assertEqual(part["value"], fact["amount"])
        for fact in line.get("not_counted", []):
            self.assertTrue(fact["condition"] and fact["source"]["row"] > 0, fact)

    def check_published(self, shown: str, line: dict) -> None:
        try:
            published = Fraction(decimal.Decimal(shown))
        except decimal.InvalidOperation:
            return
        places = len(shown.partition(".")[2])
        self.assertEqual(half_up(Fraction(line["value"]), places), published)


if __name__ == "__main__":
    unittest.main()
