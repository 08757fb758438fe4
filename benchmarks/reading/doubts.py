"""How often the lines that `report-qa inspect` calls not understood were read wrong, and how many wrong ones it misses.

    python -m benchmarks.reading.doubts SHARED --style page --seeds 1-2 --reports 30 [--show 5]

Counted are the blocks of newspaper prints (`prints.py`). A block is read wrong when it is *cut* (it ends inside a clean
paragraph), the *rest* of one (it begins inside one, not after a stop), *merged* (it holds characters of several) or *mixed*
(a paragraph or a heading that holds injected characters). It is doubted when any of its sentences is. Merged blocks mostly
show no sign: two whole paragraphs printed without a visible end between them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.reading.prints import Print, arguments, make_prints
from report_qa.text.document import BlockKind, Sentence
from report_qa.text.periods import ReportDates
from report_qa.text.verdicts import examine

_DATES = ReportDates("2024", 2023, 2024)
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_STOPS = "。！？；"


def reading(made: Print, block: Sequence[Sentence]) -> str:
    """How one block was read: fine, cut, rest, merged or mixed."""
    offsets = [at for sentence in block for at in sentence.extent.offsets() if not made.source.text[at].isspace()]
    owners = [made.back.get(at) for at in offsets]
    clean = [owner for owner in owners if owner is not None]
    running = block[0].kind in _RUNNING
    if not clean or not running:
        return "fine"
    if len(clean) < len(owners):
        return "mixed"
    if len({number for number, _ in clean}) > 1:
        return "merged"
    number, first = clean[0]
    text = made.clean[number - 1]
    if text[:first].rstrip() and text[:first].rstrip()[-1] not in _STOPS:
        return "rest"
    heading = block[0].kind is BlockKind.HEADING  # a heading may be the first sentence of a paragraph
    return "cut" if text[clean[-1][1] + 1 :].strip() and not heading else "fine"


def count(made: Print, show: bool) -> Counter[str]:
    """The blocks of one print by how they were read, and whether they are doubted."""
    examined = examine(made.source, _DATES)
    doubted = {doubt.extent.start: doubt.reasons for doubt in examined.doubts}
    blocks: dict[int, list[Sentence]] = {}
    for sentence in examined.document.sentences:
        blocks.setdefault(sentence.paragraph, []).append(sentence)
    counts: Counter[str] = Counter()
    for block in blocks.values():
        how = reading(made, block)
        reasons = [reason for sentence in block for reason in doubted.get(sentence.extent.start, ())]
        counts[how] += 1
        counts[f"{how} doubted"] += bool(reasons)
        if show and bool(reasons) == (how == "fine"):
            text = "".join(sentence.text for sentence in block)
            print(f"  {made.report} seed {made.seed}: {how}, {', '.join(reasons) or 'not doubted'}: {text[:70]}")
    return counts


def main(argv: Sequence[str]) -> None:
    parser = arguments(__doc__)
    parser.add_argument("--show", action="store_true", help="print what is doubted wrongly, and what should be")
    options = parser.parse_args(argv)
    counts: Counter[str] = Counter()
    prints = 0
    for made in make_prints(options):
        counts += count(made, options.show)
        prints += 1
    print(f"{prints} prints")
    for how in ("fine", "cut", "rest", "mixed", "merged"):
        total, doubted = counts[how], counts[f"{how} doubted"]
        print(f"{how:8} {total:6} blocks, {doubted:4} doubted ({doubted / max(1, total):.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
