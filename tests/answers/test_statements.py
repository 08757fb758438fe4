"""Statements that turn on one word: a denial, a direction, a rank's scope, a unit, a count said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.library.library import Ask, Library
from tests.library.conftest import make_library

from .conftest import PARAGRAPHS, AskLibrary


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("工业用电量没有上升，对吗", "yes"),
        ("工业用电量没有下降，对吗", "no"),
        ("GDP没有增长，对吗", "no"),
        ("旅游收入没有突破900亿元，对吗", "no"),
        ("难道中心医院新院区没有建成投用吗", "yes"),
        ("工业用电量增长2.4%，对吗", "no"),
        ("GDP下降5.8%，对吗", "no"),
        ("专利授权量居全国第三，对吗", "no"),
        ("港口吞吐量居全省第五，对吗", "no"),
        ("粮食总产量60亿公斤，对吗", "no"),
        ("粮食总产量60亿斤，对吗", "yes"),
        ("新建民办养老院四所，对吗", "yes"),
        ("旅游收入突破九百亿元了吗", "yes"),
        ("保障性住房超过四百万平米吗", "yes"),
    ],
)
def test_a_verdict_turns_on_one_word(ask_other: AskLibrary, question: str, verdict: str) -> None:
    assert ask_other(question).verdict == verdict


def test_a_count_in_words_that_the_report_does_not_give_is_not_confirmed(ask_other: AskLibrary) -> None:
    assert ask_other("新建民办养老院五所，对吗").verdict != "yes"


@pytest.mark.parametrize("question", ["今年GDP目标比去年实际低，对吗", "去年农村居民收入比城镇居民高，对吗"])
def test_a_comparison_is_judged_whatever_its_ending(ask: AskLibrary, question: str) -> None:
    assert ask(question).verdict == "no"


def test_growth_asked_of_two_things_is_asked_of_both(ask: AskLibrary) -> None:
    reply = ask("一般公共预算收入和GDP去年增长多少")
    assert [cited.figure.text for cited in reply.figures] == ["5.5%", "4.6%"]


@pytest.mark.parametrize("question", ["GDP去年是多少亿元", "江都区GDP增长多少", "江都GDP多少"])
def test_the_one_thing_asked_about_must_stand_by_its_figure(ask_other: AskLibrary, question: str) -> None:
    reply = ask_other(question)
    assert (reply.status, reply.figures) == ("not_found", ())


def test_thanks_behind_a_nod_are_thanks(ask: AskLibrary) -> None:
    assert ask("好的，谢谢").answer.startswith("不客气")


@pytest.mark.parametrize("question", ["去年外贸进出口总额增长多少", "去年贷款余额涨了多少"])
def test_the_growth_of_an_amount_is_no_amount(tmp_path: Path, question: str) -> None:
    text = PARAGRAPHS.replace(
        "外贸进出口总额2450亿元，", "外贸进出口总额2450亿元、增长7.7%，贷款余额3万亿元、增长7.7%，"
    )
    library = Library.open(make_library(tmp_path, {"苏州-2024": text}))
    assert [cited.figure.text for cited in library.ask(Ask(question)).figures] == ["7.7%"]
