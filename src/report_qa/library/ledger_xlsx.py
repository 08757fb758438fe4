"""A ledger as an Excel workbook: the figures, the report's facts, the numbers that are no figures, the contradictions."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from report_qa.answers.wire import json_number
from report_qa.library.ledger import Contradicting, Ledger, Record, places_text
from report_qa.library.ledger_csv import SECTIONS
from report_qa.library.ledger_words import LedgerWords
from report_qa.library.review import Review, ReviewNumber

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the same ledger gives the same bytes
_HEADING = Font(bold=True)
_SHADE = PatternFill("solid", fgColor="FFE8EEF4")
_WIDEST = 60
Fact = tuple[str, Any]  # the name of a word, and the value


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the word that heads it, its width in characters, and whether its text wraps."""

    word: str
    width: int
    wraps: bool = False


_FIGURES = (
    Column("line", 7), Column("figure", 16), Column("value", 12), Column("value_to", 12), Column("scale", 14),
    Column("unit", 12), Column("amount", 18), Column("qualifier", 9), Column("metric", 28), Column("change", 12),
    Column("period", 14), Column("period_start", 9), Column("period_end", 9), Column("status", 9), Column("base", 16),
    Column("remark", 20), Column("clause", _WIDEST, True), Column("section", 30), Column("period_why", 28),
    Column("status_why", 28), Column("overruled", 24), Column("contradicts", 16), Column("key", 30), Column("id", 15),
    Column("places", 20), Column("page", 7), Column("url", 30),
)  # fmt: skip
_NUMBERS = (
    Column("line", 7), Column("number", 16), Column("why", 30), Column("rule", 18), Column("said", 24),
    Column("around", 40), Column("places", 20), Column("page", 7), Column("url", 30),
)  # fmt: skip
_PAIRS = (
    Column("pair", 7), Column("reason", 50, True), Column("line", 7), Column("figure", 16), Column("metric", 28),
    Column("period", 14), Column("status", 9), Column("clause", _WIDEST, True), Column("key", 30), Column("id", 15),
)  # fmt: skip


def ledger_xlsx(
    ledger: Ledger, records: Sequence[Record], review: Review, facts: Iterable[Fact], words: LedgerWords
) -> bytes:
    """The workbook's bytes: `records` are those of the ledger that are wanted, `facts` what is said of the report."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _sheet(book, words, "figures", _FIGURES, (_record(record, words) for record in records))
    _facts(book, words, facts)
    _sheet(book, words, "no_figures", _NUMBERS, (_number(number, words) for number in review.numbers))
    _sheet(book, words, "contradictions", _PAIRS, _pairs(ledger.contradictions, words))
    return _bytes(book)


def _record(record: Record, words: LedgerWords) -> list[Any]:
    figure, period = record.figure, record.figure.period
    return [
        record.places[0].line,
        figure.text,
        json_number(figure.value),
        None if figure.value_to is None else json_number(figure.value_to),
        figure.scale,
        figure.unit,
        json_number(figure.amount),
        figure.qualifier,
        figure.metric,
        figure.change,
        period and period.label,
        period and period.start,
        period and period.end,
        words.status(figure.status),
        figure.base and figure.base.text,
        figure.remark,
        record.clause,
        SECTIONS.join(record.section),
        words.evidence(figure.period_evidence),
        words.evidence(figure.status_evidence),
        record.overruled and record.overruled.reason,
        " ".join(record.contradicts) or None,
        record.key,
        record.id,
        places_text(record.places),
        record.places[0].page,
        record.url,
    ]


def _number(number: ReviewNumber, words: LedgerWords) -> list[Any]:
    return [
        number.places[0].line,
        number.text,
        words.why(number.why),
        number.rule,
        number.said,
        number.context,
        places_text(number.places),
        number.places[0].page,
        number.url,
    ]


def _pairs(pairs: Iterable[Contradicting], words: LedgerWords) -> Iterable[list[Any]]:
    for at, pair in enumerate(pairs, 1):
        for record in (pair.one, pair.other):
            figure = record.figure
            yield [
                at, pair.told(words.language), record.places[0].line, figure.text, figure.metric,
                figure.period and figure.period.label, words.status(figure.status), record.clause, pair.key, record.id,
            ]  # fmt: skip


def _sheet(
    book: Workbook, words: LedgerWords, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]
) -> None:
    """A table under a heading that stays in sight, with filters."""
    sheet = book.create_sheet(words[name])
    _write(sheet, 1, [words[column.word] for column in columns])
    for at, column in enumerate(columns, 1):
        head = sheet.cell(1, at)
        head.font, head.fill = _HEADING, _SHADE
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    last = 1
    for last, row in enumerate(rows, 2):
        _write(sheet, last, row)
        for at, column in enumerate(columns, 1):
            sheet.cell(last, at).alignment = Alignment(vertical="top", wrap_text=column.wraps)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"


def _facts(book: Workbook, words: LedgerWords, facts: Iterable[Fact]) -> None:
    sheet = book.create_sheet(words["report"])
    for at, (name, value) in enumerate(facts, 1):
        _write(sheet, at, [words[name], value])
        sheet.cell(at, 1).font = _HEADING
        sheet.cell(at, 2).alignment = Alignment(horizontal="left", wrap_text=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 70


def _write(sheet: Worksheet, row: int, values: Sequence[Any]) -> None:
    """A row of cells. Text stays text, whatever it begins with: `=1+1` of a report is no formula."""
    for at, value in enumerate(values, 1):
        cell = sheet.cell(row, at)
        if not isinstance(cell, Cell) or value is None:
            continue
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"
        else:
            cell.value = float(value) if isinstance(value, Decimal) else value


def _bytes(book: Workbook) -> bytes:
    """The workbook packed without a clock: openpyxl would write the time into it."""
    told = dt.datetime(*_NO_TIME[:3])  # noqa: DTZ001 - a workbook's times have no zone
    book.properties.created = book.properties.modified = told
    book.properties.creator = "report-qa"
    written, packed = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(written, "w")).save()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, parts.read(name))
    return packed.getvalue()
