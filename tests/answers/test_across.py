"""Figures of several reports side by side, and targets held against results."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.across import Row, agreed, make_table
from report_qa.answers.across_target import judge_target
from report_qa.answers.view import ReportView
from report_qa.figures.derived import signed
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from tests.answers.conftest import make_figure, make_view

VIEW = make_view()


def amount(number: str, unit: str = "亿元", qualifier: str | None = None, **fields: object) -> Figure:
    return make_figure(text=f"{number}{unit}", value=Decimal(number), unit=unit, qualifier=qualifier, **fields)


def row(place: str, figure: Figure, view: ReportView = VIEW) -> Row:
    return Row(view, figure, place)


def places(rows: tuple[Row, ...]) -> list[str]:
    return [one.place for one in rows]


def test_exact_figures_are_sorted_and_bounds_and_other_units_kept_apart() -> None:
    rows = [
        row("甲", amount("5")),
        row("乙", amount("7")),
        row("丙", amount("9", qualifier="突破")),
        row("丁", amount("6", qualifier="左右")),
        row("戊", amount("3", unit="万吨")),
    ]
    table = make_table(rows)
    assert places(table.ranked) == ["乙", "丁", "甲"]
    assert places(table.bounded) == ["丙"]
    assert places(table.apart) == ["戊"]
    assert places(make_table(rows, lowest=True).ranked) == ["甲", "丁", "乙"]


@pytest.mark.parametrize(("bound", "leads"), [("4", True), ("5", False), ("9", False)])
def test_who_leads_is_said_only_where_no_bound_reaches_it(bound: str, leads: bool) -> None:
    table = make_table([row("甲", amount("5")), row("乙", amount("3")), row("丙", amount(bound, qualifier="以上"))])
    assert table.leads(lowest=False) is leads


def test_nobody_leads_beside_figures_in_another_unit() -> None:
    assert not make_table([row("甲", amount("5")), row("乙", amount("3", unit="斤"))]).leads(lowest=False)


def test_a_fall_ranks_below_a_rise() -> None:
    fell = amount("8", unit="%", change="下降")
    rose = amount("2", unit="%", change="增长")
    assert places(make_table([row("甲", fell), row("乙", rose)]).ranked) == ["乙", "甲"]


NUMBERS = st.integers(min_value=0, max_value=10**6)
QUALIFIERS = st.sampled_from([None, "左右", "以上", "突破", "不超过"])


@given(st.lists(st.tuples(NUMBERS, QUALIFIERS), max_size=20), st.booleans())
def test_every_row_stands_in_a_table_once_and_ranked_ones_in_order(
    given_rows: list[tuple[int, str | None]], lowest: bool
) -> None:
    rows = [row(f"地{at:02}", amount(str(number), qualifier=word)) for at, (number, word) in enumerate(given_rows)]
    table = make_table(rows, lowest)
    assert sorted(places(table.rows)) == sorted(one.place for one in rows)
    amounts = [signed(one.figure) for one in table.ranked]
    assert amounts == sorted(amounts, reverse=not lowest)
    assert make_table(rows[::-1], lowest) == table


def test_figures_of_one_thing_agree_on_the_most_exact() -> None:
    bound, exact = amount("3", qualifier="突破"), amount("3.2")
    assert agreed([bound, exact]) is exact
    assert agreed([]) is None
    assert agreed([amount("3"), amount("4")]) is None
    assert agreed([amount("2", unit="%", change="增长"), amount("2", unit="%", change="下降")]) is None


KEY = MetricKey("gdp", (), "growth", "share")
JOBS = MetricKey("new_jobs", (), "level", "people")
CPI = MetricKey("cpi", (), "growth", "share")
FALLS = MetricKey("energy_intensity", (), "growth", "share")


@pytest.mark.parametrize(
    ("key", "target", "result", "judged"),
    [
        (KEY, ("5", "以上", "增长"), ("5.5", None, "增长"), "yes"),
        (KEY, ("5", "以上", "增长"), ("5", None, "增长"), "yes"),
        (KEY, ("5", "以上", "增长"), ("3.7", None, "增长"), "no"),
        (KEY, ("5", None, "增长"), ("2", None, "下降"), "no"),
        (KEY, ("5", "左右", "增长"), ("5.2", None, "增长"), "inexact"),
        (KEY, ("5", "以上", "增长"), ("5.2", "左右", "增长"), "inexact"),
        (KEY, ("5", "以上", "增长"), ("6", "以上", "增长"), "yes"),
        (KEY, ("5", "以上", "增长"), ("4", "以上", "增长"), "inexact"),
        (CPI, ("3", "以内", "上涨"), ("2", None, "上涨"), "yes"),
        (CPI, ("3", "以内", "上涨"), ("3.4", None, "上涨"), "no"),
        (CPI, ("3", None, "上涨"), ("2", None, "上涨"), "inexact"),
        (FALLS, ("3", None, "下降"), ("3.5", None, "下降"), "yes"),
        (FALLS, ("3", None, "下降"), ("1", None, "下降"), "no"),
    ],
)
def test_a_verdict_only_where_both_are_exact_enough(
    key: MetricKey, target: tuple[str, str | None, str], result: tuple[str, str | None, str], judged: str
) -> None:
    metric = {KEY: "地区生产总值", CPI: "居民消费价格", FALLS: "单位GDP能耗"}[key]
    figures = [amount(number, "%", word, change=change, metric=metric) for number, word, change in (target, result)]
    assert judge_target(figures[0], figures[1], (key, key)) == judged


def test_another_metric_or_scope_gets_no_verdict() -> None:
    jobs, growth = amount("100", "万人", metric="新增就业"), amount("5", "%", metric="地区生产总值", change="增长")
    assert judge_target(jobs, growth, (JOBS, KEY)) == "unlike"
