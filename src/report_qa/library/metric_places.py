"""One metric over places and years: the figures of several reports that are of one key, set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from report_qa.figures.numerals import fold_width
from report_qa.library.ledger import Ledger, Record
from report_qa.library.side_by_side import KeyParts, is_comparable, one_value, same_unit
from report_qa.library.summary import ReportSummary
from report_qa.text.periods import Status


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of a metric for one year: `records` have one status, and more than one only where they differ."""

    report: ReportSummary
    year: int
    status: Status
    records: tuple[Record, ...]

    @property
    def settled(self) -> Record | None:
        """The record where the report says one thing; None where it says two."""
        return one_value(self.records)


@dataclass(frozen=True, slots=True)
class MetricTable:
    """The figures of one key. `name` is its commonest wording, `change` that of its growth or None, `unit` the unit
    where all are printed in one.
    """

    key: str
    name: str
    change: str | None
    unit: str | None
    cells: tuple[Cell, ...]

    @property
    def parts(self) -> KeyParts:
        """What the key says."""
        return KeyParts.of(self.key)

    @property
    def places(self) -> tuple[str, ...]:
        """The places, sorted."""
        return tuple(sorted({place_of(cell.report) for cell in self.cells}))

    @property
    def years(self) -> tuple[int, ...]:
        """The years, the last first."""
        return tuple(sorted({cell.year for cell in self.cells}, reverse=True))

    def at(self, place: str, year: int) -> tuple[Cell, ...]:
        """The cells of a place and year: results first."""
        found = (cell for cell in self.cells if place_of(cell.report) == place and cell.year == year)
        return tuple(sorted(found, key=lambda cell: (cell.status, cell.report.id)))

    def drawn_together(self, places: Iterable[str]) -> bool:
        """Whether the figures of some places may be drawn on one scale.

        Amounts of two places may not, however they are printed: a province has more of everything than a town.
        """
        wanted = frozenset(places)
        if len(wanted) > 1 and not self.parts.rate:
            return False
        records = [one for cell in self.cells if place_of(cell.report) in wanted for one in cell.records]
        return len(records) > 1 and same_unit(one.figure for one in records)


def concept_of(key: str) -> str:
    """The concept of a key, without its scope.

    >>> concept_of("income+urban/growth/share")
    'income'
    """
    return KeyParts.of(key).metric.partition("+")[0]


def place_of(report: ReportSummary) -> str:
    """The name that a report's place goes by: its own, else its title or id."""
    return report.place or report.title or report.id


def metric_tables(
    ledgers: Sequence[tuple[ReportSummary, Ledger]], known: Callable[[str], bool]
) -> Mapping[str, MetricTable]:
    """Every key that at least two places or two years have a figure of, by key, those of most places first.

    `known` says whether the lexicon names a concept: what goes by its own words alone may mean another thing elsewhere.
    """
    cells: dict[str, dict[tuple[str, int, Status], list[Record]]] = {}
    summaries = {summary.id: summary for summary, _ in ledgers}
    for summary, ledger in ledgers:
        for record in ledger.records:
            period, status = record.figure.period, record.figure.status
            if period is None or status is None or not period.one_year or not is_comparable(record, summary.place):
                continue
            if not known(concept_of(record.key)):
                continue
            cells.setdefault(record.key, {}).setdefault((summary.id, period.start, status), []).append(record)
    tables = (_table(key, found, summaries) for key, found in cells.items() if len(found) > 1)
    wide = [table for table in tables if len(table.places) > 1 or len(table.years) > 1]
    wide.sort(key=lambda table: (-len(table.places), -len(table.cells), table.key))
    return {table.key: table for table in wide}


def _table(
    key: str, found: Mapping[tuple[str, int, Status], list[Record]], summaries: Mapping[str, ReportSummary]
) -> MetricTable:
    records = [record for cell in found.values() for record in cell]
    cells = tuple(
        Cell(summaries[report], year, status, tuple(_different(said))) for (report, year, status), said in found.items()
    )
    return MetricTable(
        key=key,
        name=_commonest(record.figure.metric for record in records) or key,
        change=_commonest(record.figure.change for record in records),
        unit=fold_width(records[0].figure.unit or "") or None if same_unit(one.figure for one in records) else None,
        cells=cells,
    )


def _different(records: Iterable[Record]) -> Iterable[Record]:
    """The records without those that say again what one before them said."""
    kept: list[Record] = []
    for record in records:
        if all(one_value((record, other)) is None for other in kept):
            kept.append(record)
            yield record


def _commonest(words: Iterable[str | None]) -> str | None:
    counted = Counter(word for word in words if word)
    return min(counted, key=lambda word: (-counted[word], len(word), word)) if counted else None
