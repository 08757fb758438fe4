"""How well the ledger of a report agrees with one that a person wrote by hand.

    python -m benchmarks.figures.ledgers SHARED TABLE.tsv... [--failures [FIELD]]

A table is named as its report (`扬州-2024.tsv`), is separated by tabs, and begins with a comment: the ranges of whole physical lines
inside which every figure is labelled (`# ranges 9-33 59-111`). Then a heading and a row a printed quantity and metric:

line, column   where `text` begins: physical line from 1, code point from 0
text           as printed, without white space, adjoining qualifier included; one that begins with `?` (is it a figure?) counts
               neither way, nor does a figure that stands there
value, value_to, scale, unit, qualifier   empty where there is none
metric, head   the metric in words, and what any right naming of it contains: one of several separated by `|`, each a
               set of parts separated by `…`
period, status first and last year (`2019-2023`), `actual` or `target`; `*` is not judged

Recall is the share of rows at whose place the ledger has a figure, precision the share of the ledger's figures inside the ranges
that have a row; the other measures are shares of the rows found. Exits 1 where a bar is missed by all tables together.
"""

from __future__ import annotations

import argparse
import csv
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from benchmarks.figures.reports import Read, read_reports
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.source import Source

FIELDS = ("value", "unit", "qualifier", "metric", "period", "status")
BARS = {"recall": 0.99, "precision": 0.99, "value": 0.99, "unit": 0.99, "metric": 0.93, "period": 0.97, "status": 0.97}
_DOUBTED, _NOT_JUDGED = "?", "*"


@dataclass(frozen=True, slots=True)
class Label:
    """A row of a table; `start` and `end` are code points of its line."""

    line: int
    start: int
    end: int
    fields: dict[str, str]

    @property
    def doubted(self) -> bool:
        """Whether the person was in doubt that this is a figure."""
        return self.fields["text"].startswith(_DOUBTED)


@dataclass(frozen=True, slots=True)
class Table:
    """A hand-made ledger: its ranges of lines, both inclusive, and its rows in source order."""

    report: str
    ranges: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]

    def holds(self, line: int) -> bool:
        """Whether a line lies in one of the ranges."""
        return any(low <= line <= high for low, high in self.ranges)


@dataclass(slots=True)
class Score:
    """Counts of one report, or of several added up: for each measure, how many are right and of how many."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def add(self, measure: str, right: bool, words: str) -> None:
        """Count one case; `words` tell of it where it is wrong."""
        pair = self.counts.setdefault(measure, [0, 0])
        pair[0] += right
        pair[1] += 1
        if not right:
            self.failures.append((measure, words))

    def take(self, other: Score) -> None:
        """Add another score's counts."""
        for measure, (right, count) in other.counts.items():
            pair = self.counts.setdefault(measure, [0, 0])
            pair[0] += right
            pair[1] += count

    def share(self, measure: str) -> float:
        """Right cases of a measure by all its cases; 1 where there are none."""
        right, count = self.counts.get(measure, (0, 0))
        return right / count if count else 1.0

    def tell(self, name: str) -> str:
        """One line: every measure with its share and counts."""
        measures = ("recall", "precision", *FIELDS)
        parts = [
            f"{measure} {self.share(measure):.3f} {'/'.join(map(str, self.counts[measure]))}" for measure in measures
        ]
        return f"{name}: " + "  ".join(parts)


def read_table(path: Path, source: Source) -> Table:
    """A table's rows, with the columns where each text ends found in its line; white space in the line counts for nothing."""
    with path.open(encoding="utf-8", newline="") as file:
        first = next(file).split()[2:]
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    ranges = tuple((int(low), int(high)) for low, _, high in (part.partition("-") for part in first))
    labels = []
    for row in rows:
        line, start = int(row["line"]), int(row["column"])
        left = len("".join(row["text"].removeprefix(_DOUBTED).split()))
        end = start
        text = source.line(line)
        while left and end < len(text):
            left -= not text[end].isspace()
            end += 1
        labels.append(Label(line, start, end, {name: value or "" for name, value in row.items()}))
    return Table(path.stem, ranges, tuple(sorted(labels, key=lambda label: (label.line, label.start))))


