"""`Document`: a report as read, sectioned and dated. Every text in it is cut from the source by its extent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from report_qa.text.periods import Period, Status
from report_qa.text.source import Source
from report_qa.text.spans import Extent


class BlockKind(StrEnum):
    """What a block of the report is."""

    TITLE = "title"  # the report's title, where and when it was delivered, who spoke
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"  # a picture's caption or credit: not dated by the sections around it
    SALUTATION = "salutation"  # 各位代表：


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it heads.

    `extent` is the heading's own. `line_start` and `line_end` (1-based, inclusive) are the lines that it heads, which
    need not follow the heading (a column may print it after its text). `parent` is a position in `Document.sections`.
    `evidence` says what decided the period and the status.
    """

    heading: str
    extent: Extent
    level: int
    parent: int | None
    line_start: int
    line_end: int
    period: Period | None
    status: Status | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text (or one heading, caption, title line), in source order.

    `text` equals the source's characters at `extent`. `section` is a position in `Document.sections` (the innermost
    section that it belongs to) or None. `paragraph` counts blocks from 0. `period` and `status` are those of the sentence
    as a whole (its own words first, then its section's); a figure in it may have its own. `evidence` says what decided them.
    """

    text: str
    extent: Extent
    kind: BlockKind
    section: int | None
    paragraph: int
    period: Period | None
    status: Status | None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: sections and sentences in source order."""

    source: Source
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    def headings(self, section: int | None) -> tuple[str, ...]:
        """The headings over a section and its own, outermost first."""
        found: list[str] = []
        while section is not None:
            found.append(self.sections[section].heading)
            section = self.sections[section].parent
        return tuple(reversed(found))
