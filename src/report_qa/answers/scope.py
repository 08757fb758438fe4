"""Whether a question is about another place than the report, and whether what was found speaks of that place."""

from __future__ import annotations

import re

from report_qa.answers.asked import Asked
from report_qa.answers.folding import fold
from report_qa.answers.outcome import Outcome
from report_qa.questions.places import Gazetteer, PlaceMention
from report_qa.questions.question import Intent
from report_qa.questions.turn import Reader


def elsewhere(asked: Asked, outcome: Outcome | None, reader: Reader) -> bool:
    """Whether the question names a place that is not the report's own, and no quotation of the outcome names it."""
    own = asked.view.dates.place
    gazetteer = reader.gazetteer
    strange = [place for place in asked.question.places if place.codes and not place.aside and not place.in_name]
    strange = [
        place
        for place in strange
        if gazetteer.relation(place, own) == "outside" or _whole(asked, place, gazetteer, own)
    ]
    if outcome is None:
        return bool(strange)
    quoted = fold("".join(citation.quote for citation in outcome.draft.citations()))
    return any(not _named(place, quoted) for place in strange)


def _whole(asked: Asked, place: PlaceMention, gazetteer: Gazetteer, own: str | None) -> bool:
    """Whether the question is about a larger place that holds the report's own, and not only ranks within it."""
    if gazetteer.relation(place, own) != "contains" or asked.question.intent not in (Intent.FIGURE, Intent.COMPARE):
        return False
    return (place.start <= 1 and place.codes != ("000000",)) or re.match(
        r"(?:全[国省区市]|的|去年|今年|\d{4}年|GDP|gdp|地区)", asked.question.clean[place.end :]
    ) is not None


def _named(place: PlaceMention, quoted: str) -> bool:
    return fold(place.name) in quoted
