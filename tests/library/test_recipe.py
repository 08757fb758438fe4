"""The digests of what an index was made by change exactly when that changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from report_qa.library.query_cache import CachedQueries
from report_qa.library.recipe import reading_digest, recipe_digest
from report_qa.search.embedder import ModelFacts, Vectors
from report_qa.settings import load_settings, shipped_folder


def test_a_copy_of_the_lexicon_is_the_same_recipe_and_a_change_another(tmp_path: Path) -> None:
    shipped = load_settings(data_dir=tmp_path)
    before = recipe_digest(shipped), reading_digest(shipped)
    shutil.copytree(shipped_folder("lexicon"), tmp_path / "lexicon")
    assert (recipe_digest(shipped), reading_digest(shipped)) == before
    (tmp_path / "lexicon" / "more.txt").write_text("词\n", encoding="utf-8")
    assert recipe_digest(shipped) != before[0]
    assert reading_digest(shipped) != before[1]


class Counting:
    """An embedder that counts what it embeds; a text's vector is its length."""

    name, dim, facts = "counting", 1, ModelFacts("counting", 1)

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_passages(self, texts: object, progress: object = None) -> Vectors:
        raise AssertionError("no passage is embedded here")

    def embed_query(self, text: str) -> Vectors:
        self.embedded.append(text)
        return np.array([len(text)], np.float32)


def test_a_question_is_embedded_once_and_remembered_by_the_next_process(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    cached = CachedQueries(first, tmp_path)
    assert [float(cached.embed_query(text)[0]) for text in ("一", "二二", "一")] == [1, 2, 1]
    assert first.embedded == ["一", "二二"]
    again = CachedQueries(second, tmp_path)
    assert float(again.embed_query("二二")[0]) == 2
    assert second.embedded == []
