"""A report's source as the page shows it: numbered lines, headings, and the figures in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from report_qa.figures.figure import Figure
from report_qa.library.library import Library
from report_qa.library.summary import SectionSummary
from report_qa.service.page_words import Words
from report_qa.text.periods import Status
from report_qa.text.source import Place, Source


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line; `title` says what is measured where the piece is a figure, and is None elsewhere."""

    text: str
    title: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """A physical line; `page` only on the first line of a page, `section` where the line is a heading."""

    number: int
    segments: tuple[Segment, ...]
    page: int | None
    section: SectionSummary | None


@dataclass(frozen=True, slots=True)
class _Mark:
    place: Place
    title: str
    status: Status | None


def line_views(library: Library, report: str, words: Words) -> tuple[LineView, ...]:
    """The lines of a report as the page shows them."""
    source = library.source(report)
    sections = {section.heading_line: section for section in reversed(library.report(report).sections)}
    marks = _marks(source, library.figures(report), words)
    views: list[LineView] = []
    page = None
    for number in range(1, source.line_count + 1):
        here = source.page(number)
        segments = tuple(segments_of(source.line(number), marks.get(number, ())))
        views.append(LineView(number, segments, here if here != page else None, sections.get(number)))
        page = here
    return tuple(views)


def segments_of(line: str, marks: Sequence[_Mark]) -> Iterable[Segment]:
    """A line cut at its figures. Of figures that share columns, one mark names them all."""
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.place.column_start, mark.place.column_end)):
        start, end = max(mark.place.column_start, at), mark.place.column_end
        if start >= end:
            continue
        if start > at:
            yield Segment(line[at:start])
        same = {other.title: None for other in marks if other.place == mark.place}
        yield Segment(line[start:end], "；".join(same), mark.status)
        at = end
    if at < len(line):
        yield Segment(line[at:])


def _marks(source: Source, figures: Iterable[Figure], words: Words) -> Mapping[int, list[_Mark]]:
    marks: dict[int, list[_Mark]] = {}
    for figure in figures:
        told = (figure.metric, figure.period and figure.period.label, _status_word(figure.status, words))
        title = " · ".join(part for part in told if part)
        for place in source.places(figure.extent):
            marks.setdefault(place.line, []).append(_Mark(place, title, figure.status))
    return marks


def _status_word(status: Status | None, words: Words) -> str | None:
    return None if status is None else words.actual if status == "actual" else words.target
