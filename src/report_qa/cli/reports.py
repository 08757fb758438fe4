"""`remove`, `list`: the reports on the shelf."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from report_qa.cli.output import note, outdated_note, row, say, show_table, tell_error
from report_qa.settings import load_settings

ReportId = Annotated[str, typer.Argument(metavar="ID", help="The report's id; `report-qa list` names them.")]


def remove_report(report: ReportId) -> None:
    """Remove a report and its source."""
    from report_qa.library.remove import remove

    remove(load_settings(), report)
    say(f"removed: {report}")
    note("Run `report-qa build` to make the index forget it.")


def list_reports() -> None:
    """List the reports there are."""
    from report_qa.errors import ReportQAError
    from report_qa.library.shelf import read_shelved, report_ids

    settings = load_settings()
    ids = report_ids(settings)
    if not ids:
        note("There are no reports yet. Add one with `report-qa add FILE`.")
        return
    table = Table("id", "title", "place", "delivered", "reviews", "plans", "lines", "pages")
    failed, outdated = False, list[str]()
    for report in ids:
        try:
            shelved = read_shelved(settings, report)
        except ReportQAError as error:
            tell_error(error.message, error.hint)
            failed = True
            continue
        manifest = shelved.manifest
        table.add_row(
            *row(report, manifest.title, manifest.place, manifest.delivered, manifest.reviews, manifest.plans),
            *row(shelved.source.line_count, shelved.source.page_count),
        )
        if shelved.is_outdated:
            outdated.append(report)
    show_table(table)
    if outdated:
        note(outdated_note(outdated))
    if failed:
        raise typer.Exit(1)
