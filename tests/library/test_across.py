"""Questions without a report, asked of a library of several made-up reports."""

from __future__ import annotations

import pytest

from report_qa.answers.promise import keeps_promise
from report_qa.answers.reply import Reply
from report_qa.library.ask import Ask
from report_qa.library.library import Library
from tests.library.conftest import make_library

CITY = """政府工作报告
——2024年1月16日在{place}第十七届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
2023年，全市地区生产总值{gdp}。
{more}
二、2024年工作安排
2024年，全市经济社会发展的主要预期目标是：地区生产总值增长{goal}。
新建改建幼儿园{schools}所。
"""
PROVINCE = """{year}年山东省政府工作报告
——{year}年1月27日在山东省第十四届人民代表大会第四次会议上
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、{last}年工作回顾
{last}年，全省地区生产总值增长{grew}，城镇新增就业{jobs}。
二、{year}年重点工作
{year}年，全省经济社会发展的主要预期目标是：地区生产总值增长{goal}，城镇新增就业{jobs_goal}。
"""
REPORTS = {
    "苏州-2024": CITY.format(
        place="苏州市", gdp="达到24653亿元、增长4.6%", more="粮食产量达到18.2亿斤。", goal="5%以上", schools=40
    ),
    "南通-2024": CITY.format(
        place="南通市", gdp="达到11813亿元、增长5.8%", more="粮食产量达到68.1亿斤。", goal="6%", schools=31
    ),
    "常州-2024": CITY.format(
        place="常州市", gdp="突破1万亿元、增长6.8%", more="城镇登记失业率2.1%。", goal="6%左右", schools=22
    ),
    "山东省-2025": PROVINCE.format(
        year=2025, last=2024, grew="5.7%", jobs="125万人", goal="5%以上", jobs_goal="110万人以上"
    ),
    "山东省-2026": PROVINCE.format(
        year=2026, last=2025, grew="5.5%", jobs="124.9万人", goal="5%左右", jobs_goal="110万人以上"
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(make_library(tmp_path_factory.mktemp("across"), REPORTS))


def ask(library: Library, *turns: str) -> Reply:
    reply = library.ask(Ask(turns[-1], history=turns[:-1]))
    assert keeps_promise(reply, None, turns[-1])
    assert [one.n for one in reply.citations] == list(range(1, len(reply.citations) + 1))
    for cited in reply.figures:
        source = library.source(reply.citations[cited.citation - 1].report)
        cut = "".join(source.line(place.line)[place.column_start : place.column_end] for place in cited.places)
        assert cut == cited.figure.text
    return reply


def texts(reply: Reply) -> list[str]:
    return [one.figure.text for one in reply.figures]


def reports(reply: Reply) -> list[str]:
    return [one.report for one in reply.citations]


def test_all_cities_as_a_sorted_table(library: Library) -> None:
    reply = ask(library, "各市2023年GDP增速是多少")
    assert (reply.status, texts(reply)) == ("answered", ["6.8%", "5.8%", "4.6%"])
    assert reports(reply) == ["常州-2024", "南通-2024", "苏州-2024"]
    counts = [one for one in reply.derived if one.formula is None]
    assert [(one.text, one.operands) for one in counts] == [("3份", ())]


def test_bounds_are_not_ranked_and_the_answer_says_so(library: Library) -> None:
    reply = ask(library, "江苏各市2024年GDP目标是多少")
    assert texts(reply) == ["6%", "6%左右", "5%以上"] or texts(reply) == ["6%左右", "6%", "5%以上"]
    assert "不参加排序的：苏州市5%以上" in reply.answer


def test_those_that_do_not_say_are_named(library: Library) -> None:
    reply = ask(library, "江苏各市2023年粮食产量")
    assert texts(reply) == ["68.1亿斤", "18.2亿斤"]
    assert "未给出的：常州市" in reply.answer


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("2023年哪个城市GDP增长最快", "6.8%"),
        ("which city grew fastest in 2023", "6.8%"),
        ("去年江苏哪个市的GDP增长最慢", "4.6%"),
        ("2023年江苏哪个市GDP最高", "24653亿元"),
    ],
)
def test_the_first_comes_first(library: Library, question: str, first: str) -> None:
    assert texts(ask(library, question))[0] == first


