"""Period and status of sections and sentences, from headings, leading words, wording and the report's dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import (
    UNDATED,
    Dated,
    heading_says,
    leading_period,
    names_year,
    presents_outline,
    speaks_of_government,
    speaks_of_several,
    tells_a_level,
    then_plans,
)
from report_qa.text.outline import Node
from report_qa.text.periods import Period, ReportDates, find_periods
from report_qa.text.sentences import split_sentences
from report_qa.text.wording import admits, done_or_planned

_PLANS = re.compile(r"力争|确保|预期|拟(?!定)|[^必需重主]要|将(?!近)|争取")
_DID = re.compile(r"[^为除到不]了(?!解)|已经")
_AIM = re.compile(r"(?P<when>今年|(?:19|20)\d\d年)[^。；，]{0,24}目标(?:安排)?[是为：]")
_THINGS_DUE = re.compile(r"[^，。；]{2,30}的[^，。；]{1,16}，?(?:今年[内底]?(?:要|将|力争)|(?:要|将)在今年)")
_OF_LATE = re.compile(r"(?:同时，)?(?:近(?:几|些)?年来?|多年来|过去[二三几]十多?年)[，\u4e00-\u9fff]")
_FIRST_ITEM = re.compile(r"[（(]?[一1][)）.、]")
_LIST_ITEM = re.compile(r"[—－●■◆]|[一二三四五六七八九十]是|[（(]?\d{1,2}[)）.、]")
_TERM = 5  # years
_CLEAR = 2.0  # log odds of the wording from which a text without a dated heading is taken for done or planned


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `[start, end)` of a block: a sentence, with its date."""

    start: int
    end: int
    date: Dated


def date_sections(blocks: Sequence[Block], nodes: Sequence[Node], dates: ReportDates) -> list[Dated]:
    """Each section's period and status: its heading's, else its parent's, else what its wording or its elder sibling says."""
    found: list[Dated] = []
    for at, node in enumerate(nodes):
        own = heading_says(blocks[node.block].text, dates)
        parent = found[node.parent] if node.parent is not None else UNDATED
        if own.period is not None:
            found.append(Dated(own.period, own.status or parent.status, own.evidence))
            continue
        elders = [other for other in range(at) if nodes[other].parent == node.parent and not nodes[other].loose]
        elder = found[elders[-1]] if elders else UNDATED
        if parent.period is None:
            found.append(_by_wording(blocks, nodes, at, elder, dates))
        elif (
            parent.status == "actual"
            and (elder.evidence == "turn" or _turns_to_plans(blocks, nodes, at, elders))
            and dates.this
        ):
            found.append(Dated(Period.year(dates.this), "target", "turn"))
        else:
            found.append(Dated(parent.period, parent.status, "parent"))
    return found


def _turns_to_plans(blocks: Sequence[Block], nodes: Sequence[Node], at: int, elders: Sequence[int]) -> bool:
    """Whether a review goes over into plans without a heading that says so.

    That is where a numbering starts again, or under an unnumbered heading, and the wording is of plans from there on.
    """
    node = nodes[at]
    parent = nodes[node.parent] if node.parent is not None else node
    again = any(nodes[other].style == node.style for other in elders) and bool(
        _FIRST_ITEM.match(blocks[node.block].text)
    )
    chapter = node.style == "han" and parent.style in ("dated", "bare")
    return (again or chapter) and _wording(blocks, nodes, range(at, len(nodes)), node.parent) <= -3 * _CLEAR


def _wording(blocks: Sequence[Block], nodes: Sequence[Node], among: range, root: int | None) -> float:
    """Log odds of done against planned over the paragraphs of the sections of `among` that stand under `root`."""
    inside = [other for other in among if root is None or _is_under(nodes, other, root)]
    texts = [blocks[member].text for other in inside for member in nodes[other].members]
    return sum(done_or_planned(text) for text in texts if len(text) > 15)


def _by_wording(blocks: Sequence[Block], nodes: Sequence[Node], at: int, elder: Dated, dates: ReportDates) -> Dated:
    """The date of a section whose heading has none: plans follow plans; else its wording, else as the section before it."""
    if nodes[at].loose:
        return UNDATED
    if elder.status == "target":
        plans = dates.this
        if elder.period is not None and not elder.period.one_year and plans is not None:
            heads = [blocks[node.block].text for node in nodes]
            if speaks_of_government(heads[at]) and any(names_year(head, plans, dates) for head in heads):
                return Dated(Period.year(plans), "target", "the year planned")
        return Dated(elder.period, elder.status, "the section before")
    score = _wording(blocks, nodes, range(at, len(nodes)), at)
    if score <= -_CLEAR and dates.this is not None:
        return Dated(Period.year(dates.this), "target", "wording")
    if elder.period is not None:
        return Dated(elder.period, elder.status, "the section before")
    if score >= _CLEAR and dates.last is not None:
        return Dated(Period.year(dates.last), "actual", "wording")
    return UNDATED


def _is_under(nodes: Sequence[Node], at: int, root: int) -> bool:
    while at != root:
        parent = nodes[at].parent
        if parent is None:
            return False
        at = parent
    return True


