r"""Do the places of every figure, cut out of the source, give its text? And does every record have an id of its own?

    python -m benchmarks.figures.places SHARED [--reports N] [--show 5]

Reads the reports of SHARED/reports, or N of them spread evenly. The source is split into lines here by the contract's words alone
(`\n`, `\r\n` and a lone `\r` end a line), so that a slip of the reader's own lines would show. What is cut is normalised
(NFKC, no white space). Prints the shares over all figures, and those that fail; exits 1 below 100%.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from benchmarks.figures.reports import Read, read_reports
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.library.ledger import record_ids
from report_qa.library.stored_figures import figures_from_json, figures_to_json
from report_qa.text.source import Place


def main(arguments: Sequence[str]) -> int:
    """Read, check and print; 1 where a figure fails."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.places", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with reports/")
    parser.add_argument("--reports", type=int, help="so many reports, spread evenly over all")
    parser.add_argument("--show", type=int, default=5, help="so many failures of a kind are shown")
    options = parser.parse_args(arguments)
    reports = read_reports(options.shared, limit=options.reports)
    counts, failures, ids = {"figures": 0, "placed": 0, "stored": 0}, [], set[str]()
    for at, report in enumerate(reports, start=1):
        print(f"\rreading figures: report {at} of {len(reports)}", end="", file=sys.stderr)
        figures = read_figures(report.document, report.dates)
        bad = [figure for figure in figures if not gives_text(report, figure)]
        failures += [
            f"{report.name}, line {report.document.source.line_of(one.extent.start)}: {one.text}" for one in bad
        ]
        counts["figures"] += len(figures)
        counts["placed"] += len(figures) - len(bad)
        again = figures_from_json(figures_to_json(figures), report.document.sentences)
        counts["stored"] += sum(one == other for one, other in zip(figures, again, strict=True))
        ids.update(record_ids(report.name, report.document.source, figures, [None] * len(figures)))
    print(file=sys.stderr)
    tell(len(reports), counts, len(ids), failures[: options.show])
    return 0 if counts["placed"] == counts["stored"] == len(ids) == counts["figures"] else 1


def tell(reports: int, counts: dict[str, int], ids: int, failures: Sequence[str]) -> None:
    """Print the shares and the failures."""
    whole = max(1, counts["figures"])
    print(f"{counts['figures']} figures of {reports} reports")
    print(f"places give the text back: {counts['placed'] / whole:.4%} (bar 100%)")
    print(f"read back from the index the same: {counts['stored'] / whole:.4%}")
    print(f"ids of their own: {ids / whole:.4%}")
    for failure in failures:
        print(f"  {failure}")


def gives_text(report: Read, figure: Figure) -> bool:
    """The contract's sentence on a figure's places."""
    source = report.document.source
    lines = lines_of(source.text)
    return folded("".join(cut(lines, place) for place in source.places(figure.extent))) == folded(figure.text)


@lru_cache(maxsize=1)
def lines_of(text: str) -> list[str]:
    """The physical lines of a source."""
    return re.split(r"\r\n|\n|\r", text)


def cut(lines: Sequence[str], place: Place) -> str:
    """The characters at a place."""
    return lines[place.line - 1][place.column_start : place.column_end]


def folded(text: str) -> str:
    """NFKC, no white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
