"""Repair: small rules that each propose to leave characters of the source out, and never anything else.

A rule sees the layout and yields edits; it counts nothing and knows of no other rule. `REPAIRS` lists them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from report_qa.text.edits import Edit, RepairedText, apply_edits
from report_qa.text.furniture import TURNED_FROM, TURNED_TO
from report_qa.text.inline import HAN, SPACE, bare_text, line_cuts
from report_qa.text.layout import Layout, doubled_parts
from report_qa.text.overruled import overruled_edits
from report_qa.text.pages_inside import numbers_inside
from report_qa.text.spans import Extent, Span
from report_qa.text.wrap import keeps_space

_OPEN = "“‘（《【「『〔"
_MARK = "，。；：、！？”’）》】」』〕…％%‰"
_DIGIT = "0-9０-９"
_STRAY = SPACE.replace("\\t", "")  # a tab sets the cells of a table apart
_BESIDE_DIGIT = re.compile(
    rf"(?<=[{HAN}{_MARK}{_OPEN}]){_STRAY}+(?=[{_DIGIT}])|(?<=[{_DIGIT}]){_STRAY}+(?=[{HAN}{_MARK}{_OPEN}℃])"
)
_BESIDE_MARK = re.compile(rf"(?<=[{_MARK}{_OPEN}]){_STRAY}+(?=\S)|(?<=\S){_STRAY}+(?=[{_MARK}{_OPEN}])")
_RUNS = re.compile(rf"{SPACE}(?P<more>{SPACE}+)")


def repair(layout: Layout) -> RepairedText:
    """Apply every rule to a source, but for what a person overrules."""
    proposed = (edit for rule in REPAIRS for edit in rule(layout))
    edits = overruled_edits(proposed, layout.overrules, layout.source, layout.lines, layout.furniture)
    return apply_edits(layout.source, edits)


def leave_out_furniture(layout: Layout) -> Iterator[Edit]:
    """Page numbers, running heads and web clutter: whole lines."""
    for line in layout.lines:
        if line.number in layout.furniture and line.start < line.end:
            yield Edit(
                Span(line.start, line.end), layout.furniture[line.number], f"line {line.number} is none of the report's"
            )


def leave_out_margins(layout: Layout) -> Iterator[Edit]:
    """White space and byte-order marks at the ends of a line."""
    for line in layout.lines:
        low, high = layout.source.line_bounds(line.number)
        if low < line.start:
            yield Edit(Span(low, line.start), "margin", "white space before the line")
        if max(line.end, line.start) < high:
            yield Edit(Span(line.end, high), "margin", "white space after the line")


def join_lines(layout: Layout) -> Iterator[Edit]:
    """Line ends inside a paragraph; between two Latin letters one stays, as the space that it is."""
    for group in (*layout.paragraphs, *layout.captions, *(said.lines for said in layout.said)):
        for before, after in zip(group, group[1:], strict=False):
            start = layout.source.line_bounds(before.number)[1]
            if keeps_space(before.text, after.text):
                start += 1
            end = layout.source.line_bounds(before.number + 1)[0]
            if start < end:
                yield Edit(Span(start, end), "hard_wrap", f"line {before.number} goes on in line {after.number}")


def leave_out_second_printing(layout: Layout) -> Iterator[Edit]:
    """The second printing of a headline printed over itself."""
    for line in layout.lines:
        text, places = bare_text(line, layout.source, layout.overrules.rules_off)
        for start, end in doubled_parts(text):
            for span in Extent.of(places[start:end]).spans:
                yield Edit(span, "doubled_headline", "printed twice over itself")


def leave_out_inside(layout: Layout) -> Iterator[Edit]:
    """What a page left inside a line: entities, tags, characters that do not print, spaces between single characters."""
    for line in layout.lines:
        for cut in line_cuts(layout.source.text[line.start : line.end], layout.overrules.rules_off):
            yield Edit(Span(line.start + cut.start, line.start + cut.end), cut.rule, cut.why)


def close_stray_spaces(layout: Layout) -> Iterator[Edit]:
    """Spaces between a digit and a Han character or a mark, beside a Chinese mark, and all but one of a run."""
    for line in layout.lines:
        text, places = bare_text(line, layout.source, layout.overrules.rules_off)
        for pattern, why in ((_BESIDE_DIGIT, "a space beside a digit"), (_BESIDE_MARK, "a space beside a mark")):
            for match in pattern.finditer(text):
                for span in Extent.of(places[match.start() : match.end()]).spans:
                    yield Edit(span, "stray_space", why)
        for match in _RUNS.finditer(text):
            for span in Extent.of(places[match.start("more") : match.end("more")]).spans:
                yield Edit(span, "stray_space", "more than one space")


def leave_out_turn_notes(layout: Layout) -> Iterator[Edit]:
    """（下转第3版） after and （上接第1版） before the halves of a paragraph."""
    for line in layout.lines:
        if line.number in layout.furniture:
            continue
        raw = layout.source.text[line.start : line.end]
        for match in filter(None, (TURNED_FROM.match(raw), TURNED_TO.search(raw))):
            yield Edit(
                Span(line.start + match.start(), line.start + match.end()),
                "turned_page",
                "a note on where the text goes on",
            )


def leave_out_pages_inside(layout: Layout) -> Iterator[Edit]:
    """Page numbers inside a line of text."""
    kept = {line.number: line for group in layout.paragraphs for line in group}
    texts = {
        number: bare_text(layout.lines[number - 1], layout.source, layout.overrules.rules_off)
        for number in sorted(kept)
    }
    for number, start, end in numbers_inside((number, text) for number, (text, _) in texts.items()):
        for span in Extent.of(texts[number][1][start:end]).spans:
            yield Edit(span, "page_inside", "a page's number inside the text; such numbers count up through the report")


REPAIRS: tuple[Callable[[Layout], Iterator[Edit]], ...] = (
    leave_out_furniture,
    leave_out_margins,
    join_lines,
    leave_out_second_printing,
    leave_out_inside,
    close_stray_spaces,
    leave_out_turn_notes,
    leave_out_pages_inside,
)
