"""Answers of figures: one, several, and every reading where the question leaves the period open."""

from __future__ import annotations

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.draft import Draft
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.refusals import refuse_figure
from report_qa.figures.figure import Figure
from report_qa.questions.question import Part

SURE = 0.4
_CLOSE = 1.2  # score distance within which another period's figure of the same metric is a second reading


def answer_figures(asked: Asked) -> Outcome:
    """Answer a question that asks for a number."""
    question = asked.question
    if question.plural:
        several = _several(asked)
        if several:
            return _say(asked, several)
    best = asked.ranking.best(1)
    if not best:
        return refuse_figure(asked)
    certainty = figure_certainty(asked, best[0])
    if certainty < SURE:
        return refuse_figure(asked)
    figure = asked.view.figures[best[0]]
    readings = _readings(asked, best[0])
    if len(readings) > 1:
        return _clarify(asked, readings, certainty)
    return _say(asked, [figure], certainty)


def _several(asked: Asked) -> list[Figure]:
    """The figures of a question about several things: one for each part, or those that one sentence lists."""
    question = asked.question
    if question.ordinal is not None and not question.parts:
        return []
    found: list[int] = []
    whole = asked.ranking.best(1)
    home = asked.view.figures[whole[0]].sentence if whole else -1
    for part in _wanted(asked):
        one = asked.about(part)
        scores = {
            at: float(one.ranking.scores[at]) + (asked.view.figures[at].sentence == home)
            for at in one.ranking.best(12)
            if at not in found
        }
        at = max(scores, key=lambda at: (scores[at], -at), default=None)
        if at is not None and figure_certainty(one, at) >= (
            SURE / 4 if asked.view.figures[at].sentence == home else SURE / 2
        ):
            found.append(at)
    if len(found) > 1 or (found and question.ordinal is not None):
        return _in_order(asked, found)
    return _listed(asked)


def _wanted(asked: Asked) -> tuple[Part, ...]:
    parts = asked.question.parts
    if asked.question.ordinal is None or not parts:
        return parts
    at = asked.question.ordinal - 1 if asked.question.ordinal > 0 else len(parts) - 1
    return parts[at : at + 1]


def _in_order(asked: Asked, found: list[int]) -> list[Figure]:
    return [asked.view.figures[at] for at in found]


def _listed(asked: Asked) -> list[Figure]:
    """Figures of the best one's sentence that share its clause or its 分别 list and fit as well."""
    best = asked.ranking.best(1)
    if not best or figure_certainty(asked, best[0]) < SURE:
        return []
    top = asked.view.figures[best[0]]
    found = [
        at
        for at in asked.view.figures_of[top.sentence]
        if asked.ranking.allowed[at] and asked.ranking.scores[at] >= asked.ranking.scores[best[0]] - _CLOSE
        and asked.view.figures[at].unit == top.unit and asked.view.figures[at].change == top.change
    ]  # fmt: skip
    return [asked.view.figures[at] for at in found]


def _readings(asked: Asked, best: int) -> list[Figure]:
    """The best figure and those of the same metric in other periods, where the question names none."""
    question, view, ranking = asked.question, asked.view, asked.ranking
    top = view.figures[best]
    if question.times or question.ordinal is not None:
        return [top]
    found = [top]
    for at in ranking.best(40):
        figure = view.figures[at]
        if ranking.scores[at] < ranking.scores[best] - 2 * _CLOSE or view.starting[at]:
            continue
        fresh = all((figure.period, figure.status) != (known.period, known.status) for known in found)
        if fresh and figure.period is not None and same_metric(figure, top, asked.lexicon):
            found.append(figure)
    if question.soft_times and len(found) > 1:
        held = [one for one in found if one.period in question.soft_times]
        found = held or found
    if question.status is not None:
        found = [one for one in found if one.status in (question.status, None)] or [top]
    return sorted(found, key=lambda one: (one.period.end if one.period else 0, one.period.start if one.period else 0))


def _say(asked: Asked, figures: list[Figure], certainty: float | None = None) -> Outcome:
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in figures]
    sure = certainty if certainty is not None else 0.75
    return Outcome("figures", draft, context={"lines": lines}, confidence=sure)


def _clarify(asked: Asked, readings: list[Figure], certainty: float) -> Outcome:
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in readings]
    return Outcome("clarify", draft, status="clarify", context={"lines": lines}, confidence=certainty)
