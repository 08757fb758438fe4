"""Lines: a region of one column as text, one physical line per printed line, with what the page shows of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_qa.text.formats.pdf_glyphs import Glyph
from report_qa.text.formats.pdf_pieces import Piece, rows_of

INDENT = "　　"  # as which a first line's indent is carried into the text
_LEAST, _MOST = 1.2, 3.2  # type sizes by which a first line is indented
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[!-~À-ɏ’]")
_NUMBER = re.compile(r"[0-9.,%]")
_BETWEEN = 0.6  # type sizes of white that are a space between two characters
_BETWEEN_LATIN = 0.12  # the same between Latin letters and marks where the parser takes it for one, too
_BETWEEN_HAN = 0.18  # the same between Han characters
_BETWEEN_DIGITS = 0.25  # the same inside what may be a number, and between letters where the parser sees none
_HANGING = 3  # full indented lines, most of which are followed by another, that make a hanging indent
_PARTED = 1.45  # times the usual distance of two lines: a gap between two paragraphs
_WIDTHS = 0.15  # of a box's width: boxes that differ by more are no columns of one text
_TYPES = 0.12  # share by which the type of a headline or a caption differs from the text's
_FEW = 4  # lines of a region that do not show its left edge


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: its text, where its ink begins and ends, its baseline and its size, in points; `start` with its spaces."""

    text: str
    left: float
    right: float
    y: float
    size: float
    start: float


def read_lines(region: Sequence[Piece]) -> list[PrintedLine]:
    """The printed lines of a region, from the top down."""
    return [_line([glyph for piece in row for glyph in piece.glyphs]) for row in rows_of(region)]


def _line(glyphs: Sequence[Glyph]) -> PrintedLine:
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    gaps = sorted(after.left - before.right for before, after in pairwise(glyphs))
    usual = max(0.0, gaps[len(gaps) // 4]) if len(gaps) >= 2 else 0.0
    text = [glyphs[0].text]
    for before, after in pairwise(glyphs):
        text.append(_space(before, after, usual) + after.text)
    first = glyphs[0]
    return PrintedLine(
        "".join(text), first.left, max(glyph.right for glyph in glyphs), first.y, size, min(first.left, first.start)
    )


def _space(before: Glyph, after: Glyph, usual: float) -> str:
    """The white space that the PDF puts between two characters, or a space for a gap wider than the line's usual one."""
    if after.space and after.start >= before.left:
        return after.space
    gap = (after.left - before.right - usual) / max(before.size, after.size)
    return " " if gap > _least(before, after) else ""


def _least(before: Glyph, after: Glyph) -> float:
    if _NUMBER.match(before.text) and _NUMBER.match(after.text):
        return _BETWEEN_DIGITS
    if _LATIN.match(before.text) and _LATIN.match(after.text):
        return _BETWEEN_LATIN if after.parted else _BETWEEN_DIGITS
    if after.parted and _HAN.match(before.text) and _HAN.match(after.text):
        return _BETWEEN_HAN
    return _BETWEEN


def write_lines(lines: Sequence[PrintedLine], edges: set[int]) -> list[str]:
    """A region's lines with their indents, and an empty one for each clear gap between two of them.

    `edges` holds the left edges of the columns before, in points: a region of few lines does not show its own. Those found are
    added.
    """
    edge = _edge(lines, edges)
    right = sorted(line.right for line in lines)[-1 - len(lines) // 4]
    full = [line.right >= right - 1.5 * line.size for line in lines]
    distances = sorted(after.y - before.y for before, after in pairwise(lines))
    usual = distances[len(distances) // 4] if len(distances) >= 3 else None
    indents = _indents(lines, edge, full)
    written: list[str] = []
    for at, line in enumerate(lines):
        before = lines[at - 1]
        flush = abs(line.left - edge) < 0.5 * line.size and full[at - 1]
        hole = flush and any(indents) and not _differ(before, line)  # the white of a picture inside a paragraph
        if at and not hole and _parts(before, line, usual):
            written.append("")
        written.append((INDENT if indents[at] else "") + line.text)
    return written


def _indents(lines: Sequence[PrintedLine], edge: float, full: Sequence[bool]) -> list[bool]:
    """Which lines are indented as first lines are; none where it is the others that are indented, under a hanging mark."""
    found = [_LEAST * line.size <= line.left - edge <= _MOST * line.size for line in lines]
    goes_on = [found[at + 1] for at in range(len(lines) - 1) if found[at] and full[at]]
    return [False] * len(lines) if len(goes_on) >= _HANGING and 2 * sum(goes_on) > len(goes_on) else found


def parts_regions(before: Sequence[PrintedLine], after: Sequence[PrintedLine]) -> bool:
    """Whether two regions that follow each other are boxes of different widths, each of several lines, or of different type."""
    one, other = (max(line.right for line in part) - min(line.start for line in part) for part in (before, after))
    boxes = min(len(before), len(after)) > 1 and abs(one - other) > _WIDTHS * max(one, other)
    return boxes or _differ(before[-1], after[0])


def _differ(before: PrintedLine, after: PrintedLine) -> bool:
    return abs(before.size - after.size) > _TYPES * max(before.size, after.size)


def _parts(before: PrintedLine, after: PrintedLine, usual: float | None) -> bool:
    """Whether two lines of a region are set in different type or further apart than most."""
    distance = after.y - before.y
    wide = usual is not None and distance > _PARTED * usual and distance - usual > 0.5 * max(before.size, after.size)
    return wide or _differ(before, after)


def _edge(lines: Sequence[PrintedLine], edges: set[int]) -> float:
    """Where the lines begin that go on: the leftmost place where several do."""
    starts = sorted(line.start for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    if len(lines) < _FEW:
        return max((edge for edge in edges if 0 <= starts[0] - edge + 1 <= _MOST * size + 1), default=starts[0])
    least = max(2, len(lines) // 10)
    for start in starts:
        if sum(abs(other - start) <= 0.4 * size for other in starts) >= least:
            edges.add(round(start))
            return start
    return starts[0]
