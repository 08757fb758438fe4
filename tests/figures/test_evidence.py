"""What decided a figure's period and status, and what it is compared with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_qa.figures.bases import base_of, base_words
from report_qa.figures.evidence import EVIDENCE_WORDS, NO_EVIDENCE, Evidence, EvidenceKind
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.document import Document
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024", 2023, 2024, "某市")
REPORT = """某市政府工作报告

一、2023年工作回顾

地区生产总值增长5%，粮食产量由10万吨增加到12万吨。

指标\t2022年\t2023年
地区生产总值\t23958.3亿元\t24653.4亿元

二、2024年工作安排

地区生产总值增长6%左右。今年，工业投资增长7%左右。出口增长8%左右。到2025年，森林覆盖率达到30%。
"""
Read = Callable[..., list[Figure]]


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(Source.from_bytes(REPORT.encode()), DATES)


@pytest.fixture(scope="module")
def ledger(document: Document) -> dict[str, Figure]:
    return {figure.text: figure for figure in read_figures(document, DATES)}


def kind_and_words(evidence: Evidence, document: Document) -> tuple[str, str]:
    """What the evidence is, and the words that stand at its place in the source."""
    return evidence.kind.value, document.source.cut(evidence.extent) if evidence.extent else ""


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("5%", "heading", "2023年"),
        ("10万吨", "starting", ""),
        ("12万吨", "heading", "2023年"),
        ("6%左右", "heading", "2024年"),
        ("7%左右", "own_words", "今年"),
        ("8%左右", "before", "今年"),
        ("30%", "own_words", "2025年"),
        ("23958.3亿元", "row", ""),
    ],
)
def test_what_decided_a_period(document: Document, ledger: dict[str, Figure], text: str, kind: str, words: str) -> None:
    assert kind_and_words(ledger[text].period_evidence, document) == (kind, words)


def test_words_are_those_at_their_place(document: Document, ledger: dict[str, Figure]) -> None:
    for figure in ledger.values():
        for evidence in (figure.period_evidence, figure.status_evidence):
            if evidence.extent is not None:
                assert document.source.cut(evidence.extent) == evidence.words


def test_a_cell_is_of_the_row_that_it_stands_in(ledger: dict[str, Figure]) -> None:
    for text in ("23958.3亿元", "24653.4亿元"):
        assert (ledger[text].metric, ledger[text].period, ledger[text].status) == ("地区生产总值", None, None)


def test_a_promise_decides_the_status(read: Read) -> None:
    (figure,) = read("力争产值达到2600亿元。")
    assert figure.status == "target"
    assert figure.status_evidence.words == "力争"
    assert figure.period_evidence == NO_EVIDENCE


def test_every_kind_is_told_in_both_languages() -> None:
    assert set(EVIDENCE_WORDS) == set(EvidenceKind)
    assert all(zh and en and zh != en for zh, en in EVIDENCE_WORDS.values())


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("规上工业增加值比上年增长14%。", ["比上年"]),
        ("出口同比增长14%，进口增长3%。", ["同比", None]),
        ("签约项目1134个、落户人才803个，分别是2020年的3.4倍和3.8倍。", [None, None, "2020年的", "2020年的"]),
        ("税收增长3%，增速高于全国平均水平2个百分点。", [None, "高于全国平均水平"]),
        ("与2015年相比，粮食产量增长20%。", ["与2015年相比"]),
        ("空气优良天数比例90%，与上年持平。", ["与上年持平"]),
        ("耕地面积较第三次全国国土调查增加4.6万亩。", ["较第三次全国国土调查"]),
        ("评比表彰项目压减88%，研发投入占比达3%，比例提高到5%。", [None, None, None]),
        ("优良比例从75%提高到83%。", [None, None]),
    ],
)  # fmt: skip
def test_bases(read: Read, sentence: str, bases: list[str | None]) -> None:
    assert [figure.base.text if figure.base else None for figure in read(sentence)] == bases


def test_the_year_of_a_base() -> None:
    assert base_of("比上年", Period.year(2024), DATES).period == Period.year(2023)
    assert base_of("同比", Period.year(2023), DATES).period == Period.year(2022)
    assert base_of("2020年的", Period.year(2023), DATES).period == Period.year(2020)
    assert base_of("高于全国", Period.year(2023), DATES).period is None
    assert base_of("比上年", Period("五年来", 2019, 2023), DATES).period is None
    assert base_words("固定资产投资增长", "，", "%", "") is None
