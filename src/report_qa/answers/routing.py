"""Which reports a question without a given report is about: by the place and the year that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from report_qa.answers.naming import Names, of_nation, read_names
from report_qa.questions.places import NATION, Gazetteer, PlaceMention
from report_qa.text.periods import ReportDates, Status


@dataclass(frozen=True, slots=True)
class Route:
    """The reports that fit, best first; `named` says whether the question names a place or a year at all.

    `texts` are the turns as the report is to be asked. Of reports of one place the first `tries` are asked in turn until
    one answers; `covered` is False where none of them reviews or plans a year that is named.
    """

    reports: tuple[str, ...]
    named: bool
    texts: tuple[str, ...] = field(default=(), compare=False)
    tries: int = field(default=1, compare=False)
    covered: bool = field(default=True, compare=False)


def route(texts: Sequence[str], reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> Route:
    """Choose reports for a question (last of `texts`) and its history: the places of the latest turn that names one, then
    the year. One report needs no choosing.
    """
    if len(reports) == 1:
        return Route(tuple(reports), named=False, texts=tuple(texts))
    return route_names(read_names(texts, gazetteer), reports, gazetteer)


def route_names(names: Names, reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> Route:
    """Choose reports by what is named."""
    fitting = reports_of(names, reports, gazetteer)
    placed = bool(names.places or names.nation)
    named = placed or bool(names.years) or names.edition is not None
    if names.edition is not None:
        chosen = [name for name in fitting if names.edition in (reports[name].this, _delivered(reports[name]))]
        return Route(_latest_first(chosen, reports), named, names.texts)
    if not names.years:
        return Route(_latest_first(fitting, reports), named, names.texts)
    dated = dated_first(fitting, names.years, names.status or ("target" if names.open_text else None), reports)
    if dated or not placed:
        return Route(tuple(dated), named, names.texts, tries=len(dated))
    nearest = sorted(fitting, key=lambda name: (abs((reports[name].last or 0) - names.years[-1]), name))
    return Route(tuple(nearest), named, names.texts, tries=1, covered=False)


def reports_of(names: Names, reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> list[str]:
    """The reports of the places named; all where none is."""
    if names.nation:
        return [name for name, dates in reports.items() if of_nation(dates.place, gazetteer)]
    return reports_at(names.places, reports, gazetteer) if names.places else list(reports)


def reports_at(places: Sequence[PlaceMention], reports: Mapping[str, ReportDates], gazetteer: Gazetteer) -> list[str]:
    """The reports of a place named; else those of the nearest place that a place named lies in, the nation left out; else,
    of a region across provinces, those of its members.
    """
    related = {name: {gazetteer.relation(place, dates.place) for place in places} for name, dates in reports.items()}
    if same := [name for name in reports if "same" in related[name]]:
        return same
    inside = [
        name for name, dates in reports.items() if "inside" in related[name] and not of_nation(dates.place, gazetteer)
    ]
    if inside:
        depth = {name: _depth(reports[name].place, gazetteer) for name in inside}
        return [name for name in inside if depth[name] == max(depth.values())]
    if all(place.level == "region" for place in places):
        return [name for name in reports if "contains" in related[name]]
    return []


def dated_first(
    names: Sequence[str], years: Sequence[int], status: Status | None, reports: Mapping[str, ReportDates]
) -> list[str]:
    """The reports that review or plan one of some years; those first that have the most of them, then by what is asked for:
    the plan of a target, else the review.
    """
    found = [name for name in names if any(_covers(reports[name], year) for year in years)]

    def place(name: str) -> tuple[int, bool, int, str]:
        dates = reports[name]
        plans = dates.plans in years
        covered = sum(_covers(dates, year) for year in years)
        return -covered, plans != (status == "target"), -(dates.this or 0), name

    return sorted(found, key=place)


def _depth(place: str | None, gazetteer: Gazetteer) -> int:
    codes = gazetteer.codes(place) if place else ()
    ends = [len(code.rstrip("0")) for code in codes if code != NATION]
    return max(ends, default=0)


def _covers(dates: ReportDates, year: int) -> bool:
    return year in (dates.reviews, dates.plans)


def _delivered(dates: ReportDates) -> int | None:
    return int(dates.delivered[:4]) if dates.delivered else None


def _latest_first(names: Sequence[str], reports: Mapping[str, ReportDates]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-(reports[name].plans or 0), name)))
