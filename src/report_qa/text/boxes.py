"""`Unit`: blocks of a page that surely belong together, the least that a heading can head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.periods import ReportDates, find_periods
from report_qa.text.wording import done_or_planned, year_or_term

_FIRST = re.compile(r"[（(]一[)）]|一、")
_LATER = re.compile(r"[（(][二三四五六七八九十]+[)）]|[二三四五六七八九十]、")
_MOST_UNITS = 120
_MOST_WORDING = 3.0  # log odds that one unit may claim: paragraphs that stand together are worded alike


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks (positions) that belong together: mostly a paragraph with the headings over it.

    `strong` says that a box may begin here: after a heading's place, where the width changes, or where a numbering starts
    again. `first` and `later` tell of the numbering that it begins with; `wording` and `yearly` are those of `wording.py`;
    `periods` are the years that its first words name.
    """

    blocks: tuple[int, ...]
    strong: bool
    first: bool
    later: bool
    wording: float
    yearly: int
    periods: frozenset[tuple[int, int]]
    text: str


def read_units(blocks: Sequence[Block], heads: frozenset[int], dates: ReportDates) -> list[Unit]:
    """The units of a page in print order; `heads` are the headings to be placed, which belong to none."""
    groups: list[tuple[list[int], bool]] = []
    turns = _width_turns(blocks)
    fresh = True
    for at, block in enumerate(blocks):
        if block.kind in (BlockKind.CAPTION, BlockKind.TITLE):
            continue
        if at in heads:
            fresh = True
            continue
        changed = at in turns
        strong = fresh or changed or bool(_FIRST.match(block.text))
        after_heading = bool(groups) and bool(groups[-1][0]) and blocks[groups[-1][0][-1]].kind is BlockKind.HEADING
        if not groups or strong or not after_heading:
            lead = _headings_above(blocks, groups[-1][0]) if groups and changed and not fresh else []
            groups.append((lead, strong))
        groups[-1][0].append(at)
        fresh = False
    return _merged([_unit(blocks, group, strong, dates) for group, strong in groups if group])


def _width_turns(blocks: Sequence[Block]) -> set[int]:
    """The paragraphs at which the width of the lines changes for good: with the next one, not only once."""
    body = [
        at
        for at, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH and block.line_end > block.line_start + 1
    ]
    found: set[int] = set()
    for place in range(1, len(body)):
        before = sorted(blocks[at].width for at in body[max(0, place - 3) : place])
        old = before[len(before) // 2]
        off = [blocks[at].width - old for at in body[place : place + 2]]
        if all(abs(width) > 2 + old // 32 and width * off[0] > 0 for width in off):
            found.add(body[place])
    return found


def _headings_above(blocks: Sequence[Block], group: list[int]) -> list[int]:
    """Take the headings at the end of a group out of it: they stand over the box that begins."""
    taken: list[int] = []
    while group and blocks[group[-1]].kind is BlockKind.HEADING:
        taken.insert(0, group.pop())
    return taken


def _unit(blocks: Sequence[Block], group: Sequence[int], strong: bool, dates: ReportDates) -> Unit:
    texts = [blocks[at].text for at in group if blocks[at].kind is BlockKind.PARAGRAPH]
    whole = "".join(blocks[at].text for at in group)
    score = sum(done_or_planned(text) for text in texts if len(text) > 15)
    lead = blocks[group[0]].text
    periods = frozenset((period.start, period.end) for *_, period, _ in find_periods("".join(texts)[:50], dates))
    return Unit(
        blocks=tuple(group),
        strong=strong,
        first=bool(_FIRST.match(lead)),
        later=bool(_LATER.match(lead)),
        wording=max(-_MOST_WORDING, min(_MOST_WORDING, score)),
        yearly=year_or_term(whole),
        periods=periods,
        text=whole,
    )


def _merged(units: list[Unit]) -> list[Unit]:
    """Fewer units where there are very many: two neighbours become one where the second may begin no box."""
    while len(units) > _MOST_UNITS:
        merged: list[Unit] = []
        for unit in units:
            last = merged[-1] if merged else None
            if last is None or unit.strong or unit.periods or len(last.blocks) > 2 * len(units) // _MOST_UNITS + 1:
                merged.append(unit)
            else:
                merged[-1] = _both(last, unit)
        if len(merged) == len(units):
            break
        units = merged
    return units


def _both(unit: Unit, other: Unit) -> Unit:
    return Unit(
        blocks=unit.blocks + other.blocks,
        strong=unit.strong,
        first=unit.first,
        later=unit.later,
        wording=max(-_MOST_WORDING, min(_MOST_WORDING, unit.wording + other.wording)),
        yearly=unit.yearly + other.yearly,
        periods=unit.periods,
        text=unit.text + other.text,
    )
