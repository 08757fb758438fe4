"""`ask`, `eval`: what the index answers."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from report_qa.cli.output import note, say
from report_qa.errors import SettingsError
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.answers.reply import Reply
    from report_qa.library.library import Ask, Library


def ask(
    question: Annotated[str, typer.Argument(help="The question, in Chinese or English.")],
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Ask this report only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the API's response.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how the answer came about: reading, candidates, what was rejected.")
    ] = False,
) -> None:
    """Ask a question; the answer comes with its citations."""
    from report_qa.answers.wire import reply_to_dict
    from report_qa.library.library import Ask, Library

    library = Library.open(load_settings())
    if explain:
        _explain(library, Ask(question, report=report))
        return
    started = perf_counter()
    reply = library.ask(Ask(question, report=report))
    elapsed = round((perf_counter() - started) * 1000, 3)
    if as_json:
        say(json.dumps(reply_to_dict(reply, library.digest, elapsed), ensure_ascii=False, indent=2))
    else:
        _show(reply)


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


def _explain(library: Library, asked: Ask) -> None:
    from report_qa.cli.explaining import explanation_lines

    explanation = library.explain(asked)
    _show(explanation.reply)
    for line in explanation_lines(explanation):
        say(line)


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
