"""`build`: from the reports on the shelf to an index."""

from __future__ import annotations

from typing import Annotated

import typer

from report_qa.cli.output import note, outdated_note, progress_bar, say
from report_qa.settings import load_settings


def build_index(
    if_stale: Annotated[bool, typer.Option("--if-stale", help="Leave an index alone that is up to date.")] = False,
) -> None:
    """Build the index from all reports. Vectors of unchanged passages are taken from the cache."""
    from report_qa.library.build import build, is_current

    settings = load_settings()
    if if_stale and is_current(settings):
        note("The index is up to date.")
        return
    with progress_bar() as progress:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        built = build(settings, show)
    say(
        f"built: {built.reports} reports, {built.passages} passages ({built.embedded} embedded, the others cached), "
        f"{built.figures} figures, index {built.digest[:12]}"
    )
    if built.contradictions:
        count = "1 contradiction" if built.contradictions == 1 else f"{built.contradictions} contradictions"
        note(f"{count} among the figures; `report-qa figures ID --contradictions` shows those of a report.")
    if built.outdated:
        note(outdated_note(built.outdated))
