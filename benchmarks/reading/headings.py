"""Headings that a print detached, joined again to their text; and the periods of a print's figures against the clean text's.

    python -m benchmarks.reading.headings SHARED --style page --seeds 1-10 --reports 30 [--variation all] [--show]

A heading is *detached* when the tool printed it after its box or at the page's end (its note says which). It is *joined* when the
paragraphs that stand under it in the print (in its section or a section inside it) are just those that stand under it in the clean
text as the program reads that: no paragraph of its boxes is missing and none of another box is there. A clean line counts by
the section of most of its characters. Detached lines that the clean reading takes for no heading (各位代表！) are only counted. The
other ways it can end: `lost` (no heading in the print), `empty`, `short` (some are missing), `extra` (others are there), `other`.

A figure of the clean text is *the same* in the print when the figure of the same text at the places that the map gives has the
same years and status; else it is *undated* (no years in the print), *wrong*, or *missing*. The dates are those of
`data/eval/manifests.tsv`, for the print as for the clean text. The bars: 95 in 100 detached headings, 98 in 100 figures.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.reading.periods import sources
from benchmarks.reading.prints import Print, arguments, make_prints
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document

JOINED, SAME = 0.95, 0.98
_Line = tuple[int, int]  # clean line, character
_Locate = Callable[[int], _Line | None]


@dataclass(slots=True)
class Tally:
    """Counts of the detached headings by place and outcome, and of the figures by outcome."""

    headings: Counter[tuple[str, str]] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)

    @property
    def joined(self) -> float:
        """The share of the detached headings that are joined."""
        total = sum(count for (_, outcome), count in self.headings.items() if outcome != "no heading")
        return sum(count for (_, outcome), count in self.headings.items() if outcome == "joined") / max(1, total)

    @property
    def same(self) -> float:
        """The share of the figures that have the same period and status."""
        return self.figures["same"] / max(1, self.figures.total())


def headings_over(document: Document, locate: _Locate) -> tuple[dict[int, frozenset[int]], set[int]]:
    """For each clean line with prose the clean lines of the headings over it; and the clean lines of all headings."""
    heads = [locate(section.extent.start) for section in document.sections]
    votes: dict[int, Counter[frozenset[int]]] = defaultdict(Counter)
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.PARAGRAPH:
            continue
        over = frozenset(place[0] for place in (heads[at] for at in _chain(document, sentence.section)) if place)
        for offset in sentence.extent.offsets():
            place = locate(offset)
            if place is not None:
                votes[place[0]][over] += 1
    found = {
        line: max(counts.items(), key=lambda entry: (entry[1], sorted(entry[0])))[0] for line, counts in votes.items()
    }
    return found, {place[0] for place in heads if place}


def _chain(document: Document, section: int | None) -> Iterator[int]:
    while section is not None:
        yield section
        section = document.sections[section].parent


def outcome(heading: int, clean: dict[int, frozenset[int]], printed: dict[int, frozenset[int]], lost: bool) -> str:
    """How a detached heading ends, from the headings over each line of the clean text and of the print."""
    wanted = {line for line, over in clean.items() if heading in over}
    found = {line for line, over in printed.items() if heading in over}
    if wanted == found:
        return "joined"
    if lost:
        return "lost"
    if not found:
        return "empty"
    return "short" if found < wanted else "extra" if wanted < found else "other"


def measure(made: Print, dates: ReportDates, tally: Tally) -> list[str]:
    """Count what became of a print's detached headings and figures; the failures in words."""
    clean_source = made.clean_source
    starts = [clean_source.line_bounds(line)[0] for line in range(1, clean_source.line_count + 1)]

    def at_clean(offset: int) -> _Line | None:
        line = clean_source.line_of(offset)
        return line, offset - starts[line - 1]

    clean, printed = read_document(clean_source, dates), read_document(made.source, dates)
    over_clean, clean_heads = headings_over(clean, at_clean)
    over_print, print_heads = headings_over(printed, made.back.get)
    failures: list[str] = []
    for note in made.notes.get("detached", ()):
        line, place = note["clean"], note["place"]
        result = (
            "no heading" if line not in clean_heads else outcome(line, over_clean, over_print, line not in print_heads)
        )
        tally.headings[place, result] += 1
        if result not in ("joined", "no heading"):
            failures.append(f"{made.report} {made.seed} {place} {result} {line} {made.clean[line - 1].strip()[:40]}")
    counts = Counter(_compared(read_figures(clean, dates), at_clean, read_figures(printed, dates), made.back.get))
    tally.figures += counts
    if counts["same"] < SAME * counts.total():
        failures.append(f"{made.report} {made.seed} figures {dict(counts)}")
    return failures


def _compared(
    clean: Iterable[Figure], at_clean: _Locate, printed: Iterable[Figure], at_print: _Locate
) -> Iterator[str]:
    found = {(at_print(figure.extent.start), figure.text): figure for figure in reversed(tuple(printed))}
    for figure in clean:
        other = found.get((at_clean(figure.extent.start), figure.text))
        if other is None:
            yield "missing"
        elif _years(figure) == _years(other) and figure.status == other.status:
            yield "same"
        else:
            yield "undated" if other.period is None else "wrong"


def _years(figure: Figure) -> tuple[int, int] | None:
    return (figure.period.start, figure.period.end) if figure.period else None


def main(argv: Iterable[str] | None = None) -> int:
    """Print the shares by style; 1 where a bar is missed."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--show", action="store_true", help="name the failures")
    options = parser.parse_args(list(argv) if argv is not None else None)
    known = sources(options.shared)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for made in make_prints(options):
        failures = measure(made, known[made.report][2], tallies[made.style])
        if options.show:
            sys.stdout.writelines(f"{failure}\n" for failure in failures)
    for style, tally in sorted(tallies.items()):
        for (place, result), count in sorted(tally.headings.items()):
            sys.stdout.write(f"{style:8} {place:9} {result:11} {count}\n")
        if tally.headings:
            sys.stdout.write(f"{style:8} detached headings joined {tally.joined:.4f} (bar {JOINED})\n")
        shares = {name: round(count / tally.figures.total(), 4) for name, count in sorted(tally.figures.items())}
        sys.stdout.write(f"{style:8} figures' period and status {shares} of {tally.figures.total()} (bar {SAME})\n")
    missed = any(tally.same < SAME or tally.headings and tally.joined < JOINED for tally in tallies.values())
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
