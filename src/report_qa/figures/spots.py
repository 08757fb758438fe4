"""`Spot`: a run of quantities that share one subject, with the words around it; `Named`: a quantity with what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.changes import read_left
from report_qa.figures.clauses import Clause
from report_qa.figures.lists import JOINS, items_of
from report_qa.figures.nouns import SIZE_OF
from report_qa.figures.quantity import Quantity
from report_qa.figures.words import strip_leading, strip_trailing

_ENDS = frozenset(("", *"、，,；;。和与及"))
_EXCEEDS = frozenset(("突破", "超", "超过", "逾"))
_LINK = re.compile(r"[、和与及]")
_NUMBER_LEFT = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?[、和与及]$")
_MARK = re.compile(r"^(?:大关|台阶|关口)")


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with its metric and change. `starting` marks the value that a change starts from (从75%提高到…)."""

    quantity: Quantity
    metric: str
    change: str | None
    clause: Clause
    starting: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of quantities that share one subject: the words left of the first, the words right of the last."""

    clause: Clause
    quantities: tuple[Quantity, ...]
    left: str
    right: str
    apart: bool  # joined by 分别
    inside: bool  # a quantity stands before it in its clause


def find_spots(text: str, clauses: Sequence[Clause]) -> list[Spot]:
    """The spots of a sentence, in order; each of its quantities stands in one."""
    spots: list[Spot] = []
    flat = [(clause, quantity) for clause in clauses for quantity in clause.quantities]
    at = 0
    while at < len(flat):
        clause, first = flat[at]
        inside = at > 0 and flat[at - 1][0] is clause
        left = _MARK.sub("", text[flat[at - 1][1].end if inside else clause.start : first.start])
        left = _NUMBER_LEFT.sub("", left)
        apart = "分别" in left
        run = [first]
        while at + len(run) < len(flat) and _joined(text, run[-1], *flat[at + len(run)], clause, apart):
            run.append(flat[at + len(run)][1])
        run = _listed(text, left, run, [quantity for held, quantity in flat[at:] if held is clause])
        at += len(run)
        following = flat[at] if at < len(flat) else None
        last = next(held for held, quantity in flat if quantity is run[-1])
        stop = following[1].start if following and following[0] is last else last.end
        spots.append(Spot(clause, tuple(run), left, text[run[-1].end : stop], apart, inside))
    return spots


def _joined(text: str, last: Quantity, clause: Clause, following: Quantity, own: Clause, apart: bool) -> bool:
    between = text[last.end : following.start]
    if not JOINS.match(between):
        return False
    if clause is not own:
        return apart and last.unit == following.unit and text[following.end : following.end + 1] in _ENDS
    if not apart and following.qualifier in _EXCEEDS and following.qualifier != last.qualifier:
        return False  # 新增1700公里、突破7000公里: two things are said of one subject
    return apart or (_basic(last.unit) == _basic(following.unit) and bool(between))


def _listed(text: str, left: str, run: list[Quantity], behind: Sequence[Quantity]) -> list[Quantity]:
    """原煤、天然气产量达到a吨、b立方米: as many numbers in a row as the subject lists, whatever their units."""
    count = 1
    while count < len(behind) and _LINK.fullmatch(text[behind[count - 1].end : behind[count].start]):
        count += 1
    if (
        count <= len(run)
        or not _LINK.search(left)
        or text[behind[count - 1].end : behind[count - 1].end + 1] not in _ENDS
    ):
        return run
    subject = read_left(left, run[0].unit).subject
    return list(behind[:count]) if items_of(subject, count) else run


def _basic(unit: str | None) -> str | None:
    """元/月 and 元/年 are units of one kind."""
    return unit.partition("/")[0] if unit else unit


def words_behind(text: str, spot: Spot) -> str:
    """The words right of a number; where only 的 parts it from the next number, those right of that one."""
    if spot.right not in ("", "的") and not SIZE_OF.search(spot.right):
        return spot.right
    ends = [spot.clause.end, *(quantity.start for quantity in reversed(spot.clause.quantities))]
    for quantity in spot.clause.quantities:
        if quantity.start >= spot.quantities[-1].end:
            stop = min(end for end in ends if end >= quantity.end)
            if text[quantity.end : stop]:
                return (spot.right if spot.right == "的" else "") + text[quantity.end : stop]
    return spot.right


def fallback(text: str, spot: Spot) -> str:
    """The clause without its numbers, for a figure whose metric nothing else names."""
    return wordless(text, spot.clause) or text[spot.quantities[0].start : spot.quantities[0].end]


def wordless(text: str, clause: Clause) -> str:
    """A clause without its numbers."""
    words = text[clause.start : clause.end]
    for quantity in clause.quantities:
        words = words.replace(text[quantity.start : quantity.end], "")
    return strip_trailing(strip_leading(words))
