"""`answer`: figures, several figures, open questions, lists and quotations, in either language."""

from __future__ import annotations

import pytest

from report_qa.answers.reply import Reply

from .conftest import AskLibrary


def texts(reply: Reply) -> list[str]:
    return [cited.figure.text for cited in reply.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("去年粮食产量是多少", ["18.2亿斤"]),
        ("今年GDP增长目标是多少", ["5%以上"]),
        ("去年财政收入增长百分之几", ["5.5%"]),
        ("去年财政收入多少亿元", ["2456亿元"]),
        ("今年新增养老床位多少张", ["1200张"]),
        ("“江南织造”工程投资多少", ["26亿元"]),
        ("昆山去年改造老旧小区多少个", ["48个"]),
        ("去年城镇居民和农村居民人均可支配收入分别是多少", ["82989元", "46385元"]),
        ("去年农村居民和城镇居民人均可支配收入分别是多少", ["46385元", "82989元"]),
        ("How many new urban jobs were created in 2023?", ["22.3万人"]),
        ("How many kindergartens will be built this year?", ["40所"]),
    ],
)
def test_a_question_gets_the_figures_that_answer_it_in_its_order(
    ask: AskLibrary, question: str, figures: list[str]
) -> None:
    reply = ask(question)
    assert (reply.status, texts(reply)) == ("answered", figures)
    at = [reply.answer.index(text) for text in figures]
    assert at == sorted(at)


def test_a_figure_is_said_with_its_period_status_and_mark(ask: AskLibrary) -> None:
    assert ask("去年粮食产量是多少").answer.startswith("2023年实际：粮食产量达到18.2亿斤[1]。")
    assert "2024年目标：" in ask("今年GDP增长目标是多少").answer


def test_an_english_answer_keeps_the_printed_words_and_converts_apart(ask: AskLibrary) -> None:
    reply = ask("How many new urban jobs were created in 2023?")
    assert "“城镇新增就业：22.3万人” (223,000) [1]" in reply.answer
    (derived,) = reply.derived
    assert (derived.text, derived.operands) == ("223,000", (0,))


def test_an_open_question_gets_every_reading_with_its_period(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("gdp增长多少")
    assert (reply.status, texts(reply)) == ("clarify", ["6%", "8.5%", "8%左右"])
    for label in ("2017—2021年", "2021年实际", "2022年目标"):
        assert label in reply.answer
    assert [period.end for cited in reply.figures if (period := cited.figure.period)] == [2021, 2021, 2022]


def test_the_time_of_the_talk_settles_an_open_question(ask_baotou: AskLibrary) -> None:
    assert texts(ask_baotou("2021年规上工业增加值增长多少？", "那今年呢")) == ["12%以上"]


def test_a_list_is_answered_by_the_headings_in_source_order(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("2021年“干成了一批大事难事”，突出抓好了哪几方面？")
    assert reply.status == "answered"
    assert [citation.line_start for citation in reply.citations] == [61, 65, 69, 71, 73]
    assert reply.figures == ()


def test_a_question_about_the_report_itself_is_answered_by_its_title(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("这份报告是哪位市长念的")
    assert "张锐" in reply.answer
    assert reply.citations[0].line_start == 6


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("谢谢", "不客气"),
        ("多谢您", "不客气"),
        ("再见", "再见"),
        ("拜拜啦", "再见"),
        ("你好", "你好"),
        ("Thanks a lot!", "You are welcome"),
        ("thank you very much", "You are welcome"),
        ("bye", "Goodbye"),
        ("hello", "Hello"),
    ],
)
def test_a_courtesy_is_returned_in_its_language(ask: AskLibrary, question: str, begins: str) -> None:
    reply = ask(question)
    assert (reply.status, reply.figures, reply.citations) == ("smalltalk", (), ())
    assert reply.answer.startswith(begins)


def test_a_courtesy_behind_a_question_is_no_question(ask: AskLibrary) -> None:
    assert ask("去年粮食产量是多少", "谢谢").status == "smalltalk"
    assert texts(ask("去年GDP增长多少", "谢谢", "那今年呢")) == ["5%以上"]


def test_a_rank_is_quoted(ask: AskLibrary) -> None:
    reply = ask("外贸进出口总额在全省排第几")
    assert "居全省第一" in reply.answer


def test_the_interpretation_says_how_the_question_was_read(ask: AskLibrary) -> None:
    read = ask("去年GDP增长多少", "那今年呢").interpretation
    assert (read.intent, read.metrics, read.rewritten) == ("figure", ("GDP增长",), "2024年GDP增长多少")
    assert read.period is not None
    assert (read.period.start, read.period.end, read.place) == (2024, 2024, None)
    assert (read.origin["metrics"], read.origin["period"]) == ("history", "question")


@pytest.mark.parametrize("top_k", [1, 3, 20])
def test_at_most_so_many_passages_are_shown_best_first(ask: AskLibrary, top_k: int) -> None:
    passages = ask("去年粮食产量是多少", top_k=top_k).passages
    assert 0 < len(passages) <= top_k
    assert [hit.score for hit in passages] == sorted((hit.score for hit in passages), reverse=True)


def test_an_answer_that_is_too_long_is_withheld(ask: AskLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_qa.answers.answer._LONGEST", 0)
    monkeypatch.setattr("report_qa.answers.answer.render", lambda *_: "一" * 2000)
    reply = ask("去年粮食产量是多少")
    assert (reply.status, reply.reason, reply.figures) == ("not_found", "withheld", ())


@pytest.mark.parametrize(
    "question", ["？", "去年", "多少", "的", "1", "a", "%%%", "去年去年去年", "\u200b x", "第", "比", "“”"]
)
def test_a_question_without_words_is_answered_without_a_figure_or_fault(ask: AskLibrary, question: str) -> None:
    reply = ask(question)
    assert reply.status in ("not_found", "smalltalk")
    assert reply.figures == ()
