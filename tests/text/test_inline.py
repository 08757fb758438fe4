"""What does not belong inside a line is left out of it, character by character, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.text.document import BlockKind
from report_qa.text.inline import bare_line, bare_text, line_cuts
from report_qa.text.lines import read_lines
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024-01-20", 2023, 2024, None)


def bare(raw: str) -> str:
    source = Source.from_bytes(f"一\n{raw}\n".encode())
    return bare_line(read_lines(source)[1], source).text


def rules(raw: str) -> set[str]:
    return {cut.rule for cut in line_cuts(raw)}


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("&nbsp;&nbsp;粮食产量&emsp;达到25.5亿斤", "粮食产量达到25.5亿斤"),
        ("打造&ldquo;一带一路&rdquo;节点", "打造一带一路节点"),
        ("实施&#8220;双百&#x201D;行动", "实施双百行动"),
        ("推进R&amp;D投入", "推进R&D投入"),
        ("&amp;nbsp;增长5%", "增长5%"),
        ("AT&T公司、R&D投入", "AT&T公司、R&D投入"),
        ("A&notanentity;B", "A&notanentity;B"),
        ("1&#8212;2个主导产业", "1&2个主导产业"),
        ("202<U+3000>4年", "2024年"),
    ],
)
def test_entities_go_and_no_number_grows_over_one(raw: str, left: str) -> None:
    assert bare(raw) == left


def test_tags_go_and_what_only_looks_like_one_stays() -> None:
    raw = '<p style="text-indent:2em">粮食产量<br/>达到<span lang="EN">25.5</span>亿斤</p>'
    assert bare(raw) == "粮食产量达到25.5亿斤"
    assert rules(raw) == {"tag"}
    assert bare("当a<b且b>c时，<政府工作报告>指出") == "当a<b且b>c时，<政府工作报告>指出"


def test_characters_that_do_not_print_go_even_inside_a_number() -> None:
    assert bare("产量25\u00ad.5\u200b亿\ufeff斤\u200e") == "产量25.5亿斤"
    assert rules("产量25\u00ad.5亿斤") == {"unprinted"}


@pytest.mark.parametrize("gap", [" ", "\u3000", "  ", "\t"])
def test_a_line_set_apart_is_closed_up_with_its_figures(gap: str) -> None:
    assert bare(gap.join("2023年生产总值增长5.6%，新增就业1.2万人。")) == "2023年生产总值增长5.6%，新增就业1.2万人。"


def test_a_wider_gap_in_a_line_set_apart_is_a_space_between_words() -> None:
    assert bare("市 长  张 晓 三  作 报 告") == "市长 张晓三 作报告"


@pytest.mark.parametrize("raw", ["全市 推广 GDP growth 指标", "5 6 7 8 9 10", "增长 5.6 %", "李 四 王五 赵六 12 家"])
def test_other_spaces_stay(raw: str) -> None:
    assert bare(raw) == raw


def test_a_rule_turned_off_leaves_its_characters() -> None:
    source = Source.from_bytes("一\n产&nbsp;量<br>五\n".encode())
    assert bare_text(read_lines(source)[1], source, ("entity",))[0] == "产&nbsp;量五"


def test_headings_and_titles_are_found_in_what_is_left() -> None:
    text = "政 府 工 作 报 告\n各 位 代 表 ：\n一 、 2 0 2 3 年 工 作 回 顾\n新 增 就 业 1 . 2 万 人 。\n"
    document = read_document(Source.from_bytes(text.encode()), DATES)
    assert [section.heading for section in document.sections] == ["一、2023年工作回顾"]
    (prose,) = [sentence for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH]
    assert prose.text == "新增就业1.2万人。"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "粮",
                "产",
                "5",
                ".",
                "％",
                " ",
                "\u3000",
                "&nbsp;",
                "&#8220;",
                "&amp;",
                "&",
                "<br>",
                "<",
                ">",
                "\u200b",
                "A",
                "。",
            ]
        ),
        max_size=40,
    )
)
def test_every_character_left_stands_at_its_place_and_every_cut_has_a_reason(parts: list[str]) -> None:
    source = Source.from_bytes(("一\n" + "".join(parts)).encode())
    for line in read_lines(source):
        text, places = bare_text(line, source)
        assert text == "".join(source.text[place] for place in places)
        assert list(places) == sorted(set(places))
        cuts = line_cuts(source.text[line.start : line.end])
        assert all(a.end <= b.start for a, b in zip(cuts, cuts[1:], strict=False))
        assert all(cut.why for cut in cuts)
        left = "".join(source.text[line.start : line.end].split())
        assert sum(char in "粮产5A" for char in text) <= sum(char in "粮产5A" for char in left)
        assert [char for char in text if char in "粮产"] == [char for char in left if char in "粮产"]
