"""Derived values: exact, with formula and operands, and none where the operands are not of one kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.figures.derived import Computed, difference, ratio, signed, total
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_key
from report_qa.figures.metric_words import MetricWords
from report_qa.figures.numerals import scale_of
from report_qa.figures.quantity import find_quantities
from report_qa.settings import shipped_folder
from tests.answers.conftest import make_figure

WORDS = MetricWords.open(shipped_folder("lexicon"))


def figure(text: str, metric: str = "新建幼儿园", change: str | None = None, **fields: Any) -> Figure:
    (quantity,) = find_quantities(text)
    return make_figure(
        text=text,
        metric=metric,
        change=change,
        value=quantity.value,
        value_to=quantity.value_to,
        scale=quantity.scale,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        **fields,
    )


def keys(*figures: Figure) -> tuple[MetricKey, MetricKey]:
    first, second = (metric_key(one, WORDS, "苏州市") for one in figures)
    return first, second


@pytest.mark.parametrize(
    ("one", "other", "text", "formula", "exact"),
    [
        ("35所", "40所", "5所", "40所 − 35所", True),
        ("40所", "35所", "5所", "40所 − 35所", True),
        ("1311亿元", "1300亿元", "11亿元", "1311亿元 − 1300亿元", True),
        ("7.34万元", "10.26万元", "2.92万元", "10.26万元 − 7.34万元", True),
        (
            "0.1万亿元",
            "0.3万亿元",
            "2000亿元",
            "0.3万亿元 − 0.1万亿元",
            True,
        ),  # no float noise, and the scale that fits
        ("9000亿元", "1.2万亿元", "3000亿元", "1.2万亿元 − 9000亿元", True),
        ("6700个", "1.2万个", "约5300个", "1.2万个 − 6700个", False),  # 1.2万 is rounded
        ("6700余个", "8000个", "约1300个", "8000个 − 6700余个", False),
        ("5%", "8.5%", "3.5个百分点", "8.5% − 5%", True),
        ("8.5%", "8%左右", "约0.5个百分点", "8.5% − 8%左右", False),
        ("4.6%", "5%以上", "0.4个百分点以上", "5%以上 − 4.6%", False),
        ("5.5%", "5%以内", "0.5个百分点以上", "5.5% − 5%以内", False),
        ("4.2万名", "4万人", "约2000名", "4.2万名 − 4万人", False),
    ],
)
def test_a_difference_has_its_operands_as_printed(one: str, other: str, text: str, formula: str, exact: bool) -> None:
    first, second = figure(one), figure(other)
    computed = difference(first, second, keys(first, second))
    assert isinstance(computed, Computed)
    assert (computed.text, computed.formula, computed.exact) == (text, formula, exact)
    assert {one.text for one in computed.operands} == {one, other}
    assert computed.operands[0].amount >= computed.operands[1].amount


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (figure("35所"), figure("40个"), "unit"),
        (figure("35亩", "绿地"), figure("40公顷", "绿地"), "unit"),
        (figure("35元", "收入"), figure("40美元", "收入"), "unit"),
        (figure("35所"), figure("40所", "新建中学"), "metric"),
        (figure("35%", "规上工业增加值", "增长"), figure("40%", "工业增加值", "增长"), "metric"),
        (figure("82989元", "城镇居民人均可支配收入"), figure("46385元", "农村居民人均可支配收入"), "metric"),
        (figure("35家", "高新技术企业"), figure("40家", "新增高新技术企业"), "metric"),
        (figure("5%", "出口", "增长"), figure("6%", "出口", "比2019年增长"), "metric"),
        (figure("5%", "优良天数比例", "达到"), figure("6%", "优良天数比例", "提高"), "aspect"),
        (figure("5亿元", "出口"), figure("6亿元", "出口", "增长"), "aspect"),
        (figure("5%至6%", "出口", "增长"), figure("7%", "出口", "增长"), "range"),
        (figure("5%以上", "出口", "增长"), figure("7%", "出口", "增长"), "bound"),
        (figure("5%以上", "出口", "增长"), figure("7%左右", "出口", "增长"), "bound"),
        (figure("5%", "出口", "增长"), figure("3%", "出口", "下降"), "direction"),
    ],
)
def test_what_is_not_of_one_kind_has_no_difference(one: Figure, other: Figure, why: str) -> None:
    assert difference(one, other, keys(one, other)) == why
    assert difference(other, one, keys(other, one)) == why


def test_town_and_country_have_one_where_it_is_asked_for() -> None:
    one, other = figure("82989元", "城镇居民人均可支配收入"), figure("46385元", "农村居民人均可支配收入")
    computed = difference(one, other, keys(one, other), frozenset(("urban", "rural")))
    assert isinstance(computed, Computed)
    assert computed.text == "36604元"


def test_growth_of_a_year_and_of_the_average_year_are_held_against_each_other() -> None:
    one, other = figure("14.1%", "规上工业增加值", "同比增长"), figure("11.8%", "规模以上工业增加值", "年均增长")
    computed = difference(one, other, keys(one, other))
    assert isinstance(computed, Computed)
    assert computed.text == "2.3个百分点"


@pytest.mark.parametrize(
    ("texts", "text", "formula"),
    [
        (("35所", "40所"), "75所", "35所 + 40所"),
        (("35所", "40所", "12所"), "87所", "35所 + 40所 + 12所"),
        (("35所", "40所以上"), "75所以上", "35所 + 40所以上"),
        (("35所", "40余所"), "约75所", "35所 + 40余所"),
    ],
)
def test_a_sum_has_every_operand(texts: tuple[str, ...], text: str, formula: str) -> None:
    figures = [figure(one) for one in texts]
    computed = total(figures, [metric_key(one, WORDS) for one in figures])
    assert isinstance(computed, Computed)
    assert (computed.text, computed.formula, computed.operands) == (text, formula, tuple(figures))


def test_rates_shares_and_other_metrics_have_no_sum() -> None:
    growth = [figure("5%", "出口", "增长"), figure("6%", "出口", "增长")]
    assert total(growth, [metric_key(one, WORDS) for one in growth]) == "aspect"
    other = [figure("35所"), figure("40所", "新建中学")]
    assert total(other, [metric_key(one, WORDS) for one in other]) == "metric"
    bounded = [figure("35所以内"), figure("40所以上")]
    assert total(bounded, [metric_key(one, WORDS) for one in bounded]) == "bound"


def test_a_ratio_is_rounded_to_two_decimals_and_says_so() -> None:
    one, other = figure("40所"), figure("35所")
    computed = ratio(one, other, keys(one, other))
    assert isinstance(computed, Computed)
    assert (computed.text, computed.formula, computed.exact) == ("约1.14倍", "40所 ÷ 35所", False)
    half = ratio(figure("70所"), other, keys(one, other))
    assert isinstance(half, Computed)
    assert (half.text, half.exact) == ("2倍", True)
    growth, more = figure("5%", "出口", "增长"), figure("6%", "出口", "增长")
    assert ratio(growth, more, keys(growth, more)) == "aspect"


def test_a_fall_counts_below_nothing() -> None:
    assert signed(figure("3%", "出口", "下降")) == -3
    assert signed(figure("3%", "出口", "降至")) == 3


AMOUNTS = st.decimals(min_value=0, max_value=9999, places=2)
SCALES = st.sampled_from([1, 10_000, 10**8, 10**12])


@given(AMOUNTS, AMOUNTS, SCALES, SCALES)
def test_a_difference_is_exact_and_reads_back(one: Decimal, other: Decimal, scale: int, of: int) -> None:
    first = make_figure(value=one, scale=scale, unit="元", metric="投资", text="甲")
    second = make_figure(value=other, scale=of, unit="元", metric="投资", text="乙")
    computed = difference(first, second, keys(first, second))
    assert isinstance(computed, Computed)
    read = re.fullmatch(r"约?(\d+(?:\.\d+)?)(万亿|亿|万|)元", computed.text)
    assert read
    assert Decimal(read[1]) * scale_of(read[2]) == abs(first.amount - second.amount)
