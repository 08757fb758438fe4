"""A person's word on lines and characters overrules the reader, whatever it found; the source is never edited."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.edits import Edit
from report_qa.text.layout import read_layout
from report_qa.text.overruled import overruled_edits, read_before
from report_qa.text.overrules import CharacterEdit, LineReading, OutlineEntry, Overrules, fault_for, fault_in
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source
from report_qa.text.spans import Span

DATES = ReportDates("2024-01-20", 2023, 2024, None)
REPORT = """下载
2024年某市政府工作报告
各位代表：
一、2023年工作回顾
2023年，粮食产量达到 25.5亿斤，增长3%。
— 3 —
新增就业12万人，增长4%。
二、2024年工作安排
今年，粮食产量达到26亿斤以上。
"""
BOX = """各位代表：
刚刚过去的一年，全市上下凝心聚力、攻坚克难，地区生产总值增长6.5%，
规模以上工业增加值增长8.1%，一般公共预算收入达到356.4亿元，城乡居民
收入稳步提高，新增城镇就业12.6万人，改造老旧小区208个，新建口袋公园
35个，群众的获得感、幸福感、安全感不断增强，社会大局保持和谐稳定。
"""


def read(
    text: str, *readings: LineReading, edits: tuple[CharacterEdit, ...] = (), off: tuple[str, ...] = ()
) -> Document:
    return read_document(Source.from_bytes(text.encode()), DATES, Overrules((), readings, edits, off))


def said(lines: str, kind: BlockKind | None, level: int | None = None, before: int | None = None) -> LineReading:
    ranges = [part.split("-") for part in lines.split(",")]
    return LineReading(tuple((int(one[0]), int(one[-1])) for one in ranges), kind, None, level, before)


def of_kind(document: Document, kind: BlockKind) -> list[str]:
    return [sentence.text for sentence in document.sentences if sentence.kind is kind]


@pytest.mark.parametrize("kind", list(BlockKind))
@pytest.mark.parametrize("line", range(1, 10))
def test_any_line_is_read_as_what_a_person_says(kind: BlockKind, line: int) -> None:
    document = read(REPORT, said(str(line), kind))
    text = document.source.line(line)
    inside = [sentence for sentence in document.sentences if document.source.line_of(sentence.extent.start) == line]
    assert {sentence.kind for sentence in inside} == {kind}
    assert "".join(sentence.text for sentence in inside).replace(" ", "") == text.replace(" ", "")
    assert read(REPORT).source.text == document.source.text


@pytest.mark.parametrize("line", range(1, 10))
def test_any_line_is_left_out_where_a_person_says_so(line: int) -> None:
    document = read(REPORT, said(str(line), None))
    assert all(document.source.line_of(sentence.extent.start) != line for sentence in document.sentences)
    others = {document.source.line_of(sentence.extent.start) for sentence in document.sentences}
    assert others | {line} >= {2, 3, 4, 5, 7, 8, 9}


def test_lines_named_together_are_one_paragraph_and_lines_named_apart_are_several() -> None:
    text = "各位代表：\n粮食产量达到\n\n25.5亿斤。\n增长3%。\n"
    joined = read(text, said("2-4", BlockKind.PARAGRAPH))
    assert "粮食产量达到25.5亿斤。" in of_kind(joined, BlockKind.PARAGRAPH)
    apart = read(BOX, said("2", BlockKind.PARAGRAPH), said("3-5", BlockKind.PARAGRAPH))
    first, second = of_kind(apart, BlockKind.PARAGRAPH)
    assert first.endswith("6.5%，")
    assert second.startswith("规模以上工业")


def test_a_paragraph_may_go_on_behind_a_line_that_is_named_otherwise() -> None:
    text = BOX.replace("收入稳步", "某厂生产线。\n收入稳步")
    document = read(text, said("2-3,5-6", BlockKind.PARAGRAPH), said("4", BlockKind.CAPTION))
    (paragraph,) = of_kind(document, BlockKind.PARAGRAPH)
    assert "城乡居民收入稳步提高" in paragraph
    assert of_kind(document, BlockKind.CAPTION) == ["某厂生产线。"]


def test_a_heading_has_the_level_that_a_person_gives_it() -> None:
    text = "各位代表：\n一、2023年工作回顾\n（一）农业。粮食产量增长3%。\n民生改善\n新增就业12万人。\n"
    assert [section.level for section in read(text).sections] == [1, 2, 3]
    document = read(text, said("4", BlockKind.HEADING, level=2))
    assert [(section.heading, section.level, section.parent) for section in document.sections[-1:]] == [
        ("民生改善", 2, 0)
    ]
    deep = read(text, said("4", BlockKind.HEADING, level=9))
    assert deep.sections[-1].level == 3


def test_a_heading_is_read_before_the_line_that_a_person_names() -> None:
    text = "各位代表：\n粮食产量达到26亿斤以上。\n增长3%左右。\n2024年目标\n"
    document = read(text, said("4", BlockKind.HEADING, before=2))
    (section,) = document.sections
    assert (section.line_start, section.line_end, section.status) == (2, 3, "target")
    assert [sentence.section for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH] == [0, 0]


def test_columns_make_a_block_of_a_part_of_a_line() -> None:
    text = "各位代表：\n粮食产量达到25亿斤。民生改善新增就业12万人。\n"
    reading = LineReading(((2, 2),), BlockKind.HEADING, (11, 15), 1)
    document = read(text, reading)
    assert of_kind(document, BlockKind.HEADING) == ["民生改善"]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["粮食产量达到25亿斤。", "新增就业12万人。"]


def test_characters_are_kept_or_left_out_as_a_person_says() -> None:
    keep = read(REPORT, edits=(CharacterEdit(5, 12, 13, keep=True),))
    assert "2023年，粮食产量达到 25.5亿斤，增长3%。" in of_kind(keep, BlockKind.PARAGRAPH)
    less = read(REPORT, edits=(CharacterEdit(5, 0, 6, keep=False),))
    assert "粮食产量达到25.5亿斤，增长3%。" in of_kind(less, BlockKind.PARAGRAPH)


def test_keeping_characters_of_furniture_changes_nothing() -> None:
    assert read(REPORT, edits=(CharacterEdit(6, 0, 3, keep=True),)).sentences == read(REPORT).sentences


def test_what_is_kept_is_taken_out_of_an_edit_and_the_rest_of_it_stays() -> None:
    source = Source.from_bytes("粮食    产量".encode())
    keep = Overrules(edits=(CharacterEdit(1, 3, 5, keep=True),))
    lines = read_layout(source).lines
    left = overruled_edits([Edit(Span(2, 6), "stray_space")], keep, source, lines, {})
    assert [edit.span for edit in left] == [Span(2, 3), Span(5, 6)]


@pytest.mark.parametrize(
    ("rule", "text", "kept"),
    [
        ("page_number", REPORT, "— 3 —"),
        ("web_clutter", REPORT, "下载"),
        ("stray_space", REPORT, "2023年，粮食产量达到 25.5亿斤，增长3%。"),
        ("doubled_headline", "各位代表：\n勇毅前行勇毅前行\n增长3%。\n", "勇毅前行勇毅前行"),
        ("spaced_han", "各位代表：\n粮 食 产 量增长3%。\n", "粮 食 产 量增长3%。"),
        ("hard_wrap", BOX, "规模以上工业增加值增长8.1%，一般公共预算收入达到356.4亿元，城乡居民"),
        ("caption", "各位代表：\n粮食产量增长3%，就业稳定。\n\n某厂生产线。吴杰 摄\n", "某厂生产线。"),
    ],
)
def test_a_rule_is_turned_off_for_the_whole_report(rule: str, text: str, kept: str) -> None:
    def paragraphs(document: Document) -> list[str]:
        return [one.text for one in document.sentences if one.kind is not BlockKind.CAPTION]

    assert kept not in paragraphs(read(text))
    assert kept in paragraphs(read(text, off=(rule,)))


def test_a_long_line_is_not_cut_where_that_is_turned_off() -> None:
    text = "2024年某市政府工作报告。一、2023年工作回顾 2023年，" + "粮食产量达到25亿斤，新增就业12万人。" * 90
    assert len(read(text).sections) == 1
    assert read(text, off=("long_line",)).sections == ()


def test_headings_stay_where_they_are_printed_where_moving_them_is_turned_off() -> None:
    body = BOX.replace("各位代表：\n", "")
    text = f"各位代表：\n{body}\n2023年工作回顾\n\n{body.replace('刚刚过去的一年', '今年')}\n2024年工作安排\n"
    moved = [(section.line_start, section.line_end) for section in read(text).sections]
    stayed = [(section.line_start, section.line_end) for section in read(text, off=("reading_order",)).sections]
    assert moved != stayed
    assert stayed[0][0] > 6


def test_the_outline_dates_lines_with_the_outline_as_evidence() -> None:
    entry = OutlineEntry(9, 9, Period.year(2030), "target")
    document = read_document(Source.from_bytes(REPORT.encode()), DATES, Overrules(outline=(entry,)))
    last = document.sentences[-1]
    assert (last.period, last.status, last.evidence) == (Period.year(2030), "target", "outline")


def test_headings_move_one_by_one() -> None:
    assert read_before([0, 1, 2, 3], [1, 5, 7, 9], {3: 5, 2: 1}) == [2, 0, 3, 1]
    assert read_before([0, 1], [1, 5], {0: 99}) == [1, 0]


@pytest.mark.parametrize(
    ("overrules", "said_of_it"),
    [
        (Overrules(rules_off=("margin",)), "'margin', no rule that can be turned off"),
        (Overrules(rules_off=("nonsense",)), "'nonsense', no rule"),
        (Overrules((), (said("3-5", None), said("5", BlockKind.HEADING))), "overlap in line 5"),
        (
            Overrules((), (LineReading(((1, 1),), BlockKind.HEADING, (0, 4)), LineReading(((1, 1),), None, (3, 6)))),
            "overlap in line 1",
        ),
        (Overrules(edits=(CharacterEdit(2, 0, 4, True), CharacterEdit(2, 3, 5, False))), "line 2 columns 0-4 overlap"),
    ],
)
def test_overrules_that_contradict_themselves_are_named(overrules: Overrules, said_of_it: str) -> None:
    assert said_of_it in (fault_in(overrules) or "")


@pytest.mark.parametrize(
    ("overrules", "said_of_it"),
    [
        (Overrules((), (said("8-12", None),)), "lines 8-12 lies outside the report, which has 9 lines"),
        (Overrules((), (said("8", BlockKind.HEADING, before=10),)), "outside the report"),
        (Overrules((OutlineEntry(9, 10, None, None),)), "[[outline]] lines 9-10 lies outside"),
        (Overrules(edits=(CharacterEdit(10, 0, 1, True),)), "outside the report"),
        (Overrules(edits=(CharacterEdit(1, 1, 3, True),)), "outside line 1, which has 2 characters"),
        (Overrules((), (LineReading(((1, 1),), BlockKind.TITLE, (0, 3)),)), "outside line 1"),
    ],
)
def test_overrules_that_lie_outside_the_report_are_named(overrules: Overrules, said_of_it: str) -> None:
    assert fault_in(overrules) is None
    assert said_of_it in (fault_for(overrules, Source.from_bytes(REPORT.encode())) or "")


def test_parts_of_one_line_that_do_not_meet_are_fine() -> None:
    parts = (LineReading(((1, 1),), BlockKind.HEADING, (0, 1)), LineReading(((1, 1),), BlockKind.TITLE, (1, 2)))
    assert fault_in(Overrules((), parts)) is None
