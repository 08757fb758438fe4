"""Times in questions: years, relative words held against the report's dates, terms, plans, and bases of comparison."""

from __future__ import annotations

import pytest

from report_qa.questions.times import find_times
from report_qa.questions.turn import Reader
from report_qa.text.periods import ReportDates

REVIEWS_2023 = ReportDates("2024-01-16", 2023, 2024, "苏州市")


def years(text: str, dates: ReportDates = REVIEWS_2023) -> list[tuple[int, int]]:
    return [(mention.period.start, mention.period.end) for mention in find_times(text, dates)]


@pytest.mark.parametrize(
    ("word", "year"),
    [
        ("前年", 2022), ("去年", 2023), ("上年", 2023), ("上一年", 2023), ("今年", 2024), ("本年度", 2024), ("年内", 2024), ("明年", 2025),
        ("后年", 2026), ("last year", 2023), ("this year", 2024), ("next year", 2025), ("the year before last", 2022),
    ],
)  # fmt: skip
def test_relative_years_count_from_the_year_that_the_report_plans(word: str, year: int) -> None:
    assert years(f"粮食产量 {word} 多少") == [(year, year)]


@pytest.mark.parametrize(
    "dates",
    [ReportDates("2024"), ReportDates("2024-02"), ReportDates(reviews=2023), ReportDates(plans=2024), REVIEWS_2023],
)
def test_one_known_date_is_enough_for_all_relative_words(dates: ReportDates) -> None:
    assert years("去年和今年", dates) == [(2023, 2023), (2024, 2024)]
    assert years("过去五年", dates) == [(2019, 2023)]


def test_without_any_date_relative_words_name_no_year_and_printed_years_do() -> None:
    assert years("去年、今年、过去五年和2020年", ReportDates()) == [(2020, 2020)]


@pytest.mark.parametrize(
    "text", ["2021年", "21年", "二〇二一年", "二零二一年", "2021年底", "2021年度", "GDP 2021?", "in 2021"]
)
def test_a_year_is_read_in_every_way_of_writing_it(text: str) -> None:
    assert years(text) == [(2021, 2021)]


@pytest.mark.parametrize(
    "text", ["2017-2021年", "2017—2021年", "2017年到2021年", "2017至2021年", "2017 to 2021", "2017～2021"]
)
def test_a_range_of_years_is_one_period(text: str) -> None:
    assert years(text) == [(2017, 2021)]


@pytest.mark.parametrize(
    "text", ["建了2000个停车位", "2000 家企业", "超过2022亿元", "增长20.21%", "19.98万人", "近20年来", "三年行动计划"]
)
def test_what_only_looks_like_a_year_names_none(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "过去五年",
        "五年来",
        "这五年",
        "近五年",
        "这届政府",
        "本届政府任期内",
        "任期内",
        "换届以来",
        "十七届人大一次会议以来",
        "the past five years",
    ],
)
def test_a_term_covers_the_five_years_that_end_with_the_year_reviewed(text: str) -> None:
    (mention,) = find_times(f"{text}，建了多少所学校", REVIEWS_2023)
    assert (mention.period.start, mention.period.end, mention.status) == (2019, 2023, "actual")


@pytest.mark.parametrize("text", ["今后五年", "未来五年", "下一个五年", "the next five years"])
def test_a_coming_term_begins_with_the_year_planned_and_is_a_promise(text: str) -> None:
    (mention,) = find_times(f"{text}，目标是什么", REVIEWS_2023)
    assert (mention.period.start, mention.period.end, mention.status) == (2024, 2028, "target")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“十四五”", 2021), ("十四五期间", 2021), ("十四五规划", 2021), ("“十四五”时期", 2021), ("十三五末", 2016), ("十二五期间", 2011),
        ("“十五五”", 2026), ("14th Five-Year Plan", 2021), ("the 13th five-year plan period", 2016),
    ],
)  # fmt: skip
def test_a_five_year_plan_covers_its_years_whatever_the_report(text: str, first: int) -> None:
    assert years(text) == [(first, first + 4)]
    assert years(text, ReportDates()) == [(first, first + 4)]


def test_a_plan_is_labelled_as_reports_print_it() -> None:
    assert [mention.period.label for mention in find_times("十四五期间", REVIEWS_2023)] == ["“十四五”时期"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("去年GDP比上年增长多少", [2023]),
        ("2023年粮食产量比2022年增长多少", [2023]),
        ("比上年增长多少", []),
        ("较上年提高几个百分点", []),
        ("较前年提高多少", []),
        ("2023年签约额、产值分别是2022年的几倍", [2023]),
    ],
)
def test_a_base_that_another_year_is_measured_against_is_not_the_time_asked(
    reader: Reader, text: str, kept: list[int]
) -> None:
    assert [period.start for period in reader.turn(text).times] == kept


@pytest.mark.parametrize(
    "text",
    ["今年目标比去年实际高多少", "2024年比2023年要多建多少", "2023年和2021年哪个高", "2023年签约额是2022年的几倍"],
)
def test_both_years_of_a_comparison_are_asked_about(reader: Reader, text: str) -> None:
    assert len(reader.turn(text).times) == 2


def test_a_turns_body_is_its_words_without_its_times(reader: Reader) -> None:
    assert reader.turn("去年粮食产量是多少？").body == "粮食产量是多少"
