"""Rows of tables, stored lines, and the numerals of list numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.text.formats.docx_markup import printed_mark
from report_qa.text.formats.numerals import numeral
from report_qa.text.formats.rows import row_lines, stored_text


def test_a_row_is_one_line() -> None:
    assert row_lines([["指标"], [], ["2023\t年", " （亿元） "]]) == ["指标\t\t2023 年 （亿元）"]
    assert row_lines([["指标"], ["1"], []]) == ["指标\t1"]
    assert row_lines([[], [""]]) == []


def test_a_row_that_sets_out_a_page_stays_lines() -> None:
    assert row_lines([["一、回顾", "　增长。"], [], [""]]) == ["一、回顾", "　增长。"]
    text = ["增长" * 150] * 5
    assert row_lines([["栏目"], text]) == ["栏目", *text]
    assert len(row_lines([["解释"], ["增长" * 150] * 4])) == 1


def test_stored_lines_hold_no_controls_and_no_runs_of_blank_lines() -> None:
    assert stored_text(["", "一\x07 ", "二\r\n三\u2028四\x85五", "  ", "", "　六", ""]) == "一\n二\n三\n四\n五\n\n　六"


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")))))
def test_stored_text_keeps_every_character_that_prints(lines: list[str]) -> None:
    inked = "".join("".join(lines).split())
    assert "".join(stored_text(lines).split()) == inked


@pytest.mark.parametrize(
    ("style", "numbers", "written"),
    [
        ("decimal", (1, 12), "1 12"),
        ("decimalZero", (1, 12), "01 12"),
        ("decimalFullWidth", (10,), "１０"),
        ("chineseCounting", (1, 10, 11, 20, 21, 101, 110), "一 十 十一 二十 二十一 一百零一 一百一十"),
        ("chineseCountingThousand", (3, 1005), "三 一千零五"),
        ("japaneseCounting", (3,), "三"),
        ("ideographDigital", (10,), "一〇"),
        ("chineseLegalSimplified", (2, 12), "贰 壹拾贰"),
        ("ideographLegalTraditional", (2,), "貳"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 甲"),
        ("ideographZodiac", (1,), "子"),
        ("decimalEnclosedCircle", (1, 20, 21, 36, 51), "① ⑳ ㉑ ㊱ 51"),
        ("decimalEnclosedParen", (1, 21), "⑴ 21"),
        ("decimalEnclosedFullstop", (2,), "⒉"),
        ("ideographEnclosedCircle", (3,), "㊂"),
        ("upperRoman", (4, 1999, 4000), "IV MCMXCIX 4000"),
        ("lowerRoman", (9,), "ix"),
        ("upperLetter", (1, 26, 27), "A Z AA"),
        ("lowerLetter", (2,), "b"),
        ("none", (1,), ""),
        ("unheardOf", (7,), "7"),
        ("chineseCounting", (0, -1, 10_000), "〇 -1 10000"),
    ],
)
def test_numerals(style: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(numeral(number, style) for number in numbers) == written


@given(
    st.integers(-5, 10**6),
    st.sampled_from(("chineseCounting", "upperRoman", "lowerLetter", "decimalEnclosedCircle", "none", "x")),
)
def test_any_number_is_written_as_something_short(number: int, style: str) -> None:
    assert len(numeral(number, style)) <= 30


def test_symbols_show_as_what_they_print() -> None:
    assert [printed_mark(text) for text in ("\uf06c", "\uf0b7", "\uf123", "●", "n", "附")] == [
        "●",
        "•",
        "•",
        "●",
        "■",
        "附",
    ]
