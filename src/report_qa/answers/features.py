"""What is known of each figure and each sentence of a report with regard to one question, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from report_qa.answers.anchors import Anchor
from report_qa.answers.coverage import Coverage, Floats
from report_qa.answers.fitting import Fits
from report_qa.answers.folding import fold
from report_qa.answers.matching import WORD_FEATURES
from report_qa.answers.tables import STATUS_CODES
from report_qa.answers.view import ReportView
from report_qa.questions.question import Question
from report_qa.search.words import TextWords

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
    """What retrieval says of one report: `sentence_dense` and `sentence_bm25` (S,), `figure_dense` (F,); and the pieces of what
    was looked up, where the model gives them.
    """

    sentence_dense: Floats
    sentence_bm25: Floats
    figure_dense: Floats
    words: TextWords | None = None


def feature_names(width: int) -> tuple[str, ...]:
    """The names of the columns of features of figures or sentences that have `width` of them."""
    known = (FIGURE_FEATURES, SENTENCE_FEATURES)
    return next(names for plain in known for names in (plain, (*plain, *WORD_FEATURES)) if len(names) == width)


def figure_features(
    view: ReportView, question: Question, anchors: tuple[Anchor, ...], coverage: Coverage, scores: Scores, fits: Fits
) -> Floats:
    """One row a figure, one column a name of `FIGURE_FEATURES`; all are those of the same question."""
    table = view.table
    of, english = table.sentence, question.language == "en"
    gap = 1 - coverage.context[of]
    asked = (fold(question.topic + question.clean), *(form for anchor in anchors for form in anchor.forms))
    grams = frozenset(text[at : at + 2] for text in asked for at in range(len(text) - 1))
    extra = np.array([1 - len(known & grams) / len(known) if known else 1.0 for known in view.metric_words], np.float32)
    columns = (
        standard(scores.figure_dense), standard(scores.sentence_dense)[of], relative(scores.sentence_bm25)[of],
        coverage.metric, coverage.clause, coverage.sentence[of], coverage.context[of], coverage.elsewhere[of],
        np.maximum(fits.unit, 0), np.maximum(-fits.unit, 0), np.maximum(fits.aspect, 0), np.maximum(-fits.aspect, 0),
        fits.period == 1, (fits.period > 0) & (fits.period < 1), table.undated & bool(question.times),
        fits.status > 0, fits.status < 0, table.starting, extra, table.reviewed & (not question.times), table.caption,
        table.growth & (question.aspect is None), np.full(len(of), english), coverage.clause * gap, gap, coverage.head,
        coverage.concept_gap[of], coverage.contrast,
    )  # fmt: skip
    return np.column_stack(columns).astype(np.float32) if len(of) else np.zeros((0, len(FIGURE_FEATURES)), np.float32)


def sentence_features(view: ReportView, question: Question, coverage: Coverage, scores: Scores) -> Floats:
    """One row a sentence, one column a name of `SENTENCE_FEATURES`."""
    table = view.sentence_table
    equal = np.zeros(len(table.start), bool)
    for asked in question.times:
        equal |= (table.start == asked.start) & (table.end == asked.end)
    dated = (table.start > 0) & bool(question.times)
    wanted = STATUS_CODES[question.status]
    told = (table.status != 0) & (wanted != 0)
    gap = 1 - coverage.context
    columns = (
        standard(scores.sentence_dense), relative(scores.sentence_bm25), coverage.sentence, coverage.context,
        coverage.elsewhere, equal, dated & ~equal, told & (table.status == wanted), told & (table.status != wanted),
        table.heading, table.title, table.caption, table.short, table.figures,
        np.full(len(gap), question.language == "en"), coverage.sentence * gap, gap, coverage.concept_gap,
    )  # fmt: skip
    return np.column_stack(columns).astype(np.float32)


def standard(values: Floats) -> Floats:
    """Distance from the report's mean in standard deviations, a tenth each, so that reports compare."""
    if not len(values):
        return values
    return np.asarray((values - values.mean()) / (values.std() + 1e-6) / 10, np.float32)


def relative(values: Floats) -> Floats:
    """Share of the report's best score."""
    top = values.max(initial=0.0)
    return np.asarray(values / top if top > 0 else values, np.float32)
