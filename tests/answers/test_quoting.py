"""Clauses of a sentence, and the window of a long one that is quoted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.clauses import clauses_of
from report_qa.answers.quoting import window

SENTENCES = st.text(alphabet="甲乙丙丁“”，；：。", max_size=200)


@given(SENTENCES)
def test_clauses_cover_a_sentence_in_order(text: str) -> None:
    spans = clauses_of(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(before[1] == after[0] for before, after in zip(spans, spans[1:], strict=False))


@given(SENTENCES, st.integers(min_value=20, max_value=120))
def test_a_window_is_made_of_whole_clauses_and_no_longer_than_asked(text: str, most: int) -> None:
    start, end = window(text, lambda words: float("甲" in words), most)
    bounds = {0, len(text), *(end for _, end in clauses_of(text))}
    assert {start, end} <= bounds
    longest = max((high - low for low, high in clauses_of(text)), default=0)
    assert end - start <= max(most, longest)


def test_a_window_holds_the_clause_with_the_words_asked() -> None:
    text = "，".join([*["推进各项工作" * 3] * 8, "建设湿地公园", *["抓好落实" * 4] * 8]) + "。"
    start, end = window(text, lambda words: float("湿地公园" in words), 90)
    assert "湿地公园" in text[start:end]
    assert end - start <= 90
