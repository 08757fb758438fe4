"""Two figures side by side: what they differ by, where that has a meaning, and what is said of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report_qa.answers.asked import Asked
from report_qa.answers.differences import say_pair
from report_qa.answers.outcome import Outcome
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure

from .conftest import AskReport


@pytest.fixture(scope="session")
def held(asked: AskReport) -> Asked:
    return asked("去年新建改建幼儿园几所")


def printed(view: ReportView, text: str) -> Figure:
    return next(figure for figure in view.figures if figure.text == text)


def paired(held: Asked, one: str, other: str) -> Outcome:
    return say_pair(held, printed(held.view, one), printed(held.view, other))


@pytest.mark.parametrize(
    ("one", "other", "difference", "formula", "sign"),
    [
        ("35所", "40所", "5所", "40所 − 35所", 1),
        ("40所", "35所", "5所", "40所 − 35所", -1),
        ("75%", "83.3%", "8.3个百分点", "83.3% − 75%", 1),
        ("4.6%", "5%以上", "0.4个百分点以上", "5%以上 − 4.6%", 1),  # the target is a lower bound, so is the difference
        ("5.5%", "3%左右", "约2.5个百分点", "5.5% − 3%左右", -1),
        ("35所", "35所", "0所", "35所 − 35所", 0),
    ],
)
def test_figures_of_one_metric_have_a_difference(
    held: Asked, one: str, other: str, difference: str, formula: str, sign: int
) -> None:
    outcome = paired(held, one, other)
    (derived,) = outcome.draft.derived
    assert (derived.text, derived.formula) == (difference, formula)
    assert (outcome.context["computed"], outcome.context["sign"]) == (difference, sign)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("35所", "4.6%", "unit"),
        ("2456亿元", "22.3万人", "unit"),
        ("1200张", "40所", "unit"),
        ("2456亿元", "2450亿元", "metric"),  # revenue and foreign trade
        ("2456亿元", "26亿元", "metric"),
        ("82989元", "2456亿元", "metric"),
        ("4.6%", "5.5%", "metric"),
        ("82989元", "46385元", "metric"),  # town and country, which nobody asked for
        ("48个", "150个", "metric"),  # a county's and the city's
        ("4.2%", "4.6%", "metric"),
    ],
)
def test_figures_of_two_units_or_metrics_have_none(held: Asked, one: str, other: str, why: str) -> None:
    outcome = paired(held, one, other)
    assert (outcome.draft.derived, outcome.context["computed"], outcome.context["why"]) == ([], "", why)
    assert [cited.figure.text for cited in outcome.draft.cited_figures()] == [one, other]


def test_town_and_country_differ_where_the_question_names_both(asked: AskReport) -> None:
    outcome = paired(asked("去年城镇居民和农村居民收入差多少"), "82989元", "46385元")
    assert [(one.text, one.formula) for one in outcome.draft.derived] == [("36604元", "82989元 − 46385元")]


def test_a_question_for_a_multiple_gets_the_ratio(asked: AskReport) -> None:
    outcome = paired(asked("今年新建改建幼儿园是去年的几倍"), "35所", "40所")
    assert [(one.text, one.formula) for one in outcome.draft.derived] == [("约1.14倍", "40所 ÷ 35所")]
    assert outcome.draft.derived[0].operands == (1, 0)


def test_the_operands_point_at_the_higher_figure_first(held: Asked) -> None:
    for one, other in (("35所", "40所"), ("40所", "35所")):
        outcome = paired(held, one, other)
        figures = outcome.draft.cited_figures()
        high, low = (figures[at].figure.amount for at in outcome.draft.derived[0].operands)
        assert high - low == Decimal(5)
