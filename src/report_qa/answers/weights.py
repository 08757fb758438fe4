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
    "dense_figure": 13.39, "dense_sentence": 9.72, "bm25": -0.59, "metric": 1.72, "clause": 1.09, "sentence": 1.53,
    "context": 0.79, "elsewhere": -0.79, "unit_match": 3.14, "unit_clash": -1.39, "aspect_match": -0.00,
    "aspect_clash": -0.76, "period_equal": 1.19, "period_near": -0.39, "undated": -0.50, "status_match": 0.50,
    "status_clash": -1.00, "starting": -0.80, "metric_extra": -2.02, "open_reviewed": 1.34, "caption": -0.30,
    "growth_unasked": -0.59, "english": -0.00, "partial": 2.56, "gap": -0.29, "head": 0.46, "concept_gap": -2.33,
    "contrast": -0.34,
}  # fmt: skip
_SENTENCE = {
    "dense_sentence": 17.12, "bm25": -0.09, "sentence": 2.79, "context": 0.89, "elsewhere": -0.89,
    "period_equal": 3.06, "period_clash": -3.12, "status_match": 1.88, "status_clash": -1.46, "heading": -1.90,
    "title": 1.55, "caption": -0.03, "short": -1.62, "figures": 0.96, "english": 0.00, "partial": 5.30, "gap": -0.19,
    "concept_gap": -2.31,
}  # fmt: skip
_FIGURE_CERTAINTY = {
    "dense_figure": 3.36, "dense_sentence": 2.38, "bm25": -0.36, "metric": 1.96, "clause": -0.57, "sentence": 0.65,
    "context": -0.62, "elsewhere": 1.17, "unit_match": 0.29, "unit_clash": -1.76, "aspect_match": 0.19,
    "aspect_clash": 0.37, "period_equal": 0.86, "period_near": 0.64, "undated": -2.69, "status_match": 0.53,
    "status_clash": -0.83, "starting": 0.00, "metric_extra": 0.00, "open_reviewed": 0.41, "caption": 0.35,
    "growth_unasked": 0.19, "english": 0.50, "partial": 0.57, "gap": -0.90, "head": -0.08, "concept_gap": -2.42,
    "contrast": -3.21, "unknown": 0.53, "margin": 0.70, "blocked": -0.38, "twin": 0.57, "twin_unknown": 0.50,
    "twin_concept": -3.46, "strange": -0.08, "english_dense": -1.79, "constant": -3.59,
}  # fmt: skip
_SENTENCE_CERTAINTY = {
    "dense_sentence": 6.29, "bm25": -0.15, "sentence": 1.92, "context": -0.87, "elsewhere": 0.87,
    "period_equal": 0.86, "period_clash": -3.69, "status_match": 0.46, "status_clash": -2.23, "heading": -3.21,
    "title": 0.49, "caption": 2.94, "short": -0.64, "figures": 0.39, "english": -0.11, "partial": 1.07, "gap": -1.70,
    "concept_gap": -2.55, "unknown": 0.85, "margin": 0.55, "blocked": -0.55, "twin": 1.07, "twin_unknown": -0.04,
    "twin_concept": -3.84, "strange": 0.00, "english_dense": 1.43, "constant": -3.53,
}  # fmt: skip

FIGURE_WEIGHTS = np.array([_FIGURE[name] for name in FIGURE_FEATURES], np.float32)
SENTENCE_WEIGHTS = np.array([_SENTENCE[name] for name in SENTENCE_FEATURES], np.float32)
FIGURE_CERTAINTY = np.array([_FIGURE_CERTAINTY[name] for name in (*FIGURE_FEATURES, *EXTRAS)], np.float32)
SENTENCE_CERTAINTY = np.array([_SENTENCE_CERTAINTY[name] for name in (*SENTENCE_FEATURES, *EXTRAS)], np.float32)
