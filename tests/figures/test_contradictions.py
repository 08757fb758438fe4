"""Two figures of one metric, period and status that cannot both be true, and the many pairs that can."""

from __future__ import annotations

import string

import pytest

from report_qa.figures.contradictions import REASONS, Contradiction, find_contradictions
from report_qa.figures.figure import Figure
from report_qa.figures.metric_words import NO_METRICS, MetricWords
from report_qa.figures.read import read_figures
from report_qa.settings import shipped_folder
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

WORDS = MetricWords.open(shipped_folder("lexicon"))
DATES = ReportDates("2024-01-16", 2023, 2024, "苏州市")
REPORT = string.Template("""政府工作报告
——2024年1月16日在苏州市第十七届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
$one
$two
二、2024年工作安排
$three
""")


def found(one: str, two: str = "", three: str = "") -> tuple[tuple[Contradiction, ...], tuple[Figure, ...]]:
    text = REPORT.substitute(one=one, two=two, three=three)
    document = read_document(Source.from_bytes(text.encode()), DATES)
    figures = read_figures(document, DATES)
    return find_contradictions(figures, document, WORDS, DATES.place), figures


@pytest.mark.parametrize(
    ("one", "two", "reason", "pair"),
    [
        ("全市地区生产总值增长4.6%。", "一年来，GDP增长5.2%，经济稳步回升。", "values", ("4.6%", "5.2%")),
        ("地区生产总值达到2.46万亿元。", "全市生产总值2.53万亿元。", "values", ("2.46万亿元", "2.53万亿元")),
        ("社会消费品零售总额超9500亿元。", "社零总额9120亿元。", "bounds", ("超9500亿元", "9120亿元")),
        ("规上工业增加值增长3.6%。", "规模以上工业增加值下降3.6%。", "direction", ("3.6%", "3.6%")),
        ("城镇新增就业22.3万人。", "新增城镇就业20万人。", "values", ("22.3万人", "20万人")),
    ],
)
def test_two_values_of_one_metric_period_and_status_are_flagged(
    one: str, two: str, reason: str, pair: tuple[str, str]
) -> None:
    ((contradiction,), figures) = found(one, two)
    assert contradiction.reason == reason
    assert (figures[contradiction.one].text, figures[contradiction.other].text) == pair
    assert contradiction.one < contradiction.other
    assert all(text in contradiction.text(figures, language) for text in pair for language in ("zh", "en"))


@pytest.mark.parametrize(
    ("one", "two", "three"),
    [
        ("地区生产总值增长4.6%。", "地区生产总值达到2.46万亿元。", ""),  # growth and level
        ("地区生产总值增长4.6%。", "", "地区生产总值增长5%。"),  # result and target
        ("社会消费品零售总额超9500亿元。", "社零总额9582.9亿元。", ""),  # the bound holds
        ("粮食产量18.2亿斤。", "粮食总产量18.23亿斤。", ""),  # rounding
        ("地区生产总值增长4.6%。", "地区生产总值年均增长6.1%。", ""),  # an average
        ("地区生产总值增长4.6%。", "地区生产总值比2019年增长21.3%。", ""),  # another base
        ("地区生产总值增长4.6%。", "上半年地区生产总值增长3.9%。", ""),  # a part of the year
        ("地区生产总值增长4.6%。", "昆山市地区生产总值增长5.5%。", ""),  # a part of the place
        ("进出口总额增长4.6%。", "自贸试验区苏州片区进出口总额增长15.4%。", ""),
        ("规上工业增加值增长3.6%。", "五年来，规上工业增加值增长43.6%。", ""),  # a term
        ("高新技术企业达1.57万家。", "新增高新技术企业2000家。", ""),  # all and new
        ("新建幼儿园35所。", "新建幼儿园12所。", ""),  # words that the file does not know
    ],
)
def test_what_can_both_be_true_is_not_flagged(one: str, two: str, three: str) -> None:
    contradictions, figures = found(one, two, three)
    assert contradictions == ()
    assert len(figures) >= 2


def test_figures_of_one_sentence_are_left_alone() -> None:
    contradictions, _ = found("高新技术企业达1.57万家，其中高新技术企业2000家通过复评。")
    assert contradictions == ()


def test_without_a_lexicon_nothing_is_flagged() -> None:
    text = REPORT.substitute(one="地区生产总值增长4.6%。", two="地区生产总值增长5.2%。", three="")
    document = read_document(Source.from_bytes(text.encode()), DATES)
    assert find_contradictions(read_figures(document, DATES), document, NO_METRICS, DATES.place) == ()


def test_a_fall_and_a_rise_are_named_in_this_order() -> None:
    ((contradiction,), figures) = found("规上工业增加值下降2.5%。", "规模以上工业增加值增长3.6%。")
    assert "上升3.6%" in contradiction.text(figures, "zh")
    assert "up 3.6%" in contradiction.text(figures, "en")


def test_every_reason_has_both_languages_and_both_figures() -> None:
    for zh, en in REASONS.values():
        assert all("{one}" in text and "{other}" in text for text in (zh, en))
        assert zh.endswith("。")
        assert en.endswith(".")
