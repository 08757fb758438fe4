"""Days, grades and counts that a statement names."""

from __future__ import annotations

import pytest

from report_qa.answers.said_numbers import numbers_agree


@pytest.mark.parametrize(
    ("question", "sentence", "agree"),
    [
        ("7月1号开始扩大吗", "从5月1日起，将试点范围扩大。", False),
        ("5月1号开始扩大吗", "从5月1日起，将试点范围扩大。", True),
        ("5月1号开始扩大吗", "将试点范围扩大。", None),
        ("“五一”前开业吗", "首开区“十一”前建成运营。", False),
        ("国庆前开业吗", "首开区“十一”前建成运营。", True),
        ("水质掉到四类了吗", "断面水质稳定达到Ⅱ类。", False),
        ("水质到二类了吗", "断面水质稳定达到Ⅱ类。", True),
        ("5号线开通了吗", "地铁3号线开通。", None),
        ("新建四所学校，对吗", "新建学校4所。", True),
        ("新建五所学校，对吗", "新建学校4所。", None),
        ("学校建好了吗", "新建学校4所。", True),
    ],
)
def test_a_statement_has_the_days_and_counts_of_the_sentence(question: str, sentence: str, agree: bool | None) -> None:
    assert numbers_agree(question, sentence, sentence) is agree
