"""A DOCX is read as the printed page shows it: what counts, what does not, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.errors import SourceError
from report_qa.text.formats.docx import extract_docx
from tests.text.formats.made_docx import NAMESPACES, STRICT, docx, paragraph, run, table

GDP = "全市地区生产总值完成3200亿元，增长6.5%。"
BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"


def lines(body: str, **parts: str) -> list[str]:
    return extract_docx(docx(body, **parts)).text.split("\n")


def test_a_paragraph_is_a_line_whatever_runs_it_has() -> None:
    body = paragraph(
        run("全市地区生产总值完成3"), "<w:proofErr/>", run("200亿元，"), run("增长6.5%。", "<w:b/>")
    ) + paragraph("二、今年")
    assert lines(body) == [GDP, "二、今年"]


def test_line_breaks_tabs_and_hyphens() -> None:
    body = paragraph(
        run("一、回顾"),
        "<w:r><w:br/></w:r>",
        run("增长"),
        "<w:r><w:tab/></w:r>",
        run("6.5"),
        "<w:r><w:softHyphen/></w:r>",
        run("%"),
        '<w:r><w:br w:type="page"/></w:r>',
        run("1"),
        "<w:r><w:noBreakHyphen/></w:r>",
        run("2月"),
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        run("平稳"),
    )
    assert lines(body) == ["一、回顾", "增长\t6.5%", "1-2月平稳"]


def test_white_space_counts_only_where_it_says_so() -> None:
    body = paragraph("<w:r><w:t>\n  增长6.5%\n </w:t></w:r>", run("  ，好于预期"))
    assert lines(body) == ["增长6.5%  ，好于预期"]


def test_leading_ideographic_spaces_are_kept_and_blank_lines_never_double() -> None:
    body = paragraph() + paragraph("　　各位代表：") + paragraph() * 3 + paragraph(GDP) + paragraph()
    assert lines(body) == ["　　各位代表：", "", GDP]


def test_inserted_text_counts_and_deleted_does_not() -> None:
    body = paragraph(
        run("增长"),
        f"<w:del>{run('5')}<w:r><w:delText>6.0</w:delText></w:r></w:del>",
        f"<w:ins>{run('6.5')}</w:ins>",
        f"<w:moveFrom>{run('好')}</w:moveFrom><w:moveTo>{run('%')}</w:moveTo>",
    )
    assert lines(body) == ["增长6.5%"]


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    body = paragraph("全市地区生产总值", properties="<w:rPr><w:del/></w:rPr>") + paragraph("增长6.5%。")
    assert lines(body) == ["全市地区生产总值增长6.5%。"]
    table_next = paragraph("一", properties="<w:rPr><w:del/></w:rPr>") + table(["甲", "1"])
    assert lines(table_next) == ["一", "甲\t1"]
    alone = paragraph("一") + paragraph("全市地区生产总值", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(alone) == ["一", "全市地区生产总值"]


def test_a_deleted_row_is_left_out() -> None:
    rows = table(["指标", "数值"], ["甲", "1"]).replace(
        '<w:tr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">甲',
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>甲",
    )
    assert lines(rows) == ["指标\t数值"]


def test_hidden_text_prompts_and_field_codes_are_left_out() -> None:
    body = paragraph(
        run("增长"),
        run("内部", "<w:vanish/>"),
        run("率", '<w:vanish w:val="0"/>'),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("6.5%"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:hyperlink>{run('。')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>",
    )
    assert lines(body) == ["增长率6.5%。"]


def test_a_row_is_a_line_with_its_cells_set_apart_by_tabs() -> None:
    body = paragraph("表1") + table(["指标", paragraph("2021年") + paragraph("（亿元）"), ""], ["", "3200", "6.5%"])
    assert lines(body) == ["表1", "指标\t2021年 （亿元）", "\t3200\t6.5%"]


def test_a_cell_merged_into_the_one_above_is_empty() -> None:
    merged = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('工业')}</w:tc>"
    body = f'<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("工业")}</w:tc><w:tc>{paragraph("产值")}</w:tc><w:tc>{paragraph("10")}</w:tc></w:tr><w:tr>{merged}<w:tc>{paragraph("利润")}</w:tc><w:tc>{paragraph("2")}</w:tc></w:tr></w:tbl>'
    assert lines(body) == ["工业\t产值\t10", "\t利润\t2"]


def test_a_table_that_only_sets_out_the_page_is_read_as_paragraphs() -> None:
    body = table(["".join(paragraph(text) for text in ("一、回顾", GDP, GDP))])
    assert lines(body) == ["一、回顾", GDP, GDP]


def test_notes_follow_the_paragraph_and_leave_no_digit_in_it() -> None:
    note = '<w:footnote w:id="{}">' + paragraph("<w:r><w:footnoteRef/></w:r>", run(" {}")) + "</w:footnote>"
    body = (
        paragraph(
            run("增长6.5%"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            run("，投资增长8%"),
            '<w:r><w:footnoteReference w:id="3"/></w:r>',
            run("。"),
        )
        + paragraph(GDP)
        + paragraph(run("完"), '<w:r><w:endnoteReference w:id="2"/></w:r>')
    )
    found = lines(
        body,
        footnotes=note.format(0, "分隔") + note.format(2, "按可比价计算。") + note.format(3, "不含农户。"),
        endnotes=note.replace("footnote", "endnote").format(2, "初步统计。"),
    )
    assert found == ["增长6.5%，投资增长8%。", "[1] 按可比价计算。", "[2] 不含农户。", GDP, "完", "[1] 初步统计。"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = paragraph("专栏一") + paragraph("新增就业12万人")
    choice = f'<mc:Choice Requires="wps"><w:drawing>{BOX.format(box)}</w:drawing></mc:Choice>'
    fallback = (
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    )
    body = paragraph(
        run("一、"), f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>", run("回顾")
    )
    assert lines(body) == ["一、回顾", "专栏一", "新增就业12万人"]
    old = paragraph(f"<w:r><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></w:r>")
    assert lines(old) == ["", "专栏一", "新增就业12万人"][1:]


def test_raised_digits_do_not_join_the_figure_before_them() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = paragraph(
        run("造林120km"),
        run("2", raised),
        run("，PM"),
        run("2.5", '<w:vertAlign w:val="subscript"/>'),
        run("下降5%"),
        run("①", raised),
    )
    assert lines(body) == ["造林120km²，PM2.5下降5%①"]


def test_ruby_keeps_its_base_and_symbols_show() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('ē')}</w:rt><w:rubyBase>{run('阿')}</w:rubyBase></w:ruby></w:r>"
    body = paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>',
        ruby,
        '<w:r><w:sym w:char="D800"/></w:r><w:r><w:sym w:char="006E"/></w:r>',
        run("\uf06e"),
    )
    assert lines(body) == ["●阿n■"]


def test_the_table_of_contents_is_left_out_and_said_so() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        paragraph("一、回顾", "<w:r><w:tab/></w:r>", "3", properties='<w:pStyle w:val="11"/>')
        + f"<w:sdt>{gallery}<w:sdtContent>{paragraph('二、安排')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtContent>{paragraph('一、回顾')}</w:sdtContent></w:sdt>"
    )
    found = extract_docx(docx(body, styles=styles))
    assert found.text == "一、回顾"
    assert found.remarks == ("the table of contents was left out",)


def test_pictures_and_embedded_documents_are_remarked() -> None:
    body = paragraph(GDP, "<w:r><w:drawing><a:blip/></w:drawing></w:r>") + "<w:altChunk/>"
    assert extract_docx(docx(body)).remarks == (
        "1 picture(s) or chart(s) hold no text that can be read",
        "1 embedded document(s) were not read",
    )


def test_the_strict_form_is_read_the_same() -> None:
    assert extract_docx(docx(paragraph(GDP), namespaces=STRICT)).text == GDP


def level(at: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(list_id: int, at: int, text: str) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>')


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}{level(1, "chineseCountingThousand", "（%2）")}{level(2, "decimal", "%3.")}{level(3, "bullet", chr(0xF0B7))}{level(4, "decimal", "%1.%5")}{level(5, "decimal", "%1.%6", "<w:isLgl/>")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_list_numbers_that_word_makes_are_written_out() -> None:
    body = "".join(
        numbered(list_id, at, text)
        for list_id, at, text in (
            (1, 0, "2023年工作回顾"),
            (1, 1, "坚持稳中求进"),
            (1, 1, "坚持创新驱动"),
            (1, 2, "2024年新增12家"),
            (1, 3, "新增就业"),
            (1, 0, "2024年工作安排"),
            (1, 1, "扩大内需"),
            (1, 5, "抓好投资"),
            (2, 0, "另起"),
            (0, 0, "无编号"),
            (9, 0, "没有定义"),
        )
    )
    assert lines(body, numbering=NUMBERING) == [
        "一、2023年工作回顾",
        "（一）坚持稳中求进",
        "（二）坚持创新驱动",
        "1. 2024年新增12家",
        "• 新增就业",
        "二、2024年工作安排",
        "（一）扩大内需",
        "2.1 抓好投资",
        "五、另起",
        "无编号",
        "没有定义",
    ]


def test_a_style_brings_its_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="mine"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="loop"/><w:basedOn w:val="4"/></w:style>'
    )
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')
        for style, text in (("1", "回顾"), ("3", "安排"), ("4", "环"))
    )
    assert lines(body + paragraph("正文"), styles=styles, numbering=NUMBERING) == ["一、回顾", "二、安排", "环", "正文"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "holds no text"),
        (paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>"), "OCR"),
        ("<w:sectPr/>", "holds no text"),
    ],
)
def test_a_document_without_text_is_refused(body: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        extract_docx(docx(body))


def test_a_document_without_a_body_is_refused() -> None:
    with pytest.raises(SourceError, match="no body"):
        extract_docx(docx(main=f"<w:document {NAMESPACES}/>"))


def test_the_number_of_joined_paragraphs_is_that_of_the_end_that_stays() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("甲", properties=gone) + numbered(1, 0, "乙") + numbered(1, 0, "丙")
    assert lines(body, numbering=NUMBERING) == ["一、甲乙", "二、丙"]


def test_formulas_keep_fractions_and_powers_apart() -> None:
    def part(name: str, text: str) -> str:
        return f"<w:{name}><w:r><w:t>{text}</w:t></w:r></w:{name}>"

    body = paragraph(
        f"<w:f>{part('num', '1')}{part('den', '2')}</w:f>",
        run("以上，"),
        f"<w:sSup>{part('e', '10')}{part('sup', '2')}</w:sSup>",
    )
    assert lines(body) == ["1/2以上，10²"]


def test_lettering_set_as_a_drawing_is_read() -> None:
    body = paragraph('<w:r><w:pict><v:textpath string="政府工作报告"/></w:pict></w:r>', run("各位代表："))
    assert lines(body) == ["各位代表：", "政府工作报告"]


TYPED = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("，。0123456789.%％ "),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(TYPED, st.sampled_from(("run", "ins", "del", "link", "move"))), min_size=1, max_size=6),
        min_size=1,
        max_size=8,
    )
)
def test_every_character_that_counts_is_kept_and_no_other(paragraphs: list[list[tuple[str, str]]]) -> None:
    wraps = {
        "run": "{}",
        "ins": "<w:ins>{}</w:ins>",
        "del": "<w:del>{}</w:del>",
        "link": "<w:hyperlink>{}</w:hyperlink>",
        "move": "<w:moveTo>{}</w:moveTo>",
    }
    body = paragraph("首。") + "".join(
        paragraph(*(wraps[kind].format(run(text)) for text, kind in runs)) for runs in paragraphs
    )
    kept = ["首。", *("".join(text for text, kind in runs if kind != "del").rstrip(" ") for runs in paragraphs)]
    assert [line for line in lines(body) if line.strip()] == [line for line in kept if line.strip()]


def test_a_tab_behind_a_list_mark_is_white_space_and_no_edge_of_a_cell() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = (
        paragraph(run("（一）"), tab, run("创新驱动"))
        + paragraph(run("财政收入"), tab, run("300亿元"))
        + paragraph(run("1."), tab, run("5G"))
    )
    assert lines(body) == ["（一） 创新驱动", "财政收入\t300亿元", "1. 5G"]
