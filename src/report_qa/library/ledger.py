"""`Ledger`: a report's figures as records that can be named, filtered, exported and traced to their places."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from report_qa.figures.aspects import side_of
from report_qa.figures.contradictions import REASONS
from report_qa.figures.evidence import Evidence
from report_qa.figures.figure import Figure
from report_qa.figures.unit_kinds import exact_kind
from report_qa.library.figure_overrules import Dropped, Overruled
from report_qa.library.ledger_notes import LedgerNotes
from report_qa.library.ledger_words import Language
from report_qa.text.document import Document
from report_qa.text.source import Place, Source

_ID_LENGTH = 12  # hexadecimal digits: two records of a million share one with a chance of 1 in 500


@dataclass(frozen=True, slots=True)
class Record:
    """A figure with all that the ledger says of it.

    `id` is stable: the same report, place and metric (as read) have the same, whatever else the ledger holds. `key` names
    the metric across wordings, periods and reports. `clause` is the part of the sentence that speaks of the figure.
    `contradicts` holds the ids of records of the same metric, period and status with another value. `period_places` and
    `status_places` are where the words stand that decided the two (`Figure.period_evidence`), none where no words did.
    """

    figure: Figure
    id: str
    key: str
    places: tuple[Place, ...]
    section: tuple[str, ...]
    clause: str
    url: str
    overruled: Overruled | None
    contradicts: tuple[str, ...]
    period_places: tuple[Place, ...] = ()
    status_places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradicting:
    """Two records of one metric, period and status whose values differ; `reason` is a code of `contradictions.REASONS`."""

    one: Record
    other: Record
    key: str
    reason: str

    def told(self, language: Language) -> str:
        """The reason in words that name both figures and their lines."""
        one, other = self.one, self.other
        if self.reason == "direction" and _falls(one.figure):  # the words name the rise first
            one, other = other, one
        told = REASONS[self.reason][0 if language == "zh" else 1]
        return told.format(one=_named(one, language), other=_named(other, language))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All records of a report in source order, those that contradict each other, and what a person made no figure."""

    report: str
    title: str | None
    source: Source
    records: tuple[Record, ...]
    contradictions: tuple[Contradicting, ...]
    dropped: tuple[Dropped, ...]


def make_ledger(
    report: str, title: str | None, document: Document, figures: Sequence[Figure], notes: LedgerNotes
) -> Ledger:
    """The ledger of a report as read; `notes` belong to its figures."""
    ids = record_ids(report, document.source, figures, notes.overruled)
    against: dict[int, list[str]] = {}
    for pair in notes.contradictions:
        against.setdefault(pair.one, []).append(ids[pair.other])
        against.setdefault(pair.other, []).append(ids[pair.one])
    records = tuple(
        Record(
            figure=figure,
            id=ids[at],
            key=notes.keys[at],
            places=(places := document.source.places(figure.extent)),
            section=document.headings(document.sentences[figure.sentence].section),
            clause=clause_of(document, figure),
            url=marked_url(report, places),
            overruled=notes.overruled[at],
            contradicts=tuple(against.get(at, ())),
            period_places=_places(document.source, figure.period_evidence),
            status_places=_places(document.source, figure.status_evidence),
        )
        for at, figure in enumerate(figures)
    )
    pairs = (Contradicting(records[one.one], records[one.other], one.key, one.reason) for one in notes.contradictions)
    return Ledger(report, title, document.source, records, tuple(pairs), notes.dropped)


def record_ids(
    report: str, source: Source, figures: Sequence[Figure], overruled: Sequence[Overruled | None]
) -> tuple[str, ...]:
    """The ids of a report's figures: each is made of the report's id, the figure's places and its metric as read."""
    return tuple(_ids(report, source, figures, overruled))


def marked_url(report: str, places: Sequence[Place]) -> str:
    """The page of the source, opened at the lines of some places, which it marks.

    >>> marked_url("baotou-2022", [Place(66, 3, 9), Place(67, 0, 2)])
    '/reports/baotou-2022#L66-L67'
    """
    first, last = places[0].line, places[-1].line
    marks = f"#L{first}" if first == last else f"#L{first}-L{last}"
    return f"/reports/{quote(report, safe='')}{marks}"


def places_text(places: Sequence[Place]) -> str:
    """Places as CSV has them: `line:start-end`, with spaces between.

    >>> places_text([Place(66, 3, 9), Place(67, 0, 2)])
    '66:3-9 67:0-2'
    """
    return " ".join(f"{place.line}:{place.column_start}-{place.column_end}" for place in places)


def clause_of(document: Document, figure: Figure) -> str:
    """The clause that speaks of a figure, as printed, without white space."""
    text = document.sentences[figure.sentence].text
    start, end = min(figure.clause_start, figure.start), max(figure.clause_end, figure.end)
    return "".join(text[start:end].split())


def _falls(figure: Figure) -> bool:
    return side_of(figure.change, exact_kind(figure.unit)).falls


def _named(record: Record, language: Language) -> str:
    line = record.places[0].line
    return f"{record.figure.text}（第{line}行）" if language == "zh" else f"{record.figure.text} (line {line})"


def _places(source: Source, evidence: Evidence) -> tuple[Place, ...]:
    return () if evidence.extent is None else source.places(evidence.extent)


def _ids(
    report: str, source: Source, figures: Sequence[Figure], overruled: Sequence[Overruled | None]
) -> Iterator[str]:
    alike: Counter[str] = Counter()
    for figure, known in zip(figures, overruled, strict=True):
        metric = figure.metric if known is None else known.metric
        said = f"{report}\n{places_text(source.places(figure.extent))}\n{metric}"
        alike[said] += 1
        if alike[said] > 1:  # records of one place and metric that differ elsewhere
            said = f"{said}\n{alike[said]}"
        yield hashlib.sha256(said.encode()).hexdigest()[:_ID_LENGTH]
