"""Every figure comes back when it is asked for in the report's own words, and is refused once its clause is taken out."""

from __future__ import annotations

import re

import pytest

from report_qa.answers.fitting import is_growth
from report_qa.answers.units import kind_of
from report_qa.figures.figure import Figure
from report_qa.library.library import Ask, Library
from tests.library.conftest import make_library

from .conftest import OTHER, PARAGRAPHS

NAMES = {"扬州-2024": OTHER, "苏州-2024": PARAGRAPHS}
FILLER = "全市上下团结奋进"
_BASES = ("从", "连续")  # what a level rose from, and for how long, is not what is asked for


def questions(figure: Figure) -> list[str]:
    """The figure asked for with its period, by its metric alone and with its unit."""
    label, metric = figure.period.label if figure.period else "", figure.metric
    if is_growth(figure):
        return [f"{label}{metric}{'下降' if '下降' in (figure.change or '') else '增长'}多少？"]
    asked = [f"{label}{metric}是多少？"]
    if kind_of(figure) in ("count", "people", "area"):
        scale = {1: "", 10**4: "万", 10**8: "亿"}[figure.scale]
        asked.append(f"{label}{metric}有多少{scale}{figure.unit}？")
    return asked


def clause_of(library: Library, name: str, figure: Figure) -> str:
    """The words between two commas that the figure stands in."""
    text = library.document(name).sentences[figure.sentence].text
    start = max(text.rfind(mark, 0, figure.start) for mark in "，；。") + 1
    ends = [at for mark in "，；。" if (at := text.find(mark, figure.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def main_figures(library: Library, name: str) -> list[Figure]:
    sentences = library.document(name).sentences
    return [
        figure
        for figure in library.figures(name)
        if not sentences[figure.sentence].text[: figure.start].endswith(_BASES)
    ]


@pytest.fixture(scope="module", params=sorted(NAMES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def whole(name: str, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(make_library(tmp_path_factory.mktemp("whole"), {name: NAMES[name]}))


@pytest.fixture(scope="module", params=[0, 1])
def half(
    request: pytest.FixtureRequest, name: str, whole: Library, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Library, list[Figure]]:
    """The report without every second clause that has figures, and the figures that went."""
    text = NAMES[name]
    gone: list[Figure] = []
    clauses: dict[str, list[Figure]] = {}
    for figure in main_figures(whole, name):
        clauses.setdefault(clause_of(whole, name, figure), []).append(figure)
    for clause, figures in list(clauses.items())[request.param :: 2]:
        if text.count(clause) == 1:
            text, gone = text.replace(clause, FILLER), [*gone, *figures]
    assert gone
    return Library.open(make_library(tmp_path_factory.mktemp("half"), {name: text})), gone


def test_a_figure_asked_for_in_the_reports_words_is_given(whole: Library, name: str) -> None:
    for figure in main_figures(whole, name):
        for question in questions(figure):
            reply = whole.ask(Ask(question))
            if reply.status == "not_found":
                continue
            assert figure.text in [cited.figure.text for cited in reply.figures], question


def test_most_figures_are_found_by_the_reports_words(whole: Library, name: str) -> None:
    asked = [question for figure in main_figures(whole, name) for question in questions(figure)]
    answered = [question for question in asked if whole.ask(Ask(question)).status != "not_found"]
    assert len(answered) >= 0.9 * len(asked)


def test_what_was_taken_out_is_refused_and_never_answered_by_something_else(
    half: tuple[Library, list[Figure]],
) -> None:
    library, gone = half
    for figure in gone:
        for question in questions(figure):
            reply = library.ask(Ask(question))
            said = [cited.figure.text for cited in reply.figures]
            assert (reply.status, said) == ("not_found", []), question
            assert not re.search(re.escape(figure.text), reply.answer)
