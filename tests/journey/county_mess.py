"""How offices write the same thing in many ways (competition.md article 4), and how they get it wrong.

Every function takes the seed's random generator first, and a true value; it returns what stands in the cell.
"""

import datetime
from decimal import Decimal

DATE_FORMS = ["{y}-{m}-{d}", "{y}-{m:02}-{d:02} ", "{y}/{m}/{d}", "{y}/{m:02}/{d:02}", "{y}.{m}.{d}",
              "{y}年{m}月{d}日", " {y}年{m:02}月{d:02}日"]
NO_SUCH_DATES = ["2021-02-30", "2021-2-29", "2021.9.31", "2021/11/31", "2021年6月31日", "2021.13.5", "２０２１．４．３１",
                 "2021-11-00", "2021/04/31 ", "２０２１年２月３０日"]
NO_NUMBERS = ["两起", "若干", "无", "未统计"]


def full_width(text):
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def some_full_width(rng, text, chance):
    return full_width(text) if rng.random() < chance else text


def spaced(rng, text, chance=0.06):
    """Spaces, also full-width ones, around a cell's text."""
    return rng.choice([" {}", "{} ", "{}\u3000", "\u3000{} "]).format(text) if rng.random() < chance else text


def day(rng, value):
    """A date as a date cell or in one of the text forms."""
    if value is None:
        return None
    if rng.random() < 0.55:
        return datetime.datetime(value.year, value.month, value.day)
    text = rng.choice(DATE_FORMS).format(y=value.year, m=value.month, d=value.day)
    return some_full_width(rng, text, 0.15)


def plain(value):
    return format(Decimal(value).normalize(), "f")


def cell_number(value):
    """A number as a numeric cell holds it: the shortest decimal is the value."""
    value = Decimal(value)
    return int(value) if value == value.to_integral_value() else float(value)


def with_commas(value):
    return format(Decimal(plain(value)), ",f")


def number(rng, value):
    """A number as a numeric cell or as text with commas, full width, spaces."""
    if value is None or rng.random() < 0.75:
        return None if value is None else cell_number(value)
    return spaced(rng, some_full_width(rng, rng.choice([plain, with_commas])(value), 0.5), 0.3)


def amount(rng, value):
    """An amount in 万元, bare or with its unit."""
    if rng.random() < 0.6:
        return number(rng, value)
    text = rng.choice([plain(value) + "万元", with_commas(value) + "万元", plain(Decimal(value) / 10000) + "亿元"])
    return spaced(rng, some_full_width(rng, text, 0.3), 0.2)


def unit(rng, who):
    """A unit by its name or one of its aliases."""
    name = who.name if rng.random() < 0.65 else rng.choice([who.name] + who.aliases)
    return spaced(rng, some_full_width(rng, name, 0.2))


def word(rng, text):
    return None if text is None else spaced(rng, text, 0.03)


def verdict(rng, value):
    """通过 / 不通过 / 待核 in words, by sign, or left empty."""
    return word(rng, rng.choice({"通过": ["通过", "√"], "不通过": ["不通过", "×"], "待核": ["待核", None]}[value]))


def no_unit(rng, units):
    """A name that looks like a unit of the county and is none."""
    known = {name for u in units for name in [u.name] + u.aliases}
    near = [n for u in units for n in (u.name + "村", u.name[:-1], u.name + "筹备组", "原" + u.name)]
    return rng.choice([n for n in near + ["县外招商公司", "东方新区", "全县"] if n not in known])


def bad_number(rng, zero_is_bad, may_be_words):
    """A quantity that is empty, negative, zero where that is refused, or no number."""
    bad = [None, -1, "-5", "－５０００", "-1,200", "  "] + [0, "0", "０"] * zero_is_bad
    return rng.choice(bad + NO_NUMBERS * may_be_words)


# ---- credit codes (GB 32100-2015) -----------------------------------------------------------

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_character(first_17):
    total = sum(CODE_ALPHABET.index(c) * 3 ** i for i, c in enumerate(first_17))
    return CODE_ALPHABET[(31 - total % 31) % 31]


def code(rng):
    """A code whose 18th character is right; the organisation's own check character is not kept."""
    body = "91" + "".join(rng.choice("0123456789") for _ in range(6)) + "".join(
        rng.choice(CODE_ALPHABET) for _ in range(9))
    return body + check_character(body)


def bad_code(rng, good):
    """A wrong last character, a wrong length, a character outside the alphabet, two digits swapped."""
    wrong = rng.choice([c for c in CODE_ALPHABET if c != good[17]])
    place = rng.randrange(2, 17)
    changed = rng.choice([c for c in CODE_ALPHABET if c != good[place]])
    return rng.choice([good[:17] + wrong, good[:17], good + "0", good[:place] + rng.choice("IOSVZ") + good[place + 1:],
                       good[:17] + rng.choice("IOSVZ"), good[:place] + changed + good[place + 1:]])
