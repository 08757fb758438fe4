"""Whether a paragraph goes on over a line end.

Marks at the end of a line and at the beginning of the next decide where they can; elsewhere log odds do. Their parts: how much
room is left in the box behind the line, against lines that surely go on and against a paragraph's last line; whether the next line
is as short as a paragraph's first line is (its indent), or as full as one inside a paragraph; whether a blank line stands
between, or white space before the next, as between this page's paragraphs or inside them; and whether the sentence has ended.

The numbers were chosen by eye on prints of clean reports; halving or doubling one moves the share of paragraphs that come out
whole by at most 1.2 points, most by none (`benchmarks/reading/sweep_joining.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from report_qa.text.habits import LINE_FILLED, Habits, Room, box_room, hanging_marks
from report_qa.text.lines import Line
from report_qa.text.wrap import INDENT, SALUTATION, TERMINAL, WIDEST, ends_sentence

_HEADING = 5.0  # against a sentence that ends in a short line without a stop
_BEGUN = 5.5  # for a paragraph that has ended a sentence before, and not this one
_COLON = 1.0  # against going on behind a colon
_OTHER_BOX = 3.0, 1.0  # against going on where the width changes, and against another box than that of the line before
_COMMA = 1.0  # for one that has not, in a line with commas: no heading
_UNINDENTED = 0.7  # against a heading of two lines, the first of which has no indent
_SECOND = 2.5  # at most against a marked line that a line follows which looks like a first one
_OFTEN = -1.2  # log share from which first lines have a room
_SETBACK = 1.5  # against one whose first line has
_OUTSIDE = -4.0  # of a line that stands out of its box
_LINK = 12  # characters of a link at most
_GLOSS = re.compile(r"[（(][A-Za-z]{2,12}[)）]")
_NEVER_FIRST = "，。；：、）》”’】」』％%！？·,;:!?)"
_NEVER_LAST = "，、（(《“‘【「『,"
_SENTENCE = re.compile(r"[。！？].")


@dataclass(frozen=True, slots=True)
class End:
    """A line end: the position `at` of the line in the habits' lines, and the lines of its paragraph so far, it being the last.

    `begun` tells that a sentence has ended in the paragraph, `title` that the line is a title by its mark, `flow` holds the
    log odds that its last and the next line's first character belong to one text.
    """

    at: int
    group: Sequence[Line]
    begun: bool
    title: bool
    flow: float


def joins(habits: Habits, end: End) -> bool:
    """Whether the next line goes on with the paragraph."""
    before, after = habits.lines[end.at], habits.lines[end.at + 1]
    ended, full = ends_sentence(before.text), habits.rooms[end.at] is Room.FULL
    told = _told_by_marks(habits, end, ended)
    if told is not None:
        return told
    flush = habits.is_flush(end.at + 1)
    if flush and full and not ended:
        return True
    if end.title:  # a title that needs a second line fills the first to the end
        box = habits.widths[end.at]
        left = box is not None and 2 * after.width < box and after.text[-1] not in TERMINAL
        return _is_full_title(habits, end) and after.marker is None and (end.flow > 0 or left)
    if after.marker is not None and not (full and (flush or _is_no_mark(end, after, ended))):
        return False
    return _told_by_measure(habits, end, ended)


def _told_by_marks(habits: Habits, end: End, ended: bool) -> bool | None:
    """What the characters at the line end and white space behind it say; None where they leave it open."""
    before, after = habits.lines[end.at], habits.lines[end.at + 1]
    opening = ended or habits.widths[end.at] is None or len(after.text) < 8
    if after.marker in ("bullet", "part") or SALUTATION.match(after.text) and opening:
        return False
    if "\t" in before.text or "\t" in after.text or habits.is_set_in and habits.is_indented(end.at + 1):
        return False  # rows of a table; an indent where all paragraphs have one
    if after.text[0] in _NEVER_FIRST or before.text[-1] in _NEVER_LAST or _GLOSS.match(after.text) and not ended:
        return True
    return None


def _told_by_measure(habits: Habits, end: End, ended: bool) -> bool:
    """What the box says, and outside of boxes a sentence that has begun and not ended."""
    before, box = habits.lines[end.at], habits.widths[end.at]
    if box is not None and goes_on(habits, end) > 0:
        return True
    if ended or before.text[-1] in "：:":
        return False
    if box is None and _is_broken(habits, end):
        return True
    return habits.is_print and before.width <= WIDEST and _is_small_box(habits, end)


def _is_full_title(habits: Habits, end: End) -> bool:
    """Whether a title fills its line, in its own box or that of a neighbour, or as an indented first line does."""
    line, after = habits.lines[end.at], habits.lines[end.at + 1]
    beside = {habits.widths[at] for at in (end.at - 1, end.at, end.at + 1) if at >= 0}
    rooms = [box_room(line, after, width) for width in beside]
    own = habits.rooms[end.at]
    return Room.FULL in rooms or own in LINE_FILLED and habits.first_share(end.at, own) > _OFTEN


def _is_broken(habits: Habits, end: End) -> bool:
    """Whether a sentence that has begun on one long line goes on, as where a scrape sets links on lines of their own."""
    before, after = habits.lines[end.at], habits.lines[end.at + 1]
    if before.width <= WIDEST and _SENTENCE.search(before.text):
        return True
    if not end.begun or habits.gaps[end.at] is None:
        return False
    loose = (
        before.text[-1].isascii() and before.text[-1].isalnum() or after.text[0].isascii() and after.text[0].isalnum()
    )
    return loose or not habits.gaps[end.at] and (end.flow > 0 or len(after.text) <= _LINK or before.width <= WIDEST)


def _is_small_box(habits: Habits, end: End) -> bool:
    """Whether a line that breaks off and the next make a box of their own, too small to show: the opening sentence of a report."""
    before, after, box = habits.lines[end.at], habits.lines[end.at + 1], habits.widths[end.at]
    if (
        before.marker is not None
        or not habits.opens[end.at]
        or before.width + INDENT + 1 < after.width - 2 * hanging_marks(after.text)
    ):
        return False
    if box is None:
        return (ends_sentence(after.text) or not habits.gaps[end.at]) and (end.flow > 0 or "，" in before.text)
    return "，" in before.text and ends_sentence(after.text) and habits.rooms[end.at] not in LINE_FILLED


def _is_no_mark(end: End, after: Line, ended: bool) -> bool:
    """Whether what looks like a list mark stands inside a sentence: 2023—20⏎30）, 增长1⏎2.7％, 项目⏎——…; so does （2） where （1） does."""
    plain = after.marker in ("digit", "digit_bracket", "circle", "han") or after.marker == "dash" and end.begun
    return goes_on_counting(end.group, after) or plain and not ended and end.group[-1].text[-1] not in "：:"


def goes_on(habits: Habits, end: End) -> float:
    """Log odds that the paragraph goes on in the next line."""
    width, other = habits.widths[end.at], habits.widths[end.at + 1]
    if len(end.group) > 1 and habits.widths[end.at - 1] is not None:  # a paragraph stands in one box
        boxes = {habits.widths[end.at - 1]: 0.0}
        boxes.setdefault(width, _OTHER_BOX[1] + (_OTHER_BOX[0] if width != other else 0.0))
    else:
        boxes = {width: 0.0 if width == other or other is None else _OTHER_BOX[0]}
        boxes.setdefault(other, _OTHER_BOX[1])
    scores = [_goes_on(habits, end, box) - against for box, against in boxes.items() if box is not None]
    return max(scores, default=0.0)


def _goes_on(habits: Habits, end: End, width: int) -> float:
    """The same in a box of this width."""
    at, first = end.at, len(end.group) == 1
    line, after = habits.lines[at], habits.lines[at + 1]
    room = box_room(line, after, width)
    ended = ends_sentence(line.text)
    if room is Room.UNKNOWN:
        return _OUTSIDE + (0.0 if ended else _BEGUN * end.begun + end.flow)
    share = habits.first_share(at, room) if first else habits.within[room]
    if first and not ended and not end.begun:
        heading = _SETBACK if _is_left_alone(habits, at + 1) else 0.0  # a heading of two lines seldom has an indent
        share = max(share - heading, habits.within[room] - _UNINDENTED)
    short = (3 / width, 2 / width, 2 / width, 2 / width, max(0.1, 1 - 9 / width))
    score = share - log(short[room])
    if ended:
        score += habits.stops - (_HEADING if _is_left_alone(habits, at + 1) else 0.0)
    elif line.text[-1] in "：:":
        score -= _COLON
    else:
        score += end.flow + (_BEGUN if end.begun else _COMMA * min(2, line.text.count("，")) * (line.marker is None))
    score += habits.indent_odds[habits.is_indented(at + 1)]
    gap = habits.gaps[at]
    if gap is not None:
        odds = habits.gap_odds[gap]
        score += odds[1 if first else 0] - odds[2]
    if habits.opens[at + 1] and habits.rooms[at + 1] in LINE_FILLED:
        ahead = habits.rooms[at + 1]
        inside = habits.within[ahead] - habits.first_share(at + 1, ahead)
        heading = line.marker is not None and not ended and not end.begun  # whose second line need not be full
        score += max(inside, -_SECOND) if heading else inside
    return score


def _is_left_alone(habits: Habits, at: int) -> bool:
    """Whether a line is a heading by its look: short in its box, without a stop, and not going on in the next."""
    text, room = habits.lines[at].text, habits.rooms[at]
    return not ends_sentence(text) and text[-1] not in "，、：:" and room not in LINE_FILLED


_NUMBER = re.compile(r"[（(]?([0-9]{1,2})[)）]|([①-⑳])|[（(]([一二三四五六七八九十]{1,3})[)）]|([0-9]{1,2})[.．、]")
_HAN = "一二三四五六七八九十"


def goes_on_counting(group: Sequence[Line], after: Line) -> bool:
    """Whether a line that begins with a number goes on counting what the paragraph has counted inside its lines: （1）…；（2）…"""
    own = _NUMBER.match(after.text)
    if own is None or own.lastindex is None:
        return False
    kind, number = own.lastindex, _value(own)
    text = "".join(line.text for line in group)
    last = [match for match in _NUMBER.finditer(text, 1) if match.lastindex == kind]
    return bool(last) and _value(last[-1]) + 1 == number


def _value(match: re.Match[str]) -> int:
    text = match[match.lastindex or 0]
    if text.isdigit() and text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, _, ones = text.rpartition("十")
    return 10 * (_HAN.find(tens) + 1 or 1) * ("十" in text) + (_HAN.find(ones) + 1 if ones else 0)
