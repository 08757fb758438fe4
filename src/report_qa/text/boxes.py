"""How a page is set: the width and the indent of its boxes, and where one box ends and the next begins.

The lines of a box are of one width: a line may end half a character before it, and a closing mark may hang over it. The first line of a
paragraph is shorter by an indent, or it is not, in the whole box. Lines before and after a place that are of one box are likely to
agree in both; lines of two boxes agree by chance. The logarithm of the ratio of the two is the evidence of a boundary.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.lines import Line

INDENT = 4  # half-width columns of a first line
_HANGING = "，。；：、）”%》！？’"
_MISFIT = 0.03  # of a full line that is of another width than its box
_MOST_KEYS = 40  # widths and indents that a page may use
_NEW = 0.1  # a box begins with a paragraph
_AGAIN = 0.12  # two boxes one after the other are set alike
_MOST = 4.5  # log odds
_NO_BLANK = -4.0  # a page that sets its headings apart by blank lines has none here

_Fits = dict[tuple[int, int], int]  # width and indent of a box: how many full lines agree with them


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block is set: `fits` says how many of its `full` lines agree with a width and an indent of its box.

    `widest` is its widest line in half-width columns. `apart` says that a blank line, or a line that is none of the report's,
    stands before it.
    """

    fits: _Fits
    full: int
    widest: int
    apart: bool


def read_settings(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Setting]:
    """How each block is set, in order; `lines` are those of the source."""
    found: list[Setting] = []
    before = 0
    for block in blocks:
        own = [line for line in lines[block.line_start - 1 : block.line_end] if _stands_on(block, line)]
        fits: _Fits = {}
        for at, line in enumerate(own[:-1]):
            for key in _may_be(line, at == 0 and line.number == block.line_start):
                fits[key] = fits.get(key, 0) + 1
        apart = before == 0 or block.line_start > before + 1
        found.append(Setting(fits, max(0, len(own) - 1), max((line.width for line in own), default=0), apart))
        before = max(before, block.line_end)
    return found


def _stands_on(block: Block, line: Line) -> bool:
    at = bisect_left(block.origins, line.start)
    return at < len(block.origins) and block.origins[at] < line.end


def _may_be(line: Line, first: bool) -> set[tuple[int, int]]:
    """The widths and indents of a box that a full line agrees with."""
    over = (-2, -3, -1) if line.text[-1] in _HANGING else ()
    widths = {line.width + off for off in (0, 1, *over)}
    if first:
        return {(width, 0) for width in widths} | {(width + INDENT, 1) for width in widths}
    return {(width, indent) for width in widths for indent in (0, 1)}


def box_turns(blocks: Sequence[Block], settings: Sequence[Setting]) -> list[float]:
    """For each block the log odds, beside what is to be expected, that a box begins before it."""
    prose = [at for at, block in enumerate(blocks) if block.kind in (BlockKind.PARAGRAPH, BlockKind.SALUTATION)]
    turns = _turns([settings[at] for at in prose])
    spaced = sets_apart(blocks, settings)
    found: list[float] = []
    place = 0
    for at in range(len(blocks)):
        while place < len(prose) and prose[place] < at:
            place += 1
        first, last = (prose[place - 1] + 1 if place else 0), (prose[place] if place < len(prose) else at)
        blank = any(setting.apart for setting in settings[first : last + 1])
        found.append((turns[place] if place < len(prose) else 0.0) + (_NO_BLANK if spaced and not blank else 0.0))
    return found


def sets_apart(blocks: Sequence[Block], settings: Sequence[Setting]) -> bool:
    """Whether a page sets its headings apart from what stands before them."""
    heads = [setting.apart for block, setting in zip(blocks, settings, strict=True) if block.kind is BlockKind.HEADING]
    return sum(heads) * 2 >= len(heads)


def _turns(settings: Sequence[Setting]) -> list[float]:
    """For each paragraph the log odds that a box begins with it: forward and backward over the ways to set a box."""
    counts: Counter[tuple[int, int]] = Counter()
    for setting in settings:
        counts.update(setting.fits)
    keys = [key for key, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_KEYS]]
    if not keys:
        return [0.0] * len(settings)
    fits = [_likelihoods(setting, keys) for setting in settings]
    ahead = _passed(fits)
    behind = _passed(fits[::-1])[::-1]
    found = [0.0]
    for left, right in zip(ahead, behind[1:], strict=False):
        same = sum(map(mul, left, right))
        other = sum(left) * sum(right) / len(keys)
        found.append(max(-_MOST, min(_MOST, math.log(_AGAIN + (1 - _AGAIN) * other / same))))
    return found


def _likelihoods(setting: Setting, keys: Sequence[tuple[int, int]]) -> list[float]:
    """How likely the full lines of a block are in each box, the likeliest 1."""
    misfits = [setting.full - setting.fits.get(key, 0) + (key[0] < setting.widest - INDENT) for key in keys]
    least = min(misfits)
    return [max(_MISFIT ** (count - least), 1e-9) for count in misfits]


def _passed(fits: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each paragraph how likely each box is from all paragraphs up to it, in sum 1."""
    found: list[list[float]] = []
    state = [1.0] * len(fits[0])
    for likely in fits:
        total = sum(state)
        state = [((1 - _NEW) * one / total + _NEW / len(state)) * here for one, here in zip(state, likely, strict=True)]
        found.append(state)
    return found
