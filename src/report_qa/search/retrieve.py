"""Finds the passages that a question is about: similarity of meaning and BM25 over the terms, with both parts kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.search.embedder import Vectors
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
_NEAR, _WORDED = 1_000, 200  # of a library, so many rows by meaning and sentences by words are scored exactly


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
    entry = index.entry(report)
    similarities = index.vectors.similarities(vector, entry.rows)
    return ReportScores(
        sentence_dense=similarities[: entry.sentences],
        sentence_bm25=index.keywords.scores(terms(text), entry.sentence_rows),
        figure_dense=similarities[entry.sentences :],
    )


def retrieve(
    index: StoredIndex,
    text: str,
    vector: Vectors,
    report: str | None,
    top_k: int,
    passages: Callable[[str], Sequence[Passage]],
) -> list[Hit]:
    """The best sentences for a question, best first, equal ones in the order of their rows; one hit a sentence.

    With a `report` only its sentences are looked at; a report that is unknown is an error, never a search elsewhere. `passages`
    gives a report's passages, in the order of their rows; only the reports of the hits are asked for.

    Raises:
        ReportUnknown: there is no such report.
    """
    if report is not None:
        return hits_of(index, report, score_report(index, report, text, vector), top_k, passages(report))
    weights = index.keywords.scores(terms(text))
    rows = _candidates(index, vector, weights, top_k)
    figures = _figures_of(index, rows)
    similarities = index.vectors.similarities(vector, np.concatenate([rows, figures]))
    scores = ReportScores(similarities[: len(rows)], weights[rows], similarities[len(rows) :])
    ranked = _ranked(scores, np.searchsorted(rows, index.owners[figures]), top_k)
    starts = [entry.first_row for entry in index.reports]
    hits: list[Hit] = []
    for place, score, parts in ranked:
        row = int(rows[place])
        entry = index.reports[bisect_right(starts, row) - 1]
        hits.append(Hit(passages(entry.id)[row - entry.first_row], score, parts))
    return hits


def hits_of(
    index: StoredIndex, report: str, scores: ReportScores, top_k: int, passages: Sequence[Passage]
) -> list[Hit]:
    """The best sentences of one report by scores that are known, as `retrieve` gives them.

    Raises:
        ReportUnknown: there is no such report.
    """
    entry = index.entry(report)
    owners = index.owners[entry.figure_rows.start : entry.figure_rows.stop] - entry.first_row
    return [Hit(passages[row], score, parts) for row, score, parts in _ranked(scores, owners, top_k)]


def fuse(scores: ReportScores, owners: NDArray[np.int64]) -> Floats:
    """One score a sentence: the better of its own similarity and its figures', and BM25; `owners` is the sentence of each figure."""
    best = scores.sentence_dense.copy()
    np.maximum.at(best, owners, scores.figure_dense)
    return np.asarray(best + BM25_WEIGHT * scores.sentence_bm25, np.float32)


def _candidates(index: StoredIndex, vector: Vectors, weights: Floats, top_k: int) -> NDArray[np.int64]:
    """Rows of the sentences, rising, that may be among the best of the library: by meaning, their figures' too, and by words."""
    if index.coarse is None:
        return np.concatenate(
            [np.asarray(entry.sentence_rows, np.int64) for entry in index.reports] or [np.empty(0, np.int64)]
        )
    near = index.coarse.near(vector, max(_NEAR, top_k))
    worded = np.argpartition(-weights, _WORDED)[:_WORDED]  # from this end: most are 0, and ties are slow to part
    return np.unique(index.owners[np.concatenate([near, worded])])


def _figures_of(index: StoredIndex, sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows of the figures of sentences."""
    chosen = np.zeros(len(index.owners), bool)
    chosen[sentences] = True
    mine = chosen[index.owners]
    mine[sentences] = False
    return np.flatnonzero(mine)


def _ranked(scores: ReportScores, owners: NDArray[np.int64], top_k: int) -> list[tuple[int, float, dict[str, float]]]:
    """The best sentences: their positions, fused scores and parts, best first, equal ones by position."""
    fused = fuse(scores, owners)
    ranked = []
    for i in np.argsort(-fused, kind="stable")[:top_k].tolist():
        parts = {"dense": float(scores.sentence_dense[i]), "bm25": float(scores.sentence_bm25[i])}
        if len(mine := scores.figure_dense[owners == i]):
            parts["figure"] = float(mine.max())
        ranked.append((i, float(fused[i]), parts))
    return ranked
