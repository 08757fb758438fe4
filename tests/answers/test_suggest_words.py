"""Questions that are suggested read as a person would ask them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_qa.answers.suggest_words import chinese, english
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.questions.lexicon import Lexicon
from report_qa.text.periods import Period


def printed(view: ReportView, text: str) -> tuple[Figure, Period]:
    figure = next(figure for figure in view.figures if figure.text == text)
    assert figure.period is not None
    return figure, figure.period


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("4.6%", "2023年地区生产总值增长了多少？"),
        ("5%以上", "2024年地区生产总值的增长目标是多少？"),
        ("18.2亿斤", "2023年粮食产量是多少？"),
        ("35所", "2023年新建改建幼儿园多少所？"),
        ("1200张", "2024年计划新增养老床位多少张？"),
        ("4.2%", "2023年单位工业增加值能耗下降了多少？"),
    ],
)
def test_a_figure_is_asked_for_in_chinese(view: ReportView, text: str, question: str) -> None:
    assert chinese(*printed(view, text)) == question


def test_an_english_question_has_no_chinese_in_it(view: ReportView, lexicon: Lexicon) -> None:
    asked = [english(figure, figure.period, lexicon) for figure in view.figures if figure.period]
    made = [question for question in asked if question is not None]
    assert made
    assert all(question.isascii() and question.endswith("?") for question in made)


def test_growth_is_asked_for_as_growth_and_a_promise_as_a_target(view: ReportView, lexicon: Lexicon) -> None:
    grown, promised = english(*printed(view, "4.6%"), lexicon), english(*printed(view, "5%以上"), lexicon)
    assert grown is not None
    assert "grow" in grown
    assert "2023" in grown
    assert promised is not None
    assert "target" in promised
    assert "2024" in promised


def test_a_metric_without_an_english_name_is_not_asked_about(view: ReportView, lexicon: Lexicon) -> None:
    figure, period = printed(view, "26亿元")
    assert english(replace(figure, metric="江南织造工程完成投资"), period, lexicon) is None
