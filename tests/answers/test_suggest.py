"""Suggestions: questions that the report is known to answer, near what was just answered."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.reply import Reply
from report_qa.answers.suggest import Suggestion, choose_suggestions, make_suggestions
from report_qa.answers.view import ReportView
from report_qa.library.library import Ask, Library
from report_qa.library.stored import from_json
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.noise import language_of
from report_qa.search.store import open_index
from report_qa.settings import Settings

from .conftest import BAOTOU, AskLibrary

KNOWN = tuple(Suggestion(f"第{at}问？", at) for at in range(0, 40, 2))


@pytest.fixture(scope="session")
def suggestions(baotou_settings: Settings, baotou: Library) -> tuple[Suggestion, ...]:
    """Those of the built index."""
    stored = open_index(baotou_settings.index_dir).document(BAOTOU)
    return from_json(stored, baotou.source(BAOTOU)).suggestions


def test_every_suggestion_of_the_index_is_answered_when_asked_alone(
    baotou: Library, suggestions: Sequence[Suggestion]
) -> None:
    assert len(suggestions) > 20
    for suggestion in suggestions:
        for report in (None, BAOTOU):
            assert baotou.ask(Ask(suggestion.text, report=report)).status == "answered", suggestion


def test_every_reply_suggests_only_questions_of_the_index_and_never_its_own(
    ask_baotou: AskLibrary, suggestions: Sequence[Suggestion]
) -> None:
    known = [suggestion.text for suggestion in suggestions]
    for question in ("去年GDP增长多少", "明天下不下雨", "你好", known[0]):
        offered = ask_baotou(question).suggestions
        assert 0 < len(offered) <= 4
        assert len(set(offered)) == len(offered)
        assert set(offered) <= set(known) - {question}


def test_no_two_suggestions_ask_the_same(suggestions: Sequence[Suggestion]) -> None:
    assert len({suggestion.text for suggestion in suggestions}) == len(suggestions)


def test_there_are_suggestions_in_both_languages(suggestions: Sequence[Suggestion]) -> None:
    assert {suggestion.language for suggestion in suggestions} == {"zh", "en"}
    assert all(language_of(suggestion.text) in ("zh", suggestion.language) for suggestion in suggestions)


@pytest.mark.parametrize(("question", "lang"), [("去年GDP增长多少", "zh"), ("What was GDP growth in 2021?", "en")])
def test_a_reply_suggests_in_its_own_language(
    ask_baotou: AskLibrary, suggestions: Sequence[Suggestion], question: str, lang: str
) -> None:
    languages = {suggestion.text: suggestion.language for suggestion in suggestions}
    assert {languages[text] for text in ask_baotou(question).suggestions} == {lang}


def test_only_questions_that_give_their_figure_back_are_kept(
    view: ReportView, lexicon: Lexicon, ask: AskLibrary
) -> None:
    refused = ask("2008年粮食产量是多少")
    asked: list[str] = []

    def refuse(question: str) -> Reply:
        asked.append(question)
        return refused

    assert make_suggestions(view, lexicon, refuse) == ()
    assert asked
    right = ask("去年粮食产量是多少")
    grain = right.figures[0].figure
    kept = make_suggestions(view, lexicon, lambda question: right)
    assert {suggestion.sentence for suggestion in kept} == {grain.sentence}
    assert all(grain.metric in suggestion.text for suggestion in kept if suggestion.language == "zh")


def test_suggestions_are_the_same_every_time(view: ReportView, lexicon: Lexicon, ask: AskLibrary) -> None:
    once, again = (make_suggestions(view, lexicon, lambda question: ask(question)) for _ in range(2))
    assert once == again != ()


def test_only_metrics_that_the_lexicon_knows_are_asked_about(
    view: ReportView, lexicon: Lexicon, ask: AskLibrary
) -> None:
    unknown = next(
        figure.metric for figure in view.figures if "江南织造" in view.document.sentences[figure.sentence].text
    )
    asked: list[str] = []

    def note(question: str) -> Reply:
        asked.append(question)
        return ask(question)

    make_suggestions(view, lexicon, note)
    assert any("粮食产量" in question for question in asked)
    assert not any(unknown in question for question in asked)


def test_the_nearest_are_chosen_without_those_just_answered() -> None:
    assert set(choose_suggestions(KNOWN, (10,), "问", "zh")) == {"第6问？", "第8问？", "第12问？", "第14问？"}


def test_those_shown_where_nothing_is_cited_are_known_and_not_the_question() -> None:
    chosen = choose_suggestions(KNOWN, (), "第2问？", "zh")
    assert len(set(chosen)) == 4
    assert set(chosen) <= {one.text for one in KNOWN} - {"第2问？"}


@given(st.lists(st.integers(0, 60), max_size=5), st.sampled_from(["问", "第8问？"]))
def test_never_more_than_four_and_never_an_answered_sentence(cited: list[int], question: str) -> None:
    chosen = choose_suggestions(KNOWN, tuple(cited), question, "zh")
    able = {one.text for one in KNOWN if one.sentence not in cited and one.text != question}
    assert len(chosen) == min(4, len(able))
    assert set(chosen) <= able
    assert choose_suggestions(KNOWN, tuple(cited), question, "en") == ()
