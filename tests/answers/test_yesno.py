"""Yes or no: a statement held against the report, and a false one corrected by the true figure."""

from __future__ import annotations

import pytest

from .conftest import AskLibrary

VERDICTS = [
    ("去年GDP增长4.6%吗", "yes", "4.6%"),
    ("去年GDP增长5%吗", "no", "4.6%"),
    ("去年GDP增长不到4%，对吗", "no", "4.6%"),
    ("去年粮食产量达到18.2亿斤，对吗", "yes", "18.2亿斤"),
    ("去年粮食产量达到18.2万斤，对吗", "no", "18.2亿斤"),
    ("去年粮食产量突破18亿斤了吗", "yes", "18.2亿斤"),
    ("去年粮食产量突破20亿斤了吗", "no", "18.2亿斤"),
    ("难道去年粮食产量不是18.2亿斤吗", "yes", "18.2亿斤"),
    ("去年单位工业增加值能耗下降4.2%，对吗", "yes", "4.2%"),
    ("去年能耗下降了吗", "yes", "4.2%"),
    ("去年能耗上升了吗", "no", "4.2%"),
    ("今年新建改建幼儿园40所，对吗", "yes", "40所"),
    ("今年新建改建幼儿园35所，对吗", "no", "40所"),
    ("今年新增养老床位1200张，没错吧", "yes", "1200张"),
    ("今年新增养老床位120张，没错吧", "no", "1200张"),
    ("Did GDP grow by 4.6% last year?", "yes", "4.6%"),
    ("Did GDP grow by 6% last year?", "no", "4.6%"),
]


@pytest.mark.parametrize(("question", "verdict", "figure"), VERDICTS)
def test_a_statement_with_a_number_is_held_against_the_figure(
    ask: AskLibrary, question: str, verdict: str, figure: str
) -> None:
    reply = ask(question)
    assert (reply.status, reply.verdict) == ("answered", verdict)
    assert [cited.figure.text for cited in reply.figures] == [figure]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("市图书馆新馆建成了吗", "yes"),
        ("外贸进出口总额居全省第一，对吗", "yes"),
        ("外贸进出口总额居全省第二，对吗", "no"),
        ("外贸进出口总额居全国第一，对吗", "no"),
    ],
)
def test_a_statement_without_a_figure_is_held_against_the_words(ask: AskLibrary, question: str, verdict: str) -> None:
    reply = ask(question)
    assert (reply.status, reply.verdict, reply.figures) == ("answered", verdict, ())
    assert reply.citations


@pytest.mark.parametrize(("question", "verdict", "figure"), VERDICTS)
def test_the_answer_begins_with_its_verdict(ask: AskLibrary, question: str, verdict: str, figure: str) -> None:
    reply = ask(question)
    begins = {("zh", "yes"): "是。", ("zh", "no"): "不是。", ("en", "yes"): "Yes.", ("en", "no"): "No."}
    assert reply.answer.startswith(begins[reply.language, verdict])
    assert figure in reply.answer


def test_a_false_statement_is_never_said_as_the_reports_figure(ask: AskLibrary) -> None:
    reply = ask("去年GDP增长5%吗")
    assert "5%" not in reply.answer.replace("5.5%", "")


@pytest.mark.parametrize("question", ["去年有没有建成国际机场", "常住人口达到1300万人了吗", "2019年GDP增长4.6%吗"])
def test_what_the_report_does_not_say_gets_no_verdict(ask: AskLibrary, question: str) -> None:
    reply = ask(question)
    assert (reply.status, reply.verdict, reply.figures) == ("not_found", None, ())


@pytest.mark.parametrize(
    ("question", "verdict", "figure"),
    [
        ("去年建成五百万平米保障性住房，对吗", "yes", "500万平方米"),
        ("去年建成三百万平米保障性住房，对吗", "no", "500万平方米"),
        ("保障性住房建成不到五百万平米吗", "no", "500万平方米"),
        ("产业基金规模有两百亿吗", "yes", "200亿元"),
        ("产业基金规模有三百亿吗", "no", "200亿元"),
        ("产业基金规模达到两百亿元了吗", "yes", "200亿元"),
    ],
)
def test_an_amount_said_in_words_is_the_amount(ask_other: AskLibrary, question: str, verdict: str, figure: str) -> None:
    reply = ask_other(question)
    assert (reply.verdict, [cited.figure.text for cited in reply.figures]) == (verdict, [figure])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("中心医院新院区建成投用了吗", "yes"),
        ("中心医院新院区没有建成投用，对吗", "no"),
        ("中心医院新院区还没建成，对吗", "no"),
        ("城市展览馆已经建成了吗", "no"),  # promised
        ("城市展览馆今年会建成吗", "yes"),
    ],
)
def test_a_denial_turns_the_verdict_and_a_negation_that_asks_does_not(
    ask_other: AskLibrary, question: str, verdict: str
) -> None:
    assert ask_other(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("工业用电量去年下降了吗", "yes"),
        ("工业用电量去年上升了吗", "no"),
        ("工业用电量下降2.4%，对吗", "yes"),
        ("工业用电量有没有下降", "yes"),
        ("GDP去年下降了吗", "no"),
        ("GDP去年增长了吗", "yes"),
        ("GDP下降5.8%，对吗", "no"),
    ],
)
def test_a_fall_is_no_rise(ask_other: AskLibrary, question: str, verdict: str) -> None:
    assert ask_other(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("专利授权量居全省第三，对吗", "yes"),
        ("专利授权量居全省第二，对吗", "no"),
        ("港口吞吐量居全国第五，对吗", "yes"),
        ("港口吞吐量居全国第四，对吗", "no"),
        ("蔬菜产量是不是七连增", "yes"),
        ("蔬菜产量是不是八连增", "no"),
    ],
)
def test_a_rank_and_a_streak_must_be_the_printed_one(ask_other: AskLibrary, question: str, verdict: str) -> None:
    assert ask_other(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("听说咱国家卫生城市拿了三连冠 对不", "no"),
        ("难道2021年包头外贸总量不是全区第一吗？", "yes"),
        ("包头2021年外贸总量全国第一，是这样吗？", "no"),
        ("2022年粮食产量目标是25.5万斤以上，没错吧", "no"),
        ("咱这医保参保的人到九成五了没", "yes"),
        ("2021年農村居民收入增長6.8%，對嗎？", "no"),
        ("Did Baotou's foreign trade rank first in Inner Mongolia in 2021?", "yes"),
    ],
)
def test_verdicts_on_a_printed_report(ask_baotou: AskLibrary, question: str, verdict: str) -> None:
    assert ask_baotou(question).verdict == verdict
