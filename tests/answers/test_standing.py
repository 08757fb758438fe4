"""Ranks and streaks held against a sentence."""

from __future__ import annotations

import pytest

from report_qa.answers.standing import differs, ranks


@pytest.mark.parametrize(
    ("question", "sentence", "differs_from_it"),
    [
        ("全国第一个过10万亿元的省吗", "成为全国第三个、北方第一个过10万亿元的省份。", True),
        ("北方第一个过10万亿元的省吗", "成为全国第三个、北方第一个过10万亿元的省份。", False),
        ("是全国率先做到的吗", "在全省率先实现全产业链布局。", True),
        ("吞吐量居全国老三吗", "吞吐量居全国第三。", False),
        ("是双拥模范城“四连冠”吗", "蝉联双拥模范城“九连冠”。", True),
        ("增速居全省首位吗", "增速居全省第1位。", True),
    ],
)
def test_a_rank_is_the_printed_one_with_its_scope(question: str, sentence: str, differs_from_it: bool) -> None:
    assert differs(question, sentence) is differs_from_it


@pytest.mark.parametrize(("text", "is_one"), [("居全省第五", True), ("拿了九连冠", True), ("建成第三届会场", False)])
def test_a_session_is_no_rank(text: str, is_one: bool) -> None:
    assert ranks(text) is is_one
