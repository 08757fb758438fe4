"""`Overrules`: what a person says of a report where the reader is wrong. It stands in `report.toml`, never in code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report_qa.text.document import BlockKind
from report_qa.text.periods import Period, Status
from report_qa.text.rules import SWITCHABLE
from report_qa.text.source import Source


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A person's word on lines `[line_from, line_to]` (1-based, inclusive) of a report: their period and status."""

    line_from: int
    line_to: int
    period: Period | None
    status: Status | None

    @property
    def name(self) -> str:
        """The entry as a person finds it in `report.toml`."""
        return f"[[outline]] lines {self.line_from}-{self.line_to}"


@dataclass(frozen=True, slots=True)
class LineReading:
    """A person's word that some lines are one block of a kind, or, where `kind` is None, none of the report's.

    `lines` holds ranges (1-based, inclusive) in rising order; `columns` is a half-open range of code points from 0, for a part
    of a single line. For a heading, `level` counts from 1 and `before` is the line before whose text it is read.
    """

    lines: tuple[tuple[int, int], ...]
    kind: BlockKind | None
    columns: tuple[int, int] | None = None
    level: int | None = None
    before: int | None = None

    @property
    def name(self) -> str:
        """The entry as a person finds it in `report.toml`."""
        columns = f" columns {self.columns[0]}-{self.columns[1]}" if self.columns else ""
        return f"[[reading]] lines {lines_text(self.lines)}{columns}"

    def numbers(self) -> Iterator[int]:
        """Every line number that it names."""
        for first, last in self.lines:
            yield from range(first, last + 1)


@dataclass(frozen=True, slots=True)
class CharacterEdit:
    """A person's word on columns `[column_start, column_end)` (code points from 0) of a line: keep them, or leave them out."""

    line: int
    column_start: int
    column_end: int
    keep: bool

    @property
    def name(self) -> str:
        """The entry as a person finds it in `report.toml`."""
        return f"[[edit]] line {self.line} columns {self.column_start}-{self.column_end}"


@dataclass(frozen=True, slots=True)
class Overrules:
    """All that a person says of one report. Nothing is the default."""

    outline: tuple[OutlineEntry, ...] = ()
    readings: tuple[LineReading, ...] = ()
    edits: tuple[CharacterEdit, ...] = ()
    rules_off: tuple[str, ...] = ()

    def is_off(self, rule: str) -> bool:
        """Whether a rule is turned off for the whole report."""
        return rule in self.rules_off


NO_OVERRULES = Overrules()


def lines_text(lines: tuple[tuple[int, int], ...]) -> str:
    """Ranges of lines as they are written.

    >>> lines_text(((3, 3), (5, 7)))
    '3, 5-7'
    """
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in lines)


def fault_in(overrules: Overrules) -> str | None:
    """What is wrong with overrules whatever the report, as half a sentence; None where nothing is."""
    for rule in overrules.rules_off:
        if rule not in SWITCHABLE:
            return f"rules_off names {rule!r}, no rule that can be turned off (`report-qa inspect --rules` lists them)"
    return _overlap(overrules.readings) or _overlapping_edits(overrules.edits)


def fault_for(overrules: Overrules, source: Source) -> str | None:
    """What in overrules does not lie in a source, as half a sentence; None where all does."""
    for entry in overrules.outline:
        if entry.line_to > source.line_count:
            return _outside(entry.name, source)
    for reading in overrules.readings:
        last = max(reading.lines[-1][1], reading.before or 0)
        if last > source.line_count:
            return _outside(reading.name, source)
        if reading.columns and reading.columns[1] > len(source.line(reading.lines[0][0])):
            return _too_wide(reading.name, reading.lines[0][0], source)
    for edit in overrules.edits:
        if edit.line > source.line_count:
            return _outside(edit.name, source)
        if edit.column_end > len(source.line(edit.line)):
            return _too_wide(edit.name, edit.line, source)
    return None


def _outside(name: str, source: Source) -> str:
    return f"{name} lies outside the report, which has {source.line_count} lines"


def _too_wide(name: str, line: int, source: Source) -> str:
    return f"{name} lies outside line {line}, which has {len(source.line(line))} characters"


def _overlap(readings: tuple[LineReading, ...]) -> str | None:
    taken: dict[int, list[LineReading]] = {}
    for reading in readings:
        for number in reading.numbers():
            for other in taken.setdefault(number, []):
                if not reading.columns or not other.columns or _meet(reading.columns, other.columns):
                    return f"{reading.name} and {other.name} overlap in line {number}"
            taken[number].append(reading)
    return None


def _overlapping_edits(edits: tuple[CharacterEdit, ...]) -> str | None:
    for at, edit in enumerate(edits):
        for other in edits[:at]:
            own, known = (edit.column_start, edit.column_end), (other.column_start, other.column_end)
            if edit.line == other.line and _meet(own, known):
                return f"{edit.name} and {other.name} overlap"
    return None


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
