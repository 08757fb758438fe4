"""Which figures may answer: not those of the opposite, and those with the words that a turn needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_qa.answers.eligible import best_figure, eligible
from report_qa.answers.fitting import asks_manifold, negates

from .conftest import AskReport


@pytest.mark.parametrize(
    ("question", "metric", "opposite"),
    [
        ("金融类对外直接投资", "非金融类对外直接投资", True),
        ("非金融类对外直接投资", "金融类对外直接投资", True),
        ("非金融类对外直接投资", "非金融类对外直接投资", False),
        ("粮食产量", "非公有制经济增加值", False),
    ],
)
def test_what_a_thing_is_not_is_no_answer(question: str, metric: str, opposite: bool) -> None:
    assert negates(question, metric) is opposite


@pytest.mark.parametrize(("text", "manifold"), [("翻了几番", True), ("是去年的几倍", True), ("增长多少", False)])
def test_a_multiple_is_asked_for_by_its_words(text: str, manifold: bool) -> None:
    assert asks_manifold(text) is manifold


def test_only_figures_of_the_words_needed_stay(asked: AskReport) -> None:
    held = asked("去年幼儿园和老旧小区各多少")
    named = eligible(replace(held, question=replace(held.question, needs=("幼儿园",))))
    metrics = {held.view.figures[at].metric for at in named.ranking.best(20)}
    assert metrics
    assert all("幼儿园" in metric for metric in metrics)
    assert eligible(held) is held


def test_needed_words_that_stand_nowhere_leave_nothing(asked: AskReport) -> None:
    held = asked("去年幼儿园多少")
    named = eligible(replace(held, question=replace(held.question, needs=("体育馆",))))
    assert best_figure(named) == []
