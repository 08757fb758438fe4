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
        ("4.6%", "5.5%", "0.9个百分点", "5.5% − 4.6%", 1),
        ("2456亿元", "2450亿元", "6亿元", "2456亿元 − 2450亿元", -1),
        ("75%", "83.3%", "8.3个百分点", "83.3% − 75%", 1),
        ("4.6%", "5%以上", "约0.4个百分点", "5%以上 − 4.6%", 1),  # a bound makes the difference no exact number
        ("2456亿元", "26亿元", "2430亿元", "2456亿元 − 26亿元", -1),
        ("82989元", "2456亿元", "2455.99917011亿元", "2456亿元 − 82989元", 1),
        ("35所", "35所", "0所", "35所 − 35所", 0),
    ],
)
def test_figures_of_one_unit_have_a_difference(
    held: Asked, one: str, other: str, difference: str, formula: str, sign: int
) -> None:
    outcome = paired(held, one, other)
    (derived,) = outcome.draft.derived
    assert (derived.text, derived.formula) == (difference, formula)
    assert (outcome.context["difference"], outcome.context["sign"]) == (difference, sign)


@pytest.mark.parametrize(("one", "other"), [("35所", "4.6%"), ("2456亿元", "22.3万人"), ("1200张", "40所")])
def test_figures_of_two_units_have_none(held: Asked, one: str, other: str) -> None:
    outcome = paired(held, one, other)
    assert (outcome.draft.derived, outcome.context["difference"], outcome.context["comparable"]) == ([], "", False)
    assert [cited.figure.text for cited in outcome.draft.cited_figures()] == [one, other]


def test_the_operands_point_at_the_higher_figure_first(held: Asked) -> None:
    for one, other in (("35所", "40所"), ("40所", "35所")):
        outcome = paired(held, one, other)
        figures = outcome.draft.cited_figures()
        high, low = (figures[at].figure.amount for at in outcome.draft.derived[0].operands)
        assert high - low == Decimal(5)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("35所", "40所", True),
        ("82989元", "46385元", False),
        ("4.6%", "4.2%", False),
    ],
)
def test_two_metrics_are_told_as_such(held: Asked, one: str, other: str, alike: bool) -> None:
    assert paired(held, one, other).context["alike"] is alike
