"""Which reports a question over several is about, and of which year: one report a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report_qa.answers.across_reading import Level
from report_qa.answers.naming import Names
from report_qa.questions.places import NATION, Gazetteer, PlaceMention
from report_qa.text.periods import ReportDates, Status

_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


@dataclass(frozen=True, slots=True)
class Time:
    """The year and status that a table is of; `named` says whether the question names it."""

    year: int
    status: Status
    named: bool


def reports_within(
    reports: Mapping[str, ReportDates], level: Level, within: Sequence[PlaceMention], gazetteer: Gazetteer
) -> list[str]:
    """The reports of places of a level that lie in one of some places (anywhere where there is none)."""
    found = []
    outer = [code for place in within for code in place.codes if code != NATION]
    for name, dates in reports.items():
        codes = gazetteer.codes(dates.place) if dates.place else ()
        home = codes[0] if codes else NATION
        if home == NATION or not _of_level(home, level):
            continue
        own = home in outer and home not in _MUNICIPALITIES and not any(place.level == "region" for place in within)
        if outer and (own or not any(gazetteer.contains(code, home) for code in outer)):
            continue
        found.append(name)
    return found


def _of_level(code: str, level: Level) -> bool:
    if level == "province":
        return code.endswith("0000")
    return level == "any" or not code.endswith("0000") or code in _MUNICIPALITIES


def choose_time(
    names: Names, wants_target: bool, scope: Sequence[str], reports: Mapping[str, ReportDates]
) -> Time | None:
    """The year and status asked about: relative times count from the year that most places' latest reports plan.

    A year without a word for result or target is of whichever more of the reports give. None where several are named.
    """
    status: Status | None = "target" if wants_target else names.status
    if len(names.years) > 1 or (names.years and names.shifts):
        return None
    if names.years:
        year = names.years[0]
        reviewing = sum(reports[name].reviews == year for name in scope)
        planning = sum(reports[name].plans == year for name in scope)
        return Time(year, status or ("actual" if reviewing >= planning else "target"), True)
    latest: dict[str | None, int] = {}
    for name in scope:
        this = reports[name].this
        if this is not None:
            latest[reports[name].place] = max(this, latest.get(reports[name].place, 0))
    counts = Counter(latest.values())
    if not counts:
        return None
    this = max(counts, key=lambda year: (counts[year], year))
    shift = names.shifts[0] if names.shifts else (0 if status == "target" else -1)
    return Time(this + shift, status or ("target" if shift >= 0 else "actual"), bool(names.shifts))


def covering(names: Sequence[str], time: Time, reports: Mapping[str, ReportDates]) -> list[str]:
    """One report a place that reviews (or, for a target, plans) the year; sorted by id."""
    found: dict[str | None, str] = {}
    for name in sorted(names):
        if covers(reports[name], time):
            found.setdefault(reports[name].place, name)
    return sorted(found.values())


def covers(dates: ReportDates, time: Time) -> bool:
    """Whether a report gives the results (or the targets) of the year."""
    return (dates.plans if time.status == "target" else dates.reviews) == time.year
