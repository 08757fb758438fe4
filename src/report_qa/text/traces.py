"""Where a rule did something in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report_qa.text.lines import marker_of
from report_qa.text.reasons import Reasons
from report_qa.text.verdicts import Class, Examined

_OF_CLASS = {Class.CAPTION: "caption", Class.TITLE: "title_line", Class.SALUTATION: "salutation"}


def lines_of_rule(examined: Examined, rule: str) -> frozenset[int]:
    """The lines (1-based) that a rule left out or cut, made what they are, or dated."""
    found = {number for number, name in examined.layout.furniture.items() if name == rule}
    found |= {line.number for line in examined.lines if any(examined.edits[at].rule == rule for at in line.edits)}
    found |= {number for number, name in _named(examined) if name == rule}
    return frozenset(found)


def _named(examined: Examined) -> Iterator[tuple[int, str]]:
    """Lines and the rules that made of them what they are."""
    document = examined.document
    source = document.source
    reasons = Reasons(document)
    dated = [reasons.of_sentence(at).rule for at in range(len(document.sentences))]
    for line in examined.lines:
        for part in line.parts:
            if part.sentence is not None:
                marked = marker_of(document.sentences[part.sentence].text)
                heading = "heading_mark" if marked else "bare_heading"
                yield line.number, heading if part.taken is Class.HEADING else _OF_CLASS.get(part.taken, "")
                yield line.number, dated[part.sentence]
    for section in document.sections:
        own = source.line_of(section.extent.start)
        if section.line_start < own:
            yield own, "reading_order"
    for group in examined.layout.said:
        yield from ((line.number, "overrule") for line in group.lines)
    paragraphs = Counter(group[0].number for group in examined.layout.paragraphs)
    yield from ((number, "long_line") for number, count in paragraphs.items() if count > 1)
