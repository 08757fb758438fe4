"""How sure it is that a figure or a sentence answers a question: a logistic model over the same features."""

from __future__ import annotations

import math

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.weights import FIGURE_CERTAINTY, SENTENCE_CERTAINTY


def figure_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that figure `at` answers."""
    ranking = asked.ranking
    row = np.append(ranking.features[at], [ranking.coverage.unknown, _margin(ranking.scores, at), 1.0])
    return _logistic(float(row @ FIGURE_CERTAINTY))


def sentence_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that sentence `at` answers."""
    ranking = asked.ranking
    row = np.append(
        ranking.sentence_features[at], [ranking.coverage.unknown, _margin(ranking.sentence_scores, at), 1.0]
    )
    return _logistic(float(row @ SENTENCE_CERTAINTY))


def _margin(scores: np.ndarray, at: int) -> float:
    """Distance of a score to the best other one."""
    if len(scores) < 2:
        return 0.0
    best, second = np.partition(scores, -2)[[-1, -2]]
    return float(scores[at] - (second if scores[at] >= best else best))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
