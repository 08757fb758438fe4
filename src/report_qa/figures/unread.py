"""Review mode: every number of a source that lies in no figure, and why.

Numbers are runs of digits of any script and width, and Chinese numerals that a unit follows. What the grammar refused carries the
grammar's own reason; what repair left out carries the repair's rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report_qa.figures.figure import Figure
from report_qa.figures.leftover import why_left
from report_qa.figures.numbers import Number, find_numbers
from report_qa.figures.numerals import fold_numerals
from report_qa.figures.quantity import Refused, read_numbers
from report_qa.figures.tallies import counted_otherwise
from report_qa.figures.why import Why
from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.edits import Edit
from report_qa.text.spans import Extent, Span

_RUN = re.compile(r"\d+(?:[.:/]\d+|,\d{3}(?!\d))*")
_TITLES = frozenset({BlockKind.TITLE, BlockKind.SALUTATION})


@dataclass(frozen=True, slots=True)
class UnreadNumber:
    """A number of the source in no figure. `text` is what is cut at `extent`, white space removed.

    `rule` is the repair rule that left it out (`text/rules.py`), where `why` is `LEFT_OUT` and the edits are known; `sentence` is a
    position in `Document.sentences`, None for what was left out.
    """

    text: str
    extent: Extent
    why: Why
    rule: str | None
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Explained:
    """Digits of a source (of any script): all, those in figures, and those that have a reason for being in none."""

    digits: int
    in_figures: int
    explained: int

    @property
    def share(self) -> float:
        """The share of digits that lie in a figure or are explained, 0 to 1; 1 where there are none."""
        return (self.in_figures + self.explained) / self.digits if self.digits else 1.0


def explain_numbers(
    document: Document, figures: Sequence[Figure], edits: Sequence[Edit] = (), *, dropped: Sequence[Figure] = ()
) -> tuple[UnreadNumber, ...]:
    """Every number of the source that no figure covers, in source order; each digit lies in a figure or in one of them.

    `edits` are the repair's (`Examined.edits`), for the rule that left a number out; `dropped` are figures that a person dropped.
    """
    covered = _offsets(figures)
    found: list[UnreadNumber] = []
    for figure in dropped:
        if free := [at for at in figure.extent.offsets() if at not in covered]:
            found.append(_unread(document, free, Why.DROPPED, figure.sentence))
            covered.update(free)
    within: set[int] = set()
    for index, sentence in enumerate(document.sentences):
        found += _of_sentence(document, index, covered)
        for span in sentence.extent.spans:
            within.update(range(span.start, span.end))
    found += _left_out(document, covered | within, edits)
    return tuple(sorted(found, key=lambda one: (one.extent.start, one.extent.end)))


def digit_share(document: Document, figures: Sequence[Figure], unread: Sequence[UnreadNumber]) -> Explained:
    """How many of a source's digits the ledger holds or explains; `unread` are those that `explain_numbers` found."""
    text = document.source.text
    digits = {match.start() for match in re.finditer(r"\d", text)}
    held = digits & _offsets(figures)
    known = {at for one in unread if one.why is not Why.NOT_UNDERSTOOD for at in one.extent.offsets()}
    return Explained(len(digits), len(held), len((digits - held) & known))


def _offsets(figures: Iterable[Figure]) -> set[int]:
    return {at for figure in figures for at in figure.extent.offsets()}


def _unread(document: Document, offsets: Sequence[int], why: Why, sentence: int | None) -> UnreadNumber:
    extent = Extent.of(offsets)
    return UnreadNumber("".join(document.source.cut(extent).split()), extent, why, None, sentence)


def _of_sentence(document: Document, index: int, covered: set[int]) -> Iterator[UnreadNumber]:
    sentence = document.sentences[index]
    origin = [at for at in sentence.extent.offsets() if not document.source.text[at].isspace()]
    text = fold_numerals("".join(document.source.text[at] for at in origin))
    taken = bytearray(at in covered for at in origin)
    for start, end, why in _reasons(text, sentence):
        run = [at for at in range(start, end) if not taken[at]]
        if not any(text[at].isdigit() or text[at] in _NUMERALS for at in run):
            continue
        for low, high in _pieces(run):
            yield _unread(document, origin[low:high], why, index)
        taken[start:end] = b"\1" * (end - start)


_SCALE_SIGNS = frozenset("百千万亿")
_NUMERALS = frozenset("二两三四五六七八九十百千万亿")


def _pieces(run: Sequence[int]) -> Iterator[tuple[int, int]]:
    for span in Extent.of(run).spans:
        yield span.start, span.end


def _reasons(text: str, sentence: Sentence) -> Iterator[tuple[int, int, Why]]:
    """Ranges of a sentence that are no figure, the surest reason first."""
    if sentence.kind in _TITLES:
        yield from ((*match.span(), Why.TITLE) for match in _RUN.finditer(text))
        return
    quantities, refused = read_numbers(text)
    yield from _joined(one for one in refused if one.why is not Why.NOT_UNDERSTOOD)
    for quantity in quantities:
        touches = quantity.start == 0 or quantity.end == len(text)
        yield quantity.start, quantity.end, Why.CUT if touches else Why.NOT_UNDERSTOOD
    yield from ((*match.span(), why_left(text, *match.span())) for match in _RUN.finditer(text))
    yield from counted_otherwise(text)
    for number in find_numbers(text):
        if _is_large(text, number):
            sized = text[number.end - 1] == "亿"  # 十亿企业, 过五百亿的县
            yield number.start, number.end, Why.THRESHOLD if sized else Why.NOT_UNDERSTOOD


def _joined(refused: Iterable[Refused]) -> Iterator[tuple[int, int, Why]]:
    """Ranges of one reason that touch as one (2022年2月12日)."""
    last: tuple[int, int, Why] | None = None
    for one in refused:
        if last is not None and last[1] == one.start and last[2] is one.why:
            last = last[0], one.end, one.why
            continue
        if last is not None:
            yield last
        last = one.start, one.end, one.why
    if last is not None:
        yield last


def _is_large(text: str, number: Number) -> bool:
    """Whether a Chinese numeral without a unit is no word: more than a digit, and a scale word in it (两千万)."""
    printed = text[number.start : number.end]
    if number.value is None or len(printed) == 1 or any(sign.isdigit() for sign in printed):
        return False
    return any(sign in _SCALE_SIGNS for sign in printed)


def _left_out(document: Document, seen: set[int], edits: Sequence[Edit]) -> Iterator[UnreadNumber]:
    """Numbers outside every sentence, with the longest edit that covers each."""
    text = document.source.text
    for match in _RUN.finditer(text):
        free = [at for at in range(*match.span()) if at not in seen]
        if any(text[at].isdigit() for at in free):
            span = Span(match.start(), match.end())
            holding = [edit for edit in edits if edit.span.start < span.end and span.start < edit.span.end]
            rule = max(holding, key=lambda edit: edit.span.length).rule if holding else None
            one = _unread(document, free, Why.LEFT_OUT, None)
            yield UnreadNumber(one.text, one.extent, one.why, rule, None)
