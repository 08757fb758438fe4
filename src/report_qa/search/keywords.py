"""`Keywords`: BM25 over our own terms. bm25s weighs them once, when the index is built; asking only adds columns up."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import IndexDamaged
from report_qa.search.vectors import HINT, rows_within

# Swept on 2,400 questions about 24 reports, recall@5 by BM25 alone: (1.5, .75) .517, (1.2, .5) .525, (.9, .4) .523,
# (2, .75) .516, (1.2, .9) .512.
K1, B = 1.2, 0.5
_PARTS = ("weights", "rows", "starts")


class Keywords:
    """A sparse matrix, terms x rows, of BM25 weights; a term's rows rise. Rows are those of the passages."""

    def __init__(
        self, vocabulary: Mapping[str, int], weights: NDArray[np.float32], rows: NDArray[np.int32], starts: NDArray[np.int64],
        count: int,
    ) -> None:  # fmt: skip
        self._vocabulary = vocabulary
        self._weights, self._rows, self._starts = weights, rows, starts
        self._count = count

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> Keywords:
        """Weigh the terms of documents, a row each; an empty one is never found."""
        names = sorted({term for document in documents for term in document})
        vocabulary = {name: i for i, name in enumerate(names)}
        if not names:
            nothing = np.zeros(1, np.int64)
            return cls({}, np.empty(0, np.float32), np.empty(0, np.int32), nothing, len(documents))
        from bm25s import BM25

        model = BM25(k1=K1, b=B, method="lucene")
        ids = [[vocabulary[term] for term in document] for document in documents]
        model.index((ids, dict(vocabulary)), show_progress=False)  # it adds to the dictionary
        scores = model.scores
        starts = np.asarray(scores["indptr"], np.int64)[: len(names) + 1]
        weights, rows = np.asarray(scores["data"], np.float32), np.asarray(scores["indices"], np.int32)
        return cls(vocabulary, *_in_order(weights, rows, starts), starts, len(documents))

    @classmethod
    def joined(cls, parts: Sequence[tuple[int, Keywords]], count: int) -> Keywords:
        """The keywords of several sets of documents as one of `count` rows; each comes with its first row, and keeps its weights."""
        names = sorted({term for _, part in parts for term in part._vocabulary})
        vocabulary = {name: i for i, name in enumerate(names)}
        ids, rows, weights = [np.empty(0, np.int64)], [np.empty(0, np.int32)], [np.empty(0, np.float32)]
        for first, part in parts:
            known = np.array([vocabulary[term] for term in part._vocabulary], np.int64)
            ids.append(np.repeat(known, np.diff(part._starts)))
            rows.append(part._rows + np.int32(first))
            weights.append(part._weights)
        terms = np.concatenate(ids)
        every = np.concatenate(rows)
        order = np.lexsort((every, terms))
        starts = np.concatenate([[0], np.cumsum(np.bincount(terms, minlength=len(names)))]).astype(np.int64)
        return cls(vocabulary, np.concatenate(weights)[order], every[order], starts, count)

    def __len__(self) -> int:
        return self._count

    def scores(self, terms: Sequence[str], rows: range | None = None) -> NDArray[np.float32]:
        """The BM25 score of each of `rows` (all of them by default) for a question's terms, float32, in their order."""
        within = rows_within(rows, self._count)
        found = np.zeros(len(within), np.float32)
        for term in terms:
            at = self._vocabulary.get(term)
            if at is None:
                continue
            start, end = int(self._starts[at]), int(self._starts[at + 1])
            low, high = start + np.searchsorted(self._rows[start:end], (within.start, within.stop))
            found[self._rows[low:high] - within.start] += self._weights[low:high]
        return found

    def to_bytes(self) -> tuple[bytes, bytes]:
        """The vocabulary as JSON, and the matrix as `.npy` parts one after another; the same documents, the same bytes."""
        written = io.BytesIO()
        for part in (self._weights, self._rows, self._starts):
            np.save(written, part, allow_pickle=False)
        names = json.dumps(
            {"rows": self._count, "terms": list(self._vocabulary)}, ensure_ascii=False, separators=(",", ":")
        )
        return names.encode(), written.getvalue()

    @classmethod
    def from_bytes(cls, names: bytes, matrix: bytes) -> Keywords:
        """The keywords that `to_bytes` wrote.

        Raises:
            IndexDamaged: these are no such bytes.
        """
        try:
            read = json.loads(names)
            opened = io.BytesIO(matrix)
            weights, rows, starts = (np.load(opened, allow_pickle=False) for _ in _PARTS)
            vocabulary = {term: i for i, term in enumerate(read["terms"])}
            if len(starts) != len(vocabulary) + 1 or not len(weights) == len(rows) == starts[-1]:
                raise ValueError("parts of different lengths")
            return cls(vocabulary, weights, rows, starts, int(read["rows"]))
        except (ValueError, KeyError, TypeError, EOFError, OSError, UnicodeDecodeError) as error:
            raise IndexDamaged("The file of keywords is damaged.", HINT) from error


def _in_order(
    weights: NDArray[np.float32], rows: NDArray[np.int32], starts: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Each term's rows, rising: bm25s leaves the order within a term open."""
    terms = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.lexsort((rows, terms))
    return weights[order], rows[order]
