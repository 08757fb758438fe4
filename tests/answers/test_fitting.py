"""How a figure's period, status and side of its metric fit a question."""

from __future__ import annotations

import pytest

from report_qa.answers.fitting import aspect_fit, is_growth, period_fit, status_fit
from report_qa.questions.question import Question
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader
from report_qa.text.periods import Period, Status

from .conftest import make_figure

TERM = Period("五年来", 2019, 2023)
PLAN = Period("“十四五”时期", 2021, 2025)


@pytest.fixture
def question(reader: Reader) -> Question:
    return read_question("粮食产量是多少", (), reader)


@pytest.mark.parametrize(
    ("text", "period"),
    [("2023年粮食产量", Period.year(2023)), ("五年来新增就业多少人", TERM), ("十四五期间建了几座桥", PLAN)],
)
def test_the_period_asked_fits_best(reader: Reader, text: str, period: Period) -> None:
    asked = read_question(text, (), reader)
    assert period_fit(asked, make_figure(period=period), asked.times) == 1


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年粮食产量", Period.year(2022)),
        ("2023年粮食产量", Period.year(2024)),
        ("2023年新增就业多少人", TERM),
        ("2023年粮食产量", PLAN),
        ("五年来新增就业多少人", Period.year(2021)),
        ("五年来新增就业多少人", Period.year(2024)),
        ("过去五年建了几座桥", Period("未来五年", 2024, 2028)),
    ],
)
def test_another_period_is_excluded(reader: Reader, text: str, period: Period) -> None:
    asked = read_question(text, (), reader)
    assert period_fit(asked, make_figure(period=period), asked.times) < 0


@pytest.mark.parametrize("text", ["截至2023年底公园一共有几个", "2023年累计新增就业多少人"])
def test_a_terms_total_may_answer_what_has_come_together_by_its_last_year(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert 0 < period_fit(asked, make_figure(period=TERM), asked.times) < 1


def test_a_plans_last_year_may_answer_what_is_reached_by_its_end(reader: Reader) -> None:
    asked = read_question("十四五末森林覆盖率达到多少", (), reader)
    assert 0 < period_fit(asked, make_figure(period=Period.year(2025)), asked.times) < 1


def test_a_figure_without_a_date_neither_fits_nor_is_excluded(question: Question) -> None:
    assert period_fit(question, make_figure(period=None), (Period.year(2023),)) == 0


def test_a_question_without_a_time_excludes_no_period(question: Question) -> None:
    assert period_fit(question, make_figure(period=PLAN), ()) == 0


def test_the_best_of_several_times_counts(question: Question) -> None:
    assert period_fit(question, make_figure(), (Period.year(2021), Period.year(2023))) == 1


@pytest.mark.parametrize(
    ("asked", "printed", "fits"),
    [
        ("目标是多少", "target", 1), ("目标是多少", "actual", -1), ("完成了多少", "actual", 1), ("完成了多少", "target", -1), ("完成了多少", None, 0),
        ("粮食产量", "target", 0), ("粮食产量", "actual", 0),
    ],
)  # fmt: skip
def test_a_promise_is_no_result(reader: Reader, asked: str, printed: Status | None, fits: int) -> None:
    assert status_fit(read_question(asked, (), reader), make_figure(status=printed)) == fits


@pytest.mark.parametrize(
    ("change", "unit", "growth"),
    [
        ("增长", "%", True), ("同比增长", "%", True), ("下降", "%", True), ("年均增长", "%", True), ("增长", "倍", True), (None, "个百分点", True),
        ("提高", "个百分点", True), ("达到", "%", False), ("提高到", "%", False), ("下降至", "%", False), ("控制在", "%", False), (None, "亿元", False),
        ("占", "%", False),
    ],
)  # fmt: skip
def test_a_change_is_told_from_a_level(change: str | None, unit: str, growth: bool) -> None:
    assert is_growth(make_figure(change=change, unit=unit)) is growth


GREW = make_figure(change="增长", unit="%")
STANDS_AT = make_figure(change="达到", unit="亿元")


@pytest.mark.parametrize("text", ["GDP增长多少", "GDP增速是多少", "GDP涨了百分之几"])
def test_a_question_for_growth_excludes_levels(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert aspect_fit(asked, GREW) == 1
    assert aspect_fit(asked, STANDS_AT) == -1


@pytest.mark.parametrize("text", ["外贸总额一共多少", "森林覆盖率提高到多少", "失业率控制在多少"])
def test_a_question_for_a_level_excludes_growth(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert aspect_fit(asked, GREW) == -1
    assert aspect_fit(asked, STANDS_AT) > 0


def test_an_open_question_takes_either_side(question: Question) -> None:
    assert (aspect_fit(question, GREW), aspect_fit(question, STANDS_AT)) == (0, 0)


def test_a_unit_asked_for_settles_the_side(reader: Reader) -> None:
    asked = read_question("减少了多少人", (), reader)
    assert aspect_fit(asked, make_figure(unit="人")) == 0
