"""How many reports a second `read_figures` reads on one core, from repaired text.

    python -m benchmarks.figures.speed SHARED [--reports 60] [--rounds 3]

Documents are read (repaired, sectioned, dated) before the clock starts; the time is the processor's, of this process alone. The best
of the rounds counts: what else runs on the machine only adds. Prints the reports a second, figures a second and the slowest
reports. Exits 1 under the bar of 20 reports a second.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures.reports import Read, read_reports
from report_qa.figures.read import read_figures

BAR = 20.0  # reports a second


def spent(report: Read) -> tuple[float, int]:
    """Processor seconds of one reading of a report's figures, and their number."""
    started = time.process_time()
    figures = read_figures(report.document, report.dates)
    return time.process_time() - started, len(figures)


def main(arguments: Sequence[str]) -> int:
    """Read, measure and print; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.speed", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with reports/")
    parser.add_argument("--reports", type=int, default=60, help="how many, spread evenly over all (default 60)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    reports = read_reports(options.shared, limit=options.reports)
    best: dict[str, float] = {}
    count = 0
    for turn in range(options.rounds):
        count = 0
        for at, report in enumerate(reports, start=1):
            print(f"\rround {turn + 1} of {options.rounds}: report {at} of {len(reports)}", end="", file=sys.stderr)
            seconds, figures = spent(report)
            best[report.name] = min(seconds, best.get(report.name, seconds))
            count += figures
    print(file=sys.stderr)
    whole = sum(best.values())
    rate = len(reports) / whole
    print(f"{len(reports)} reports, {count} figures: {whole:.2f} s, {rate:.1f} reports a second (bar {BAR:.0f})")
    for name, seconds in sorted(best.items(), key=lambda item: -item[1])[:5]:
        print(f"  {name}: {seconds * 1000:.0f} ms")
    return 0 if rate >= BAR else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
