"""`Folded`: a report's text as inference looks at it, widths folded and white space left out, and the line of each word."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from report_qa.text.source import LINE_END

HEAD = 1_200  # characters that hold the title, where and when it was delivered, and the opening sentence


@dataclass(frozen=True, slots=True)
class FoldedLine:
    """A line that is not blank, with its number from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Folded:
    """The lines of a text, and all of them in one: `flat`."""

    lines: tuple[FoldedLine, ...]
    flat: str
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a decoded text."""
        told = ((number, _fold(line)) for number, line in enumerate(LINE_END.split(text), 1))
        lines = tuple(FoldedLine(number, line) for number, line in told if line)
        starts = tuple(accumulate((len(line.text) for line in lines[:-1]), initial=0)) if lines else ()
        return cls(lines, "".join(line.text for line in lines), starts)

    @property
    def head(self) -> str:
        """The opening of the flat text; an offset in it is one in `flat`."""
        return self.flat[:HEAD]

    def head_lines(self) -> tuple[FoldedLine, ...]:
        """The lines that begin in the head."""
        return self.lines[: bisect_right(self._starts, HEAD)]

    def line_of(self, offset: int) -> int:
        """The number of the line that a character of `flat` stands on."""
        return self.lines[bisect_right(self._starts, offset) - 1].number


def _fold(line: str) -> str:
    """NFKC without white space and invisible characters."""
    signs = "".join(unicodedata.normalize("NFKC", line).split())
    return signs if signs.isascii() else "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")
