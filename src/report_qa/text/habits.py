"""`Habits`: what a page does at the line ends that are sure, counted, to weigh those that are not.

Sure are a line that fills its box inside a sentence (the paragraph goes on), and a sentence that ends in a line clearly shorter
than its box or before a list mark (it does not).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from math import log

from report_qa.text.columns import breaks_off, line_width, read_widths, room_after
from report_qa.text.lines import Line
from report_qa.text.wrap import ends_sentence


class Room(IntEnum):
    """Columns left in the box had the next line's first character been set too: none (it did not fit), 0 or 1, 2 or 3, …"""

    FULL = 0
    ONE = 1
    TWO = 2
    THREE = 3
    MORE = 4
    UNKNOWN = 5


LINE_FILLED = (
    Room.FULL,
    Room.ONE,
    Room.TWO,
)  # of a line inside a paragraph, or of its first with an indent up to two characters
_WITHIN = (20.0, 0.3, 0.15, 0.1, 0.1)  # rooms counted before any is seen: of a line inside a paragraph,
_FIRST = (1.0, 0.3, 1.0, 0.05, 0.05)  # of a paragraph's first line, with an indent or without
_GAPS = ((0.5, 4.0), (0.5, 1.5), (0.5, 1.5))  # (blank line, none) behind a line inside, a first line, a last line
_INDENTS = ((0.3, 6.0), (1.0, 3.0))  # (indented, not) of the line behind one that goes on, behind one that does not
_STRAY = 2  # lines of a room that say nothing: a heading's second line, a width misread
_INDENTED = 2.5  # log odds from which a page's paragraphs are all indented
_PAGE_WEIGHT = 2.0  # of the whole page's first lines against one that stands near
_NEAR = 40  # lines around that tell of the indent
_CLEARLY = 6  # columns by which a paragraph's last line is short beyond doubt
_STOPS, _PROSE = "。！？；", "。！？；，、："
HANGING = "，。；：、）”%》！？’』」"  # marks that may stand out of the box rather than begin a line


