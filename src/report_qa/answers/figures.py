"""Answers of figures: one, several, and every reading where the question leaves the period open."""

from __future__ import annotations

import re
from dataclasses import replace

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty, sentence_certainty
from report_qa.answers.differences import say_pair
from report_qa.answers.draft import Draft
from report_qa.answers.eligible import CLOSE, SURE, best_figure, eligible
from report_qa.answers.fitting import contradicts, sides_taken
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.quoting import quote
from report_qa.answers.refusals import refuse_figure
from report_qa.figures.figure import Figure
from report_qa.questions.question import Aspect, Part


def answer_figures(asked: Asked) -> Outcome:
    """Answer a question that asks for a number."""
    question = asked.question
    asked = eligible(asked)
    if (pair := _moved(asked)) is not None:
        return say_pair(asked, *pair)
    if question.plural or question.ordinal is not None:
        several = _several(asked)
        if several:
            return _say(asked, several)
    best = best_figure(asked)
    certainty = figure_certainty(asked, best[0]) if best else 0.0
    if certainty < SURE:
        return _in_words(asked) or refuse_figure(asked)
    readings = _readings(asked, best[0])
    figures = [mate for reading in readings for mate in _mates(asked, reading)]
    if len(readings) > 1:
        return _clarify(asked, figures, certainty)
    return _say(asked, figures, certainty)


def _moved(asked: Asked) -> tuple[Figure, Figure] | None:
    """The level before and after, where the question asks by how much a level changed and the report prints both."""
    if asked.question.aspect is not Aspect.GROWTH or asked.question.claims:
        return None
    level = asked.asking(replace(asked.question, aspect=None))
    best, rival = level.ranking.best(1), asked.ranking.best(1)
    if (
        not best
        or figure_certainty(level, best[0]) < SURE
        or (rival and rival != best and level.ranking.scores[rival[0]] >= level.ranking.scores[best[0]])
    ):
        return None
    after = asked.view.figures[best[0]]
    for at in asked.view.figures_of[after.sentence]:
        before = asked.view.figures[at]
        if (
            asked.view.table.starting[at]
            and (before.metric, before.unit) == (after.metric, after.unit)
            and before.start < after.start
        ):
            return before, after
    return None


def _in_words(asked: Asked) -> Outcome | None:
    """A small number that the report says in words (两次降低存款准备金率, 九连冠), as the sentence that says it."""
    best = asked.ranking.best_sentences(1)
    if not best or not _SMALL.search(asked.question.clean) or sentence_certainty(asked, best[0]) < SURE:
        return None
    if not _SAID.search(asked.view.document.sentences[best[0]].text):
        return None
    return quote(asked, best, sentence_certainty(asked, best[0]))


_SMALL = re.compile(r"几(?:次|回|个|项|家|所|条|连冠|届|批)")
_SAID = re.compile(r"[两三四五六七八九十]+(?:次|回|连冠|个|项|家|所|条|届|批|度)")


def _several(asked: Asked) -> list[Figure]:
    """The figures of a question about several things: one for each part, or those that one sentence lists."""
    question = asked.question
    if question.ordinal is not None and not question.parts:
        listed = _listed(asked)
        at = question.ordinal - 1 if question.ordinal > 0 else len(listed) - 1
        return listed[at : at + 1] if len(listed) > 1 else []
    whole = asked.ranking.best(1)
    home = asked.view.figures[whole[0]].sentence if whole else -1
    found = _assign([_offers(asked.about(part), home) for part in _wanted(asked)])
    if len(found) > 1 or (found and question.ordinal is not None):
        return _in_order(asked, found)
    return _listed(asked)


def _offers(one: Asked, home: int) -> dict[int, float]:
    """The figures that may answer a part, with their scores; those in the sentence of the whole question's answer first."""
    figures = one.view.figures
    return {
        at: float(one.ranking.scores[at]) + 2 * (figures[at].sentence == home)
        for at in one.ranking.best(8)
        if _belongs(one, at, home)
    }


