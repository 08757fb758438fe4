"""Paragraphs set in boxes: which line goes on in the next one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.text.blocks import read_blocks
from report_qa.text.columns import read_widths
from report_qa.text.layout import read_layout
from report_qa.text.lines import read_lines
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source
from tests.text.made_sentences import SENTENCES

HANGING = "，。；：、）”%"


def columns_of(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def set_in(text: str, width: int, indent: int = 0) -> list[str]:
    """A paragraph's lines in a box of so many half-width columns; marks hang out of it rather than begin a line."""
    lines, line, used = [], "", indent
    for char in text:
        if line and used + columns_of(char) > width and char not in HANGING:
            lines.append(line)
            line, used = "", 0
        line += char
        used += columns_of(char)
    return [*lines, line]


def room(lines: list[str], width: int, indent: int = 0) -> int:
    """Columns left in the last line."""
    return width - columns_of(lines[-1]) - (indent if len(lines) == 1 else 0)


def paragraphs(lines: list[str]) -> list[str]:
    source = Source.from_bytes("\n".join(lines).encode())
    layout = read_layout(source)
    return [block.text for block in read_blocks(layout, repair(layout))]


def box(width: int, indent: int = 0, start: int = 0, count: int = 6) -> tuple[list[str], list[str]]:
    """Paragraphs whose last lines are clearly short, and their lines; other ones from another start."""
    texts = []
    for at in range(count):
        text = "".join(SENTENCES[3 * at + start : 3 * at + start + 3])
        while room(set_in(text, width, indent), width, indent) < 6:
            text = text[:-1] + "，稳中求进。"
        texts.append(text)
    return texts, [line for text in texts for line in set_in(text, width, indent)]


@given(st.integers(14, 48), st.integers(14, 48), st.sampled_from([0, 2, 4]))
@settings(max_examples=40, deadline=None)
def test_paragraphs_of_two_boxes_come_out_whole(first: int, second: int, indent: int) -> None:
    above, lines = box(2 * first, indent)
    below, more = box(2 * second, indent, 200)
    assert paragraphs([*lines, "", *more]) == above + below


@given(st.integers(14, 48), st.lists(st.integers(0, 200), max_size=20))
@settings(max_examples=40, deadline=None)
def test_blank_lines_anywhere_lose_no_character_and_keep_their_order(width: int, places: list[int]) -> None:
    _, lines = box(2 * width)
    for place in places:
        lines.insert(place % len(lines), "")
    source = Source.from_bytes("\n".join(lines).encode())
    layout = read_layout(source)
    blocks = read_blocks(layout, repair(layout))
    origins = [at for block in blocks for at in block.origins]
    assert origins == sorted(set(origins))
    assert "".join(source.text[at] for at in origins) == "".join(lines)
    assert all(block.text == "".join(source.text[at] for at in block.origins) for block in blocks)


def test_widths_show_in_lines_that_break_off_and_only_there() -> None:
    _, lines = box(40)
    _, wider = box(72, start=200)
    source = Source.from_bytes("\n".join([*lines, *wider]).encode())
    assert read_widths(read_lines(source)) == [40] * len(lines) + [72] * len(wider)
    source = Source.from_bytes("\n".join("".join(SENTENCES[9 * at : 9 * at + 9]) for at in range(6)).encode())
    assert read_widths(read_lines(source)) == [None] * 6
    assert read_widths([]) == []


def test_a_line_with_room_for_one_more_character_ends_its_paragraph() -> None:
    texts, lines = box(40)
    _, more = box(40, start=200)
    short = "切实加强自身建设，不断提高服务水平和效能。"
    assert columns_of(short) == 42
    line = short[1:]  # 40 columns, the stop hanging: the line is full but for the place that its stop takes
    assert paragraphs([*lines, line[2:], *more])[len(texts)] == line[2:]


def test_a_sentence_that_ends_in_a_full_line_goes_on_where_nothing_speaks_against_it() -> None:
    text = "持续优化营商环境，审批事项压减三成以上。" + "".join(SENTENCES[100:104]) + "社会大局稳定。"
    assert columns_of("持续优化营商环境，审批事项压减三成以上。") == 40
    texts, lines = box(40)
    _, more = box(40, start=200)
    assert room(set_in(text, 40), 40) >= 6
    assert paragraphs([*lines, *set_in(text, 40), *more])[len(texts)] == text


def test_the_indent_of_the_next_line_parts_two_paragraphs_over_a_full_line() -> None:
    texts, lines = box(40, 4)
    below, more = box(40, 4, 200)
    full = SENTENCES[100] + "持续优化营商环境，审批事项压减三成以上，"
    while room(set_in(full + "好。", 40, 4), 40, 4) > 0:
        full += "好"
    full += "好。"
    assert paragraphs([*lines, *set_in(full, 40, 4), *more]) == [*texts, full, *below]


