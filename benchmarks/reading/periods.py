"""Whether figures get the right period and status from their section, on reports whose sections a person labelled.

    python -m benchmarks.reading.periods SHARED [--show 5] [--report ID] [--apart]

`data/eval/sections.jsonl` holds a label a row: `report` (the stem of a file of `data/eval/manifests.tsv`, whose dates are taken as
known), `line_from` and `line_to` (physical lines of that file, from 1, inclusive; in a report on one line `from_text` and `to_text`
are the first and last words of the stretch), `start` and `end` (years; null where the stretch is of no time), `status`.

A figure is *right* when its years and its status are those of the label that its first character stands under, *undated* when it
has no years and the label has, and *wrong* otherwise. Counted apart, with no bar, are figures whose own sentence states another time
than the label in its words: `find_periods` (with the report's dates) finds in the sentence an expression
of other years (2020年, 五年来, 较上年, 到2025年, “十三五”末; 全年, 年底 and 上半年 are none); the words 近年来, 近几年, 多年来,
历史 or 两年累计 stand in it; or the figure is where a change starts from (从…, 由…, 到 or 至 behind it). So are the figures of a label that is
`mixed`, which the person who labelled says is of more than one time. Figures of no label (thanks, notes) are only counted.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.document import Document
from report_qa.text.periods import ReportDates, find_periods
from report_qa.text.read import read_document
from report_qa.text.source import Source

ROOT = Path(__file__).resolve().parents[2]
LABELS, MANIFESTS = ROOT / "data/eval/sections.jsonl", ROOT / "data/eval/manifests.tsv"
BAR = 0.98
_OF_LATE = re.compile(r"近(?:几|些)?年来?|多年来|历史|以往|往年|[两二三四六七八九]年(?:累计|共|合计|总计)")
_FROM, _TO = re.compile(r"(?:从|由|自)[^，。；]{0,14}$"), re.compile(r"[^，。；]{0,8}(?:到|至|为|成)")


@dataclass(frozen=True, slots=True)
class Label:
    """A person's word on the code points `[low, high)` of a report: years (None where undated) and status."""

    low: int
    high: int
    years: tuple[int, int] | None
    status: str | None
    mixed: bool
    what: str


def read_labels(source: Source, rows: Sequence[Mapping[str, Any]]) -> list[Label]:
    """The labels of a report as stretches of its source."""
    found: list[Label] = []
    for row in rows:
        low, high = source.line_bounds(row["line_from"])[0], source.line_bounds(row["line_to"])[1]
        if "from_text" in row:
            low = source.text.index(row["from_text"], low)
            high = source.text.index(row["to_text"], low) + len(row["to_text"])
        years = None if row["start"] is None else (row["start"], row["end"])
        found.append(Label(low, high, years, row["status"], bool(row.get("mixed")), row["what"]))
    return found


def states_another_time(figure: Figure, document: Document, label: Label, dates: ReportDates) -> bool:
    """Whether a figure's own sentence states another time than its label, or the figure is where a change starts from."""
    text = document.sentences[figure.sentence].text
    if _FROM.search(text[: figure.start]) and _TO.match(text, figure.end):
        return True
    others = ((period.start, period.end) for *_, period, _ in find_periods(text, dates))
    return bool(_OF_LATE.search(text)) or any(years != label.years for years in others)


def verdict(figure: Figure, label: Label) -> str:
    """`right`, `undated` or `wrong`."""
    years = (figure.period.start, figure.period.end) if figure.period else None
    if years == label.years and (figure.status == label.status or label.years is None):
        return "right"
    return "undated" if years is None and label.years is not None else "wrong"


def name_of(path: Path) -> str:
    """The name that labels call a report by: its file's stem, or its folder's name."""
    return path.parent.name if path.stem == "source" else path.stem


def kind_of(file: str) -> str:
    """The kind of a report, by the folder that it lies in."""
    return {"reports/baotou-2022": "newspaper", "messy": "scrape"}.get(str(Path(file).parent), Path(file).parent.name)


def sources(shared: Path) -> dict[str, tuple[Path, str, ReportDates]]:
    """For each report its file, its kind and its dates."""
    found: dict[str, tuple[Path, str, ReportDates]] = {}
    with MANIFESTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path = shared / row["file"]
            delivered, place = (None if row[name] == "-" else row[name] for name in ("delivered", "place"))
            reviews, plans = (None if row[name] == "-" else int(row[name]) for name in ("reviews", "plans"))
            dates = ReportDates(delivered, reviews, plans, place)
            found.setdefault(name_of(path), (path, kind_of(row["file"]), dates))
    return found


def measure(path: Path, dates: ReportDates, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """For each figure its group (`section`, `apart` or `no label`), its verdict, and a line that tells of it."""
    source = Source.from_bytes(path.read_bytes())
    document = read_document(source, dates)
    labels = read_labels(source, rows)
    found: list[tuple[str, str, str]] = []
    for figure in read_figures(document, dates):
        label = next((label for label in labels if label.low <= figure.extent.start < label.high), None)
        if label is None:
            found.append(("no label", "", ""))
            continue
        apart = label.mixed or states_another_time(figure, document, label, dates)
        found.append(("apart" if apart else "section", verdict(figure, label), _told(figure, document, label)))
    return found


def _told(figure: Figure, document: Document, label: Label) -> str:
    sentence = document.sentences[figure.sentence]
    years = (figure.period.start, figure.period.end) if figure.period else None
    near = sentence.text[max(0, figure.start - 30) : figure.end + 8]
    line = document.source.line_of(figure.extent.start)
    return f"{line}: {years} {figure.status}, not {label.years} {label.status} ({sentence.evidence}) …{near}"


def _row(name: str, counts: Counter[tuple[str, str]]) -> str:
    total = sum(count for (group, _), count in counts.items() if group == "section")
    right, undated = counts["section", "right"], counts["section", "undated"]
    apart = sum(count for (group, _), count in counts.items() if group == "apart")
    share = f"{right / total:.4f}" if total else "     -"
    return (
        f"{name:28} {total:6} {share} {undated:6} {total - right - undated:6} "
        f"{counts['apart', 'right']:6}/{apart:<5} {counts['no label', '']:6}\n"
    )


def main(argv: Iterable[str] | None = None) -> int:
    """Print the shares by report and kind, and the failures that `--show` asks for; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--report")
    parser.add_argument("--show", type=int, default=0, help="failures to show, a report")
    parser.add_argument("--apart", action="store_true", help="show failures of figures that are counted apart")
    options = parser.parse_args(list(argv) if argv is not None else None)
    labelled: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labelled[row["report"]].append(row)
    known = sources(options.shared)
    kinds: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    sys.stdout.write(f"{'report':28} figures  right  undated  wrong  apart right  no label\n")
    for report, rows in sorted(labelled.items()):
        if options.report not in (None, report):
            continue
        path, kind, dates = known[report]
        found = measure(path, dates, rows)
        counts = Counter((group, name) for group, name, _ in found)
        kinds[kind] += counts
        sys.stdout.write(_row(report, counts))
        group = "apart" if options.apart else "section"
        failures = [told for where, name, told in found if where == group and name != "right"]
        sys.stdout.writelines(f"    {told}\n" for told in failures[: options.show])
    for kind, counts in sorted(kinds.items()):
        sys.stdout.write(_row(f"[{kind}]", counts))
    every = sum(kinds.values(), Counter())
    sys.stdout.write(_row("all", every))
    total = sum(count for (group, _), count in every.items() if group == "section")
    return 0 if every["section", "right"] >= BAR * total else 1


if __name__ == "__main__":
    sys.exit(main())
