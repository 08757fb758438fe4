"""Every number that a text prints, whatever it counts: Arabic digits, Chinese numerals, both mixed, shares and fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.numerals import SCALES, arabic, fold_numerals, is_amount, numeral

_AR = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)*(?!\d)"  # ends where its digits do, so that a run parts in one way
_SIGN = rf"(?:{_AR}|[零〇一二两三四五六七八九十亿]|[百千万](?!分[之位点]))"
_ROUGH = r"(?:零?[余多几](?=[十百千万亿]))"
_NUMERAL = rf"{_SIGN}(?:{_SIGN}|{_ROUGH})*(?:点[零〇一二三四五六七八九]+)?"
_NUMBER = re.compile(
    rf"(?:(?=[^\d])|(?<!\d)(?<!\d[.,])(?<!(?<!\.)\.))"
    rf"(?:(?:(?P<mixed>{_NUMERAL})又)?(?P<below>(?:{_NUMERAL})?[百千万]*)分之(?P<above>{_NUMERAL})"
    rf"|(?P<over>[0-9]+)/(?P<under>[0-9]+)(?![\d/])|(?P<number>{_NUMERAL}))"
)
_FIRST = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿]")
_SCALE_ONLY = re.compile(r"[百千万亿]+")
_ARABIC = re.compile(r"[\d,]+(?:\.\d+)?")
_DROPPED = str.maketrans("", "", "余多几")


@dataclass(frozen=True, slots=True)
class Number:
    """Characters `[start, end)` of the text and the number that they write; `per` is 100 for `百分之…`, whose value is the share's.

    `value` is None where the characters write no number (十一十二).
    """

    start: int
    end: int
    value: Decimal | None
    per: int = 1


def find_numbers(text: str) -> list[Number]:
    """Every number of a text without white space, in order. A lone scale word (万) is none.

    >>> [(number.start, number.end, str(number.value)) for number in find_numbers("增长１．５倍，三万五千户，约1万6千家")]
    [(2, 5, '1.5'), (7, 11, '35000'), (14, 18, '16000')]
    """
    folded = fold_numerals(text)
    return list(_found(folded))


def _found(text: str) -> Iterator[Number]:
    at = 0
    while first := _FIRST.search(text, at):
        match = _NUMBER.match(text, first.start())
        if match is None:
            at = first.start() + 1
            continue
        at = match.end()
        start, end = match.span()
        if match["number"] is not None:
            if not _SCALE_ONLY.fullmatch(match["number"]):
                yield Number(start, end, _value(match["number"]))
        elif match["below"] and _SCALE_ONLY.fullmatch(match["below"]) and not match["mixed"]:
            yield Number(start, end, _value(match["above"]), int(numeral(match["below"]) or 1))
        elif match["below"] == "":
            at = start + 2
        else:
            yield Number(start, end, _fraction(match))


def _value(printed: str) -> Decimal | None:
    plain = printed.translate(_DROPPED)
    if plain and plain != printed and plain.rstrip("".join(SCALES)).endswith("零"):
        head = plain.rstrip("".join(SCALES))
        plain = head.rstrip("零") + plain[len(head) :]  # 一百零几万
    if _ARABIC.fullmatch(plain):
        return arabic(plain) if is_amount(plain) else None
    return numeral(plain) if plain.count(".") <= 1 else None


def _fraction(match: re.Match[str]) -> Decimal | None:
    if match["over"] is not None:
        below, above = _value(match["under"]), _value(match["over"])
    else:
        below, above = _value(match["below"]), _value(match["above"])
    whole = _value(match["mixed"]) if match["mixed"] else Decimal(0)
    return None if not below or above is None or whole is None else whole + above / below
