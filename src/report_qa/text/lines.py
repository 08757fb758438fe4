"""`Line`: a physical line as the repair rules see it: its margins, its width and what kind of thing stands on it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from report_qa.text.source import Source

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_MARGIN = re.compile(rf"[\s{INVISIBLE}]*")
_END_MARGIN = re.compile(rf"[\s{INVISIBLE}]*$")

_SHORT = 8  # characters of a line that may be the rest of a paragraph, and says nothing of how the page was cut
_CUT = 0.2  # share of the pairs of lines that are of one length where a page is cut so
_MORE = 1.5  # times as many pairs of lines of one length as of one width

_HAN = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"  # 五一、端午 is no list

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)[、：:\s]?")),
    ("han", re.compile(rf"{_HAN}、(?!是)")),
    ("han_bracket", re.compile(rf"[（(]{_HAN}[)）]、?")),
    ("digit", re.compile(r"[0-9０-９]{1,2}[.．、](?![0-9０-９])")),
    ("digit_bracket", re.compile(r"[（(]?[0-9０-９]{1,2}[)）](?![0-9０-９年])")),
    ("circle", re.compile(r"[①-⑳]")),
    ("bullet", re.compile(r"[●■◆★▲◎○□▶►☆◇•]|·\s")),
    ("dash", re.compile(r"(?:——|－－|--)(?![0-9])")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line less its margins.

    `start` and `end` are code points of the source, `width` counts half-width columns (a Han character is two), `indent` those of
    the white space before the line, and
    `marker` names the list mark that it begins with, if any. A `doubled` line is a headline printed over itself: its `text`
    and `width` are those of one printing.
    """

    number: int
    start: int
    end: int
    text: str
    width: int
    marker: str | None
    doubled: bool = False
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text


def read_lines(source: Source) -> tuple[Line, ...]:
    """The physical lines of a source, in order."""
    found: list[Line] = []
    for number in range(1, source.line_count + 1):
        start, end = source.line_bounds(number)
        raw = source.text[start:end]
        lead = _MARGIN.match(raw)
        low = lead.end() if lead else 0
        text = raw[low:]
        trail = _END_MARGIN.search(text)
        text = text[: trail.start()] if trail else text
        indent = text_width(raw[:low].replace("\t", "    ")) if low else 0
        line = Line(
            number, start + low, start + low + len(text), text, text_width(text), marker_of(text), indent=indent
        )
        found.append(line)
    return tuple(found)


def by_characters(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines as they are or, where the page is cut after a number of characters and not at a width, as wide as those.

    Digits and Latin letters are half as wide as Han characters in print; what is cut at a width has lines of one width, whatever
    stands on them, and what a program cut after so many characters has lines of one length.
    """
    bodies = [line for line in lines if len(line.text) >= _SHORT]
    lengths, widths = Counter(len(line.text) for line in bodies), Counter(line.width for line in bodies)
    alike = _gathered(lengths)
    if alike < _CUT * len(bodies) * (len(bodies) - 1) or alike <= _MORE * _gathered(widths):
        return tuple(lines)
    return tuple(replace(line, width=2 * len(line.text)) for line in lines)


def _gathered(counts: Counter[int]) -> int:
    """How many pairs of lines are alike."""
    return sum(count * (count - 1) for count in counts.values())


def marker_of(text: str) -> str | None:
    """The kind of list mark that a text begins with: `han` (一、), `han_bracket` (（一）), `digit` (1.), `bullet` …"""
    for name, pattern in _MARKERS:
        if pattern.match(text):
            return name
    return None


def marker_length(text: str) -> int:
    """Length in code points of the list mark that a text begins with; 0 without one."""
    for _, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            return match.end()
    return 0


def text_width(text: str) -> int:
    """Half-width columns that a text takes in print."""
    return sum(map(_width, text))


@lru_cache(maxsize=8192)
def _width(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
