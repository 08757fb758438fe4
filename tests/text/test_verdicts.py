"""Every character of a source that is not white space is of exactly one class; what no rule understood is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.text.coverage import coverage, rule_of
from report_qa.text.document import BlockKind
from report_qa.text.doubts import REASONS, find_doubts
from report_qa.text.overruled import BY_A_PERSON
from report_qa.text.overrules import NO_OVERRULES, CharacterEdit, LineReading, Overrules, fault_for, fault_in
from report_qa.text.periods import ReportDates
from report_qa.text.rules import SWITCHABLE
from report_qa.text.source import Source
from report_qa.text.verdicts import Class, Examined, Part, examine

DATES = ReportDates("2024-01-20", 2023, 2024, None)
REPORT = """下载
2024年某市政府工作报告
各位代表：
一、2023年工作回顾
2023年，粮食产量达到 25.5亿斤，
增长3%。新增就业12万人。
— 3 —
二、2024年工作安排
今年，粮食产量达到26亿斤以上。
"""


def look(text: str, overrules: Overrules = NO_OVERRULES) -> Examined:
    return examine(Source.from_bytes(text.encode()), DATES, overrules)


def classes(examined: Examined) -> list[Class | None]:
    return [line.verdict for line in examined.lines]


def doubts(text: str) -> dict[str, tuple[str, ...]]:
    examined = look(text)
    return {examined.source.cut(doubt.extent): doubt.reasons for doubt in examined.doubts}


def check_nothing_is_dropped(examined: Examined) -> None:
    source = examined.source
    for line in examined.lines:
        text, end = source.line(line.number), 0
        for part in line.parts:
            assert end <= part.column_start < part.column_end
            assert not text[end : part.column_start].strip()
            end = part.column_end
        assert not text[end:].strip()
        assert all("dropped" not in part.reasons for part in line.parts)
        assert all((part.sentence is None) != (part.edit is None) for part in line.parts)
    counted = coverage(examined)
    assert sum(share.characters for share in counted.shares) == counted.characters
    assert counted.characters == sum(not char.isspace() for char in source.text)
    assert sum(share.lines for share in counted.shares) + counted.blank_lines == counted.lines == source.line_count


def test_each_line_is_taken_for_what_it_is() -> None:
    examined = look(REPORT)
    assert classes(examined) == [
        Class.FURNITURE, Class.TITLE, Class.SALUTATION, Class.HEADING, Class.TEXT, Class.TEXT, Class.FURNITURE,
        Class.HEADING, Class.TEXT,
    ]  # fmt: skip
    assert [line.goes_on for line in examined.lines] == [at == 6 for at in range(1, 10)]
    assert [rule_of(examined, number, examined.lines[number - 1].parts[0]) for number in (1, 7)] == [
        "web_clutter",
        "page_number",
    ]


def test_a_part_holds_the_columns_of_one_class() -> None:
    line = look("各位代表：\n踔厉奋发踔厉奋发 勇毅前行勇毅前行\n增长3%。\n").lines[1]
    assert [(part.column_start, part.column_end, part.verdict) for part in line.parts] == [
        (0, 4, Class.HEADING),
        (4, 8, Class.LEFT_OUT),
        (8, 13, Class.HEADING),
        (13, 17, Class.LEFT_OUT),
    ]


def test_a_line_of_furniture_is_one_part_whatever_other_rules_did_to_it() -> None:
    (part,) = look(REPORT.replace("下载", "下载 &nbsp; 打印")).lines[0].parts
    assert isinstance(part, Part)
    assert (part.column_start, part.column_end) == (0, len("下载 &nbsp; 打印"))


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("各位代表：\n粮食产量\ufffd达到25亿斤。\n", "粮食产量\ufffd达到25亿斤。", "misread"),
        ("各位代表：\n粮食产量达到25亿斤。\n锟斤拷锟斤拷，共三项。\n", "锟斤拷锟斤拷，共三项。", "misread"),
        ("各位代表：\n增长3%。全年粮食产量稳步提高，城镇新增就业、\n", "全年粮食产量稳步提高，城镇新增就业、", "unfinished"),
        ("各位代表：\n粮食产量“达到25亿斤。\n", "粮食产量“达到25亿斤。", "unpaired"),
        ("云南要闻\n2024年某市政府工作报告\n各位代表：\n增长3%。\n", "云南要闻", "odd_title"),
        ("各位代表：\n增长3%。\n投产里程超过1900公里，新建\n\n就业稳定。\n", "投产里程超过1900公里，新建", "prose_heading"),
        ("各位代表：\n增长3%。\n二、2024年工作\n", "二、2024年工作", "idle_heading"),
    ],
)  # fmt: skip
def test_what_looks_wrong_is_not_understood_with_the_reason(text: str, words: str, reason: str) -> None:
    assert reason in REASONS
    assert reason in doubts(text)[words]


@pytest.mark.parametrize(
    ("line", "reason"), [("GDP 3.5%.", "no_han"), ("万公里。", "fragment"), ("，增长3%，就业稳定。", "odd_start")]
)
def test_a_paragraph_that_looks_like_none_is_not_understood(line: str, reason: str) -> None:
    said = Overrules(readings=(LineReading(((6, 6),), BlockKind.PARAGRAPH),))
    examined = look(REPORT.replace("增长3%。新增就业12万人。", line), said)
    assert reason in {doubt.extent.start: doubt.reasons for doubt in examined.doubts}[examined.layout.lines[5].start]


def test_a_whole_sentence_left_out_is_doubted_unless_it_is_read_elsewhere_or_a_person_left_it_out() -> None:
    line = "2023年，粮食产量达到25.5亿斤，增长3%，新增城镇就业12万人，就业形势稳定。"
    examined = look(REPORT.replace("— 3 —", line))
    lines, document = examined.layout.lines, examined.document
    (doubt,) = find_doubts(document, lines, {7: "web_clutter"})
    assert (document.source.cut(doubt.extent), doubt.kind, doubt.reasons) == (line, None, ("sentence_left_out",))
    assert find_doubts(document, lines, {7: BY_A_PERSON}) == ()
    twice = look(REPORT.replace("— 3 —", line) + line)
    assert find_doubts(twice.document, twice.layout.lines, {7: "web_clutter"}) == ()


@pytest.mark.parametrize(
    "end",
    ["就业稳定。（市教育局负责）", "2024年1月20日", "（此件公开发布）", "附件", "主办单位：市教育局", "具体如下："],
)
def test_what_ends_a_paper_without_a_stop_is_understood(end: str) -> None:
    assert doubts(f"{REPORT}{end}\n") == {}


def test_a_clean_report_raises_no_doubt() -> None:
    assert look(REPORT).doubts == ()


@pytest.mark.parametrize(
    "split", ["政府工作报\n告\n", "政府工作报告\n国务院总理\n李克强\n", "政府工作报告\n省长张三\n"]
)
def test_a_title_or_a_speaker_on_several_lines_is_understood(split: str) -> None:
    assert doubts(f"{split}各位代表：\n增长3%。\n") == {}


signs = st.sampled_from(list("粮产一二、（）0123。，：%年—摄；●下载打印 \t　\ufeff\u200b\ufffdA"))
texts = st.lists(st.text(alphabet=signs, max_size=30), min_size=1, max_size=20).map(
    lambda some: "粮食。" + "\n".join(some)
)


@st.composite
def overruled(draw: st.DrawFn) -> tuple[str, Overrules]:
    """A text, and overrules that lie in it and do not overlap."""
    text = draw(texts)
    source = Source.from_bytes(text.encode())
    bounds = sorted(draw(st.sets(st.integers(1, source.line_count), max_size=6)))
    kinds = st.sampled_from([*BlockKind, None])
    readings = []
    for first, last in zip(bounds[::2], bounds[1::2], strict=False):
        kind = draw(kinds)
        level = draw(st.none() | st.integers(1, 4)) if kind is BlockKind.HEADING else None
        before = draw(st.none() | st.integers(1, source.line_count)) if kind is BlockKind.HEADING else None
        width = len(source.line(first))
        columns = (0, draw(st.integers(1, width))) if width and kind and draw(st.booleans()) else None
        readings.append(LineReading(((first, first if columns else last),), kind, columns, level, before))
    edits = []
    for line in draw(st.sets(st.integers(1, source.line_count), max_size=4)):
        width = len(source.line(line))
        if width:
            start = draw(st.integers(0, width - 1))
            edits.append(CharacterEdit(line, start, draw(st.integers(start + 1, width)), draw(st.booleans())))
    off = draw(st.lists(st.sampled_from(sorted(SWITCHABLE)), max_size=3, unique=True))
    return text, Overrules((), tuple(readings), tuple(edits), tuple(off))


@settings(max_examples=150, deadline=None)
@given(overruled())
def test_nothing_is_dropped_of_any_text_whatever_is_overruled(case: tuple[str, Overrules]) -> None:
    text, overrules = case
    assert fault_in(overrules) is None
    assert fault_for(overrules, Source.from_bytes(text.encode())) is None
    check_nothing_is_dropped(look(text, overrules))


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["national", "province_2025", "province_2026", "city_2024", "shanghai", "messy"])
def test_nothing_is_dropped_of_any_report(shared: Path, folder: str) -> None:
    place = shared / folder if folder == "messy" else shared / "reports" / folder
    paths = sorted(place.glob("*.txt"))
    assert paths
    for path in paths:
        years = re.findall(r"20\d\d", path.stem)
        year = int(years[-1]) if years else 2022
        source = Source.from_bytes(path.read_bytes())
        check_nothing_is_dropped(examine(source, ReportDates(str(year), year - 1, year)))
