"""BM25 held against its formula written out."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import IndexDamaged
from report_qa.search.keywords import K1, B, Keywords

DOCUMENTS = [["粮", "产量", "产量"], ["就业"], [], ["粮", "就业", "改造", "小区"]]
documents = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=8), min_size=1, max_size=8)


def bm25(documents: list[list[str]], question: list[str]) -> list[float]:
    """Robertson's BM25 with the idf that is never negative (Lucene's), term by term."""
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for term in question:
            count, holding = document.count(term), sum(term in other for other in documents)
            if count:
                weight = log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
                score += weight * count / (count + K1 * (1 - B + B * len(document) / mean))
        scores.append(score)
    return scores


@given(documents, st.lists(st.sampled_from("abcdefgh"), max_size=6))
def test_scores_are_those_of_the_formula(written: list[list[str]], question: list[str]) -> None:
    assert np.allclose(Keywords.build(written).scores(question), bm25(written, question), atol=1e-5)


def test_a_range_of_rows_gives_the_same_scores() -> None:
    keywords = Keywords.build(DOCUMENTS)
    whole = keywords.scores(["粮", "就业"])
    assert np.array_equal(keywords.scores(["粮", "就业"], range(1, 4)), whole[1:4])
    assert keywords.scores(["粮"], range(4, 9)).shape == (0,)
    assert keywords.scores(["粮"], range(2, 2)).shape == (0,)


def test_unknown_terms_score_nothing() -> None:
    keywords = Keywords.build(DOCUMENTS)
    assert keywords.scores(["航天", ""]).tolist() == [0, 0, 0, 0]
    assert Keywords.build([[], []]).scores(["粮"]).tolist() == [0, 0]


@given(documents)
def test_what_is_read_is_what_was_written(written: list[list[str]]) -> None:
    keywords = Keywords.build(written)
    again = Keywords.from_bytes(*keywords.to_bytes())
    assert again.to_bytes() == keywords.to_bytes() == Keywords.build(written).to_bytes()
    assert np.array_equal(again.scores(["a", "b"]), keywords.scores(["a", "b"]))


def test_damaged_bytes_are_refused() -> None:
    names, matrix = Keywords.build(DOCUMENTS).to_bytes()
    for bad in (
        (b"", matrix),
        (b"{}", matrix),
        (b"\xff", matrix),
        (names, b""),
        (names, matrix[:-3]),
        (b'{"rows":1,"terms":[]}', matrix),
    ):
        with pytest.raises(IndexDamaged):
            Keywords.from_bytes(*bad)
