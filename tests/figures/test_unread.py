"""Review mode: every digit of a source lies in a figure or has a reason, and the reason is the right one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.figures.unread import UnreadNumber, digit_share, explain_numbers
from report_qa.figures.why import WORDS, Why
from report_qa.text.document import Document
from report_qa.text.periods import ReportDates
from report_qa.text.source import Source
from report_qa.text.verdicts import Examined, examine

DATES = ReportDates("2022", 2021, 2022, "某市")
LONG = "全市上下齐心协力，各项事业都取得了新的进步，城乡面貌发生了深刻变化，"


def examined(text: str) -> tuple[Examined, tuple[Figure, ...]]:
    read = examine(Source.from_bytes(text.encode()), DATES)
    return read, read_figures(read.document, DATES)


def explain(sentence: str) -> dict[str, Why]:
    read, figures = examined(f"一、2021年工作回顾\n{LONG}{sentence}\n")
    found = explain_numbers(read.document, figures, read.edits)
    return {one.text: one.why for one in found if one.extent.start > 12}


@pytest.mark.parametrize(
    ("sentence", "text", "why"),
    [
        ("会议于2022年2月12日召开。", "2022年2月12日", Why.DATE), ("每天8:30开放。", "8:30", Why.CLOCK), ("近5年成效显著。", "5年", Why.PERIOD),
        ("第十六届人大召开。", "第十六", Why.ORDINAL), ("位列全国第3。", "第3", Why.ORDINAL), ("进入全国前10。", "前10", Why.RANK),
        ("PM2.5浓度达标。", "PM2.5", Why.NAME), ("推广5G应用。", "5G", Why.NAME), ("建设“双12”广场。", "“双12”", Why.QUOTED),
        ("坚持两个毫不动摇。", "两个", Why.SET_PHRASE), ("实施“城市更新”（16）行动。", "（16）", Why.NOTE), ("创新审批[1]方式。", "[1]", Why.NOTE),
        ("亿元以上项目和10万元以上项目150个。", "10万元", Why.THRESHOLD), ("新增500亿级园区2个。", "500亿级", Why.THRESHOLD),
        ("为65岁以上老年人体检。", "65岁", Why.THRESHOLD), ("每10万人口有床位80张。", "每10万", Why.BASE),
        ("城乡收入比缩小至2.28:1。", "2.28:1", Why.RATIO), ("三次产业比为9.7：39.5：50.8。", "9.7：39.5：50.8", Why.RATIO),
        ("成为全国7个先导区之一。", "7个", Why.ONE_OF), ("吸引数十亿元投资。", "十亿元", Why.VAGUE), ("做优12345热线。", "12345", Why.PHONE),
        ("编号123456789012345678已公布。", "123456789012345678", Why.CODE), ("余额分别突破5000、5300亿元。", "5000", Why.SCALE_APART),
        ("算力达10.3百亿亿次。", "10.3百亿", Why.ODD_SCALE), ("总投资1.2.3亿元。", "1.2.3", Why.MALFORMED), ("完成投资7，120亿元。", "7，120", Why.MALFORMED),
        ("增长1\ufffd5%。", "1\ufffd5", Why.UNREADABLE), ("新增\u0663\u0664家企业。", "\u0663\u0664", Why.OTHER_SCRIPT),
        ("办公软件V10.3发布。", "V10.3", Why.NAME), ("启动360科创园建设。", "360", Why.NAME), ("见https://a.cn/2022/1.html说明。", "https://a.cn/2022/1.html", Why.LINK),
    ],
)  # fmt: skip
def test_the_reason(sentence: str, text: str, why: Why) -> None:
    found = explain(sentence)
    matching = [one for printed, one in found.items() if text in printed]
    assert matching == [why], found


def test_no_figure_is_listed_and_no_number_twice() -> None:
    read, figures = examined(f"一、2021年工作回顾\n{LONG}新建5G基站1000座，增长8.5%，近5年累计3000座。\n")
    found = explain_numbers(read.document, figures, read.edits)
    taken: set[int] = {at for figure in figures for at in figure.extent.offsets()}
    for one in found:
        offsets = set(one.extent.offsets())
        assert not offsets & taken
        taken |= offsets
    assert [one.text for one in found] == ["2021年", "5G", "5年"]


def test_what_repair_left_out_carries_its_rule() -> None:
    lines = [LONG + "粮食产量达到18.2亿斤。"] * 2
    text = "\n".join([f"{LONG}第一段。", "— 3 —", *lines, "— 4 —", LONG, "— 5 —", LONG])
    read, figures = examined(text)
    found = [one for one in explain_numbers(read.document, figures, read.edits) if one.why is Why.LEFT_OUT]
    assert {one.text for one in found} >= {"3", "4", "5"}
    assert all(one.rule for one in found)
    assert all(one.sentence is None for one in found)


def test_a_dropped_figure_has_a_reason_of_its_own() -> None:
    read, figures = examined(f"一、2021年工作回顾\n{LONG}新建公厕120座，改造道路30公里。\n")
    dropped, kept = figures[0], figures[1:]
    found = explain_numbers(read.document, kept, read.edits, dropped=[dropped])
    assert [(one.text, one.why) for one in found if one.why is Why.DROPPED] == [(dropped.text, Why.DROPPED)]


def test_half_a_number_is_cut() -> None:
    read, figures = examined(f"一、2021年工作回顾\n{LONG}全年共改造老旧小区1\n50个。\n")
    assert everything_is_explained(read.document, figures, explain_numbers(read.document, figures, read.edits))


def everything_is_explained(document: Document, figures: tuple[Figure, ...], found: tuple[UnreadNumber, ...]) -> bool:
    """Whether each digit lies in a figure or in one of the numbers found."""
    share = digit_share(document, figures, found)
    known = {at for one in found for at in one.extent.offsets()} | {
        at for one in figures for at in one.extent.offsets()
    }
    digits = [at for at, sign in enumerate(document.source.text) if sign.isdecimal()]
    assert share.digits == len(digits)
    return all(at in known for at in digits)


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789０５٣.．:：，。、%万亿千百十元个人家年月日第一二三两几数“”（）[]—-\n 增长和达A5G",
        min_size=1,
        max_size=120,
    )
)
def test_every_digit_of_any_text_is_accounted_for(text: str) -> None:
    read, figures = examined(f"{LONG}{text}")
    found = explain_numbers(read.document, figures, read.edits)
    assert everything_is_explained(read.document, figures, found)
    assert list(found) == sorted(found, key=lambda one: (one.extent.start, one.extent.end))


def test_every_reason_has_words_in_both_languages() -> None:
    assert set(WORDS) == set(Why)
    assert all(why.zh and why.en and why.zh != why.en for why in Why)


def test_all_digits_of_the_first_report_are_explained(root: Path) -> None:
    read = examine(
        Source.from_bytes((root / "data/reports/baotou-2022/source.txt").read_bytes()),
        ReportDates("2022-02-12", 2021, 2022, "包头市"),
    )
    figures = read_figures(read.document, ReportDates("2022-02-12", 2021, 2022, "包头市"))
    found = explain_numbers(read.document, figures, read.edits)
    assert digit_share(read.document, figures, found).share == 1
