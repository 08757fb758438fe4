"""Suggestions: questions made of a report's ledger, kept only where asking them gives that very figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report_qa.answers.reply import Reply
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.text.document import BlockKind

_MOST = 48  # questions kept a report: enough for any answer to have neighbours, few enough to run while building


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the report answers, and the sentence that its answer stands in (a position in the document)."""

    text: str
    sentence: int


def make_suggestions(view: ReportView, ask: Callable[[str], Reply]) -> tuple[Suggestion, ...]:
    """Make questions of figures spread over the report, ask each, and keep those that give their figure back."""
    kept: list[Suggestion] = []
    for text, figure in _spread(list(_candidates(view)), 2 * _MOST):
        if len(kept) == _MOST:
            break
        reply = ask(text)
        if reply.status == "answered" and any(cited.figure.extent == figure.extent for cited in reply.figures):
            kept.append(Suggestion(text, figure.sentence))
    return tuple(kept)


def choose_suggestions(
    known: tuple[Suggestion, ...], sentences: tuple[int, ...], question: str, count: int = 4
) -> tuple[str, ...]:
    """Up to `count` suggestions near the sentences that an answer cites; the first ones where it cites none."""

    def distance(one: Suggestion) -> int:
        return min((abs(one.sentence - at) for at in sentences), default=0)

    near = sorted((one for one in known if one.sentence not in sentences and one.text != question), key=distance)
    return tuple(one.text for one in near[:count])


def _candidates(view: ReportView) -> Iterator[tuple[str, Figure]]:
    seen: set[str] = set()
    for figure in view.figures:
        plain = figure.period is not None and 3 <= len(figure.metric) <= 16 and not figure.metric[0].isdigit()
        if (
            not plain
            or view.document.sentences[figure.sentence].kind is not BlockKind.PARAGRAPH
            or figure.period is None
        ):
            continue
        change = figure.change or ""
        grows = any(word in change for word in ("增长", "下降", "提高", "增加", "减少")) and change[-1:] not in "到至"
        what = f"{change[-2:]}多少" if grows else "是多少"
        aim = "目标" if figure.status == "target" and not grows else ""
        text = f"{figure.period.label}{figure.metric}{aim}{what}？"
        if text not in seen:
            seen.add(text)
            yield text, figure


def _spread(items: list[tuple[str, Figure]], count: int) -> list[tuple[str, Figure]]:
    return [items[at * len(items) // count] for at in range(count)] if len(items) > count else items
