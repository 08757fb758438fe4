"""How sure it is that a figure or a sentence answers a question: a logistic model over the features of the best one."""

from __future__ import annotations

import math

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.coverage import Floats
from report_qa.answers.features import feature_names
from report_qa.answers.tables import Bools
from report_qa.answers.weights import FIGURE_CERTAINTY, SENTENCE_CERTAINTY, weights_for

_MOST = 3.0  # a margin beyond this says no more


def figure_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that figure `at` answers."""
    ranking = asked.ranking
    metric = asked.view.table.metric
    rivals = ranking.allowed & (metric != metric[at])
    row = certainty_row(ranking.features, ranking.scores, ranking.allowed, rivals, at, ranking.whole)
    return _logistic(float(row @ weights_for(row, FIGURE_CERTAINTY)))


def sentence_certainty(asked: Asked, at: int) -> float:
    """Probability (0 to 1) that sentence `at` answers."""
    ranking = asked.ranking
    row = certainty_row(
        ranking.sentence_features, ranking.sentence_scores, ranking.named, ranking.named, at, ranking.whole
    )
    return _logistic(float(row @ weights_for(row, SENTENCE_CERTAINTY)))


def certainty_row(
    features: Floats, scores: Floats, allowed: Bools, rivals: Bools, at: int, whole: tuple[float, ...]
) -> Floats:
    """The features of row `at` with `weights.EXTRAS` behind them, and what of `whole` is of words behind these. `rivals` are
    those of the allowed that would be another answer: figures of the same metric in other periods are not. `whole` is the share
    of the question's words that the report has nowhere, and `matching.WORD_EXTRAS`, if there are any.
    """
    own = dict(zip(feature_names(features.shape[1]), features[at].tolist(), strict=True))
    unknown = whole[0]
    shared, gap = own.get("clause", own["sentence"]), own["gap"]
    extras = (
        unknown, _margin(scores, rivals, at), _blocked(scores, allowed, at), shared * gap, shared * unknown,
        shared * own["concept_gap"], own.get("metric_extra", 0.0) * gap, own["english"] * own["dense_sentence"], 1.0,
        *whole[1:],
    )  # fmt: skip
    return np.append(features[at], extras).astype(np.float32)


def _margin(scores: Floats, allowed: Bools, at: int) -> float:
    """Distance of a score to the best other one that may answer."""
    others = allowed.copy()
    others[at] = False
    if not others.any():
        return _MOST
    return float(np.clip(scores[at] - scores[others].max(), -_MOST, _MOST))


def _blocked(scores: Floats, allowed: Bools, at: int) -> float:
    """By how much the best one that may not answer (of another period, unit or side) fits better."""
    if allowed.all():
        return 0.0
    return float(np.clip(scores[~allowed].max() - scores[at], 0, 2 * _MOST))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
