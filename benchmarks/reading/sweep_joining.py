"""How much the numbers of `text/joining.py`, `habits.py` and `columns.py` matter: each one halved and doubled, on prints.

    python -m benchmarks.reading.sweep_joining SHARED --seeds 41 --reports 8 --offset 1 --variation all

Prints the share of paragraphs with shown ends, and of all, that come out equal: with the numbers as they are, then with one of
them changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from types import ModuleType

from benchmarks.reading.paragraphs import ends_shown
from benchmarks.reading.prints import Print, arguments, make_prints
from report_qa.text import columns, habits, joining, paragraphs
from report_qa.text.blocks import read_blocks
from report_qa.text.layout import read_layout
from report_qa.text.repair import repair

NUMBERS: tuple[tuple[ModuleType, str], ...] = (
    (joining, "_HEADING"),
    (joining, "_BEGUN"),
    (joining, "_COMMA"),
    (joining, "_COLON"),
    (joining, "_OUTSIDE"),
    (joining, "_UNINDENTED"),
    (joining, "_SETBACK"),
    (joining, "_SECOND"),
    (joining, "_OFTEN"),
    (habits, "_PAGE_WEIGHT"),
    (habits, "_NEAR"),
    (habits, "_CLEARLY"),
    (habits, "_STRAY"),
    (columns, "_CHANGE"),
    (columns, "_INSIDE"),
    (paragraphs, "_COMMON"),
    (paragraphs, "_REST_OF"),
)


def shares(made: Sequence[Print], shown: Sequence[dict[int, bool]]) -> tuple[float, float]:
    """The share of paragraphs that come out equal: of those with shown ends, of all."""
    good = [0, 0]
    total = [0, 0]
    for one, whole in zip(made, shown, strict=True):
        layout = read_layout(one.source)
        held = {at: block for block in read_blocks(layout, repair(layout)) for at in block.origins}
        for number, is_shown in whole.items():
            row = zip(one.offsets[number], one.clean[number - 1], strict=True)
            places = [at for at, char in row if at is not None and not char.isspace()]
            block = held.get(places[0]) if places else None
            got = [at for at in block.origins if not one.source.text[at].isspace()] if block is not None else []
            for kind in (0, 1) if is_shown else (1,):
                total[kind] += 1
                good[kind] += got == places
    return good[0] / max(1, total[0]), good[1] / max(1, total[1])


def main(argv: Iterable[str] | None = None) -> None:
    """Print the sweep."""
    options = arguments(__doc__ or "").parse_args(list(argv) if argv is not None else None)
    made = list(make_prints(options))
    shown = [ends_shown(one) for one in made]
    sys.stdout.write("as it is {:.4f} {:.4f}\n".format(*shares(made, shown)))
    for module, name in NUMBERS:
        kept = getattr(module, name)
        for factor in (0.5, 2):
            setattr(module, name, type(kept)(kept * factor))
            sys.stdout.write("{} {:g} {:.4f} {:.4f}\n".format(name, kept * factor, *shares(made, shown)))
        setattr(module, name, kept)


if __name__ == "__main__":
    main()
