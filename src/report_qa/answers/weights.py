"""Weights of the features, in the order of their names. See `docs/decisions` for how they were found."""

from __future__ import annotations

import numpy as np

from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES

_FIGURE = {
    "dense_figure": 4.0, "dense_sentence": 4.0, "bm25": 1.0, "metric": 2.5, "clause": 2.0, "sentence": 1.5, "context": 1.0,
    "elsewhere": -1.0, "unit_match": 1.2, "unit_clash": -2.0, "aspect_match": 0.6, "aspect_clash": -1.0, "period_equal": 0.8,
    "period_near": 0.0, "undated": -0.5, "status_match": 0.5, "status_clash": -1.0, "starting": -0.8, "metric_extra": -0.8,
    "open_reviewed": 0.2, "caption": -0.3, "growth_unasked": -0.2, "english": 0.0,
    "partial": -0.5, "gap": -0.5, "head": 0.5,
}  # fmt: skip
_SENTENCE = {
    "dense_sentence": 8.0, "bm25": 1.5, "sentence": 2.5, "context": 1.0, "elsewhere": -1.0, "period_equal": 0.4,
    "period_clash": -1.0, "status_match": 0.3, "status_clash": -0.5, "heading": -0.6, "title": -0.2, "caption": 0.0, "short": -0.6,
    "figures": 0.0, "english": 0.0, "partial": -0.3, "gap": -0.3,
}  # fmt: skip

FIGURE_WEIGHTS = np.array([_FIGURE[name] for name in FIGURE_FEATURES], np.float32)
SENTENCE_WEIGHTS = np.array([_SENTENCE[name] for name in SENTENCE_FEATURES], np.float32)

# Logistic models: the features above, then the share of the question's words that the report has nowhere, the distance to
# the next best score, and the constant.
FIGURE_CERTAINTY = np.append(FIGURE_WEIGHTS, [-1.5, 0.5, -3.5]).astype(np.float32)
SENTENCE_CERTAINTY = np.append(SENTENCE_WEIGHTS, [-1.5, 0.5, -3.0]).astype(np.float32)
