"""Captions over several columns: small blocks of lines beside a picture, around which the columns of a page flow."""

from __future__ import annotations

from collections.abc import Sequence

from report_qa.text.formats.pdf_pieces import Piece, middle, overlap, pitch_of, rows_of

_SMALL = 0.93  # of a region's usual type size: a caption's, where it is set in smaller type
_LARGE = 1.05  # larger type is a headline, under which something new begins
_ALIKE = 0.07  # share by which the type of one block differs
_NEAR = 1.3  # usual distances of two lines, up to which they are of one block
_HOLE = 3.5  # type sizes of white that a picture leaves
_SMALL_LINES, _LINES = 8, 5  # of a caption in smaller type, and of one that only the picture's white tells


def caption_blocks(region: Sequence[Piece]) -> list[list[Piece]]:
    """The blocks of a region that are captions by their type or by the white of a picture over or under them; none of them comes first."""
    if len(region) < 2:
        return []
    ordered = sorted(region, key=lambda piece: piece.y)
    usual = middle(piece.size for piece in ordered)
    return [block for block in _blocks(ordered) if _is_caption(block, ordered, usual)]


def _blocks(ordered: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one type size that stand under one another without a gap."""
    pitch = pitch_of(ordered)
    owner: dict[int, list[Piece]] = {}
    blocks: list[list[Piece]] = []
    first = 0
    for at, piece in enumerate(ordered):
        while piece.y - ordered[first].y > _NEAR * pitch:
            first += 1
        joined = [piece]
        for other in ordered[first:at]:
            block = owner[id(other)]
            if _is_near(other, piece) and not any(member is piece for member in block):
                joined = [*block, *joined]
                blocks = [kept for kept in blocks if kept is not block]
                owner.update((id(member), joined) for member in joined)
        owner.update((id(member), joined) for member in joined)
        blocks.append(joined)
    return blocks


def _is_near(one: Piece, other: Piece) -> bool:
    alike = abs(one.size - other.size) <= _ALIKE * max(one.size, other.size)
    return alike and overlap(one, other)


def _is_caption(block: Sequence[Piece], ordered: Sequence[Piece], usual: float) -> bool:
    size = middle(piece.size for piece in block)
    lines = sum(1 for _ in rows_of(block))
    if size > _LARGE * usual or lines > _SMALL_LINES:
        return False
    top, bottom = min(piece.y for piece in block), max(piece.y for piece in block)
    left, right = min(piece.left for piece in block), max(piece.right for piece in block)
    beside = [piece.y for piece in ordered if piece.left < right and left < piece.right]
    above = max((y for y in beside if y < top), default=None)
    if above is None:  # what stands over the columns comes before them
        return False
    below = min((y for y in beside if y > bottom), default=bottom)
    hole = max(top - above, below - bottom) >= (_HOLE + 1) * size
    return size < _SMALL * usual or hole and lines <= _LINES
