"""`figures`: a report's ledger, the numbers that are no figure of it, and the figures that contradict each other."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from report_qa.cli.inspect_words import Lang
from report_qa.cli.output import note, say
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.library.ledger import Ledger, Record
    from report_qa.library.ledger_filter import LedgerFilter
    from report_qa.library.ledger_words import LedgerWords
    from report_qa.library.library import Library
    from report_qa.library.review import Review, ReviewNumber


class Format(StrEnum):
    """How a ledger is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


class Done(StrEnum):
    """Done or promised."""

    ACTUAL = "actual"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class _Output:
    """What of the rows is wanted, in which form, and where it goes; no limit and no file are None."""

    form: Format
    out: Path | None
    limit: int | None
    offset: int
    words: LedgerWords

    @property
    def page(self) -> slice:
        """Which rows are asked for."""
        return slice(self.offset, None if self.limit is None else self.offset + self.limit)


def show_figures(
    report: Annotated[str, typer.Argument(metavar="ID", help="The report's id.")],
    metric: Annotated[str | None, typer.Option("--metric", help="Only metrics that contain these words.")] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="Only this period: its label, a year 2021, or years 2017-2021.")
    ] = None,
    status: Annotated[Done | None, typer.Option("--status", help="Only what is done, or what is promised.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="Only this unit, as printed.")] = None,
    key: Annotated[
        str | None, typer.Option("--key", help="Only this key of metrics, its first parts, or any wording of it.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")] = None,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Pass over so many first.")] = 0,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write them into this file.")] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Show the numbers of the report that are no figures, and why.")
    ] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="REASON", help="With --review: only this reason.")] = None,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="Show figures of one metric, period and status that differ.")
    ] = False,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the command's own words.")] = Lang.EN,
) -> None:
    """Print every figure of a report, in source order, or those that the options leave; or what is no figure, and why."""
    from report_qa.library.ledger_filter import LedgerFilter
    from report_qa.library.ledger_words import LedgerWords
    from report_qa.library.library import Library

    asked = LedgerFilter(metric, period, None if status is None else status.value, unit, key)
    _check(asked, form, out, review=review, contradictions=contradictions, why=why)
    output = _Output(form, out, limit, offset, LedgerWords(lang.value))
    library = Library.open(load_settings())
    if review and form is not Format.XLSX:
        _show_review(library.review(report), why, output)
    elif contradictions and form is not Format.XLSX:
        _show_contradictions(library.ledger(report), output)
    else:
        _show_ledger(library, report, asked, output)


def _check(
    asked: LedgerFilter, form: Format, out: Path | None, *, review: bool, contradictions: bool, why: str | None
) -> None:
    """Refuse options that do not go together."""
    from report_qa.figures.why import Why
    from report_qa.library.ledger_filter import LedgerFilter

    if review and contradictions:
        raise typer.BadParameter("--review and --contradictions show different things; give one of them.")
    if (review or contradictions) and form is Format.XLSX:
        raise typer.BadParameter("A workbook holds the review and the contradictions as sheets; leave the option out.")
    if (review or contradictions) and asked != LedgerFilter():
        raise typer.BadParameter("--metric, --period, --status, --unit and --key are for figures.")
    if why is not None and (not review or why not in list(Why)):
        raise typer.BadParameter(f"--why is for --review, and one of {', '.join(Why)}.")
    if form is Format.XLSX and out is None and sys.stdout.isatty():
        raise typer.BadParameter("A workbook is nothing for a terminal; write it into a file with --out FILE.xlsx.")
    if form is Format.TABLE and out is not None:
        raise typer.BadParameter("--out is for --format csv, json and xlsx.")


def _show_ledger(library: Library, report: str, asked: LedgerFilter, output: _Output) -> None:
    from report_qa.cli.figures_tables import show_records
    from report_qa.library.ledger_csv import ledger_csv
    from report_qa.library.ledger_json import dropped_to_list, record_to_dict

    ledger = library.ledger(report)
    named = library.key_of(report, asked.key) if asked.key else None
    found = replace(asked, named=named).of(ledger.records)
    page = found[output.page]
    if output.form is Format.TABLE:
        show_records(ledger, page, output.words, keys=asked.key is not None)
        note(output.words["count"].format(len(page), len(ledger.records)))
    elif output.form is Format.CSV:
        _write(output, ledger_csv(page))
    elif output.form is Format.JSON:
        dropped = dropped_to_list(ledger.dropped, ledger)
        body = {"total": len(found), "figures": [record_to_dict(one) for one in page], "dropped": dropped}
        _write(output, _json(body))
    else:
        _write(output, _workbook(library, ledger, page, asked, output))


def _workbook(library: Library, ledger: Ledger, page: list[Record], asked: LedgerFilter, output: _Output) -> bytes:
    from report_qa.library.ledger_facts import ledger_facts
    from report_qa.library.ledger_xlsx import ledger_xlsx

    review = library.review(ledger.report)
    facts = ledger_facts(library, ledger, page, review, asked, output.words)
    return ledger_xlsx(ledger, page, review, facts, output.words)


def _show_review(review: Review, why: str | None, output: _Output) -> None:
    from report_qa.cli.figures_tables import show_review
    from report_qa.library.review_formats import review_csv, review_to_dict

    found = [number for number in review.numbers if why in (None, number.why.value)]
    page: list[ReviewNumber] = found[output.page]
    if output.form is Format.TABLE:
        show_review(review, page, output.words)
    elif output.form is Format.CSV:
        _write(output, review_csv(page))
    else:
        _write(output, _json(review_to_dict(review, page, len(found))))


def _show_contradictions(ledger: Ledger, output: _Output) -> None:
    from report_qa.cli.figures_tables import show_contradictions
    from report_qa.library.contradictions_csv import contradictions_csv
    from report_qa.library.ledger_json import contradictions_to_list

    page = ledger.contradictions[output.page]
    if output.form is Format.TABLE:
        show_contradictions(page, output.words)
        note(output.words["contradiction_count"].format(len(ledger.contradictions)))
    elif output.form is Format.CSV:
        _write(output, contradictions_csv(page))
    else:
        body = {"total": len(ledger.contradictions), "contradictions": contradictions_to_list(page)}
        _write(output, _json(body))


def _json(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2)


def _write(output: _Output, content: str | bytes) -> None:
    """Into the file, whole or not at all, or to standard output."""
    if output.out is not None:
        data = content.encode() if isinstance(content, str) else content
        waiting = output.out.with_name(f".{output.out.name}.new")
        waiting.write_bytes(data)
        waiting.replace(output.out)
        note(str(output.out))
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    elif output.form is Format.CSV:
        typer.echo(content, nl=False)
    else:
        say(content)
