"""Chooses figures and sentences for a question: a weighted sum of the features, and what may not answer left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.anchors import Anchor, find_anchors, fold, stands_in
from report_qa.answers.bearers import another_bearer
from report_qa.answers.features import Coverage, Scores, cover, figure_features, sentence_features
from report_qa.answers.fitting import aspect_fit, contradicts, numbers_named, period_fit
from report_qa.answers.units import fit
from report_qa.answers.view import ReportView
from report_qa.answers.weights import FIGURE_WEIGHTS, SENTENCE_WEIGHTS
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Question

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A question held against a report: a score for each figure and sentence, higher is better.

    `allowed` (F,) is False for figures of another period, unit or side, or without a name that the question quotes;
    `named` (S,) is False for sentences without such a name.
    """

    anchors: tuple[Anchor, ...]
    coverage: Coverage
    features: Floats
    scores: Floats
    allowed: NDArray[np.bool_]
    sentence_features: Floats
    sentence_scores: Floats
    named: NDArray[np.bool_]

    def best(self, count: int = 1) -> list[int]:
        """Positions of the best allowed figures, best first; ties by source order."""
        order = np.argsort(-self.scores, kind="stable")
        return [int(at) for at in order if self.allowed[at]][:count]

    def best_sentences(self, count: int = 1) -> list[int]:
        """Positions of the best sentences, best first."""
        order = np.argsort(-self.sentence_scores, kind="stable")
        return [int(at) for at in order if self.named[at]][:count]


def rank(view: ReportView, question: Question, scores: Scores, lexicon: Lexicon) -> Ranking:
    """Hold a question against a report."""
    anchors = find_anchors(question.topic, question.body, view.words, lexicon)
    coverage = cover(view, anchors)
    features = figure_features(view, question, coverage, scores)
    sentences = sentence_features(view, question, coverage, scores)
    named = names_present(view, question)
    allowed = np.array(
        [
            _allowed(question, view, at)
            and bool(named[figure.sentence])
            and not another_bearer(anchors, view.clauses[at])
            for at, figure in enumerate(view.figures)
        ],
        bool,
    )
    return Ranking(
        anchors, coverage, features, features @ FIGURE_WEIGHTS, allowed, sentences, sentences @ SENTENCE_WEIGHTS, named
    )


def names_present(view: ReportView, question: Question) -> NDArray[np.bool_]:
    """Whether a sentence says what the question is `within`, and it or its context every name in quotation marks."""
    names, within = [fold(name) for name in question.names], [fold(name) for name in question.within]
    present = np.ones(len(view.words.sentences), bool)
    for at, sentence in enumerate(view.words.sentences):
        context = view.contexts[at]
        present[at] = all(stands_in(name, sentence) or stands_in(name, context) for name in names)
        present[at] &= all(stands_in(name, sentence) or _short(name) in sentence for name in within)
    return present


def _short(place: str) -> str:
    """A place's name without 市, 县 or 区, as reports say it in lists."""
    return re.sub(r"(?<=[\u4e00-\u9fff]{2})[市县区旗]$", "", place)


def _allowed(question: Question, view: ReportView, at: int) -> bool:
    figure = view.figures[at]
    if period_fit(question, figure, question.times) < 0:
        return False
    if question.sought and max(fit(sought, figure) for sought in question.sought) <= -0.6:
        return False
    sentence = view.words.sentences[figure.sentence]
    if contradicts(question.body, figure.metric, sentence):
        return False
    if any(
        re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", sentence) is None for number in numbers_named(question)
    ):
        return False
    if view.starting[at] and not _asks_for_start(question):
        return False
    if question.status and figure.status and question.status != figure.status and not question.times:
        return False
    return not (question.aspect is not None and not question.claims and aspect_fit(question, figure) <= -1)


def _asks_for_start(question: Question) -> bool:
    return re.search(r"从|由|原来|之前|以前|前后|变成", question.clean) is not None
