"""Weights of the features where the model gives pieces of texts (`matching`); `weights` has those without.

Found by `benchmarks/fit_weights.py` on 1,440 questions about 12 reports of which half have no answer (`data/judge`), 600 about six
others, and the cases of `tune/` and of the shipped report; the heads that weigh the matches had not seen the reports that they were weighed on.
`docs/decisions/0009-words.md` has the figures before and after.
"""

from __future__ import annotations

WORDED_FIGURE = {
    "dense_figure": 19.66, "dense_sentence": 10.59, "bm25": 1.16, "metric": 0.38, "clause": 0.20, "sentence": -0.63,
    "context": 0.42, "elsewhere": -0.42, "unit_match": 3.09, "unit_clash": -1.16, "aspect_match": -0.25,
    "aspect_clash": -0.63, "period_equal": 1.45, "period_near": -0.65, "undated": -0.50, "status_match": 0.50,
    "status_clash": -1.00, "starting": -1.32, "metric_extra": -1.86, "open_reviewed": 0.95, "caption": -0.30,
    "growth_unasked": -1.24, "english": -0.00, "partial": 1.69, "gap": 0.08, "head": 0.75, "concept_gap": -2.02,
    "contrast": -1.63, "word_score": 2.61, "word_own": -0.12, "word_sentence": 2.11, "word_context": 2.04,
    "word_lost": -0.60, "word_missing": 0.59, "word_lost_most": -1.44, "word_missing_most": -1.10,
}  # fmt: skip
WORDED_SENTENCE = {
    "dense_sentence": 19.21, "bm25": 1.10, "sentence": 0.35, "context": 0.78, "elsewhere": -0.78,
    "period_equal": 3.64, "period_clash": -3.14, "status_match": 1.82, "status_clash": -1.32, "heading": -2.98,
    "title": 4.34, "caption": -0.46, "short": -1.45, "figures": 0.89, "english": -0.00, "partial": 4.34, "gap": -0.08,
    "concept_gap": -2.11, "word_score": 2.46, "word_own": 1.55, "word_sentence": 1.55, "word_context": 3.00,
    "word_lost": -0.18, "word_missing": -0.08, "word_lost_most": -1.17, "word_missing_most": -0.90,
}  # fmt: skip
WORDED_FIGURE_CERTAINTY = {
    "dense_figure": 2.34, "dense_sentence": 1.13, "bm25": -0.42, "metric": 2.62, "clause": -1.16, "sentence": -0.33,
    "context": -0.42, "elsewhere": 0.96, "unit_match": 0.08, "unit_clash": -3.26, "aspect_match": -0.14,
    "aspect_clash": -0.53, "period_equal": 1.03, "period_near": 2.94, "undated": 0.00, "status_match": 0.56,
    "status_clash": -0.66, "starting": -0.00, "metric_extra": -0.31, "open_reviewed": 0.67, "caption": 2.92,
    "growth_unasked": -0.22, "english": 1.12, "partial": -0.22, "gap": -0.84, "head": -0.35, "concept_gap": -2.63,
    "contrast": -3.31, "word_score": 5.29, "word_own": -4.63, "word_sentence": 4.80, "word_context": 0.10,
    "word_lost": -6.55, "word_missing": -0.31, "word_lost_most": -0.35, "word_missing_most": 0.66, "unknown": 0.20,
    "margin": 0.63, "blocked": -1.16, "twin": -0.22, "twin_unknown": 0.97, "twin_concept": -2.87, "strange": -0.14,
    "english_dense": -2.21, "constant": -2.27, "word_known": -6.03, "word_unknown": -2.64, "word_unknown_most": -2.15,
}  # fmt: skip
WORDED_SENTENCE_CERTAINTY = {
    "dense_sentence": 2.43, "bm25": -0.12, "sentence": 0.98, "context": -1.01, "elsewhere": 1.18,
    "period_equal": 0.69, "period_clash": -5.40, "status_match": 0.47, "status_clash": -2.25, "heading": -4.64,
    "title": 3.18, "caption": 4.22, "short": -0.02, "figures": 0.71, "english": -0.39, "partial": 0.72, "gap": -1.71,
    "concept_gap": -2.88, "word_score": 7.75, "word_own": 0.18, "word_sentence": 0.18, "word_context": -1.38,
    "word_lost": 1.27, "word_missing": -0.99, "word_lost_most": 0.99, "word_missing_most": -0.85, "unknown": 0.57,
    "margin": 0.66, "blocked": -1.98, "twin": 0.72, "twin_unknown": -1.10, "twin_concept": -3.47, "strange": 0.00,
    "english_dense": 2.03, "constant": -3.11, "word_known": -7.72, "word_unknown": -0.00, "word_unknown_most": 0.31,
}  # fmt: skip
