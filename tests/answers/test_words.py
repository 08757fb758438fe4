"""How a figure is said: when, whether done or promised, and what it measures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report_qa.answers.asked import convert
from report_qa.answers.view import ReportView
from report_qa.answers.words import clause, say, when
from report_qa.text.periods import Period, Status

from .conftest import make_figure

TERM = Period("十七届人大一次会议以来", 2019, 2023)


@pytest.mark.parametrize(
    ("period", "status", "zh", "en"),
    [
        (Period.year(2023), "actual", "2023年实际", "2023 (actual)"),
        (Period.year(2024), "target", "2024年目标", "2024 (target)"),
        (Period.year(2024), None, "2024年", "2024"),
        (TERM, "actual", "十七届人大一次会议以来（2019—2023年）实际", "2019-2023 (actual)"),
        (Period("2019—2023年", 2019, 2023), None, "2019—2023年", "2019-2023"),
        (Period("“十四五”时期", 2021, 2025), "target", "“十四五”时期（2021—2025年）目标", "2021-2025 (target)"),
        (None, "target", "目标", "target"),
        (None, None, "", ""),
    ],
)
def test_a_label_says_the_years_and_whether_it_is_done(
    period: Period | None, status: Status | None, zh: str, en: str
) -> None:
    assert when(period, status, "zh") == zh
    assert when(period, status, "en") == en


@pytest.mark.parametrize(
    ("metric", "change", "text", "said"),
    [
        ("粮食产量", "达到", "18.2亿斤", "粮食产量达到18.2亿斤"),
        ("地区生产总值", "增长", "5%以上", "地区生产总值增长5%以上"),
        ("新建幼儿园", None, "35所", "新建幼儿园：35所"),
        ("工业投资增长", "增长", "5%", "工业投资增长5%"),
        ("粮食\n产量", "达 到", "18.2亿斤", "粮食产量达到18.2亿斤"),
    ],
)
def test_a_figure_is_said_with_its_metric_and_change(metric: str, change: str | None, text: str, said: str) -> None:
    assert say(make_figure(metric=metric, change=change, text=text)) == said


def test_a_figure_is_said_as_printed_with_its_qualifier(view: ReportView) -> None:
    for figure in view.figures:
        assert say(figure).endswith(figure.text)


def test_a_clause_holds_its_figure_and_ends_in_no_mark(view: ReportView) -> None:
    for figure in view.figures:
        words = clause(view, figure)
        assert figure.text in words
        assert words.strip("，；。：、 ") == words


@pytest.mark.parametrize(
    ("value", "value_to", "scale", "plain"),
    [
        ("22.3", None, 10_000, "223,000"), ("2456", None, 10**8, "245,600,000,000"), ("1.25", None, 10**12, "1,250,000,000,000"),
        ("3", "3.5", 10_000, "30,000-35,000"), ("35", None, 1, ""), ("4.6", None, 1, ""), ("3", None, 1000, ""),
    ],
)  # fmt: skip
def test_ten_thousands_are_written_out_for_an_english_reader(
    value: str, value_to: str | None, scale: int, plain: str
) -> None:
    upper = None if value_to is None else Decimal(value_to)
    assert convert(make_figure(value=Decimal(value), value_to=upper, scale=scale)) == plain
