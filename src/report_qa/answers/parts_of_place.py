"""Which part of the report's place a clause speaks of, held against the part that a statement names."""

from __future__ import annotations

import re
from enum import Enum

from report_qa.answers.asked import Asked
from report_qa.questions.places import Gazetteer, PlaceMention


class Bearer(Enum):
    """The part of the place that a clause names: that of the statement, another, or none."""

    SAME = "same"
    OTHER = "other"
    NONE = "none"


def bearer_in(asked: Asked, clause: str, head: int) -> Bearer:
    """Which part a clause speaks of where it says the statement's most telling word, at code point `head`; `NONE` where the
    statement or the clause names no part of the report's place.
    """
    if asked.gazetteer is None:
        return Bearer.NONE
    stated = _parts(asked, list(asked.question.places))
    printed = _parts(asked, asked.gazetteer.find(clause)) if stated else []
    if not printed:
        return Bearer.NONE
    near = _near(clause, head, printed)
    if any(_related(asked.gazetteer, one, other) for one in stated for other in near):
        return Bearer.SAME
    return Bearer.OTHER


def _parts(asked: Asked, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places that lie in the report's own."""
    home, gazetteer = asked.view.dates.place, asked.gazetteer
    return [
        place
        for place in places
        if gazetteer is not None and place.codes and not place.aside and gazetteer.relation(place, home) == "inside"
    ]


def _near(clause: str, head: int, printed: list[PlaceMention]) -> list[PlaceMention]:
    """The place of the item that holds the head, with those that are listed right before it (京山、沙洋入选); all where the item
    names none.
    """
    bounds = [0, *(match.end() for match in re.finditer("、", clause)), len(clause) + 1]
    start = max(bound for bound in bounds if bound <= head)
    end = min(bound for bound in bounds if bound > head)
    own = [place for place in printed if start <= place.start < end]
    if not own:
        return printed
    while (
        before := next((one for one in printed if re.fullmatch("、", clause[one.end : own[0].start])), None)
    ) is not None and before not in own:
        own.insert(0, before)
    return own


def _related(gazetteer: Gazetteer, one: PlaceMention, other: PlaceMention) -> bool:
    return any(
        gazetteer.contains(outer, inner) or gazetteer.contains(inner, outer)
        for outer in one.codes
        for inner in other.codes
    )
