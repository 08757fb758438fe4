"""`evaluate`: read cases, ask them, print and write the results, hold them against bars. The command `eval`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.progress import Progress

from report_qa.errors import CaseError
from report_qa.evaluation.cases import read_cases
from report_qa.evaluation.failures import failure_lines, failure_text
from report_qa.evaluation.measures import MEASURES
from report_qa.evaluation.over_http import OverHttp
from report_qa.evaluation.scorecard import Scorecard, run, to_json
from report_qa.evaluation.tables import percent, print_scorecard
from report_qa.settings import Settings, load_settings

PASSED, MISSED = 0, 1


class _Asker(Protocol):
    """What answers: a library in this process, or a service over HTTP."""

    def ask(self, request: dict[str, Any], /) -> dict[str, Any]:
        """The response to a request of `POST /api/v1/ask`."""

    def lines(self, report: str, /) -> list[str]:
        """A report's source lines, line 1 first."""


def evaluate(  # noqa: PLR0913 - the options of the command
    paths: Sequence[Path],
    report: str | None = None,
    url: str | None = None,
    failures_path: Path | None = None,
    json_path: Path | None = None,
    bars: Mapping[str, float] | None = None,
    settings: Settings | None = None,
) -> int:
    """Run the cases of some files and print the scorecard; gives the exit status, 1 when a bar was missed.

    `report` fills cases that name none; `url` is a running service (a library opened with `settings` otherwise); `bars`
    maps a measure (`MEASURES` names them) to its bar, a share from 0 to 1: the least, or for measures of which less is
    better the most. Failures are written as text where the file's name ends in `.txt` or `.md`, else as JSON Lines.

    Raises:
        ReportQAError: a case file, a bar, the index or the service is not usable.
    """
    wanted = _checked_bars(bars or {})
    cases = read_cases(paths, report)
    console = Console()
    with _asker(url, settings) as asker, Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=len(cases))
        scorecard = run(cases, asker.ask, asker.lines, lambda done: progress.update(task, completed=done))
    print_scorecard(scorecard, console)
    if failures_path is not None:
        readable = failures_path.suffix in (".txt", ".md")
        _write(failures_path, failure_text(scorecard) if readable else failure_lines(scorecard))
    if json_path is not None:
        _write(json_path, json.dumps(to_json(scorecard), ensure_ascii=False, indent=1) + "\n")
    missed = missed_bars(scorecard, wanted)
    for line in missed:
        console.print(f"missed: {line}", style="bold red", highlight=False)
    return MISSED if missed else PASSED


def missed_bars(scorecard: Scorecard, bars: Mapping[str, float]) -> tuple[str, ...]:
    """A line for each bar that is missed; a measure that nothing was counted for misses its bar."""
    lines = []
    for name, bar in bars.items():
        tally = scorecard.totals.get(name)
        rate = None if tally is None else tally.rate
        more_is_better = MEASURES[name][1]
        if rate is None or (rate < bar if more_is_better else rate > bar):
            lines.append(f"{name} is {percent(rate)}, wanted at {'least' if more_is_better else 'most'} {percent(bar)}")
    return tuple(lines)


def _checked_bars(bars: Mapping[str, float]) -> Mapping[str, float]:
    for name, bar in bars.items():
        if name not in MEASURES:
            raise CaseError(f"There is no measure {name}.", f"Name one of {', '.join(MEASURES)}.")
        if not 0 <= bar <= 1:
            raise CaseError(f"The bar of {name} is {bar}.", "Give a share from 0 to 1.")
    return bars


@contextmanager
def _asker(url: str | None, settings: Settings | None) -> Iterator[_Asker]:
    if url is None:
        from report_qa.evaluation.in_process import InProcess  # a service needs no library, model or index here
        from report_qa.library.library import Library

        yield InProcess(Library.open(settings or load_settings()))
        return
    with OverHttp(url) as service:
        service.check()
        yield service


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CaseError(
            f"{path.name}: cannot be written ({error.strerror}).", "Name a file in a folder that exists."
        ) from error
