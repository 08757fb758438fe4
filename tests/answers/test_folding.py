"""Words that are no words of their own where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.folding import fold, stands_in


@pytest.mark.parametrize("form", ["GDP", "地区生产总值", "国内生产总值"])
@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("全市{}增长5.8%", True),
        ("{}突破7000亿元", True),
        ("研发投入占{}比重达到3.2%", False),
        ("占{}的比重", False),
        ("{}占比提高", False),
        ("单位{}能耗下降3%", False),
        ("万元{}水耗下降3%", False),
        ("人均{}达到10万元", False),
        ("研发投入占{}比重3.2%，{}增长5.8%", True),
    ],
)
def test_a_product_named_as_a_base_is_not_spoken_of(form: str, text: str, stands: bool) -> None:
    assert stands_in(fold(form), fold(text.replace("{}", form))) is stands


@pytest.mark.parametrize("prefix", ["全市", "全省", "我市", "本区", "地区", "国内", "，", ""])
def test_a_places_product_is_the_whole_product(prefix: str) -> None:
    assert stands_in("生产总值", f"{prefix}生产总值增长5%")


@pytest.mark.parametrize("prefix", ["海洋", "旅游", "农业"])
def test_a_sectors_product_is_another(prefix: str) -> None:
    assert not stands_in("生产总值", f"{prefix}生产总值增长5%")


TEXT = st.text(alphabet="进出口总额GDP占比重生产值全市海洋 ”\n", max_size=12)


@given(TEXT, TEXT.filter(lambda form: fold(form) != ""))
def test_a_word_that_stands_is_there(text: str, form: str) -> None:
    assert not stands_in(fold(form), fold(text)) or fold(form) in fold(text)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
