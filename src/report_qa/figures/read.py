"""The front door of `figures/`: every figure of a document, in source order."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.figures.clauses import split_clauses
from report_qa.figures.figure import Figure
from report_qa.figures.metrics import Named, name_quantities
from report_qa.figures.quantity import find_quantities
from report_qa.figures.remarks import find_remarks
from report_qa.figures.when import Mention, When, date_figure, find_mentions, starting_when
from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.periods import ReportDates

_WITHOUT_FIGURES = frozenset({BlockKind.TITLE, BlockKind.SALUTATION})


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence without white space: `origin` says where each character of `text` stood."""

    sentence: Sentence
    index: int
    text: str
    origin: list[int]

    @classmethod
    def of(cls, sentence: Sentence, index: int) -> _Line:
        origin = [at for at, character in enumerate(sentence.text) if not character.isspace()]
        return cls(sentence, index, "".join(sentence.text[at] for at in origin), origin)


def read_figures(document: Document, dates: ReportDates) -> tuple[Figure, ...]:
    """Every printed quantity of a report with its metric, change, period, status and places, in source order."""
    figures: list[Figure] = []
    before: tuple[int, str] | None = None  # paragraph and metric of the figure before
    for index, sentence in enumerate(document.sentences):
        if sentence.kind in _WITHOUT_FIGURES:
            continue
        inherited = before[1] if before and before[0] == sentence.paragraph else None
        found = read_sentence(sentence, index, _default(document, sentence), dates, inherited)
        if found:
            before = sentence.paragraph, found[-1].metric
        figures += [figure for figure in found if not _is_cut(document, figure)]
    figures.sort(key=lambda figure: (figure.extent.start, figure.extent.end))
    return tuple(dict.fromkeys(figures))


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
    line = _Line.of(sentence, index)
    quantities = find_quantities(line.text)
    if not quantities:
        return []
    clauses = split_clauses(line.text, quantities)
    named = name_quantities(line.text, clauses, inherited)
    remarks = find_remarks(line.text, clauses, named)
    mentions = find_mentions(line.text, default, dates)
    return [
        _figure(line, entry, remark, _when(line.text, entry, mentions, (default, dates)))
        for entry, remark in zip(named, remarks, strict=True)
    ]


def _when(text: str, entry: Named, mentions: list[Mention], known: tuple[When, ReportDates]) -> When:
    default, dates = known
    clause = entry.clause.start, entry.clause.end
    when = date_figure(text, clause, entry.quantity.number_start, mentions, default)
    return starting_when(entry.quantity.start, mentions, when, dates.last) if entry.starting else when


def _figure(line: _Line, entry: Named, remark: str | None, when: When) -> Figure:
    quantity = entry.quantity
    start, end = line.origin[quantity.start], line.origin[quantity.end - 1] + 1
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
        clause_start=line.origin[entry.clause.start],
        clause_end=line.origin[entry.clause.end - 1] + 1,
        remark=remark,
    )


def _default(document: Document, sentence: Sentence) -> When:
    if sentence.kind is BlockKind.CAPTION or sentence.section is None:
        return When(sentence.period, sentence.status)
    section = document.sections[sentence.section]
    return When(sentence.period or section.period, sentence.status or section.status)
