"""Retrieval: the passage that a question is about comes first, with its parts, from the report that was asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import ReportUnknown
from report_qa.figures.figure import Figure
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.hash_embedder import HashEmbedder
from report_qa.search.index_folder import hold_folder
from report_qa.search.index_manifest import ReportKey
from report_qa.search.passage import Hit, Passage
from report_qa.search.passages import make_passages
from report_qa.search.retrieve import BM25_WEIGHT, retrieve, score_report
from report_qa.search.store import ReportPart, StoredIndex, open_index, write_index
from report_qa.text.document import Document

EMBEDDER = HashEmbedder(64)
REPORTS = ("甲", "乙")


class Searched:
    """An index of two copies of the small report, and what was found in it."""

    def __init__(self, folder: Path, document: Document, figures: tuple[Figure, ...]) -> None:
        self.passages: dict[str, tuple[Passage, ...]] = {}
        parts, row = [], 0
        for report in REPORTS:
            made = self.passages[report] = make_passages(report, document, figures, row)
            row += len(made)
            texts = [passage.text for passage in made[: len(document.sentences)]]
            parts.append(ReportPart(ReportKey(report, "", ""), {}, texts, [figure.sentence for figure in figures]))
        vectors = EMBEDDER.embed_passages([passage.embedded for report in REPORTS for passage in self.passages[report]])
        with hold_folder(folder) as held:
            write_index(held, parts, "", EMBEDDER.facts, FaissVectors.of(vectors))
        self.index: StoredIndex = open_index(folder)

    def find(self, question: str, report: str | None, top_k: int = 5) -> list[Hit]:
        vector = EMBEDDER.embed_query(question)
        return retrieve(self.index, question, vector, report, top_k, self.passages.__getitem__)


@pytest.fixture
def searched(tmp_path: Path, document: Document, figures: tuple[Figure, ...]) -> Searched:
    return Searched(tmp_path, document, figures)


def test_the_sentence_asked_about_comes_first(searched: Searched) -> None:
    assert searched.find("粮食产量达到多少", "甲")[0].passage.sentence == 2
    assert searched.find("改造老旧小区", "甲")[0].passage.sentence == 3


def test_scores_fall_and_are_the_sum_of_their_parts(searched: Searched) -> None:
    hits = searched.find("新增就业多少人", "甲")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        dense = max(hit.parts["dense"], hit.parts.get("figure", -1))
        assert hit.score == pytest.approx(dense + BM25_WEIGHT * hit.parts["bm25"], abs=1e-6)


def test_there_is_one_hit_a_sentence(searched: Searched) -> None:
    hits = searched.find("粮食产量", "甲", 20)
    assert sorted(hit.passage.sentence for hit in hits) == [0, 1, 2, 3]
    assert all(hit.passage.figure is None for hit in hits)
    assert [hit.passage.sentence for hit in hits if "figure" in hit.parts] == [2]
    assert len(searched.find("粮食产量", "甲", 2)) == 2


def test_a_report_filter_keeps_to_its_report(searched: Searched) -> None:
    for report in REPORTS:
        assert {hit.passage.report for hit in searched.find("粮食产量", report, 20)} == {report}


def test_an_unknown_report_is_never_a_search_elsewhere(searched: Searched) -> None:
    with pytest.raises(ReportUnknown):
        searched.find("粮食产量", "丙")
    with pytest.raises(ReportUnknown):
        score_report(searched.index, "丙", "粮食产量", EMBEDDER.embed_query("粮食产量"))


def test_without_a_report_the_whole_library_is_searched_and_equals_come_by_row(searched: Searched) -> None:
    hits = searched.find("粮食产量达到多少", None)
    assert [(hit.passage.report, hit.passage.sentence) for hit in hits[:2]] == [("甲", 2), ("乙", 2)]
    assert hits[0].score == hits[1].score


def test_all_scores_of_a_report_come_by_sentence_and_figure(
    searched: Searched, document: Document, figures: tuple[Figure, ...]
) -> None:
    vector = EMBEDDER.embed_query("粮食产量")
    scores = score_report(searched.index, "乙", "粮食产量", vector)
    assert scores.sentence_dense.shape == scores.sentence_bm25.shape == (len(document.sentences),)
    assert scores.figure_dense.shape == (len(figures),)
    described = EMBEDDER.embed_passages([passage.embedded for passage in searched.passages["乙"][4:]])
    assert np.allclose(scores.figure_dense, described @ vector, atol=1e-6)
    assert scores.sentence_bm25.argmax() == 2


def test_an_odd_question_finds_something_without_an_error(searched: Searched) -> None:
    for question in (" ", "😀", "\x00", "𠀀" * 1000):
        assert len(searched.find(question, "甲")) == 4
