"""`read_document`: the front door of `text/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block, read_blocks
from report_qa.text.dating import UNDATED, Dated, date_sections, date_sentence, is_dated
from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.headings import name_blocks
from report_qa.text.layout import read_layout
from report_qa.text.outline import Node, read_outline
from report_qa.text.periods import Period, ReportDates, Status, find_periods
from report_qa.text.placement import reading_order
from report_qa.text.repair import repair
from report_qa.text.sentences import split_sentences
from report_qa.text.source import Source


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A person's word on lines `[line_from, line_to]` (1-based, inclusive) of a report: their period and status."""

    line_from: int
    line_to: int
    period: Period | None
    status: Status | None


def read_document(source: Source, dates: ReportDates, outline: Sequence[OutlineEntry] = ()) -> Document:
    """Repair, section and date a report. `outline` overrules what the reader finds for whole lines."""
    layout = read_layout(source)
    blocks = name_blocks(read_blocks(layout, repair(layout)))
    nodes, owner = read_outline(blocks, reading_order(blocks, dates))
    dated = date_sections(blocks, nodes, dates)
    sentences = _sentences(source, blocks, owner, dated, dates, outline)
    return Document(source, _sections(blocks, nodes, dated, outline), tuple(sentences))


def _sections(
    blocks: Sequence[Block], nodes: Sequence[Node], dated: Sequence[Dated], outline: Sequence[OutlineEntry]
) -> tuple[Section, ...]:
    lines = [[(blocks[at].line_start, blocks[at].line_end) for at in node.members] for node in nodes]
    for at in range(len(nodes) - 1, -1, -1):
        parent = nodes[at].parent
        if parent is not None:
            block = blocks[nodes[at].block]
            lines[parent] += [*lines[at], (block.line_start, block.line_end)]
    found: list[Section] = []
    for node, date, spans in zip(nodes, dated, lines, strict=True):
        block = blocks[node.block]
        start, end = min((a for a, _ in spans), default=block.line_start), max((b for _, b in spans), default=block.line_end)
        date = _overruled(outline, start, end) or date
        found.append(
            Section(block.text, block.extent(), node.level, node.parent, start, end, date.period, date.status, date.evidence)
        )
    return tuple(found)


def _sentences(
    source: Source,
    blocks: Sequence[Block],
    owner: Sequence[int | None],
    dated: Sequence[Dated],
    dates: ReportDates,
    outline: Sequence[OutlineEntry],
) -> list[Sentence]:
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        at = owner[number]
        section = dated[at] if at is not None else UNDATED
        carried: Dated | None = None
        for start, end in _bounds(block):
            text, extent = block.text[start:end], block.extent(start, end)
            if is_dated(block.kind):
                date, carried = date_sentence(text, section, carried, dates)
                lines = source.lines_of(extent)
                date = _overruled(outline, *lines) or date
            else:
                date = _printed(text, dates) if block.kind is BlockKind.CAPTION else UNDATED
            found.append(Sentence(text, extent, block.kind, at, number, date.period, date.status))
    return sorted(found, key=lambda sentence: sentence.extent.start)


def _bounds(block: Block) -> list[tuple[int, int]]:
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return split_sentences(block.text)
    whole = block.text.strip()
    start = block.text.index(whole)
    return [(start, start + len(whole))] if whole else []


def _printed(text: str, dates: ReportDates) -> Dated:
    """A caption's own date: an absolute one that it prints, or none."""
    for start, end, period, _ in find_periods(text, ReportDates()):
        return Dated(period, None, f"words: {text[start:end]}")
    return UNDATED


def _overruled(outline: Sequence[OutlineEntry], start: int, end: int) -> Dated | None:
    for entry in outline:
        if entry.line_from <= start and end <= entry.line_to:
            return Dated(entry.period, entry.status, "outline")
    return None
