"""The page of one metric over places and years: a row a place, a column a year, and bars where they may be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from report_qa.library.ledger import Record, places_text
from report_qa.library.metric_places import Cell, MetricTable
from report_qa.library.side_by_side import signed_amount
from report_qa.service.charts import Bar, bars


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a cell with the address of its characters, and its bar where one may be drawn."""

    cell: Cell
    record: Record
    address: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A place's figures, those of a year in one tuple, in the order of the table's years."""

    place: str
    years: tuple[tuple[Entry, ...], ...]


def metric_rows(table: MetricTable) -> tuple[MetricRow, ...]:
    """The rows of a table. Bars share one scale where the metric is a rate, else that of their place's own years."""
    together = table.drawn_together(table.places)
    everywhere = _settled(table.cells)
    return tuple(_row(table, place, everywhere if together else None) for place in table.places)


def _row(table: MetricTable, place: str, together: Sequence[Record] | None) -> MetricRow:
    cells = [cell for year in table.years for cell in table.at(place, year)]
    own = _settled(cells)
    drawn = together if together is not None else own if len(own) > 1 and table.drawn_together([place]) else None
    years = tuple(
        tuple(_entry(cell, record, drawn) for cell in table.at(place, year) for record in cell.records)
        for year in table.years
    )
    return MetricRow(place, years)


def _entry(cell: Cell, record: Record, drawn: Sequence[Record] | None) -> Entry:
    path = f"/reports/{quote(cell.report.id, safe='')}"
    address = f"{path}?{urlencode({'at': places_text(record.places)})}#L{record.places[0].line}"
    bar = None
    if drawn is not None and cell.settled is not None and record.figure.value_to is None:
        [bar] = bars([signed_amount(record.figure)], [signed_amount(one.figure) for one in drawn])
    return Entry(cell, record, address, bar)


def _settled(cells: Iterable[Cell]) -> list[Record]:
    """The figures of cells that say one thing and no range."""
    found = (cell.settled for cell in cells)
    return [record for record in found if record is not None and record.figure.value_to is None]
