"""`Layout`: which lines of a source are furniture, which are captions, and which run on into one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from report_qa.text.captions import find_captions
from report_qa.text.furniture import find_furniture
from report_qa.text.glued import cut_long
from report_qa.text.inline import bare_line
from report_qa.text.lines import Line, by_characters, marker_of, read_lines, text_width
from report_qa.text.overruled import (
    SaidGroup,
    cut_at_said,
    overruled_furniture,
    said_groups,
    split_at_said,
    without_said,
)
from report_qa.text.overrules import NO_OVERRULES, Overrules
from report_qa.text.paragraphs import read_paragraphs
from report_qa.text.source import Source
from report_qa.text.wrap import ends_sentence


@dataclass(frozen=True, slots=True)
class Layout:
    """A source's lines, sorted: `furniture` names the rule for each line that is none of the report's; `captions` and
    `paragraphs` hold the rest, each a tuple of lines in order (a caption may stand between two lines of a paragraph). `said` are
    the blocks that a person names in `overrules`; their lines stand in none of the others.
    """

    source: Source
    lines: tuple[Line, ...]
    furniture: dict[int, str]
    captions: tuple[tuple[Line, ...], ...]
    paragraphs: tuple[tuple[Line, ...], ...]
    said: tuple[SaidGroup, ...] = ()
    overrules: Overrules = field(default=NO_OVERRULES, repr=False)


def read_layout(source: Source, overrules: Overrules = NO_OVERRULES) -> Layout:
    """Sort a source's lines into furniture, captions and paragraphs, but for what a person says of them."""
    off = overrules.is_off
    bare = [bare_line(line, source, overrules.rules_off) for line in read_lines(source)]
    lines = by_characters([line if off("doubled_headline") else _undoubled(line) for line in bare])
    furniture = overruled_furniture(find_furniture(lines, overrules.rules_off, source.pages), overrules.readings)
    said = said_groups(lines, source, overrules)
    rest = [line for line in lines if line.number not in furniture]
    captions = [] if off("caption") else find_captions(without_said(rest, said))
    taken = {number for caption in captions for number in caption}
    content = [
        piece
        for line in rest
        if line.number not in taken and not line.blank
        for part in ([line] if off("long_line") else cut_long(line, source, overrules.rules_off))
        for piece in cut_at_said(part, source, said, overrules.rules_off)
    ]
    blanks = frozenset(line.number for line in lines if line.blank)
    paragraphs = [(line,) for line in content] if off("hard_wrap") else read_paragraphs(content, blanks)
    by_number = {line.number: line for line in lines}
    groups = tuple(tuple(by_number[number] for number in caption) for caption in captions)
    return Layout(source, lines, furniture, groups, tuple(split_at_said(paragraphs, said)), said, overrules)


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
    if not 6 <= len(text) <= 120 or ends_sentence(text) or text[-1] in "，、：":
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
