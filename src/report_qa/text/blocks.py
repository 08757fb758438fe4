"""`Block`: a repaired paragraph, heading, caption or title line, each character with its origin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_qa.text.captions import split_captions
from report_qa.text.document import BlockKind
from report_qa.text.edits import RepairedText
from report_qa.text.layout import Layout
from report_qa.text.lines import Line, marker_of
from report_qa.text.overrules import LineReading
from report_qa.text.spans import Extent
from report_qa.text.wrap import keeps_space


@dataclass(frozen=True, slots=True)
class Block:
    """Repaired characters that belong together. `origins[i]` is the code point of the source that `text[i]` is.

    `line_start` and `line_end` are the first and last physical line that it stands on, `width` that of its box: the middle one of
    its lines' widths, the last line left aside.
    """

    text: str
    origins: tuple[int, ...]
    kind: BlockKind
    line_start: int
    line_end: int
    width: int
    marker: str | None
    said: LineReading | None = None  # a person's word on what it is

    def part(self, start: int, end: int, kind: BlockKind | None = None) -> Block:
        """Characters `[start, end)` as a block of their own."""
        text = self.text[start:end]
        return Block(
            text,
            self.origins[start:end],
            kind or self.kind,
            self.line_start,
            self.line_end,
            self.width,
            marker_of(text),
            self.said,
        )

    def extent(self, start: int = 0, end: int | None = None) -> Extent:
        """The source's extent of `text[start:end]`."""
        return Extent.of(self.origins[start : len(self.text) if end is None else end])


def read_blocks(layout: Layout, repaired: RepairedText) -> list[Block]:
    """Every paragraph and caption of a layout as a block, in source order; kinds beyond those two are given later."""
    blocks = [block for group in layout.paragraphs for block in _block(layout, repaired, group, BlockKind.PARAGRAPH)]
    blocks += [block for group in layout.captions for block in _block(layout, repaired, group, BlockKind.CAPTION)]
    for group in layout.said:
        kind = group.reading.kind or BlockKind.PARAGRAPH
        parts = _block(layout, repaired, group.lines, BlockKind.PARAGRAPH)
        blocks += [replace(block, kind=kind, said=group.reading) for block in parts]
    return sorted(blocks, key=lambda block: block.origins[0])


def _block(layout: Layout, repaired: RepairedText, group: Sequence[Line], kind: BlockKind) -> Iterator[Block]:
    origins: list[int] = []
    text: list[str] = []
    for at, line in enumerate(group):
        if at and text and keeps_space(text[-1], line.text):
            origins.append(layout.source.line_bounds(group[at - 1].number)[1])
            text.append(layout.source.text[origins[-1]])
        low, high = bisect_left(repaired.origins, line.start), bisect_left(repaired.origins, line.end)
        origins.extend(repaired.origins[low:high])
        text.extend(repaired.text[low:high])
    whole = "".join(text)
    if not whole.strip():
        return
    widths = sorted(line.width for line in group[:-1] or group)
    width = widths[len(widths) // 2]
    block = Block(whole, tuple(origins), kind, group[0].number, group[-1].number, width, marker_of(whole))
    if kind is not BlockKind.CAPTION:
        yield block
        return
    for start, end in split_captions(whole):
        yield block.part(start, end)
