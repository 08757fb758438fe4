"""A report's source as the page shows it: numbered lines in sheets, headings, figures and repairs in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report_qa.library.ledger import Ledger, Record, places_text
from report_qa.library.print_repairs import PrintRepairs
from report_qa.library.summary import SectionSummary
from report_qa.service.page_words import Language, Words
from report_qa.text.periods import Period, Status
from report_qa.text.source import Place, Source

_AT = re.compile(r"([0-9]{1,7}):([0-9]{1,7})-([0-9]{1,7})")
_MOST_PLACES = 60  # an answer cites far fewer
_SHEET_ROWS = (
    24  # rows of a sheet as wide as a phone's, by its characters; with 48 scrolling a print made tasks of 65 ms
)
_ROW = 30


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line. `spot` numbers the figures that it is of; `cited` marks it for the address; `repair` says why the
    reader left it out.
    """

    text: str
    spot: int | None = None
    title: str | None = None
    status: Status | None = None
    cited: bool = False
    repair: str | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """A physical line; `page` only on the first line of a page, `section` where the line is a heading, `cited` where the
    address names characters of it, `joins` where the next line goes on with it. `dated` says that the heading's period or
    status differs from the one before.
    """

    number: int
    segments: tuple[Segment, ...]
    page: int | None
    section: SectionSummary | None
    cited: bool = False
    joins: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The figures that are printed at one place, which the page steps through."""

    places: tuple[Place, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the page shows of a source."""

    sheets: tuple[tuple[LineView, ...], ...]
    spots: tuple[Spot, ...]

    @property
    def data(self) -> list[list[object]]:
        """The spots for the page's script: places, and of each figure the text, metric, change, period, status and key."""
        return [[places_text(spot.places), [_told(record) for record in spot.records]] for spot in self.spots]


@dataclass(frozen=True, slots=True)
class Shown:
    """How a source is to be shown: in which words, which places are marked, and whether with its repairs."""

    words: Words
    language: Language
    cited: tuple[Place, ...] = ()
    repairs: PrintRepairs | None = None


def source_view(source: Source, sections: Sequence[SectionSummary], ledger: Ledger, shown: Shown) -> SourceView:
    """A source with its figures in their places."""
    spots = spots_of(ledger.records)
    heads = {section.heading_line: section for section in reversed(sections)}
    marks = _marks(spots, shown)
    joins = {repair.joins for repair in shown.repairs.repairs} if shown.repairs else set()
    cited = {place.line for place in shown.cited}
    lines: list[LineView] = []
    page: int | None = None
    last: tuple[Period | None, Status | None] = (None, None)
    for number in range(1, source.line_count + 1):
        here = source.page(number)
        segments = tuple(segments_of(source.line(number), marks.get(number, ())))
        head = heads.get(number)
        said = (head.period, head.status) if head else last
        view = LineView(number, segments, here if here != page else None, head, number in cited, number in joins)
        lines.append(replace(view, dated=said != last))
        page, last = here, said
    return SourceView(tuple(_sheets(lines)), spots)


def spots_of(records: Iterable[Record]) -> tuple[Spot, ...]:
    """The figures of a ledger by their places, in source order."""
    found: dict[tuple[Place, ...], list[Record]] = {}
    for record in records:
        found.setdefault(record.places, []).append(record)
    return tuple(Spot(places, tuple(here)) for places, here in found.items())


def places_of(asked: str | None) -> tuple[Place, ...]:
    """The places that an address names (`66:24-28 67:0-2`, or with commas); none where it names none.

    >>> places_of("66:24-28,67:0-2")
    (Place(line=66, column_start=24, column_end=28, page=None), Place(line=67, column_start=0, column_end=2, page=None))
    >>> places_of("66:28-24"), places_of("<b>")
    ((), ())
    """
    parts = re.split(r"[ ,+]", asked or "")[:_MOST_PLACES]
    found = [match for match in map(_AT.fullmatch, parts) if match]
    places = (Place(int(one[1]), int(one[2]), int(one[3])) for one in found)
    return tuple(place for place in places if place.line and place.column_start < place.column_end)


@dataclass(frozen=True, slots=True)
class Mark:
    """Columns of a line and what is said of them; of marks of one kind the first there counts."""

    start: int
    end: int
    says: Segment


def segments_of(line: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """A line cut wherever a mark begins or ends; a piece says what every mark over it says."""
    if not marks:
        if line:
            yield Segment(line)
        return
    cuts = {0, len(line)}
    for mark in marks:
        cuts |= {min(mark.start, len(line)), min(mark.end, len(line))}
    bounds = sorted(cuts)
    for start, end in zip(bounds, bounds[1:], strict=False):
        piece = Segment(line[start:end])
        for mark in marks:
            if mark.start <= start and end <= mark.end:
                piece = _also(piece, mark.says)
        yield piece


def _also(piece: Segment, says: Segment) -> Segment:
    if says.spot is not None and piece.spot is None:
        piece = replace(piece, spot=says.spot, title=says.title, status=says.status)
    if says.cited:
        piece = replace(piece, cited=True)
    if says.repair and piece.repair is None:
        piece = replace(piece, repair=says.repair)
    return piece


def _marks(spots: Sequence[Spot], shown: Shown) -> Mapping[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {}

    def mark(place: Place, says: Segment) -> None:
        marks.setdefault(place.line, []).append(Mark(place.column_start, place.column_end, says))

    for number, spot in enumerate(spots):
        title = "；".join(dict.fromkeys(_title(record, shown.words) for record in spot.records))
        says = Segment("", number, title, spot.records[0].figure.status)
        for place in spot.places:
            mark(place, says)
    for place in shown.cited:
        mark(place, Segment("", cited=True))
    for repair in shown.repairs.repairs if shown.repairs else ():
        for place in repair.places:
            mark(place, Segment("", repair=repair.zh if shown.language == "zh" else repair.en))
    return marks


def _title(record: Record, words: Words) -> str:
    figure = record.figure
    told = (figure.metric, figure.period and figure.period.label, words.status(figure.status))
    return " · ".join(part for part in told if part)


def _told(record: Record) -> list[object]:
    figure = record.figure
    label = figure.period and figure.period.label
    return [figure.text, figure.metric, figure.change, label, figure.status, record.key, bool(record.contradicts)]


def _sheets(lines: Iterable[LineView]) -> Iterator[tuple[LineView, ...]]:
    """Lines in groups that are about as high, so that a browser may leave out what is not in sight."""
    sheet: list[LineView] = []
    rows = 0
    for line in lines:
        sheet.append(line)
        rows += 1 + sum(len(segment.text) for segment in line.segments) // _ROW
        if rows >= _SHEET_ROWS:
            yield tuple(sheet)
            sheet, rows = [], 0
    if sheet:
        yield tuple(sheet)
