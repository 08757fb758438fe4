"""How a figure's period, status and side of its metric fit a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.fitting import aspect_fit, contradicts, is_growth, numbers_named, period_fit, sides_taken
from report_qa.answers.ranking import fit_figures
from report_qa.answers.view import ReportView
from report_qa.questions.question import Question
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader
from report_qa.text.periods import Period

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
    assert period_fit(asked, period) == 1


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
    assert period_fit(asked, period) < 0


@pytest.mark.parametrize("text", ["截至2023年底公园一共有几个", "2023年累计新增就业多少人"])
def test_a_terms_total_may_answer_what_has_come_together_by_its_last_year(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert 0 < period_fit(asked, TERM) < 1


def test_a_plans_last_year_may_answer_what_is_reached_by_its_end(reader: Reader) -> None:
    asked = read_question("十四五末森林覆盖率达到多少", (), reader)
    assert 0 < period_fit(asked, Period.year(2025)) < 1


def test_a_figure_without_a_date_neither_fits_nor_is_excluded(reader: Reader) -> None:
    assert period_fit(read_question("2023年粮食产量", (), reader), None) == 0


def test_a_question_without_a_time_excludes_no_period(question: Question) -> None:
    assert period_fit(question, PLAN) == 0


def test_the_best_of_several_times_counts(question: Question) -> None:
    asked = replace(question, times=(Period.year(2021), Period.year(2023)))
    assert period_fit(asked, Period.year(2023)) == 1


@pytest.mark.parametrize(
    ("text", "actual", "target"), [("目标是多少", -1, 1), ("实际完成了多少", 1, -1), ("粮食产量", 0, 0)]
)
def test_a_promise_is_no_result(view: ReportView, reader: Reader, text: str, actual: int, target: int) -> None:
    fits = fit_figures(view, read_question(text, (), reader)).status
    said = dict(zip([figure.status for figure in view.figures], fits.tolist(), strict=True))
    assert said == {"actual": actual, "target": target}


def test_fits_are_worked_out_for_every_figure(view: ReportView, reader: Reader) -> None:
    asked = read_question("2023年新建改建幼儿园几所", (), reader)
    fits = fit_figures(view, asked)
    for at, figure in enumerate(view.figures):
        assert fits.period[at] == period_fit(asked, figure.period)
        assert fits.aspect[at] == pytest.approx(aspect_fit(asked, figure))
        assert (fits.unit[at] == 1) == (figure.unit == "所")


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


@pytest.mark.parametrize("text", ["森林覆盖率提高到多少", "失业率控制在多少"])
def test_a_question_for_a_level_excludes_growth(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert aspect_fit(asked, GREW) == -1
    assert aspect_fit(asked, STANDS_AT) > 0


@pytest.mark.parametrize("text", ["固定资产投资", "粮食产量怎么样", "工业增加值"])
def test_an_open_question_takes_either_side(reader: Reader, text: str) -> None:
    asked = read_question(text, (), reader)
    assert (aspect_fit(asked, GREW), aspect_fit(asked, STANDS_AT)) == (0, 0)


def test_how_much_an_amount_is_no_rate_of_growth_answers(reader: Reader) -> None:
    asked = read_question("外贸进出口总额是多少", (), reader)
    assert aspect_fit(asked, GREW) < aspect_fit(asked, STANDS_AT)


def test_an_amount_asked_for_by_its_noun_is_no_rate_of_growth(view: ReportView, reader: Reader) -> None:
    fits = fit_figures(view, read_question("外贸总额一共多少", (), reader)).unit
    assert all(fits[at] < 0 for at, figure in enumerate(view.figures) if figure.unit == "%")


def test_a_unit_asked_for_settles_the_side(reader: Reader) -> None:
    asked = read_question("减少了多少人", (), reader)
    assert aspect_fit(asked, make_figure(unit="人")) == 0


@pytest.mark.parametrize(
    ("question", "metric", "sentence", "other"),
    [
        ("进口多少", "出口总额", "出口总额100亿元", True),
        ("出口多少", "外贸进出口总额", "外贸进出口总额2450亿元", True),
        ("进出口总额多少", "外贸进出口总额", "外贸进出口总额2450亿元", False),
        ("城镇居民收入多少", "农村居民人均可支配收入", "农村居民人均可支配收入4万元", True),
        ("城镇居民收入多少", "农村居民人均可支配收入", "城镇、农村居民人均可支配收入分别为8万元、4万元", False),
        ("公办幼儿园几所", "民办幼儿园", "民办幼儿园3所", True),
        ("境外游客多少人", "境内游客", "境内游客100万人次", True),
        ("国内生产总值增长多少", "国际航线", "国际航线3条", False),
        ("粮食产量多少", "农村公路", "农村公路30公里", False),
    ],
)
def test_the_other_side_of_a_contrast_is_another_thing(question: str, metric: str, sentence: str, other: bool) -> None:
    assert contradicts(sides_taken(question), metric, sentence) is other


def test_a_question_takes_each_side_that_it_names_and_leaves_the_others() -> None:
    ((own, others),) = sides_taken("公办学校几所")
    assert [side.search("公办") is not None for side in own] == [True]
    assert [side.search("民办") is not None for side in others] == [True]
    ((own, others),) = sides_taken("城镇和农村居民收入")
    assert (len(own), others) == (2, ())
    assert sides_taken("粮食产量多少") == ()


@given(
    st.text(alphabet="进出口公民办城镇农村国内外省市级", max_size=12),
    st.text(alphabet="进出口公民办城镇农村", max_size=12),
)
def test_a_sentence_that_says_what_the_question_says_never_contradicts_it(question: str, metric: str) -> None:
    assert not contradicts(sides_taken(question), metric, f"{metric}，{question}")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10亿元以上项目有几个", {"10"}),
        ("5G基站建了多少座", {"5"}),
        ("60岁以上老人占百分之几", {"60"}),
        ("3号线投资多少", {"3"}),
        ("5A景区和4A景区各有几个", {"5", "4"}),
        ("2023年10亿元以上项目有几个", {"10"}),
        ("2023年的项目有几个", set()),
        ("粮食产量是多少", set()),
        ("10亿元以上项目有35个吗", set()),  # a claim is held against the figure, not looked up
    ],
)
def test_numbers_that_only_name_a_thing(reader: Reader, text: str, numbers: set[str]) -> None:
    assert numbers_named(read_question(text, (), reader)) == numbers
