"""`Verdict`: what every character of a source was taken for. Each that is not white space is of exactly one class."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from report_qa.text.document import BlockKind, Document
from report_qa.text.doubts import Doubt, find_doubts
from report_qa.text.edits import Edit
from report_qa.text.layout import Layout, read_layout
from report_qa.text.overrules import NO_OVERRULES, Overrules
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source


class Class(StrEnum):
    """The classes of a source's characters."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    TITLE = "title"
    SALUTATION = "salutation"
    FURNITURE = "furniture"  # a whole line that is none of the report's
    LEFT_OUT = "left_out"  # characters inside a line of the report's
    UNCLEAR = "not_understood"  # read as something that it does not look like


_OF_KIND = {
    BlockKind.PARAGRAPH: Class.TEXT,
    BlockKind.HEADING: Class.HEADING,
    BlockKind.CAPTION: Class.CAPTION,
    BlockKind.TITLE: Class.TITLE,
    BlockKind.SALUTATION: Class.SALUTATION,
}


@dataclass(frozen=True, slots=True)
class Part:
    """Columns `[column_start, column_end)` (code points from 0) of a line, all of one class.

    `taken` is the class that it was read as; it differs from `verdict` only where that is `UNCLEAR`, and `reasons` then say why.
    `sentence` and `edit` are positions in what was read: what holds the characters, or what left them out.
    """

    column_start: int
    column_end: int
    verdict: Class
    taken: Class
    reasons: tuple[str, ...] = ()
    sentence: int | None = None
    edit: int | None = None


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """A physical line, counted from 1, and its parts in order; white space between them belongs to none. A blank line has none.

    `begins` tells that a block of the report begins on it; `goes_on` that one goes on in it; `edits` are the positions of the
    edits that touch it, its line end included.
    """

    number: int
    parts: tuple[Part, ...]
    begins: bool
    goes_on: bool
    edits: tuple[int, ...]

    @property
    def verdict(self) -> Class | None:
        """The class of the line: that of most of its characters, but not understood where any part is; None for a blank line."""
        if any(part.verdict is Class.UNCLEAR for part in self.parts):
            return Class.UNCLEAR
        sizes: dict[Class, int] = {}
        for part in self.parts:
            sizes[part.verdict] = sizes.get(part.verdict, 0) + part.column_end - part.column_start
        return max(sizes, key=lambda one: sizes[one], default=None)


@dataclass(frozen=True, slots=True)
class Examined:
    """A report as read, with a verdict on every line."""

    document: Document
    layout: Layout
    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    lines: tuple[LineVerdict, ...]

    @property
    def source(self) -> Source:
        """The source, as received."""
        return self.document.source


def examine(source: Source, dates: ReportDates, overrules: Overrules = NO_OVERRULES) -> Examined:
    """Read a report, and say what each of its characters was taken for."""
    document = read_document(source, dates, overrules)
    layout = read_layout(source, overrules)
    edits = repair(layout).edits
    doubts = find_doubts(document, layout.lines, layout.furniture)
    return Examined(document, layout, edits, doubts, _lines(document, layout, edits, doubts))


def _lines(
    document: Document, layout: Layout, edits: Sequence[Edit], doubts: Sequence[Doubt]
) -> tuple[LineVerdict, ...]:
    source = document.source
    codes = _codes(document, edits)
    doubted = {doubt.extent.start: doubt.reasons for doubt in doubts}
    starts: dict[int, int] = {}  # code point at which each block begins
    for sentence in document.sentences:
        starts.setdefault(sentence.paragraph, sentence.extent.start)
    touched = _touched(source, edits)
    found: list[LineVerdict] = []
    for number in range(1, source.line_count + 1):
        low, high = source.line_bounds(number)
        parts: list[Part] = []
        blocks: list[int] = []
        for code, run in groupby(range(low, high), key=codes.__getitem__):
            columns = list(run)
            if code <= 0 and source.text[columns[0] : columns[-1] + 1].isspace():
                continue
            bounds = columns[0] - low, columns[-1] + 1 - low
            if code > 0:
                sentence = document.sentences[code - 1]
                blocks.append(sentence.paragraph)
                taken, reasons = _OF_KIND[sentence.kind], doubted.get(sentence.extent.start, ())
                parts.append(Part(*bounds, Class.UNCLEAR if reasons else taken, taken, reasons, sentence=code - 1))
            elif code < 0:
                taken = Class.FURNITURE if number in layout.furniture else Class.LEFT_OUT
                reasons = doubted.get(edits[-code - 1].span.start, ()) if taken is Class.FURNITURE else ()
                parts.append(Part(*bounds, Class.UNCLEAR if reasons else taken, taken, reasons, edit=-code - 1))
            else:
                parts.append(Part(*bounds, Class.UNCLEAR, Class.LEFT_OUT, ("dropped",)))
        begun = [low <= starts[block] < high for block in blocks]
        found.append(LineVerdict(number, tuple(parts), any(begun), not all(begun), touched.get(number, ())))
    return tuple(found)


def _codes(document: Document, edits: Sequence[Edit]) -> array[int]:
    """For each code point the sentence that holds it (from 1 up), or the longest edit that left it out (from -1 down), or 0."""
    codes = array("l", bytes(array("l").itemsize * len(document.source.text)))
    for at, edit in sorted(enumerate(edits, 1), key=lambda one: (one[1].span.length, -one[0])):
        codes[edit.span.start : edit.span.end] = array("l", [-at]) * edit.span.length
    for at, sentence in enumerate(document.sentences, 1):
        for span in sentence.extent.spans:
            codes[span.start : span.end] = array("l", [at]) * span.length
    return codes


def _touched(source: Source, edits: Sequence[Edit]) -> dict[int, tuple[int, ...]]:
    """The edits that touch each line, by their positions; an edit of a line end touches the line that it ends."""
    found: dict[int, list[int]] = {}
    for at, edit in enumerate(edits):
        first = source.line_of(edit.span.start)
        last = first if edit.rule == "hard_wrap" else source.line_of(edit.span.end - 1)
        for number in range(first, last + 1):
            found.setdefault(number, []).append(at)
    return {number: tuple(some) for number, some in found.items()}
