"""What is known of each figure and each sentence of a report with regard to one question, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.anchors import Anchor, fold, stands_in
from report_qa.answers.fitting import aspect_fit, is_growth, period_fit, status_fit
from report_qa.answers.units import fit
from report_qa.answers.view import ReportView
from report_qa.questions.question import Question
from report_qa.text.document import BlockKind

Floats = NDArray[np.float32]

FIGURE_FEATURES = (
    "dense_figure", "dense_sentence", "bm25", "metric", "clause", "sentence", "context", "elsewhere",
    "unit_match", "unit_clash", "aspect_match", "aspect_clash", "period_equal", "period_near", "undated", "status_match",
    "status_clash", "starting", "metric_extra", "open_reviewed", "caption",
    "growth_unasked", "english", "partial", "gap", "head", "concept_gap", "contrast",
)  # fmt: skip
SENTENCE_FEATURES = (
    "dense_sentence", "bm25", "sentence", "context", "elsewhere", "period_equal", "period_clash", "status_match",
    "status_clash", "heading", "title", "caption", "short", "figures", "english", "partial", "gap", "concept_gap",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scores:
    """What retrieval says of one report: `sentence_dense` and `sentence_bm25` (S,), `figure_dense` (F,)."""

    sentence_dense: Floats
    sentence_bm25: Floats
    figure_dense: Floats


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of the anchors' weight (0 to 1) found: in a figure's metric and clause (F,), in a sentence and its context
    (S,); `elsewhere` (S,) is the share that the report has but neither the sentence nor its context; `unknown` the share
    that the report has nowhere; `head` (F,) how much of the question's last word the clause has; `concept_gap`
    (S,) the share of the lexicon's concepts that the sentence and its context lack; `contrast` (F,) the share of words
    that the clause lacks right before a word that it has (千兆宽带用户普及率 against 5G用户普及率).
    """

    metric: Floats
    clause: Floats
    sentence: Floats
    context: Floats
    elsewhere: Floats
    head: Floats
    concept_gap: Floats
    contrast: Floats
    unknown: float


def cover(view: ReportView, anchors: tuple[Anchor, ...]) -> Coverage:
    """Look a question's anchors up in a report. A word of the report counts by the two-character words of it that a text
    has, so that 老旧小区改造 and 改造老旧小区 agree; a concept counts whole, by any of its forms.
    """
    count = len(view.words.sentences)
    metric, clause = np.zeros(len(view.figures), np.float32), np.zeros(len(view.figures), np.float32)
    sentence, context = np.zeros(count, np.float32), np.zeros(count, np.float32)
    known = sum(anchor.weight for anchor in anchors if anchor.forms)
    total = sum(anchor.weight for anchor in anchors) or 1.0
    concept_gap = np.zeros(count, np.float32)
    for anchor in anchors:
        if anchor.concept is not None:
            concept_gap += np.float32(anchor.weight / total)
        if not anchor.forms:
            continue
        share = anchor.weight / total
        own = [found(anchor, text) for text in view.words.sentences]
        for at, text in enumerate(view.contexts):
            around = own[at] if own[at] >= 1 else max(own[at], found(anchor, text))
            if not around:
                continue
            sentence[at] += share * own[at]
            context[at] += share * around
            concept_gap[at] -= share * around * (anchor.concept is not None)
            if own[at]:
                for figure in view.figures_of.get(at, ()):
                    clause[figure] += share * found(anchor, view.clauses[figure])
                    metric[figure] += share * found(anchor, view.metrics[figure])
    elsewhere = np.maximum(np.float32(known / total) - context, 0)
    head = np.zeros(len(view.figures), np.float32)
    if anchors and anchors[-1].forms:
        head = np.array([found(anchors[-1], clause_text) for clause_text in view.clauses], np.float32)
    contrast, unknown = _contrast(view, anchors, total), 1 - known / total if anchors else 0.0
    return Coverage(metric, clause, sentence, context, elsewhere, head, concept_gap, contrast, unknown)


def _contrast(view: ReportView, anchors: tuple[Anchor, ...], total: float) -> Floats:
    shares = np.zeros(len(view.figures), np.float32)
    for before, behind in zip(anchors, anchors[1:], strict=False):
        if before.end != behind.start or not behind.formal or not behind.forms:
            continue
        for at, clause in enumerate(view.clauses):
            if found(behind, clause) >= 0.9:
                shares[at] += before.weight / total * (1 - found(before, clause))
    return shares


