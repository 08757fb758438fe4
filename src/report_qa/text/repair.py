"""Repair: small rules that each propose to leave characters of the source out, and never anything else.

A rule sees the layout and yields edits; it counts nothing and knows of no other rule. `REPAIRS` lists them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from report_qa.text.edits import Edit, RepairedText, apply_edits
from report_qa.text.furniture import TURNED_FROM, TURNED_TO
from report_qa.text.layout import Layout, doubled_parts
from report_qa.text.lines import INVISIBLE, Line
from report_qa.text.spans import Span

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_OPEN = "“‘（《【「『〔"
_MARK = "，。；：、！？”’）》】」』〕…％%‰"
_DIGIT = "0-9０-９"
_SPACE = "[ \\t\u00a0\u2000-\u200a\u202f\u3000]"
_SPACED_HAN = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:{_SPACE}[{_HAN}]){{2,}}(?![{_HAN}])")
_BESIDE_DIGIT = re.compile(
    rf"(?<=[{_HAN}{_MARK}{_OPEN}]){_SPACE}+(?=[{_DIGIT}])|(?<=[{_DIGIT}]){_SPACE}+(?=[{_HAN}{_MARK}{_OPEN}℃])"
)
_BESIDE_MARK = re.compile(rf"(?<=[{_MARK}{_OPEN}]){_SPACE}+(?=\S)|(?<=\S){_SPACE}+(?=[{_MARK}{_OPEN}])")
_RUNS = re.compile(rf"{_SPACE}(?P<more>{_SPACE}+)")
_ENTITY = re.compile(
    r"&(?:nbsp|emsp|ensp|thinsp|zwj|zwnj);|&#(?:160|12288|8203);|<U\+(?:00A0|3000|200B|FEFF)>|</?(?:br|p|span|b|strong|div|font)\b[^<>]*>"
)
_LATIN = re.compile(r"[A-Za-z]")


def repair(layout: Layout) -> RepairedText:
    """Apply every rule to a source."""
    return apply_edits(layout.source, (edit for rule in REPAIRS for edit in rule(layout)))


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
    for group in (*layout.paragraphs, *layout.captions):
        for before, after in zip(group, group[1:], strict=False):
            start = layout.source.line_bounds(before.number)[1]
            if _LATIN.match(before.text[-1]) and _LATIN.match(after.text[0]):
                start += 1
            end = layout.source.line_bounds(before.number + 1)[0]
            if start < end:
                yield Edit(Span(start, end), "hard_wrap", f"line {before.number} goes on in line {after.number}")


def leave_out_second_printing(layout: Layout) -> Iterator[Edit]:
    """The second printing of a headline printed over itself."""
    for line in layout.lines:
        raw = layout.source.text[line.start : line.end]
        for start, end in doubled_parts(raw):
            yield Edit(Span(line.start + start, line.start + end), "doubled_headline", "printed twice over itself")


def close_spaced_han(layout: Layout) -> Iterator[Edit]:
    """Spaces that set single Han characters apart (政 府 工 作 报 告)."""
    for line in layout.lines:
        raw = layout.source.text[line.start : line.end]
        for match in _SPACED_HAN.finditer(raw):
            yield from _spaces(line, match.start(), match[0], "spaced_han", "single characters set apart")


def close_stray_spaces(layout: Layout) -> Iterator[Edit]:
    """Spaces between a digit and a Han character or a mark, beside a Chinese mark, and all but one of a run."""
    for line in layout.lines:
        raw = layout.source.text[line.start : line.end]
        for pattern, why in ((_BESIDE_DIGIT, "a space beside a digit"), (_BESIDE_MARK, "a space beside a mark")):
            for match in pattern.finditer(raw):
                yield Edit(Span(line.start + match.start(), line.start + match.end()), "stray_space", why)
        for match in _RUNS.finditer(raw):
            yield Edit(
                Span(line.start + match.start("more"), line.start + match.end("more")),
                "stray_space",
                "more than one space",
            )


def leave_out_entities(layout: Layout) -> Iterator[Edit]:
    """Entities and tags that a scrape left in the text, and characters that do not print."""
    for line in layout.lines:
        raw = layout.source.text[line.start : line.end]
        for match in _ENTITY.finditer(raw):
            yield Edit(Span(line.start + match.start(), line.start + match.end()), "entity", match[0])
        for at, char in enumerate(raw):
            if char in INVISIBLE:
                yield Edit(Span(line.start + at, line.start + at + 1), "entity", "a character that does not print")


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


def _spaces(line: Line, start: int, text: str, rule: str, why: str) -> Iterator[Edit]:
    for at, char in enumerate(text):
        if char.isspace():
            yield Edit(Span(line.start + start + at, line.start + start + at + 1), rule, why)


REPAIRS: tuple[Callable[[Layout], Iterator[Edit]], ...] = (
    leave_out_furniture,
    leave_out_margins,
    join_lines,
    leave_out_second_printing,
    close_spaced_han,
    close_stray_spaces,
    leave_out_entities,
    leave_out_turn_notes,
)
