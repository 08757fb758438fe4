"""How much of a clean report its newspaper prints keep once they are repaired: paragraphs, characters, figures, clutter.

    python -m benchmarks.reading.paragraphs SHARED --style both --seeds 1-10 --reports 30 [--variation all] [--show 5]

One paragraph is one line of the clean text, less what the clean text's own reading leaves out (web clutter, page numbers; lines that
are nothing else are not counted). It is *equal* when one repaired block holds exactly its characters, white space aside, at
the very places that the print's map gives.

The print *shows an end* when the last print line of the paragraph leaves room for one more full-width character (it is two
half-width columns or more short of its box; the indent of the first line counts as filled), or when what is printed next
(captions and page numbers aside) is a heading, a line with a list mark, a salutation or nothing. A paragraph's *ends are
shown* when its own end is and so is that of the paragraph printed before it, where it begins: 89 to 91 in 100 on the tool's
prints, which is the ceiling for all.

A character is *in place* when it stands once, and behind the one before it, in a sentence of the document that is no caption
(nor a title line, unless the clean text is read so). A character that the clean text's own reading leaves out is not counted.
A *cut figure* is one read from the clean text whose characters stand on two or more print lines; it is restored when the figures
of the print hold one of the same text, value and unit at just those places. Injected lines (page numbers, captions, kickers,
second printings) are kept out when none of their characters stands in a paragraph or a heading. The map holds when each
character of each sentence is the character at its place in the print, and the same one in the clean text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.reading.prints import Print, arguments, make_prints
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.blocks import Block, read_blocks
from report_qa.text.document import BlockKind, Document
from report_qa.text.layout import Layout, read_layout
from report_qa.text.lines import marker_of, text_width
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Place
from report_qa.text.wrap import SALUTATION

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.SALUTATION})
_MEASURES = (
    ("paragraphs equal, ends shown", "shown equal", "shown", 0.99),
    ("paragraphs equal, all", "equal", "paragraphs", 0.89),
    ("paragraphs with ends shown", "shown", "paragraphs", 0.0),
    ("characters in place", "in place", "characters", 0.999),
    ("cut figures restored", "cut restored", "cut figures", 0.995),
    ("all figures restored", "restored", "figures", 0.0),
    ("injected lines kept out", "kept out", "injected", 0.98),
    ("map to the same character", "mapped", "sentence characters", 1.0),
)


@dataclass(slots=True)
class Tally:
    """Counts by name, and failures as (kind, example)."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def count(self, name: str, total: str, good: bool) -> bool:
        """Count one more of `total`, and of `name` where it is good; whether it was."""
        self.counts[total] += 1
        self.counts[name] += good
        return good

    def fail(self, kind: str, example: str) -> None:
        """Keep a failure."""
        self.failures.append((kind, example))


def measure(made: Print, tally: Tally) -> None:
    """Read a print and its clean text, and count what agrees."""
    layout = read_layout(made.source)
    clean, printed = read_document(made.clean_source, ReportDates()), read_document(made.source, ReportDates())
    kinds = _kinds(printed)
    _paragraphs(made, layout, _kept(made, clean), tally)
    _characters(made, clean, kinds, tally)
    _map(made, printed, tally)
    _injected(made, kinds, tally)
    _figures(made, read_figures(clean, ReportDates()), read_figures(printed, ReportDates()), tally)


def ends_shown(made: Print) -> dict[int, bool]:
    """For each clean line with text whether the print shows where it begins and where it ends."""
    owners = made.line_owners()
    order: list[int] = []
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for line, number in sorted(owners.items()):
        if not order or order[-1] != number:
            order.append(number)
        first.setdefault(number, line)
        last[number] = line
    shown: dict[int, bool] = {}
    before = True
    for at, number in enumerate(order):
        width, indent = made.widths[number]
        indented = first[number] == last[number] and number not in made.headings
        used = text_width(made.lines[last[number] - 1].strip()) + indent * indented
        behind = order[at + 1] if at + 1 < len(order) else None
        own = used <= width - 2 or behind is None or _begins_anew(made, behind)
        shown[number] = shown.get(number, True) and before and own
        before = own
    return shown


