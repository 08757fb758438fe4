"""Embedders that remember the vectors of questions: `CachedQueries` on disk for a rebuild, `RecentQueries` while one asks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from report_qa.search.cache import VectorCache
from report_qa.search.embedder import Embedder, ModelFacts, Progress, Vectors

MOST, LONGEST = 1_024, 2_048  # questions and characters of one: at most 1.6 MB of vectors and 8 MB of texts


class _Over:
    """An embedder over another one; passages go through, questions are what a subclass makes of them."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner

    @property
    def name(self) -> str:
        """The name of the embedder beneath."""
        return self._inner.name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._inner.dim

    @property
    def facts(self) -> ModelFacts:
        """Those of the embedder beneath."""
        return self._inner.facts

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, as the embedder beneath makes them."""
        return self._inner.embed_passages(texts, progress)


class CachedQueries(_Over):
    """An embedder over another one; questions are cached by content and model, passages go through."""

    def __init__(self, inner: Embedder, folder: Path) -> None:
        super().__init__(inner)
        self._cache = VectorCache(folder, f"{inner.name} queries", inner.dim)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""
        known = self._cache.get(text)
        if known is None:
            known = self._inner.embed_query(text)
            self._cache.add([text], np.asarray([known], np.float32))
        return known


class RecentQueries(_Over):
    """An embedder over another one that keeps the vectors of the last `MOST` questions, for any number of threads.

    A page of a report asks the same few suggestions again and again, and one answer looks up its question more than once.
    """

    def __init__(self, inner: Embedder) -> None:
        super().__init__(inner)
        self._lock = Lock()
        self._recent: OrderedDict[str, Vectors] = OrderedDict()

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`, not to be written to."""
        with self._lock:
            known = self._recent.get(text)
            if known is not None:
                self._recent.move_to_end(text)
                return known
        # Outside the lock: two threads with one new question both embed it, and neither waits for another's.
        made = self._inner.embed_query(text)
        made.setflags(write=False)
        if len(text) <= LONGEST:
            with self._lock:
                self._recent[text] = made
                self._recent.move_to_end(text)
                while len(self._recent) > MOST:
                    self._recent.popitem(last=False)
        return made
