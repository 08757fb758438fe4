"""Hard-wrapped lines: which line goes on in the next one, by the width of the box that it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.text.lines import Line

TERMINAL = "。！？!?；;…"
CLOSING = "”’」』）)】》〉"
SALUTATION = re.compile(r"(?:各位(?:代表|委员|领导|同志)|同志们|位代表)[：:！!，]")
_GLOSS = re.compile(r"[（(][A-Za-z]{2,12}[)）]")
_NEVER_FIRST = "，。；：、）》”’】」』％%！？·,;:!?)"
_NEVER_LAST = "，、（(《“‘【「『,"
_WINDOW = 8
INDENT = 4  # half-width columns by which the first line of a paragraph is shorter than its box
_COLUMN = 36  # below it two lines of one width may be two headings
_WIDEST = 200  # of a box; longer lines are paragraphs printed on one line


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or its like, closing quotes and brackets aside."""
    bare = text.rstrip(CLOSING)
    return bool(bare) and bare[-1] in TERMINAL


def box_widths(lines: Sequence[Line]) -> list[int | None]:
    """For each line the width of the box that it fills, or None where it fills none.

    A box shows in neighbours of one width that end in the middle of a sentence. It is looked for before and after the
    line, so that the first and the last line of a box are seen.
    """
    return [_box(lines, at) for at in range(len(lines))]


def _box(lines: Sequence[Line], at: int) -> int | None:
    here = lines[at].width
    if here > _WIDEST or here < 12:
        return None
    best: int | None = None
    for side in (lines[max(0, at - _WINDOW) : at + 1], lines[at : at + _WINDOW + 1]):
        box = _common_width(side)
        if box is not None and box - INDENT - 1 - _slack(box) <= here <= box + _slack(box) + 1:
            best = box if best is None else max(best, box)
    return best


def _common_width(side: Sequence[Line]) -> int | None:
    """The width that the widest lines of a stretch share, if they mostly break off inside a sentence."""
    widest = max(line.width for line in side)
    full = [line for line in side if line.width >= widest - 2 * _slack(widest) - INDENT - 1]
    broken = [line for line in full if not ends_sentence(line.text) and line.marker != "bullet"]
    if widest > _WIDEST or len(broken) < (3 if widest < _COLUMN else 2) or 2 * len(broken) < len(full):
        return None
    counts = {line.width: sum(abs(other.width - line.width) <= 1 for other in broken) for line in broken}
    return max(counts, key=lambda width: (counts[width], width))


def _slack(box: int) -> int:
    """By how much full lines of one box differ: a hanging mark, a space beside a digit, digits that are no half a character."""
    return 1 + box // 16


def joins(before: Line, after: Line, box: int | None, title: bool, known: bool) -> bool:
    """Whether `after` goes on with the paragraph of `before`, which fills a box or not (None).

    `title` says that `before` is a title by its mark; `known` that its last and the other's first character follow each
    other elsewhere in the source.
    """
    if (
        after.marker in ("bullet", "circle", "part")
        or SALUTATION.match(after.text)
        and (ends_sentence(before.text) or box is None or len(after.text) < 8)
    ):
        return False
    if (
        after.text[0] in _NEVER_FIRST
        or before.text[-1] in _NEVER_LAST
        or _GLOSS.match(after.text)
        and not ends_sentence(before.text)
    ):
        return True
    if title:  # a title that needs a second line fills the first to the end
        left = box is not None and 2 * after.width < box and after.text[-1] not in TERMINAL
        return box is not None and before.width >= box - 1 and after.marker is None and (known or left)
    if not ends_sentence(before.text) and before.width <= _WIDEST and re.search(r"[。！？].", before.text):
        return after.marker is None  # a sentence that has begun and not ended
    if ends_sentence(before.text):
        return box is not None and before.width >= box - _slack(box) and after.marker is None and not _short(after, box)
    if before.text[-1] in "：:":
        return (
            box is not None
            and after.marker is None
            and (before.width >= box - 1 or abs(before.width - box + INDENT) <= 1)
        )
    return box is not None


def _short(line: Line, box: int) -> bool:
    return line.width < box - INDENT - 1 and not ends_sentence(line.text)
