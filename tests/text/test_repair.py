"""Repair: each rule leaves out what it should, and no character of a sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.text.document import BlockKind, Document
from report_qa.text.layout import read_layout
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import REPAIRS, repair
from report_qa.text.source import Source

DATES = ReportDates("2024-01-20", 2023, 2024, None)

BOX = """各位代表：

刚刚过去的一年，全市上下凝心聚力、攻坚克难，地区生产总值增长 6.5%，

规模以上工业增加值增长8.1%，一般公共预算收入达到 356.4亿元，城乡居民
收入稳步提高，新增城镇就业12.6万人，改造老旧小区208个，新建口袋公园
35个，群众的获得感、幸福感、安全感不断增强，社会大局保持和谐稳定。
"""


def read(text: str) -> Document:
    return read_document(Source.from_bytes(text.encode()), DATES)


def texts(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [sentence.text for sentence in document.sentences if sentence.kind is kind]


def rules_at(text: str) -> dict[str, list[str]]:
    """What each rule leaves out that is not white space alone."""
    source = Source.from_bytes(text.encode())
    found: dict[str, list[str]] = {}
    for edit in repair(read_layout(source)).edits:
        cut = source.text[edit.span.start : edit.span.end]
        if cut.strip():
            found.setdefault(edit.rule, []).append(cut)
    return found


def test_every_rule_is_named_once_and_says_what_it_leaves_out() -> None:
    assert len({rule.__name__ for rule in REPAIRS}) == len(REPAIRS)
    assert all(rule.__doc__ for rule in REPAIRS)


def test_hard_wrapped_lines_are_joined_across_the_blank_lines_inside_a_paragraph() -> None:
    (sentence,) = texts(read(BOX))
    assert sentence.startswith("刚刚过去的一年，")
    assert "地区生产总值增长6.5%，规模以上工业增加值增长8.1%" in sentence
    assert "城乡居民收入稳步提高" in sentence
    assert "\n" not in sentence


def test_paragraphs_of_one_long_line_each_are_not_joined() -> None:
    first = (
        "投资拉动支撑有力。全年完成固定资产投资6031亿元，其中工业投资增长10.1%，"
        + "基础设施投资增长25.9%，" * 9
        + "完成年度任务"
    )
    second = "消费市场有效激活。持续打响购物节品牌，" + "开展多轮促消费活动，" * 12 + "消费提振明显。"
    document = read(f"一、2023年工作回顾\n\n{first}\n\n{second}\n")
    assert {
        sentence.paragraph for sentence in document.sentences if sentence.text.startswith(("投资", "消费市场"))
    } == {1, 2}


def test_page_numbers_inside_a_sentence_are_left_out() -> None:
    text = BOX.replace("城乡居民\n", "城乡居民\n\n— 12 —\n\n")
    assert texts(read(text)) == texts(read(BOX))
    assert rules_at(text) == {"page_number": ["— 12 —"]}


def test_bare_numbers_are_page_numbers_only_where_they_count_up() -> None:
    page = "粮食产量达到25.5亿斤。" * 8 + "\n"
    assert rules_at(f"各位代表：\n1\n{page}2\n{page}3\n") == {"page_number": ["1", "2", "3"]}
    assert rules_at("各位代表：\n120\n粮食产量达到25.5亿斤。\n") == {}
    assert (
        rules_at("各位代表：\n1\n稳就业。\n2\n稳物价。\n3\n稳投资。\n") == {}
    )  # a list's numbers: no page is so short


def test_spaces_beside_digits_and_marks_are_left_out_and_those_between_words_kept() -> None:
    (sentence,) = texts(
        read(
            "各位代表：\n到 2023 年底， 全市推广 GDP growth 指标，“ 好客山东 好品山东 ”品牌价值达到 25.5 亿元 以上。\n"
        )
    )
    assert sentence == "到2023年底，全市推广 GDP growth 指标，“好客山东 好品山东”品牌价值达到25.5亿元 以上。"


def test_characters_set_apart_are_closed_up() -> None:
    document = read("政 府 工 作 报 告\n市长 张三\n各位代表：\n现在，我代表市人民政府向大会报告工作。\n")
    assert texts(document, BlockKind.TITLE) == ["政府工作报告", "市长 张三"]


def test_a_headline_printed_over_itself_is_read_once() -> None:
    parts = read("踔厉奋发踔厉奋发 为建设新城作贡献为建设新城作贡献\n\n各位代表：\n增长3%。\n")
    assert texts(parts, BlockKind.TITLE) == ["踔厉奋发 为建设新城作贡献"]
    whole = read("踔厉奋发 再谱新篇踔厉奋发 再谱新篇\n\n各位代表：\n增长3%。\n")
    assert texts(whole, BlockKind.TITLE) == ["踔厉奋发 再谱新篇"]


def test_web_clutter_is_left_out_before_and_after_the_text_only() -> None:
    body = "各位代表：\n现在，我代表省人民政府向大会报告工作，请予审议，并请省政协委员和其他列席人员提出意见。\n下载\n"
    tail = "让我们更加紧密地团结起来，锐意进取、开拓创新，为加快建设更加美好的家园而努力奋斗！\n"
    found = rules_at(f"下载\n打印\n【字号：\n加大\n】\n2026年某省政府工作报告\n来源：某日报\n{body}{tail}相关报道：\n")
    assert found == {"web_clutter": ["下载", "打印", "【字号：", "加大", "】", "来源：某日报", "相关报道："]}


def test_markup_and_invisible_characters_are_left_out() -> None:
    text = "<!--\n-->\n<U+00A0>\n各位代表：\n&nbsp;&nbsp;粮食产量\u200b达到25.5亿斤。\n"
    assert texts(read(text)) == ["粮食产量达到25.5亿斤。"]
    assert set(rules_at(text)) == {"markup", "entity", "unprinted"}


def test_running_heads_and_notes_on_where_the_text_goes_on_are_left_out() -> None:
    text = "各位代表：\n\n全市经济发展稳中向好，主要指标增速居全省\n\n政 府 工 作 报 告\n\n（上接第1版）前列，新增企业120家。\n"
    found = rules_at(text + "\n增长3%。\n\n再增长4%。\n")
    assert found == {"turned_page": ["（上接第1版）"], "running_head": ["政 府 工 作 报 告"]}
    assert texts(read(text))[0] == "全市经济发展稳中向好，主要指标增速居全省前列，新增企业120家。"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.sampled_from(list("粮产一、（）0123。，：%年—摄 \t　\ufeff")), max_size=30),
        min_size=1,
        max_size=25,
    )
)
def test_any_text_is_read_and_nothing_is_dropped(lines: list[str]) -> None:
    text = "粮食。" + "\n".join(lines)
    source = Source.from_bytes(text.encode())
    document = read_document(source, DATES)
    covered = {offset for sentence in document.sentences for offset in sentence.extent.offsets()}
    left_out = {at for edit in repair(read_layout(source)).edits for at in range(edit.span.start, edit.span.end)}
    assert not covered & left_out
    assert all(char.isspace() for at, char in enumerate(source.text) if at not in covered | left_out)
    assert all(source.cut(sentence.extent) == sentence.text for sentence in document.sentences)
    starts = [sentence.extent.start for sentence in document.sentences]
    assert starts == sorted(starts)
