"""A report printed on one line is cut where its paragraphs and headings begin, a line with some run together likewise."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024-01-20", 2023, 2024, None)
FILL = (
    "深入实施产业强市战略，持续优化营商环境，统筹发展和安全，扎实推进乡村振兴，切实保障和改善民生，群众满意度稳步提高。"
)
PARTS = [
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员提出意见。",
    "一、2023年工作回顾",
    "2023年是全面贯彻党的二十大精神的开局之年。全市生产总值增长5.6%。" + FILL * 9,
    "——经济运行稳中有进。城镇新增就业4.3万人。" + FILL * 9,
    "二、2024年主要任务",
    "今年是实现规划目标任务的关键一年。生产总值增长5%以上。" + FILL * 9,
    "（一）推进工业强市。新增规上企业100家。" + FILL * 4,
    "各位代表！让我们团结奋斗，再创佳绩！",
]


def read(text: str) -> Document:
    return read_document(Source.from_bytes(text.encode()), DATES)


def paragraphs(document: Document) -> list[str]:
    found: dict[int, str] = {}
    for sentence in document.sentences:
        found[sentence.paragraph] = found.get(sentence.paragraph, "") + sentence.text
    return list(found.values())


@pytest.mark.parametrize("gap", ["", " ", "\u3000\u3000"])
def test_a_report_on_one_line_has_its_headings_periods_and_paragraphs(gap: str) -> None:
    clean, line = read("\n".join(PARTS)), read(gap.join(PARTS))
    assert [section.heading for section in line.sections] == [section.heading for section in clean.sections]
    tops = {section.heading: (section.period, section.status) for section in line.sections if section.level == 1}
    assert tops == {
        "一、2023年工作回顾": (Period.year(2023), "actual"),
        "二、2024年主要任务": (Period.year(2024), "target"),
    }
    assert paragraphs(line) == paragraphs(clean)


def test_a_heading_that_begins_a_paragraph_inside_a_line_is_found_in_a_short_line_too() -> None:
    document = read(
        "各位代表：\n一、2023年工作回顾\n" + FILL + "（一）改革不断深化。" + FILL + "各位代表！成绩来之不易。\n"
    )
    assert [section.heading for section in document.sections] == ["一、2023年工作回顾", "（一）改革不断深化。"]


@pytest.mark.parametrize(
    "text",
    [
        "办好三件实事：（一）新建幼儿园；（二）改造小区；（三）修建道路。",
        "落实《条例》第二条第（一）项、第（二）项规定，完成整改。",
        "十一、十二月份工业用电量回升。",
    ],
)
def test_a_list_inside_a_sentence_is_not_cut(text: str) -> None:
    document = read("各位代表：\n一、2023年工作回顾\n" + FILL + text + "\n")
    assert {sentence.paragraph for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH} == {2}


def test_a_long_line_is_cut_in_what_inline_rules_leave_of_it() -> None:
    spaced = "<p>" + "</p><p>".join(PARTS) + "</p>"
    document = read(spaced)
    assert [section.heading for section in document.sections] == [
        section.heading for section in read("\n".join(PARTS)).sections
    ]
    assert all(document.source.cut(sentence.extent) == sentence.text for sentence in document.sentences)
