"""Which lines make up a paragraph or a heading: line ends weighed by the page's own habits, and what marks say of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from report_qa.text.furniture import TURNED_FROM, TURNED_TO
from report_qa.text.habits import Habits, read_habits
from report_qa.text.joining import End, joins
from report_qa.text.lines import Line
from report_qa.text.titles import title_lines
from report_qa.text.wrap import INDENT, ends_sentence

_STACK = re.compile(r"[\u4e00-\u9fff0-9“”]{2,14}")
_PUNCTUATED = re.compile(r"(?<!^.)(?<!^..)(?<!^...)[，。；：、！？]")
_STOPPED = re.compile(r"[。！？；]")
_TIMED = re.compile(r"会议以来|五年|届|(?:19|20)\d\d年")
_FLOW = (
    -0.85,
    1.0,
    1.2,
    2.3,
)  # by 0, 1, 2 or more times; counted on prints: 38, 15, 8, 39% inside a paragraph, 89, 5, 2, 4% between two
_REST, _REST_OF = re.compile(r"[^，。；：！？、“（]{1,5}[。；！？]"), 1.5
_SURE, _COMMON = 1.5, 0.7  # from which a line speaks for its mark; how much all of them do
_BEGUN = 3  # lines after which a paragraph cannot be a heading


def read_paragraphs(content: Sequence[Line], blanks: frozenset[int]) -> Iterator[tuple[Line, ...]]:
    """The lines of each paragraph or heading, in order. `blanks` are the numbers of the blank lines."""
    habits = read_habits(content, blanks)
    pairs = Counter(pair for line in content for pair in zip(line.text, line.text[1:], strict=False))
    flows = [_flow(a.text, b.text, pairs) for a, b in zip(content, content[1:], strict=False)]
    titles = _titles(content, habits, flows)
    stacked = _stacked(content)
    named = title_lines([line.text for line in content])
    group: list[Line] = []
    begun = False  # whether a sentence has ended in the group
    for at, line in enumerate(content):
        if group:
            before = content[at - 1]
            begun = begun or bool(_STOPPED.search(before.text)) or len(group) > _BEGUN
            title = at - 1 in titles and len(group) == 1
            doubled = before.doubled or line.doubled and not title
            apart = line.number == before.number or doubled or at in titles or {at - 1, at} & named
            end = End(at - 1, group, begun, title, flows[at - 1])
            if not apart and (at in stacked or _is_turned(before, line) or joins(habits, end)):
                group.append(line)
                continue
            yield tuple(group)
        group, begun = [line], False
    if group:
        yield tuple(group)


def _is_turned(before: Line, after: Line) -> bool:
    """Whether a note says that a paragraph which has not ended goes on on another page."""
    noted = TURNED_FROM.match(after.text) or TURNED_TO.search(before.text)
    return bool(noted) and not ends_sentence(TURNED_TO.sub("", before.text))


def _stacked(content: Sequence[Line]) -> set[int]:
    """Positions of the lines that go on with a heading set in two to four short lines, one of which names a time."""
    found: set[int] = set()
    at = 0
    while at < len(content):
        end = at + 1
        while end < len(content) and content[end].number == content[end - 1].number + 1:
            end += 1
        run = content[at:end]
        if (
            2 <= len(run) <= 4
            and all(_STACK.fullmatch(line.text) for line in run)
            and any(_TIMED.search(line.text) for line in run)
        ):
            found.update(range(at + 1, end))
        at = end
    return found


def _flow(before: str, after: str, pairs: Counter[tuple[str, str]]) -> float:
    """Log odds that two lines belong to one text: how often the source has the characters at the line end side by side, and
    whether the next line begins with the rest of a sentence.
    """
    last, first = before[-1], after[0]
    often = 3 if last.isdigit() and first.isdigit() else min(3, pairs[last, first])
    return _FLOW[often] + (_REST_OF if _REST.match(after) else 0.0)


def _titles(content: Sequence[Line], habits: Habits, flows: Sequence[float]) -> set[int]:
    """Positions of the marked lines (一、, （一）, 1.) that are titles of their own, even where they fill their box.

    A paragraph's first line fills its box and breaks off inside a word, or between characters that follow each other elsewhere
    in the source; a title does neither. The other lines of the same mark speak for a line too, those beside it most.
    """
    marks: dict[str, list[tuple[int, float]]] = {}
    for at, (line, box, flow) in enumerate(zip(content, habits.widths, flows, strict=False)):
        if line.marker and not _STOPPED.search(line.text) and not (at and habits.is_flush(at) and habits.opens[at - 1]):
            own = 3.0 if box is None else _short_of(line.width, box) - flow
            own += 0.5 * (not _PUNCTUATED.search(line.text)) + 2.0 * (content[at + 1].marker is not None)
            marks.setdefault(line.marker, []).append((at, own))
    found: set[int] = set()
    for seen in marks.values():
        sure = [own > 0 for _, own in seen if abs(own) > _SURE]
        common = _COMMON * log((sum(sure) + 1) / (len(sure) - sum(sure) + 1))
        for place, (at, own) in enumerate(seen):
            beside = [vote for _, vote in (*seen[max(0, place - 2) : place], *seen[place + 1 : place + 3])]
            if own + common + sum(0.35 if vote > 0 else -0.35 for vote in beside) > 0:
                found.add(at)
    return found


def _short_of(width: int, box: int) -> float:
    """Log odds of a title from how it fills its box: a cut line reaches its end, or two characters less with an indent."""
    off = min(abs(width - box + INDENT), max(0, box - width))
    return -1.2 if off <= 1 else 0.0 if off == 2 else 2.0
