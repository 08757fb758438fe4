"""`FaissVectors`: the vectors of the index folder in FAISS, behind the same Protocol as the exact reference."""

from __future__ import annotations

from typing import Any

import faiss
import numpy as np

from report_qa.errors import IndexDamaged
from report_qa.search.embedder import Vectors
from report_qa.search.vectors import HINT, Rows, inner_products, rows_within


class FaissVectors:
    """A flat inner-product index. One report's rows are chosen inside the search, by a range of ids."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: Vectors) -> FaissVectors:
        """The index of unit vectors, a row each."""
        index = faiss.IndexFlatIP(int(vectors.shape[1]))
        index.add(np.ascontiguousarray(vectors, np.float32))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._index.d)

    def search(self, query: Vectors, k: int, rows: range | None = None) -> list[tuple[int, float]]:
        """The `k` nearest rows, best first; equal ones by row."""
        within = rows_within(rows, len(self))
        if k <= 0 or not within:
            return []
        chosen = None
        if len(within) < len(self):
            chosen = faiss.SearchParameters(sel=faiss.IDSelectorRange(within.start, within.stop))  # type: ignore[call-arg]
        questions = np.asarray(query, np.float32).reshape(1, -1)
        # FAISS orders equal similarities as its heap left them, so ask for one more and, where the cut would fall inside
        # equals, for all.
        wanted = min(k + 1, len(within))
        scores, ids = self._index.search(questions, wanted, params=chosen)
        if k < len(within) and scores[0][k] == scores[0][k - 1]:
            scores, ids = self._index.search(questions, len(within), params=chosen)
        found = [(int(i), float(score)) for i, score in zip(ids[0], scores[0], strict=True) if i >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:k]

    def similarities(self, query: Vectors, rows: Rows) -> Vectors:
        """The similarity of each of `rows`, float32, in their order."""
        if not isinstance(rows, range):
            return inner_products(self._index.reconstruct_batch(rows), query)
        within = rows_within(rows, len(self))
        if not within:
            return np.empty(0, np.float32)
        return inner_products(self._index.reconstruct_n(within.start, len(within)), query)

    def rows(self) -> Vectors:
        """All vectors, float32, a row each."""
        return np.asarray(self._index.reconstruct_n(0, len(self)), np.float32)

    def to_bytes(self) -> bytes:
        """What FAISS writes of a flat index."""
        return bytes(faiss.serialize_index(self._index).tobytes())

    @classmethod
    def from_bytes(cls, data: bytes) -> FaissVectors:
        """Read what FAISS wrote.

        Raises:
            IndexDamaged: these are no such bytes.
        """
        try:
            index = faiss.deserialize_index(np.frombuffer(data, np.uint8))
        except Exception as error:  # FAISS raises its own exceptions, which derive from several bases
            raise IndexDamaged("The file of vectors is damaged.", HINT) from error
        if not isinstance(index, faiss.IndexFlatIP):
            raise IndexDamaged("The file of vectors is no flat inner-product index.", HINT)
        return cls(index)
