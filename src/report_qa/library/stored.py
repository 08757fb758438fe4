"""A report as read, as JSON in the index: opening an index reads no report again.

Texts are not stored: they are cut from the source by their extents when the index is opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report_qa.answers.suggest import Suggestion
from report_qa.errors import IndexDamaged, OffsetError
from report_qa.figures.figure import Figure
from report_qa.library.ledger_notes import LedgerNotes, notes_from_json, notes_to_json
from report_qa.library.stored_figures import (
    extent_from_row,
    extent_to_row,
    figures_from_json,
    figures_to_json,
    period_from_row,
    period_to_row,
)
from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.source import Source

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report in the index: what was read of it, and the questions that it is known to answer.

    `key` names what it was read from and by; a report of the same key reads the same. `notes` are of its figures.
    """

    key: str
    document: Document
    figures: tuple[Figure, ...]
    notes: LedgerNotes
    suggestions: tuple[Suggestion, ...] = ()


def to_json(report: StoredReport) -> JsonObject:
    """A report as JSON."""
    return {
        "key": report.key,
        "sections": [_section(section) for section in report.document.sections],
        "sentences": [_sentence(sentence) for sentence in report.document.sentences],
        "figures": figures_to_json(report.figures),
        "notes": notes_to_json(report.notes),
        "suggestions": [[one.text, one.sentence, one.language] for one in report.suggestions],
    }


def from_json(fields: Mapping[str, Any], source: Source) -> StoredReport:
    """The report that `to_json` gave, over its source.

    Raises:
        IndexDamaged: it is none, or not of this source.
    """
    try:
        sections = tuple(_read_section(row) for row in fields["sections"])
        sentences = tuple(_read_sentence(row, source) for row in fields["sentences"])
        figures = figures_from_json(fields["figures"], sentences)
        return StoredReport(
            key=fields["key"],
            document=Document(source, sections, sentences),
            figures=figures,
            notes=notes_from_json(fields["notes"], figures, sentences),
            suggestions=tuple(Suggestion(*one) for one in fields["suggestions"]),
        )
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError, AttributeError, OffsetError) as error:
        raise IndexDamaged(
            f"A report in the index cannot be read ({type(error).__name__}).",
            "Build the index again with `report-qa build`.",
        ) from None


def _section(section: Section) -> list[Any]:
    return [
        section.heading, extent_to_row(section.extent), section.level, section.parent, section.line_start, section.line_end,
        period_to_row(section.period), section.status, section.evidence,
    ]  # fmt: skip


def _read_section(row: Sequence[Any]) -> Section:
    heading, extent, level, parent, line_start, line_end, period, status, evidence = row
    return Section(
        heading, extent_from_row(extent), level, parent, line_start, line_end, period_from_row(period), status, evidence
    )


def _sentence(sentence: Sentence) -> list[Any]:
    return [
        extent_to_row(sentence.extent), sentence.kind.value, sentence.section, sentence.paragraph, period_to_row(sentence.period),
        sentence.status, sentence.evidence,
    ]  # fmt: skip


def _read_sentence(row: Sequence[Any], source: Source) -> Sentence:
    bounds, kind, section, paragraph, period, status, evidence = row
    extent = extent_from_row(bounds)
    return Sentence(
        source.cut(extent), extent, BlockKind(kind), section, paragraph, period_from_row(period), status, evidence
    )
