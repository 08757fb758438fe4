"""Words answers over several reports, within the contract's length, and holds them to its promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from report_qa.answers.across import Row, Table
from report_qa.answers.asked import convert
from report_qa.answers.draft import Draft
from report_qa.answers.promise import keeps_promise
from report_qa.answers.render import render_words
from report_qa.answers.reply import AnswerStatus, Citation, CitedFigure, Derived, Interpretation, Reason, Reply
from report_qa.answers.words import when
from report_qa.figures.derived import Computed, signed
from report_qa.figures.figure import Figure
from report_qa.questions.question import Language
from report_qa.search.passage import Hit
from report_qa.text.periods import Period, Status

_LONGEST, _TAIL = 600, 150
_NAMED = 12  # places that do not say, named at most


@dataclass(frozen=True, slots=True)
class Said:
    """A row as a template says it: `n` is its citation, `converted` the plain number in English."""

    place: str
    text: str
    n: int
    converted: str = ""


class Gathered:
    """Collects rows of several reports: their figures, their citations in one numbering, and what is computed of them."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._rows: list[tuple[Row, Said]] = []
        self.derived: list[Derived] = []

    def say(self, row: Row, words: str | None = None) -> Said:
        """Make a row part of the answer; `words` replace the place before its figure."""
        for known, said in self._rows:
            if known.figure is row.figure:
                return said
        n = len(self._rows) + 1
        converted = convert(row.figure) if self._language == "en" else ""
        if converted:
            self.derived.append(Derived(converted, f"{row.figure.value} × {row.figure.scale:,}", (n - 1,)))
        said = Said(words or row.place, _printed(row.figure), n, converted)
        self._rows.append((row, said))
        return said

    def count(self, number: int) -> str:
        """A number of reports, as one of what is derived."""
        text = f"{number}份" if self._language == "zh" else str(number)
        if all(known.text != text or known.formula for known in self.derived):
            self.derived.append(Derived(text))
        return text

    def compute(self, computed: Computed) -> str:
        """A computed value of rows that were said."""
        operands = tuple(
            next(at for at, (row, _) in enumerate(self._rows) if row.figure is figure) for figure in computed.operands
        )
        self.derived.append(Derived(computed.text, computed.formula, operands))
        return computed.text

    def figures(self) -> tuple[CitedFigure, ...]:
        """The figures, in the order in which they were said."""
        return tuple(
            CitedFigure(row.figure, row.view.document.source.places(row.figure.extent), said.n)
            for row, said in self._rows
        )

    def citations(self) -> tuple[Citation, ...]:
        """A citation a row."""
        found = []
        for row, said in self._rows:
            draft = Draft(row.view)
            draft.add(row.figure)
            found.append(replace(draft.citations()[0], n=said.n))
        return tuple(found)

    def stands(self, reply: Reply, question: str) -> bool:
        """Whether a reply keeps the contract's promise, each figure held against the source of its report."""
        alone = replace(reply, answer="", citations=(), derived=())
        return keeps_promise(reply, None, question) and all(
            keeps_promise(replace(alone, figures=(cited,)), row.view.document.source, question)
            for (row, _), cited in zip(self._rows, reply.figures, strict=True)
        )


def _printed(figure: Figure) -> str:
    """A figure with what its number alone does not say: that it fell, and a qualifier that stands apart."""
    qualifier = figure.qualifier if figure.qualifier and figure.qualifier not in figure.text else ""
    falls = (figure.change or "") if signed(figure) < 0 else ""
    return f"{falls}{qualifier}{figure.text}"


