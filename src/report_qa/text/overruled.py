"""A person's overrules carried out: on the lines of a layout, on edits, and on the order in which blocks are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report_qa.text.edits import Edit
from report_qa.text.inline import bare_line
from report_qa.text.lines import Line, marker_of, text_width
from report_qa.text.overrules import LineReading, Overrules
from report_qa.text.source import Source
from report_qa.text.spans import Span

BY_A_PERSON = "overrule"  # the rule that furniture and edits of a person's are of


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """Lines, or parts of one, that a person says are one block of the report."""

    reading: LineReading
    lines: tuple[Line, ...]


def overruled_furniture(found: Mapping[int, str], readings: Sequence[LineReading]) -> dict[int, str]:
    """Furniture by line number, as a person wants it."""
    furniture = dict(found)
    for reading in readings:
        for number in reading.numbers():
            if reading.kind is None:
                furniture[number] = BY_A_PERSON
            else:
                furniture.pop(number, None)
    return furniture


def said_groups(lines: Sequence[Line], source: Source, overrules: Overrules) -> tuple[SaidGroup, ...]:
    """The blocks that a person names, in source order; blank lines in them are left aside."""
    groups: list[SaidGroup] = []
    for reading in overrules.readings:
        if reading.kind is None:
            continue
        named = [lines[number - 1] for number in reading.numbers() if number <= len(lines)]
        if reading.columns:
            start = source.line_bounds(named[0].number)[0]
            columns = start + reading.columns[0], start + reading.columns[1]
            named = list(_part(source, named[0], columns, overrules.rules_off))
        inked = tuple(line for line in named if not line.blank)
        if inked:
            groups.append(SaidGroup(reading, inked))
    return tuple(sorted(groups, key=lambda group: group.lines[0].start))


def without_said(lines: Sequence[Line], groups: Sequence[SaidGroup]) -> list[Line]:
    """Lines with those that a person names as blank ones; a line of which only a part is named stays."""
    whole = {line.number for group in groups if not group.reading.columns for line in group.lines}
    return [replace(line, text="", marker=None) if line.number in whole else line for line in lines]


def cut_at_said(part: Line, source: Source, groups: Sequence[SaidGroup], rules_off: Sequence[str] = ()) -> list[Line]:
    """A line, or a part of one, cut where the parts that a person names begin and end."""
    named = [group.lines[0] for group in groups if group.reading.columns and group.lines[0].number == part.number]
    cuts = sorted({cut for line in named for cut in (line.start, line.end) if part.start < cut < part.end})
    if not cuts:
        return [part]
    bounds = [part.start, *cuts, part.end]
    pieces = zip(bounds, bounds[1:], strict=False)
    return [piece for columns in pieces for piece in _part(source, part, columns, rules_off)]


def split_at_said(paragraphs: Iterable[tuple[Line, ...]], groups: Sequence[SaidGroup]) -> Iterator[tuple[Line, ...]]:
    """Paragraphs less the lines that a person names; a paragraph is cut where some stood in it."""
    named = [(line.start, line.end) for group in groups for line in group.lines]
    for paragraph in paragraphs:
        kept: list[Line] = []
        for line in paragraph:
            if not any(start <= line.start < end for start, end in named):
                kept.append(line)
            elif kept:
                yield tuple(kept)
                kept = []
        if kept:
            yield tuple(kept)


def overruled_edits(
    edits: Iterable[Edit], overrules: Overrules, source: Source, lines: Sequence[Line], furniture: Mapping[int, str]
) -> Iterator[Edit]:
    """Edits less those of rules turned off and the characters to be kept, and with those to be left out.

    Characters of a line that is none of the report's cannot be kept: the line has to be read as something first.
    """
    kept: list[Span] = []
    for own in overrules.edits:
        line = lines[own.line - 1]
        base = source.line_bounds(own.line)[0]
        low, high = max(line.start, base + own.column_start), min(line.end, base + own.column_end)
        if own.keep and low < high and own.line not in furniture:
            kept.append(Span(low, high))
        elif not own.keep:
            span = Span(base + own.column_start, base + own.column_end)
            yield Edit(span, BY_A_PERSON, "left out by report.toml")
    for edit in edits:
        if not overrules.is_off(edit.rule):
            yield from _less(edit, kept)


def read_before(order: Sequence[int], first_lines: Sequence[int], before: Mapping[int, int]) -> list[int]:
    """An order of blocks with some headings moved, each before the first block that begins on the line in `before` or behind it.

    `first_lines` holds the line that each block begins on.
    """
    moved = [at for at in order if at not in before]
    for heading, line in sorted(before.items(), key=lambda item: (item[1], item[0])):
        behind = (place for place, at in enumerate(moved) if at not in before and first_lines[at] >= line)
        place = next(behind, len(moved))
        moved.insert(place, heading)
    return moved


def _less(edit: Edit, kept: Sequence[Span]) -> Iterator[Edit]:
    """What is left of an edit."""
    at = edit.span.start
    for span in sorted(kept):
        if span.end <= at or span.start >= edit.span.end:
            continue
        if at < span.start:
            yield replace(edit, span=Span(at, span.start))
        at = max(at, span.end)
    if at == edit.span.start:
        yield edit
    elif at < edit.span.end:
        yield replace(edit, span=Span(at, edit.span.end))


def _part(source: Source, line: Line, columns: tuple[int, int], rules_off: Sequence[str]) -> Iterator[Line]:
    """Some characters of a line, named by code points, as a line of their own less margins; nothing where they are blank."""
    low, high = max(columns[0], line.start), min(columns[1], line.end)
    raw = source.text[low:high]
    text = raw.strip()
    if text:
        start = low + len(raw) - len(raw.lstrip())
        part = Line(line.number, start, start + len(text), text, text_width(text), marker_of(text))
        yield bare_line(part, source, rules_off)
