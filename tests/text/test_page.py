"""A small newspaper page: boxes of different width, headings under and far from their text, captions in between."""

from __future__ import annotations

import pytest

from report_qa.text.captions import split_captions
from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024-02-01", 2023, 2024, "某市")

DONE = [
    "过去一年，全市地区生产总值增长6.5%，规模以上工业增加值同比增长8.1%，成功入选国家级先进制造业集群，新增高新技术企业120家，位居全省第一，取得了显著成效。",
    "全年改造老旧小区208个，累计发放消费券3.5亿元，城镇新增就业12.6万人，群众的获得感不断增强，社会大局持续稳定。",
    "深化改革成效明显，政务服务事项全部网上可办，外贸进出口总额达到356亿元，比上年增长9.4%，首个保税物流中心封关运行。",
]
PLANNED = [
    "今年地区生产总值力争增长7%左右，加快推进重点项目建设，确保新开工项目80个以上，努力打造一流营商环境，持续提升服务水平。",
    "新建口袋公园30个以上，改造老旧小区150个，推动优质教育资源均衡布局，支持公办幼儿园扩容，加强社区养老服务设施建设。",
    "大力培育新型消费，打造夜间经济集聚区10个以上，力争社会消费品零售总额增长8%左右，确保城镇新增就业10万人以上。",
]


def set_in(paragraphs: list[str], width: int) -> list[str]:
    """Paragraphs in lines of a box, its first line shorter by the indent, with a blank line after it."""
    lines: list[str] = []
    for text in paragraphs:
        lines += [text[: width - 2], ""]
        lines += [text[at : at + width] for at in range(width - 2, len(text), width)]
    return lines


def read(lines: list[str]) -> Document:
    return read_document(Source.from_bytes("\n".join(lines).encode()), DATES)


def heads(document: Document) -> dict[str, list[str]]:
    """The first words of the prose under each heading."""
    found: dict[str, list[str]] = {section.heading: [] for section in document.sections}
    for sentence in document.sentences:
        if sentence.kind is BlockKind.PARAGRAPH and sentence.section is not None:
            found[document.sections[sentence.section].heading].append(sentence.text[:4])
    return found


REVIEW, PLAN = "2023年工作回顾", "2024年工作安排"
BOXES = {REVIEW: set_in(DONE, 26), PLAN: set_in(PLANNED, 20)}


@pytest.mark.parametrize(
    "page",
    [
        [REVIEW, *BOXES[REVIEW], "", PLAN, *BOXES[PLAN]],
        [*BOXES[REVIEW], "", REVIEW, "", *BOXES[PLAN], "", PLAN],
        [REVIEW, "", *BOXES[REVIEW], "", *BOXES[PLAN], "", PLAN],
        [*BOXES[REVIEW], "", PLAN, "", *BOXES[PLAN], "", "市民在公园散步。 王杰 摄", "", REVIEW],
        [*BOXES[REVIEW], "", *BOXES[PLAN], "", "市民在公园散步。 王杰 摄", "", REVIEW, "", PLAN],
    ],
    ids=["over", "under", "one of each", "at the page's end", "both at the page's end"],
)
def test_headings_head_their_box_wherever_they_stand(page: list[str]) -> None:
    document = read(page)
    found = heads(document)
    assert found[REVIEW] == [text[:4] for text in DONE]
    assert found[PLAN] == [text[:4] for text in PLANNED]


def test_a_caption_inside_a_sentence_is_taken_out_of_it() -> None:
    lines = set_in(DONE, 26)
    lines[3:3] = ["", "新能源汽车总装线上", "一派繁忙。", ""]
    document = read([REVIEW, *lines])
    assert heads(document)[REVIEW] == [text[:4] for text in DONE]
    captions = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.CAPTION]
    assert captions == ["新能源汽车总装线上一派繁忙。"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("风电齿轮箱项目。吴杰 摄核燃料元件生产线。", ["风电齿轮箱项目。吴杰 摄", "核燃料元件生产线。"]),
        (
            "电动轮矿用车交车仪式。郭燕 摄 2022年服务用车投用。",
            ["电动轮矿用车交车仪式。郭燕 摄", " 2022年服务用车投用。"],
        ),
        ("大桥封顶。本报记者 王磊 摄", ["大桥封顶。本报记者 王磊 摄"]),
        ("电视剧在本市拍摄完成。", ["电视剧在本市拍摄完成。"]),
    ],
)
def test_captions_on_one_line_are_parted_after_the_credit(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in split_captions(text)] == parts
