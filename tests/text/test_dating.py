"""Which year a sentence is of, where the words around it pull another way."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.evidence import leading_period, presents_outline
from report_qa.text.glued import glued_ends
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2026-01-27", 2025, 2026, None)


def read(text: str) -> Document:
    return read_document(Source.from_bytes(text.encode()), DATES)


def dates_of(document: Document, words: str) -> tuple[str | None, str | None]:
    sentence = next(sentence for sentence in document.sentences if words in sentence.text)
    return (sentence.period.label if sentence.period else None), sentence.status


@pytest.mark.parametrize(
    "heading", ["四、全面加强政府自身建设", "四、提升政府治理效能", "四、建设人民满意的服务型政府"]
)
def test_a_closing_section_on_the_government_is_of_the_year_planned(heading: str) -> None:
    text = f"一、2025年工作回顾\n新增就业3万人。\n二、2026年工作安排\n新增就业4万人。\n三、“十五五”时期主要目标任务\n新增就业20万人。\n{heading}\n一般性支出压减5%。\n"
    assert dates_of(read(text), "一般性支出") == ("2026年", "target")
    assert dates_of(read(text), "新增就业20万人") == ("“十五五”时期", "target")


def test_without_a_year_planned_it_is_of_the_term() -> None:
    text = "一、过去五年工作回顾\n新增就业30万人。\n二、今后五年目标任务\n新增就业40万人。\n三、加强政府自身建设\n一般性支出压减5%。\n"
    assert dates_of(read(text), "一般性支出") == ("今后五年", "target")


def test_pieces_of_a_list_share_the_paragraph_the_period_and_the_status_of_its_lead() -> None:
    text = (
        "一、2025年工作回顾\n综合考虑，今年全市经济社会发展主要预期目标是：生产总值增长5%；"
        "财政收入增长3%；新增就业4万人。\n面临的困难和问题主要是：一是投资下降2%；二是出口下降3%。\n"
    )
    document = read(text)
    prose = [sentence for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH]
    found = [(one.text[-5:], one.paragraph, one.period and one.period.start, one.status) for one in prose]
    assert found == [
        ("增长5%；", 1, 2026, "target"),
        ("增长3%；", 1, 2026, "target"),
        ("业4万人。", 1, 2026, "target"),
        ("下降2%；", 2, 2025, "actual"),
        ("下降3%。", 2, 2025, "actual"),
    ]


def test_a_word_on_this_year_in_a_review_does_not_date_what_was_done() -> None:
    text = "一、过去五年工作回顾\n从2020年起开展试点。今年安排资金305亿元。同时，进行了配套改革，减轻了负担30%。减免税费20亿元。\n"
    document = read(text)
    assert dates_of(document, "305亿元") == ("2026年", "target")
    assert dates_of(document, "30%") == ("过去五年", "actual")
    assert dates_of(document, "20亿元") == ("过去五年", "actual")


def test_of_late_in_a_plan_is_done_but_of_no_year() -> None:
    text = "一、2026年工作安排\n近年来，我市建成项目120个。加快建设项目80个。\n"
    assert dates_of(read(text), "120个") == (None, "actual")
    assert dates_of(read(text), "80个") == ("2026年", "target")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("按2020年价格计算，生产总值增长26%。", None),
        ("在2020年基础上翻一番。", None),
        ("比上年增长5%。", None),
        ("与2019年相比，下降3%。", None),
        ("2023年增长5%。", "2023年"),
        ("去年价格上涨3%。", "去年"),
    ],
)
def test_a_year_that_is_only_compared_with_dates_no_sentence(text: str, label: str | None) -> None:
    found = leading_period(text, DATES, None)
    assert (text[found[0] : found[1]] if found else None) == label


def test_a_short_paragraph_under_a_heading_is_no_caption() -> None:
    long = "加强政治建设。把学习贯彻作为首要任务，" + "持续推进各项工作落地见效，" * 12 + "确保取得实效。"
    text = f"三、全面加强政府自身建设\n\n把坚持党的领导贯穿政府工作各方面，打造人民满意的政府。\n\n{long}\n\n{long}\n"
    assert not [sentence for sentence in read(text).sentences if sentence.kind is BlockKind.CAPTION]


def test_headings_glued_to_their_sentence_are_parted_where_most_show_it() -> None:
    text = (
        "任务完成。一、聚焦产业升级，加快建设现代化产业体系坚定不移推进工业兴市。建成园区3个。"
        "二、聚焦共同富裕，扎实推进城乡融合发展着力做强县城。三、聚焦民生，用心用情办好民生实事高水平打造医院。"
    )
    ends = sorted(glued_ends(text))
    assert [text[end - 4 : end] + "|" + text[end : end + 4] for end in ends] == [
        "产业体系|坚定不移",
        "融合发展|着力做强",
        "民生实事|高水平打",
    ]


def test_headings_with_a_stop_are_not_parted() -> None:
    text = (
        "一、坚持稳中求进，推动经济平稳运行。二、坚持创新，增强发展动力活力。三、坚持改革，推动经济实现持续健康发展。"
    )
    assert glued_ends(text) == set()


def test_things_of_an_older_year_due_this_year_are_of_this_year() -> None:
    text = "一、2026年工作安排\n2015年底前注册的黄标车今年要全部淘汰3万辆。2025年完成投资20亿元，今年将再投资30亿元。\n"
    assert dates_of(read(text), "3万辆") == ("2026年", "target")
    assert dates_of(read(text), "20亿元") == ("2025年", "actual")


def test_a_paragraph_on_the_next_plans_outline_ends_the_review_of_a_mixed_section() -> None:
    text = (
        "一、“十四五”时期发展成就和“十五五”时期主要目标任务\n过去五年，生产总值年均增长4.8%。\n"
        "根据关于制定国民经济和社会发展第十五个五年规划的建议，编制了《纲要（草案）》。提出生产总值年均增长5%左右。\n"
    )
    assert dates_of(read(text), "4.8%") == ("过去五年", "actual")
    assert dates_of(read(text), "5%左右") == ("“十五五”时期", "target")


@pytest.mark.parametrize(("number", "start", "told"), [("十五", 2026, True), ("十四", 2026, False), ("十", 2001, True)])
def test_the_number_of_a_five_year_plan_tells_its_years(number: str, start: int, told: bool) -> None:
    years = Period(f"{start}—{start + 4}年", start, start + 4)
    assert presents_outline(f"编制了第{number}个五年规划纲要。", years) is told


def test_a_level_in_the_review_of_a_term_dates_its_own_sentence_only() -> None:
    document = read(
        "一、过去五年工作回顾\n2025年，生产总值达到24.66万亿元，年均增长10.6%。财政收入达到5.13万亿元。新增就业5100万人。\n"
        "各位代表，刚刚过去的2025年，我们迎难而上。粮食产量达到25亿斤。\n"
    )
    assert dates_of(document, "24.66万亿元")[0] == "2025年"
    assert dates_of(document, "5.13万亿元") == ("过去五年", "actual")
    assert dates_of(document, "25亿斤") == ("2025年", "actual")


def test_five_years_at_the_head_of_a_sentence_are_the_term() -> None:
    document = read("一、过去五年工作回顾\n2025年收入增长5%。五年全国新增就业5100万人。\n")
    assert dates_of(document, "5100万人")[0] == "五年"


def test_a_day_of_this_year_in_a_review_has_come_and_in_a_plan_may_come() -> None:
    text = "一、2025年工作回顾\n今年1月7日发生地震，转移群众3万人。\n二、2026年工作安排\n今年10月1日前建成桥梁5座。\n"
    document = read(text)
    assert dates_of(document, "3万人") == ("2026年", "actual")
    assert dates_of(document, "5座") == ("2026年", "target")


@pytest.mark.parametrize(
    ("words", "year", "status"),
    [("今年", 2025, "actual"), ("去年", 2024, "actual"), ("明年", 2026, "target"), ("新的一年", 2026, "target")],
)
def test_a_report_delivered_in_december_calls_the_year_that_ends_this_year(words: str, year: int, status: str) -> None:
    dates = ReportDates("2025-12-20", 2025, 2026, None)
    document = read_document(Source.from_bytes(f"一、工作\n{words}，粮食产量达到25亿斤。\n".encode()), dates)
    sentence = next(sentence for sentence in document.sentences if "25亿斤" in sentence.text)
    assert sentence.period == Period.year(year)
    assert sentence.status == status


@pytest.mark.parametrize("delivered", [None, "2026-01-20", "2019"])
def test_otherwise_this_year_is_the_year_planned(delivered: str | None) -> None:
    assert ReportDates(delivered, 2025, 2026, None).now == 2026
