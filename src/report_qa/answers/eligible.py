"""Which figures may answer a question at all, beyond what the ranking bars, and which of them is the best."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.fitting import asks_manifold, is_growth, negates
from report_qa.answers.folding import fold, stands_in
from report_qa.answers.units import kind_of

SURE = 0.27
CLOSE = 2.0  # score distance within which another period's figure of the same metric is a second reading


def eligible(asked: Asked) -> Asked:
    """Only figures whose metric has the words that the question needs, or whose clause has them where no metric does; none of
    what the question's thing is not (非金融类 for 金融类).
    """
    needs, view, allowed = [fold(word) for word in asked.question.needs], asked.view, asked.ranking.allowed
    opposite = [at for at, one in enumerate(view.figures) if "非" in one.metric + asked.question.topic
                and negates(asked.question.topic, one.metric)]  # fmt: skip
    if opposite:
        allowed = allowed.copy()
        allowed[opposite] = False
    if not needs:
        return replace(asked, ranking=replace(asked.ranking, allowed=allowed)) if opposite else asked
    for texts in (view.metrics, view.clauses):
        named = np.array([all(stands_in(word, text) for word in needs) for text in texts], bool) & allowed
        if named.any():
            break
    return replace(asked, ranking=replace(asked.ranking, allowed=named))


def best_figure(asked: Asked) -> list[int]:
    """The best figure; a rate of growth before a multiple (增长132.3倍) that fits hardly better, where no multiple is asked."""
    best = asked.ranking.best(5)
    if not best or kind_of(asked.view.figures[best[0]]) != "multiple" or asks_manifold(asked.question.clean):
        return best[:1]
    near = asked.ranking.scores[best[0]] - CLOSE
    rates = [at for at in best if kind_of(asked.view.figures[at]) == "share" and is_growth(asked.view.figures[at])]
    sure = [at for at in rates if asked.ranking.scores[at] > near and figure_certainty(asked, at) >= SURE]
    return (sure or best)[:1]
