"""The tree of sections: which heading heads which blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import names_a_part, names_time, opens_government

_RANK = {"part": 0, "dated": 1, "han": 2, "han_bracket": 3, "digit": 5, "digit_bracket": 6, "circle": 7}
_CLOSING = re.compile(r"(?:让我们|我们要|紧密团结|奋斗|贡献|奋进|篇章).*[！!]$")
_ANNEX = re.compile(
    r"附\s*[件表录注]|[^，。]{0,16}(?:名\s*词|术\s*语|词\s*语|有关内容).{0,6}(?:解\s*释|注\s*释|说\s*明)|注\s*释$"
)
_FIRST_ITEM = re.compile(r"[（(]?[一1１][)）.．、]")
_LOOKING_BACK = re.compile(
    r"各位代表|同志们[！，]|这一年|一年来|过去|五年来|这五年|回顾|(?:在|再)?(?:肯定|看到|取得).{0,4}成绩|成绩(?:的取得|来之不易)|(?:同时，?)?我们(?:也|还|深)?.{0,3}(?:清醒|认识|深知|体会)"
)


@dataclass(slots=True)
class Node:
    """A heading (position in the blocks) and the blocks that it heads, while the tree is being built."""

    block: int
    style: str
    parent: int | None
    level: int
    members: list[int]
    loose: bool = False  # after the report's close: a glossary, a notice


def read_outline(blocks: Sequence[Block], order: Sequence[int]) -> tuple[list[Node], list[int | None]]:
    """The sections of a report, and for each block the innermost section that it belongs to.

    `order` holds the positions of the blocks as they are read.
    """
    nodes: list[Node] = []
    owner: list[int | None] = [None] * len(blocks)
    stack: list[int] = []
    close = _close(blocks, order)
    for place, at in enumerate(order):
        block = blocks[at]
        if place == close:
            stack.clear()
        if block.kind is BlockKind.PARAGRAPH and stack:
            _unwind_for_text(blocks, nodes, stack, at)
        if block.kind is BlockKind.HEADING:
            ahead = [blocks[other] for other in order[place : place + 12]]
            style = _style(ahead)
            if block.said is not None and block.said.level is not None:
                del stack[block.said.level - 1 :]
            else:
                following = next((other for other in ahead[1:] if other.kind is BlockKind.HEADING), None)
                restarted = restarts(following.text, following.marker) if following is not None else None
                _unwind(nodes, stack, style, style == "dated" and not names_time(block.text), restarted)
            nodes.append(Node(at, style, stack[-1] if stack else None, len(stack) + 1, [], place >= close))
            stack.append(len(nodes) - 1)
        loose = block.kind in (BlockKind.TITLE, BlockKind.CAPTION) or not stack
        owner[at] = None if loose else stack[-1]
        if not loose and block.kind is not BlockKind.HEADING:
            nodes[stack[-1]].members.append(at)
    return nodes, owner


def closes_report(text: str) -> bool:
    """Whether a paragraph is the call that ends a report (让我们……努力奋斗！)."""
    return len(text) < 400 and bool(_CLOSING.search(text))


def _close(blocks: Sequence[Block], order: Sequence[int]) -> int:
    """The place in the order after the paragraph that closes the report, if only a glossary or a notice follows; else its end."""
    for place in range(len(order) - 2, len(order) // 3, -1):
        block, after = blocks[order[place]], blocks[order[place + 1]]
        if block.kind is BlockKind.PARAGRAPH and _CLOSING.search(block.text) and _ANNEX.match(after.text):
            return place + 1
    for place in range(len(order) - 1, len(order) // 3, -1):
        block = blocks[order[place]]
        if block.kind is BlockKind.HEADING and (block.marker in _RANK or names_a_part(block.text)):
            break
        if block.kind is BlockKind.PARAGRAPH and len(block.text) >= 50 and _CLOSING.search(block.text):
            return place + 1
    return len(order)


def _unwind_for_text(blocks: Sequence[Block], nodes: Sequence[Node], stack: list[int], at: int) -> None:
    """Close the sections that a paragraph is not of: a list's item that was whole, and all but the top where it looks back on all."""
    block, item = blocks[at], nodes[stack[-1]]
    head = blocks[item.block]
    same = (
        head.line_start == block.line_start and head.line_end == block.line_end and head.origins[-1] < block.origins[0]
    )
    if item.style == "dash" and not same and item.members:
        stack.pop()
    if len(stack) > 1 and not same and _LOOKING_BACK.match(block.text) and nodes[stack[-1]].members:
        while len(stack) > 1 and nodes[stack[-1]].style in ("han_bracket", "digit", "dash", "bullet", "bare"):
            stack.pop()


def _style(ahead: Sequence[Block]) -> str:
    """The kind of a heading, the first of `ahead`: its mark; without one, `dated` when it names a part of a report, else `bare`."""
    marker = ahead[0].marker
    if marker == "bullet":
        after = next((block for block in ahead[1:] if block.kind is not BlockKind.CAPTION), None)
        return (
            "bullet_group"
            if after is not None and after.kind is BlockKind.HEADING and after.marker == "bullet"
            else "bullet"
        )
    if marker is not None:
        return marker
    return unmarked_style(ahead[0].text)


def unmarked_style(text: str) -> str:
    """The kind of an unmarked heading: `dated` when it names a part of a report, else `bare`."""
    return "dated" if names_a_part(text) or opens_government(text) else "bare"


def restarts(following: str, style: str | None) -> str | None:
    """The style of the next heading where it is the first of a list."""
    return style if _FIRST_ITEM.match(following) else None


def _unwind(nodes: Sequence[Node], stack: list[int], style: str, loose: bool, restarted: str | None) -> None:
    """Close the sections that a heading of this style ends; a `loose` one names a part of a report but no time.

    `restarted` is the style of a list that begins again under it: an unmarked heading ends the list before.
    """
    styles = [nodes[at].style for at in stack]
    if style == "bare" and restarted in styles:
        del stack[styles.index(restarted) :]
        styles = [nodes[at].style for at in stack]
    if style in styles:
        del stack[styles.index(style) :]
        return
    if style == "bullet_group" and "bullet" in styles:
        del stack[styles.index("bullet") :]
        return
    rank = _RANK.get(style)
    if rank is None or loose and styles and styles[-1] == "han" and not nodes[stack[-1]].members:
        return
    for depth, known in enumerate(styles):
        if _RANK.get(known, -1) >= rank:
            del stack[depth:]
            return
