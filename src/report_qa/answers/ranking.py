"""Chooses figures and sentences for a question: a weighted sum of the features, and what may not answer left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from report_qa.answers.anchors import Anchor, find_anchors
from report_qa.answers.bearers import another_bearer, unknown_names
from report_qa.answers.coverage import Coverage, Floats, cover
from report_qa.answers.features import Scores, figure_features, sentence_features
from report_qa.answers.fitting import Fits, aspect_fit, contradicts, numbers_named, period_fit, sides_taken
from report_qa.answers.folding import fold, stands_in
from report_qa.answers.matching import WordMatch
from report_qa.answers.nouns import is_share_unasked, measures_asked
from report_qa.answers.tables import STATUS_CODES, Bools
from report_qa.answers.units import fit
from report_qa.answers.view import ReportView
from report_qa.answers.weights import FIGURE_WEIGHTS, SENTENCE_WEIGHTS, weights_for
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Question


@dataclass(frozen=True, slots=True)
class Ranking:
    """A question held against a report: a score for each figure and sentence, higher is better.

    `allowed` (F,) is False for figures of another period, unit or side, or without a name that the question quotes;
    `named` (S,) is False for sentences without such a name. `whole` is the share of the question's words that the report has
    nowhere, and what the `match` by meaning says of that.
    """

    anchors: tuple[Anchor, ...]
    coverage: Coverage
    features: Floats
    scores: Floats
    allowed: Bools
    sentence_features: Floats
    sentence_scores: Floats
    named: Bools
    whole: tuple[float, ...]
    match: WordMatch | None = None

    def best(self, count: int = 1) -> list[int]:
        """Positions of the best allowed figures, best first; ties by source order."""
        order = np.argsort(-self.scores, kind="stable")
        return [int(at) for at in order if self.allowed[at]][:count]

    def best_sentences(self, count: int = 1) -> list[int]:
        """Positions of the best sentences, best first."""
        order = np.argsort(-self.sentence_scores, kind="stable")
        return [int(at) for at in order if self.named[at]][:count]


def rank(
    view: ReportView, question: Question, scores: Scores, lexicon: Lexicon, same_words: Ranking | None = None
) -> Ranking:
    """Hold a question against a report; `same_words` is the ranking of another reading of the same words."""
    if same_words is None:
        anchors = find_anchors(question.topic, question.body, view.words, lexicon)
        coverage = cover(view, anchors)
    else:
        anchors, coverage = same_words.anchors, same_words.coverage
    fits = fit_figures(view, question)
    features = figure_features(view, question, anchors, coverage, scores, fits)
    sentences = sentence_features(view, question, coverage, scores)
    whole: tuple[float, ...] = (coverage.unknown,)
    match = _match(view, scores) if same_words is None else same_words.match
    if match is not None:
        features, sentences = np.hstack([features, match.figures]), np.hstack([sentences, match.sentences])
        whole += match.whole
    named = names_present(view, question)
    allowed = _allowed(view, question, fits) & named[view.table.sentence] & _own(view, question, anchors)
    allowed &= _not_beside(view, coverage, allowed)
    fit = features @ weights_for(features, FIGURE_WEIGHTS)
    sentence_fit = sentences @ weights_for(sentences, SENTENCE_WEIGHTS)
    return Ranking(anchors, coverage, features, fit, allowed, sentences, sentence_fit, named, whole, match)


def _match(view: ReportView, scores: Scores) -> WordMatch | None:
    """How the question's words are met by meaning, where the model gives pieces of both."""
    return view.matcher.match(scores.words) if view.matcher is not None and scores.words is not None else None


def fit_figures(view: ReportView, question: Question) -> Fits:
    """How each figure's unit, side, period and status fit; worked out once for those that are alike."""
    table = view.table
    units = [max((fit(sought, one) for sought in question.sought), default=0.0) for one in table.sides]
    aspects = [aspect_fit(question, one) for one in table.sides]
    periods = [period_fit(question, period) for period in table.periods]
    wanted = STATUS_CODES[question.status]
    told = (table.status != 0) & (wanted != 0)
    sides = np.array(aspects, np.float32)[table.side]
    if question.aspect is None:  # a target is printed as growth where an amount is asked just as well
        sides = np.where(table.status == STATUS_CODES["target"], np.maximum(sides, 0), sides)
    return Fits(
        np.array(units, np.float32)[table.side],
        sides.astype(np.float32),
        np.array(periods, np.float32)[table.period],
        np.where(told, np.where(table.status == wanted, 1, -1), 0).astype(np.float32),
    )


