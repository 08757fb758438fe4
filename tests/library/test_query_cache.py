"""The vectors of the last questions are kept: bounded, by text, the same from any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from report_qa.library import query_cache
from report_qa.library.library import Library
from report_qa.library.query_cache import MOST, RecentQueries
from report_qa.search.embedder import Embedder, Vectors, WordEmbedder
from report_qa.search.hash_embedder import HashEmbedder
from report_qa.search.words import TextWords
from report_qa.settings import Settings


class Counting(HashEmbedder):
    """A `HashEmbedder` that keeps the questions that it was asked for."""

    def __init__(self) -> None:
        super().__init__(8)
        self.asked: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return super().embed_query(text)


def test_a_question_is_embedded_once() -> None:
    inner = Counting()
    recent = RecentQueries(inner)
    first = recent.embed_query("粮食产量")
    assert recent.embed_query("粮食产量") is first
    assert np.array_equal(recent.embed_query("就业"), HashEmbedder(8).embed_query("就业"))
    assert inner.asked == ["粮食产量", "就业"]
    assert (recent.name, recent.dim, recent.facts) == (inner.name, inner.dim, inner.facts)


def test_what_was_asked_longest_ago_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_cache, "MOST", 2)
    inner = Counting()
    recent = RecentQueries(inner)
    for text in ("一", "二", "一", "三", "一", "二"):
        recent.embed_query(text)
    assert inner.asked == ["一", "二", "三", "二"]


def test_a_vector_that_is_kept_cannot_be_changed() -> None:
    vector = RecentQueries(Counting()).embed_query("粮食产量")
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 0


def test_very_long_texts_are_not_kept() -> None:
    inner = Counting()
    recent = RecentQueries(inner)
    for _ in range(2):
        recent.embed_query("长" * (query_cache.LONGEST + 1))
    assert len(inner.asked) == 2


def test_many_threads_get_the_vectors_of_their_own_texts() -> None:
    recent, alone = RecentQueries(HashEmbedder(8)), HashEmbedder(8)
    texts = [f"问题{i % 40}" for i in range(400)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(recent.embed_query, texts))
    assert all(np.array_equal(vector, alone.embed_query(text)) for text, vector in zip(texts, found, strict=True))
    assert len(recent._recent) == 40 <= MOST


def test_an_open_library_keeps_them(one_built: Settings) -> None:
    beneath: list[str] = []
    library = Library.open(one_built)

    def watch(outer: Embedder) -> Embedder:
        assert isinstance(outer, RecentQueries)
        inner = outer._inner
        assert isinstance(inner, WordEmbedder)
        real = inner.read_query

        def noted(text: str) -> tuple[Vectors, TextWords | None]:
            beneath.append(text)
            return real(text)

        inner.read_query = noted  # type: ignore[method-assign]
        return outer

    watched = library.with_embedder(watch)
    first, again = (watched.search("今年养老床位有多少") for _ in range(2))
    assert first == again
    assert beneath == ["今年养老床位有多少"]
