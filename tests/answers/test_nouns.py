"""The noun of a measure: a clause without it answers no question that has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.nouns import is_share_unasked, measures_asked

from .conftest import AskLibrary


def may_answer(topic: str, clause: str) -> bool:
    return all(measure.search(clause) for measure in measures_asked(topic))


@pytest.mark.parametrize(
    ("topic", "clause", "may"),
    [
        ("蔬菜产量", "蔬菜产量达到30万吨", True),
        ("蔬菜产量", "蔬菜产值45亿元", False),
        ("蔬菜产值", "蔬菜产量达到30万吨", False),
        ("粮食单产", "粮食总产量60亿斤", False),
        ("粮食单产", "水稻亩产达到1300斤", True),
        ("工业增加值", "规上工业总产值增长8%", False),
        ("港口吞吐量", "港口货物吞吐量2亿吨", True),
        ("港口吞吐量", "港口投资20亿元", False),
        ("贷款余额", "各项存款增长9%", False),
        ("旅游收入", "接待游客1200万人次", False),
        ("出口总额", "外贸进出口增长5%", True),  # whether a whole may answer for its part is decided elsewhere
        ("进出口总额", "国内旅游收入20亿元", True),  # no noun of a measure of its own
        ("人均预期寿命", "人均收入4万元", False),
        ("研发投入占地区生产总值比重", "研发投入增长12%", False),
        ("研发投入占地区生产总值比重", "研发投入占GDP比重3.2%", True),
        ("新建学校", "新建学校9所", True),
    ],
)
def test_a_clause_must_have_the_noun_of_the_measure_asked(topic: str, clause: str, may: bool) -> None:
    assert may_answer(topic, clause) is may


@pytest.mark.parametrize("topic", ["招商引资项目", "投资者服务中心", "投资环境", "学校", "老旧小区改造", ""])
def test_a_topic_without_a_measure_demands_none(topic: str) -> None:
    assert measures_asked(topic) == ()


MEASURES = ["产量", "产值", "增加值", "税收", "吞吐量", "利润", "寿命", "密度", "浓度", "里程", "装机"]


@given(st.sampled_from(MEASURES), st.text(alphabet="粮工业港口蔬菜", max_size=4))
def test_what_is_asked_in_a_reports_own_words_may_be_answered(measure: str, thing: str) -> None:
    assert may_answer(f"{thing}{measure}", f"{thing}{measure}增长5%")


@pytest.mark.parametrize(
    ("question", "metric", "unasked"),
    [
        ("特色农业产值是多少", "特色农业产值占农业总产值比重", True),
        ("研发投入是多少", "研发投入占比", True),
        ("特色农业产值占农业总产值的比重是多少", "特色农业产值占农业总产值比重", False),
        ("研发投入占百分之几", "研发投入占比", False),
        ("what share of GDP is research", "研发投入占比", False),
        ("特色农业产值是多少", "特色农业产值", False),
    ],
)
def test_a_share_answers_only_a_question_for_a_share(question: str, metric: str, unasked: bool) -> None:
    assert is_share_unasked(question, metric) is unasked


@pytest.mark.parametrize("question", ["粮食单产多少", "蔬菜产量是多少", "旅游收入占GDP比重是多少"])
def test_a_measure_that_the_report_lacks_is_refused(ask_other: AskLibrary, question: str) -> None:
    reply = ask_other(question)
    assert (reply.status, reply.figures) == ("not_found", ())


def test_for_how_long_is_an_answer_only_where_it_is_asked(ask: AskLibrary) -> None:
    assert [figure.figure.text for figure in ask("外贸进出口总额连续几年全省第一").figures] == ["三年"]
    assert "三年" not in [figure.figure.text for figure in ask("去年外贸进出口总额是多少").figures]
