"""Captions: credits, and pictures' texts without one."""

from __future__ import annotations

import pytest

from report_qa.text.captions import find_captions, split_captions
from report_qa.text.credits import ends_in_credit, is_credit
from report_qa.text.lines import read_lines
from report_qa.text.source import Source
from tests.text.made_sentences import SENTENCES


def set_in(text: str, width: int, indent: int) -> list[str]:
    """A paragraph's lines in a box of so many half-width columns; marks hang out of it rather than begin a line."""
    lines, line, used = [], "", indent
    for char in text:
        columns = 1 if char.isascii() else 2
        if line and used + columns > width and char not in "，。；：、）”%":
            lines.append(line)
            line, used = "", 0
        line += char
        used += columns
    return [*lines, line]


def captions(lines: list[str]) -> list[str]:
    read = read_lines(Source.from_bytes("\n".join(lines).encode()))
    by_number = {line.number: line.text for line in read}
    return ["".join(by_number[number] for number in group) for group in find_captions(read)]


def page(*inside: str, at: int = 40, width: int = 44) -> list[str]:
    """A box of text with lines inside it, blank lines around them, behind line `at`."""
    lines: list[str] = []
    for start in range(24):
        text = "".join(SENTENCES[4 * start + step] for step in range(4))
        lines += set_in(text, width, 4)
    return [*lines[:at], "", *inside, "", *lines[at:]]


@pytest.mark.parametrize(
    "text",
    [
        "吴杰 摄",
        "市民在公园里散步。 本报记者 王晓明 摄",
        "市民在公园里散步。王晓明 李丽 摄",
        "市民在公园里散步。（记者 祝福 摄）",
        "市民在公园里散步。 摄影：王晓明",
        "市民在公园里散步。 图/王晓明",
        "市民在公园里散步。 王晓明 文/图",
        "市民在公园里散步。（资料图片）",
        "市民在公园里散步。 受访者供图",
        "市民在公园里散步。王晓明 航拍",
        "（本版稿件由王晓明整理）",
        "（图片由市融媒体中心提供）",
    ],
)
def test_credits_are_known_by_their_form(text: str) -> None:
    assert ends_in_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "加强航空摄影测量和遥感监测。",
        "建成全国最大的影视拍摄基地。",
        "举办国际摄影大展，接待游客120万人次。",
        "绘制国土空间规划“一张图”。",
        "让人民群众的获得感成色更足。",
    ],
)
def test_what_reports_say_of_pictures_is_no_credit(text: str) -> None:
    assert not ends_in_credit(text)
    assert not is_credit(text)


def test_a_credit_alone_belongs_to_the_text_above_and_a_note_on_the_page_does_not() -> None:
    assert is_credit("吴杰 摄")
    assert is_credit("图/王晓明")
    assert not is_credit("（本版稿件由王晓明整理）")
    assert captions(page("孩子们在草坪上放风筝。", "", "吴杰 摄")) == ["孩子们在草坪上放风筝。吴杰 摄"]


def test_two_captions_on_one_line_are_two() -> None:
    text = "孩子们在草坪上放风筝。吴杰 摄老人在湖边垂钓。"
    assert [text[low:high] for low, high in split_captions(text)] == [
        "孩子们在草坪上放风筝。吴杰 摄",
        "老人在湖边垂钓。",
    ]


@pytest.mark.parametrize("at", range(36, 46))
def test_a_caption_without_a_credit_is_found_wherever_it_falls(at: int) -> None:
    assert captions(page("孩子们在草坪上放风筝，蝴蝶绕膝飞舞。", at=at)) == ["孩子们在草坪上放风筝，蝴蝶绕膝飞舞。"]


def test_a_narrow_caption_inside_a_paragraph_is_found() -> None:
    assert captions(page("孩子们在草坪上", "放风筝。")) == ["孩子们在草坪上放风筝。"]


@pytest.mark.parametrize(
    "text",
    [
        "今年重点抓好以下十个方面工作。",
        "加快建设现代化产业体系。",
        "各项民生事业全面进步，人民生活持续改善。",
        "全年完成投资356亿元。",
    ],
)
@pytest.mark.parametrize("at", range(36, 46, 3))
def test_a_short_paragraph_of_the_report_is_no_caption(text: str, at: int) -> None:
    assert captions(page(text, at=at)) == []


def test_a_text_without_boxes_has_no_captions_but_credited_ones() -> None:
    lines = [
        "".join(SENTENCES[:9]),
        "孩子们在草坪上放风筝。",
        "".join(SENTENCES[9:18]),
        "",
        "老人在湖边垂钓。 吴杰 摄",
        "",
    ]
    assert captions(lines) == ["老人在湖边垂钓。 吴杰 摄"]
