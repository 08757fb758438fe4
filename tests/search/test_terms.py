"""Terms of Chinese text: whole numbers and Latin words, characters and their pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_qa.search.terms import terms


def test_numbers_and_latin_words_stay_whole() -> None:
    assert terms("GDP增长8.5%、PM2.5") == ["gdp", "增", "增长", "长", "8.5", "pm", "2.5"]


def test_width_and_letter_case_are_folded() -> None:
    assert terms("ＧＤＰ８．５％") == terms("gdp 8.5%")


def test_pairs_do_not_reach_over_punctuation() -> None:
    assert "量人" not in terms("粮食产量，人均")
    assert "产量" in terms("粮食产量，人均")


def test_function_characters_stand_in_pairs_only() -> None:
    found = terms("我们的目标")
    assert "的" not in found
    assert "的目" in found


@given(st.text())
def test_any_text_has_terms_without_white_space(text: str) -> None:
    found = terms(text)
    assert terms(text) == found
    assert all(term and not any(sign.isspace() for sign in term) for term in found)
