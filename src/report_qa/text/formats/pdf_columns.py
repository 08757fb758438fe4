"""Columns: a page's pieces of lines put into reading order by the white gutters between them.

The tallest strip of white that has text on both sides parts a region: what lies above it (a headline over the columns), the
two sides of it, what lies below; each is parted again in the same way. See Breuel, "Two Geometric Algorithms for Layout
Analysis", DAS 2002, for the idea of whitespace as the thing to look for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from report_qa.text.formats.pdf_captions import caption_blocks
from report_qa.text.formats.pdf_pieces import Piece, middle, overlap, part_stacks, pitch_of

_DEEPEST = 100  # regions inside one another; a page has three or four
_STEP = 1.0  # points between two places where a gutter is looked for
_ROWS = 3  # lines on each side that make a gutter
_LENGTH = 6.0  # type sizes of the middle one of a side's lines: prose, and no table
_FULL, _EVEN = 0.3, 0.75  # share of a side's lines that end where another does, by so many type sizes
_LARGE = 1.4  # of a region's usual type size: a headline's
_ON = 1.3  # usual distances of two lines, up to which one follows the other
_NEAR = 2.5  # type sizes from the end of a full line to a gutter
_FEET = 1.2  # type sizes of white that set a page number or a running head apart
_HEAD = 40  # characters at most of a running head


class RegionKind(StrEnum):
    """What a region is."""

    EDGE = "edge"  # a running head or a page number, set apart by white
    COLUMN = "column"
    CAPTION = "caption"  # stands over several columns, which flow around it
    STACK = "stack"  # one line set from the top down


@dataclass(frozen=True, slots=True)
class Region:
    """Pieces of one column, in no order."""

    pieces: tuple[Piece, ...]
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class _Gutter:
    x: float
    top: float
    bottom: float
    score: tuple[float, float]

    def cuts(self, piece: Piece) -> bool:
        return self.top <= piece.y <= self.bottom and piece.left < self.x < piece.right


@dataclass(frozen=True, slots=True)
class _At:
    x: float
    again: bool  # a page before had a gutter here


def read_regions(pieces: Sequence[Piece], known: set[int]) -> list[Region]:
    """Pieces as regions of one column each, in reading order.

    `known` holds where gutters were found on the pages before, in points; one that comes again needs no three lines on each
    side. Those of this page are added.
    """
    level, stacks = part_stacks(pieces)
    head, body, foot = _peel(level)
    found = [
        Region(tuple(head), RegionKind.EDGE),
        *(Region((stack,), RegionKind.STACK) for stack in stacks),
        *(_parted(body, known) if body else ()),
        Region(tuple(foot), RegionKind.EDGE),
    ]
    return [region for region in found if region.pieces]


def _peel(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The running head and the page number, where white sets them apart, and what stands between them."""
    if not pieces:
        return [], [], []
    ordered = sorted(pieces, key=lambda piece: piece.y)
    head = _edge(ordered)
    rest = ordered[head:]
    foot = _edge([replace(piece, y=-piece.y) for piece in reversed(rest)]) if rest else 0
    low = len(rest) - foot
    return ordered[:head], rest[:low], rest[low:]


def _edge(ordered: Sequence[Piece]) -> int:
    """How many pieces the first row has, if it is a short one and white follows it; else 0."""
    row = [piece for piece in ordered if abs(piece.y - ordered[0].y) <= 0.5 * ordered[0].size]
    rest = ordered[len(row) :]
    if not rest or sum(len(piece.glyphs) for piece in row) > _HEAD:
        return 0
    size = middle(piece.size for piece in rest)
    left = min(piece.left for piece in ordered)
    if any(piece.left > left + size and _heads_a_column(piece, rest) for piece in row):
        return 0
    return len(row) if rest[0].y - row[-1].y >= (1.0 + _FEET) * size else 0


def _heads_a_column(piece: Piece, rest: Sequence[Piece]) -> bool:
    return sum(abs(other.left - piece.left) <= 0.3 * piece.size for other in rest) >= _ROWS


def _parted(region: Sequence[Piece], known: set[int], depth: int = 0) -> Iterator[Region]:
    captions = caption_blocks(region)
    light = {id(piece) for block in captions for piece in block}
    gutter = _best_gutter(region, known, light) if len(region) >= 2 and depth < _DEEPEST else None
    if gutter is None:
        yield Region(tuple(region), RegionKind.COLUMN)
        return
    known.add(round(gutter.x))
    across = [block for block in captions if any(gutter.cuts(piece) for piece in block)]
    taken = {id(piece) for block in across for piece in block}
    flow = [piece for piece in region if id(piece) not in taken]
    band = [piece for piece in flow if gutter.top <= piece.y <= gutter.bottom]
    above = [piece for piece in flow if piece.y < gutter.top]
    left, right = [p for p in band if p.left < gutter.x], [p for p in band if p.left >= gutter.x]
    below = [piece for piece in flow if piece.y > gutter.bottom]
    for part in filter(None, (above, left, right)):
        yield from _parted(part, known, depth + 1)
    yield from (Region(tuple(block), RegionKind.CAPTION) for block in across)
    if below:
        yield from _parted(below, known, depth + 1)


