"""Headings, sections and dates of clean reports."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2026-01-27", 2025, 2026, None)


def read(text: str, dates: ReportDates = DATES) -> Document:
    return read_document(Source.from_bytes(text.encode()), dates)


def dates_of(document: Document, words: str) -> tuple[str | None, str | None]:
    sentence = next(sentence for sentence in document.sentences if words in sentence.text)
    return (sentence.period.label if sentence.period else None), sentence.status


REPORT = """2026年某省政府工作报告
——2026年1月27日在某省第十四届人民代表大会第四次会议上
某省省长 张三

各位代表：

现在，我代表省人民政府向大会报告工作，请予审议。

一、2025年及“十四五”时期工作回顾

2025年是很不平凡的一年。全省生产总值增长5.5%。

（一）经济增长迈出坚实步伐。规模以上工业增加值增长7.6%。城镇新增就业124.9万人。

各位代表！2025年是“十四五”收官之年。五年来，我们牢记嘱托、感恩奋进。

——经济综合实力实现新跃升。全省地区生产总值年均增长5.9%。

——科技创新能力实现新跃升。高新技术企业达到3.5万家。

我们也清醒认识到，全省发展还面临一些困难挑战：外部冲击依然严峻；创新引领还有差距。

二、“十五五”时期经济社会发展目标任务

“十五五”时期的主要目标是，全员劳动生产率稳步提高，到2030年森林覆盖率达到24%。

三、2026年重点工作

今年经济社会发展主要预期目标为：地区生产总值增长5%以上；城镇新增就业110万人以上。

（一）奋力推进全方位扩大内需。坚持内需主导。去年，我们发放消费券20亿元。今年要再发放25亿元。

四、全面加强政府自身建设

