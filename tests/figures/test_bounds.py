"""What a printed figure says its amount may be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.figures.bounds import Precision, bounds_of, precision_of
from report_qa.figures.figure import Figure
from report_qa.figures.quantity import find_quantities
from tests.answers.conftest import make_figure


def figure(text: str) -> Figure:
    """A figure of a printed quantity."""
    (quantity,) = find_quantities(text)
    return make_figure(
        text=text,
        value=quantity.value,
        value_to=quantity.value_to,
        scale=quantity.scale,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("超100亿元", "102.3亿元"),
        ("25.5亿斤", "25.52亿斤"),
        ("25.5亿斤", "25.5亿斤以上"),
        ("5%左右", "5.2%"),
        ("近30万人", "29.8万人"),
        ("1000余家", "1058家"),
        ("5%至6%", "5.5%"),
        ("1.2万人", "12345人"),
        ("不低于6%", "突破8%"),
        ("5%以内", "3%"),
        ("8.5%", "8%"),  # 8.47 is printed as both
    ],
)
def test_qualifiers_and_rounding_let_figures_agree(one: str, other: str) -> None:
    assert bounds_of(figure(one)).meet(bounds_of(figure(other)))
    assert bounds_of(figure(other)).meet(bounds_of(figure(one)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("超100亿元", "95亿元"),
        ("25.5亿斤", "25.6亿斤"),
        ("5%以上", "4.6%"),
        ("5%以内", "5.5%"),
        ("1000余家", "1500家"),
        ("5%至6%", "7%"),
        ("8.6%", "8%"),
        ("近30万人", "32万人"),
    ],
)
def test_figures_that_cannot_both_be_true_do_not_meet(one: str, other: str) -> None:
    assert not bounds_of(figure(one)).meet(bounds_of(figure(other)))
    assert not bounds_of(figure(other)).meet(bounds_of(figure(one)))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("5%", Precision.EXACT),
        ("5%左右", Precision.ABOUT),
        ("近5%", Precision.ABOUT),
        ("500多家", Precision.ABOUT),
        ("5%以上", Precision.AT_LEAST),
        ("突破5万人", Precision.AT_LEAST),
        ("5%以内", Precision.AT_MOST),
        ("不超过5%", Precision.AT_MOST),
    ],
)
def test_a_qualifier_says_how_exact_a_figure_is(text: str, precision: Precision) -> None:
    assert precision_of(figure(text)) is precision


@given(st.decimals(0, 10**6, places=2), st.sampled_from([None, "以上", "以内", "左右", "近", "余", "超", "仿佛"]))
def test_a_figure_agrees_with_itself_and_with_the_amount_that_it_prints(value: Decimal, qualifier: str | None) -> None:
    one = make_figure(value=value, scale=10_000, qualifier=qualifier)
    plain = make_figure(value=value, scale=10_000)
    assert bounds_of(one).meet(bounds_of(one))
    assert bounds_of(one).meet(bounds_of(plain))