def _begins_anew(made: Print, number: int) -> bool:
    text = made.clean[number - 1].strip()
    return number in made.headings or marker_of(text) is not None or SALUTATION.match(text) is not None


def _kept(made: Print, clean: Document) -> dict[int, tuple[int, ...]]:
    """For each clean line the places of its characters in the print, less white space and what the clean text's reading leaves out."""
    known = _kinds(clean)
    kept: dict[int, tuple[int, ...]] = {}
    start = 0
    for number, text in enumerate(made.clean, 1):
        row = enumerate(zip(made.offsets[number], text, strict=True), start)
        kept[number] = tuple(
            place for at, (place, char) in row if place is not None and not char.isspace() and at in known
        )
        start += len(text) + 1
    return kept


def _paragraphs(made: Print, layout: Layout, kept: Mapping[int, tuple[int, ...]], tally: Tally) -> None:
    shown = ends_shown(made)
    held = {at: block for block in read_blocks(layout, repair(layout)) for at in block.origins}
    for number, whole in shown.items():
        places = kept[number]
        if not places:
            continue
        block = held.get(places[0])
        got = () if block is None else tuple(at for at in block.origins if not made.source.text[at].isspace())
        good = tally.count(
            "equal", "paragraphs", got == places and block is not None and block.kind is BlockKind.PARAGRAPH
        )
        if whole:
            tally.count("shown equal", "shown", good)
        if not good and whole:
            tally.fail(*_why(made, layout, places, held))


def _why(made: Print, layout: Layout, places: tuple[int, ...], held: Mapping[int, Block]) -> tuple[str, str]:
    """What happened to a paragraph that is not whole, and the lines at which it did."""
    if any(at not in held for at in places):
        lost = next(at for at in places if at not in held)
        line = made.source.line_of(lost)
        return f"left out: {layout.furniture.get(line, 'within the line')}", _around(made, line)
    caption = next((at for at in places if held[at].kind is BlockKind.CAPTION), None)
    if caption is not None:
        return "taken for a caption", _around(made, made.source.line_of(caption))
    block = held[places[0]]
    for before, after in zip(places, places[1:], strict=False):
        if held[before] is not held[after]:
            return "cut in two", _around(made, made.source.line_of(before))
    mine = frozenset(places)
    alien = [at for at in block.origins if at not in mine and not made.source.text[at].isspace()]
    line = made.source.line_of(alien[0])
    if line in made.injected and alien[0] not in made.back:
        return f"holds a {made.injected[line][0]}", _around(made, line)
    if alien[0] < places[0]:
        return "joined to the one before", _around(made, made.source.line_of(places[0]) - 1)
    return "joined to the one behind", _around(made, line - 1)


def _around(made: Print, line: int) -> str:
    """The print around a line, which is marked."""
    rows = range(max(1, line - 3), min(made.source.line_count, line + 4) + 1)
    owners = made.line_owners()
    text = "\n".join(
        f"   {'>' if row == line else ' '}{row:5} {owners.get(row, made.injected.get(row, ('',))[0])!s:>8} {made.source.line(row)}"
        for row in rows
    )
    return f"{made.report} {made.style} seed {made.seed}\n{text}"


def _kinds(document: Document) -> dict[int, BlockKind]:
    """The kind of the sentence that each code point stands in."""
    return {at: sentence.kind for sentence in document.sentences for at in sentence.extent.offsets()}


def _characters(made: Print, clean: Document, kinds: Mapping[int, BlockKind], tally: Tally) -> None:
    starts = [clean.source.line_bounds(number)[0] for number in range(1, clean.source.line_count + 1)]
    expected = _kinds(clean)
    for number, places in made.offsets.items():
        lost: list[int] = []
        before = -1
        for at, (place, char) in enumerate(zip(places, made.clean[number - 1], strict=True)):
            kind = expected.get(starts[number - 1] + at) if number <= len(starts) else None
            if place is None or char.isspace() or kind is None or kind is BlockKind.CAPTION:
                continue
            got = kinds.get(place)
            good = place > before and got is not None and (got in _RUNNING or got is kind)
            before = place
            if not tally.count("in place", "characters", good):
                lost.append(place)
        if lost:
            got = kinds.get(lost[0])
            tally.fail(
                f"characters lost: {got.value if got else 'left out'}",
                f"{len(lost)} of them, {_around(made, made.source.line_of(lost[0]))}",
            )


