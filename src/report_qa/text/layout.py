"""`Layout`: which lines of a source are furniture, which are captions, and which run on into one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from report_qa.text.captions import find_captions
from report_qa.text.furniture import TURNED_FROM, TURNED_TO, find_furniture
from report_qa.text.glued import glued_ends
from report_qa.text.lines import Line, marker_of, read_lines, text_width
from report_qa.text.source import Source
from report_qa.text.titles import title_lines
from report_qa.text.wrap import INDENT, box_widths, ends_sentence, joins

_LONG = 1500  # code points: a line of this length holds several paragraphs
_NUMBERED = re.compile(
    r"(?<=[。！？：；”）\s])\s*(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|各位代表[！，：]|同志们[！，：]))"
)
_HEADING_END = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。！？；：\s]{3,38}(?P<end>\s+)(?=\S)"
)
_TITLE_WORDS = r"(?:工作)?(?:回顾|回眸|总结|安排|打算|部署|总体要求|目标任务|主要任务|重点工作|主要工作|重点任务|工作建议|安排建议|目标)"
_DATED_TITLE = re.compile(
    rf"(?<=[。！？：\s])(?P<title>(?:(?:19|20)\d\d年|过去(?:一年|五年)|今后五年|未来五年|今年|本届政府)[^，。；：！\s“]{{0,12}}?{_TITLE_WORDS}(?:和[^，。；：！\s]{{2,6}}?目标)?)(?=(?:19|20)\d\d年|过去|今年|[今未]后五年|一年来|五年来|各位|[一二三]、|（一）|做好|新的一年|\s)"
)

_STACK = re.compile(r"[\u4e00-\u9fff0-9“”]{2,14}")
_PUNCTUATED = re.compile(r"(?<!^.)(?<!^..)(?<!^...)[，。；：、！？]")
_STOPPED = re.compile(r"[。！？；]")
_TIMED = re.compile(r"会议以来|五年|届|(?:19|20)\d\d年")


@dataclass(frozen=True, slots=True)
class Layout:
    """A source's lines, sorted: `furniture` names the rule for each line that is none of the report's; `captions` and
    `paragraphs` hold the rest, each a tuple of lines in order (a caption may stand between two lines of a paragraph).
    """

    source: Source
    lines: tuple[Line, ...]
    furniture: dict[int, str]
    captions: tuple[tuple[Line, ...], ...]
    paragraphs: tuple[tuple[Line, ...], ...]


def read_layout(source: Source) -> Layout:
    """Sort a source's lines into furniture, captions and paragraphs."""
    lines = tuple(_undoubled(line) for line in read_lines(source))
    furniture = find_furniture(lines)
    rest = [line for line in lines if line.number not in furniture]
    captions = find_captions(rest)
    taken = {number for caption in captions for number in caption}
    content = [part for line in rest if line.number not in taken and not line.blank for part in _cut_long(line)]
    by_number = {line.number: line for line in lines}
    groups = tuple(tuple(by_number[number] for number in caption) for caption in captions)
    return Layout(source, lines, furniture, groups, tuple(_paragraphs(content)))


def _paragraphs(content: Sequence[Line]) -> Iterable[tuple[Line, ...]]:
    boxes = box_widths(content)
    pairs = Counter(pair for line in content for pair in zip(line.text, line.text[1:], strict=False))
    known = [pairs[a.text[-1], b.text[0]] > 0 for a, b in zip(content, content[1:], strict=False)]
    titles = _titles(content, boxes, known)
    stacked = _stacked(content)
    named = title_lines([line.text for line in content])
    group: list[Line] = []
    for at, line in enumerate(content):
        if group:
            before = content[at - 1]
            title = at - 1 in titles and len(group) == 1
            apart = (
                line.number == before.number or before.doubled or line.doubled or at in titles or {at - 1, at} & named
            )
            if not apart and (
                at in stacked or _goes_on(before, line) or joins(before, line, boxes[at - 1], title, known[at - 1])
            ):
                group.append(line)
                continue
            yield tuple(group)
        group = [line]
    if group:
        yield tuple(group)


