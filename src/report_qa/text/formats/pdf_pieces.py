"""`Piece`: characters of one printed line that stand close together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from report_qa.text.formats.pdf_glyphs import Glyph

_GAP = 0.7  # of the type size: white wider than that parts two pieces of one line
_TIGHT = 0.35  # the same where they are not drawn one after the other
_SHORT = 4  # characters: longer pieces on one level that are not drawn one after the other stand in two columns
_HANGING = "，。、；：！？”’）》】〉」』〕％%"  # marks that may stand in the margin: they are no part of a piece's box
_STACK = 3  # characters under one another that are a line set from the top down
_PITCH = 1.35  # type sizes from one of them to the next at most


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one line that stand close together; `y` is their baseline, all in points as in a glyph.

    Marks that hang at its end are none of its box.
    """

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    y: float
    size: float


def read_pieces(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Glyphs in their order of drawing as pieces of lines, whatever that order is."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph, _GAP):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    found: list[Piece] = []
    for row in rows_of([_piece(run) for run in runs]):
        held = row[0]
        for piece in row[1:]:
            short = min(len(held.glyphs), len(piece.glyphs)) < _SHORT
            if short and _follows(held.glyphs[-1], piece.glyphs[0], _TIGHT):
                held = _piece((*held.glyphs, *piece.glyphs))
            else:
                found.append(held)
                held = piece
        found.append(held)
    return found


def part_stacks(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Pieces of lines, and lines set from the top down: single characters under one another, close together."""
    singles = [piece for piece in pieces if len(piece.glyphs) == 1]
    stacks: list[list[Piece]] = []
    for piece in sorted(singles, key=lambda piece: (round(piece.left / piece.size), piece.y)):
        if stacks and _stands_under(stacks[-1][-1], piece):
            stacks[-1].append(piece)
        else:
            stacks.append([piece])
    tall = [stack for stack in stacks if len(stack) >= _STACK]
    taken = {id(piece) for stack in tall for piece in stack}
    joined = [replace(stack[0], glyphs=tuple(piece.glyphs[0] for piece in stack)) for stack in tall]
    return [piece for piece in pieces if id(piece) not in taken], sorted(joined, key=lambda piece: -piece.left)


def _stands_under(above: Piece, below: Piece) -> bool:
    size = min(above.size, below.size)
    middle = (above.left + above.right - below.left - below.right) / 2
    return abs(middle) <= 0.2 * size and 0.8 * size <= below.y - above.y <= _PITCH * size


def rows_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces on one level, from left to right; rows from the top down."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if row and piece.y - row[0].y > 0.45 * max(piece.size, row[0].size):
            yield sorted(row, key=lambda piece: piece.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda piece: piece.left)


def _follows(last: Glyph, glyph: Glyph, gap: float) -> bool:
    size = max(last.size, glyph.size)
    return (
        abs(last.y - glyph.y) <= 0.45 * size
        and -0.5 * size <= glyph.left - last.right <= gap * size
        and glyph.left >= last.left
    )


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    middle = len(glyphs) // 2
    size = sorted(glyph.size for glyph in glyphs)[middle]
    last = next((glyph for glyph in reversed(glyphs) if glyph.text not in _HANGING), glyphs[-1])
    return Piece(tuple(glyphs), glyphs[0].left, last.right, sorted(glyph.y for glyph in glyphs)[middle], size)


def middle(values: Iterable[float]) -> float:
    """The middle one of some values in order."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def overlap(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand over one another, whatever lies between."""
    return one.left < other.right and other.left < one.right


def pitch_of(ordered: Sequence[Piece]) -> float:
    """The usual distance from a piece to the one under it, in points."""
    distances: list[float] = []
    for at, piece in enumerate(ordered):
        under = (other for other in ordered[at + 1 : at + 40] if overlap(piece, other) and other.y > piece.y + 1)
        below = next(under, None)
        if below is not None:
            distances.append(below.y - piece.y)
    return middle(distances) if distances else 1.5 * ordered[0].size
