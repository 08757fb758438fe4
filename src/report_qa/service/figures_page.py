"""The page of a report's figures: which rows are wanted, in which order, and what may be chosen from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args
from urllib.parse import urlencode

from report_qa.figures.unit_kinds import exact_kind
from report_qa.library.ledger import Record, places_text
from report_qa.library.ledger_filter import LedgerFilter
from report_qa.library.metric_places import concept_of
from report_qa.library.side_by_side import Pair, signed_amount
from report_qa.service.charts import Bar, bars

Sort = Literal["line", "metric", "value", "period", "status"]
NONE = "-"  # what an address says where a figure has no period, status or unit
STEPS = " › "


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of the table; empty words ask nothing."""

    topic: str = ""
    period: str = ""
    status: str = ""
    unit: str = ""
    section: str = ""
    sort: Sort = "line"
    falling: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """What a query asks. What it names that there is not is left aside: it is a page, and finds all or nothing."""
        words = {name: query.get(name, "").strip()[:200] for name in ("topic", "period", "status", "unit", "section")}
        sort = query.get("sort", "line")
        return cls(
            **words,
            sort=cast("Sort", sort) if sort in get_args(Sort) else "line",
            falling=query.get("order") == "desc",
        )

    def keeps(self, row: Row) -> bool:
        """Whether a row is wanted."""
        return (
            all(word in row.words for word in self.topic.lower().split())
            and self.period in ("", row.period)
            and self.status in ("", row.status)
            and self.unit in ("", row.unit)
            and (not self.section or row.section == self.section or row.section.startswith(self.section + STEPS))
        )

    @property
    def query(self) -> str:
        """The filters as an address has them, after a `?`; empty where nothing is asked."""
        asked = {name: getattr(self, name) for name in ("topic", "period", "status", "unit", "section")}
        return urlencode({name: value for name, value in asked.items() if value})

    def sorting(self, sort: Sort) -> str:
        """The address that sorts by a column, and the other way round where it is sorted by it already."""
        falls = sort == self.sort and not self.falling
        asked = {"sort": sort, **({"order": "desc"} if falls else {})}
        return "?" + "&".join(part for part in (self.query, urlencode(asked)) if part)

    @property
    def ledger_filter(self) -> LedgerFilter:
        """The same as the ledger's own filter says it in a workbook."""
        status = cast(
            "Literal['actual', 'target'] | None", self.status if self.status in ("actual", "target") else None
        )
        return LedgerFilter(self.topic or None, self.period or None, status, self.unit or None)


@dataclass(frozen=True, slots=True)
class Row:
    """A record as the table shows it; `words` are what a topic is looked for in, `order` its values to sort by."""

    record: Record
    words: str
    period: str
    status: str
    unit: str
    section: str
    order: Mapping[str, str]
    shown: bool = True

    @property
    def at(self) -> str:
        """The address of its characters in the source's page."""
        return f"?{urlencode({'at': places_text(self.record.places)})}#L{self.record.places[0].line}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters may be set to, each in the order of first mention."""

    periods: tuple[str, ...]
    statuses: tuple[str, ...]
    units: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """A pair with its two bars, None where the two may not be drawn together."""

    pair: Pair
    bars: tuple[Bar, Bar] | None


def rows_of(records: Iterable[Record], wordings: Mapping[str, Sequence[str]]) -> list[Row]:
    """The rows of a ledger in source order; `wordings` are the names of each concept that the lexicon knows."""
    return [_row(number, record, wordings) for number, record in enumerate(records)]


def arranged(rows: Sequence[Row], asked: Asked) -> list[Row]:
    """The rows in the order asked for; those that are not wanted stay, hidden, for the page's script to show again."""
    kept = [replace(row, shown=asked.keeps(row)) for row in rows]
    if asked.sort == "line":
        return kept[::-1] if asked.falling else kept
    if asked.sort == "value":
        # Amounts of one kind of unit stand together: five people are neither more nor less than three per cent.
        kinds: dict[str, int] = {}
        for row in kept:
            kinds.setdefault(row.order["kind"], len(kinds))
        sign = -1 if asked.falling else 1
        return sorted(kept, key=lambda row: (kinds[row.order["kind"]], sign * float(row.order["value"])))
    return sorted(kept, key=lambda row: row.order[asked.sort], reverse=asked.falling)


def choices_of(rows: Iterable[Row]) -> Choices:
    """The values that the rows have."""
    rows = list(rows)
    sections: dict[str, None] = {}
    for row in rows:
        steps = row.record.section
        for depth in range(1, min(len(steps), 2) + 1):
            sections[STEPS.join(steps[:depth])] = None
    return Choices(
        periods=_dated(rows),
        statuses=tuple(dict.fromkeys(row.status for row in rows)),
        units=tuple(sorted({row.unit for row in rows}, key=lambda unit: (unit == NONE, unit))),
        sections=tuple(sections),
    )


def drawn(pairs: Iterable[Pair]) -> tuple[DrawnPair, ...]:
    """Pairs with their bars, where both may be drawn on one scale."""
    return tuple(DrawnPair(pair, _two_bars(pair) if pair.drawn else None) for pair in pairs)


def _two_bars(pair: Pair) -> tuple[Bar, Bar]:
    one, two = bars([signed_amount(pair.result.figure), signed_amount(pair.target.figure)])
    return one, two


def _row(number: int, record: Record, wordings: Mapping[str, Sequence[str]]) -> Row:
    figure, concept = record.figure, concept_of(record.key)
    period = figure.period
    said = (figure.metric, figure.text, figure.change or "", record.clause, *record.section)
    words = (*said, *wordings.get(concept, ()), record.key.replace("_", " "))
    order = {
        "line": f"{number:06}",
        "metric": figure.metric,
        "period": f"{period.start:04}-{period.end:04}" if period else "9999",
        "status": figure.status or "z",
        "value": str(signed_amount(figure)),
        "kind": exact_kind(figure.unit),
    }
    return Row(
        record=record,
        words=" ".join(words).lower(),
        period=period.label if period else NONE,
        status=figure.status or NONE,
        unit=figure.unit or NONE,
        section=STEPS.join(record.section),
        order=order,
    )


def _dated(rows: Iterable[Row]) -> tuple[str, ...]:
    """The labels of periods by their years; those without one last."""
    labels = {row.period: row.order["period"] for row in rows}
    return tuple(sorted(labels, key=lambda label: (labels[label], label)))
