"""A figure of one thing does not answer for the same measure of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.anchors import find_anchors
from report_qa.answers.bearers import another_bearer, unknown_names
from report_qa.answers.grams import GramIndex
from report_qa.questions.lexicon import Lexicon

CLAUSE = "金山过货量增长12.7%"


def of_another(topic: str, clause: str, lexicon: Lexicon) -> bool:
    words = GramIndex([f"{clause}。", "粮食产量达到18.2亿斤。"])
    return another_bearer(unknown_names(find_anchors(topic, topic, words, lexicon)), clause)


@pytest.mark.parametrize(
    ("topic", "clause"),
    [
        ("甘其毛都过货量", CLAUSE),
        ("甘其毛都口岸过货量", "金山口岸过货量增长12.7%"),  # a short word of the report between the name and the noun
        ("泰州港货物吞吐量", "江都港货物吞吐量增长12.7%"),
        ("苏北机场旅客吞吐量", "江都机场旅客吞吐量100万人次"),
        ("华光大学在校生", "扬州大学在校生4万人"),
        ("天元集团营业收入", "新区集团营业收入100亿元"),
    ],
)
def test_the_same_measure_of_a_thing_that_the_report_lacks_is_anothers(
    topic: str, clause: str, lexicon: Lexicon
) -> None:
    assert of_another(topic, clause, lexicon)


@pytest.mark.parametrize(
    ("topic", "clause"),
    [
        ("金山过货量", CLAUSE),
        ("过货量", CLAUSE),
        ("甘其毛都过货量", "过货量增长12.7%"),
        ("甘其毛都过货量", "全市过货量增长12.7%"),
        ("甘其毛都过货量", "新增过货量12.7万吨"),
        ("粮食产量", CLAUSE),
        ("甘其毛都口岸过货量", "口岸过货量增长12.7%"),
        ("甘其毛都口岸过货量", "全市口岸过货量增长12.7%"),
        ("泰州港货物吞吐量", "完成货物吞吐量2亿吨"),
    ],
)
def test_a_thing_of_its_own_name_or_of_none_is_no_others(topic: str, clause: str, lexicon: Lexicon) -> None:
    assert not of_another(topic, clause, lexicon)


@given(st.text(alphabet="甘其毛都金山口岸过货量增长", max_size=10))
def test_without_a_name_that_the_report_lacks_nothing_is_anothers(clause: str) -> None:
    assert not another_bearer((), clause)


def test_a_clause_that_begins_with_the_noun_names_no_bearer() -> None:
    assert not another_bearer(("过货量",), "过货量增长12.7%")
    assert another_bearer(("过货量",), "金山过货量增长12.7%")