@dataclass(frozen=True, slots=True)
class Request:
    """What an answer over several reports is an answer to."""

    question: str
    words: str
    language: Language
    intent: str
    year: int | None
    status: Status | None
    place: str | None
    dated: bool = True

    @property
    def period(self) -> Period | None:
        """The year asked about."""
        return None if self.year is None else Period.year(self.year)

    @property
    def label(self) -> str:
        """The year and status asked about, in words."""
        return when(self.period, self.status, self.language)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a reply ends: its status, with verdict or reason, and how sure it is."""

    status: AnswerStatus = "answered"
    verdict: Literal["yes", "no"] | None = None
    reason: Reason | None = None
    confidence: float = 0.8


def word(
    name: str,
    request: Request,
    context: Mapping[str, Any],
    gathered: Gathered,
    end: Verdict,
    hits: tuple[Hit, ...] = (),
) -> Reply:
    """The reply that a macro of the templates gives; withheld where it breaks the promise."""
    nearest = hits[:3] if end.status == "not_found" else ()
    full = {**context, "verdict": end.verdict or "", "nearest": bool(nearest), "label": request.label}
    reply = Reply(
        status=end.status,
        answer=render_words(f"across_{request.language}", name, full, request.language),
        interpretation=_interpretation(request),
        verdict=end.verdict,
        reason=end.reason,
        figures=() if end.status == "not_found" else gathered.figures(),
        derived=() if end.status == "not_found" else tuple(gathered.derived),
        citations=() if end.status == "not_found" else gathered.citations(),
        nearest=nearest,
        passages=hits,
        confidence=end.confidence,
        language=request.language,
    )
    if end.status == "not_found" or gathered.stands(reply, request.question):
        return reply
    said = render_words(request.language, "refusal", {"reason": "withheld", "nearest": False}, request.language)
    return replace(
        reply, status="not_found", answer=said, verdict=None, reason="withheld", figures=(), derived=(), citations=(), confidence=0.0,
    )  # fmt: skip


def say_table(
    table: Table, request: Request, gathered: Gathered, limits: tuple[bool, bool], metric: str
) -> dict[str, Any]:
    """The context of a table: as many rows as an answer has room for, the first ones named where the most is asked.

    `limits`: whether the least is asked first, and whether the first is to be named.
    """
    lowest, named = limits
    room = _LONGEST - _TAIL - 2 * len(metric)
    said: list[Said] = []
    for row in table.rows:
        one = len(row.place) + len(_printed(row.figure)) + 6 + (14 if request.language == "en" else 0)
        if room < one and said:
            break
        room -= one
        said.append(gathered.say(row))
    first, second = len(table.ranked), len(table.ranked) + len(table.bounded)
    ranked, bounded, apart = said[:first], said[first:second], said[second:]
    more, more_bounded = first - len(ranked), len(table.bounded) + len(table.apart) - len(bounded) - len(apart)
    return {
        "ranked": ranked,
        "bounded": bounded,
        "apart": apart,
        "first": ranked[0] if named and ranked and table.leads(lowest) else None,
        "firsts": [one.place for one, row in zip(ranked, table.ranked, strict=False) if _equals(row, table.ranked[0])],
        "open": named and not table.leads(lowest),
        "led": table.is_exact,
        "lowest": lowest,
        "more": gathered.count(more) if more else "",
        "more_bounded": gathered.count(more_bounded) if more_bounded else "",
        "metric": metric,
    }


def _equals(row: Row, first: Row) -> bool:
    return signed(row.figure) == signed(first.figure)


def say_missing(places: Sequence[str], unclear: Sequence[str], gathered: Gathered) -> dict[str, Any]:
    """The context of those that do not say."""
    more = len(places) > _NAMED
    return {
        "without": list(places[:_NAMED]),
        "without_more": more,
        "without_count": gathered.count(len(places)) if more else "",
        "unclear": list(unclear),
    }


def _interpretation(request: Request) -> Interpretation:
    return Interpretation(
        intent=request.intent,
        metrics=(request.words,),
        period=request.period,
        status=request.status,
        place=request.place,
        origin={
            "intent": "question",
            "metrics": "question",
            "period": "question" if request.dated else "default",
            "status": "question" if request.dated else "default",
            "place": "question" if request.place else "default",
        },
        rewritten=request.question,
    )
