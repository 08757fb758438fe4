"""Weights of the features, by name.

Found by `report-qa`'s own fitting on the 2,400 questions of `pairs/report_questions` (24 reports) and the cases of `tune/`:
ranking by a softmax over the candidates of a report, certainty by logistic regression on the best candidate, where every
question is also asked of its report without the sentence that answers, and as a twin in which its most telling word is
swapped. `docs/decisions/0004-answering.md` has the figures before and after.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES
from report_qa.answers.matching import WORD_EXTRAS, WORD_FEATURES
from report_qa.answers.word_weights import (
    WORDED_FIGURE,
    WORDED_FIGURE_CERTAINTY,
    WORDED_SENTENCE,
    WORDED_SENTENCE_CERTAINTY,
)

Floats = NDArray[np.float32]
Named = dict[str, float]
Extras = tuple[tuple[str, ...], tuple[str, ...]]
Weights = tuple[Floats, Floats]

# What the certainty models see beside the features: the share of the question's words that the report has nowhere, the
# distance to the next best score, by how much one that may not answer fits better, products that tell a near twin (most words shared, one telling word not), the constant.
EXTRAS = (
    "unknown",
    "margin",
    "blocked",
    "twin",
    "twin_unknown",
    "twin_concept",
    "strange",
    "english_dense",
    "constant",
)

_FIGURE = {
    "dense_figure": 14.02, "dense_sentence": 9.30, "bm25": 1.65, "metric": 0.66, "clause": 0.63, "sentence": 0.88,
    "context": 0.52, "elsewhere": -0.52, "unit_match": 3.22, "unit_clash": -1.22, "aspect_match": -0.29,
    "aspect_clash": -0.65, "period_equal": 1.31, "period_near": -0.51, "undated": -0.50, "status_match": 0.50,
    "status_clash": -1.00, "starting": -0.80, "metric_extra": -2.29, "open_reviewed": 1.39, "caption": -0.30,
    "growth_unasked": -0.55, "english": -0.00, "partial": 2.45, "gap": -0.02, "head": 0.64, "concept_gap": -2.47,
    "contrast": -0.58,
}  # fmt: skip
_SENTENCE = {
    "dense_sentence": 17.37, "bm25": 1.77, "sentence": 2.43, "context": 0.62, "elsewhere": -0.62,
    "period_equal": 3.49, "period_clash": -3.21, "status_match": 2.03, "status_clash": -1.56, "heading": -2.47,
    "title": 1.71, "caption": -0.10, "short": -1.97, "figures": 1.12, "english": -0.00, "partial": 5.62, "gap": 0.08,
    "concept_gap": -3.10,
}  # fmt: skip
_FIGURE_CERTAINTY = {
    "dense_figure": 3.25, "dense_sentence": 2.13, "bm25": 0.40, "metric": 1.50, "clause": -1.38, "sentence": 1.61,
    "context": -0.45, "elsewhere": 1.67, "unit_match": 0.38, "unit_clash": -1.62, "aspect_match": 0.10,
    "aspect_clash": 0.45, "period_equal": 1.07, "period_near": 0.68, "undated": -0.10, "status_match": 0.59,
    "status_clash": -0.40, "starting": -0.44, "metric_extra": -1.13, "open_reviewed": 0.51, "caption": 1.03,
    "growth_unasked": -0.14, "english": 0.82, "partial": 0.21, "gap": -1.56, "head": -0.12, "concept_gap": -2.63,
    "contrast": -2.38, "unknown": 0.82, "margin": 0.65, "blocked": -0.38, "twin": 0.21, "twin_unknown": 0.97,
    "twin_concept": -3.17, "strange": 0.86, "english_dense": -0.98, "constant": -3.45,
}  # fmt: skip
_SENTENCE_CERTAINTY = {
    "dense_sentence": 5.77, "bm25": 0.41, "sentence": 1.86, "context": -1.20, "elsewhere": 0.76, "period_equal": 0.96,
    "period_clash": -3.55, "status_match": 0.50, "status_clash": -2.21, "heading": -3.54, "title": 0.59,
    "caption": 3.06, "short": -0.58, "figures": 0.42, "english": 0.37, "partial": 0.53, "gap": -1.49,
    "concept_gap": -2.80, "unknown": 0.23, "margin": 0.53, "blocked": -0.85, "twin": 0.53, "twin_unknown": 0.83,
    "twin_concept": -4.19, "strange": 0.00, "english_dense": 0.60, "constant": -3.39,
}  # fmt: skip


def _both(names: tuple[str, ...], more: tuple[str, ...], extras: Extras, plain: Named, worded: Named) -> Weights:
    """Without and with the columns of words; `extras` stand behind the features, those of words last."""
    return (
        np.array([plain[name] for name in (*names, *extras[0])], np.float32),
        np.array([worded[name] for name in (*names, *more, *extras[0], *extras[1])], np.float32),
    )


_NONE: Extras = ((), ())
_CERTAIN: Extras = (EXTRAS, WORD_EXTRAS)
FIGURE_WEIGHTS = _both(FIGURE_FEATURES, WORD_FEATURES, _NONE, _FIGURE, WORDED_FIGURE)
SENTENCE_WEIGHTS = _both(SENTENCE_FEATURES, WORD_FEATURES, _NONE, _SENTENCE, WORDED_SENTENCE)
FIGURE_CERTAINTY = _both(FIGURE_FEATURES, WORD_FEATURES, _CERTAIN, _FIGURE_CERTAINTY, WORDED_FIGURE_CERTAINTY)
SENTENCE_CERTAINTY = _both(SENTENCE_FEATURES, WORD_FEATURES, _CERTAIN, _SENTENCE_CERTAINTY, WORDED_SENTENCE_CERTAINTY)


def weights_for(features: Floats, weights: Weights) -> Floats:
    """Of weights without and with those of words, the ones that go with features, (..., columns)."""
    return weights[0] if features.shape[-1] == len(weights[0]) else weights[1]