def date_blocks(
    blocks: Sequence[Block],
    order: Sequence[int],
    owner: Sequence[int | None],
    sections: Sequence[Dated],
    nodes: Sequence[Node],
    dates: ReportDates,
) -> dict[int, list[Piece]]:
    """The sentences of each paragraph and heading with their dates, by position of the block."""
    found: dict[int, list[Piece]] = {}
    running: Dated | None = None  # what a section of several periods has come to, or what an introduced list is of
    part: int | None = None
    for at in order:
        block = blocks[at]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        here = owner[at]
        top = _root(nodes, here)
        if top != part:
            running, part = None, top
        section = sections[here] if here is not None else _unsectioned(block, dates)
        mixed = top is None or speaks_of_several(blocks[nodes[top].block].text, dates)
        inherits = running if mixed or _LIST_ITEM.match(block.text) or _in_list(nodes, here) else None
        heads = block.kind is BlockKind.HEADING and here is not None and sections[here].evidence.startswith("heading")
        plans = then_plans(blocks[nodes[top].block].text, dates) if top is not None and mixed else None
        if plans is not None and (inherits or section).status == "actual" and _is_planned(block, plans):
            inherits = running = plans
        inherits = None if heads else inherits
        term = inherits or (UNDATED if mixed else section)
        pieces, left = _date_block(block, section, inherits, term, dates)
        found[at] = pieces
        if block.kind is BlockKind.HEADING and mixed and speaks_of_several(block.text, dates):
            running = None
        elif left is not None or not (mixed or _LIST_ITEM.match(block.text) or _in_list(nodes, here)):
            running = left
    return found


def _is_planned(block: Block, plans: Dated) -> bool:
    """Whether a paragraph that names no time presents the outline of the years planned, or is clearly worded as planned."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) <= 40:
        return False
    return presents_outline(block.text, plans.period) or done_or_planned(block.text) <= -_CLEAR


def _root(nodes: Sequence[Node], at: int | None) -> int | None:
    while at is not None and nodes[at].parent is not None:
        at = nodes[at].parent
    return at


def _in_list(nodes: Sequence[Node], at: int | None) -> bool:
    return at is not None and nodes[at].style in ("dash", "bullet")


def _unsectioned(block: Block, dates: ReportDates) -> Dated:
    """A paragraph under no heading: its wording, where that is clear."""
    score = done_or_planned(block.text) if len(block.text) > 40 else 0.0
    if score >= _CLEAR and dates.last is not None:
        return Dated(Period.year(dates.last), "actual", "wording")
    if score <= -_CLEAR and dates.this is not None:
        return Dated(Period.year(dates.this), "target", "wording")
    return UNDATED


def _date_block(
    block: Block, section: Dated, inherits: Dated | None, term: Dated, dates: ReportDates
) -> tuple[list[Piece], Dated | None]:
    """A block's sentences dated, and the main period that it ends with if it named one itself; `term` is what it goes on with."""
    pieces: list[Piece] = []
    carried, named = inherits, None
    for start, end in bounds(block):
        text = block.text[start:end]
        lead = leading_period(text, dates, section.period)
        if lead is not None and dates.this is not None and _THINGS_DUE.match(text, lead[1]):
            date = Dated(Period.year(dates.this), "target", "words: 今年")
        elif lead is not None:
            date = Dated(lead[2], lead[3] or section.status, f"words: {text[lead[0] : lead[1]]}")
            if _is_main(lead[2], dates) and not tells_a_level(lead, text, carried or term, not pieces):
                carried = named = date
        elif (aim := _AIM.search(text)) and (goal := find_periods(aim["when"], dates)):
            date = carried = named = Dated(goal[0][2], "target", f"words: {aim[0]}")
        elif section.status == "target" and _OF_LATE.match(text):
            date = Dated(None, "actual", "words: of late")
        elif dates.last is not None and admits(text):
            date = carried = Dated(Period.year(dates.last), "actual", "problems")
        else:
            if carried is not None and _turns_away(carried, section, text):
                named = None if carried is named and carried.status == "target" else named
                carried = None
            date = carried or section
        pieces.append(Piece(start, end, date))
    return pieces, named


def _turns_away(carried: Dated, section: Dated, text: str) -> bool:
    """Whether a sentence leaves the time named before it: for plans, or for what was done after a word on this year (今年将…)."""
    if carried.status == "actual" and section.status == "target":
        return bool(_PLANS.search(text))
    one_year = carried.period is not None and carried.period.one_year
    return one_year and carried.status == "target" and section.status == "actual" and bool(_DID.search(text))


def _is_main(period: Period, dates: ReportDates) -> bool:
    """Whether a period is one that a report as a whole speaks of: the year reviewed or planned, or a term that ends or begins there."""
    if period.one_year:
        return period.start in (dates.last, dates.this)
    return period.end - period.start == _TERM - 1 and (period.end == dates.last or period.start == dates.this)


def bounds(block: Block) -> list[tuple[int, int]]:
    """Where the sentences of a block begin and end; a heading or a title line is one."""
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return split_sentences(block.text)
    whole = block.text.strip()
    start = block.text.index(whole)
    return [(start, start + len(whole))] if whole else []
