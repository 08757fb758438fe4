"""Weights of the features, by name.

Found by `report-qa`'s own fitting on the 2,400 questions of `pairs/report_questions` (24 reports) and the cases of `tune/`:
ranking by a softmax over the candidates of a report, certainty by logistic regression on the best candidate, where every
question is also asked of its report without the sentence that answers, and as a twin in which its most telling word is
swapped. `docs/decisions/0004-answering.md` has the figures before and after.
"""

from __future__ import annotations

import numpy as np

from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES

# What the certainty models see beside the features: the share of the question's words that the report has nowhere, the
# distance to the next best score, products that tell a near twin (most words shared, one telling word not), the constant.
EXTRAS = ("unknown", "margin", "twin", "twin_unknown", "twin_concept", "strange", "english_dense", "constant")

_FIGURE = {
    "dense_figure": 11.18, "dense_sentence": 8.80, "bm25": -0.37, "metric": 1.98, "clause": 1.39, "sentence": 1.53,
    "context": 0.84, "elsewhere": -0.84, "unit_match": 2.77, "unit_clash": -1.70, "aspect_match": 0.19,
    "aspect_clash": -0.84, "period_equal": 1.03, "period_near": -0.23, "undated": -0.50, "status_match": 0.50,
    "status_clash": -1.00, "starting": -0.80, "metric_extra": -1.97, "open_reviewed": 1.23, "caption": -0.30,
    "growth_unasked": -0.47, "english": -0.00, "partial": 1.48, "gap": -0.34, "head": 0.21, "concept_gap": -1.79,
}  # fmt: skip
_SENTENCE = {
    "dense_sentence": 14.83, "bm25": 0.00, "sentence": 2.92, "context": 0.99, "elsewhere": -0.99,
    "period_equal": 2.48, "period_clash": -2.83, "status_match": 1.57, "status_clash": -1.42, "heading": -1.45,
    "title": 1.01, "caption": 0.02, "short": -1.35, "figures": 1.08, "english": -0.00, "partial": 3.78, "gap": -0.29,
    "concept_gap": -2.23,
}  # fmt: skip
_FIGURE_CERTAINTY = {
    "dense_figure": 3.42, "dense_sentence": 2.50, "bm25": -0.69, "metric": 2.53, "clause": -0.27, "sentence": 1.25,
    "context": -0.94, "elsewhere": 0.22, "unit_match": 0.36, "unit_clash": -1.05, "aspect_match": 0.29,
    "aspect_clash": 0.24, "period_equal": 0.78, "period_near": -0.28, "undated": -2.71, "status_match": 0.49,
    "status_clash": -0.76, "starting": 0.00, "metric_extra": -0.30, "open_reviewed": 0.38, "caption": 0.75,
    "growth_unasked": 0.18, "english": 0.56, "partial": 0.06, "gap": -1.38, "head": -0.51, "concept_gap": -2.21,
    "unknown": 0.18, "margin": 0.66, "twin": 0.06, "twin_unknown": 1.45, "twin_concept": -6.36, "strange": 1.47,
    "english_dense": -0.22, "constant": -3.85,
}  # fmt: skip
_SENTENCE_CERTAINTY = {
    "dense_sentence": 6.31, "bm25": -0.25, "sentence": 2.04, "context": -1.00, "elsewhere": 1.52,
    "period_equal": 0.87, "period_clash": -4.28, "status_match": 0.50, "status_clash": -2.40, "heading": -3.54,
    "title": 0.92, "caption": 3.16, "short": -0.29, "figures": 0.39, "english": -0.26, "partial": 0.67, "gap": -1.97,
    "concept_gap": -2.79, "unknown": 1.12, "margin": 0.63, "twin": 0.67, "twin_unknown": 0.62, "twin_concept": -4.55,
    "strange": 0.00, "english_dense": 2.64, "constant": -3.59,
}  # fmt: skip

FIGURE_WEIGHTS = np.array([_FIGURE[name] for name in FIGURE_FEATURES], np.float32)
SENTENCE_WEIGHTS = np.array([_SENTENCE[name] for name in SENTENCE_FEATURES], np.float32)
FIGURE_CERTAINTY = np.array([_FIGURE_CERTAINTY[name] for name in (*FIGURE_FEATURES, *EXTRAS)], np.float32)
SENTENCE_CERTAINTY = np.array([_SENTENCE_CERTAINTY[name] for name in (*SENTENCE_FEATURES, *EXTRAS)], np.float32)
