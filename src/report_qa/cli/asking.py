"""`ask`, `figures`, `eval`: what the index answers."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from report_qa.cli.output import note, row, say, show_table
from report_qa.errors import SettingsError
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.answers.reply import Reply


class Format(StrEnum):
    """How a ledger is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def ask(
    question: Annotated[str, typer.Argument(help="The question, in Chinese or English.")],
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Ask this report only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the API's response.")] = False,
) -> None:
    """Ask a question; the answer comes with its citations."""
    from report_qa.answers.wire import reply_to_dict
    from report_qa.library.library import Ask, Library

    library = Library.open(load_settings())
    started = perf_counter()
    reply = library.ask(Ask(question, report=report))
    elapsed = round((perf_counter() - started) * 1000, 3)
    if as_json:
        say(json.dumps(reply_to_dict(reply, library.digest, elapsed), ensure_ascii=False, indent=2))
    else:
        _show(reply)


def figures(
    report: Annotated[str, typer.Argument(metavar="ID", help="The report's id.")],
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
) -> None:
    """Print every figure of a report, in source order."""
    from report_qa.answers.wire import figure_to_dict
    from report_qa.library.library import Library

    library = Library.open(load_settings())
    ledger, source = library.figures(report), library.source(report)
    records = [figure_to_dict(figure, source.places(figure.extent)) for figure in ledger]
    if form is Format.JSON:
        say(json.dumps({"total": len(records), "figures": records}, ensure_ascii=False, indent=2))
    elif form is Format.CSV:
        from report_qa.library.ledger_csv import ledger_csv

        typer.echo(ledger_csv(ledger, source), nl=False)
    else:
        table = Table("line", "figure", "metric", "change", "period", "status", "unit")
        for record in records:
            period = record["period"]["label"] if record["period"] else None
            table.add_row(
                *row(record["places"][0]["line"], record["text"], record["metric"], record["change"], period),
                *row(record["status"], record["unit"]),
            )
        show_table(table)
        note(f"{len(records)} figures")


def evaluate_cases(
    cases: Annotated[list[Path], typer.Argument(metavar="CASES.jsonl…", help="Files of cases, JSON Lines.")],
    url: Annotated[
        str | None, typer.Option(help="A running service; without it, the index is asked in this process.")
    ] = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="ID", help="The report of cases that name none.")
    ] = None,
    failures: Annotated[Path | None, typer.Option(help="Write the wrong cases here, JSON Lines.")] = None,
    json_path: Annotated[Path | None, typer.Option("--json", help="Write the whole run here.")] = None,
    bar: Annotated[list[str] | None, typer.Option(metavar="MEASURE=SHARE", help="Exit 1 where it is missed.")] = None,
) -> None:
    """Ask questions with known answers and count how many are right, by kind."""
    from report_qa.evaluation import evaluate

    bars = dict(map(_bar, bar or []))
    status = evaluate(cases, report, url, failures, json_path, bars, None if url else load_settings())
    if status:
        raise typer.Exit(status)


def _bar(text: str) -> tuple[str, float]:
    name, _, share = text.partition("=")
    try:
        return name, float(share)
    except ValueError:
        raise SettingsError(f"The bar {text} is not MEASURE=SHARE.", "Write --bar right=0.9.") from None


def _show(reply: Reply) -> None:
    say(reply.answer)
    for citation in reply.citations:
        lines = (
            f"{citation.line_start}"
            if citation.line_start == citation.line_end
            else f"{citation.line_start}-{citation.line_end}"
        )
        page = "" if citation.page is None else f", page {citation.page}"
        section = f"  ({' › '.join(citation.section)})" if citation.section else ""
        say(f"  [{citation.n}] {citation.report}, line {lines}{page}{section}")
        say(f"      {citation.quote}")
    if reply.reason:
        note(f"reason: {reply.reason}")
    for hit in reply.nearest:
        say(f"  related, but not an answer: {hit.passage.report}, line {hit.passage.line_start}: {hit.passage.text}")
    if reply.suggestions:
        note("You may also ask: " + "  ".join(reply.suggestions))
