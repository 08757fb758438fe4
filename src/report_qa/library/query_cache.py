"""`CachedQueries`: an embedder that remembers the vectors of questions, so that a rebuild need not embed them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from report_qa.search.cache import VectorCache
from report_qa.search.embedder import Embedder, Progress, Vectors


class CachedQueries:
    """An embedder over another one; questions are cached by content and model, passages go through."""

    def __init__(self, inner: Embedder, folder: Path) -> None:
        self._inner = inner
        self._cache = VectorCache(folder, f"{inner.name} queries", inner.dim)

    @property
    def name(self) -> str:
        """The name of the embedder beneath."""
        return self._inner.name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._inner.dim

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, not cached here."""
        return self._inner.embed_passages(texts, progress)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""
        known = self._cache.get(text)
        if known is None:
            known = self._inner.embed_query(text)
            self._cache.add([text], np.asarray([known], np.float32))
        return known
