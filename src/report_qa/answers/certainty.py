"""How sure it is that a figure or a sentence answers a question: a logistic model over the features of the best one."""

from __future__ import annotations

import math

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES, Floats
from report_qa.answers.weights import FIGURE_CERTAINTY, SENTENCE_CERTAINTY

_NEVER = np.float32(-1e3)
_MOST = 3.0  # a margin beyond this says no more


def figure_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that figure `at` answers."""
    ranking = asked.ranking
    row = certainty_row(
        ranking.features,
        np.where(ranking.allowed, ranking.scores, _NEVER),
        at,
        ranking.coverage.unknown,
        FIGURE_FEATURES,
    )
    return _logistic(float(row @ FIGURE_CERTAINTY))


def sentence_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that sentence `at` answers."""
    ranking = asked.ranking
    row = certainty_row(
        ranking.sentence_features,
        np.where(ranking.named, ranking.sentence_scores, _NEVER),
        at,
        ranking.coverage.unknown,
        SENTENCE_FEATURES,
    )
    return _logistic(float(row @ SENTENCE_CERTAINTY))


def certainty_row(features: Floats, scores: Floats, at: int, unknown: float, names: tuple[str, ...]) -> Floats:
    """The features of row `at` with `EXTRAS` behind them."""
    own = dict(zip(names, features[at].tolist(), strict=True))
    shared, gap = own.get("clause", own["sentence"]), own["gap"]
    extras = (
        unknown, _margin(scores, at), shared * gap, shared * unknown, shared * own["concept_gap"],
        own.get("metric_extra", 0.0) * gap, own["english"] * own["dense_sentence"], 1.0,
    )  # fmt: skip
    return np.append(features[at], extras).astype(np.float32)


def _margin(scores: Floats, at: int) -> float:
    """Distance of a score to the best other one that may answer."""
    if len(scores) < 2:
        return 0.0
    best, second = np.partition(scores, -2)[[-1, -2]]
    return float(np.clip(scores[at] - (second if scores[at] >= best else best), -_MOST, _MOST))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
