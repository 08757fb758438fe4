"""A report's ledger as CSV: the contract's columns, and the ledger's own behind them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from report_qa.answers.wire import json_number
from report_qa.figures.bases import Base
from report_qa.figures.evidence import Evidence, EvidenceKind
from report_qa.library.ledger import Record, places_text
from report_qa.text.source import Place

COLUMNS = (
    "text", "value", "value_to", "scale", "unit", "qualifier", "metric", "change", "period_label", "period_start",
    "period_end", "status", "places",
)  # fmt: skip
MORE_COLUMNS = (
    "id", "key", "base", "base_start", "base_end", "remark", "clause", "section", "period_evidence",
    "period_evidence_words", "period_evidence_places", "status_evidence", "status_evidence_words",
    "status_evidence_places", "url", "overruled", "contradicts",
)  # fmt: skip
BOM = "\ufeff"
SECTIONS = " › "  # between headings, outermost first


def ledger_csv(records: Iterable[Record]) -> str:
    """A heading and a row a figure; opens with a byte order mark, so that spreadsheets read the Chinese.

    `places` are `line:start-end` (lines from 1, columns in code points from 0, half-open), with spaces between.
    """
    return csv_text((*COLUMNS, *MORE_COLUMNS), (ledger_row(record) for record in records))


def ledger_row(record: Record) -> list[Any]:
    """The cells of a record, in the order of the columns; None where there is nothing."""
    figure, period = record.figure, record.figure.period
    return [
        figure.text,
        json_number(figure.value),
        None if figure.value_to is None else json_number(figure.value_to),
        figure.scale,
        figure.unit,
        figure.qualifier,
        figure.metric,
        figure.change,
        period and period.label,
        period and period.start,
        period and period.end,
        figure.status,
        places_text(record.places),
        record.id,
        record.key,
        *_base(figure.base),
        figure.remark,
        record.clause,
        SECTIONS.join(record.section),
        *_evidence(figure.period_evidence, record.period_places),
        *_evidence(figure.status_evidence, record.status_places),
        record.url,
        record.overruled and record.overruled.reason,
        " ".join(record.contradicts),
    ]


def _base(base: Base | None) -> tuple[Any, Any, Any]:
    period = base and base.period
    return base and base.text, period and period.start, period and period.end


def _evidence(evidence: Evidence, places: Sequence[Place]) -> tuple[Any, Any, Any]:
    kind = None if evidence.kind is EvidenceKind.NONE else evidence.kind.value
    return kind, evidence.words or None, places_text(places)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table as CSV: a byte order mark, a heading and a row each, lines ended by CR LF."""
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
