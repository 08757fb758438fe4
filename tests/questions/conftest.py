"""Questions read as if put to a report of 苏州市 that reviews 2023 and plans 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.question import Question
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader
from report_qa.settings import shipped_folder
from report_qa.text.periods import ReportDates

Read = Callable[..., Question]


@pytest.fixture(scope="session")
def dates() -> ReportDates:
    """The made-up report's dates."""
    return ReportDates("2024-01-16", 2023, 2024, "苏州市")


@pytest.fixture(scope="session")
def reader(dates: ReportDates) -> Reader:
    """The shipped lexicon and gazetteer with those dates."""
    folder = shipped_folder("lexicon")
    return Reader(Lexicon.open(folder), Gazetteer.open(folder), dates)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads the last of some turns, the earlier ones as its history."""

    def read_turns(*turns: str) -> Question:
        return read_question(turns[-1], turns[:-1], reader)

    return read_turns
