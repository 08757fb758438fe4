"""`read_document`: the front door of `text/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_qa.text.blocks import Block, read_blocks
from report_qa.text.dating import Piece, bounds, date_blocks, date_sections
from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.evidence import UNDATED, Dated, heading_says, names_a_part
from report_qa.text.headings import name_blocks
from report_qa.text.layout import read_layout
from report_qa.text.outline import Node, read_outline
from report_qa.text.overruled import read_before
from report_qa.text.overrules import NO_OVERRULES, OutlineEntry, Overrules
from report_qa.text.periods import ReportDates, find_periods
from report_qa.text.placement import reading_order
from report_qa.text.repair import repair
from report_qa.text.source import Source


def read_document(source: Source, dates: ReportDates, overrules: Overrules = NO_OVERRULES) -> Document:
    """Repair, section and date a report, but for what a person overrules."""
    outline = overrules.outline
    layout = read_layout(source, overrules)
    blocks = name_blocks(read_blocks(layout, repair(layout)), source.text)
    dates = dates if dates.this is not None else _dates_in(blocks, dates)
    order = (
        list(range(len(blocks))) if overrules.is_off("reading_order") else reading_order(blocks, layout.lines, dates)
    )
    order = read_before(order, [block.line_start for block in blocks], _said_before(blocks))
    nodes, owner = read_outline(blocks, order)
    dated = date_sections(blocks, nodes, dates)
    pieces = date_blocks(blocks, order, owner, dated, nodes, dates)
    dated = [_of_heading(node, pieces, date) for node, date in zip(nodes, dated, strict=True)]
    sentences = _sentences(source, blocks, owner, pieces, outline)
    return Document(source, _sections(blocks, nodes, dated, outline), tuple(sentences))


def _said_before(blocks: Sequence[Block]) -> dict[int, int]:
    """The lines before which a person has headings read, by the heading's position."""
    said = ((at, block.said.before) for at, block in enumerate(blocks) if block.said is not None)
    return {at: line for at, line in said if line is not None}


def _dates_in(blocks: Sequence[Block], dates: ReportDates) -> ReportDates:
    """Where the manifest knows no dates, the years that the headings review or plan."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and names_a_part(block.text):
            says = heading_says(block.text, dates)
            if says.period is not None and says.period.one_year and says.status is not None:
                year = says.period.start
                return replace(dates, reviews=year) if says.status == "actual" else replace(dates, plans=year)
    return dates


def _of_heading(node: Node, pieces: dict[int, list[Piece]], date: Dated) -> Dated:
    """A section whose date is its parent's is of the time that the list it stands in has come to."""
    own = pieces.get(node.block)
    return own[0].date if own and date.evidence == "parent" and own[0].date.evidence.startswith("words") else date


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
    for node, printed, spans in zip(nodes, dated, lines, strict=True):
        block = blocks[node.block]
        start, end = (
            min((a for a, _ in spans), default=block.line_start),
            max((b for _, b in spans), default=block.line_end),
        )
        date = _overruled(outline, start, end) or printed
        found.append(
            Section(
                block.text, block.extent(), node.level, node.parent, start, end, date.period, date.status, date.evidence
            )
        )
    return tuple(found)


def _sentences(
    source: Source,
    blocks: Sequence[Block],
    owner: Sequence[int | None],
    pieces: dict[int, list[Piece]],
    outline: Sequence[OutlineEntry],
) -> list[Sentence]:
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        for piece in pieces.get(number) or _undated(block):
            extent = block.extent(piece.start, piece.end)
            date = piece.date
            if number in pieces:
                date = _overruled(outline, *source.lines_of(extent)) or date
            text = block.text[piece.start : piece.end]
            found.append(
                Sentence(text, extent, block.kind, owner[number], number, date.period, date.status, date.evidence)
            )
    return sorted(found, key=lambda sentence: sentence.extent.start)


def _undated(block: Block) -> list[Piece]:
    """Title lines, salutations and captions: a caption is of the date that it prints itself."""
    caption = block.kind is BlockKind.CAPTION
    return [Piece(a, b, _printed(block.text[a:b]) if caption else UNDATED) for a, b in bounds(block)]


def _printed(text: str) -> Dated:
    """A caption's own date: an absolute one that it prints, or none."""
    for start, end, period, _ in find_periods(text, ReportDates()):
        return Dated(period, None, f"words: {text[start:end]}")
    return UNDATED


def _overruled(outline: Sequence[OutlineEntry], start: int, end: int) -> Dated | None:
    for entry in outline:
        if entry.line_from <= start and end <= entry.line_to:
            return Dated(entry.period, entry.status, "outline")
    return None
