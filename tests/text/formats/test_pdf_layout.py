"""What a PDF page shows becomes lines in reading order: columns, headlines over them, captions between, indents, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from report_qa.text.formats.pdf_document import read_pdf
from tests.text.formats.made_pdfs import FONT, HEIGHT, SIZE, Draw, made_pdf, picture, put, put_paragraphs, wrapped

FIRST = "地区生产总值增长百分之八点五居全省第一位固定资产投资增长九点三社会消费品零售总额增长六点八规模以上工业增加值增长十一"
SECOND = "全体居民人均可支配收入达到三万六千元城镇新增就业十二万人完成年初确定的目标任务粮食产量再创新高实现十八连丰"
THIRD = "新建改建农村公路六百公里实施老旧小区改造二百个惠及群众五万户新增学位一万二千个建成养老服务中心三十处"


def lines_of(data: bytes) -> list[str]:
    return read_pdf(data).text.split("\n")


def ink(lines: Sequence[str]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    width = {1: 45, 2: 22, 3: 14, 4: 10}[columns]

    def draw(canvas: Canvas) -> None:
        for at in range(columns):
            put_paragraphs(canvas, 50 + at * (width + 2) * SIZE, 90, [FIRST, SECOND], width)

    assert ink(lines_of(made_pdf(draw))) == (FIRST + SECOND) * columns


def test_columns_whose_lines_are_not_level_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        for at, text in enumerate((FIRST, SECOND, THIRD)):
            put_paragraphs(canvas, 50 + at * 160, 90 + at * 5, [text, text], 14)

    assert ink(lines_of(made_pdf(draw))) == FIRST * 2 + SECOND * 2 + THIRD * 2


def test_the_order_of_drawing_does_not_matter() -> None:
    def row_by_row(canvas: Canvas) -> None:
        left, right = wrapped(FIRST, 15), wrapped(SECOND, 15)
        for at in reversed(range(min(len(left), len(right)))):
            put(canvas, 260, 90 + at * 15, [right[at]])
            put(canvas, 60, 90 + at * 15, [left[at]])

    def char_by_char(canvas: Canvas) -> None:
        for row, line in enumerate(wrapped(FIRST, 20)):
            for at in range(len(line) - 1, -1, -1):
                put(canvas, 60 + at * SIZE, 90 + row * 15, [line[at]])

    rows = min(len(wrapped(FIRST, 15)), len(wrapped(SECOND, 15)))
    assert lines_of(made_pdf(row_by_row)) == wrapped(FIRST, 15)[:rows] + wrapped(SECOND, 15)[:rows]
    assert lines_of(made_pdf(char_by_char)) == wrapped(FIRST, 20)


def test_a_headline_over_the_columns_comes_before_them_and_parts_what_is_over_it() -> None:
    def draw(canvas: Canvas) -> None:
        put_paragraphs(canvas, 50, 60, [FIRST], 20)
        put_paragraphs(canvas, 280, 60, [SECOND], 20)
        put(canvas, 100, 180, ["横跨两栏的大标题写在中间"], size=24)
        put_paragraphs(canvas, 50, 220, [THIRD], 20)
        put_paragraphs(canvas, 280, 220, [FIRST], 20)

    assert ink(lines_of(made_pdf(draw))) == FIRST + SECOND + "横跨两栏的大标题写在中间" + THIRD + FIRST


def test_boxes_of_different_widths_on_one_page() -> None:
    def draw(canvas: Canvas) -> None:
        put_paragraphs(canvas, 50, 60, [FIRST + SECOND + THIRD], 48)
        put(canvas, 60, 150, ["第二篇文章的题目比正文大"], size=20)
        put_paragraphs(canvas, 50, 180, [SECOND, THIRD], 30)
        put_paragraphs(canvas, 380, 180, [FIRST], 15)

    order = FIRST + SECOND + THIRD + "第二篇文章的题目比正文大" + SECOND + THIRD + FIRST
    assert ink(lines_of(made_pdf(draw))) == order


@pytest.mark.parametrize("size", [8, 10])
def test_columns_flow_around_a_caption_that_crosses_them(size: int) -> None:
    caption = "图为重点项目建设现场施工人员正在紧张作业"
    rows = wrapped(FIRST + SECOND + THIRD, 20)

    def draw(canvas: Canvas) -> None:
        for left, part in ((50, rows[:6]), (280, rows[6:])):
            put(canvas, left, 60, part[:3])
            put(canvas, left, 300, part[3:])
        picture(canvas, 50, HEIGHT - 260, 430, 130)
        put(canvas, 170, 278, [caption], size=size)

    lines = lines_of(made_pdf(draw))
    assert ink([line for line in lines if line != caption]) == FIRST + SECOND + THIRD
    assert lines.count(caption) == 1


def test_every_line_has_its_page_and_page_numbers_stand_alone() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            put(canvas, 60, 40, ["某某日报"])
            put_paragraphs(canvas, 50, 90, [FIRST, SECOND], 22)
            put_paragraphs(canvas, 300, 90, [SECOND, THIRD], 22)
            put(canvas, 280, 800, [f"— {number} —"])

        return draw

    found = read_pdf(made_pdf(page(1), page(2), page(3)))
    lines = found.text.split("\n")
    assert len(found.pages) == len(lines)
    assert [line for line in lines if line.startswith("—")] == ["— 1 —", "— 2 —", "— 3 —"]
    for number in (1, 2, 3):
        own = [line for line, page in zip(lines, found.pages, strict=True) if page == number]
        assert own[0] == "某某日报"
        assert own[-1] == f"— {number} —"
        assert ink(own[1:-1]) == FIRST + SECOND + SECOND + THIRD
    assert list(found.pages) == sorted(found.pages)


@pytest.mark.parametrize("literal", [False, True])
def test_the_indent_of_a_first_line_is_carried_whether_drawn_or_set_by_place(literal: bool) -> None:
    def draw(canvas: Canvas) -> None:
        if literal:
            put(canvas, 60, 90, [*wrapped("　　" + FIRST, 20), *wrapped("　　" + SECOND, 20)])
        else:
            put_paragraphs(canvas, 60, 90, [FIRST, SECOND], 20)

    lines = lines_of(made_pdf(draw))
    assert [line for line in lines if line.startswith("　　")] == ["　　" + FIRST[:18], "　　" + SECOND[:18]]
    assert not any(line[0].isspace() for line in lines if not line.startswith("　　"))


def test_a_column_of_few_lines_takes_its_edge_from_the_pages_before() -> None:
    def first(canvas: Canvas) -> None:
        put_paragraphs(canvas, 60, 90, [FIRST, SECOND], 20)

    def last(canvas: Canvas) -> None:
        put(canvas, 80, 90, ["最后一段只有一行。"])

    lines = lines_of(made_pdf(first, last))
    assert lines[-1] == "　　最后一段只有一行。"


def test_a_gap_between_paragraphs_is_an_empty_line() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 90, wrapped(FIRST, 20))
        put(canvas, 60, 90 + 15 * len(wrapped(FIRST, 20)) + 12, wrapped(SECOND, 20))

    assert lines_of(made_pdf(draw)) == [*wrapped(FIRST, 20), "", *wrapped(SECOND, 20)]


def test_a_table_of_figures_is_read_by_rows() -> None:
    names = ["生产总值", "财政收入", "固定资产", "社会消费", "进出口额"]

    def draw(canvas: Canvas) -> None:
        for row, name in enumerate(names):
            for at, cell in enumerate((name, f"{row}23.4", f"{row}.5%")):
                put(canvas, 60 + at * 120, 90 + row * 15, [cell])

    assert [line.split() for line in lines_of(made_pdf(draw))] == [
        [name, f"{row}23.4", f"{row}.5%"] for row, name in enumerate(names)
    ]


def test_words_set_apart_keep_a_space_and_letters_set_apart_evenly_get_none() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 90, ["市长"])
        put(canvas, 60 + 4 * SIZE, 90, ["张三"])
        for at, char in enumerate("政府工作报告"):
            put(canvas, 60 + at * 2 * SIZE, 120, [char])
        put(canvas, 60, 150, ["Belt"])
        put(canvas, 60 + canvas.stringWidth("Belt", FONT, SIZE) + 3, 150, ["and"])

    assert [line for line in lines_of(made_pdf(draw)) if line] == ["市长 张三", "政府工作报告", "Belt and"]


def test_a_raised_mark_stays_on_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 90, ["生产总值增长"])
        put(canvas, 60 + 6 * SIZE, 87, ["①"], size=6)
        put(canvas, 67 + 6 * SIZE, 90, ["居全省第一"])

    assert lines_of(made_pdf(draw)) == ["生产总值增长①居全省第一"]


def test_a_title_set_from_the_top_down_is_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        for at, char in enumerate("竖排标题文字"):
            put(canvas, 60, 90 + at * 12, [char])
        put(canvas, 100, 90, wrapped(FIRST, 20))

    assert lines_of(made_pdf(draw)) == ["竖排标题文字", *wrapped(FIRST, 20)]


texts = st.text("地区生产总值增长百分之八点五居全省第一位，。0123456789%", min_size=40, max_size=160)


@settings(max_examples=30, deadline=None)
@given(
    paragraphs=st.lists(texts, min_size=4, max_size=8),
    columns=st.integers(1, 3),
    size=st.sampled_from([8.0, 10.0, 12.0]),
)
def test_no_character_is_lost_or_invented(paragraphs: list[str], columns: int, size: float) -> None:
    def draw(canvas: Canvas) -> None:
        width = int((500 / columns) / size) - 2
        for at in range(columns):
            rows = [line for paragraph in paragraphs[at::columns] for line in wrapped(paragraph, width)]
            put(canvas, 40 + at * (width + 2) * size, 60, rows, size=size)

    data = made_pdf(draw)
    found = read_pdf(data)
    assert Counter(ink(found.text.split("\n"))) == Counter("".join(paragraphs))
    assert found == read_pdf(data)


def test_a_gutter_of_the_page_before_parts_columns_of_few_lines() -> None:
    def full(canvas: Canvas) -> None:
        put_paragraphs(canvas, 50, 90, [FIRST, SECOND], 20)
        put_paragraphs(canvas, 280, 90, [SECOND, THIRD], 20)

    def last(canvas: Canvas) -> None:
        put(canvas, 50, 90, wrapped(THIRD, 20))
        put(canvas, 280, 90, ["结束语只有一行。"])

    assert lines_of(made_pdf(full, last))[-4:] == [*wrapped(THIRD, 20), "结束语只有一行。"]


def test_a_caption_over_columns_stands_between_two_paragraphs() -> None:
    caption = "图为重点项目建设现场施工人员正在紧张作业"
    rows = [("　　" if at == 0 else "") + row for at, row in enumerate(wrapped(FIRST, 20))]
    more = [("　　" if at == 0 else "") + row for at, row in enumerate(wrapped(SECOND + THIRD + FIRST, 20))]

    def first(canvas: Canvas) -> None:
        put(canvas, 50, 60, [*rows, *more[:1]])
        put(canvas, 50, 300, more[1:3])
        put(canvas, 280, 60, more[3:7])
        put(canvas, 280, 300, more[7:])
        put(canvas, 170, 278, [caption], size=8)

    lines = lines_of(made_pdf(first))
    at = lines.index(caption)
    assert lines[at - 1 : at + 2] == ["", caption, ""]
    assert lines[at + 2].startswith("　　")
    assert [line for line in lines if line and line != caption] == [*rows, *more]


def test_first_lines_of_two_columns_over_a_gap_are_no_running_head() -> None:
    def draw(canvas: Canvas) -> None:
        for left, head, text in ((50, "第一栏的标题", FIRST), (280, "第二栏的标题", SECOND)):
            put(canvas, left, 60, [head])
            put(canvas, left, 95, wrapped(text, 20) + wrapped(text, 20))

    assert ink(lines_of(made_pdf(draw))) == "第一栏的标题" + FIRST * 2 + "第二栏的标题" + SECOND * 2


def test_a_short_headline_in_the_middle_heads_all_columns_under_it() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 245, 70, ["大标题"], size=30)
        put(canvas, 50, 95, wrapped(FIRST * 2, 14))
        put(canvas, 220, 95, wrapped(SECOND * 2, 14))
        put(canvas, 390, 95, wrapped(THIRD * 2, 14))

    assert ink(lines_of(made_pdf(draw))) == "大标题" + FIRST * 2 + SECOND * 2 + THIRD * 2


def test_lines_under_a_hanging_mark_are_no_first_lines() -> None:
    def draw(canvas: Canvas) -> None:
        row = 0
        for text in (FIRST, SECOND, THIRD):
            rows = wrapped(text, 12)
            put(canvas, 60, 90 + row * 15, ["●" + rows[0][:11]])
            put(canvas, 80, 105 + row * 15, wrapped(text[11:], 10))
            row += 1 + len(wrapped(text[11:], 10))

    lines = lines_of(made_pdf(draw))
    assert sum(line.startswith("●") for line in lines) == 3
    assert not any(line.startswith("　") for line in lines)


def test_english_keeps_the_spaces_that_the_page_shows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", SIZE)
        x = 60.0
        for word in ("GDP", "grew", "by", "8.5%,", "(the", "fastest", "in", "ten", "years)."):
            canvas.drawString(x, HEIGHT - 90, word)
            x += canvas.stringWidth(word, "Times-Roman", SIZE) + 2.5

    assert lines_of(made_pdf(draw)) == ["GDP grew by 8.5%, (the fastest in ten years)."]
