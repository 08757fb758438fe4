"""Figures as JSON in the index: rows, and a table of the evidence that many of them share.

Their places are cut from their sentences when the index is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from report_qa.figures.bases import Base
from report_qa.figures.evidence import Evidence, EvidenceKind
from report_qa.figures.figure import Figure
from report_qa.text.document import Sentence
from report_qa.text.periods import Period
from report_qa.text.spans import Extent, Span


def extent_to_row(extent: Extent) -> list[int]:
    """An extent's bounds, start and end of each span in turn."""
    return [bound for span in extent.spans for bound in (span.start, span.end)]


def extent_from_row(bounds: Sequence[int]) -> Extent:
    """The extent that `extent_to_row` gave."""
    return Extent(tuple(Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)))


def period_to_row(period: Period | None) -> list[Any] | None:
    """A period's label, first and last year."""
    return None if period is None else [period.label, period.start, period.end]


def period_from_row(row: Sequence[Any] | None) -> Period | None:
    """The period that `period_to_row` gave."""
    return None if row is None else Period(*row)


def figures_to_json(figures: Iterable[Figure]) -> dict[str, Any]:
    """Figures as JSON: `evidence` holds what decided their periods and statuses, each once, `rows` themselves."""
    table: dict[Evidence, int] = {}
    rows = [_row(figure, table) for figure in figures]
    return {"evidence": [_evidence(one) for one in table], "rows": rows}


def figures_from_json(fields: Mapping[str, Any], sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """The figures that `figures_to_json` gave.

    Raises:
        KeyError, IndexError, TypeError, ValueError, ArithmeticError, OffsetError: they are none, or not of these sentences.
    """
    table = [_read_evidence(row) for row in fields["evidence"]]
    return tuple(_figure(row, sentences, table) for row in fields["rows"])


def _row(figure: Figure, table: dict[Evidence, int]) -> list[Any]:
    return [
        figure.text, str(figure.value), None if figure.value_to is None else str(figure.value_to), figure.scale, figure.unit,
        figure.qualifier, figure.metric, figure.change, period_to_row(figure.period), figure.status, figure.sentence,
        figure.start, figure.end, figure.clause_start, figure.clause_end, figure.remark, _base(figure.base),
        table.setdefault(figure.period_evidence, len(table)), table.setdefault(figure.status_evidence, len(table)),
    ]  # fmt: skip


def _figure(row: Sequence[Any], sentences: Sequence[Sentence], table: Sequence[Evidence]) -> Figure:
    (
        text, value, value_to, scale, unit, qualifier, metric, change, period, status, sentence, start, end, clause_start,
        clause_end, remark, base, period_evidence, status_evidence,
    ) = row  # fmt: skip
    return Figure(
        text=text,
        value=Decimal(value),
        value_to=None if value_to is None else Decimal(value_to),
        scale=scale,
        unit=unit,
        qualifier=qualifier,
        metric=metric,
        change=change,
        period=period_from_row(period),
        status=status,
        sentence=sentence,
        start=start,
        end=end,
        extent=sentences[sentence].extent.part(start, end),
        clause_start=clause_start,
        clause_end=clause_end,
        remark=remark,
        base=_read_base(base),
        period_evidence=table[period_evidence],
        status_evidence=table[status_evidence],
    )


def _base(base: Base | None) -> list[Any] | None:
    return None if base is None else [base.text, period_to_row(base.period)]


def _read_base(row: Sequence[Any] | None) -> Base | None:
    return None if row is None else Base(row[0], period_from_row(row[1]))


def _evidence(evidence: Evidence) -> list[Any]:
    extent = None if evidence.extent is None else extent_to_row(evidence.extent)
    return [evidence.kind.value, evidence.words, extent]


def _read_evidence(row: Sequence[Any]) -> Evidence:
    kind, words, bounds = row
    return Evidence(EvidenceKind(kind), words, None if bounds is None else extent_from_row(bounds))
