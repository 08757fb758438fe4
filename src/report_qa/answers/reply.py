"""`Reply`: the answer to one question, in the shape of the contract's response."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from report_qa.figures.figure import Figure
from report_qa.questions.question import Correction
from report_qa.search.passage import Hit
from report_qa.text.periods import Period, Status
from report_qa.text.source import Place

AnswerStatus = Literal["answered", "clarify", "not_found", "smalltalk"]
Reason = Literal["not_in_report", "other_period", "other_place", "unknown_report", "out_of_scope", "withheld"]
Origin = Literal["question", "history", "default"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The source's words that an answer rests on. Fields as in the contract; `places` are those of the quoted words."""

    n: int
    report: str
    title: str | None
    line_start: int
    line_end: int
    places: tuple[Place, ...]
    page: int | None
    quote: str
    section: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure that is the answer, its places, and the `n` of its citation."""

    figure: Figure
    places: tuple[Place, ...]
    citation: int


@dataclass(frozen=True, slots=True)
class Derived:
    """What was computed from figures; `operands` are positions in `Reply.figures`. A count has neither formula nor operands."""

    text: str
    formula: str | None = None
    operands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How the question was read; `origin` says for each name where it came from, `corrected` which slips of the keyboard were
    mended.
    """

    intent: str
    metrics: tuple[str, ...]
    period: Period | None
    status: Status | None
    place: str | None
    origin: dict[str, Origin]
    rewritten: str
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The contract's response, less `index` and `elapsed_ms`, which the service adds."""

    status: AnswerStatus
    answer: str
    interpretation: Interpretation
    verdict: Literal["yes", "no"] | None = None
    reason: Reason | None = None
    figures: tuple[CitedFigure, ...] = ()
    derived: tuple[Derived, ...] = ()
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Hit, ...] = ()
    passages: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0
    language: Literal["zh", "en"] = field(default="zh")
