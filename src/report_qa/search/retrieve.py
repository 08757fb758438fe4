"""Finds the passages that a question is about: similarity of meaning and BM25 over the terms, with both parts kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.search.embedder import Vectors
from report_qa.search.index_manifest import ReportEntry
from report_qa.search.passage import Hit, Passage
from report_qa.search.store import StoredIndex
from report_qa.search.terms import terms

Floats = NDArray[np.float32]

# The score of a sentence is the better similarity of itself and its figures' descriptions, plus this weight times BM25.
# Swept with the passages of `passages.py`; recall@5 of the gold sentence on 1,000 questions about 10 reports and on 244
# cases about five others: 0 .782 .963; .001 .794 .984; .002 .805 .988; .003 .811 .988; .005 .793 .988. On 2,400 questions
# about 24 reports without figures: 0 .737; .001 .767; .002 .775; .003 .775; .004 .768; ranks fused (k 5, half weight) .765,
# (k 60, equal weights) .677.
BM25_WEIGHT = 0.002
_WIDE = 200  # of a library, so many of the nearest rows are looked at


@dataclass(frozen=True, slots=True)
class ReportScores:
    """What retrieval says of one report: similarity and BM25 score of each sentence, similarity of each figure as described."""

    sentence_dense: Floats
    sentence_bm25: Floats
    figure_dense: Floats


def score_report(index: StoredIndex, report: str, text: str, vector: Vectors) -> ReportScores:
    """Every score of one report for a question and its vector.

    Raises:
        ReportUnknown: there is no such report.
    """
    return _score(index, index.entry(report), terms(text), vector)


def retrieve(
    index: StoredIndex,
    text: str,
    vector: Vectors,
    report: str | None,
    top_k: int,
    passages: Callable[[str], Sequence[Passage]],
) -> list[Hit]:
    """The best sentences for a question, best first, equal ones in the order of their rows; one hit a sentence.

    With a `report` only its sentences are looked at; a report that is unknown is an error, never a search elsewhere.
    `passages` gives a report's passages, in the order of their rows.

    Raises:
        ReportUnknown: there is no such report.
    """
    question = terms(text)
    entries = (index.entry(report),) if report is not None else _near(index, vector)
    found: list[tuple[float, int, Hit]] = []
    for entry in entries:
        found += _hits(entry, _score(index, entry, question, vector), top_k, passages(entry.id))
    found.sort(key=lambda each: (-each[0], each[1]))
    return [hit for _, _, hit in found[:top_k]]


def hits_of(
    index: StoredIndex, report: str, scores: ReportScores, top_k: int, passages: Sequence[Passage]
) -> list[Hit]:
    """The best sentences of one report by scores that are known, as `retrieve` gives them.

    Raises:
        ReportUnknown: there is no such report.
    """
    return [hit for _, _, hit in _hits(index.entry(report), scores, top_k, passages)]


def _near(index: StoredIndex, vector: Vectors) -> tuple[ReportEntry, ...]:
    """The reports that own one of the nearest rows of the library."""
    starts = [entry.first_row for entry in index.reports]
    owners = {bisect_right(starts, row) - 1 for row, _ in index.vectors.search(vector, _WIDE)}
    return tuple(index.reports[owner] for owner in sorted(owners))


def _score(index: StoredIndex, entry: ReportEntry, question: Sequence[str], vector: Vectors) -> ReportScores:
    similarities = index.vectors.similarities(vector, entry.rows)
    return ReportScores(
        sentence_dense=similarities[: entry.sentences],
        sentence_bm25=index.keywords(entry.id).scores(question),
        figure_dense=similarities[entry.sentences :],
    )


def _hits(
    entry: ReportEntry, scores: ReportScores, top_k: int, passages: Sequence[Passage]
) -> list[tuple[float, int, Hit]]:
    best = np.full(entry.sentences, -1, np.int64)  # the figure of each sentence whose description is nearest
    figure = np.full(entry.sentences, -1.0, np.float32)
    for j, similarity in enumerate(scores.figure_dense):
        sentence = passages[entry.sentences + j].sentence
        if similarity > figure[sentence]:
            figure[sentence], best[sentence] = similarity, j
    fused = np.maximum(scores.sentence_dense, figure) + BM25_WEIGHT * scores.sentence_bm25
    hits = []
    for i in np.argsort(-fused, kind="stable")[:top_k].tolist():
        parts = {"dense": float(scores.sentence_dense[i]), "bm25": float(scores.sentence_bm25[i])}
        if best[i] >= 0:
            parts["figure"] = float(figure[i])
        hits.append((float(fused[i]), entry.first_row + i, Hit(passages[i], float(fused[i]), parts)))
    return hits
