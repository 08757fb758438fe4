"""What the command line prints, and how: answers to standard output, progress and errors to standard error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table


def say(text: str) -> None:
    """Print a line as it is: no markup, no wrapping."""
    Console(highlight=False, markup=False, emoji=False, soft_wrap=True).print(text)


def note(text: str) -> None:
    """Print a line beside the result, to standard error."""
    Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(text)


def tell_error(message: str, hint: str = "") -> None:
    """Print what failed in one line, and what to do next in another."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print("error:", style="bold red", end=" ")
    console.print(message)
    if hint:
        console.print(f"       {hint}", style="dim")


def show_table(table: Table) -> None:
    """Print a table; where the output is no terminal, at the width that its cells need."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, emoji=False, width=max(160, console.measure(table).maximum))
    console.print(table)


def row(*cells: Any) -> tuple[str, ...]:
    """Cells as texts; None is a dash."""
    return tuple("—" if cell is None else str(cell) for cell in cells)


def outdated_note(reports: Sequence[str]) -> str:
    """Says of reports that their text may differ if it is extracted again."""
    named = ", ".join(reports[:3]) + (f" and {len(reports) - 3} more" if len(reports) > 3 else "")
    return (
        f"Extracted by another version of the reader, and kept as it is: {named}. "
        "`report-qa add --replace FILE` extracts it again."
    )


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Progress on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        yield progress
