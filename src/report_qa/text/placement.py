"""Headings that a page prints after or far from their text, put back before it.

A newspaper page prints a box's heading over it, under it, or at the end of the page. The headings of a hard-wrapped page are
given to its boxes so that the whole costs least: where the width of the boxes changes, how the numbering goes on, and how a heading's
words (2021年 … 回眸, 今后五年 … 要求) agree with those of the text. Only the order in which blocks are read is changed; the
source's is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.assignment import Head, Item, assign
from report_qa.text.blocks import Block
from report_qa.text.boxes import Setting, box_turns, read_settings, sets_apart
from report_qa.text.document import BlockKind
from report_qa.text.evidence import heading_says, names_a_part, names_time, speaks_of_government, speaks_of_several
from report_qa.text.headings import opens_report
from report_qa.text.lines import Line
from report_qa.text.outline import closes_report, restarts, unmarked_style
from report_qa.text.periods import ReportDates, find_periods
from report_qa.text.topics import Strangeness, strangeness
from report_qa.text.wording import admits, done_or_planned, of_government, year_or_term

_MOST_WORDING = 3.0  # log odds that one paragraph may claim
_HAN_NUMBERS = {char: at for at, char in enumerate("一二三四五六七八九十", 1)}
_NOTE = re.compile(r"[\[［]\s*\d+\s*[\]］]|[①-⑳]|注[释：:]")
_LATER = re.compile(
    r"[二三四五六七八九十]{1,2}[是、]|第[二三四五六七八九]|[（(][二三四五六七八九十2-9][)）]|[2-9][.．、](?!\d)|同时，|此外，"
)
_AIMS = re.compile(r"(?:总体(?:要求|思路)|预期目标|主要目标|目标任务)[是为：]")
_NUMBER = re.compile(r"[（(]?(?:(?P<han>[一二三四五六七八九十]{1,3})|(?P<digits>\d{1,2}))[)）、.．]")


def reading_order(blocks: Sequence[Block], lines: Sequence[Line], dates: ReportDates) -> list[int]:
    """Positions of the blocks in the order in which they are read: the printed one, but headings before their text."""
    printed = list(range(len(blocks)))
    if not _is_wrapped(blocks):
        return printed
    order = _of_the_report(
        blocks, [at for at in printed if blocks[at].kind not in (BlockKind.CAPTION, BlockKind.TITLE)]
    )
    heads = [at for at in order if blocks[at].kind is BlockKind.HEADING]
    if not heads:
        return printed
    page = _Page(blocks, read_settings(blocks, lines), order, heads, dates)
    starts = {heads[head]: order[item] for head, item in assign(page.read_heads(), page.read_items()).items()}
    before: dict[int, list[int]] = {}
    for head, at in starts.items():
        before.setdefault(at, []).append(head)
    found: list[int] = []
    for at in printed:
        found.extend(before.get(at, ()))
        if at not in starts:
            found.append(at)
    return found


def _of_the_report(blocks: Sequence[Block], order: Sequence[int]) -> list[int]:
    """The blocks less the unmarked headings behind the report: below the last paragraph that closes it, where text follows it."""
    texts = [at for at in order if blocks[at].kind is not BlockKind.HEADING]
    close = max((place for place, at in enumerate(texts) if closes_report(blocks[at].text)), default=len(texts))
    end = texts[close] if close + 1 < len(texts) else len(blocks)
    return [at for at in order if at < end or not _is_bare(blocks[at])]


def _is_bare(block: Block) -> bool:
    """Whether a block is an unmarked heading that names no part of a report."""
    bare = block.kind is BlockKind.HEADING and block.marker is None
    return bare and not names_a_part(block.text) and not speaks_of_government(block.text)


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs are set in lines of a box."""
    body = [block for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 60]
    return sum(block.line_end > block.line_start and block.width <= 130 for block in body) * 2 > len(body)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be put in order: `order` and `heads` are positions of its blocks, without captions, and of its headings."""

    blocks: Sequence[Block]
    settings: Sequence[Setting]
    order: Sequence[int]
    heads: Sequence[int]
    dates: ReportDates

    def read_items(self) -> list[Item]:
        """What is read, in print order."""
        turns = box_turns(self.blocks, self.settings)
        head_of = {at: place for place, at in enumerate(self.heads)}
        before = (None, *self.order)
        return [
            self._item(at, head_of.get(at), turns[at], self._is_sure(turns, at, above))
            for at, above in zip(self.order, before, strict=False)
        ]

    def read_heads(self) -> list[Head]:
        """The headings, in print order."""
        item_of = {at: place for place, at in enumerate(self.order)}
        spaced = sets_apart(self.blocks, self.settings)
        prose = [self.blocks[at] for at in self.order]
        texts = [block.text if block.kind is BlockKind.PARAGRAPH else "" for block in prose]
        strange = strangeness([(self.blocks[at].text, item_of[at]) for at in self.heads], texts)
        return [
            self._head(at, item_of[at], words, spaced and self._is_tight(at), below)
            for at, words, below in zip(self.heads, strange, (*self.heads[1:], None), strict=True)
        ]

    def _is_sure(self, turns: Sequence[float], at: int, above: int | None) -> bool:
        """Whether a box surely begins before a block, and could not as well begin before the one above, which shows no setting."""
        if turns[at] <= 2 or not self.settings[at].full:
            return False
        return above is None or self.settings[above].full > 0 or turns[above] <= 2

    def _item(self, at: int, head: int | None, turn: float, marked: bool) -> Item:
        text = self.blocks[at].text
        prose = self.blocks[at].kind is BlockKind.PARAGRAPH and not _NOTE.match(text)
        fills = prose and not closes_report(text) and not opens_report(text)
        said = prose and len(text) > 15
        return Item(
            head=head,
            turn=turn,
            wording=_MOST_WORDING if admits(text) else _clipped(done_or_planned(text)) if said else 0.0,
            government=_clipped(of_government(text)) if said and fills else 0.0,
            yearly=year_or_term(text),
            periods=frozenset((period.start, period.end) for *_, period, _ in find_periods(text[:50], self.dates)),
            weight=min(1.0, len(text) / 80) if prose else 0.0,
            long=len(text) > 150,
            fills=fills,
            later=bool(_LATER.match(text)),
            marked=marked,
            general=prose and bool(_AIMS.search(text[:60])),
        )

    def _head(self, at: int, item: int, strange: Strangeness, tight: bool, below: int | None) -> Head:
        text = self.blocks[at].text
        says = heading_says(text, self.dates)
        style = self.blocks[at].marker or unmarked_style(text)
        return Head(
            item=item,
            style=style,
            number=_number(text) if style in ("han", "han_bracket", "digit") else None,
            movable=self._stands_alone(at) and style not in ("dash", "bullet"),
            tight=tight,
            wide=self._is_wider(at),
            period=None if speaks_of_several(text, self.dates) else says.period,
            status=says.status,
            dated=says.status is not None,
            loose=style == "dated" and not names_time(text),
            restarted=None if below is None else restarts(self.blocks[below].text, self.blocks[below].marker),
            government=speaks_of_government(text),
            strange=strange,
        )

    def _is_tight(self, at: int) -> bool:
        """Whether something stands right above or below a block."""
        return not all(setting.apart for setting in self.settings[at : at + 2])

    def _stands_alone(self, at: int) -> bool:
        """Whether no other block stands on the lines of this one."""
        blocks = self.blocks
        before = at == 0 or blocks[at - 1].line_end < blocks[at].line_start
        return before and (at + 1 == len(blocks) or blocks[at].line_end < blocks[at + 1].line_start)

    def _is_wider(self, at: int) -> bool:
        """Whether a heading is wider than the lines of the next paragraph."""
        for block, setting in zip(self.blocks[at + 1 : at + 8], self.settings[at + 1 : at + 8], strict=False):
            if block.kind is BlockKind.PARAGRAPH and setting.full:
                return self.settings[at].widest > max(width for width, _ in setting.fits) + 3
        return False


def _clipped(odds: float) -> float:
    return max(-_MOST_WORDING, min(_MOST_WORDING, odds))


def _number(text: str) -> int | None:
    """The number that a heading begins with: 一、 is 1, （十二） is 12."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    if match["digits"]:
        return int(match["digits"])
    han = match["han"]
    if "十" not in han:
        return _HAN_NUMBERS.get(han)
    tens, _, ones = han.partition("十")
    return 10 * _HAN_NUMBERS.get(tens, 1) + (_HAN_NUMBERS[ones] if ones else 0)
