"""`ReportSummary`, `ReportDetail`: what the library says of a report without opening its text."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.text.periods import Period, Status


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One row of the list of reports, as the contract names its fields; `None` is for what is unknown.

    `delivered` is ISO, as much of it as is known. `reviews` and `plans` are years, `lines` and `figures` counts.
    `contact` says in words whom a citizen may ask.
    """

    id: str
    title: str | None
    place: str | None
    delivered: str | None
    reviews: int | None
    plans: int | None
    lines: int
    figures: int
    sha256: str
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """A heading and the lines that it heads (1-based, inclusive), its own line apart."""

    heading: str
    heading_line: int
    level: int
    line_start: int
    line_end: int
    period: Period | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """A report with its sections, in source order."""

    summary: ReportSummary
    sections: tuple[SectionSummary, ...]
