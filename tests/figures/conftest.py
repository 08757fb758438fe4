"""Sentences and documents made by hand: one sentence, its figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_sentence
from report_qa.figures.when import When
from report_qa.text.document import BlockKind, Sentence
from report_qa.text.periods import Period, ReportDates
from report_qa.text.spans import Extent, Span

DATES = ReportDates(delivered="2022-02-12", reviews=2021, plans=2022)
REVIEWED = When(Period.year(2021), "actual")


@pytest.fixture(scope="session")
def read() -> Callable[..., list[Figure]]:
    """The figures of one sentence of a report delivered in 2022, by default one of its review of 2021."""

    def figures(text: str, default: When = REVIEWED, inherited: str | None = None) -> list[Figure]:
        extent = Extent((Span(0, len(text)),))
        sentence = Sentence(text, extent, BlockKind.PARAGRAPH, None, 0, default.period, default.status)
        return read_sentence(sentence, 0, default, DATES, inherited)

    return figures
