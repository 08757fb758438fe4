"""The cache of vectors: a rebuild embeds only what changed, and nothing damaged is ever used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from report_qa.search.cache import VectorCache, embed_cached
from report_qa.search.embedder import Progress, Vectors
from report_qa.search.hash_embedder import HashEmbedder

TEXTS = ["粮食产量", "新增就业", "改造小区"]


class Counting(HashEmbedder):
    """A `HashEmbedder` that keeps the texts that it was asked for."""

    def __init__(self) -> None:
        super().__init__(8)
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.asked += texts
        return super().embed_passages(texts, progress)


def embed(folder: Path, texts: Sequence[str], embedder: Counting) -> tuple[Vectors, int]:
    return embed_cached(embedder, texts, VectorCache(folder, embedder.name, embedder.dim))


def files(folder: Path) -> tuple[Path, Path]:
    return next(folder.rglob("keys.bin")), next(folder.rglob("vectors.f32"))


def test_only_what_is_new_is_embedded(tmp_path: Path) -> None:
    embedder = Counting()
    embed(tmp_path, TEXTS, embedder)
    vectors, embedded = embed(tmp_path, ["航天", *TEXTS, "航天"], embedder)
    assert embedded == 1
    assert embedder.asked == [*TEXTS, "航天"]
    assert np.array_equal(vectors, HashEmbedder(8).embed_passages(["航天", *TEXTS, "航天"]))


def test_another_model_has_its_own_vectors(tmp_path: Path) -> None:
    embed(tmp_path, TEXTS, Counting())
    assert len(VectorCache(tmp_path, "other", 8)) == 0
    assert len(VectorCache(tmp_path, "hash-8", 4)) == 0
    assert len(VectorCache(tmp_path, "hash-8", 8)) == 3


def test_progress_counts_known_texts_too(tmp_path: Path) -> None:
    embed(tmp_path, TEXTS[:2], Counting())
    told: list[int] = []
    embed_cached(Counting(), TEXTS, VectorCache(tmp_path, "hash-8", 8), told.append)
    assert sum(told) == 3


@pytest.mark.parametrize("which", [0, 1], ids=["keys", "vectors"])
def test_a_damaged_cache_is_dropped(tmp_path: Path, which: int) -> None:
    embed(tmp_path, TEXTS, Counting())
    path = files(tmp_path)[which]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    embedder = Counting()
    vectors, embedded = embed(tmp_path, TEXTS, embedder)
    assert embedded == 3
    assert np.array_equal(vectors, HashEmbedder(8).embed_passages(TEXTS))
    assert embed(tmp_path, TEXTS, embedder)[1] == 0


@pytest.mark.parametrize("which", [0, 1], ids=["keys", "vectors"])
def test_a_torn_end_is_cut_off(tmp_path: Path, which: int) -> None:
    embed(tmp_path, TEXTS, Counting())
    path = files(tmp_path)[which]
    path.write_bytes(path.read_bytes()[:-5])
    embedder = Counting()
    assert embed(tmp_path, TEXTS, embedder)[1] == 1
    assert embedder.asked == TEXTS[2:]
    vectors, embedded = embed(tmp_path, TEXTS, embedder)
    assert embedded == 0
    assert np.array_equal(vectors, HashEmbedder(8).embed_passages(TEXTS))


def test_a_lost_file_means_an_empty_cache(tmp_path: Path) -> None:
    embed(tmp_path, TEXTS, Counting())
    files(tmp_path)[1].unlink()
    assert embed(tmp_path, TEXTS, Counting())[1] == 3
    assert embed(tmp_path, TEXTS, Counting())[1] == 0


def test_a_folder_that_cannot_be_written_still_embeds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    vectors, embedded = embed(tmp_path / "file", TEXTS, Counting())
    assert embedded == 3
    assert vectors.shape == (3, 8)
