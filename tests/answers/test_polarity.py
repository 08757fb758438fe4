"""Denials, ends and prohibitions, in a statement and in a clause."""

from __future__ import annotations

import pytest

from report_qa.answers.polarity import is_denied, states_denial


@pytest.mark.parametrize(
    ("question", "denies"),
    [
        ("地铁还没建好，对吧", True),
        ("去年没有下降，对吗", True),
        ("有没有建好", False),
        ("是不是建好了", False),
        ("难道没有建好吗", False),
        ("无人机产业园建好了吗", False),
        ("建好了没", False),
    ],
)
def test_the_negation_that_asks_denies_nothing(question: str, denies: bool) -> None:
    assert states_denial(question) is denies


@pytest.mark.parametrize(
    ("clause", "question", "denied"),
    [
        ("未发生重大安全事故", "去年出过重大安全事故吗", True),
        ("中心医院建成投用", "中心医院建好了吗", False),
        ("取消药品加成政策", "药品加成还有吗", True),
        ("取消药品加成政策", "药品加成取消了吗", False),
        ("扩大以旧换新规模", "以旧换新要取消吗", True),
        ("严禁新上高耗能项目", "是不是允许新上高耗能项目", True),
        ("严禁新上高耗能项目", "高耗能项目管不管", False),
        ("打造未来产业", "有未来产业吗", False),
    ],
)
def test_a_clause_denies_ends_or_forbids(clause: str, question: str, denied: bool) -> None:
    assert is_denied(clause, question) is denied
