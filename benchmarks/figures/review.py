"""Review mode over real reports: how many digits lie in figures or are explained, by which reasons, and what nobody understands.

    python -m benchmarks.figures.review SHARED [--reports N] [--why REASON]

The digits of each report are those of its whole source, what repair left out among them. `--why` prints every number of a reason
(`not_understood` is always printed). Exits 1 where a digit is not explained.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures.reports import read_reports
from report_qa.figures.read import read_figures
from report_qa.figures.unread import Explained, digit_share, explain_numbers
from report_qa.figures.why import Why

_AROUND = 14  # characters shown on either side of a number


def main(arguments: Sequence[str]) -> int:
    """Explain, count and print; 1 where a digit has no reason."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.review", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with reports/")
    parser.add_argument("--reports", type=int, help="how many, spread evenly over all (default all)")
    parser.add_argument("--why", type=Why, choices=list(Why), help="print every number of this reason too")
    options = parser.parse_args(arguments)
    reasons: Counter[Why] = Counter()
    digits = in_figures = explained = 0
    for report in read_reports(options.shared, limit=options.reports):
        figures = read_figures(report.document, report.dates)
        unread = explain_numbers(report.document, figures)
        share: Explained = digit_share(report.document, figures, unread)
        digits, in_figures, explained = (
            digits + share.digits,
            in_figures + share.in_figures,
            explained + share.explained,
        )
        reasons.update(one.why for one in unread)
        text = report.document.source.text
        for one in unread:
            if one.why in (Why.NOT_UNDERSTOOD, options.why):
                low, high = one.extent.start, one.extent.end
                around = f"{text[max(0, low - _AROUND) : low]}[{text[low:high]}]{text[high : high + _AROUND]}"
                print(f"{one.why:15} {report.name} L{report.document.source.line_of(low)} {around!r}")
    for why, count in reasons.most_common():
        print(f"{count:7}  {why:15} {why.en}")
    whole = Explained(digits, in_figures, explained)
    print(f"{digits} digits: {in_figures} in figures, {explained} explained, share {whole.share:.6f}")
    return 0 if whole.share == 1 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
