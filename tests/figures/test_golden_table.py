"""The ledger of the shipped report against a table of its figures that a person read from the page, line by line.

`data/eval/baotou-2022.figures.tsv` holds every quantity printed in Arabic digits. `line` is that of the number's first
character, `text` is without white space and line ends. A row whose column `open` is filled is one that the contract's
settled readings leave open: recording it or not is right.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATA = Path(__file__).resolve().parents[2] / "data"
DATES = ReportDates(delivered="2022-02-12", reviews=2021, plans=2022, place="包头市")
BAR = 0.97

Key = tuple[int, Decimal, Decimal | None, int, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed quantity: what stands in the table, or what the ledger says of it."""

    line: int
    text: str
    value: Decimal
    value_to: Decimal | None
    scale: int
    unit: str | None
    qualifier: str | None
    metric: str
    period: tuple[int, int] | None
    status: str | None
    is_open: bool = False

    @property
    def key(self) -> Key:
        """What must agree for two rows to be the same figure."""
        return self.line, self.value, self.value_to, self.scale, self.unit

    def __str__(self) -> str:
        return f"L{self.line} {self.text} [{self.metric}] {self.period} {self.status}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table's rows, those that the ledger has with the ledger's reading, and what only one side has."""

    rows: tuple[Row, ...]
    pairs: tuple[tuple[Row, Row], ...]
    missing: tuple[Row, ...]
    extra: tuple[Row, ...]

    @property
    def recall(self) -> float:
        """Share of the table's rows that the ledger has, with value, scale, unit and line."""
        return len(self.pairs) / len(self.rows)

    @property
    def precision(self) -> float:
        """Share of the ledger's Arabic-numeral records that the table has."""
        return len(self.pairs) / (len(self.pairs) + len(self.extra))

    def agreement(self, field: str) -> float:
        """Share of the table's rows that the ledger has with the same `field`."""
        return (len(self.pairs) - len(self.disagreements(field))) / len(self.rows)

    def disagreements(self, field: str) -> list[str]:
        """The pairs whose `field` differs, in words."""
        return [f"{a} but ledger: {b}" for a, b in self.pairs if getattr(a, field) != getattr(b, field)]


def _years(text: str) -> tuple[int, int] | None:
    years = [int(year) for year in text.split("-") if year]
    return (years[0], years[-1]) if years else None


def _table() -> list[Row]:
    with (DATA / "eval" / "baotou-2022.figures.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Row(
                line=int(row["line"]),
                text=row["text"],
                value=Decimal(row["value"]),
                value_to=Decimal(row["value_to"]) if row["value_to"] else None,
                scale=int(row["scale"]),
                unit=row["unit"] or None,
                qualifier=row["qualifier"] or None,
                metric=row["metric"],
                period=_years(row["period"]),
                status=row["status"] or None,
                is_open=bool(row["open"]),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _ledger_row(source: Source, figure: Figure) -> Row:
    return Row(
        line=source.lines_of(figure.extent)[0],
        text=_squeezed(figure.text),
        value=figure.value,
        value_to=figure.value_to,
        scale=figure.scale,
        unit=figure.unit,
        qualifier=figure.qualifier,
        metric=figure.metric,
        period=(figure.period.start, figure.period.end) if figure.period else None,
        status=figure.status,
    )


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("(", "（").replace(")", "）")


def _compare(table: Iterable[Row], ledger: Iterable[Row]) -> Comparison:
    waiting: dict[Key, list[Row]] = {}
    for row in ledger:
        waiting.setdefault(row.key, []).append(row)
    pairs: list[tuple[Row, Row]] = []
    missing: list[Row] = []
    required: list[Row] = []
    for row in table:
        found = waiting.get(row.key)
        if row.is_open:
            if found:
                found.pop(0)
            continue
        required.append(row)
        if found:
            pairs.append((row, found.pop(0)))
        else:
            missing.append(row)
    extra = tuple(row for rows in waiting.values() for row in rows)
    return Comparison(tuple(required), tuple(pairs), tuple(missing), extra)


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.from_bytes((DATA / "reports" / "baotou-2022" / "source.txt").read_bytes())


@pytest.fixture(scope="module")
def comparison(source: Source) -> Comparison:
    figures = read_figures(read_document(source, DATES), DATES)
    ledger = (_ledger_row(source, figure) for figure in figures if re.search("[0-9０-９]", figure.text))
    return _compare(_table(), ledger)


def test_table_is_the_source(source: Source) -> None:
    """Every row's text, and number before unit, stands on its line, once the spaces and line ends are out."""
    for row in _table():
        line = "".join(source.line(row.line).split())
        ahead = "".join(
            "".join(source.line(n).split()) for n in range(row.line, min(row.line + 4, source.line_count + 1))
        )
        digits = r"(?<![0-9.])" + re.escape(row.text)
        assert any(match.start() < len(line) for match in re.finditer(digits, ahead)), str(row)
        assert row.text.startswith(str(row.value)), str(row)
        assert row.text.endswith((row.unit or "") + (row.qualifier or "")), str(row)


def test_table_has_no_row_twice() -> None:
    """The report prints no number twice on a line with one unit and one metric."""
    assert [key for key, count in Counter((row.key, row.metric) for row in _table()).items() if count > 1] == []


def test_ledger_has_the_figures_and_no_others(comparison: Comparison) -> None:
    """Value, scale, unit and line agree, both ways."""
    print(f"golden table: recall {comparison.recall:.4f}, precision {comparison.precision:.4f}")  # noqa: T201
    for name, rows in (("missing", comparison.missing), ("extra", comparison.extra)):
        print(*(f"{name}: {row}" for row in rows), sep="\n")  # noqa: T201
    assert comparison.recall >= BAR, [str(row) for row in comparison.missing]
    assert comparison.precision >= BAR, [str(row) for row in comparison.extra]


@pytest.mark.parametrize("field", ["text", "period", "status"])
def test_ledger_agrees_on(comparison: Comparison, field: str) -> None:
    """The printed text, the years and whether it is done or planned agree."""
    share = comparison.agreement(field)
    print(f"golden table: {field} {share:.4f}", *comparison.disagreements(field), sep="\n")  # noqa: T201
    assert share >= BAR, comparison.disagreements(field)
