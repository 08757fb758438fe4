"""`add`: files become reports; what was inferred of each is shown with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from report_qa.cli.output import note, progress_bar, row, say, tell_error
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.library.add import Added, Refused
    from report_qa.library.inferring.finding import Finding

_PATIENCE = 2.0  # seconds without a word; after them progress is shown
_FIELDS = ("place", "delivered", "reviews", "plans", "title")
_WORDS = 30  # characters of a report's words that are shown


def add_reports(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="The reports: text (UTF-8 or GB18030), PDF, DOCX or HTML."),
    ],
    report: Annotated[str | None, typer.Option("--id", help="The id, instead of the file's stem.")] = None,
    place: Annotated[
        str | None, typer.Option(help="The report's place, such as 苏州市, instead of the inferred one.")
    ] = None,
    delivered: Annotated[str | None, typer.Option(help="When it was delivered: 2024-01-16, 2024-01 or 2024.")] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Put it in the place of a report with the same id; extract its text again."),
    ] = False,
) -> None:
    """Add reports: keep the bytes, infer place and dates, show what says so, write the manifest."""
    from report_qa.library.add import Added, Overrides, add_each

    outcomes: list[Added | Refused] = []
    try:
        adding = add_each(load_settings(), files, Overrides(report, place, delivered), replace_other=replace)
        outcomes.extend(_shown(adding, len(files)))
    finally:
        for outcome in outcomes:
            _tell(outcome)
    added = sum(isinstance(outcome, Added) for outcome in outcomes)
    if len(files) > 1:
        note(f"{added} of {len(files)} files are in the library.")
    if added:
        note("Run `report-qa build` to make them answer.")
    if added < len(files):
        raise typer.Exit(1)


def _shown(adding: Iterable[Added | Refused], total: int) -> Iterator[Added | Refused]:
    """The outcomes as they come; progress on standard error where they take long."""
    started = monotonic()
    adding = iter(adding)
    for done, outcome in enumerate(adding, 1):
        yield outcome
        if done < total and monotonic() - started > _PATIENCE:
            with progress_bar() as progress:
                task = progress.add_task("adding files", total=total, completed=done)
                for later in adding:
                    yield later
                    progress.advance(task)


def _tell(outcome: Added | Refused) -> None:
    from report_qa.library.add import Refused

    if isinstance(outcome, Refused):
        tell_error(f"{outcome.file.name or outcome.file}: {outcome.error.message}", outcome.error.hint)
        return
    manifest = outcome.manifest
    known = row(manifest.place, manifest.delivered, manifest.reviews, manifest.plans)
    say(
        f"{outcome.state}: {manifest.id}  (place {known[0]}, delivered {known[1]}, reviews {known[2]}, plans {known[3]})"
    )
    if outcome.inferred:
        findings = dict(outcome.inferred.findings())
        for field in _FIELDS:
            _tell_field(field, getattr(manifest, field), findings.get(field))
        for conflict in outcome.inferred.conflicts:
            say(
                f"    The file's name says {conflict.field} {conflict.name}, its content {conflict.content}; "
                "the content was followed."
            )
    for remark in outcome.remarks:
        say(f"    {remark}")


def _tell_field(name: str, value: object, found: Finding[object] | None) -> None:
    if value is None:
        say(f"    {name:<10}—  (nothing says it{'; --' + name + ' does' if name in ('place', 'delivered') else ''})")
    elif found is None or str(getattr(found.value, "name", found.value)) != str(value):
        say(f"    {name:<10}{value}  (given)")
    else:
        say(f"    {name:<10}{value}  ({_evidence(found)})")


def _evidence(found: Finding[object]) -> str:
    """What a finding rests on, with its words and line."""
    words = found.words if len(found.words) <= _WORDS else found.words[:_WORDS] + "…"
    told = [found.origin.value]
    if found.times is not None:
        told.append(f"{found.times} times")
    if found.line is not None:
        told.append(f"line {found.line}")
    return ", ".join(told) + (f": {words}" if words else "")
