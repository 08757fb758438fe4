"""`CoarseRows`: the rows of a large library that may be near a question, in a fraction of a millisecond."""

from __future__ import annotations

from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from report_qa.errors import IndexDamaged
from report_qa.search.embedder import Vectors
from report_qa.search.vectors import HINT

FEWEST = 5_000  # rows; of fewer each is looked at, which takes a millisecond
# Vectors are cut into so many parts, each kept as the nearest of 16 examples. Measured on 127,000 rows (11 reports, each
# eleven times with noise), 40 questions: the 5 and the 20 nearest rows are among the 1,000 that 96 parts name in 1.000 and
# 1.000 of cases (48 parts: 1.000 and .985), in about a hundredth of the time of the exact search.
_PARTS = 96
_TAUGHT = 8_192  # so many rows, evenly chosen, give the examples


class CoarseRows:
    """Every row in four bits a part. What it names is looked at again, exactly."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: Vectors) -> CoarseRows | None:
        """The coarse rows of unit vectors, the same each time; None where there are too few to need them."""
        rows, dim = vectors.shape
        if rows < FEWEST:
            return None
        parts = max(part for part in range(1, _PARTS + 1) if dim % part == 0)
        index = faiss.IndexPQFastScan(dim, parts, 4, faiss.METRIC_INNER_PRODUCT)
        threads = faiss.omp_get_max_threads()
        faiss.omp_set_num_threads(1)  # so that sums are added up in one order
        try:
            index.train(np.ascontiguousarray(vectors[:: max(1, rows // _TAUGHT)]))
            index.add(np.ascontiguousarray(vectors))
        finally:
            faiss.omp_set_num_threads(threads)
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def near(self, query: Vectors, count: int) -> NDArray[np.int64]:
        """About the `count` nearest rows, in no order."""
        _, ids = self._index.search(np.asarray(query, np.float32).reshape(1, -1), min(count, len(self)))
        return np.asarray(ids[0][ids[0] >= 0], np.int64)

    def to_bytes(self) -> bytes:
        """What FAISS writes of it."""
        return bytes(faiss.serialize_index(self._index).tobytes())

    @classmethod
    def from_bytes(cls, data: bytes) -> CoarseRows:
        """Read what FAISS wrote.

        Raises:
            IndexDamaged: these are no such bytes.
        """
        try:
            index = faiss.deserialize_index(np.frombuffer(data, np.uint8))
        except Exception as error:  # FAISS raises its own exceptions, which derive from several bases
            raise IndexDamaged("The file of coarse vectors is damaged.", HINT) from error
        if not isinstance(index, faiss.IndexPQFastScan):
            raise IndexDamaged("The file of coarse vectors is of another kind.", HINT)
        return cls(index)