def _map(made: Print, printed: Document, tally: Tally) -> None:
    for sentence in printed.sentences:
        for char, at in zip(sentence.text, sentence.extent.offsets(), strict=True):
            known = made.back.get(at)
            same = char == made.source.text[at] and (known is None or made.clean[known[0] - 1][known[1]] == char)
            tally.count("mapped", "sentence characters", same)


def _injected(made: Print, kinds: Mapping[int, BlockKind], tally: Tally) -> None:
    for line, (kind, places) in made.injected.items():
        text = [at for at in places if at < len(made.source.text) and not made.source.text[at].isspace()]
        if not text:
            continue
        good = tally.count("kept out", "injected", not any(kinds.get(at) in _RUNNING for at in text))
        tally.count(f"{kind} kept out", kind, good)
        if not good:
            tally.fail(f"{kind} in running text", _around(made, line))


def _figures(made: Print, clean: Sequence[Figure], printed: Sequence[Figure], tally: Tally) -> None:
    source = made.clean_source
    got = {(figure.text, figure.value, figure.unit, made.source.places(figure.extent)) for figure in printed}
    for figure in clean:
        places = _carried(made, source.line_of(figure.extent.start), figure)
        if not places:
            continue
        good = (figure.text, figure.value, figure.unit, places) in got
        tally.count("restored", "figures", good)
        if len(places) < 2:
            continue
        if not tally.count("cut restored", "cut figures", good):
            near = [other.text for other in printed if made.source.line_of(other.extent.start) == places[0].line]
            tally.fail("cut figure", f"{figure.text} {places} near {near} {_around(made, places[0].line)}")


def _carried(made: Print, number: int, figure: Figure) -> tuple[Place, ...]:
    """The places of a clean text's figure in the print, one a line, from its first to its last character there."""
    start = made.clean_start(number)
    bounds: dict[int, tuple[int, int]] = {}
    for at in figure.extent.offsets():
        row = made.offsets[number]
        place = row[at - start] if at - start < len(row) else None
        if place is None:
            continue
        line = made.source.line_of(place)
        column = place - made.source.line_bounds(line)[0]
        low, high = bounds.get(line, (column, column))
        bounds[line] = min(low, column), max(high, column)
    return tuple(Place(line, low, high + 1, None) for line, (low, high) in bounds.items())


def table(tally: Tally) -> str:
    """The measures beside their bars."""
    rows = []
    for label, good, total, bar in _MEASURES:
        share = tally.counts[good] / max(1, tally.counts[total])
        rows.append(
            f"{label:32} {100 * share:8.3f}%  {tally.counts[good]}/{tally.counts[total]}"
            + f"  bar {100 * bar:g}%" * (bar > 0)
        )
        if good == "kept out":
            for kind in ("caption", "page number", "kicker", "second printing"):
                part = tally.counts[f"{kind} kept out"]
                rows.append(f"  {kind:30} {100 * part / max(1, tally.counts[kind]):8.3f}%  {part}/{tally.counts[kind]}")
    return "\n".join(rows)


def main(argv: Iterable[str] | None = None) -> None:
    """Print the table, and with `--show N` the kinds of failure, each with N examples."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kind", default="", help="show only failures whose kind begins so")
    options = parser.parse_args(list(argv) if argv is not None else None)
    tallies: dict[str, Tally] = {}
    for made in make_prints(options):
        measure(made, tallies.setdefault(made.style, Tally()))
    for style, tally in tallies.items():
        sys.stdout.write(f"== {style}, {options.variation}\n{table(tally)}\n")
        for kind, count in Counter(kind for kind, _ in tally.failures).most_common():
            sys.stdout.write(f"{count:6} {kind}\n")
            if kind.startswith(options.kind):
                examples = [example for other, example in tally.failures if other == kind]
                step = max(1, len(examples) // max(1, options.show))
                sys.stdout.write("".join(f"{example}\n\n" for example in examples[::step][: options.show]))


if __name__ == "__main__":
    main()
