"""Headings that a page prints after or far from their text, put back before it.

A newspaper page prints a box's heading over it, under it, or at the end of the page. The headings of a hard-wrapped page are
given to its boxes so that the whole costs least: how far a heading stands from its text, how its words (2021年 … 回眸, 今后五年 …
要求) agree with the wording of the text, and where the width of the boxes changes or a numbering starts again. Only the order
in which blocks are read is changed; the source's is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from report_qa.text.assignment import Top, assign
from report_qa.text.blocks import Block
from report_qa.text.boxes import Unit, read_units
from report_qa.text.document import BlockKind
from report_qa.text.evidence import heading_says, names_a_part, speaks_of_several
from report_qa.text.periods import ReportDates

_HAN_NUMBERS = {char: at for at, char in enumerate("一二三四五六七八九十", 1)}
_MOST_LOOSE = 8  # unnumbered headings; where there are more they stay where they stand
_RANK = {"part": 0, "dated": 1, "han": 2, "bare": 3}


def reading_order(blocks: Sequence[Block], dates: ReportDates) -> list[int]:
    """Positions of the blocks in the order in which they are read: the printed one, but headings before their text."""
    printed = list(range(len(blocks)))
    heads = _top_headings(blocks)
    if not heads or not _is_wrapped(blocks):
        return printed
    units = read_units(blocks, frozenset(heads), dates)
    tops = [_top(blocks, at, units, dates) for at in heads]
    if not units or sum(top.number is None for top in tops) > _MOST_LOOSE:
        return printed
    starts = {
        top.block: units[start].blocks[0]
        for top, start in zip(tops, assign(tops, units), strict=True)
        if start is not None
    }
    before = {block: head for head, block in starts.items()}
    order: list[int] = []
    for at in printed:
        if at in before:
            order.append(before[at])
        if at not in starts:
            order.append(at)
    return order


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs are set in lines of a box."""
    body = [block for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 60]
    return sum(block.line_end > block.line_start and block.width <= 130 for block in body) * 2 > len(body)


def _style(block: Block | None) -> str | None:
    """`part`, `han`, `dated` or `bare` for a heading of the upper ranks."""
    if block is None or block.kind is not BlockKind.HEADING:
        return None
    if block.marker is None:
        return "dated" if names_a_part(block.text) else "bare"
    return block.marker if block.marker in _RANK else None


def _next(blocks: Sequence[Block], at: int) -> Block | None:
    return next((block for block in blocks[at + 1 :] if block.kind is not BlockKind.CAPTION), None)


def _top_headings(blocks: Sequence[Block]) -> list[int]:
    """The headings to be placed: parts, 一、 and dated ones, and bare ones that stand with nothing to head at a page's end."""
    found: list[int] = []
    for at, block in enumerate(blocks):
        style, after = _style(block), _next(blocks, at)
        caption = at + 1 < len(blocks) and blocks[at + 1].kind is BlockKind.CAPTION
        idle = after is None or caption and _style(after) in ("part", "dated", "han")
        if style in ("part", "han", "dated") or style == "bare" and idle:
            found.append(at)
    return found


def _top(blocks: Sequence[Block], at: int, units: Sequence[Unit], dates: ReportDates) -> Top:
    block, after = blocks[at], _next(blocks, at)
    own, other = _style(block), _style(after)
    empty = after is None or own is not None and other is not None and _RANK[other] <= _RANK[own]
    says = heading_says(block.text, dates)
    return Top(
        block=at,
        text=block.text,
        position=sum(unit.blocks[-1] < at for unit in units),
        number=_han_number(block.text) if block.marker == "han" else None,
        empty=empty,
        parent=not empty and other == "han",
        period=None if speaks_of_several(block.text, dates) else says.period,
        status=says.status,
    )


def _han_number(text: str) -> int | None:
    """The number that a heading begins with: 一、 is 1, 十二、 is 12."""
    digits = text.split("、")[0]
    if len(digits) == 2 and digits[0] == "十":
        return 10 + _HAN_NUMBERS.get(digits[1], 0)
    return _HAN_NUMBERS.get(digits)
