"""Suggestions: questions made of a report's ledger, kept only where asking them gives that very figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report_qa.answers.reply import Reply
from report_qa.answers.units import kind_of
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Language
from report_qa.text.document import BlockKind
from report_qa.text.periods import Period

_MOST = 32  # questions kept a report and language: enough for any answer to have neighbours, few enough to run while building


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the report answers, its language, and the sentence of its answer (a position in the document)."""

    text: str
    sentence: int
    language: Language = "zh"


def make_suggestions(view: ReportView, lexicon: Lexicon, ask: Callable[[str], Reply]) -> tuple[Suggestion, ...]:
    """Make questions of figures spread over the report whose metric the lexicon knows, so that it reads well; ask each, and
    keep those that give their figure back.
    """
    known = {figure.metric for figure in view.figures if _reads_well(figure.metric, lexicon)}
    return tuple(one for language in LANGUAGES for one in _of_language(view, known, ask, language))


def _reads_well(metric: str, lexicon: Lexicon) -> bool:
    """Whether most of a metric is a concept of the lexicon, in a report's own words."""
    named = sum(one.end - one.start for one in lexicon.concepts_in(metric) if one.via in ("name", "short"))
    return named >= len(metric) / 2


def choose_suggestions(
    known: tuple[Suggestion, ...], sentences: tuple[int, ...], question: str, language: Language
) -> tuple[str, ...]:
    """Up to four suggestions of a language near the sentences that an answer cites; spread ones where it cites none."""
    able = [one for one in known if one.language == language and one.sentence not in sentences and one.text != question]
    if not sentences:
        return tuple(one.text for one in able[:: max(1, len(able) // _SHOWN)][:_SHOWN])
    near = sorted(able, key=lambda one: min(abs(one.sentence - at) for at in sentences))
    return tuple(one.text for one in near[:_SHOWN])


_SHOWN = 4
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _of_language(
    view: ReportView, known: set[str], ask: Callable[[str], Reply], language: Language
) -> list[Suggestion]:
    kept: list[Suggestion] = []
    candidates = list(_candidates(view, known, language))
    stride = max(1, len(candidates) // _MOST)
    for text, figure in (one for start in range(stride) for one in candidates[start::stride]):
        if len(kept) == _MOST:
            break
        reply = ask(text)
        if reply.status == "answered" and any(cited.figure.extent == figure.extent for cited in reply.figures):
            kept.append(Suggestion(text, figure.sentence, language))
    return sorted(kept, key=lambda one: one.sentence)


def _candidates(view: ReportView, known: set[str], language: Language) -> Iterator[tuple[str, Figure]]:
    seen: set[str] = set()
    for figure in view.figures:
        plain = figure.metric in known and re.fullmatch(r"[\u4e00-\u9fff]{3,16}", figure.metric)
        if (
            not plain
            or view.document.sentences[figure.sentence].kind is not BlockKind.PARAGRAPH
            or figure.period is None
        ):
            continue
        text = _chinese(figure, figure.period) if language == "zh" else _english(figure, figure.period)
        if text not in seen:
            seen.add(text)
            yield text, figure


def _chinese(figure: Figure, period: Period) -> str:
    change = figure.change or ""
    grows = any(word in change for word in _GROWS) and change[-1:] not in "到至"
    counted = kind_of(figure) in ("count", "people", "households") and figure.unit is not None
    what = f"{change[-2:]}多少" if grows else f"有多少{figure.unit}" if counted else "是多少"
    aim = "的目标" if figure.status == "target" and what == "是多少" else ""
    return f"{period.label}{figure.metric}{aim}{what}？"


def _english(figure: Figure, period: Period) -> str:
    change = figure.change or ""
    grows = any(word in change for word in _GROWS) and change[-1:] not in "到至"
    years = str(period.start) if period.one_year else f"{period.start} to {period.end}"
    if grows:
        return f"By how much did “{figure.metric}” change in {years}?"
    aim = "the target for" if figure.status == "target" else "the figure for"
    return f"What was {aim} “{figure.metric}” in {years}?"


_GROWS = ("增长", "下降", "提高", "增加", "减少")
