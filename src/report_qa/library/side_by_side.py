"""`Pair`: last year's result of a metric beside this year's target, where both are printed and speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.aspects import side_of
from report_qa.figures.contradictions import speaks_of_a_part
from report_qa.figures.figure import Figure
from report_qa.figures.numerals import fold_width
from report_qa.figures.unit_kinds import exact_kind
from report_qa.library.ledger import Record

_UNCOMPARED = ("streak", "rank", "plan", "ratio", "lead")  # aspects whose figures tell of no amount of the metric
_RATES = ("share", "points")


@dataclass(frozen=True, slots=True)
class Pair:
    """One metric's figure of the year reviewed and its target for the year planned; both of one key.

    `drawn` says whether the two may be drawn on one scale: in one printed unit, and neither of them a range.
    """

    key: str
    result: Record
    target: Record
    drawn: bool


@dataclass(frozen=True, slots=True)
class KeyParts:
    """What a key's text says: concept and scope as written, the aspect, what it is held against, and the kind of unit."""

    metric: str
    aspect: str
    base: str
    kind: str

    @classmethod
    def of(cls, key: str) -> KeyParts:
        """The parts of a key; a concept or a kind may hold a slash of its own.

        >>> KeyParts.of("gdp/growth:2019年/share")
        KeyParts(metric='gdp', aspect='growth', base='2019年', kind='share')
        """
        metric, _, rest = key.partition("/")
        side, _, kind = rest.partition("/")
        aspect, _, base = side.partition(":")
        return cls(metric, aspect, base, kind)

    @property
    def compared(self) -> bool:
        """Whether amounts of such figures can be held against each other at all."""
        return self.aspect not in _UNCOMPARED and bool(self.metric) and self.kind != "none"

    @property
    def rate(self) -> bool:
        """Whether the figures are rates, which do not depend on how large a place is."""
        return self.kind in _RATES


def result_beside_target(
    records: Iterable[Record], years: tuple[int | None, int | None], home: str | None
) -> tuple[Pair, ...]:
    """The pairs of a report, in the order of the results.

    A side that has two different figures gives none: which of them the other is to be held against, nobody said. Clauses that
    speak of a part of the place or of the year are left aside.

    Args:
        records: the report's ledger.
        years: the year reviewed and the year planned; None where it is unknown, and there are no pairs.
        home: the report's own place (某市), None in a report of the nation.
    """
    reviews, plans = years
    if reviews is None or plans is None:
        return ()
    results: dict[str, list[Record]] = {}
    targets: dict[str, list[Record]] = {}
    for record in records:
        if not is_comparable(record, home):
            continue
        if of_year(record.figure, reviews, "actual"):
            results.setdefault(record.key, []).append(record)
        elif of_year(record.figure, plans, "target"):
            targets.setdefault(record.key, []).append(record)
    return tuple(_pairs(results, targets))


def is_comparable(record: Record, home: str | None) -> bool:
    """Whether a record says an amount of a named metric for the whole place and a whole year."""
    named = KeyParts.of(record.key).compared and bool(record.figure.metric)
    return named and not speaks_of_a_part(record.clause, home)


def of_year(figure: Figure, year: int, status: str) -> bool:
    """Whether a figure is of one year alone, and done or promised as said."""
    period = figure.period
    return period is not None and (period.start, period.end) == (year, year) and figure.status == status


def same_unit(figures: Iterable[Figure]) -> bool:
    """Whether figures are printed in one unit, widths of characters aside."""
    return len({fold_width(figure.unit or "") for figure in figures}) == 1


def signed_amount(figure: Figure) -> Decimal:
    """The number of units, negative where the figure is a fall (下降3%)."""
    falls = side_of(figure.change, exact_kind(figure.unit)).falls
    return -figure.amount if falls else figure.amount


def one_value(records: Sequence[Record]) -> Record | None:
    """The first of records that all say the same amount and bound; None where they differ."""
    said = {(signed_amount(one.figure), one.figure.value_to, one.figure.qualifier) for one in records}
    return records[0] if len(said) == 1 else None


def _pairs(results: Mapping[str, Sequence[Record]], targets: Mapping[str, Sequence[Record]]) -> Iterable[Pair]:
    for key, done in results.items():
        result, target = one_value(done), one_value(targets.get(key, ()))
        if result is None or target is None:
            continue
        two = (result.figure, target.figure)
        drawn = same_unit(two) and all(one.value_to is None for one in two)
        yield Pair(key, result, target, drawn)
