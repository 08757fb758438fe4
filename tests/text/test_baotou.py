"""The newspaper page of the Baotou report: sections found by evidence, captions apart, no character dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.text.document import BlockKind, Document, Section
from report_qa.text.layout import read_layout
from report_qa.text.overrules import OutlineEntry, Overrules
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source

DATES = ReportDates("2022-02-12", 2021, 2022, "包头市")
TERM = Period("十五届人大一次会议以来", 2017, 2021)
AHEAD = Period("今后五年", 2022, 2026)


@pytest.fixture(scope="module")
def source(root: Path) -> Source:
    return Source.from_bytes((root / "data/reports/baotou-2022/source.txt").read_bytes())


@pytest.fixture(scope="module")
def document(source: Source) -> Document:
    return read_document(source, DATES)


def heading(document: Document, words: str) -> Section:
    return next(section for section in document.sections if words in section.heading)


def sentence_at(document: Document, line: int, words: str) -> tuple[Period | None, str | None]:
    for sentence in document.sentences:
        first, last = document.source.lines_of(sentence.extent)
        if first <= line <= last and words in sentence.text:
            return sentence.period, sentence.status
    raise AssertionError(f"no sentence with {words} at line {line}")


@pytest.mark.parametrize(
    ("words", "line", "first", "last", "period", "status"),
    [
        ("经济社会发展成就", 8, 12, 58, TERM, "actual"),
        ("2021年工作回眸", 120, 60, 118, Period.year(2021), "actual"),
        ("2022年工作安排", 303, 122, 275, Period.year(2022), "target"),
        ("今后五年工作的总体要求", 277, 279, 301, AHEAD, "target"),
    ],
)
def test_headings_head_their_text_wherever_they_are_printed(
    document: Document, words: str, line: int, first: int, last: int, period: Period, status: str
) -> None:
    section = heading(document, words)
    assert document.source.line_of(section.extent.start) == line
    assert (section.line_start, section.line_end, section.level) == (first, last, 1)
    assert (section.period, section.status) == (period, status)


def test_a_heading_of_three_lines_is_one(document: Document) -> None:
    assert document.sections[0].heading == "包头市十五届人大一次会议以来经济社会发展成就"


def test_bullets_and_numbers_nest_under_their_heading(document: Document) -> None:
    parents = {section.heading: document.headings(at)[:-1] for at, section in enumerate(document.sections)}
    assert parents["●突出抓好经济运行"] == ("2021年工作回眸", "●干成了一批大事难事")
    assert parents["●群众生活更加幸福"] == ("2021年工作回眸", "●发生了一系列积极变化")
    assert parents["6.深入实施民生福祉保障升级攻坚行动"] == ("2022年工作安排", "实施七大攻坚行动")


@pytest.mark.parametrize(
    ("line", "words", "period", "status"),
    [
        (13, "地区生产总值年均增长6%", TERM, "actual"),
        (66, "全年地区生产总值同比增长8.5%", Period.year(2021), "actual"),
        (78, "对接各类企业5918家", Period.year(2021), "actual"),
        (124, "地区生产总值增长8%左右", Period.year(2022), "target"),
        (150, "粮食产量达到25.5亿斤以上", Period.year(2022), "target"),
        (279, "总体要求是", AHEAD, "target"),
    ],
)
def test_the_same_metric_is_dated_by_its_section(
    document: Document, line: int, words: str, period: Period, status: str
) -> None:
    assert sentence_at(document, line, words) == (period, status)


def test_captions_are_apart_and_dated_only_by_themselves(document: Document) -> None:
    captions = [sentence for sentence in document.sentences if sentence.kind is BlockKind.CAPTION]
    assert all(document.source.line_of(sentence.extent.start) >= 305 for sentence in captions)
    assert all(sentence.section is None and sentence.status is None for sentence in captions)
    dated = {sentence.text[:5]: sentence.period for sentence in captions if sentence.period is not None}
    assert dated == {"2021年": Period.year(2021), "2022年": Period.year(2022)}
    assert "包头市政务服务大厅接待窗口工作人员耐心为市民服务。" in [sentence.text for sentence in captions]
    assert "高温气冷堆核燃料元件生产线。" in [sentence.text for sentence in captions]


def test_title_lines_are_undated(document: Document) -> None:
    titles = [sentence for sentence in document.sentences if sentence.kind is BlockKind.TITLE]
    assert [document.source.line_of(sentence.extent.start) for sentence in titles] == [1, 2, 4, 6]
    assert titles[1].text == "踔厉奋发 为建设新时代新包头作出新的更大贡献"
    assert all(sentence.section is None and sentence.period is None for sentence in titles)


def test_every_sentence_is_whole(document: Document) -> None:
    prose = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH]
    assert all(text.endswith(("。", "；")) for text in prose)
    assert not any("\n" in text for text in prose)


def test_every_character_is_in_one_sentence_or_in_a_named_edit(source: Source, document: Document) -> None:
    for sentence in document.sentences:
        assert source.cut(sentence.extent) == sentence.text
    covered = [offset for sentence in document.sentences for offset in sentence.extent.offsets()]
    assert len(covered) == len(set(covered))
    edits = repair(read_layout(source)).edits
    left_out = {offset for edit in edits for offset in range(edit.span.start, edit.span.end)}
    assert all(edit.rule and edit.why for edit in edits)
    assert not left_out & set(covered)
    assert all(source.text[at].isspace() for at in set(range(len(source.text))) - left_out - set(covered))
    words = [source.text[edit.span.start : edit.span.end] for edit in edits]
    assert [word for word in words if word.strip()] == ["踔厉奋发", "为建设新时代新包头作出新的更大贡献"]


def test_a_person_overrules_the_reader_by_lines(source: Source) -> None:
    given = OutlineEntry(66, 68, Period.year(2020), "actual")
    document = read_document(source, DATES, Overrules(outline=(given,)))
    assert sentence_at(document, 66, "同比增长8.5%") == (Period.year(2020), "actual")
    assert sentence_at(document, 70, "能耗") == (Period.year(2021), "actual")


def test_without_a_manifest_the_headings_tell_the_years(source: Source) -> None:
    document = read_document(source, ReportDates())
    assert heading(document, "经济社会发展成就").period == TERM
    assert heading(document, "今后五年").period == AHEAD


def test_reading_twice_gives_the_same(source: Source, document: Document) -> None:
    assert read_document(source, DATES) == document
