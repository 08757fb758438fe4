"""Reading a report: seconds per million characters, and how time and memory grow with its length.

    python -m benchmarks.bench_reading

The Baotou report is a damaged newspaper page; it is set one behind the other until there is a million characters, each time
with other characters (the same text again would be left out as a second copy); marks, numerals and words of time stay. A reader
that is linear has ratios near 2 for twice the text.
"""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

from report_qa.figures.read import read_figures
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

REPORT = Path(__file__).resolve().parents[1] / "data" / "reports" / "baotou-2022" / "source.txt"
DATES = ReportDates("2022-02-12", 2021, 2022, "包头市")


KEPT = set("一二三四五六七八九十百千万亿第年月日今去明上下各位代表同志们全市增长达到完成实施目标工作安排回眸")


def another(page: str, number: int) -> str:
    """The page with most of its Han characters moved on by `number` code points."""
    moved = {char for char in set(page) - KEPT if "一" <= char <= "龠"}
    return page.translate({ord(char): ord(char) + number for char in moved})


def seconds(source: Source, figures: bool) -> float:
    """Processor time of one reading, with the ledger or without."""
    started = time.process_time()
    document = read_document(source, DATES)
    if figures:
        read_figures(document, DATES)
    return time.process_time() - started


def megabytes(source: Source) -> float:
    """The most memory that one reading holds beyond its source."""
    tracemalloc.start()
    read_document(source, DATES)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Print times, memory and their ratios."""
    page = REPORT.read_text("utf-8")
    times = 1_000_000 // len(page) + 1
    pages = [another(page, number) for number in range(times)]
    quarter, half, whole = (Source.from_bytes("".join(pages[: times // part]).encode()) for part in (4, 2, 1))
    spent = {len(one.text): seconds(one, figures=False) for one in (quarter, half, whole)}
    for length, time_ in spent.items():
        print(f"{length:>9,} characters: {time_:.2f} s, {time_ / length * 1e6:.2f} s per million")
    quarter_s, half_s, whole_s = spent.values()
    print(f"ratios of twice the text: {half_s / quarter_s:.2f}, {whole_s / half_s:.2f}")
    print(f"with the ledger: {seconds(whole, figures=True) / len(whole.text) * 1e6:.2f} s per million")
    first, second = megabytes(quarter), megabytes(half)
    print(f"memory: {first:.0f} MB, {second:.0f} MB of twice the text, ratio {second / first:.2f}")


if __name__ == "__main__":
    main()
