"""Which records of a ledger are wanted, as the contract filters it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from report_qa.library.ledger import Record
from report_qa.text.periods import Period, Status

_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
_PARTS = "/+"  # what the parts of a key are set apart by


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What is looked for in a ledger; None keeps all. `metric` is contained, `key` begins the key, the others are equal.

    `named` is the key of the metric that `key` is a wording of (`Library.key_of`), which finds it too.
    """

    metric: str | None = None
    period: str | None = None
    status: Status | None = None
    unit: str | None = None
    key: str | None = None
    named: str | None = None

    def keeps(self, record: Record) -> bool:
        """Whether a record is one of those looked for."""
        figure = record.figure
        return (
            (self.metric is None or self.metric in figure.metric)
            and (self.period is None or (figure.period is not None and same_period(figure.period, self.period)))
            and (self.status is None or self.status == figure.status)
            and (self.unit is None or self.unit == figure.unit)
            and (self.key is None or any(within_key(record.key, one) for one in (self.key, self.named) if one))
        )

    def of(self, records: Iterable[Record]) -> list[Record]:
        """The records looked for, in their order."""
        return [record for record in records if self.keeps(record)]


def same_period(period: Period, asked: str) -> bool:
    """Whether a period is the one asked by its label, a year or a range of years; a year never finds a longer one.

    >>> term = Period("过去五年", 2017, 2021)
    >>> same_period(term, "2017-2021"), same_period(term, "2021"), same_period(Period.year(2021), "2021")
    (True, False, True)
    """
    if asked == period.label:
        return True
    years = _YEARS.fullmatch(asked)
    return years is not None and (int(years[1]), int(years[2] or years[1])) == (period.start, period.end)


def within_key(key: str, asked: str) -> bool:
    """Whether a key is the one asked, or begins with it up to where one of its parts ends.

    >>> within_key("income+urban/growth/share", "income"), within_key("income+urban/growth/share", "income+urb")
    (True, False)
    """
    return key == asked or (key.startswith(asked) and bool(asked) and key[len(asked)] in _PARTS)
