"""`HashEmbedder`: an embedder without a model, for tests and trials. Texts that share pairs of characters are near."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from report_qa.search.embedder import ModelFacts, Progress, Vectors


class HashEmbedder:
    """Adds up a fixed direction for each pair of neighbouring characters of a text; no learning, no files.

    >>> embedder = HashEmbedder()
    >>> float(embedder.embed_query("粮食产量") @ embedder.embed_passages(["粮食产量达到"])[0]) > 0.5
    True
    """

    def __init__(self, dim: int = 32) -> None:
        self._dim = dim

    @property
    def name(self) -> str:
        """The name with the number of dimensions."""
        return f"hash-{self._dim}"

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._dim

    @property
    def facts(self) -> ModelFacts:
        """Its name and dimension."""
        return ModelFacts(self.name, self.dim)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, float32 `(len(texts), dim)`."""
        vectors = np.empty((len(texts), self._dim), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.embed_query(text)
            if progress:
                progress(1)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""
        total = np.zeros(self._dim, np.float64)
        for i in range(len(text) or 1):
            seed = hashlib.sha256(text[i : i + 2].encode("utf-8", "surrogatepass")).digest()
            total += np.random.default_rng(int.from_bytes(seed[:8], "big")).standard_normal(self._dim)
        return (total / np.linalg.norm(total)).astype(np.float32)
