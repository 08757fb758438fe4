"""A figure of one thing does not answer for the same measure of another."""

from __future__ import annotations

import pytest

from report_qa.answers.anchors import find_anchors
from report_qa.answers.bearers import another_bearer, unknown_names
from report_qa.answers.grams import GramIndex
from report_qa.questions.lexicon import Lexicon

CLAUSE = "金山过货量增长12.7%"


def of_another(topic: str, clause: str, lexicon: Lexicon) -> bool:
    words = GramIndex([f"{clause}。", "粮食产量达到18.2亿斤。"])
    return another_bearer(unknown_names(find_anchors(topic, topic, words, lexicon)), clause)


def test_the_same_measure_of_a_thing_that_the_report_lacks_is_anothers(lexicon: Lexicon) -> None:
    assert of_another("甘其毛都过货量", CLAUSE, lexicon)


@pytest.mark.parametrize(
    ("topic", "clause"),
    [
        ("金山过货量", CLAUSE),
        ("过货量", CLAUSE),
        ("甘其毛都过货量", "过货量增长12.7%"),
        ("甘其毛都过货量", "全市过货量增长12.7%"),
        ("甘其毛都过货量", "新增过货量12.7万吨"),
        ("粮食产量", CLAUSE),
    ],
)
def test_a_thing_of_its_own_name_or_of_none_is_no_others(topic: str, clause: str, lexicon: Lexicon) -> None:
    assert not of_another(topic, clause, lexicon)