def _best_gutter(region: Sequence[Piece], known: set[int], light: set[int]) -> _Gutter | None:
    """The tallest gutter of a region; the pieces named by `light` do not end one."""
    left, right = min(piece.left for piece in region), max(piece.right for piece in region)
    steps = int((right - left) / _STEP)
    ordered = sorted(region, key=lambda piece: piece.y)
    crossing: list[list[Piece]] = [[] for _ in range(steps + 1)]
    wide = _headlines(ordered, (left + right) / 2)
    for piece in ordered:
        low, high = int((piece.left - left) / _STEP), min(steps, int((piece.right - left) / _STEP))
        for at in range(steps + 1) if id(piece) in wide else range(low, high + 1):
            crossing[at].append(piece)
    levels = [piece.y for piece in ordered]
    found: list[_Gutter] = []
    same: list[_Gutter] = []
    before, again = None, False
    for at, pieces in enumerate(crossing):
        x = left + (at + 0.5) * _STEP
        place = _At(x, any(abs(x - other) <= 4 * _STEP for other in known))
        if pieces != before or place.again != again:
            same = list(_gutters(ordered, levels, [piece for piece in pieces if id(piece) not in light], place))
            before, again = pieces, place.again
        found.extend(replace(gutter, x=x) for gutter in same)
    found.sort(key=lambda gutter: gutter.score, reverse=True)
    best = next((gutter for gutter in found if _is_clean(gutter, ordered)), found[0] if found else None)
    equal = [gutter for gutter in found if best is not None and gutter.score == best.score and gutter.top == best.top]
    return equal[len(equal) // 2] if equal else None


def _headlines(ordered: Sequence[Piece], centre: float) -> set[int]:
    """Headlines in the middle of a region with nothing beside them: they head all of it, however short they are."""
    usual = middle(piece.size for piece in ordered)
    large = [piece for piece in ordered if piece.size >= _LARGE * usual]
    return {
        id(piece)
        for piece in large
        if abs((piece.left + piece.right) / 2 - centre) <= piece.size
        and not any(other is not piece and abs(other.y - piece.y) <= piece.size for other in ordered)
    }


def _is_clean(gutter: _Gutter, ordered: Sequence[Piece]) -> bool:
    """Whether no column beside a gutter runs on over one of its ends."""
    near = _ON * pitch_of(ordered)
    beside = [piece for piece in ordered if not piece.left < gutter.x < piece.right]
    above = [piece for piece in beside if gutter.top - near <= piece.y < gutter.top]
    first = [piece for piece in beside if gutter.top <= piece.y <= gutter.top + near]
    last = [piece for piece in beside if gutter.bottom - near <= piece.y <= gutter.bottom]
    below = [piece for piece in beside if gutter.bottom < piece.y <= gutter.bottom + near]
    ends = (*((one, other) for one in above for other in first), *((one, other) for one in last for other in below))
    return not any(0 < other.y - one.y <= near and overlap(one, other) for one, other in ends)


def _gutters(
    ordered: Sequence[Piece], levels: Sequence[float], crossing: Sequence[Piece], at: _At
) -> Iterator[_Gutter]:
    """The stretches without text at one place that part prose from prose."""
    bounds = [float("-inf"), *(piece.y for piece in crossing), float("inf")]
    slack = 0.3 * max((piece.size for piece in crossing), default=0.0)
    least = 2 if at.again else 2 * _ROWS
    for top, bottom in pairwise(bounds):
        low, high = bisect_right(levels, top + slack), bisect_left(levels, bottom - slack)
        if high - low < least:
            continue
        band = ordered[low:high]
        one, other = [p for p in band if p.right <= at.x], [p for p in band if p.left >= at.x]
        if one and other and (_are_columns(one, other) or at.again and _reaches(one, at.x)):
            score = min(one[-1].y - one[0].y, other[-1].y - other[0].y)
            yield _Gutter(at.x, band[0].y, band[-1].y, (score, band[-1].y - band[0].y))


def _are_columns(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    return min(_rows(one), _rows(other)) >= _ROWS and _is_prose(one) and _is_prose(other)


def _reaches(one: Sequence[Piece], x: float) -> bool:
    """Whether a line is long enough to have ended because its column does at `x`."""
    return any(
        piece.right - piece.left >= _LENGTH * piece.size and x - piece.right <= _NEAR * piece.size for piece in one
    )


def _rows(pieces: Iterable[Piece]) -> int:
    count, last = 0, float("-inf")
    for piece in pieces:
        if piece.y - last > 0.5 * piece.size:
            count, last = count + 1, piece.y
    return count


def _is_prose(side: Sequence[Piece]) -> bool:
    """Whether the lines of a side are long, and a good part of them end where others do: the cells of a table do not."""
    if middle((piece.right - piece.left) / piece.size for piece in side) < _LENGTH:
        return False
    ends = sorted((piece.right / piece.size, at) for at, piece in enumerate(side))
    full = {at for one, other in pairwise(ends) if other[0] - one[0] <= _EVEN for at in (one[1], other[1])}
    return len(full) >= _FULL * len(side)
