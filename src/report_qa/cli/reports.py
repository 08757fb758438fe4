"""`add`, `remove`, `list`, `inspect`: the reports on the shelf."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from report_qa.cli.output import note, row, say, show_table, tell_error
from report_qa.settings import load_settings

ReportId = Annotated[str, typer.Argument(metavar="ID", help="The report's id; `report-qa list` names them.")]


def add_reports(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="The reports as text, UTF-8 or GB18030.")],
    report: Annotated[str | None, typer.Option("--id", help="The id, instead of the file's stem.")] = None,
    place: Annotated[
        str | None, typer.Option(help="The report's place, such as 苏州市, instead of the inferred one.")
    ] = None,
    delivered: Annotated[str | None, typer.Option(help="When it was delivered: 2024-01-16, 2024-01 or 2024.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of a report with the same id.")
    ] = False,
) -> None:
    """Add reports: keep the bytes, infer place and dates, write the manifest."""
    from report_qa.library.add import Added, Overrides, add

    outcomes = add(load_settings(), files, Overrides(report, place, delivered), replace_other=replace)
    for outcome in outcomes:
        if isinstance(outcome, Added):
            manifest = outcome.manifest
            known = row(manifest.place, manifest.delivered, manifest.reviews, manifest.plans)
            say(
                f"{outcome.state}: {manifest.id}  (place {known[0]}, delivered {known[1]}, reviews {known[2]}, plans {known[3]})"
            )
        else:
            tell_error(f"{outcome.file.name}: {outcome.error.message}", outcome.error.hint)
    if any(isinstance(outcome, Added) for outcome in outcomes):
        note("Run `report-qa build` to make them answer.")
    if not all(isinstance(outcome, Added) for outcome in outcomes):
        raise typer.Exit(1)


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
    table = Table("id", "title", "place", "delivered", "reviews", "plans", "lines")
    failed = False
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
            str(shelved.source.line_count),
        )
    show_table(table)
    if failed:
        raise typer.Exit(1)


def inspect_report(report: ReportId) -> None:
    """Show how a report is read: its sections, what repair left out, and how much of it is covered."""
    from report_qa.library.inspect import inspect

    seen = inspect(load_settings(), report)
    table = Table("lines", "heading", "period", "status", "why", title=report, title_justify="left")
    for section in seen.document.sections:
        table.add_row(
            f"{section.line_start}-{section.line_end}",
            "  " * (section.level - 1) + section.heading,
            *row(section.period.label if section.period else None, section.status, section.evidence),
        )
    show_table(table)
    rules = Counter(edit.rule for edit in seen.edits)
    say("repairs: " + (", ".join(f"{rule} {count}" for rule, count in sorted(rules.items())) or "none"))
    say(f"covered: {seen.covered:.1%} of {seen.characters} characters; {len(seen.document.sentences)} sentences")
    say(
        f"figures: {len(seen.figures)}, of them {sum(figure.period is None for figure in seen.figures)} without a period"
    )
