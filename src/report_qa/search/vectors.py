"""`VectorIndex`: similarity over rows of unit vectors, higher is better; `ExactVectors`, the NumPy reference."""

from __future__ import annotations

import io
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import IndexDamaged
from report_qa.search.embedder import Vectors

Rows = range | NDArray[np.int64]
HINT = "Build the index again with `report-qa build`."


class VectorIndex(Protocol):
    """Unit vectors by row. Similarity is the inner product: 1 for the same direction."""

    def __len__(self) -> int:
        """Number of rows."""

    @property
    def dim(self) -> int:
        """Numbers in a vector."""

    def search(self, query: Vectors, k: int, rows: range | None = None) -> list[tuple[int, float]]:
        """The `k` nearest rows (of `rows`, where given) with their similarities, best first; equal ones by row."""

    def similarities(self, query: Vectors, rows: Rows) -> Vectors:
        """The similarity of each of `rows`, float32, in their order."""

    def rows(self) -> Vectors:
        """All vectors, float32, a row each."""

    def to_bytes(self) -> bytes:
        """What a file of it holds; the same rows give the same bytes."""

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The index that `to_bytes` wrote.

        Raises:
            IndexDamaged: these are no such bytes.
        """


class ExactVectors:
    """Every similarity computed, by NumPy: the reference that any other index is held against."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = np.ascontiguousarray(vectors, np.float32)

    def __len__(self) -> int:
        return len(self._vectors)

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._vectors.shape[1])

    def search(self, query: Vectors, k: int, rows: range | None = None) -> list[tuple[int, float]]:
        """The `k` nearest rows, best first; equal ones by row."""
        within = rows_within(rows, len(self))
        return ranked(self.similarities(query, within), within.start, k)

    def similarities(self, query: Vectors, rows: Rows) -> Vectors:
        """The similarity of each of `rows`, float32, in their order."""
        chosen = self._vectors[rows.start : rows.stop] if isinstance(rows, range) else self._vectors[rows]
        return inner_products(chosen, query)

    def rows(self) -> Vectors:
        """All vectors, float32, a row each."""
        return self._vectors

    def to_bytes(self) -> bytes:
        """The `.npy` file of the vectors."""
        written = io.BytesIO()
        np.save(written, self._vectors, allow_pickle=False)
        return written.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> ExactVectors:
        """Read a `.npy` file.

        Raises:
            IndexDamaged: these are no such bytes.
        """
        try:
            vectors = np.load(io.BytesIO(data), allow_pickle=False)
        except (ValueError, EOFError, OSError) as error:
            raise IndexDamaged("The file of vectors is damaged.", HINT) from error
        if vectors.ndim != 2 or vectors.dtype != np.float32:
            raise IndexDamaged("The file of vectors holds no rows of float32.", HINT)
        return cls(vectors)


def rows_within(rows: range | None, count: int) -> range:
    """`rows` as far as there are such rows; all of them for None. A filter that matches nothing gives nothing."""
    if rows is None:
        return range(count)
    return range(min(rows.start, count), max(min(rows.stop, count), min(rows.start, count)))


def inner_products(vectors: Vectors, query: Vectors) -> Vectors:
    """Inner products row by row. `einsum` adds each row alone: no thread count or neighbour can change the last bit."""
    products: Vectors = np.einsum("ij,j->i", vectors, np.asarray(query, np.float32), optimize=False)
    return products


def ranked(similarities: Vectors, first: int, k: int) -> list[tuple[int, float]]:
    """The `k` best of consecutive rows from `first`, best first, equal ones by row."""
    order = np.argsort(-similarities, kind="stable")[: max(k, 0)]
    return [(first + int(i), float(similarities[i])) for i in order]
