"""A report as read, as JSON in the index: opening an index reads no report again.

Texts are not stored: they are cut from the source by their extents when the index is opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from report_qa.answers.suggest import Suggestion
from report_qa.errors import IndexDamaged, OffsetError
from report_qa.figures.figure import Figure
from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.periods import Period
from report_qa.text.source import Source
from report_qa.text.spans import Extent, Span

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report in the index: what was read of it, and the questions that it is known to answer.

    `key` names what it was read from and by; a report of the same key reads the same.
    """

    key: str
    document: Document
    figures: tuple[Figure, ...]
    suggestions: tuple[Suggestion, ...] = ()


def to_json(report: StoredReport) -> JsonObject:
    """A report as JSON."""
    return {
        "key": report.key,
        "sections": [_section(section) for section in report.document.sections],
        "sentences": [_sentence(sentence) for sentence in report.document.sentences],
        "figures": [_figure(figure) for figure in report.figures],
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
        return StoredReport(
            key=fields["key"],
            document=Document(source, sections, sentences),
            figures=tuple(_read_figure(row, sentences) for row in fields["figures"]),
            suggestions=tuple(Suggestion(*one) for one in fields["suggestions"]),
        )
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError, OffsetError) as error:
        raise IndexDamaged(
            f"A report in the index cannot be read ({type(error).__name__}).",
            "Build the index again with `report-qa build`.",
        ) from None


def _extent(extent: Extent) -> list[int]:
    return [bound for span in extent.spans for bound in (span.start, span.end)]


def _read_extent(bounds: Sequence[int]) -> Extent:
    return Extent(tuple(Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)))


def _period(period: Period | None) -> list[Any] | None:
    return None if period is None else [period.label, period.start, period.end]


def _read_period(row: Sequence[Any] | None) -> Period | None:
    return None if row is None else Period(*row)


def _section(section: Section) -> list[Any]:
    return [
        section.heading, _extent(section.extent), section.level, section.parent, section.line_start, section.line_end,
        _period(section.period), section.status, section.evidence,
    ]  # fmt: skip


def _read_section(row: Sequence[Any]) -> Section:
    heading, extent, level, parent, line_start, line_end, period, status, evidence = row
    return Section(
        heading, _read_extent(extent), level, parent, line_start, line_end, _read_period(period), status, evidence
    )


def _sentence(sentence: Sentence) -> list[Any]:
    return [
        _extent(sentence.extent), sentence.kind.value, sentence.section, sentence.paragraph, _period(sentence.period),
        sentence.status, sentence.evidence,
    ]  # fmt: skip


def _read_sentence(row: Sequence[Any], source: Source) -> Sentence:
    bounds, kind, section, paragraph, period, status, evidence = row
    extent = _read_extent(bounds)
    return Sentence(
        source.cut(extent), extent, BlockKind(kind), section, paragraph, _read_period(period), status, evidence
    )


def _figure(figure: Figure) -> list[Any]:
    return [
        figure.text, str(figure.value), None if figure.value_to is None else str(figure.value_to), figure.scale, figure.unit,
        figure.qualifier, figure.metric, figure.change, _period(figure.period), figure.status, figure.sentence, figure.start,
        figure.end, figure.clause_start, figure.clause_end, figure.remark,
    ]  # fmt: skip


def _read_figure(row: Sequence[Any], sentences: Sequence[Sentence]) -> Figure:
    (
        text, value, value_to, scale, unit, qualifier, metric, change, period, status, sentence, start, end, clause_start,
        clause_end, remark,
    ) = row  # fmt: skip
    return Figure(
        text=text,
        value=Decimal(value),
        value_to=None if value_to is None else Decimal(value_to),
        scale=scale,
        unit=unit,
        qualifier=qualifier,
        metric=metric,
        change=change,
        period=_read_period(period),
        status=status,
        sentence=sentence,
        start=start,
        end=end,
        extent=sentences[sentence].extent.part(start, end),
        clause_start=clause_start,
        clause_end=clause_end,
        remark=remark,
    )
