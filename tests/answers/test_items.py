"""How many items a question expects, and how many a text lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.items import count_asked, count_listed, heads_of


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("六大未来产业是哪些", 6),
        ("“三大战略”指哪三个", 3),
        ("“一区四城”指的是哪一区、哪四城", 5),
        ("哪五个榜单", 5),
        ("“十五五”要推动哪八项提升", 8),
        ("“十四五”规划说了什么", None),
        ("有哪些新公园", None),
    ],
)
def test_a_question_says_how_many_items_it_expects(question: str, count: int | None) -> None:
    assert count_asked(question) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("打造玉米、大豆、水稻、乳制品、肉类产业链。", 5),
        ("一是稳就业，二是稳物价，三是稳预期。", 3),
        ("建设“书香、文明”之城。", 1),
        ("修建公园；改造道路；治理河道。", 3),
        ("地铁开通运营。", 1),
    ],
)
def test_items_are_counted_by_what_parts_them(text: str, count: int) -> None:
    assert count_listed(text) == count


def test_the_items_of_a_named_row_end_with_its_noun() -> None:
    assert heads_of("五大行动") == ["行动"]
    assert heads_of("一区四城") == ["区", "城"]


@given(st.integers(min_value=2, max_value=12))
def test_a_row_of_so_many_items_counts_as_many(count: int) -> None:
    assert count_listed("发展" + "、".join(f"甲乙{'丙' * at}" for at in range(count)) + "。") == count
