"""Places side by side, and a target with its result: figures of a few reports that are each asked in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from report_qa.answers.across import Row, common_key, is_bound, make_table
from report_qa.answers.across_reading import Across
from report_qa.answers.across_wording import Gathered, Request, Verdict, say_missing, word
from report_qa.answers.naming import Names
from report_qa.answers.reply import Reply
from report_qa.answers.routing import reports_at
from report_qa.figures.bounds import bounds_of
from report_qa.figures.derived import Computed, difference, hindrance, signed, total
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from report_qa.library.across import (
    Reports,
    level_key,
    metric_words,
    only_grows,
    request_of,
    wants_target,
    words_to_ask,
)
from report_qa.library.across_scope import Time, covers
from report_qa.library.ask import Ask
from report_qa.questions.asking import states_comparison
from report_qa.questions.places import PlaceMention
from report_qa.text.periods import Status

_TOGETHER = re.compile(r"合计|一共|总共|共计|加起来|总和|\b(?:in total|together|combined|sum of)\b", re.IGNORECASE)
_MOST_PLACES = 12
Measured = tuple[str, Row, MetricKey]  # a report's row, and the key of its metric


def answer_places(reports: Reports, across: Across, names: Names, asked: Ask) -> Reply | None:
    """The figure of each place named, compared where they can be; None where one report is of all of them."""
    found = {place: reports_at([place], reports.dates, reports.gazetteer) for place in across.places[:_MOST_PLACES]}
    unknown = [place.name for place, names_ in found.items() if not names_]
    if unknown:
        request = request_of(across, asked, None)
        return word("unknown", request, {"without": unknown}, Gathered(request.language), _UNKNOWN)
    if len({tuple(some) for some in found.values()}) < 2:
        return None
    time = _common_time(reports, list(found.values()), names, wants_target(across.words, names.status))
    if time is None:
        request = request_of(across, asked, None)
        gathered = Gathered(request.language)
        context: dict[str, Any] = {"covered": gathered.count(len(found))}
        return None if len(names.years) > 1 else word("nowhere", request, context, gathered, _NOT_SAID)
    rows, without = _place_rows(reports, across, found, time)
    request = request_of(across, asked, time)
    shared = common_key([key for _, _, key in rows])
    if shared is None or (only_grows(shared, across, time) and len(rows) > 1):
        none = any(_covering(reports, some, time) is not None for some in found.values())
        end = replace(_UNKNOWN, reason="not_in_report") if none else _UNKNOWN
        context = {"covered": Gathered(request.language).count(len(found)), "without": []}
        gathered = Gathered(request.language)
        return word("nowhere" if none else "unknown", request, context, gathered, end)
    return _say_places(across, request, rows, without)


_UNKNOWN = Verdict("not_found", reason="unknown_report", confidence=0.9)
_NOT_SAID = Verdict("not_found", reason="not_in_report", confidence=0.6)


def _common_time(reports: Reports, groups: Sequence[Sequence[str]], names: Names, target: bool) -> Time | None:
    """The year named, else the latest that all places have results (or targets) of."""
    status: Status | None = "target" if target else names.status
    if len(names.years) > 1 or (names.years and names.shifts):
        return None
    wanted: tuple[Status, ...] = (status,) if status else ("actual", "target")
    years = names.years
    if names.shifts:
        latest = min(max((reports.dates[name].this or 0 for name in group), default=0) for group in groups)
        years = (latest + names.shifts[0],)
        wanted = (status,) if status else (("target", "actual") if names.shifts[0] >= 0 else ("actual", "target"))
    for one in wanted:
        shared = set.intersection(*({_year(reports, name, one) for name in group} for group in groups)) - {None}
        common = sorted(year for year in shared if year is not None and (not years or year in years))
        if common:
            return Time(common[-1], one, bool(years))
    return Time(years[0], wanted[0], True) if years else None


def _year(reports: Reports, name: str, status: Status) -> int | None:
    return reports.dates[name].plans if status == "target" else reports.dates[name].reviews


def _covering(reports: Reports, names: Sequence[str], time: Time) -> str | None:
    return next((name for name in sorted(names) if covers(reports.dates[name], time)), None)


def _place_rows(
    reports: Reports, across: Across, found: dict[PlaceMention, list[str]], time: Time
) -> tuple[list[Measured], list[str]]:
    """A row a place, all under one key where they can be, and the places that do not say."""
    answered: dict[PlaceMention, tuple[str, Figure | None]] = {}
    for place, names in found.items():
        report = _covering(reports, names, time)
        if report is not None:
            words = words_to_ask(across.words, time, across.language, place.name)
            answered[place] = report, reports.figure(report, words, time)
    keys = [reports.key_of(report, figure) for report, figure in answered.values() if figure is not None]
    key = reports.keyed.meant(metric_words(across.words), keys)
    if key is not None:
        key = level_key(reports, [report for report, _ in answered.values()], key, across, time)
    rows: list[Measured] = []
    without = [place.name for place in found if place not in answered]
    for place, (report, first) in answered.items():
        figure = first
        own = reports.gazetteer.relation(place, reports.dates[report].place) == "same"
        if own and key is not None:
            same = reports.keyed_figure(report, key, time)[0]
            other = figure is None or reports.key_of(report, figure) != key
            figure = same if same is not None and (other or not is_bound(same)) else figure
        if figure is not None and (key is None or reports.key_of(report, figure) != key):
            figure = None  # of another metric, another side of it, or another scope
        if figure is None:
            without.append(place.name)
            continue
        name = reports.dates[report].place if own else place.name
        rows.append((report, reports.row(report, figure, name or place.name), reports.key_of(report, figure)))
    return rows, without


def _say_places(across: Across, request: Request, rows: list[Measured], without: list[str]) -> Reply:
    key = common_key([one for _, _, one in rows])
    alike = [row for _, row, one in rows if one == key]
    unlike = [row for _, row, one in rows if one != key]
    table = make_table(alike, across.lowest)
    gathered = Gathered(request.language)
    ordered = [row for _, row, _ in rows] if len(rows) == 2 else [*table.rows, *unlike]
    said = {id(row): gathered.say(row) for row in ordered}
    metric = max((row.figure.metric for row in alike), key=len)
    context: dict[str, Any] = {
        "all": [said[id(row)] for row in ordered],
        "ranked": table.ranked,
        "bounded": [said[id(row)] for row in table.bounded],
        "apart": bool(table.apart),
        "unlike": bool(unlike),
        "metric": _measured(metric, key),
        "mode": "order",
        "higher": "",
        "computed": "",
    }
    context |= say_missing(without, [], gathered)
    verdict = _compare(across, rows, gathered, context) if not without else None
    return word("places", request, context, gathered, Verdict(verdict=verdict, confidence=0.75))


def _measured(metric: str, key: MetricKey | None) -> str:
    grows = key is not None and key.aspect in ("growth", "yearly_growth") and not re.search("增[长速幅]", metric)
    return f"{metric}增速" if grows else metric


def _compare(
    across: Across,
    rows: list[Measured],
    gathered: Gathered,
    context: dict[str, Any],
) -> Literal["yes", "no"] | None:
    """Say which of two is higher, by how much, or what all come to; a verdict on what the question states."""
    figures, keys = [row.figure for _, row, _ in rows], [key for _, _, key in rows]
    if _TOGETHER.search(across.clean):
        computed = total(figures, keys)
        if isinstance(computed, Computed):
            context |= {"mode": "sum", "computed": gathered.compute(computed)}
        return None
    if len(rows) != 2:
        return None
    if hindrance(figures[0], figures[1], (keys[0], keys[1])) not in (None, "direction", "range"):
        context["unlike"] = True
        return None
    sign = certain_order(figures[0], figures[1])
    if sign is None:
        return None
    context["mode"] = "equal" if sign == 0 else "higher"
    context["higher"] = rows[0 if sign > 0 else 1][1].place
    context["bounded"] = []
    gap = difference(figures[0], figures[1], (keys[0], keys[1]))
    if sign and isinstance(gap, Computed):
        context["computed"] = gathered.compute(gap)
    stated = states_comparison(across.clean)
    if stated is None:
        return None
    return "yes" if sign != 0 and (sign > 0) == (stated in "高多快大") else "no"


def certain_order(one: Figure, other: Figure) -> int | None:
    """1 where the first figure is the higher one for certain, -1 where it is the lower, 0 where they are equal; else None."""
    if not is_bound(one) and not is_bound(other):
        return (signed(one) > signed(other)) - (signed(one) < signed(other))
    if signed(one) < 0 or signed(other) < 0:
        return None
    first, second = bounds_of(one), bounds_of(other)
    if first.low is not None and second.high is not None and first.low > second.high:
        return 1
    if second.low is not None and first.high is not None and second.low > first.high:
        return -1
    return None
