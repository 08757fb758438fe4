"""Suggestions: questions made of a report's ledger, kept only where asking them gives that very figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report_qa.answers.reply import Reply
from report_qa.answers.suggest_words import chinese, english
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Language
from report_qa.text.document import BlockKind

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
    return tuple(one for language in LANGUAGES for one in _of_language(view, known, ask, language, lexicon))


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
    view: ReportView, known: set[str], ask: Callable[[str], Reply], language: Language, lexicon: Lexicon
) -> list[Suggestion]:
    kept: list[Suggestion] = []
    candidates = list(_candidates(view, known, language, lexicon))
    stride = max(1, len(candidates) // _MOST)
    for text, figure in (one for start in range(stride) for one in candidates[start::stride]):
        if len(kept) == _MOST:
            break
        reply = ask(text)
        if reply.status == "answered" and any(cited.figure.extent == figure.extent for cited in reply.figures):
            kept.append(Suggestion(text, figure.sentence, language))
    return sorted(kept, key=lambda one: one.sentence)


def _candidates(
    view: ReportView, known: set[str], language: Language, lexicon: Lexicon
) -> Iterator[tuple[str, Figure]]:
    seen: set[str] = set()
    for figure in view.figures:
        plain = figure.metric in known and re.fullmatch(r"[\u4e00-\u9fff]{3,16}", figure.metric)
        if (
            not plain
            or view.document.sentences[figure.sentence].kind is not BlockKind.PARAGRAPH
            or figure.period is None
        ):
            continue
        text = chinese(figure, figure.period) if language == "zh" else english(figure, figure.period, lexicon)
        if text is not None and text not in seen:
            seen.add(text)
            yield text, figure
