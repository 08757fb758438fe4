"""The check of the promise lets every faithful answer pass, and none with a number from nowhere or a figure misplaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report_qa.answers.promise import keeps_promise
from report_qa.answers.reply import Derived, Reply
from report_qa.library.library import Library
from report_qa.text.source import Place, Source

from .conftest import BAOTOU, AskLibrary

QUESTIONS = (
    "去年粮食产量是多少", "去年城镇居民和农村居民收入差多少", "今年新建改建幼儿园比去年多几所", "去年GDP增长5%吗", "去年GDP增长4.6%吗",
    "去年财政收入多少亿元", "今年新增养老床位多少张", "外贸进出口总额在全省排第几", "How many new urban jobs were created in 2023?",
    "Did GDP grow by 4.6% last year?",
)  # fmt: skip
BAOTOU_QUESTIONS = (
    "去年城里人跟乡下人各挣多少", "gdp增长多少", "2021年对接企业数、签约项目数、协议总投资、注册落地项目数，各是2020年的几倍？", "这份报告是哪位市长念的",
    "今年的七大攻坚行动都是啥", "今年粮食目标是多少", "How many new jobs were created in total since the first session of the 15th People's Congress?",
)  # fmt: skip
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture(scope="session")
def faithful(
    ask: AskLibrary, suzhou: Library, ask_baotou: AskLibrary, baotou: Library
) -> tuple[tuple[Reply, Source, str], ...]:
    """Answers of many kinds, each with the source that it is cut from and its question."""
    made = [(ask(question), suzhou.source("苏州-2024"), question) for question in QUESTIONS]
    return (*made, *((ask_baotou(question), baotou.source(BAOTOU), question) for question in BAOTOU_QUESTIONS))


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text.replace(",", "")))


def digits_of_figures(reply: Reply) -> Iterator[int]:
    """Where the answer says a digit of one of its figures."""
    for cited in reply.figures:
        for match in re.finditer(re.escape(cited.figure.text), reply.answer):
            yield from (match.start() + at for at, sign in enumerate(cited.figure.text) if sign.isdigit())


def number_at(text: str, at: int) -> str:
    return next(match[0] for match in NUMBER.finditer(text) if match.start() <= at < match.end())


def test_faithful_answers_keep_the_promise(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    assert {reply.status for reply, _, _ in faithful} == {"answered", "clarify"}
    assert all(keeps_promise(reply, source, question) for reply, source, question in faithful)


@given(data=st.data())
def test_an_answer_with_one_digit_changed_fails(
    faithful: tuple[tuple[Reply, Source, str], ...], data: st.DataObject
) -> None:
    reply, source, question = data.draw(st.sampled_from([one for one in faithful if one[0].figures]))
    at = data.draw(st.sampled_from(sorted(set(digits_of_figures(reply)))))
    digit = data.draw(st.sampled_from("0123456789"))
    answer = f"{reply.answer[:at]}{digit}{reply.answer[at + 1 :]}"
    said = number_at(answer, at)
    quoted = " ".join(
        [citation.quote for citation in reply.citations]
        + [f"{derived.text} {derived.formula}" for derived in reply.derived]
        + [citation.title or "" for citation in reply.citations]
    )
    denied = numbers(question) if reply.verdict == "no" else set()
    assume(said not in numbers(quoted) | denied)
    assume(not re.fullmatch(r"(?:19|20)\d\d", said))  # reads as a year
    assert not keeps_promise(replace(reply, answer=answer), source, question)


@given(data=st.data())
def test_a_figure_whose_places_do_not_give_its_text_fails(
    faithful: tuple[tuple[Reply, Source, str], ...], data: st.DataObject
) -> None:
    reply, source, question = data.draw(st.sampled_from([one for one in faithful if one[0].figures]))
    at = data.draw(st.integers(0, len(reply.figures) - 1))
    cited = reply.figures[at]
    place, rest = cited.places[0], cited.places[1:]
    line = source.line(place.line)
    moved = data.draw(
        st.sampled_from(
            [
                Place(place.line, place.column_start + 1, place.column_end),
                Place(place.line, place.column_start, place.column_end - 1),
                Place(place.line, max(0, place.column_start - 1), place.column_end),
                Place(place.line + 1, place.column_start, place.column_end),
                Place(1, 0, len(source.line(1))),
            ]
        )
    )
    cut = source.line(moved.line)[moved.column_start : moved.column_end]
    assume(cut.split() != line[place.column_start : place.column_end].split())
    wrong = replace(cited, places=(moved, *rest))
    figures = (*reply.figures[:at], wrong, *reply.figures[at + 1 :])
    assert not keeps_promise(replace(reply, figures=figures), source, question)


def test_a_figure_without_one_of_its_places_fails(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    cut = [(one, cited) for one in faithful for cited in one[0].figures if len(cited.places) > 1]
    assert cut
    for (reply, source, question), cited in cut:
        figures = tuple(replace(one, places=one.places[:1]) if one is cited else one for one in reply.figures)
        assert not keeps_promise(replace(reply, figures=figures), source, question)


def test_a_figures_text_is_held_against_its_places(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    for reply, source, question in faithful:
        for cited in reply.figures:
            other = replace(cited, figure=replace(cited.figure, text=f"1{cited.figure.text}"))
            figures = tuple(other if one is cited else one for one in reply.figures)
            assert not keeps_promise(replace(reply, figures=figures), source, question)


@pytest.mark.parametrize("added", ["另有777家。", "增长77.7%。", "共7,777元。", "约777。"])
def test_a_number_from_nowhere_fails(faithful: tuple[tuple[Reply, Source, str], ...], added: str) -> None:
    reply, source, question = faithful[0]
    assert not keeps_promise(replace(reply, answer=reply.answer + added), source, question)


@pytest.mark.parametrize(
    "added",
    ["见第777行。", "另见[77]。", "见[7, 8]。", "2019年。", "2月12日。", "PM2.5浓度。", "5G基站。", "line 777."],
)
def test_lines_marks_dates_and_names_need_no_origin(
    faithful: tuple[tuple[Reply, Source, str], ...], added: str
) -> None:
    reply, source, question = faithful[0]
    assert keeps_promise(replace(reply, answer=reply.answer + added), source, question)


@pytest.mark.parametrize(
    "added",
    [
        "另有2059个。",
        "共1900亿元。",
        "约2010吨。",
        "达到1950。5倍",
        "77号。",
        "增长3日。",
        "AB777台。",
        "第777名。",
        "1999%。",
    ],
)
def test_what_only_looks_like_a_year_or_a_name_needs_an_origin(
    faithful: tuple[tuple[Reply, Source, str], ...], added: str
) -> None:
    reply, source, question = faithful[0]
    assert not keeps_promise(replace(reply, answer=reply.answer + added), source, question)


@pytest.mark.parametrize("added", ["2019—2023年。", "2019年12月。", "2021-2025.", "（2019年）", "2019 (actual)."])
def test_years_need_no_origin(faithful: tuple[tuple[Reply, Source, str], ...], added: str) -> None:
    reply, source, question = faithful[0]
    assert keeps_promise(replace(reply, answer=reply.answer + added), source, question)


def test_a_derived_number_and_its_formula_are_known(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    reply, source, question = faithful[0]
    said = replace(reply, answer=f"{reply.answer}合计777家。")
    assert keeps_promise(replace(said, derived=(Derived("777家"),)), source, question)
    assert not keeps_promise(said, source, question)


def test_thousands_marks_do_not_make_another_number(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    reply, source, question = faithful[0]
    said = replace(reply, derived=(Derived("12,345家"),))
    assert keeps_promise(replace(said, answer=f"{reply.answer}12345家"), source, question)
    assert not keeps_promise(replace(said, answer=f"{reply.answer}2345家"), source, question)


def test_only_a_denial_may_repeat_the_questions_number(faithful: tuple[tuple[Reply, Source, str], ...]) -> None:
    reply, source, _ = faithful[0]
    said = replace(reply, answer=f"{reply.answer}不是777家。")
    assert keeps_promise(replace(said, verdict="no"), source, "去年是777家吗")
    assert not keeps_promise(replace(said, verdict="yes"), source, "去年是777家吗")
    assert not keeps_promise(said, source, "去年是777家吗")


def test_an_answer_that_fails_is_withheld(ask: AskLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_qa.answers.answer.keeps_promise", lambda *_: False)
    reply = ask("去年粮食产量是多少")
    assert (reply.status, reply.reason, reply.figures, reply.citations) == ("not_found", "withheld", (), ())
    assert "18.2" not in reply.answer
