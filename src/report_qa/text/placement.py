"""Headings that a page prints after or far from their text, put back before it.

A newspaper page prints a box's heading over it, under it, or at the end of the page. Where some top heading has nothing to
head where it stands, the headings are given to the boxes anew, so that the whole costs least: how far a heading stands from its
text, how its words (2021年 … 回眸, 今后五年 … 要求) agree with the wording of the text, and where the width of the boxes
changes or a numbering starts again. Only the order in which blocks are read is changed; the source's is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import heading_says, names_a_part, speaks_of_several
from report_qa.text.periods import Period, ReportDates, Status
from report_qa.text.wording import done_or_planned, year_or_term

_HAN_NUMBERS = {char: at for at, char in enumerate("一二三四五六七八九十", 1)}
_FIRST = re.compile(r"[（(]一[)）]|1[.．、]|一、")
_LATER = re.compile(r"[（(][二三四五六七八九十]+[)）]|[2-9][.．、]|[二三四五六七八九十]、")
_MOST_LOOSE = 8  # unnumbered headings; more are left where they stand
_MOST_UNITS = 120

# Costs, in log odds of the wording: chosen on baotou-2022 and prints of the city reports, see tests/text/test_placement.py.
_UNDER, _AWAY, _WIDER, _AHEAD, _INSIDE, _IDLE, _UNHEADED = 1.0, 1.5, 3.0, 25.0, 6.0, 6.0, 2.5
_WORDING, _SPAN, _WEAK = 0.5, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class _Top:
    """A top heading: its block, the number of units printed before it, and what it says."""

    block: int
    text: str
    position: int
    number: int | None
    empty: bool
    parent: bool
    period: Period | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class _Unit:
    """Blocks that surely belong together: a box, or the part of one under a numbering."""

    blocks: tuple[int, ...]
    strong: bool
    first: bool
    later: bool
    wording: float
    yearly: int
    text: str


def reading_order(blocks: Sequence[Block], dates: ReportDates) -> list[int]:
    """Positions of the blocks in the order in which they are read: the printed one, but headings before their text."""
    printed = list(range(len(blocks)))
    heads = _top_headings(blocks)
    if not heads or not _is_wrapped(blocks):
        return printed
    units = _merged(_units(blocks, set(heads)))
    tops = [_top(blocks, at, heads, units, dates) for at in heads]
    if not units or sum(top.number is None for top in tops) > _MOST_LOOSE:
        return printed
    starts = _assign(tops, units)
    moved = {top.block for top, start in zip(tops, starts, strict=True) if start is not None}
    before = {units[start].blocks[0]: top.block for top, start in zip(tops, starts, strict=True) if start is not None}
    order: list[int] = []
    for at in printed:
        if at in before:
            order.append(before[at])
        if at not in moved:
            order.append(at)
    return order


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    body = [block for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 60]
    return sum(block.line_end > block.line_start and block.width <= 130 for block in body) * 2 > len(body)


def _style(block: Block) -> str | None:
    if block.marker in ("part", "han"):
        return block.marker
    if block.marker is None:
        return "dated" if names_a_part(block.text) else "bare"
    return None


def _next(blocks: Sequence[Block], at: int) -> Block | None:
    return next((block for block in blocks[at + 1 :] if block.kind is not BlockKind.CAPTION), None)


def _top_headings(blocks: Sequence[Block]) -> list[int]:
    found: list[int] = []
    for at, block in enumerate(blocks):
        style = _style(block) if block.kind is BlockKind.HEADING else None
        after = _next(blocks, at)
        idle = after is None or after.kind is BlockKind.HEADING and _style(after) in ("part", "dated", "han")
        caption_next = at + 1 < len(blocks) and blocks[at + 1].kind is BlockKind.CAPTION
        if style in ("part", "han", "dated") or style == "bare" and idle and (after is None or caption_next):
            found.append(at)
    return found


def _is_empty(blocks: Sequence[Block], at: int, heads: Sequence[int]) -> bool:
    after = _next(blocks, at)
    if after is None:
        return True
    if after.kind is not BlockKind.HEADING:
        return False
    rank = {"part": 0, "dated": 1, "han": 2, "bare": 3}
    own, other = _style(blocks[at]), _style(after)
    return own is not None and other is not None and rank[other] <= rank[own]


def _top(
    blocks: Sequence[Block], at: int, heads: Sequence[int], units: Sequence[_Unit], dates: ReportDates
) -> _Top:
    block = blocks[at]
    after = _next(blocks, at)
    says = heading_says(block.text, dates)
    period = None if speaks_of_several(block.text, dates) else says.period
    empty = _is_empty(blocks, at, heads)
    parent = not empty and after is not None and after.kind is BlockKind.HEADING and _style(after) == "han"
    position = sum(unit.blocks[-1] < at for unit in units)
    return _Top(at, block.text, position, _han_number(block.text) if block.marker == "han" else None, empty, parent, period, says.status)


def _han_number(text: str) -> int | None:
    digits = text.split("、")[0]
    if len(digits) == 1:
        return _HAN_NUMBERS.get(digits)
    if len(digits) == 2 and digits[0] == "十":
        return 10 + _HAN_NUMBERS.get(digits[1], 0)
    return None


def _units(blocks: Sequence[Block], heads: set[int]) -> list[_Unit]:
    groups: list[tuple[list[int], bool]] = []
    width: int | None = None
    fresh = True
    for at, block in enumerate(blocks):
        if block.kind in (BlockKind.CAPTION, BlockKind.TITLE):
            continue
        if at in heads:
            fresh = True
            continue
        own = block.width if block.line_end > block.line_start + 1 else None
        changed = own is not None and width is not None and abs(own - width) > 2 + width // 32
        strong = fresh or changed or bool(_FIRST.match(block.text))
        after_heading = bool(groups) and bool(groups[-1][0]) and blocks[groups[-1][0][-1]].kind is BlockKind.HEADING
        if not groups or strong or not after_heading:
            lead = _headings_above(blocks, groups[-1][0]) if groups and changed and not fresh else []
            groups.append((lead, strong))
        groups[-1][0].append(at)
        width = own or width
        fresh = False
    return [_unit(blocks, group, strong) for group, strong in groups if group]


def _merged(units: list[_Unit]) -> list[_Unit]:
    """Fewer units where there are very many: two neighbours become one where the second may begin no box."""
    while len(units) > _MOST_UNITS:
        merged: list[_Unit] = []
        for unit in units:
            last = merged[-1] if merged else None
            if last is None or unit.strong or len(last.blocks) > 2 * len(units) // _MOST_UNITS + 1:
                merged.append(unit)
                continue
            wording = max(-3.0, min(3.0, last.wording + unit.wording))
            text = last.text + unit.text
            merged[-1] = _Unit(last.blocks + unit.blocks, last.strong, last.first, last.later, wording, last.yearly + unit.yearly, text)
        if len(merged) == len(units):
            break
        units = merged
    return units


def _headings_above(blocks: Sequence[Block], group: list[int]) -> list[int]:
    """Take the headings at the end of a group out of it: they stand over the box that begins."""
    taken: list[int] = []
    while group and blocks[group[-1]].kind is BlockKind.HEADING:
        taken.insert(0, group.pop())
    return taken


def _unit(blocks: Sequence[Block], group: Sequence[int], strong: bool) -> _Unit:
    texts = [blocks[at].text for at in group if blocks[at].kind is BlockKind.PARAGRAPH]
    whole = "".join(blocks[at].text for at in group)
    score = sum(done_or_planned(text) for text in texts if len(text) > 15)
    lead = blocks[group[0]].text
    return _Unit(
        tuple(group), strong, bool(_FIRST.match(lead)), bool(_LATER.match(lead)), max(-3.0, min(3.0, score)), year_or_term(whole), whole
    )


def _assign(tops: Sequence[_Top], units: Sequence[_Unit]) -> list[int | None]:
    """For each heading the unit that it starts at, or None to leave it where it stands."""
    numbers = [top.number for top in tops if top.number is not None]
    ordered = len(set(numbers)) == len(numbers)

    strange = [_strangeness(top, units) for top in tops]

    def allowed(at: int, used: int) -> bool:
        number = tops[at].number
        if number is None or used >> at & 1:
            return not used >> at & 1
        for other, top in enumerate(tops):
            if top.number is None or other == at:
                continue
            earlier = top.number < number if ordered else other < at
            if earlier and not used >> other & 1 and not top.parent:
                return False
        return True

    @cache
    def best(unit: int, used: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if unit == len(units):
            idle = sum((0.5 if top.parent else _IDLE) for at, top in enumerate(tops) if not used >> at & 1)
            return idle, ()
        found: tuple[float, tuple[tuple[int, int], ...]] = (float("inf"), ())
        for at, top in enumerate(tops):
            if not allowed(at, used):
                continue
            cost = _start_cost(top, units, unit, first=not used)
            for end in range(unit + 1, len(units) + 1):
                cost += _unit_cost(top, units, end - 1, unit) + strange[at][end - 1]
                if cost >= found[0]:
                    break
                rest, chosen = best(end, used | 1 << at)
                total = cost + _place_cost(top, unit, end) + rest
                if total < found[0] - 1e-9:
                    found = total, ((at, unit), *chosen)
        return found

    lead_cost, choice = 0.0, best(0, 0)
    for lead in range(1, len(units) + 1):
        lead_cost += _UNHEADED if len(units[lead - 1].text) > 150 else 0.2
        rest, chosen = best(lead, 0)
        if lead_cost + rest < choice[0] - 1e-9:
            choice = lead_cost + rest, chosen
    starts: list[int | None] = [None] * len(tops)
    for at, unit in choice[1]:
        starts[at] = unit
    return starts


def _start_cost(top: _Top, units: Sequence[_Unit], at: int, first: bool) -> float:
    unit = units[at]
    undated = first and top.period is None and top.number is None
    return (0.0 if unit.strong else _WEAK) + (2.0 if unit.later else 0.0) + (1.5 if undated else 0.0)


def _strangeness(top: _Top, units: Sequence[_Unit]) -> list[float]:
    """For each unit how little of an undated heading's words stand in it, 0 to 1; one half for a dated one."""
    if top.status is not None:
        return [0.5] * len(units)
    words = {top.text[at : at + 2] for at in range(len(top.text) - 1)}
    spread = {word: sum(word in unit.text for unit in units) for word in sorted(words)}
    likeness = [sum(1 / spread[word] for word in sorted(words) if word in unit.text) for unit in units]
    most = max(likeness, default=0.0) or 1.0
    return [1 - value / most for value in likeness]


def _unit_cost(top: _Top, units: Sequence[_Unit], at: int, start: int) -> float:
    """What speaks against a unit's standing under a heading."""
    unit = units[at]
    cost = 0.0
    if top.status == "actual":
        cost += max(0.0, -unit.wording) * _WORDING
    elif top.status == "target":
        cost += max(0.0, unit.wording) * _WORDING
    if top.period is not None:  # a plan's year may well speak of five years, but hardly a term of 全年 and 今年
        against = unit.yearly if not top.period.one_year else -unit.yearly if top.status == "actual" else 0
        cost += min(4.0, max(0, against) * _SPAN)
    if at > start and unit.first and any(units[other].first for other in range(start, at)):
        cost += 3.0
    return cost


def _place_cost(top: _Top, start: int, end: int) -> float:
    """What speaks against a heading printed at its place heading the units `[start, end)`."""
    if top.position == start:
        return 0.0
    if top.position == end:
        return _UNDER
    if top.position > end:
        return _AWAY if top.empty else _WIDER
    return _AHEAD if top.position < start else _INSIDE