def _assign(offers: list[dict[int, float]]) -> list[int]:
    """One figure a part, no figure twice, the scores as high as they can be together; a part without any is left out."""
    best: tuple[int, float, tuple[int, ...]] = (0, 0.0, ())

    def extend(part: int, chosen: tuple[int, ...], total: float) -> None:
        nonlocal best
        if part == len(offers):
            best = max(best, (len(chosen), total, chosen), key=lambda one: one[:2])
            return
        for at, score in list(offers[part].items())[:5]:
            if at not in chosen:
                extend(part + 1, (*chosen, at), total + score)
        extend(part + 1, chosen, total)

    extend(0, (), 0.0)
    return list(best[2])


def _belongs(one: Asked, at: int, home: int) -> bool:
    """Whether a part's best figure may answer: in the sentence of the whole question's answer its words are enough."""
    if one.view.figures[at].sentence == home and one.ranking.coverage.clause[at] > 0.3:
        return True
    return figure_certainty(one, at) >= SURE / 2


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
        if asked.ranking.allowed[at] and asked.ranking.scores[at] >= asked.ranking.scores[best[0]] - CLOSE
        and asked.view.figures[at].unit == top.unit and asked.view.figures[at].change == top.change
    ]  # fmt: skip
    return [asked.view.figures[at] for at in found]


def _mates(asked: Asked, one: Figure) -> list[Figure]:
    """A figure with those that its clause gives one to one (城乡居民收入分别增长…) where no word of the question picks one."""
    view, coverage = asked.view, asked.ranking.coverage
    own, sides = view.figures.index(one), sides_taken(asked.question.body)
    if asked.question.ordinal is not None or not _TO_EACH.search(view.clauses[own]):
        return [one]

    def goes_with(at: int) -> bool:
        other = view.figures[at]
        same = (other.unit, other.change, other.period, other.status, other.clause_start) == (
            one.unit, one.change, one.period, one.status, one.clause_start,
        )  # fmt: skip
        told = (
            contradicts(sides, other.metric, "")
            or coverage.metric[at] != coverage.metric[own]
            or coverage.clause[at] != coverage.clause[own]
        )
        return same and not told and bool(asked.ranking.allowed[at])

    mates = [at for at in view.figures_of[one.sentence] if at == own or goes_with(at)]
    if max(abs(float(asked.ranking.scores[at] - asked.ranking.scores[own])) for at in mates) > CLOSE:
        return [one]
    return [view.figures[at] for at in mates]


_TO_EACH = re.compile("分别|各")


def _readings(asked: Asked, best: int) -> list[Figure]:
    """The best figure and those of the same metric in other periods, where the question names none."""
    question, view, ranking = asked.question, asked.view, asked.ranking
    top = view.figures[best]
    if question.times or question.ordinal is not None:
        return [top]
    found = [top]
    for at in ranking.best(40):
        figure = view.figures[at]
        if ranking.scores[at] < ranking.scores[best] - 2 * CLOSE or view.table.starting[at]:
            continue
        fresh = all((figure.period, figure.status) != (known.period, known.status) for known in found)
        if fresh and figure.period is not None and same_metric(figure, top, asked.lexicon):
            found.append(figure)
    if question.status is not None:
        found = [one for one in found if one.status in (question.status, None)] or [top]
    ordered = sorted(
        found, key=lambda one: (one.period.end if one.period else 0, one.period.start if one.period else 0)
    )
    return sorted(ordered, key=lambda one: one.period not in question.soft_times)


def _say(asked: Asked, figures: list[Figure], certainty: float | None = None) -> Outcome:
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in figures]
    sure = certainty if certainty is not None else 0.75
    return Outcome("figures", draft, context={"lines": lines}, confidence=sure)


def _clarify(asked: Asked, readings: list[Figure], certainty: float) -> Outcome:
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in readings]
    return Outcome("clarify", draft, status="clarify", context={"lines": lines}, confidence=certainty)