def _at(source: Source, figure: Figure) -> tuple[int, int, int]:
    place = source.places(figure.extent)[0]
    return place.line, place.column_start, place.column_end


def named(metric: str, heads: str) -> bool:
    """Whether a metric contains one of the heads of a label.

    >>> named("战略性新兴产业增加值占规上工业比重", "占…比重|占比"), named("规上工业增加值", "比重")
    (True, False)
    """
    metric = _folded(metric)
    return any(_contains(metric, _folded(head)) for head in heads.split("|") if head)


def _contains(metric: str, head: str) -> bool:
    at = 0
    for part in head.replace("...", "…").split("…"):
        found = metric.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("…", "…").replace("...", "…")


def verdicts(label: Label, figure: Figure) -> Iterator[tuple[str, bool, str]]:
    """Each judged field of a row: its name, whether the figure agrees, and what the figure says."""
    fields = label.fields
    value_to = Decimal(fields["value_to"]) if fields["value_to"] else None
    said = (figure.value, figure.value_to, figure.scale)
    yield "value", said == (Decimal(fields["value"]), value_to, int(fields["scale"] or 1)), f"{figure.amount}"
    yield "unit", _folded(figure.unit or "") == _folded(fields["unit"]), str(figure.unit)
    yield "qualifier", (figure.qualifier or "") == fields["qualifier"], str(figure.qualifier)
    yield "metric", named(figure.metric, fields["head"]), figure.metric
    if fields["period"] != _NOT_JUDGED:
        years = f"{figure.period.start}-{figure.period.end}" if figure.period else ""
        low, _, high = fields["period"].partition("-")
        yield "period", years == f"{low}-{high or low}", years
    if fields["status"] != _NOT_JUDGED:
        yield "status", (figure.status or "") == fields["status"], str(figure.status)


def score(table: Table, report: Read) -> Score:
    """Compare a report's ledger with its table; each figure answers for one row."""
    source, found = report.document.source, Score()
    waiting = [(_at(source, figure), figure) for figure in read_figures(report.document, report.dates)]
    waiting = [entry for entry in waiting if table.holds(entry[0][0])]
    for label in (label for label in table.labels if not label.doubted):
        fit = [entry for entry in waiting if _overlap(label, entry[0])]
        best = max(fit, key=lambda entry: sum(right for _, right, _ in verdicts(label, entry[1])), default=None)
        where = f"{table.report} L{label.line} {label.fields['text']} [{label.fields['metric']}]"
        found.add("recall", best is not None, where)
        if best is None:
            continue
        waiting.remove(best)
        for measure, right, said in verdicts(label, best[1]):
            wanted = label.fields["head" if measure == "metric" else measure]
            found.add(measure, right, f"{where} {measure}: {wanted} but ledger: {said}")
        found.add("precision", True, "")
    doubted = [label for label in table.labels if label.doubted]
    for place, figure in waiting:
        if not any(_overlap(label, place) for label in doubted):
            found.add("precision", False, f"{table.report} L{place[0]} {figure.text} [{figure.metric}]")
    return found


def _overlap(label: Label, place: tuple[int, int, int]) -> bool:
    line, start, end = place
    return label.line == line and label.start < end and start < label.end


def _failures(score: Score, wanted: str) -> Iterable[str]:
    return (f"  {measure}: {words}" for measure, words in score.failures if wanted in ("all", measure))


def main(arguments: Sequence[str]) -> int:
    """Compare every table and print; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.ledgers", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with reports/")
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--failures", nargs="?", const="all", choices=("all", "recall", "precision", *FIELDS))
    options = parser.parse_args(arguments)
    reports = {
        report.name: report for report in read_reports(options.shared, names=[path.stem for path in options.tables])
    }
    whole = Score()
    for path in options.tables:
        report = reports[path.stem]
        found = score(read_table(path, report.document.source), report)
        print(found.tell(path.stem))
        if options.failures:
            print(*_failures(found, options.failures), sep="\n")
        whole.take(found)
    print(whole.tell("all"))
    missed = [measure for measure, bar in BARS.items() if whole.share(measure) < bar]
    print("bars missed:", ", ".join(f"{name} (bar {BARS[name]:.2f})" for name in missed) or "none")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
