"""A search of the whole library finds what scoring every sentence of it would find, and opens only the reports of its hits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import IndexDamaged
from report_qa.search import coarse
from report_qa.search.coarse import CoarseRows
from report_qa.search.embedder import ModelFacts, Vectors
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.index_folder import CURRENT, hold_folder
from report_qa.search.index_manifest import ReportKey
from report_qa.search.passage import Passage
from report_qa.search.retrieve import BM25_WEIGHT, retrieve
from report_qa.search.store import COARSE, ReportPart, StoredIndex, open_index, write_index
from report_qa.search.terms import terms
from report_qa.text.spans import Extent

REPORTS, SENTENCES, FIGURES, DIM = 12, 300, 200, 96
WORDS = "粮食 产量 就业 小区 改造 学校 医院 公路 空气 收入 投资 农村 幼儿园 税收 河流 工业".split()


def near(vectors: Vectors, width: float, seed: int) -> Vectors:
    """Unit vectors beside others."""
    moved = vectors + np.random.default_rng(seed).standard_normal(vectors.shape) * width / np.sqrt(DIM)
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), np.float32)


def made_up() -> tuple[list[ReportPart], Vectors]:
    """Reports whose sentences are three words each, and vectors around a hundred subjects."""
    chance = np.random.default_rng(3)
    parts = []
    for report in range(REPORTS):
        texts = ["".join(chance.choice(WORDS, 3)) + str(i) for i in range(SENTENCES)]
        owners = np.sort(chance.integers(0, SENTENCES, FIGURES)).tolist()
        parts.append(ReportPart(ReportKey(f"报告{report}", "", ""), {}, texts, owners))
    subjects = near(np.zeros((100, DIM), np.float32), 1, 4)
    rows = REPORTS * (SENTENCES + FIGURES)
    return parts, near(subjects[chance.integers(0, 100, rows)], 0.8, 5)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoredIndex, Vectors]:
    """An index of 6,000 rows, large enough to be searched coarsely first, and its vectors."""
    parts, vectors = made_up()
    folder = tmp_path_factory.mktemp("library")
    with hold_folder(folder) as held:
        write_index(held, parts, "", ModelFacts("none", DIM), FaissVectors.of(vectors))
    return open_index(folder), vectors


def passages_of(index: StoredIndex, asked: list[str], report: str) -> list[Passage]:
    asked.append(report)
    entry = index.entry(report)
    return [Passage(row, report, "", "", Extent.of([0]), row - entry.first_row, None, 1, 1, ()) for row in entry.rows]


@pytest.mark.parametrize("seed", range(20))
def test_the_best_of_all_sentences_are_found(library: tuple[StoredIndex, Vectors], seed: int) -> None:
    index, vectors = library
    assert index.coarse is not None
    question = "".join(np.random.default_rng(seed).choice(WORDS, 3))
    vector = near(vectors[seed * 37 : seed * 37 + 1], 0.5, seed)[0]
    similarities = vectors @ vector
    best = np.full(len(vectors), -2, np.float32)
    np.maximum.at(best, index.owners, similarities)
    fused = best + BM25_WEIGHT * index.keywords.scores(terms(question))
    asked: list[str] = []
    hits = retrieve(index, question, vector, None, 5, lambda report: passages_of(index, asked, report))
    assert [hit.passage.row for hit in hits] == np.argsort(-fused, kind="stable")[:5].tolist()
    assert [hit.score for hit in hits] == pytest.approx(fused[[hit.passage.row for hit in hits]].tolist(), abs=1e-5)
    assert set(asked) == {hit.passage.report for hit in hits}


def test_a_report_is_scored_the_same_alone_and_in_the_library(library: tuple[StoredIndex, Vectors]) -> None:
    index, vectors = library
    everywhere = retrieve(index, "粮食产量", vectors[7], None, 5, lambda report: passages_of(index, [], report))
    first = everywhere[0]
    alone = retrieve(index, "粮食产量", vectors[7], first.passage.report, 5, lambda one: passages_of(index, [], one))
    assert alone[0] == first


def test_more_hits_than_are_looked_at_first_can_be_asked_for(library: tuple[StoredIndex, Vectors]) -> None:
    index, vectors = library
    hits = retrieve(index, "粮食产量", vectors[7], None, 50, lambda report: passages_of(index, [], report))
    assert len({hit.passage.row for hit in hits}) == 50


def test_coarse_rows_have_the_same_bytes_each_time() -> None:
    _, vectors = made_up()
    one, two = CoarseRows.of(vectors), CoarseRows.of(vectors)
    assert one is not None
    assert two is not None
    assert one.to_bytes() == two.to_bytes()
    read = CoarseRows.from_bytes(one.to_bytes())
    assert sorted(read.near(vectors[0], 50)) == sorted(one.near(vectors[0], 50))
    assert len(read) == len(vectors)


def test_a_small_library_needs_none() -> None:
    assert CoarseRows.of(made_up()[1][: coarse.FEWEST - 1]) is None


def test_damaged_coarse_rows_are_refused(tmp_path: Path) -> None:
    parts, vectors = made_up()
    with hold_folder(tmp_path) as held:
        write_index(held, parts, "", ModelFacts("none", DIM), FaissVectors.of(vectors))
    file = tmp_path / CURRENT / COARSE
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(IndexDamaged, match=COARSE):
        open_index(tmp_path)
    for data in (b"", b"no index", FaissVectors.of(vectors[:3]).to_bytes()):
        with pytest.raises(IndexDamaged):
            CoarseRows.from_bytes(data)
