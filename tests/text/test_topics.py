"""What a heading and a paragraph have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_qa.text.topics import Strangeness, strangeness

HEADS = ["（一）守牢粮食安全，推进乡村全面振兴", "（二）坚持就业优先，增进民生福祉", "（三）加强污染防治，建设美丽城市"]
TEXTS = [
    "建成高标准农田20万亩，培育家庭农场300家，改造村道120公里。",
    "新建幼儿园12所，新增养老床位800张，落实社保补贴2亿元。",
    "整治黑臭水体30条，空气优良天数达到330天，造林5万亩。",
]


def common(heads: list[str], texts: list[str]) -> list[Strangeness]:
    return strangeness([(head, 0) for head in heads], texts)


def test_each_paragraph_is_least_strange_to_its_own_heading() -> None:
    found = common(HEADS, TEXTS)
    for at in range(len(TEXTS)):
        assert min(range(len(HEADS)), key=lambda head, at=at: found[head].of(at)) == at  # type: ignore[misc]


def test_what_is_no_paragraph_has_nothing_in_common_with_anything() -> None:
    assert all(row.of(0) == 1 for row in common(HEADS, ["", *TEXTS]))


@given(st.lists(st.text(max_size=30), max_size=4), st.lists(st.text(max_size=60), max_size=5))
def test_strangeness_lies_between_0_and_1(heads: list[str], texts: list[str]) -> None:
    found = common(heads, texts)
    assert [len(row.values) for row in found] == [len(texts)] * len(heads)
    assert all(-1e-9 <= value <= 1 + 1e-9 for row in found for value in row.values)


def test_a_text_out_of_reach_is_strange() -> None:
    (one,) = strangeness([(HEADS[0], 0)], [TEXTS[0]] * 1000)
    assert one.of(0) < 1
    assert one.of(999) == 1
    assert len(one.values) < 1000