def names_present(view: ReportView, question: Question) -> Bools:
    """Whether a sentence says what the question is `within`, and it or its context every name in quotation marks."""
    present = np.ones(len(view.words.texts), bool)
    if not (question.names or question.within):
        return present
    names, within = [fold(name) for name in question.names], [fold(name) for name in question.within]
    for at, sentence in enumerate(view.words.texts):
        context = view.contexts[at]
        present[at] = all(stands_in(name, sentence) or stands_in(name, context) for name in names)
        present[at] &= all(stands_in(name, sentence) or _short(name) in sentence for name in within)
    return present


def _short(place: str) -> str:
    """A place's name without 市, 县 or 区, as reports say it in lists."""
    return re.sub(r"(?<=[\u4e00-\u9fff]{2})[市县区旗]$", "", place)


def _allowed(view: ReportView, question: Question, fits: Fits) -> Bools:
    """False for figures of another period, unit, side or status than the question asks for."""
    allowed = fits.period >= 0
    if question.sought:
        allowed &= fits.unit > _OTHER_UNIT
    if not _START.search(question.clean):
        allowed &= ~view.table.starting | (fits.period == 1)
    if not _LASTING.search(question.clean):  # 蔬菜产量实现七连增, 单产连续六年第一 say no amount
        allowed &= ~view.table.streak
    if question.status and (not question.times or _STRICT.search(question.clean)):
        allowed &= fits.status >= 0
    if not question.claims:
        allowed &= fits.aspect > -1
    return allowed


def _own(view: ReportView, question: Question, anchors: tuple[Anchor, ...]) -> Bools:
    """False for figures of the other side of a contrast, of another measure, without a number that the question names, or
    that the clause gives to another bearer.
    """
    own = np.ones(len(view.figures), bool)
    taken, pairs = sides_taken(question.body), unknown_names(anchors)
    numbers = [re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d.])") for number in sorted(numbers_named(question))]
    measures = measures_asked(question.topic)
    subject = _subject(anchors, question.within)
    if not (taken or pairs or numbers or measures or subject):
        return own
    for at, figure in enumerate(view.figures):
        sentence = view.words.texts[figure.sentence]
        own[at] = (
            not contradicts(taken, figure.metric, sentence)
            and all(number.search(sentence) for number in numbers)
            and not another_bearer(pairs, view.clauses[at])
            and all(measure.search(view.clauses[at]) for measure in measures)
            and (not subject or any(stands_in(form, text) for form in subject for text in (view.clauses[at], sentence)))
            and not (measures and is_share_unasked(question.clean, figure.metric))
        )
    return own


def _not_beside(view: ReportView, coverage: Coverage, allowed: Bools) -> Bools:
    """False for a figure whose neighbour in the sentence is the one that the question's words mean, but may not answer: the
    length of the pipes is no answer where the report counts the lanes.
    """
    of = view.table.sentence
    barred = np.zeros(len(view.words.texts), np.float32)
    np.maximum.at(barred, of[~allowed], coverage.clause[~allowed])
    return np.asarray(coverage.clause > barred[of] - _MEANT, bool)


_MEANT = 0.35  # share of the question's words by which the neighbour's clause has more


def _subject(anchors: tuple[Anchor, ...], within: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of the one concept that a question names, where it names nothing else that the report has."""
    known = [anchor for anchor in anchors if anchor.forms and not any(anchor.text in place for place in within)]
    return known[0].forms if len(known) == 1 and known[0].concept is not None and known[0].formal else ()


_LASTING = re.compile(
    r"连|[几多]少?(?:年|个?月|天)|多久|多长时间|how (?:long|many years)|consecutive|in a row|straight", re.IGNORECASE
)
_STRICT = re.compile(r"目标|计划(?!单列|生育)|实际完成|\btarget\b", re.IGNORECASE)
_OTHER_UNIT = -0.6
_START = re.compile(r"从|由|原来|之前|以前|前后|变成")
