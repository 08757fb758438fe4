"""Words of a turn that leans on the turns before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.followups import (
    asks_otherwise,
    operation_of,
    several_of,
    wants_more,
    without_leaning,
    without_source,
)


@pytest.mark.parametrize(
    ("turn", "rest"),
    [
        ("出处呢", ""),
        ("出处在哪一行", ""),
        ("原文怎么说的", ""),
        ("依据呢", ""),
        ("where does it say that?", ""),
        ("粮食产量目标写在第几行", "粮食产量目标"),
        ("粮食产量目标在报告的第几页", "粮食产量目标"),
    ],
)
def test_words_that_ask_for_the_source_are_taken_out(turn: str, rest: str) -> None:
    assert without_source(turn) == (rest, True)


@pytest.mark.parametrize(
    "turn", ["资金来源有哪些", "水源地水质怎么样", "收入来源是什么", "去年建了几所学校", "哪一年通的车"]
)
def test_a_thing_that_comes_from_somewhere_is_no_source(turn: str) -> None:
    assert without_source(turn) == (turn, False)


@pytest.mark.parametrize(
    "turn", ["展开说说", "说详细点", "具体情况呢", "再说说", "还有呢", "Tell me more", "能展开讲讲吗"]
)
def test_a_turn_that_asks_for_more_names_nothing(turn: str) -> None:
    assert wants_more(turn)


@pytest.mark.parametrize("turn", ["详细规划有哪些", "具体建了几所", "继续教育学院", "去年呢"])
def test_a_turn_that_names_something_does_not_only_ask_for_more(turn: str) -> None:
    assert not wants_more(turn)


@pytest.mark.parametrize(
    ("turn", "operation"),
    [
        ("差了多少", "difference"),
        ("比去年少多少", "difference"),
        ("跟今年的目标比呢", "difference"),
        ("是增是减", "difference"),
        ("是去年的几倍", "ratio"),
        ("加起来呢", "sum"),
        ("A和B一共多少", "sum"),
        ("哪个最快", "most"),
        ("哪年高", "most"),
        ("那今年呢", None),
        ("建了几所学校", None),
    ],
)
def test_what_a_turn_wants_made_of_figures(turn: str, operation: str | None) -> None:
    assert operation_of(turn) == operation


@pytest.mark.parametrize(("turn", "count"), [("这两项今年呢", 2), ("三个分别是多少", 3), ("它们呢", 2), ("今年呢", 0)])
def test_how_many_things_a_turn_points_at(turn: str, count: int) -> None:
    assert several_of(turn) == count


@pytest.mark.parametrize("turn", ["为什么", "完成了吗", "谁负责", "全省第几", "Why?"])
def test_a_turn_may_ask_something_else_than_a_number(turn: str) -> None:
    assert asks_otherwise(turn)
    assert not asks_otherwise("去年多少")


@pytest.mark.parametrize("turn", ["控制在", "哪个最快", "跟 比", "this year's target", "the difference"])
def test_leaning_words_leave_nothing(turn: str) -> None:
    assert not without_leaning(turn).replace("the", "").replace("this", "").strip()


@pytest.mark.parametrize("turn", ["大学", "高铁", "低保", "小微企业", "retail sales"])
def test_a_name_is_no_leaning_word(turn: str) -> None:
    assert without_leaning(turn).strip() == turn


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    rest, found = without_source(text)
    assert found or rest == text
    assert operation_of(text) in ("difference", "ratio", "sum", "most", None)
    assert several_of(text) in (0, 2, 3, 4, 5)
    assert isinstance(wants_more(text), bool)