坚持过紧日子，一般性支出压减5%。
"""


@pytest.fixture(scope="module")
def report() -> Document:
    return read(REPORT)


def test_the_tree_of_sections(report: Document) -> None:
    assert [(section.level, section.heading) for section in report.sections] == [
        (1, "一、2025年及“十四五”时期工作回顾"),
        (2, "（一）经济增长迈出坚实步伐。"),
        (2, "——经济综合实力实现新跃升。"),
        (2, "——科技创新能力实现新跃升。"),
        (1, "二、“十五五”时期经济社会发展目标任务"),
        (1, "三、2026年重点工作"),
        (2, "（一）奋力推进全方位扩大内需。"),
        (1, "四、全面加强政府自身建设"),
    ]


@pytest.mark.parametrize(
    ("words", "label", "status"),
    [
        ("全省生产总值增长5.5%", "2025年", "actual"),
        ("规模以上工业增加值", "2025年", "actual"),
        ("年均增长5.9%", "五年来", "actual"),
        ("高新技术企业达到", "五年来", "actual"),
        ("外部冲击", "2025年", "actual"),
        ("创新引领还有差距", "2025年", "actual"),
        ("全员劳动生产率", "“十五五”时期", "target"),
        ("地区生产总值增长5%以上", "2026年", "target"),
        ("城镇新增就业110万人", "2026年", "target"),
        ("坚持内需主导", "2026年", "target"),
        ("发放消费券20亿元", "2025年", "actual"),
        ("再发放25亿元", "2026年", "target"),
        ("一般性支出压减5%", "2026年", "target"),
        ("请予审议", None, None),
    ],
)
def test_each_sentence_is_dated_by_its_words_then_by_its_section(
    report: Document, words: str, label: str | None, status: str | None
) -> None:
    assert dates_of(report, words) == (label, status)


def test_title_lines_and_salutation(report: Document) -> None:
    kinds = [(sentence.kind, sentence.text[:6]) for sentence in report.sentences[:4]]
    assert kinds == [
        (BlockKind.TITLE, "2026年某"),
        (BlockKind.TITLE, "——2026"),
        (BlockKind.TITLE, "某省省长 张"),
        (BlockKind.SALUTATION, "各位代表："),
    ]


def test_a_heading_that_is_a_paragraphs_first_sentence_is_cut_off(report: Document) -> None:
    text = [sentence.text for sentence in report.sentences if sentence.kind is BlockKind.HEADING]
    assert "（一）经济增长迈出坚实步伐。" in text
    (sentence,) = [sentence for sentence in report.sentences if sentence.text.startswith("规模以上工业增加值")]
    assert sentence.kind is BlockKind.PARAGRAPH
    assert report.headings(sentence.section)[-1] == "（一）经济增长迈出坚实步伐。"


def test_a_review_of_five_years_with_a_paragraph_of_one() -> None:
    document = read(
        "一、过去五年工作回顾\n\n五年来，经济实力跃上新台阶。国内生产总值年均增长7.1%。\n\n"
        "刚刚过去的2017年，主要目标任务全面完成。居民收入增长7.3%。\n\n坚持创新引领发展。高铁里程超过2.5万公里。\n\n"
        "二、对2018年政府工作的建议\n\n城镇新增就业1100万人以上。\n",
        ReportDates("2018-03-05", 2017, 2018, None),
    )
    assert dates_of(document, "年均增长7.1%") == ("五年来", "actual")
    assert dates_of(document, "居民收入增长7.3%") == ("2017年", "actual")
    assert dates_of(document, "高铁里程") == ("过去五年", "actual")
    assert dates_of(document, "1100万人") == ("2018年", "target")


def test_sections_without_a_date_are_dated_by_their_wording() -> None:
    done = "全年地区生产总值增长6.5%，成功获批国家试点，累计建成120个项目，取得了显著成效，位居全省第一。"
    planned = "力争地区生产总值增长7%左右，加快推进项目建设，确保建成80个以上，努力打造一流环境，支持企业发展。"
    document = read(f"一、砥砺奋进谱新篇\n\n{done}\n\n{done}\n\n二、乘势而上再出发\n\n{planned}\n\n{planned}\n")
    first, second = document.sections
    assert (first.period, first.status, first.evidence) == (Period.year(2025), "actual", "wording")
    assert (second.period, second.status, second.evidence) == (Period.year(2026), "target", "wording")


def test_what_follows_the_reports_close_is_in_no_dated_section() -> None:
    close = "各位代表！让我们更加紧密地团结起来，锐意进取、开拓创新，为全面建设社会主义现代化新城而努力奋斗、再立新功，作出新的更大贡献！"
    document = read(
        f"一、2026年工作安排\n\n新增就业4万人以上。\n\n{close}\n\n名词解释\n\n双百工程：指建设100个项目的工程。\n"
    )
    assert dates_of(document, "新增就业") == ("2026年", "target")
    assert dates_of(document, "双百工程") == (None, None)


def test_a_report_on_one_line_is_cut_at_its_headings() -> None:
    filler = "全市上下凝心聚力，主要指标稳中向好，" * 60
    text = f"各位代表： 现在，我代表市人民政府向大会报告工作。一、2025年工作回顾 过去的一年，{filler}新增就业5万人。二、2026年工作安排 今年，{filler}新增就业6万人以上。"
    document = read(text)
    assert [section.heading for section in document.sections] == ["一、2025年工作回顾", "二、2026年工作安排"]
    assert dates_of(document, "新增就业5万人") == ("2025年", "actual")
    assert dates_of(document, "新增就业6万人") == ("2026年", "target")


def outline_of(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in read(text).sections]


def test_an_unmarked_part_on_the_government_ends_the_lists_before_it() -> None:
    text = (
        "2026年重点工作\n（一）稳定增长\n新增就业5万人。\n（二）深化改革\n清理文件30件。\n"
        "全面加强政府自身建设\n（一）坚持依法行政\n办理建议200件。\n"
    )
    assert outline_of(text) == [
        (1, "2026年重点工作"),
        (2, "（一）稳定增长"),
        (2, "（二）深化改革"),
        (1, "全面加强政府自身建设"),
        (2, "（一）坚持依法行政"),
    ]
    assert dates_of(read(text), "200件") == ("2026年", "target")


def test_what_was_done_about_the_government_is_no_part_of_its_own() -> None:
    text = "2025年工作回顾\n一年来，我们坚持强学习、重实干，自身建设更加严实\n办结建议200件。\n"
    assert [level for level, _ in outline_of(text)] == [1, 2]


def test_an_unmarked_heading_over_a_list_that_begins_again_ends_the_list_before() -> None:
    text = "二、2026年工作安排\n（一）稳定增长\n新增就业5万人。\n十件民生实事\n（一）改造小区\n改造小区30个。\n"
    assert outline_of(text)[2:] == [(2, "十件民生实事"), (3, "（一）改造小区")]


def test_a_part_without_a_time_right_under_a_numbered_one_is_inside_it() -> None:
    text = "一、2025年工作回顾\n新增就业3万人。\n二、2026年工作\n总体要求和目标任务\n新增就业4万人。\n"
    assert outline_of(text) == [(1, "一、2025年工作回顾"), (1, "二、2026年工作"), (2, "总体要求和目标任务")]


def test_holidays_are_no_list() -> None:
    text = "一、2025年工作回顾\n旅游收入增长。\n五一、端午期间旅游经济全面恢复。接待游客30万人。\n"
    assert outline_of(text) == [(1, "一、2025年工作回顾")]


def test_a_row_of_a_table_is_no_heading_and_is_not_dated_by_its_section() -> None:
    document = read(
        "一、2025年工作回顾\n主要指标如下。\n指标\t2024年\t2025年\n粮食产量\t24亿斤\t25亿斤\n新增就业3万人。\n"
    )
    assert [sentence.kind for sentence in document.sentences].count(BlockKind.CAPTION) == 2
    assert [section.heading for section in document.sections] == ["一、2025年工作回顾"]
    assert dates_of(document, "24亿斤") == (None, None)
    assert dates_of(document, "3万人") == ("2025年", "actual")


def test_the_words_that_present_a_report_are_no_heading() -> None:
    document = read(
        "各位代表：\n现在，我代表市人民政府向大会报告工作，请\n予审议。\n一、2025年工作回顾\n新增就业3万人。\n"
    )
    assert [section.heading for section in document.sections] == ["一、2025年工作回顾"]