def test_white_space_before_the_first_line_parts_them_too() -> None:
    texts = ["".join(SENTENCES[3 * at : 3 * at + 3]) for at in range(6)]
    texts[2] = SENTENCES[100] + "持续优化营商环境，审批事项压减三成以上。"
    while room(set_in(texts[2], 40, 4), 40, 4) > 0:
        texts[2] = "好" + texts[2]
    lines = []
    for text in texts:
        first, *rest = set_in(text, 40, 4)
        lines += ["　　" + first, *rest]
    assert paragraphs(lines) == texts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全市地区生产总值和固定资产投资分别增长1", "2.7％和8.6％，经济运行保持在合理区间。"),
        ("制定产业发展规划和行动计划（2023—20", "30）和分年度的重点任务清单，持续推进。"),
        ("各类企业和经营主体数量稳居全省城市的第", "一、占全省总量的比重进一步提高到三成。"),
    ],
    ids=["a figure", "years", "an ordinal"],
)
def test_what_looks_like_a_list_mark_inside_a_sentence_is_none(before: str, after: str) -> None:
    width = columns_of(before) + columns_of(before) % 2
    _, lines = box(width)
    _, more = box(width, start=200)
    found = paragraphs([*lines, before, after, *more])
    assert any(before + after in text for text in found)


def test_numbers_inside_a_paragraph_go_on_counting_over_a_line_end() -> None:
    head = "今年要办好民生实事：（1）新建改建公办幼儿园；（2）改造老旧小区；（3）建设口袋公园。"
    text = head[:-1] + "和社区运动场地三十个；（4）" + "提标改造城乡供水管网；（5）新增养老床位。"
    width = columns_of("今年要办好民生实事：（1）新建改建公办幼儿园；")
    _, lines = box(width + width % 2)
    _, more = box(width + width % 2, start=200)
    assert text in paragraphs([*lines, *set_in(text, width), *more])


def test_a_heading_goes_on_in_its_second_line_and_not_in_the_text_below() -> None:
    texts, lines = box(40)
    below, more = box(40, start=200)
    heading = "（三）加快发展方式绿色低碳转型，建设山清水秀美丽家园"
    found = paragraphs([*lines, *set_in(heading, 40), *more])
    assert found[len(texts)] == heading
    assert found[len(texts) + 1] == below[0]


def test_rows_of_a_table_stay_apart() -> None:
    rows = ["指标\t2022年\t2023年", "地区生产总值\t23958.3亿元\t24653.4亿元", "粮食产量\t18.1亿斤\t18.2亿斤"]
    _, lines = box(40)
    _, more = box(40, start=200)
    groups = read_layout(Source.from_bytes("\n".join([*lines, *rows, *more]).encode())).paragraphs
    assert [[line.text for line in group] for group in groups if any("\t" in line.text for line in group)] == [
        [row] for row in rows
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("成功举办第六届FMX电竞大师赛，夜ZU", "I苏州等文旅消费品牌的影响力持续扩大。", "夜ZUI苏州"),
        (
            "高校科研实力稳步提升，进入Essential Science",
            "Indicators基本科学指标数据库前百分之一的学科达到8个。",
            "Science\nIndicators",
        ),
    ],
)
def test_a_line_end_is_a_space_between_latin_words_and_none_in_an_abbreviation(
    before: str, after: str, whole: str
) -> None:
    width = columns_of(before)
    _, lines = box(width)
    _, more = box(width, start=200)
    assert any(whole in text for text in paragraphs([*lines, before, after, *more]))


def test_a_scrape_that_sets_links_on_lines_of_their_own_is_joined_again() -> None:
    lines = [
        "".join(SENTENCES[:9]),
        "基础设施支撑能力持续提升。" + "".join(SENTENCES[10:19]) + "新建",
        "高速铁路",
        "投产里程超过1900公里，新建改建",
        "高速公路",
        "6700多公里。",
        "".join(SENTENCES[20:29]),
    ]
    assert paragraphs(lines) == [lines[0], "".join(lines[1:6]), lines[6]]


@pytest.mark.parametrize("length", [18, 22, 30])
def test_no_sentence_is_parted_where_a_page_is_cut_after_a_number_of_characters(length: int) -> None:
    paragraphs = [
        "2023年，全市地区生产总值增长4.6%，一般公共预算收入2456亿元、增长5.5%，粮食产量达到18.2亿斤。城镇居民和农村居民人均可支配收入分别达到82989元和46385元。",
        "外贸进出口总额2450.75亿元，增长12.5%，城镇新增就业22.3万人，新建改建幼儿园35所，新增学位1.25万个，改造老旧小区120个，惠及居民3.5万户。",
        "全面推进乡村振兴，建成高标准农田20.5万亩，农村公路新改建360公里，村级集体经济年收入超过50万元的村达到85%，农产品加工业产值增长9%左右。",
    ]
    lines = [text[at : at + length] for text in paragraphs for at in range(0, len(text), length)]
    document = read_document(Source.from_bytes("\n".join(lines).encode()), ReportDates("2024", 2023, 2024))
    sentences = [f"{sentence}。" for text in paragraphs for sentence in text.split("。") if sentence]
    assert [sentence.text for sentence in document.sentences] == sentences
