"""What comes back, as OpenAPI describes it: the shapes of `answers.wire`, which makes the responses themselves.

These models add nothing at run time; a test holds real responses against them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

StatusWord = Literal["actual", "target"]
OriginWord = Literal["question", "history", "default"]
ReasonWord = Literal["not_in_report", "other_period", "other_place", "unknown_report", "out_of_scope", "withheld"]


class StrictBody(BaseModel):
    """What every body is: its fields and no others, of their very types."""

    model_config = ConfigDict(strict=True, extra="forbid")


class ErrorDetail(StrictBody):
    """What failed, and what to do next."""

    code: str
    message: str
    hint: str


class ErrorBody(StrictBody):
    """The body of every error."""

    error: ErrorDetail


class PeriodBody(StrictBody):
    """Whole years, both inclusive, under the label that the report prints."""

    label: str
    start: int
    end: int


class PlaceBody(StrictBody):
    """A line from 1; columns in code points from 0, half-open."""

    line: int
    column_start: int
    column_end: int
    page: int | None = None


class FigureBody(StrictBody):
    """A printed quantity of one metric: `value` × `scale` units; `value_to` in a range only."""

    text: str
    value: int | float
    value_to: int | float | None = None
    scale: int
    unit: str | None
    qualifier: str | None
    metric: str
    change: str | None
    period: PeriodBody | None
    status: StatusWord | None
    places: list[PlaceBody]


class CitedFigureBody(FigureBody):
    """A figure that is the answer, with the `n` of its citation."""

    citation: int


class DerivedBody(StrictBody):
    """What was computed from figures; `operands` are positions in `figures` from 0."""

    text: str
    formula: str | None
    operands: list[int]


class CitationBody(StrictBody):
    """The source's words that an answer rests on."""

    n: int
    report: str
    title: str | None
    line_start: int
    line_end: int
    places: list[PlaceBody]
    page: int | None
    quote: str
    section: list[str]
    url: str


class PassageBody(StrictBody):
    """A passage that was retrieved, with the score of each retriever."""

    report: str
    text: str
    line_start: int
    line_end: int
    section: list[str]
    score: float
    parts: dict[str, float | None]


class CorrectionBody(StrictBody):
    """Words of a question as typed, and as they were read."""

    typed: str = Field(alias="from")
    meant: str = Field(alias="to")


class InterpretationBody(StrictBody):
    """How the question was read, and where each reading came from."""

    intent: str
    metrics: list[str]
    period: PeriodBody | None
    status: StatusWord | None
    place: str | None
    origin: dict[str, OriginWord]
    rewritten: str
    corrected: list[CorrectionBody]


class AskResponse(StrictBody):
    """An answer cut from the report, every figure of it cited to its source line."""

    status: Literal["answered", "clarify", "not_found", "smalltalk"]
    verdict: Literal["yes", "no"] | None
    answer: str
    reason: ReasonWord | None
    figures: list[CitedFigureBody]
    derived: list[DerivedBody]
    citations: list[CitationBody]
    nearest: list[PassageBody]
    passages: list[PassageBody]
    interpretation: InterpretationBody
    suggestions: list[str]
    confidence: float
    index: str
    elapsed_ms: float = Field(description="Milliseconds spent in the service.")


class SearchResponse(StrictBody):
    """Passages, best first."""

    passages: list[PassageBody]


class FeedbackResponse(StrictBody):
    """Whether the opinion could be kept."""

    kept: bool


class ReportBody(StrictBody):
    """A report; null for what is unknown. `lines` and `figures` are counts, `reviews` and `plans` years.

    `contact` says whom a citizen may ask: the report's manifest, else the settings.
    """

    id: str
    title: str | None
    place: str | None
    delivered: str | None
    reviews: int | None
    plans: int | None
    lines: int
    figures: int
    sha256: str
    contact: str | None


class ReportsResponse(StrictBody):
    """The reports of the library."""

    reports: list[ReportBody]


class SectionBody(StrictBody):
    """A heading and the lines that it heads, both inclusive."""

    heading: str
    heading_line: int
    level: int
    line_start: int
    line_end: int
    period: PeriodBody | None
    status: StatusWord | None


class ReportResponse(ReportBody):
    """A report with its sections."""

    sections: list[SectionBody]


class LineBody(StrictBody):
    """A physical line, raw."""

    line: int
    text: str
    page: int | None


class LinesResponse(StrictBody):
    """Lines of the source."""

    lines: list[LineBody]


class HealthResponse(StrictBody):
    """The process is up, or ready."""

    status: Literal["ok"]


class ReadyResponse(HealthResponse):
    """The index that answers, and how many reports it holds."""

    index: str
    reports: int