def box_room(line: Line, after: Line | None, width: int | None) -> Room:
    """The room left behind a line in a box of this width; UNKNOWN without one, or where the line stands out of it."""
    if width is None or line_width(line) > width + max(1 + width // 20, 2 * hanging_marks(line.text)):
        return Room.UNKNOWN
    room = room_after(line, after, width)
    return Room.FULL if room < 0 else Room(min(int(Room.MORE), 1 + room // 2))


def hanging_marks(text: str) -> int:
    """How many marks at a text's end may stand out of the box."""
    return len(text) - len(text.rstrip(HANGING))


@dataclass(slots=True)
class Habits:
    """What the lines of a page tell together: for each line the width of its box, its room and whether it breaks off.

    `gaps` tells whether a blank line and nothing else follows a line (None: something else does). `within` holds the log
    shares of each room inside a paragraph, `gap_odds` for (no blank line, one) those of a line inside, a first and a last one,
    `indent_odds` the log odds of going on where the next line is (not indented, indented), `stops` those of a
    sentence's end being inside a paragraph.
    """

    lines: Sequence[Line]
    widths: Sequence[int | None]
    rooms: Sequence[Room]
    opens: Sequence[bool]
    gaps: Sequence[bool | None]
    margin: int
    within: list[float] = field(default_factory=list)
    gap_odds: list[list[float]] = field(default_factory=list)
    indent_odds: list[float] = field(default_factory=list)
    stops: float = 0.0
    is_print: bool = field(init=False, default=False)  # whether most lines stand in a box
    _firsts: list[int] = field(default_factory=list)  # lines that surely begin a paragraph and go on, in order
    _first_shares: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.is_print = 2 * sum(width is not None for width in self.widths) > len(self.widths)

    def is_indented(self, at: int) -> bool:
        """Whether line `at` begins further right than lines inside a paragraph do."""
        return self.lines[at].indent >= self.margin + 2

    @property
    def is_set_in(self) -> bool:
        """Whether white space stands before every paragraph of the page and no other line."""
        return self.indent_odds[0] > _INDENTED and self.indent_odds[1] < -_INDENTED

    def is_flush(self, at: int) -> bool:
        """Whether line `at` surely begins no paragraph, as white space stands before those that do."""
        return self.is_set_in and not self.is_indented(at)

    def first_share(self, at: int, room: Room) -> float:
        """The log share of a room among first lines around line `at`; a mark that hangs out of the box may hide the indent."""
        shares = self.first(at)
        hanging = hanging_marks(self.lines[at].text)
        return max(shares[min(int(Room.MORE), room + more)] for more in range(hanging + 1))

    def first(self, at: int) -> list[float]:
        """The log shares of each room of a paragraph's first line, around line `at`."""
        counts = list(self._first_shares)
        low, high = bisect_left(self._firsts, at - _NEAR), bisect_left(self._firsts, at + _NEAR)
        for place in self._firsts[low:high]:
            if place != at and self.widths[place] == self.widths[at]:
                counts[self.rooms[place]] += 1
        return _shares(counts)

    def count(self) -> None:
        """Read the line ends that are sure."""
        counts = _Counts()
        before: bool | None = True  # whether the line before surely ended a paragraph; None: one cannot tell
        for at, line in enumerate(self.lines):
            after = self.lines[at + 1] if at + 1 < len(self.lines) else None
            room, width, closed = self.rooms[at], self.widths[at], ends_sentence(line.text)
            counts.inner += sum(map(line.text.count, _STOPS)) - closed
            marked = after is not None and after.marker is not None
            ends = marked or closed and width is not None and room_after(line, after, width) >= _CLEARLY
            full = self.opens[at] and room is Room.FULL
            indented = self.is_indented(at + 1) if after is not None else None
            if (
                self.opens[at]
                and room is not Room.UNKNOWN
                and before is not None
                and (not before or _begins(line, room))
            ):
                counts.goes_on(room, before, self.gaps[at], indented if full else None)
                if before and line.text[-1] not in HANGING:
                    self._firsts.append(at)
            elif ends:
                counts.ends(None if marked else self.gaps[at], indented)
            before = True if ends else False if full else None
        self._weigh(counts)

    def _weigh(self, counts: _Counts) -> None:
        rare = [max(low, seen - _STRAY) for low, seen in zip(_WITHIN[1:], counts.within[1:], strict=True)]
        self.within = _shares([counts.within[0], *rare])
        self._first_shares = [_PAGE_WEIGHT * count / sum(counts.first) for count in counts.first]
        self.gap_odds = [[_shares(row)[1 - blank] for row in counts.gaps] for blank in (0, 1)]
        on, new = map(_shares, counts.indents)
        self.indent_odds = [on[1] - new[1], on[0] - new[0]]
        self.stops = log((counts.inner + 3) / (counts.ended + 3))


def _begins(line: Line, room: Room) -> bool:
    """Whether a line behind the end of a paragraph begins one, and is no heading."""
    return room in LINE_FILLED and line.marker is None and any(mark in line.text for mark in _PROSE)


@dataclass(slots=True)
class _Counts:
    within: list[float] = field(default_factory=lambda: list(_WITHIN))
    first: list[float] = field(default_factory=lambda: [count / 2 for count in _FIRST])
    gaps: list[list[float]] = field(default_factory=lambda: [list(row) for row in _GAPS])
    indents: list[list[float]] = field(default_factory=lambda: [list(row) for row in _INDENTS])
    inner: int = 0
    ended: int = 0

    def goes_on(self, room: Room, first: bool, gap: bool | None, indented: bool | None) -> None:
        """Count a line inside a paragraph, or its first."""
        (self.first if first else self.within)[room] += 1
        if gap is not None:
            self.gaps[1 if first else 0][0 if gap else 1] += 1
        if indented is not None:
            self.indents[0][0 if indented else 1] += 1

    def ends(self, gap: bool | None, indented: bool | None) -> None:
        """Count a paragraph's last line."""
        self.ended += 1
        if gap is not None:
            self.gaps[2][0 if gap else 1] += 1
        if indented is not None:
            self.indents[1][0 if indented else 1] += 1


def _shares(counts: Sequence[float]) -> list[float]:
    total = sum(counts)
    return [log(count / total) for count in counts]


def read_habits(lines: Sequence[Line], blanks: frozenset[int]) -> Habits:
    """The habits of the lines that hold a page's text; `blanks` are the numbers of its blank lines."""
    widths = read_widths(lines)
    pairs: list[tuple[Line, Line | None]] = list(zip(lines, [*lines[1:], None], strict=False))
    rooms = [box_room(line, after, width) for (line, after), width in zip(pairs, widths, strict=True)]
    opens = [breaks_off(line, after) for line, after in pairs]
    gaps = [_gap(line, after, blanks) for line, after in pairs]
    habits = Habits(lines, widths, rooms, opens, gaps, _margin(lines, opens, rooms))
    habits.count()
    return habits


def _margin(lines: Sequence[Line], opens: Sequence[bool], rooms: Sequence[Room]) -> int:
    """The commonest white space before the line behind two that fill their box inside a sentence; 0 where there is none."""
    full = [is_open and room is Room.FULL for is_open, room in zip(opens, rooms, strict=True)]
    counts = Counter(lines[at + 1].indent for at in range(1, len(lines) - 1) if full[at - 1] and full[at])
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _gap(line: Line, after: Line | None, blanks: frozenset[int]) -> bool | None:
    if after is None or after.number == line.number:
        return None
    between = range(line.number + 1, after.number)
    return bool(between) if all(number in blanks for number in between) else None
