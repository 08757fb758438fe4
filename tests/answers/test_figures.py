"""Figures for the parts of a question, and a level before and after it moved."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.figures import _assign
from report_qa.answers.reply import Reply

from .conftest import AskLibrary


def texts(reply: Reply) -> list[str]:
    return [cited.figure.text for cited in reply.figures]


OFFERS = st.lists(
    st.dictionaries(st.integers(0, 6), st.floats(-5, 5, width=16), max_size=4),
    max_size=4,
)


def every_choice(offers: list[dict[int, float]]) -> list[list[tuple[int, float]]]:
    """Each way to give the parts figures of their own, parts without one left out."""
    choices = product(*([None, *offer.items()] for offer in offers))
    given_out = [[one for one in choice if one is not None] for choice in choices]
    return [choice for choice in given_out if len({at for at, _ in choice}) == len(choice)]


@given(OFFERS)
def test_parts_get_figures_of_their_own(offers: list[dict[int, float]]) -> None:
    found = _assign(offers)
    assert len(set(found)) == len(found) <= len(offers)
    parts = iter(offers)
    assert all(any(at in offer for offer in parts) for at in found)  # in the order of the parts


@given(OFFERS)
def test_as_many_parts_as_can_be_get_a_figure_and_together_they_fit_best(offers: list[dict[int, float]]) -> None:
    best = max(((len(choice), sum(score for _, score in choice)) for choice in every_choice(offers)), default=(0, 0.0))
    found = _assign(offers)
    totals = [sum(score for _, score in choice) for choice in every_choice(offers) if [at for at, _ in choice] == found]
    assert len(found) == best[0]
    assert max(totals) == pytest.approx(best[1])


def test_a_part_gives_its_best_figure_up_where_another_has_no_other() -> None:
    assert _assign([{0: 3.0, 1: 2.5}, {0: 2.9}]) == [1, 0]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("旅游收入和粮食产量各是多少", ["突破900亿元", "60亿斤"]),
        ("粮食产量和旅游收入各是多少", ["60亿斤", "突破900亿元"]),
        ("GDP和工业用电量去年分别增长多少", ["5.8%", "2.4%"]),
        ("公办幼儿园和保障性住房各建了多少", ["9所", "500万平方米"]),
        ("新建公办幼儿园几所、保障性住房多少万平方米", ["9所", "500万平方米"]),
    ],
)
def test_each_part_gets_its_figure_in_the_questions_order(
    ask_other: AskLibrary, question: str, figures: list[str]
) -> None:
    assert texts(ask_other(question)) == figures


@pytest.mark.parametrize(
    "question", ["城镇化率去年提高了多少", "去年城镇化率提高了几个百分点", "常住人口城镇化率提高了多少"]
)
def test_how_much_a_level_moved_is_both_levels_and_their_difference(ask_other: AskLibrary, question: str) -> None:
    reply = ask_other(question)
    assert texts(reply) == ["72.1%", "73.6%"]
    (derived,) = reply.derived
    assert (derived.text, derived.formula, derived.operands) == ("1.5个百分点", "73.6% − 72.1%", (1, 0))
    periods = [cited.figure.period for cited in reply.figures]
    assert periods[0] != periods[1]


@pytest.mark.parametrize("question", ["城镇化率去年是多少", "城镇化率提高到多少", "去年城镇化率达到多少"])
def test_the_level_itself_is_the_one_reached(ask_other: AskLibrary, question: str) -> None:
    reply = ask_other(question)
    assert (texts(reply), reply.derived) == (["73.6%"], ())


@pytest.mark.parametrize("question", ["泰州港货物吞吐量增长多少", "新建民办幼儿园几所", "新建公办养老院几所"])
def test_a_figure_of_another_thing_with_the_same_words_is_no_answer(ask_other: AskLibrary, question: str) -> None:
    reply = ask_other(question)
    assert (reply.status, reply.figures) == ("not_found", ())
