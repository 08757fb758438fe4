"""`FigureOverrule`: a person's word on one figure of the ledger, and the ledger that follows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_qa.errors import ManifestError
from report_qa.figures.bases import base_of
from report_qa.figures.evidence import Evidence, EvidenceKind
from report_qa.figures.figure import Figure
from report_qa.text.periods import Period, ReportDates, Status
from report_qa.text.source import Source

_HINT = (
    "`report-qa figures ID` shows every figure with its line and columns; mend or remove the entry (docs/figures.md)."
)
_FIELDS = ("period", "status", "metric")  # those that a person may overrule
_BY_A_PERSON = Evidence(EvidenceKind.OVERRULE)
_SHOWN = 6  # figures of a line that an error names


@dataclass(frozen=True, slots=True)
class FigureOverrule:
    """A person's word on the figure at a place, with the reason.

    The place is `line` (from 1) with `columns` (code points from 0, half-open; any part of the figure will do) or `text`
    (as printed), or both; `of` is the metric as read, where several records stand at one place. `says` names what is
    overruled: of `period`, `status` and `metric` those fields hold, None for none; `drop` makes it no figure.
    """

    line: int
    reason: str
    columns: tuple[int, int] | None = None
    text: str | None = None
    of: str | None = None
    says: tuple[str, ...] = ()
    period: Period | None = None
    status: Status | None = None
    metric: str | None = None

    @property
    def name(self) -> str:
        """The entry as a person finds it in `report.toml`."""
        columns = f" columns {self.columns[0]}-{self.columns[1]}" if self.columns else ""
        text = f" text {self.text}" if self.text else ""
        return f"[[figure]] line {self.line}{columns}{text}{f' of {self.of}' if self.of else ''}"

    @property
    def drops(self) -> bool:
        """Whether it makes the figure none."""
        return "drop" in self.says


@dataclass(frozen=True, slots=True)
class Overruled:
    """What a person changed of a figure, and why: `says` names the fields, the others hold what the reader had read."""

    reason: str
    says: tuple[str, ...]
    metric: str
    period: Period | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A figure that a person made none, and why."""

    figure: Figure
    reason: str


@dataclass(frozen=True, slots=True)
class OverruledFigures:
    """A ledger as a person wants it. `overruled` belongs to `figures` position by position; `idle` are the entries
    that change nothing.
    """

    figures: tuple[Figure, ...]
    overruled: tuple[Overruled | None, ...]
    dropped: tuple[Dropped, ...] = ()
    idle: tuple[FigureOverrule, ...] = ()


def overrule_figures(
    figures: Sequence[Figure], source: Source, entries: Sequence[FigureOverrule], dates: ReportDates
) -> OverruledFigures:
    """The figures of a report, but for what a person overrules; `dates` are the report's, for what a figure is compared with.

    Raises:
        ManifestError: an entry meets no figure or several, two meet the same, or two records become one.
    """
    said: dict[int, FigureOverrule] = {}
    for entry in entries:
        for at in _met(entry, figures, source):
            if at in said:
                raise _wrong(f"{said[at].name} and {entry.name} are of the same figure; write one entry")
            said[at] = entry
    kept: dict[Figure, Overruled | None] = {}
    dropped: list[Dropped] = []
    changed: set[str] = set()
    for at, figure in enumerate(figures):
        known = said.get(at)
        new = figure if known is None else _changed(figure, known, dates)
        if known is not None and (known.drops or _differ(new, figure)):
            changed.add(known.name)
        if known is not None and known.drops:
            dropped.append(Dropped(figure, known.reason))
        elif new in kept:
            raise _wrong(
                f"{said[at].name if at in said else figure.text} makes two records of one place alike; drop one"
            )
        else:
            kept[new] = None if known is None else _trace(figure, known)
    idle = tuple(entry for entry in entries if entry.name not in changed)
    return OverruledFigures(tuple(kept), tuple(kept.values()), tuple(dropped), idle)


def fault_of(entries: Sequence[FigureOverrule], source: Source) -> str | None:
    """What in the entries does not lie in a source, as half a sentence; None where all does."""
    for entry in entries:
        if entry.line > source.line_count:
            return f"{entry.name} lies outside the report, which has {source.line_count} lines"
        width = len(source.line(entry.line))
        if entry.columns and entry.columns[1] > width:
            return f"{entry.name} lies outside line {entry.line}, which has {width} characters"
    return None


def _met(entry: FigureOverrule, figures: Sequence[Figure], source: Source) -> list[int]:
    """The positions of the records that an entry is of: all at one place, or the one that it names."""
    here = [(at, columns) for at, figure in enumerate(figures) for columns in _columns(figure, entry.line, source)]
    found = [(at, columns) for at, columns in here if _is_of(entry, figures[at], columns)]
    if not found:
        raise _wrong(f"{entry.name} meets no figure; {_named(entry.line, here, figures)}")
    if len({figures[at].extent for at, _ in found}) > 1:
        raise _wrong(
            f"{entry.name} meets several figures; {_named(entry.line, found, figures)}: give the columns of one"
        )
    if len(found) > 1 and "metric" in entry.says:
        metrics = ", ".join(figures[at].metric for at, _ in found)
        raise _wrong(
            f'{entry.name} meets {len(found)} records ({metrics}); say which with of = "{figures[found[0][0]].metric}"'
        )
    return [at for at, _ in found]


def _columns(figure: Figure, line: int, source: Source) -> Iterator[tuple[int, int]]:
    """The columns that a figure takes of a line, if any."""
    first, last = source.lines_of(figure.extent)
    if first <= line <= last:
        places = (place for place in source.places(figure.extent) if place.line == line)
        yield from ((place.column_start, place.column_end) for place in places)


def _is_of(entry: FigureOverrule, figure: Figure, columns: tuple[int, int]) -> bool:
    return (
        (entry.columns is None or (entry.columns[0] < columns[1] and columns[0] < entry.columns[1]))
        and (entry.text is None or _folded(entry.text) == _folded(figure.text))
        and (entry.of is None or _folded(entry.of) == _folded(figure.metric))
    )


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _named(line: int, here: Sequence[tuple[int, tuple[int, int]]], figures: Sequence[Figure]) -> str:
    """The figures of a line, as half a sentence."""
    if not here:
        return f"line {line} holds none"
    shown = [f"{figures[at].text} ({columns[0]}-{columns[1]}, {figures[at].metric})" for at, columns in here[:_SHOWN]]
    more = f" and {len(here) - _SHOWN} more" if len(here) > _SHOWN else ""
    return f"on line {line} stand {', '.join(shown)}{more}"


def _changed(figure: Figure, entry: FigureOverrule, dates: ReportDates) -> Figure:
    said = {name: getattr(entry, name) for name in _FIELDS if name in entry.says}
    said |= {f"{name}_evidence": _BY_A_PERSON for name in ("period", "status") if name in entry.says}
    if figure.base is not None and "period" in entry.says:
        said["base"] = base_of(figure.base.text, entry.period, dates)
    return replace(figure, **said)


def _differ(figure: Figure, other: Figure) -> bool:
    return any(getattr(figure, name) != getattr(other, name) for name in _FIELDS)


def _trace(figure: Figure, entry: FigureOverrule) -> Overruled:
    return Overruled(entry.reason, entry.says, figure.metric, figure.period, figure.status)


def _wrong(what: str) -> ManifestError:
    return ManifestError(f"{what}.", _HINT)
