"""Filters of the ledger, and whether a client wants it as CSV."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.figures.figure import Figure
from report_qa.text.periods import Period, Status

_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What is looked for in a ledger; None keeps all. `metric` is contained, the others are equal."""

    metric: str | None = None
    period: str | None = None
    status: Status | None = None
    unit: str | None = None

    def keeps(self, figure: Figure) -> bool:
        """Whether a figure is one of those looked for."""
        return (
            (self.metric is None or self.metric in figure.metric)
            and (self.period is None or (figure.period is not None and same_period(figure.period, self.period)))
            and (self.status is None or self.status == figure.status)
            and (self.unit is None or self.unit == figure.unit)
        )


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


def wants_csv(form: str | None, accept: str) -> bool:
    """Whether CSV is asked for: by `format`, else by an `Accept` header that names `text/csv` and prefers it to JSON.

    >>> wants_csv(None, "text/csv"), wants_csv(None, "application/json, text/csv;q=0.5"), wants_csv("csv", "*/*")
    (True, False, True)
    """
    if form is not None:
        return form == "csv"
    weights = dict(map(_weighed, accept.split(",")))
    csv = weights.get("text/csv", 0.0)
    return csv > 0 and csv >= weights.get("application/json", 0.0)


def _weighed(part: str) -> tuple[str, float]:
    kind, *parameters = part.lower().split(";")
    weight = next((value.strip()[2:] for value in parameters if value.strip().startswith("q=")), "1")
    return kind.strip(), float(weight) if re.fullmatch(r"[01](\.[0-9]{0,3})?", weight) else 0.0
