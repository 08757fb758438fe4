"""The width of the box that each line stands in: a page's boxes show in lines of one width that break off in a sentence.

A hidden Markov model over the lines: its states are the widths that such lines have, and none (a text whose paragraphs stand
on one line each). All widths count half-width columns; a line's own includes the white space before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from report_qa.text.lines import Line, text_width
from report_qa.text.wrap import WIDEST, ends_sentence

_WORD = re.compile(r"[A-Za-z]+|.")
_NARROWEST = 12
_COLUMN = 36  # in a box narrower than this, two lines of one width may be two headings
_WIDE = 60  # two sentences of this width seldom end alike
_MOST_WIDTHS = 24
_CHANGE, _INSIDE = log(0.006), 2.0  # of another box at a line, and what it costs more inside a sentence
_NO_BOX = log(1 / 110)  # of a line of a text without boxes to have just this width
_BEYOND = log(1e-6)  # of a line to stand out of its box by more than hanging marks
_OVER = log(0.02), log(0.004)  # by one hanging mark, by two
_HANGING = 4
_REACH = 120  # columns by which a line may be shorter than its box and still be told from others


def read_widths(lines: Sequence[Line]) -> list[int | None]:
    """For each line the width of its box, or None where no box shows."""
    opens = [breaks_off(line, after) for line, after in zip(lines, [*lines[1:], None], strict=False)]
    widths = [line_width(line) for line in lines]
    counts = Counter(
        width for width, is_open in zip(widths, opens, strict=True) if is_open and _NARROWEST <= width <= WIDEST
    )
    alike = {width: count + (count == counts[width - 1] == 1) for width, count in counts.items()}
    states = sorted(width for width, count in Counter(alike).most_common(_MOST_WIDTHS) if count > 1)
    if not states:
        return [None] * len(lines)
    return _confirmed(_path(widths, opens, states), widths, opens)


def line_width(line: Line) -> int:
    """Half-width columns from the left margin to the line's end."""
    return line.indent + line.width


def room_after(line: Line, after: Line | None, width: int) -> int:
    """Columns left in the box had the next line's first character, or its first Latin word, been set too; negative: it did not fit."""
    word = _WORD.match(after.text) if after is not None else None
    return width - line_width(line) - (2 if word is None else text_width(word[0]))


def breaks_off(line: Line, after: Line | None) -> bool:
    """Whether a line ends inside a sentence that the next one can go on with."""
    if after is None or after.marker is not None or line.marker == "bullet":
        return False
    return not ends_sentence(line.text) and line.text[-1] not in "：:" and len(line.text) > 5


def _open_costs(width: int) -> list[float]:
    """Log density of a line that breaks off, by the columns it lacks: full, an indent shorter, or a heading."""
    bulk = [0.012] * _REACH
    bulk[0], bulk[1], bulk[2], bulk[3], bulk[4], bulk[5] = 0.33, 0.25, 0.03, 0.015, 0.06, 0.04
    bulk[6:] = [0.1 / width] * (_REACH - 6)
    return [log(share) for share in bulk]


def _path(widths: Sequence[int], opens: Sequence[bool], states: Sequence[int]) -> list[int | None]:
    """The likeliest widths (Viterbi); the last of the scores is that of no box."""
    tables = [_open_costs(box) for box in states]
    scores = [0.0] * (len(states) + 1)
    entered: list[list[bool]] = []  # for each line and state whether it was entered there,
    sources: list[int] = []  # and from which
    inside = 0.0
    for width, is_open in zip(widths, opens, strict=True):
        source = max(range(len(scores)), key=scores.__getitem__)
        fresh = scores[source] + _CHANGE - inside
        inside = _INSIDE if is_open else 0.0
        entered.append([fresh > score for score in scores])
        sources.append(source)
        costs = [_cost(width - box, is_open, box, table) for box, table in zip(states, tables, strict=True)]
        costs.append(_NO_BOX if width <= WIDEST else 0.0)
        scores = [max(fresh, score) + cost for score, cost in zip(scores, costs, strict=True)]
    state = max(range(len(scores)), key=scores.__getitem__)
    found: list[int | None] = []
    for jumps, source in zip(reversed(entered), reversed(sources), strict=True):
        found.append(states[state] if state < len(states) else None)
        state = source if jumps[state] else state
    found.reverse()
    return found


def _cost(over: int, is_open: bool, box: int, table: Sequence[float]) -> float:
    """Log density of a line that stands so many columns out of a box, or falls short of it."""
    if over > 0:
        return _OVER[0] if over <= 2 else _OVER[1] if over <= _HANGING else _BEYOND
    return table[min(-over, _REACH - 1)] if is_open else log(0.9 / box)


def _confirmed(path: list[int | None], widths: Sequence[int], opens: Sequence[bool]) -> list[int | None]:
    """Stretches of one width that enough lines fill; None for the others."""
    start = 0
    for end in range(1, len(path) + 1):
        if end < len(path) and path[end] == path[start]:
            continue
        box = path[start]
        if box is not None:
            near = [
                (width, is_open)
                for width, is_open in zip(widths[start:end], opens[start:end], strict=True)
                if width >= box - 6
            ]
            full = [is_open for width, is_open in near if -_HANGING <= box - width <= 1]
            if not _is_box(box, sum(full), len(full), sum(is_open for _, is_open in near)):
                path[start:end] = [None] * (end - start)
        start = end
    return path


def _is_box(width: int, broken: int, full: int, near: int) -> bool:
    """Whether so many full lines, of which so many break off, and so many that break off near the end, make a box."""
    fewest = 3 if width < _COLUMN else 1 if width >= _WIDE and full > 2 else 2
    return broken >= fewest and 3 * broken >= near
