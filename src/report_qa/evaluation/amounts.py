"""`Amount`: the numbers that stand in a text, each whole, with scale word, range and the qualifiers that adjoin it.

Written apart from the extractor of `figures/`, so that an error there cannot hide itself here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
SCALES |= {f"{front}{word}": size * SCALES[word] for front, size in (("十", 10), ("百", 100), ("千", 1000))
           for word in ("万", "亿", "万亿")}  # fmt: skip
BEFORE = ("不低于", "不少于", "不超过", "不高于", "至少", "最多", "超过", "突破", "超", "近", "约", "逾")
BEHIND = ("以上", "以下", "左右", "以内", "之内", "上下", "余", "多")
_SCALE = r"[十百千]?万亿|[十百千]?[万亿]"
_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_PLACES = {"十": 10, "百": 100, "千": 1000}
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<arabic>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?!\d)(?P<inner>[余多])?(?P<scale>{_SCALE})?"
    rf"|(?P<han>[零〇一二三四五六七八九十两][零〇一二三四五六七八九十百千两万亿]*)"
)
_TO = re.compile(r"(?P<unit>[^\d\s,，、。;；()（）]{0,4}?)(?:[-–—―~]{1,2}|至|到)")
_ENCLOSED = re.compile("[①-⓿❶-➓㈠-㉃㊀-㊉²³¹⁰⁴-⁹₀-₉]")
_MARK = re.compile(r"\[\d+(?:[-,、–]\d+)*\]")
_SPACE = re.compile(r"(?<![0-9A-Za-z.,])\s+|\s+(?![0-9A-Za-z.,])")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at characters `[start, end)` of a folded text, its scale word and a 余 or 多 after it included.

    `number` is as printed, `scale` its scale word's size, `number_to` and `scale_to` are a range's upper end.
    `inner` is the qualifier between number and unit. `han` says that it is written in Chinese numerals.
    """

    start: int
    end: int
    number: Decimal
    scale: int = 1
    inner: str | None = None
    han: bool = False
    number_to: Decimal | None = None
    scale_to: int = 1

    @property
    def total(self) -> tuple[Decimal, Decimal | None]:
        """The amount in units, and a range's upper end."""
        return self.number * self.scale, None if self.number_to is None else self.number_to * self.scale_to


def fold(text: str) -> str:
    """NFKC without white space, citation marks and enclosed digits; between Latin words or numbers one space stays.

    >>> fold("达到 ２５.5 亿斤 [1]，in 2021 8%")
    '达到25.5亿斤、in 2021 8%'
    """
    text = unicodedata.normalize("NFKC", _ENCLOSED.sub(" ", text).replace("，", "、"))
    return re.sub(r"\s+", " ", _SPACE.sub("", _MARK.sub(" ", text).strip()))


def squash(text: str) -> str:
    """The text without any white space: how hard-wrapped or spaced-out source lines are read."""
    return re.sub(r"\s+", "", text)


def scan(text: str) -> tuple[Amount, ...]:
    """The amounts of a folded text, in order; `2万至3万` is one range.

    >>> [str(amount.number) for amount in scan("2021年增长8.5%")]
    ['2021', '8.5']
    """
    found: list[Amount] = []
    for amount in scan_numbers(text):
        joined = _range(text, found[-1], amount) if found else None
        if joined is None:
            found.append(amount)
        else:
            found[-1] = joined
    return tuple(found)


def scan_numbers(text: str) -> tuple[Amount, ...]:
    """The single numbers of a folded text, in order; a range's ends apart."""
    amounts = (_amount(text, match) for match in _NUMBER.finditer(text))
    return tuple(amount for amount in amounts if amount is not None)


def han_number(text: str) -> int | None:
    """The value of a whole number in Chinese numerals, or None where it is none (`十四五`).

    >>> han_number("三万五千"), han_number("二〇二一"), han_number("十四五")
    (35000, 2021, None)
    """
    if len(text) > 1 and all(character in _HAN_DIGITS for character in text):
        return int("".join(str(_HAN_DIGITS[character]) for character in text)) if "〇" in text else None
    total = 0
    for word, size in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = text.partition(word)
        if found:
            part = _below_ten_thousand(head)
            if not part:
                return None
            total, text = total + part * size, rest
    rest_value = _below_ten_thousand(text)
    return None if rest_value is None else total + rest_value


def _below_ten_thousand(text: str) -> int | None:
    """Digits and places in falling order; an empty text is 0."""
    total, digit, last = 0, None, 10**4
    for at, character in enumerate(text):
        if character in _HAN_PLACES:
            place = _HAN_PLACES[character]
            if place >= last or (digit is None and not (at == 0 and place == 10)):
                return None
            total, digit, last = total + (1 if digit is None else digit) * place, None, place
        elif character in _HAN_DIGITS and digit in (None, 0):
            digit = _HAN_DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    end = match.end()
    if match["han"] is not None:
        value = han_number(match["han"])
        if value is None:
            return None
        inner = _inner(text, end)
        return Amount(match.start(), end + len(inner or ""), Decimal(value), 1, inner, han=True)
    number = Decimal(match["arabic"].replace(",", ""))
    inner = match["inner"]
    if inner is None and (inner := _inner(text, end)) is not None:
        end += len(inner)
    return Amount(match.start(), end, number, SCALES[match["scale"] or ""], inner)


def _inner(text: str, end: int) -> str | None:
    """A 余 or 多 that stands between number and unit (not the 余 of 余额)."""
    following = text[end : end + 1]
    return following if following in ("余", "多") and text[end : end + 2] != "余额" else None


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    """Two numbers as one range where only a unit (that of the second) and 至, 到 or a dash stand between them."""
    between = _TO.fullmatch(text[first.end : second.start])
    if between is None or first.number_to is not None or first.han != second.han:
        return None
    if text[: first.start].endswith(("由", "从", "自")) or not text.startswith(between["unit"], second.end):
        return None
    scale = second.scale if first.scale == 1 and not between["unit"] else first.scale
    return Amount(first.start, second.end, first.number, scale, second.inner, first.han, second.number, second.scale)
