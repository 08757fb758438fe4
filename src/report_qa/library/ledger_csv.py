"""A report's ledger as CSV, as the contract has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from report_qa.answers.wire import json_number
from report_qa.figures.figure import Figure
from report_qa.text.source import Source

COLUMNS = (
    "text", "value", "value_to", "scale", "unit", "qualifier", "metric", "change", "period_label", "period_start",
    "period_end", "status", "places",
)  # fmt: skip
BOM = "\ufeff"


def ledger_csv(figures: Iterable[Figure], source: Source) -> str:
    """A heading and a row a figure; opens with a byte order mark, so that spreadsheets read the Chinese.

    `places` are `line:start-end` (lines from 1, columns in code points from 0, half-open), with spaces between.
    """
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        places = source.places(figure.extent)
        period = figure.period
        writer.writerow([
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
            " ".join(f"{place.line}:{place.column_start}-{place.column_end}" for place in places),
        ])  # fmt: skip
    return out.getvalue()
