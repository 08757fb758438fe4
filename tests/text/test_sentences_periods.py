"""Sentences and time expressions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.text.periods import Period, ReportDates, find_periods
from report_qa.text.sentences import split_sentences

DATES = ReportDates("2022-02-12", 2021, 2022, "某市")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("增长8%。下降3%！", ["增长8%。", "下降3%！"]),
        ("目标是：增长8%；下降3%。", ["目标是：增长8%；", "下降3%。"]),
        ("实施“一是快。二是准。”行动，（见附件。）完成。", ["实施“一是快。二是准。”行动，（见附件。）完成。"]),
        ("他说：“好。”全场鼓掌。", ["他说：“好。”全场鼓掌。"]),
        ("少了一半的“引号。后面还有。", ["少了一半的“引号。", "后面还有。"]),
        ("没有句号", ["没有句号"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
    ],
)
def test_sentences_end_at_stops_outside_quotation_marks_and_brackets(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


@given(st.text(alphabet=st.sampled_from(list("增长8%。；！“”（） a?;")), max_size=40))
def test_sentences_cover_a_text_but_for_white_space(text: str) -> None:
    bounds = split_sentences(text)
    assert all(a < b for a, b in bounds)
    covered = {at for a, b in bounds for at in range(a, b)}
    assert all(char.isspace() for at, char in enumerate(text) if at not in covered)


@pytest.mark.parametrize(
    ("text", "label", "start", "end", "status"),
    [
        ("去年粮食产量", "2021年", 2021, 2021, "actual"),
        ("今年地区生产总值", "2022年", 2022, 2022, "target"),
        ("过去一年，", "2021年", 2021, 2021, "actual"),
        ("比上年增长", "2020年", 2020, 2020, "actual"),
        ("前年", "2020年", 2020, 2020, "actual"),
        ("五年来，", "五年来", 2017, 2021, "actual"),
        ("过去五年", "过去五年", 2017, 2021, "actual"),
        ("这五年", "这五年", 2017, 2021, "actual"),
        ("市十五届人大一次会议以来", "十五届人大一次会议以来", 2017, 2021, "actual"),
        ("今后五年工作", "今后五年", 2022, 2026, "target"),
        ("2017—2021年", "2017—2021年", 2017, 2021, "actual"),
        ("到2025年底", "2025年", 2025, 2025, "target"),
        ("“十四五”时期", "“十四五”时期", 2021, 2025, None),
        ("“十三五”期间", "“十三五”期间", 2016, 2020, "actual"),
        ("十五五时期", "十五五时期", 2026, 2030, "target"),
        ("二〇二一年", "2021年", 2021, 2021, "actual"),
        ("２０２１年", "2021年", 2021, 2021, "actual"),
    ],
)
def test_a_time_expression_is_read_against_the_dates(
    text: str, label: str, start: int, end: int, status: str | None
) -> None:
    (found,) = find_periods(text, DATES)
    assert found[2:] == (Period(label, start, end), status)


@pytest.mark.parametrize(
    "text", ["连续13年", "12345年产量", "第三产业", "90年代", "1万以上年产值", "“十四五”规划纲要", "500年历史"]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_periods(text, DATES) == []


def test_without_dates_relative_words_are_not_found() -> None:
    assert find_periods("去年和2021年", ReportDates()) == [(3, 8, Period.year(2021), None)]


def test_the_section_lends_its_year_to_words_without_one() -> None:
    assert find_periods("全年", DATES) == []
    assert find_periods("全年", DATES, Period.year(2022)) == [(0, 2, Period.year(2022), None)]


@given(st.text(alphabet=st.sampled_from(list("二〇一九年2021去今过五来“十四”期间今后以到—")), max_size=40))
def test_expressions_stand_in_order_and_apart(text: str) -> None:
    found = find_periods(text, DATES, Period.year(2021))
    assert all(a[1] <= b[0] for a, b in zip(found, found[1:], strict=False))
    assert all(0 <= start < end <= len(text) and period.start <= period.end for start, end, period, _ in found)
