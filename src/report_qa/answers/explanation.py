"""`Explanation`: why a reply is what it is: the reading, the candidates with their score parts, and what was rejected and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty, sentence_certainty
from report_qa.answers.coverage import Floats
from report_qa.answers.eligible import SURE
from report_qa.answers.features import feature_names
from report_qa.answers.promise import keeps_promise
from report_qa.answers.ranking import fit_figures, names_present
from report_qa.answers.reply import Reply
from report_qa.answers.weights import FIGURE_WEIGHTS, SENTENCE_WEIGHTS, weights_for
from report_qa.answers.words import clause, say, when
from report_qa.questions.question import Question

Rejection = Literal["period", "status", "unit", "side", "name", "starting", "streak", "other"]
"""Why a figure may not answer: it is of another period, status, kind of unit or side of the metric; its sentence lacks a name that the
question quotes; it is a starting value or a streak; or it is of another measure or bearer, or beside the figure that is meant.
"""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """What one feature gives to a score: its `value` times its weight."""

    name: str
    value: float
    given: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure or a sentence that was weighed. `line` is where it begins in the source, from 1; `score` the sum of its `parts`,
    the strongest first; `certainty` from 0 to 1; `rejected` is empty where it may answer.
    """

    words: str
    line: int
    score: float
    certainty: float
    parts: tuple[ScorePart, ...]
    rejected: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchored:
    """A word of the question, its spellings in the report (none: the report lacks it), its weight, and its concept, if any."""

    text: str
    forms: tuple[str, ...]
    weight: float
    concept: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a reply came about. `bar` is the certainty from which a figure is given; `rejected` are figures that fit better than the
    best allowed one, or as well; `promise` whether the reply keeps it, of `checked` figures.
    """

    question: Question
    reply: Reply
    report: str | None
    anchors: tuple[Anchored, ...]
    figures: tuple[Candidate, ...]
    rejected: tuple[Candidate, ...]
    sentences: tuple[Candidate, ...]
    bar: float
    promise: bool
    checked: int


def explain_reply(asked: Asked, reply: Reply, count: int = 5) -> Explanation:
    """Explain a reply to a question put to one report, with up to `count` candidates of each sort."""
    ranking, view = asked.ranking, asked.view
    anchors = tuple(Anchored(one.text, one.forms, one.weight, one.concept) for one in ranking.anchors)
    order = np.argsort(-ranking.scores, kind="stable").tolist()
    barred = [at for at in order if not ranking.allowed[at]][:count]
    return Explanation(
        question=asked.question,
        reply=reply,
        report=view.report,
        anchors=anchors,
        figures=tuple(_figure(asked, at) for at in ranking.best(count)),
        rejected=tuple(_figure(asked, at) for at in barred),
        sentences=tuple(_sentence(asked, at) for at in ranking.best_sentences(count)),
        bar=SURE,
        promise=keeps_promise(reply, view.document.source, asked.question.text),
        checked=len(reply.figures),
    )


def explain_without(question: Question, reply: Reply) -> Explanation:
    """Explain a reply for which no report was looked at (smalltalk, several reports that fit)."""
    kept = keeps_promise(reply, None, question.text)
    return Explanation(question, reply, None, (), (), (), (), SURE, kept, len(reply.figures))


def _figure(asked: Asked, at: int) -> Candidate:
    view, ranking = asked.view, asked.ranking
    figure = view.figures[at]
    label = when(figure.period, figure.status, asked.question.language)
    words = f"{label} {say(figure)} · {clause(view, figure)}".strip()
    parts = _parts(ranking.features[at], weights_for(ranking.features, FIGURE_WEIGHTS))
    rejected = () if ranking.allowed[at] else _rejections(asked, at)
    line = view.document.source.places(figure.extent)[0].line
    return Candidate(words, line, float(ranking.scores[at]), figure_certainty(asked, at), parts, rejected)


def _sentence(asked: Asked, at: int) -> Candidate:
    view, ranking = asked.view, asked.ranking
    sentence = view.document.sentences[at]
    parts = _parts(ranking.sentence_features[at], weights_for(ranking.sentence_features, SENTENCE_WEIGHTS))
    line = view.document.source.lines_of(sentence.extent)[0]
    return Candidate(sentence.text, line, float(ranking.sentence_scores[at]), sentence_certainty(asked, at), parts)


def _parts(features: Floats, weights: Floats) -> tuple[ScorePart, ...]:
    named = zip(feature_names(len(features)), features.tolist(), weights.tolist(), strict=True)
    parts = [ScorePart(name, value, value * weight) for name, value, weight in named if value * weight]
    return tuple(sorted(parts, key=lambda part: (-abs(part.given), part.name)))


def _rejections(asked: Asked, at: int) -> tuple[Rejection, ...]:
    table, question = asked.view.table, asked.question
    fits = fit_figures(asked.view, question)
    held: tuple[tuple[Rejection, bool], ...] = (
        ("period", bool(fits.period[at] < 0)),
        ("status", bool(fits.status[at] < 0)),
        ("unit", bool(question.sought) and bool(fits.unit[at] < 0)),
        ("side", bool(fits.aspect[at] <= -1)),
        ("name", not names_present(asked.view, question)[table.sentence[at]]),
        ("starting", bool(table.starting[at])),
        ("streak", bool(table.streak[at])),
    )
    return tuple(name for name, holds in held if holds) or ("other",)
