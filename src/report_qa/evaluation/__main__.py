"""`python -m report_qa.evaluation CASES…`: what `report-qa eval` does, and a comparison with an earlier run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from report_qa.errors import CaseError, ReportQAError
from report_qa.evaluation.command import evaluate
from report_qa.evaluation.compare import compare, read_run
from report_qa.evaluation.tables import print_comparison


def main(arguments: Sequence[str] | None = None) -> int:
    """Run cases, and hold the run against an earlier one when `--against` names it; gives the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m report_qa.evaluation", description="Ask and judge evaluation cases."
    )
    parser.add_argument("cases", nargs="+", type=Path, help="case files, JSON Lines")
    parser.add_argument("--report", help="the report of cases that name none")
    parser.add_argument("--url", help="a running service; a library in this process otherwise")
    parser.add_argument("--failures", type=Path, help="write the wrong cases here, JSON Lines")
    parser.add_argument("--json", type=Path, help="write the whole run here")
    parser.add_argument("--against", type=Path, help="an earlier run's JSON to compare with; needs --json")
    parser.add_argument("--bar", action="append", default=[], metavar="MEASURE=SHARE", help="exit 1 when it is missed")
    given = parser.parse_args(arguments)
    if given.against and not given.json:
        parser.error("--against needs --json")
    try:
        earlier = read_run(given.against) if given.against else None
        status = evaluate(given.cases, given.report, given.url, given.failures, given.json, _bars(given.bar))
        if earlier is not None:
            print_comparison(compare(earlier, read_run(given.json)), Console())
    except ReportQAError as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False)
        return 1
    return status


def _bars(texts: Sequence[str]) -> dict[str, float]:
    bars = {}
    for text in texts:
        name, _, share = text.partition("=")
        try:
            bars[name] = float(share)
        except ValueError as error:
            raise CaseError(f"The bar {text} is no MEASURE=SHARE.", "Write right=0.9.") from error
    return bars


if __name__ == "__main__":
    raise SystemExit(main())
