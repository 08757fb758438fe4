"""How much of a question's words a report's figures and sentences have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.anchors import Anchor
from report_qa.answers.view import ReportView

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of the anchors' weight (0 to 1) found: in a figure's metric and clause (F,), in a sentence and its context
    (S,); `elsewhere` (S,) is the share that the report has but neither the sentence nor its context; `unknown` the share
    that the report has nowhere; `head` (F,) how much of the question's last word the clause has; `concept_gap`
    (S,) the share of the lexicon's concepts that the sentence and its context lack; `contrast` (F,) the share of words
    that the clause lacks right before a word that it has (千兆宽带用户普及率 against 5G用户普及率).
    """

    metric: Floats
    clause: Floats
    sentence: Floats
    context: Floats
    elsewhere: Floats
    head: Floats
    concept_gap: Floats
    contrast: Floats
    unknown: float


def cover(view: ReportView, anchors: tuple[Anchor, ...]) -> Coverage:
    """Look a question's anchors up in a report. A word of the report counts by the two-character words of it that a text
    has, so that 老旧小区改造 and 改造老旧小区 agree; a concept counts whole, by any of its forms.
    """
    count, figures = len(view.words.texts), len(view.figures)
    metric, clause, contrast, head = (np.zeros(figures, np.float32) for _ in range(4))
    sentence, context, concepts = (np.zeros(count, np.float32) for _ in range(3))
    known = sum(anchor.weight for anchor in anchors if anchor.forms)
    total = sum(anchor.weight for anchor in anchors) or 1.0
    before: tuple[Anchor, Floats] | None = None
    for anchor in anchors:
        share = np.float32(anchor.weight / total)
        own, around = view.words.found(anchor.forms, anchor.grams), view.context_grams.found(anchor.forms, anchor.grams)
        around = np.maximum(own, around)
        in_clause = view.clause_grams.found(anchor.forms, anchor.grams)
        sentence += share * own
        context += share * around
        clause += share * in_clause
        metric += share * view.metric_grams.found(anchor.forms, anchor.grams)
        if anchor.concept is not None:
            concepts += share * (1 - around)
        if before and before[0].end == anchor.start and anchor.formal and anchor.forms:
            contrast += np.float32(before[0].weight / total) * (1 - before[1]) * (in_clause >= _WHOLE)
        before, head = (anchor, in_clause), in_clause
    elsewhere = np.maximum(np.float32(known / total) - context, 0)
    unknown = 1 - known / total if anchors else 0.0
    return Coverage(metric, clause, sentence, context, elsewhere, head, concepts, contrast, unknown)


_WHOLE = 0.9
