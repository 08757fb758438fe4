"""`Review`: the numbers of a report that are no figure of its ledger, each with its place and the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report_qa.figures.figure import Figure
from report_qa.figures.unread import UnreadNumber, digit_share, explain_numbers
from report_qa.figures.why import Why
from report_qa.library.figure_overrules import Dropped
from report_qa.library.ledger import marked_url
from report_qa.library.shelf import ShelvedReport
from report_qa.text.document import Document
from report_qa.text.layout import read_layout
from report_qa.text.repair import repair
from report_qa.text.source import Place, Source
from report_qa.text.spans import Extent

_AROUND = 12  # characters shown on each side of a number


@dataclass(frozen=True, slots=True)
class ReviewNumber:
    """A number that is no figure. `rule` left it out (`report-qa inspect --rules`), where one did; `said` is the reason of
    the person who dropped it; `context` is what is printed around it, on its line.
    """

    text: str
    why: Why
    rule: str | None
    said: str | None
    places: tuple[Place, ...]
    context: str
    url: str


@dataclass(frozen=True, slots=True)
class Review:
    """What of a report's digits is in figures, and what else is explained. `numbers` come in source order.

    `digits` counts the digits of the source in any width or script, `in_figures` those in figures, `explained` those and
    the digits of numbers that are known to be none.
    """

    report: str
    numbers: tuple[ReviewNumber, ...]
    digits: int
    in_figures: int
    explained: int

    @property
    def share(self) -> float:
        """Digits explained, of all; 1 where there are none."""
        return self.explained / self.digits if self.digits else 1.0

    def counts(self) -> Mapping[Why, int]:
        """How many numbers each reason explains, most first."""
        return dict(Counter(number.why for number in self.numbers).most_common())


def make_review(
    shelved: ShelvedReport, document: Document, figures: Sequence[Figure], dropped: Sequence[Dropped]
) -> Review:
    """The review of a report as read; `figures` are those of its ledger, `dropped` those that a person made none."""
    edits = repair(read_layout(shelved.source, shelved.manifest.overrules)).edits
    numbers = explain_numbers(document, figures, edits, dropped=[one.figure for one in dropped])
    counted = digit_share(document, figures, numbers)
    said = {one.figure.extent: one.reason for one in dropped}
    return Review(
        report=shelved.id,
        numbers=tuple(_number(shelved, number, said) for number in numbers),
        digits=counted.digits,
        in_figures=counted.in_figures,
        explained=counted.in_figures + counted.explained,
    )


def _number(shelved: ShelvedReport, number: UnreadNumber, said: Mapping[Extent, str]) -> ReviewNumber:
    places = shelved.source.places(number.extent)
    reason = None
    if number.why is Why.DROPPED:
        reason = next((words for extent, words in said.items() if extent.overlaps(number.extent)), None)
    return ReviewNumber(
        text=number.text,
        why=number.why,
        rule=number.rule,
        said=reason,
        places=places,
        context=_around(shelved.source, places),
        url=marked_url(shelved.id, places),
    )


def _around(source: Source, places: Sequence[Place]) -> str:
    """What is printed around a number, on its lines, white space left out."""
    first, last = places[0], places[-1]
    before = "".join(source.line(first.line)[: first.column_start].split())[-_AROUND:]
    behind = "".join(source.line(last.line)[last.column_end :].split())[:_AROUND]
    inside = (source.line(place.line)[place.column_start : place.column_end] for place in places)
    return f"{before}{''.join(''.join(inside).split())}{behind}"
