"""A word put in the place of another of the question before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.parallels import corrected, framed, is_group, is_measure, narrows_time, swapped


@pytest.mark.parametrize(
    ("topic", "new", "full"),
    [
        ("制造业增值税税率要降到", "交通运输业", "交通运输业增值税税率要降到"),
        ("汽车整车产量", "新能源汽车", "新能源汽车产量"),
        ("工业投资增长", "制造业", "制造业投资增长"),
        ("固定资产投资增长", "民间投资", "民间投资增长"),
    ],
)
def test_a_word_that_ends_alike_takes_the_place_of_the_first(topic: str, new: str, full: str) -> None:
    assert framed(topic, new) == full


@pytest.mark.parametrize(
    ("topic", "new"), [("粮食产量", "蔬菜"), ("高速公路里程", "高铁里程"), ("学校", "医院"), ("粮食产量", "粮食产量")]
)
def test_a_word_that_stands_for_the_whole_has_no_frame(topic: str, new: str) -> None:
    assert framed(topic, new) is None


@pytest.mark.parametrize(
    ("topic", "new", "full"),
    [
        ("城镇居民收入", "农村的", "农村收入"),
        ("进口总额", "出口", "出口总额"),
        ("新建小学", "初中", "新建初中"),
        ("第二产业增加值", "第三产业", "第三产业增加值"),
        ("存款余额", "贷款", "贷款余额"),
    ],
)
def test_the_other_of_a_pair_takes_its_place(topic: str, new: str, full: str) -> None:
    assert swapped(topic, new) == full


def test_a_pair_is_left_alone_where_the_turn_names_more() -> None:
    assert swapped("城镇居民收入", "农村公路里程") is None


def test_the_wrong_word_is_replaced_by_the_right_one() -> None:
    assert corrected("新建学校", "不是学校，是学位") == "新建学位"
    assert corrected("新建学校", "学位呢") is None


def test_groups_parts_of_a_year_and_measures_are_told() -> None:
    assert is_group("女性")
    assert is_group("大学生")
    assert not is_group("女性企业")
    assert narrows_time("上半年")
    assert narrows_time("一季度")
    assert not narrows_time("半年报")
    assert is_measure("面积")
    assert is_measure("总额")
    assert not is_measure("耕地面积")


@given(st.text(max_size=12), st.text(min_size=1, max_size=8))
def test_a_frame_begins_with_the_new_word(topic: str, new: str) -> None:
    found = framed(topic, new)
    assert found is None or (found.startswith(new) and len(found) > len(new))