def found(anchor: Anchor, text: str) -> float:
    """How much of an anchor a folded text has, 0 to 1."""
    if any(stands_in(form, text) for form in anchor.forms):
        return 1.0
    return sum(weight for gram, weight in anchor.grams if gram in text)


def figure_features(view: ReportView, question: Question, coverage: Coverage, scores: Scores) -> Floats:
    """One row a figure, one column a name of `FIGURE_FEATURES`."""
    rows = np.zeros((len(view.figures), len(FIGURE_FEATURES)), np.float32)
    if not len(rows):
        return rows
    of = np.array([figure.sentence for figure in view.figures])
    rows[:, 0] = standard(scores.figure_dense)
    rows[:, 1] = standard(scores.sentence_dense)[of]
    rows[:, 2] = relative(scores.sentence_bm25)[of]
    rows[:, 3], rows[:, 4] = coverage.metric, coverage.clause
    rows[:, 5], rows[:, 6], rows[:, 7] = coverage.sentence[of], coverage.context[of], coverage.elsewhere[of]
    topic = fold(question.topic + question.clean)
    for at, figure in enumerate(view.figures):
        unit = max((fit(sought, figure) for sought in question.sought), default=0.0)
        aspect, status = aspect_fit(question, figure), status_fit(question, figure)
        period = period_fit(question, figure, question.times)
        extra = _extra(view.metrics[at], topic)
        reviewed = not question.times and figure.period is not None and figure.period.end == view.dates.reviews
        caption = view.document.sentences[figure.sentence].kind is BlockKind.CAPTION
        rows[at, 8:] = (
            max(unit, 0), max(-unit, 0), max(aspect, 0), max(-aspect, 0), period == 1, 0 < period < 1,
            bool(question.times) and figure.period is None, max(status, 0), max(-status, 0), view.starting[at], extra,
            reviewed, caption, question.aspect is None and is_growth(figure), question.language == "en",
            coverage.clause[at] * (1 - coverage.context[of[at]]), 1 - coverage.context[of[at]], coverage.head[at],
            coverage.concept_gap[of[at]], coverage.contrast[at],
        )  # fmt: skip
    return rows


def sentence_features(view: ReportView, question: Question, coverage: Coverage, scores: Scores) -> Floats:
    """One row a sentence, one column a name of `SENTENCE_FEATURES`."""
    rows = np.zeros((len(view.document.sentences), len(SENTENCE_FEATURES)), np.float32)
    rows[:, 0], rows[:, 1] = standard(scores.sentence_dense), relative(scores.sentence_bm25)
    rows[:, 2], rows[:, 3], rows[:, 4] = coverage.sentence, coverage.context, coverage.elsewhere
    for at, sentence in enumerate(view.document.sentences):
        period = sentence.period
        equal = period is not None and any(
            (asked.start, asked.end) == (period.start, period.end) for asked in question.times
        )
        clash = bool(question.times) and period is not None and not equal
        told = question.status is not None and sentence.status is not None
        rows[at, 5:] = (
            equal, clash, told and question.status == sentence.status, told and question.status != sentence.status,
            sentence.kind is BlockKind.HEADING, sentence.kind is BlockKind.TITLE, sentence.kind is BlockKind.CAPTION,
            len(sentence.text) < 12, bool(view.figures_of.get(at)),
            question.language == "en", coverage.sentence[at] * (1 - coverage.context[at]), 1 - coverage.context[at],
            coverage.concept_gap[at],
        )  # fmt: skip
    return rows


def standard(values: Floats) -> Floats:
    """Distance from the report's mean in standard deviations, a tenth each, so that reports compare."""
    if not len(values):
        return values
    return np.asarray((values - values.mean()) / (values.std() + 1e-6) / 10, np.float32)


def relative(values: Floats) -> Floats:
    """Share of the report's best score."""
    top = values.max(initial=0.0)
    return np.asarray(values / top if top > 0 else values, np.float32)


def _extra(metric: str, topic: str) -> float:
    """Share of a metric's two-character words that the question does not have: what the metric says beyond it."""
    grams = {metric[at : at + 2] for at in range(len(metric) - 1)}
    return sum(gram not in topic for gram in grams) / len(grams) if grams else 1.0
