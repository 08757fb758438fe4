"""Comparisons: of one metric over two periods, or of two metrics; the difference is derived, with a caution where due."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.differences import comparable, say_pair
from report_qa.answers.figures import SURE, answer_figures
from report_qa.answers.fitting import is_growth
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.units import kind_of
from report_qa.figures.derived import signed
from report_qa.figures.figure import Figure
from report_qa.questions.asking import states_comparison
from report_qa.text.periods import Period


def answer_compare(asked: Asked) -> Outcome:
    """Compare two figures; where only one of them is found, answer as a question for a figure."""
    pair = _periods(asked) if len(_times(asked)) > 1 else _metrics(asked)
    if pair is None:
        return answer_figures(replace(asked, question=replace(asked.question, plural=bool(asked.question.parts))))
    outcome = say_pair(asked, *pair)
    word = states_comparison(asked.question.clean)
    return outcome if word is None else _judged(asked, outcome, pair, word)


def _judged(asked: Asked, outcome: Outcome, pair: tuple[Figure, Figure], word: str) -> Outcome:
    """The comparison with a verdict on what the question states: its first thing against its second (比去年低吗)."""
    times = asked.question.times
    first, second = pair
    if (
        len(times) > 1
        and first.period is not None
        and (first.period.start, first.period.end) != (times[0].start, times[0].end)
    ):
        first, second = second, first
    if kind_of(first) != kind_of(second) or not comparable(asked, first, second) or signed(first) == signed(second):
        return outcome
    more = signed(first) > signed(second)
    verdict: Literal["yes", "no"] = "yes" if more == (word in "高多快大") else "no"
    return replace(outcome, verdict=verdict, context={**outcome.context, "verdict": verdict})


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


def _periods(asked: Asked) -> tuple[Figure, Figure] | None:
    loose = _loose(asked)
    best: tuple[float, Figure, Figure] | None = None
    sides = [loose.at(period) for period in sorted(_times(asked), key=lambda period: (period.end, period.start))[-2:]]
    candidates = [side.ranking.best(8) for side in sides]
    for left in candidates[0]:
        for right in candidates[1]:
            one, other = asked.view.figures[left], asked.view.figures[right]
            if left == right or kind_of(one) != kind_of(other) or is_growth(one) != is_growth(other):
                continue
            fits = float(sides[0].ranking.scores[left] + sides[1].ranking.scores[right])
            fits += 1.5 * same_metric(one, other, asked.lexicon)
            if best is None or fits > best[0]:
                best = fits, one, other
    if best is None:
        return None
    sure = [
        figure_certainty(side, asked.view.figures.index(figure)) for side, figure in zip(sides, best[1:], strict=True)
    ]
    return (best[1], best[2]) if max(sure) >= SURE and min(sure) >= SURE / 3 else None


def _metrics(asked: Asked) -> tuple[Figure, Figure] | None:
    if len(asked.question.parts) < 2:
        return None
    sides = [_loose(asked).about(part) for part in asked.question.parts[:2]]
    figures = asked.view.figures
    best: tuple[float, int, int] | None = None
    for left in sides[0].ranking.best(6):
        for right in sides[1].ranking.best(6):
            if left == right:
                continue
            one, other = figures[left], figures[right]
            fits = float(sides[0].ranking.scores[left] + sides[1].ranking.scores[right])
            fits += _ALIKE * (kind_of(one) == kind_of(other) and is_growth(one) == is_growth(other))
            if best is None or fits > best[0]:
                best = fits, left, right
    if best is None or any(figure_certainty(side, at) < SURE / 2 for side, at in zip(sides, best[1:], strict=True)):
        return None
    return figures[best[1]], figures[best[2]]


_ALIKE = 1.5  # what a pair of one kind is worth, both levels or both growth rates
