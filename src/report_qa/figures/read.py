"""The front door of `figures/`: every figure of a document, in source order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.bases import Base, base_of, find_bases
from report_qa.figures.clauses import split_clauses
from report_qa.figures.evidence import NO_EVIDENCE, Evidence, EvidenceKind, evidence_of
from report_qa.figures.figure import Figure
from report_qa.figures.metrics import name_quantities
from report_qa.figures.quantity import Quantity, find_quantities
from report_qa.figures.remarks import find_remarks
from report_qa.figures.sentence_line import SentenceLine
from report_qa.figures.spots import Named
from report_qa.figures.when import Mention, When, date_figure, find_mentions, starting_when
from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.periods import ReportDates

_WITHOUT_FIGURES = frozenset({BlockKind.TITLE, BlockKind.SALUTATION})


def read_figures(document: Document, dates: ReportDates) -> tuple[Figure, ...]:
    """Every printed quantity of a report with its metric, change, period, status and places, in source order."""
    figures: list[Figure] = []
    before: tuple[int, str] | None = None  # paragraph and metric of the figure before
    for index, sentence in enumerate(document.sentences):
        if sentence.kind in _WITHOUT_FIGURES:
            continue
        line = SentenceLine.of(sentence, index)
        quantities = find_quantities(line.text)
        if not quantities:
            continue
        inherited = before[1] if before and before[0] == sentence.paragraph else None
        told = _Told(line, _default(document, sentence), dates, evidence_of(document, index))
        found = _read_line(told, quantities, inherited)
        before = sentence.paragraph, found[-1].metric
        figures += [figure for figure in found if not _is_cut(document, figure)]
    figures.sort(key=lambda figure: (figure.extent.start, figure.extent.end))
    return _once(figures)


def _once(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """No two records alike in all fields: a place has each metric once."""
    alike = {(figure.extent, figure.metric, figure.change, figure.text): figure for figure in reversed(figures)}
    return tuple(reversed(alike.values()))


_NEAR = 8  # code points in which a line end and the spaces around it lie


def _is_cut(document: Document, figure: Figure) -> bool:
    """Whether a number goes on beyond its sentence, over a line end that repair did not join: half a number is no figure."""
    text, low, high = document.source.text, figure.extent.start, figure.extent.end
    before, behind = text[max(0, low - _NEAR) : low].rstrip()[-1:], text[high : high + _NEAR].lstrip()[:1]
    starts = figure.start == 0 and figure.text[:1].isdigit()
    ends = figure.text[-1:].isdigit() and figure.end == len(document.sentences[figure.sentence].text)
    return (starts and before.isdigit()) or (ends and behind.isdigit())


def read_sentence(
    sentence: Sentence, index: int, default: When, dates: ReportDates, inherited: str | None = None
) -> list[Figure]:
    """The figures of one sentence, in order.

    `index` is its position in the document, `default` the period and status of figures that print none of their own,
    `inherited` the metric that a clause without a subject continues.
    """
    line = SentenceLine.of(sentence, index)
    quantities = find_quantities(line.text)
    return _read_line(_Told(line, default, dates, NO_EVIDENCE), quantities, inherited) if quantities else []


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with what is known of its time, and what decided that."""

    line: SentenceLine
    default: When
    dates: ReportDates
    evidence: Evidence


def _read_line(told: _Told, quantities: Sequence[Quantity], inherited: str | None) -> list[Figure]:
    text = told.line.text
    clauses = split_clauses(text, quantities)
    named = name_quantities(text, clauses, inherited)
    remarks = find_remarks(text, clauses, named)
    bases = find_bases(text, clauses)
    mentions = find_mentions(text, told.default, told.dates)
    figures = []
    for entry, remark in zip(named, remarks, strict=True):
        when = _when(told, entry, mentions)
        words = None if entry.starting else bases.get(entry.quantity.start)
        base = base_of(words, when.period, told.dates) if words else None
        figures.append(_figure(told, entry, when, remark, base))
    return figures


def _when(told: _Told, entry: Named, mentions: list[Mention]) -> When:
    clause = entry.clause.start, entry.clause.end
    when = date_figure(told.line.text, clause, entry.quantity.number_start, mentions, told.default)
    return starting_when(entry.quantity.start, mentions, when, told.dates.last) if entry.starting else when


def _figure(told: _Told, entry: Named, when: When, remark: str | None, base: Base | None) -> Figure:
    quantity, line = entry.quantity, told.line
    start, end = line.bounds(quantity.start, quantity.end)
    clause_start, clause_end = line.bounds(entry.clause.start, entry.clause.end)
    return Figure(
        text=line.text[quantity.start : quantity.end],
        value=quantity.value,
        value_to=quantity.value_to,
        scale=quantity.scale,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        metric=entry.metric,
        change=entry.change,
        period=when.period,
        status=when.status,
        sentence=line.index,
        start=start,
        end=end,
        extent=line.sentence.extent.part(start, end),
        clause_start=clause_start,
        clause_end=clause_end,
        remark=remark,
        base=base,
        period_evidence=_evidence(told, when.period_by, when, when.period is not None),
        status_evidence=_evidence(told, when.status_by, when, when.status is not None),
    )


def _evidence(told: _Told, span: tuple[int, int] | None, when: When, known: bool) -> Evidence:
    """The words of the sentence that decided a period or a status, else what decided that of the sentence as a whole."""
    if span is not None:
        return Evidence(EvidenceKind.OWN_WORDS, told.line.text[slice(*span)], told.line.extent(*span))
    if when.starting:
        return Evidence(EvidenceKind.STARTING)
    return told.evidence if known or told.evidence.kind is EvidenceKind.ROW else NO_EVIDENCE


def _default(document: Document, sentence: Sentence) -> When:
    if sentence.kind is BlockKind.CAPTION or sentence.section is None:
        return When(sentence.period, sentence.status)
    section = document.sections[sentence.section]
    return When(sentence.period or section.period, sentence.status or section.status)
