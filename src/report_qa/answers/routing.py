"""Which reports a question without a given report is about: by the place and the year that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report_qa.questions.noise import clean_question
from report_qa.questions.places import Gazetteer, PlaceMention
from report_qa.text.periods import ReportDates

_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=年|\D|$)")


@dataclass(frozen=True, slots=True)
class Route:
    """The reports that fit, best first; `named` says whether the question names a place or a year at all."""

    reports: tuple[str, ...]
    named: bool


def route(texts: Sequence[str], reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> Route:
    """Choose reports for a question (last of `texts`) and its history: the places of the latest turn that names one, then
    the year. One report needs no choosing.
    """
    if len(reports) == 1:
        return Route(tuple(reports), named=False)
    cleaned = [clean_question(text) for text in texts]
    places = next((found for text in reversed(cleaned) if (found := _subjects(text, gazetteer))), [])
    years = [int(year) for text in reversed(cleaned) for year in _YEAR.findall(text)]
    fitting = _fitting(places, reports, gazetteer) if places else list(reports)
    if years and fitting:
        dated = [name for name in fitting if _covers(reports[name], years[0])]
        fitting = dated or ([] if not places else fitting)
    return Route(tuple(_latest_first(fitting, reports)), named=bool(places or years))


def _subjects(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    return [place for place in gazetteer.find(text) if not place.in_name and not place.aside]


def _fitting(places: list[PlaceMention], reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> list[str]:
    """The reports of a place named; else those of the nearest place that a place named lies in, the nation left out."""
    for wanted in ("same", "inside"):
        found = [
            name
            for name, dates in reports.items()
            if any(gazetteer.relation(place, dates.place) == wanted for place in places)
            and not (wanted == "inside" and dates.place in _NATION)
        ]
        if found:
            return found
    return []


_NATION = ("全国", "中国", None)


def _covers(dates: ReportDates, year: int) -> bool:
    return year in (dates.reviews, dates.plans)


def _latest_first(names: list[str], reports: Mapping[str, ReportDates]) -> list[str]:
    return sorted(names, key=lambda name: (-(reports[name].plans or 0), name))
