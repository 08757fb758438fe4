"""The tree of sections: which heading heads which blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import names_a_part

_RANK = {"part": 0, "dated": 1, "han": 2, "han_bracket": 3, "digit": 5, "digit_bracket": 6, "circle": 7}


@dataclass(slots=True)
class Node:
    """A heading (position in the blocks) and the blocks that it heads, while the tree is being built."""

    block: int
    style: str
    parent: int | None
    level: int
    members: list[int]


def read_outline(blocks: Sequence[Block], order: Sequence[int]) -> tuple[list[Node], list[int | None]]:
    """The sections of a report, and for each block the innermost section that it belongs to.

    `order` holds the positions of the blocks as they are read.
    """
    nodes: list[Node] = []
    owner: list[int | None] = [None] * len(blocks)
    stack: list[int] = []
    for place, at in enumerate(order):
        block = blocks[at]
        if block.kind is BlockKind.HEADING:
            style = _style([blocks[other] for other in order[place : place + 8]])
            _unwind(nodes, stack, style)
            nodes.append(Node(at, style, stack[-1] if stack else None, len(stack) + 1, []))
            stack.append(len(nodes) - 1)
        loose = block.kind in (BlockKind.TITLE, BlockKind.CAPTION) or not stack
        owner[at] = None if loose else stack[-1]
        if not loose and block.kind is not BlockKind.HEADING:
            nodes[stack[-1]].members.append(at)
    return nodes, owner


def _style(ahead: Sequence[Block]) -> str:
    """The kind of a heading, the first of `ahead`: its mark; without one, `dated` when it names a part of a report, else `bare`."""
    marker = ahead[0].marker
    if marker == "bullet":
        after = next((block for block in ahead[1:] if block.kind is not BlockKind.CAPTION), None)
        return "bullet_group" if after is not None and after.kind is BlockKind.HEADING and after.marker == "bullet" else "bullet"
    if marker is not None:
        return marker
    return "dated" if names_a_part(ahead[0].text) else "bare"


def _unwind(nodes: Sequence[Node], stack: list[int], style: str) -> None:
    """Close the sections that a heading of this style ends."""
    styles = [nodes[at].style for at in stack]
    if style in styles:
        del stack[styles.index(style) :]
        return
    if style == "bullet_group" and "bullet" in styles:
        del stack[styles.index("bullet") :]
        return
    rank = _RANK.get(style)
    if rank is None:
        return
    for depth, known in enumerate(styles):
        if _RANK.get(known, -1) >= rank:
            del stack[depth:]
            return
