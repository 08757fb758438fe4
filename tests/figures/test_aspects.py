"""What a figure says of its metric, by the words of its change and what it is compared with."""

from __future__ import annotations

import pytest

from report_qa.figures.aspects import Side, earlier_base, side_of
from report_qa.figures.bases import Base
from report_qa.text.periods import Period
from tests.answers.conftest import make_figure


@pytest.mark.parametrize(
    ("change", "kind", "side"),
    [
        (None, "money", Side("level")),
        ("达到", "money", Side("level")),
        ("提高到", "share", Side("level")),
        ("降至", "share", Side("level")),
        ("控制在", "share", Side("level")),
        ("增长", "share", Side("growth")),
        ("增长", "money", Side("growth")),
        ("同比增长", "share", Side("growth")),
        ("同口径增长", "share", Side("growth")),
        ("比上年增长", "share", Side("growth")),
        ("较上年提高", "points", Side("growth")),
        ("比2019年增长", "share", Side("growth", "2019年")),
        ("与前三年平均数相比下降", "share", Side("growth", "前三年平均数", True)),
        ("下降", "share", Side("growth", falls=True)),
        ("同比下降", "share", Side("growth", falls=True)),
        ("压减", "count:项", Side("growth", falls=True)),
        ("增幅达到", "share", Side("growth")),
        ("年均增长", "share", Side("yearly_growth")),
        ("平均每年实际增长", "share", Side("yearly_growth")),
        ("年均", "people", Side("yearly")),
        ("提高", "points", Side("growth")),
        (None, "points", Side("growth")),
        ("高于全国", "points", Side("lead", "全国")),
        ("低于全国", "points", Side("lead", "全国", True)),
        ("比全省平均水平高", "points", Side("lead", "全省平均水平")),
        ("是2020年的", "multiple", Side("ratio", "2020年")),
        ("完成年度计划的", "share", Side("plan", "年度计划")),
        ("比上年高", "points", Side("growth")),
        ("低于上年", "points", Side("growth", falls=True)),
        ("前进", "people", Side("rank")),
        ("连续", "time", Side("streak")),
        (None, "streak", Side("streak")),
    ],
)
def test_a_change_tells_the_side(change: str | None, kind: str, side: Side) -> None:
    assert side_of(change, kind) == side


@pytest.mark.parametrize(
    ("base", "words"),
    [
        (None, ""),
        (Base("同比"), ""),
        (Base("比上年", Period.year(2022)), ""),
        (Base("较年初", Period.year(2022)), ""),
        (Base("比2022年", Period.year(2022)), ""),
        (Base("较2019年", Period.year(2019)), "2019年"),
        (Base("与疫情前相比"), "疫情前"),
        (Base("2020年的", Period.year(2020)), "2020年的"),
    ],
)
def test_only_an_earlier_base_than_the_year_before_makes_another_metric(base: Base | None, words: str) -> None:
    assert earlier_base(make_figure(base=base)) == words
