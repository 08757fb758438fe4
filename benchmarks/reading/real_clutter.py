"""Real clutter: lines labelled by hand that must not be read as text, and damaged files read beside their clean editions.

    python -m benchmarks.reading.real_clutter SHARED [data/eval/clutter.tsv]

SHARED is the folder with `reports/` and `messy/`; nothing of it is copied. The labels give for a report the lines that are none
of its text, all of them; a whole line left out that is not among them counts as text lost. Of a damaged file it is told how many of
the clean edition's sentences, headings and figures (value, scale, unit) are read from it too, and how many others.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from report_qa.figures.read import read_figures
from report_qa.text.document import BlockKind, Document
from report_qa.text.layout import read_layout
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

RUNNING = (BlockKind.PARAGRAPH, BlockKind.HEADING)
EDITIONS = {  # a damaged file and the clean edition of the same report
    "国务院_2005_GBK_scraped_page": "national/国务院-2005",
    "国务院_2018_GBK_scraped_page": "national/国务院-2018",
    "山东省_2026_web_chrome": "province_2026/山东省-2026",
    "岳阳_2024_spaced_hanzi": "city_2024/岳阳-2024",
    "承德_2024_pdf_wrapped_pagenumbers": "city_2024/承德-2024",
    "泸州_2024_single_line": "city_2024/泸州-2024",
    "潍坊_2024_single_line": "city_2024/潍坊-2024",
    "益阳_2024_spaced_hanzi": "city_2024/益阳-2024",
    "贵阳_2024_name_lies_is_State_Council": "national/国务院-2024",
    "贺州_2024_fullwidth_digits": "city_2024/贺州-2024",
    "遵义_2024_fullwidth_digits": "city_2024/遵义-2024",
    "黔东南_2024_spaced_hanzi": "city_2024/黔东南-2024",
}


def main() -> None:
    """Print both tables."""
    shared = Path(sys.argv[1])
    labels = Path(sys.argv[2] if len(sys.argv) > 2 else "data/eval/clutter.tsv")
    print_labelled(shared, labels)
    print_editions(shared)


def read_labels(path: Path) -> dict[str, dict[int, str]]:
    """By report, the kind of each line that is none of its text; lines counted from 1."""
    found: dict[str, dict[int, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            low, _, high = row["lines"].partition("-")
            for number in range(int(low), int(high or low) + 1):
                found.setdefault(row["report"], {})[number] = row["kind"]
    return found


def print_labelled(shared: Path, labels: Path) -> None:
    """By kind of clutter: labelled lines, those out of running text, those left out wholly; and what else was left out."""
    counts: Counter[tuple[str, str]] = Counter()
    lost: list[str] = []
    for report, kinds in read_labels(labels).items():
        (path,) = (shared / "reports").glob(f"*/{report}.txt")
        source = Source.from_bytes(path.read_bytes())
        running = set(_offsets(read_document(source, ReportDates()), RUNNING))
        layout = read_layout(source)
        for line in layout.lines:
            if line.blank:
                continue
            kind = kinds.get(line.number)
            if kind is None and line.number in layout.furniture:
                lost.append(f"{report} {line.number} {layout.furniture[line.number]}: {line.text[:50]}")
            if kind is not None:
                counts[kind, "lines"] += 1
                counts[kind, "out"] += not any(at in running for at in range(line.start, line.end))
                counts[kind, "left out"] += line.number in layout.furniture
    print(f"{'labelled':<14} {'lines':>6} {'kept out':>9} {'left out':>9}")
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind:<14} {counts[kind, 'lines']:>6} {counts[kind, 'out']:>9} {counts[kind, 'left out']:>9}")
    print(f"lines left out that are not labelled: {len(lost)}", *lost, sep="\n  ")


def print_editions(shared: Path) -> None:
    """How a damaged file reads beside its clean edition."""
    print(f"{'damaged file':<40} {'sentences':>16} {'headings':>12} {'figures':>14}")
    for damaged, clean in EDITIONS.items():
        before = _read(shared / "reports" / f"{clean}.txt")
        after = _read(shared / "messy" / f"{damaged}.txt")
        cells = [_shared(Counter(part(before)), Counter(part(after))) for part in (_sentences, _headings, _figures)]
        print(f"{damaged:<40} {cells[0]:>16} {cells[1]:>12} {cells[2]:>14}")


def _shared(before: Counter[str], after: Counter[str]) -> str:
    return f"{(before & after).total()}/{before.total()} +{(after - before).total()}"


def _read(path: Path) -> Document:
    return read_document(Source.from_bytes(path.read_bytes()), ReportDates())


def _offsets(document: Document, kinds: tuple[BlockKind, ...]) -> Iterator[int]:
    for sentence in document.sentences:
        if sentence.kind in kinds:
            yield from sentence.extent.offsets()


def _sentences(document: Document) -> Iterator[str]:
    return ("".join(sentence.text.split()) for sentence in document.sentences if sentence.kind in RUNNING)


def _headings(document: Document) -> Iterator[str]:
    return ("".join(section.heading.split()) for section in document.sections)


def _figures(document: Document) -> Iterator[str]:
    return (f"{figure.value} {figure.scale} {figure.unit}" for figure in read_figures(document, ReportDates()))


if __name__ == "__main__":
    main()
