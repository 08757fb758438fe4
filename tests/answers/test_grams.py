"""`GramIndex` finds what a reading of every text finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.folding import stands_in
from report_qa.answers.grams import GramIndex

TEXT = st.text(alphabet="进出口总额外贸a5", max_size=8)
FORM = st.text(alphabet="进出口总额a", min_size=1, max_size=4)


@given(st.lists(TEXT, max_size=6), st.lists(FORM, max_size=3))
def test_forms_are_counted_as_by_reading_every_text(texts: list[str], forms: list[str]) -> None:
    index = GramIndex(texts)
    assert index.count(forms) == sum(any(stands_in(form, text) for form in forms) for text in texts)
    assert all(index.has(form) == any(form in text for text in texts) for form in forms if "\n" not in form)


@given(
    st.lists(TEXT, max_size=6),
    st.lists(FORM, max_size=3),
    st.lists(st.text("进出口总", min_size=2, max_size=2), max_size=3, unique=True),
)
def test_shares_are_those_of_reading_every_text(texts: list[str], forms: list[str], grams: list[str]) -> None:
    weighted = [(gram, 1 / len(grams)) for gram in grams]
    expected = [
        1.0
        if any(stands_in(form, text) for form in forms)
        else sum(weight for gram, weight in weighted if gram in text)
        for text in texts
    ]
    assert np.allclose(GramIndex(texts).found(forms, weighted), expected, atol=1e-5)


def test_an_index_of_nothing_finds_nothing() -> None:
    index = GramIndex([])
    assert (index.has("总额"), index.count(["总额"]), len(index.found(["总额"], []))) == (False, 0, 0)