def test_two_places_side_by_side(library: Library) -> None:
    reply = ask(library, "2023年苏州的GDP比南通高吗")
    assert (reply.verdict, texts(reply)) == ("yes", ["24653亿元", "11813亿元"])
    assert [(one.text, one.operands) for one in reply.derived] == [("12840亿元", (0, 1))]
    assert ask(library, "2023年苏州GDP增速比南通快吗").verdict == "no"


def test_a_bound_is_higher_only_where_that_is_certain(library: Library) -> None:
    reply = ask(library, "2023年常州和南通谁的GDP高")
    assert set(texts(reply)) == {"突破1万亿元", "11813亿元"}
    assert "更高" not in reply.answer
    assert reply.verdict is None


@pytest.mark.parametrize("question", ["山东2025年的GDP目标完成了吗", "山东去年定的GDP增长目标实现了没有"])
def test_a_target_with_its_result_from_the_next_report(library: Library, question: str) -> None:
    reply = ask(library, question)
    assert (reply.verdict, texts(reply)) == ("yes", ["5%以上", "5.5%"])
    assert reports(reply) == ["山东省-2025", "山东省-2026"]


def test_a_target_without_a_result_is_not_known_to_be_met(library: Library) -> None:
    reply = ask(library, "山东2026年的GDP目标完成了吗")
    assert (reply.status, reply.reason, reply.figures) == ("not_found", "not_in_report", ())


def test_one_metric_over_years_from_a_report_each(library: Library) -> None:
    reply = ask(library, "山东2024年和2025年城镇新增就业各多少人")
    assert texts(reply) == ["125万人", "124.9万人"]
    assert reports(reply) == ["山东省-2025", "山东省-2026"]


@pytest.mark.parametrize(
    ("turns", "report", "figure"),
    [
        (("苏州去年GDP增长多少",), "苏州-2024", "4.6%"),
        (("山东2025年GDP增长多少",), "山东省-2026", "5.5%"),
        (("山东2025年GDP增长目标是多少",), "山东省-2025", "5%以上"),
        (("山东今年GDP增长目标",), "山东省-2026", "5%左右"),
        (("山东省2025年政府工作报告：去年GDP增长多少",), "山东省-2025", "5.7%"),
        (("苏州去年GDP增长多少", "那南通呢"), "南通-2024", "5.8%"),
    ],
)
def test_place_year_and_status_choose_the_report(
    library: Library, turns: tuple[str, ...], report: str, figure: str
) -> None:
    reply = ask(library, *turns)
    assert (set(reports(reply)), texts(reply)) == ({report}, [figure])


@pytest.mark.parametrize(
    "question",
    [
        "杭州2023年GDP增长多少",
        "杭州和苏州2023年谁的GDP高",
        "2019年哪个城市GDP最高",
        "山东2010年GDP增长多少",
        "全国去年GDP增长多少",
    ],
)
def test_an_unknown_place_or_year(library: Library, question: str) -> None:
    reply = ask(library, question)
    assert (reply.status, reply.reason, reply.figures) == ("not_found", "unknown_report", ())


def test_what_nobody_says_is_refused(library: Library) -> None:
    reply = ask(library, "2023年哪个城市的结婚率最高")
    assert (reply.status, reply.reason, reply.figures, reply.derived) == ("not_found", "not_in_report", (), ())


def test_a_question_that_names_nothing_gets_the_titles(library: Library) -> None:
    reply = ask(library, "粮食产量是多少")
    assert reply.status == "clarify"
    assert "2024年苏州市政府工作报告" in reply.answer


def test_another_year_asks_the_same_table(library: Library) -> None:
    assert texts(ask(library, "各市2023年GDP增速", "那2024年呢"))[0].startswith("6%")