def _goes_on(before: Line, after: Line) -> bool:
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


def _titles(content: Sequence[Line], boxes: Sequence[int | None], known: Sequence[bool]) -> set[int]:
    """Positions of the marked lines (一、, （一）, 1.) that are titles of their own, even where they fill their box.

    A paragraph's first line fills its box and breaks off inside a word, or between characters that follow each other elsewhere
    in the source; a title does neither. The lines of the same mark before and after speak for a line too.
    """
    marks: dict[str, list[tuple[int, float]]] = {}
    for at, (line, box, follows) in enumerate(zip(content, boxes, known, strict=False)):
        if line.marker and not _STOPPED.search(line.text):
            own = 3.0 if box is None else (-1.7 if follows else 0.9) + _short_of(line.width, box)
            own += 0.5 * (not _PUNCTUATED.search(line.text)) + 2.0 * (content[at + 1].marker is not None)
            marks.setdefault(line.marker, []).append((at, own))
    found: set[int] = set()
    for seen in marks.values():
        for place, (at, own) in enumerate(seen):
            beside = [vote for _, vote in (*seen[max(0, place - 2) : place], *seen[place + 1 : place + 3])]
            if own + sum(0.35 if vote > 0 else -0.35 for vote in beside) > 0:
                found.add(at)
    return found


def _short_of(width: int, box: int) -> float:
    """Log odds of a title from how it fills its box: a cut line reaches its end, or two characters less with an indent."""
    off = min(abs(width - box + INDENT), max(0, box - width))
    return -1.2 if off <= 1 else 0.0 if off == 2 else 2.0


def _undoubled(line: Line) -> Line:
    spans = doubled_parts(line.text)
    if not spans:
        return line
    kept = list(line.text)
    for start, end in reversed(spans):
        del kept[start:end]
    text = "".join(kept)
    return replace(line, text=text, width=text_width(text), marker=marker_of(text), doubled=True)


def doubled_parts(text: str) -> list[tuple[int, int]]:
    """The second printing in a headline printed over itself, as ranges of code points; none in any other line.

    >>> doubled_parts("踔厉奋发踔厉奋发 勇毅前行勇毅前行")
    [(4, 8), (13, 17)]
    """
    if not 6 <= len(text) <= 120 or ends_sentence(text):
        return []
    whole = _half(text)
    if whole:
        return [whole]
    parts = [(match.start(), _half(match[0])) for match in re.finditer(r"\S+", text)]
    if not all(half for _, half in parts):
        return []
    return [(start + half[0], start + half[1]) for start, half in parts if half]


def _half(part: str) -> tuple[int, int] | None:
    middle = len(part) // 2
    if len(part) >= 6 and len(part) % 2 == 0 and part[:middle] == part[middle:] and len(set(part[:middle])) >= 3:
        return middle, len(part)
    return None


def _cut_long(line: Line) -> list[Line]:
    """A line that holds a whole report, cut into its paragraphs and headings; any other line as it is."""
    if len(line.text) < _LONG or line.end - line.start != len(line.text):
        return [line]
    cuts = {match.end() for match in _NUMBERED.finditer(line.text)}
    cuts |= {match.end("end") for match in _HEADING_END.finditer(line.text)}
    cuts |= glued_ends(line.text)
    for match in _DATED_TITLE.finditer(line.text):
        cuts |= {match.start("title"), match.end("title")}
    bounds = [0, *sorted(cut for cut in cuts if 0 < cut < len(line.text)), len(line.text)]
    parts: list[Line] = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        piece = line.text[low:high]
        text = piece.strip()
        if text:
            start = line.start + low + len(piece) - len(piece.lstrip())
            parts.append(Line(line.number, start, start + len(text), text, text_width(text), marker_of(text)))
    return parts
