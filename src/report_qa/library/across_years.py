"""Figures of one place from several of its reports: a target with the result behind it, and one metric over years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from report_qa.answers.across import common_key
from report_qa.answers.across_reading import Across, years_of
from report_qa.answers.across_target import judge_target
from report_qa.answers.across_wording import Gathered, Request, Verdict, word
from report_qa.answers.naming import Names
from report_qa.answers.reply import Reply
from report_qa.answers.routing import reports_of
from report_qa.answers.words import when
from report_qa.figures.derived import Computed, difference, signed
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from report_qa.library.across import Reports, request_of, wants_target, words_to_ask
from report_qa.library.across_scope import Time, covers
from report_qa.library.ask import Ask

_MOST_YEARS = 12
_NOT_SAID = Verdict("not_found", reason="not_in_report", confidence=0.6)
_BOTH = re.compile(r"实际|完成|结果|实绩|\bactual", re.IGNORECASE)


def report_covering(reports: Reports, names: Sequence[str], time: Time) -> str | None:
    """The report of one place that gives the results (or the targets) of a year."""
    return next((name for name in sorted(names) if covers(reports.dates[name], time)), None)


def answer_years(reports: Reports, across: Across, names: Names, asked: Ask) -> Reply | None:
    """The figure of each year named, each from the report of its own; None where they are not of several reports."""
    here = reports_of(names, reports.dates, reports.gazetteer)
    years = years_of(across.clean)[:_MOST_YEARS]
    target = wants_target(across.words, names.status)
    if not here or len({reports.dates[name].place for name in here}) != 1 or (target and _BOTH.search(across.clean)):
        return None
    times = [Time(year, "target" if target else "actual", True) for year in years]
    found = {time: report_covering(reports, here, time) for time in times}
    if len(set(found.values()) - {None}) < 2 or (len(times) == 2 and None in found.values()):
        return None
    request = replace(request_of(across, asked, times[-1]), place=reports.dates[here[0]].place)
    gathered, figures = Gathered(request.language), _of_years(reports, across, found)
    if len(figures) < 2:
        return None
    said = [_dated(reports, report, figure, gathered, request) for report, figure in figures]
    given = {figure.period.end for _, figure in figures if figure.period}
    context: dict[str, Any] = {"all": said, "computed": "", "mode": ""}
    context["without"] = [f"{year}年" if request.language == "zh" else str(year) for year in years if year not in given]
    if len(figures) == 2:
        one, other = figures[0][1], figures[1][1]
        gap = difference(one, other, (reports.key_of(*figures[0]), reports.key_of(*figures[1])))
        if isinstance(gap, Computed):
            apart = signed(other) != signed(one)
            context["mode"] = ("above" if signed(other) > signed(one) else "below") if apart else "equal"
            context["computed"] = gathered.compute(gap) if apart else ""
    return word("years", request, context, gathered, Verdict(confidence=0.75))


def _of_years(reports: Reports, across: Across, found: Mapping[Time, str | None]) -> list[tuple[str, Figure]]:
    """The figures of some years, each from its report, all of the one key that most of them have."""
    known = {time: report for time, report in found.items() if report is not None}
    asked = {
        time: reports.figure(report, words_to_ask(across.words, time, across.language), time)
        for time, report in known.items()
    }
    key = common_key([reports.key_of(known[time], figure) for time, figure in asked.items() if figure is not None])
    if key is None:
        return []
    figures = []
    for time, report in known.items():
        figure = asked[time]
        if figure is None or reports.key_of(report, figure) != key:
            figure = reports.keyed_figure(report, key, time)[0]
        if figure is not None:
            figures.append((report, figure))
    return figures


def answer_target(reports: Reports, across: Across, names: Names, asked: Ask) -> Reply | None:
    """Whether the target that one report set was met by the next report's result; None where no two reports say."""
    here = reports_of(names, reports.dates, reports.gazetteer)
    if len({reports.dates[name].place for name in here}) > 1 and names.years:  # 2016年国家的: one place has that year
        here = [name for name in here if names.years[-1] in (reports.dates[name].reviews, reports.dates[name].plans)]
    if not here or len({reports.dates[name].place for name in here}) != 1:
        return None
    latest = max(reports.dates[name].this or 0 for name in here)
    year = names.years[-1] if names.years else latest + (names.shifts[0] if names.shifts else -1)
    planned, done = Time(year, "target", bool(names.times)), Time(year, "actual", bool(names.times))
    planning, reviewing = report_covering(reports, here, planned), report_covering(reports, here, done)
    if planning is None:
        return None
    request = replace(request_of(across, asked, done), status=None, place=reports.dates[planning].place)
    target = reports.figure(planning, words_to_ask(across.words, planned, across.language), planned)
    key = reports.key_of(planning, target) if target else None
    result = reports.keyed_figure(reviewing, key, done)[0] if reviewing and key else None
    if reviewing is not None and result is None:
        result = reports.figure(reviewing, words_to_ask(across.words, done, across.language), done)
    if target is not None and key is not None:
        return _say_target(reports, request, (planning, target, key), (reviewing, result))
    if reviewing is None or result is None:
        return None
    return word("partly", request, {"lacks": "target"}, Gathered(request.language), _NOT_SAID)


def _say_target(
    reports: Reports, request: Request, planned: tuple[str, Figure, MetricKey], done: tuple[str | None, Figure | None]
) -> Reply:
    gathered = Gathered(request.language)
    planning, target, key = planned
    reviewing, result = done
    said = [_dated(reports, planning, target, gathered, request)]
    if reviewing is None or result is None:
        return word("partly", request, {"lacks": "actual"}, gathered, _NOT_SAID)
    said.append(_dated(reports, reviewing, result, gathered, request))
    keys = key, reports.key_of(reviewing, result)
    judged = judge_target(target, result, keys)
    context = {"all": said, "why": judged, "computed": "", "mode": ""}
    gap = difference(target, result, keys)
    if judged != "unlike" and isinstance(gap, Computed) and signed(result) != signed(target):
        context |= {"computed": gathered.compute(gap), "mode": "above" if signed(result) > signed(target) else "below"}
    verdict: Literal["yes", "no"] | None = judged if judged == "yes" or judged == "no" else None
    return word("target", request, context, gathered, Verdict(verdict=verdict, confidence=0.75))


def _dated(reports: Reports, report: str, figure: Figure, gathered: Gathered, request: Request) -> Any:
    label = when(figure.period, figure.status, request.language)
    separator = "：" if request.language == "zh" else ", "
    metric = figure.metric + (figure.change or "" if signed(figure) >= 0 else "")
    return gathered.say(reports.row(report, figure), f"{label}{separator}{metric}")
