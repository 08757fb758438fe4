"""Ways to lay a newspaper print out that the print tool does not have itself, so that a repair is not fitted to the tool."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from benchmarks.reading.invented import CAPTIONS, HEADLINES

_COLUMNS = ([36, 40, 56, 96], [36, 40, 40, 56, 96])  # the tool's choices, by which a draw is known
_FIRST_BLANKS, _GAPS = [0, 0, 0.35, 0.9], [0, 0, 0.15, 0.5]


@dataclass(frozen=True, slots=True)
class Variation:
    """What a print draws from; an empty field leaves the tool's own choice.

    `columns` are widths in half-width columns (style `columns`), `widths` in full-width characters (style `page`). `indents`
    are those of a paragraph's first line in full-width characters, halved. `first_blanks` and `gaps` are the chances of a blank
    line after a paragraph's first line and before a paragraph. `tight` prints no blank line around captions and headings.
    """

    columns: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    indents: tuple[float, ...] = ()
    first_blanks: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()
    captions: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()
    tight: bool = False


DEFAULT = Variation()
VARIATIONS = {
    "default": DEFAULT,
    "wordings": Variation(captions=CAPTIONS, headlines=HEADLINES),
    "narrow": Variation(columns=(28, 30, 34, 44), widths=(14, 17, 18, 24), captions=CAPTIONS, headlines=HEADLINES),
    "wide": Variation(columns=(48, 64, 72, 84), widths=(30, 32, 40, 52), captions=CAPTIONS, headlines=HEADLINES),
    "odd": Variation(columns=(37, 45, 51), widths=(21, 23, 25, 33), indents=(0.0, 0.5), first_blanks=(0.1, 0.6)),
    "no_blanks": Variation(first_blanks=(0.0,), gaps=(0.0,), captions=CAPTIONS),
    "airy": Variation(first_blanks=(0.5, 1.0), gaps=(0.8, 1.0), headlines=HEADLINES),
    "tight": Variation(first_blanks=(0.0,), gaps=(0.0,), tight=True),
}


class _Watched(list[str]):
    """Lines that tell their watcher which one is being printed."""

    def __iter__(self) -> Iterator[str]:
        self.number = 0
        for line in super().__iter__():
            self.number += 1
            yield line


class Draws(random.Random):
    """The tool's random numbers with some choices replaced. `widths` holds the column's width at each clean line (`columns`)."""

    def __new__(cls, *_: Any) -> Draws:
        """A generator; the seed is set by the initialiser."""
        return super().__new__(cls)

    def __init__(self, seed: int | str, variation: Variation, lines: Sequence[str]) -> None:
        super().__init__(seed)
        self._variation, self._lines, self._width_from = variation, lines, [(0, 0)]

    @staticmethod
    def watch(lines: Sequence[str]) -> list[str]:
        """Lines for the tool to print, watched so that widths can be told."""
        return _Watched(lines)

    def choice(self, seq: Any) -> Any:
        """A draw from the variation's choices where it has some for this draw."""
        for known, own in (
            (_COLUMNS, self._variation.columns),
            ((_FIRST_BLANKS,), self._variation.first_blanks),
            ((_GAPS,), self._variation.gaps),
        ):
            if own and seq in known:
                seq = list(own)
                break
        drawn = super().choice(seq)
        if isinstance(drawn, int) and drawn > 20:
            self._width_from.append((getattr(self._lines, "number", 0), drawn))
        return drawn

    @property
    def widths(self) -> dict[int, int]:
        """Half-width columns of the column that each clean line is printed in."""
        found: dict[int, int] = {}
        rest = iter([*self._width_from[1:], (len(self._lines), 0)])
        changed, following = next(rest)
        width = following
        for number in range(1, len(self._lines) + 1):
            while changed < number:
                width = following
                changed, following = next(rest, (len(self._lines) + 1, width))
            found[number] = width
        return found


@contextmanager
def varied(tool: ModuleType, variation: Variation) -> Iterator[None]:
    """The tool with its page and widths as a variation has them; itself again afterwards."""
    page, widths = tool.Page, tool.WIDTHS

    class Page(page):  # type: ignore[misc, valid-type]
        """The tool's page with other indents, and without blank lines where the variation has none."""

        def blank(self) -> None:
            """A blank line, if there are any."""
            if not variation.tight:
                super().blank()

        def paragraph(self, number: int, line: str, box: dict[str, Any], heading: bool = False) -> None:
            """A paragraph, after the box has got its indent."""
            if variation.indents and "varied" not in box:
                box["varied"] = True
                box["indent"] = self.rng.choice(variation.indents)
            super().paragraph(number, line, box, heading)

    if variation is not DEFAULT:
        tool.__dict__.update(Page=Page, WIDTHS=list(variation.widths) or widths)
    try:
        yield
    finally:
        tool.__dict__.update(Page=page, WIDTHS=widths)
