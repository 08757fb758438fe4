"""How much clutter is kept out of running text, and what of the text it costs, by kind.

    python -m benchmarks.reading.clutter SHARED [--words work|held|found] [--reports 12] [--seed 1] [--only KIND] [--figures] [--show]

SHARED is the folder with `reports/city_2024/`; nothing of it is copied. Each report is read clean, then damaged in each way of
`damages.DAMAGES` and read again. A piece of clutter is kept out when none of its characters stands in a paragraph or a heading.
Lost are the characters of the clean text's paragraphs and headings that no sentence holds any more; misfiled those that
stand in a title, a caption or a salutation instead. A paragraph is equal when it holds the same characters, spaces aside.
"""

from __future__ import annotations

import argparse
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading.damage import Clean, Damaged
from benchmarks.reading.damages import DAMAGES
from benchmarks.reading.words_found import FOUND
from benchmarks.reading.words_held import HELD
from benchmarks.reading.words_work import WORK
from report_qa.figures.read import read_figures
from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

SETS = {"work": WORK, "held": HELD, "found": FOUND}
RUNNING = (BlockKind.PARAGRAPH, BlockKind.HEADING)
NOT_CLEAN = ("恩施", "厦门", "承德", "岳阳", "益阳", "泸州", "黄山")  # only checked on, or with clutter of their own
DATES = ReportDates("2024", 2023, 2024, None)


def main() -> None:
    """Print a line a kind, and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--words", choices=sorted(SETS), default="work")
    parser.add_argument("--reports", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="kinds whose name holds this")
    parser.add_argument("--figures", action="store_true", help="compare the figures too")
    parser.add_argument("--show", action="store_true", help="print each piece kept in and each stretch lost")
    options = parser.parse_args()
    kinds = [kind for kind in DAMAGES if options.only in kind]
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    for clean in reports(options.shared, options.reports):
        for kind in kinds:
            rng = random.Random(f"{kind} {options.seed} {zlib.crc32(clean.text.encode())}")
            damaged = DAMAGES[kind](clean, SETS[options.words], rng).finished()
            notes = options.show
            counts[kind].update(compare(clean, damaged, figures=options.figures, notes=notes))
    print(
        f"{'kind':<26} {'pieces':>7} {'kept out':>9} {'aside':>6} {'lost':>6} {'misfiled':>8} {'equal':>7} {'figures':>8}"
    )
    for kind in kinds:
        print_row(kind, counts[kind])
    print_row("all", sum(counts.values(), Counter()))


def reports(shared: Path, most: int) -> Iterator[Clean]:
    """Clean city reports, spread over the folder."""
    paths = [
        path for path in sorted((shared / "reports" / "city_2024").glob("*.txt")) if not path.stem.startswith(NOT_CLEAN)
    ]
    for path in paths[:: max(1, len(paths) // most)][:most]:
        text = Source.from_bytes(path.read_bytes()).text.replace("\r\n", "\n").replace("\r", "\n")
        if text.count("\n") > 10:
            yield Clean.of(text)


def compare(clean: Clean, damaged: Damaged, *, figures: bool, notes: bool) -> Counter[str]:
    """Count what reading makes of one damaged report; see the module's first lines for the names."""
    before = read_document(Source.from_bytes(clean.text.encode()), DATES)
    source = Source.from_bytes(damaged.text.encode())
    shift = len(damaged.text) - len(
        source.text
    )  # a byte-order mark at the very beginning is no part of a source's text
    origins = damaged.origins[shift:]
    after = read_document(source, DATES)
    there = {origin for origin in origins if origin >= 0}
    running = {at for at in offsets(before, RUNNING) if at in there and not clean.text[at].isspace()}
    read = {origins[at] for at in offsets(after, tuple(BlockKind))}
    lost = running - read
    filed = {origins[at] for at in offsets(after, RUNNING)}
    inside = set(offsets(after, RUNNING))
    aside = set(offsets(after, tuple(BlockKind))) - inside
    solid = [
        [at - shift for at in range(*piece) if not damaged.text[at].isspace() and at >= shift]
        for piece in damaged.pieces
    ]
    kept = [piece for piece in solid if any(at in inside for at in piece)]
    counts: Counter[str] = Counter(
        pieces=len(solid),
        out=len(solid) - len(kept),
        aside=sum(any(at in aside for at in piece) for piece in solid),
        lost=len(lost),
        misfiled=len(running - filed - lost),
        running=len(running),
    )
    whole, found = (
        paragraphs(before, clean.text, range(len(clean.text)), there),
        paragraphs(after, source.text, origins, there),
    )
    counts.update(paragraphs=len(whole), equal=len(whole & found))
    if figures:
        counts.update(compare_figures(before, after, origins, there))
    if notes:
        show(clean, source, kept, lost | (running - filed))
    return counts


def offsets(document: Document, kinds: tuple[BlockKind, ...]) -> Iterator[int]:
    """Code points of the sentences of some kinds."""
    for sentence in document.sentences:
        if sentence.kind in kinds:
            yield from sentence.extent.offsets()


def paragraphs(document: Document, text: str, origins: list[int] | range, there: set[int]) -> set[tuple[int, ...]]:
    """The clean code points of each paragraph and heading, spaces aside; clutter among them makes it another one."""
    found: dict[int, list[int]] = {}
    for sentence in document.sentences:
        if sentence.kind in RUNNING:
            places = [origins[at] for at in sentence.extent.offsets() if not text[at].isspace()]
            found.setdefault(sentence.paragraph, []).extend(at for at in places if at < 0 or at in there)
    return {tuple(places) for places in found.values() if places}


def compare_figures(before: Document, after: Document, origins: list[int], there: set[int]) -> Counter[str]:
    """How many of the clean text's figures are read again from the same characters with the same value, and how many others."""
    whole = {
        (figure.value, figure.scale, figure.unit, figure.extent.start)
        for figure in read_figures(before, DATES)
        if all(at in there for at in figure.extent.offsets())
    }
    found = {
        (figure.value, figure.scale, figure.unit, origins[figure.extent.start]) for figure in read_figures(after, DATES)
    }
    return Counter(figures=len(whole), same=len(whole & found), others=len(found - whole))


def show(clean: Clean, source: Source, kept: list[list[int]], missing: set[int]) -> None:
    """Print the pieces kept in and the stretches missing."""
    for piece in kept:
        text = "".join(source.text[at] for at in piece)
        around = source.text[max(0, piece[0] - 12) : piece[-1] + 12]
        print(f"   in: {text[:60]!r} in {around!r}"[:150])
    last = -2
    for at in sorted(missing):
        if at > last + 3:
            print("   missing:", repr(clean.text[at : at + 50]))
        last = at


def print_row(kind: str, counts: Counter[str]) -> None:
    """One line of the table."""
    out = f"{counts['out'] / counts['pieces']:.2%}" if counts["pieces"] else "-"
    equal = f"{counts['equal'] / counts['paragraphs']:.1%}" if counts["paragraphs"] else "-"
    figures = f"{counts['same'] / counts['figures']:.2%} +{counts['others']}" if counts["figures"] else "-"
    print(
        f"{kind:<26} {counts['pieces']:>7} {out:>9} {counts['aside']:>6} {counts['lost']:>6} "
        f"{counts['misfiled']:>8} {equal:>7} {figures:>8}"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
