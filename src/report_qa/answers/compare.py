"""Comparisons: of one metric over periods, or of several metrics; what they make is derived, with a caution where due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.differences import comparable, mode_of, say_several
from report_qa.answers.eligible import SURE
from report_qa.answers.figures import answer_figures
from report_qa.answers.fitting import is_growth
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.units import kind_of
from report_qa.figures.derived import signed
from report_qa.figures.figure import Figure
from report_qa.questions.asking import states_comparison
from report_qa.questions.question import Aspect, Sought
from report_qa.text.periods import Period

_ALIKE = 1.5  # what a pair of one kind is worth, both levels or both growth rates
_MOST_PARTS = 6


def answer_compare(asked: Asked) -> Outcome:
    """Compare figures; where only one of them is found, answer as a question for a figure."""
    if len(_times(asked)) > 1:
        asked = asked.on_topic()
    if len(_times(asked)) < 2:
        found = _metrics(asked)
    elif printed := _printed(asked):
        return printed
    else:
        found = _periods(asked)
    if found is None:
        plural = mode_of(asked) != "sum" and (bool(asked.question.parts) or asked.question.plural)
        return answer_figures(replace(asked, question=replace(asked.question, plural=plural)))
    outcome = say_several(asked, found)
    word = states_comparison(asked.question.clean)
    return outcome if word is None or len(found) > 2 else _judged(asked, outcome, (found[0], found[1]), word)


def _judged(asked: Asked, outcome: Outcome, pair: tuple[Figure, Figure], word: str) -> Outcome:
    """The comparison with a verdict on what the question states: its first thing against its second (比去年低吗)."""
    first, second = subject_first(asked, pair)
    if kind_of(first) != kind_of(second) or not comparable(asked, first, second) or signed(first) == signed(second):
        return outcome
    more = signed(first) > signed(second)
    verdict: Literal["yes", "no"] = "yes" if more == (word in "高多快大") else "no"
    return replace(outcome, verdict=verdict, context={**outcome.context, "verdict": verdict})


def subject_first(asked: Asked, pair: tuple[Figure, Figure]) -> tuple[Figure, Figure]:
    """Two figures in the order in which the question names their periods: what is compared, and with what."""
    times, (first, second) = asked.question.times, pair
    if (
        len(times) < 2
        or first.period is None
        or (first.period.start, first.period.end) == (times[0].start, times[0].end)
    ):
        return pair
    return second, first


def _times(asked: Asked) -> tuple[Period, ...]:
    """The periods compared; 目标 against 实际 of one metric names two even where one year is said."""
    question, dates = asked.question, asked.view.dates
    times = question.times
    if (
        len(times) == 1
        and re.search(r"目标|计划|打算|要", question.clean)
        and re.search(r"实际|去年|完成|实绩", question.clean)
        and dates.reviews
        and dates.plans
    ):
        return Period.year(dates.reviews), Period.year(dates.plans)
    return times


def _loose(asked: Asked) -> Asked:
    """The question without the unit of the difference that it asks for."""
    question = asked.question
    kinds = tuple(sought for sought in question.sought if sought.kind not in ("points", "multiple"))
    grows = re.search(r"增长|增速|增幅|涨幅|涨得|grow", question.clean) is not None
    return asked.asking(replace(question, sought=kinds, status=None, aspect=question.aspect if grows else None))


def _printed(asked: Asked) -> Outcome | None:
    """The difference or the ratio of a year to the year before, where the report prints it (比去年增加8000亿元)."""
    mode, times = mode_of(asked), asked.question.times
    later = len(times) == 2 and times[0].start > times[1].end
    if mode == "sum" or not later or (mode != "ratio" and times[0].start != times[1].end + 1) or asked.question.parts:
        return None
    question = replace(asked.question, times=times[:1], status=None, intent=asked.question.intent)
    if mode == "ratio":
        one = asked.asking(replace(question, sought=(Sought("multiple"),), aspect=None))
        best = one.ranking.best(1)
        return answer_figures(one) if best and figure_certainty(one, best[0]) >= SURE else None
    level = asked.asking(replace(question, sought=(), aspect=None))
    best = level.ranking.best(1)
    if not best or figure_certainty(level, best[0]) < SURE:
        return None
    top = asked.view.figures[best[0]]
    change = _change_of(asked, top)
    return None if change is None else say_several(asked, (top, change), "printed")


def _change_of(asked: Asked, top: Figure) -> Figure | None:
    """What the report says that a level changed by against the year before, in its own unit or in percentage points."""
    if is_growth(top) or kind_of(top) == "none":
        return None
    for at in asked.view.figures_of[top.sentence]:
        other = asked.view.figures[at]
        behind = other.start >= top.end and other.period == top.period
        alike = kind_of(other) == ("points" if kind_of(top) == "share" else kind_of(top))
        if not (behind and alike and is_growth(other) and _against_last_year(other)):
            continue
        if same_metric(other, replace(top, change=other.change, unit=other.unit), asked.lexicon):
            return other
    return None


def _against_last_year(figure: Figure) -> bool:
    words = f"{figure.change or ''}{figure.base.text if figure.base else ''}"
    return re.search(r"比(?:去年|上年|上一年)|较(?:去年|上年|上一年)", words) is not None


def _periods(asked: Asked) -> tuple[Figure, ...] | None:
    loose = _loose(asked)
    times = sorted(_times(asked), key=lambda period: (period.end, period.start))[-_MOST_PARTS:]
    sides = [loose.at(period) for period in times]
    found = _chain(asked, sides)
    if found is None:
        return _each(asked, sides)
    sure = [figure_certainty(side, at) for side, at in zip(sides, found, strict=True)]
    if max(sure) >= SURE and min(sure) >= SURE / 3:
        return tuple(asked.view.figures[at] for at in found)
    return _each(asked, sides)


def _chain(asked: Asked, sides: Sequence[Asked]) -> list[int] | None:
    """One figure a period, those of one metric and kind before others: the best pair, and what goes with it."""
    figures = asked.view.figures
    best: tuple[float, list[int]] | None = None
    for one, other in pairwise(sides[:2]):
        for left in one.ranking.best(8):
            for right in other.ranking.best(8):
                first, second = figures[left], figures[right]
                if left == right or kind_of(first) != kind_of(second) or is_growth(first) != is_growth(second):
                    continue
                fits = float(one.ranking.scores[left] + other.ranking.scores[right])
                fits += _ALIKE * same_metric(first, second, asked.lexicon)
                if best is None or fits > best[0]:
                    best = fits, [left, right]
    if best is None:
        return None
    for side in sides[2:]:
        alike = [at for at in side.ranking.best(8) if same_metric(figures[at], figures[best[1][0]], asked.lexicon)]
        if not alike:
            return None
        best[1].append(alike[0])
    return best[1]


def _each(asked: Asked, sides: Sequence[Asked]) -> tuple[Figure, ...] | None:
    """The best figure of each period by itself, however they differ; None where one is not sure."""
    found: list[Figure] = []
    for side in sides:
        best = side.ranking.best(1)
        if not best or figure_certainty(side, best[0]) < SURE:
            return None
        found.append(asked.view.figures[best[0]])
    return tuple(found) if len({id(figure) for figure in found}) == len(sides) > 1 else None


def _metrics(asked: Asked) -> tuple[Figure, ...] | None:
    parts = asked.question.parts[:_MOST_PARTS]
    if len(parts) < 2:
        return None
    sides = _one_side([_loose(asked).about(part) for part in parts])
    figures = asked.view.figures
    if mode_of(asked) == "sum" and sides[0].ranking.best(1) == sides[1].ranking.best(1):
        return None  # 新建和改建公厕总共多少座: one figure for both
    best: tuple[float, list[int]] | None = None
    for left in sides[0].ranking.best(6):
        chosen, fits = [left], float(sides[0].ranking.scores[left])
        for side in sides[1:]:
            offers = [
                (float(side.ranking.scores[at]) + _ALIKE * _of_a_kind(figures[left], figures[at]), -order, at)
                for order, at in enumerate(side.ranking.best(6))
                if at not in chosen
            ]
            if not offers:
                break
            fits += max(offers)[0]
            chosen.append(max(offers)[2])
        if len(chosen) == len(sides) and (best is None or fits > best[0]):
            best = fits, chosen
    if best is None or any(figure_certainty(side, at) < SURE / 2 for side, at in zip(sides, best[1], strict=True)):
        return None
    return tuple(figures[at] for at in best[1])


def _one_side(sides: list[Asked]) -> list[Asked]:
    """All of them for growth, where one is and the others do not tell (农村收入增速比城镇快吗)."""
    if all(side.question.aspect is not Aspect.GROWTH for side in sides):
        return sides
    growing = [replace(side.question, aspect=side.question.aspect or Aspect.GROWTH) for side in sides]
    return [side.asking(question) for side, question in zip(sides, growing, strict=True)]


def _of_a_kind(one: Figure, other: Figure) -> bool:
    return kind_of(one) == kind_of(other) and is_growth(one) == is_growth(other)
