"""What may be sent: request bodies and query parameters, with strict types. A bound missed is refused, never clamped."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from report_qa.figures.why import Why
from report_qa.library.ask import Ask
from report_qa.service.feedback import Opinion


def composed(text: str) -> str:
    """NFC: the form of report ids."""
    return unicodedata.normalize("NFC", text)


def _well_formed(text: str) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("half of a character (a lone surrogate) is no text")
    return text


def _digits(value: object) -> object:
    """Query parameters are text: only ASCII digits make an integer there, not `1_000`, `5.0` or ` 5`."""
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        raise ValueError("write a whole number in digits")
    return value


Question = Annotated[
    str,
    Field(
        min_length=1,
        max_length=1000,
        pattern=r"\S",
        description="What the person typed: 1 to 1,000 code points, not all white space.",
    ),
]
Text = Annotated[str, AfterValidator(_well_formed)]
ReportId = Annotated[Text, AfterValidator(composed)]
# The schema lists the numbers: a range of integers would let in 5.0, which strict types refuse.
TopK = Annotated[
    int,
    Field(
        ge=1,
        le=20,
        description="At most so many passages are returned.",
        json_schema_extra={"enum": list(range(1, 21))},
    ),
]
Position = Annotated[int, Field(ge=1), BeforeValidator(_digits)]
PageSize = Annotated[int, Field(ge=1, le=1000), BeforeValidator(_digits)]


class _Request(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class AskRequest(_Request):
    """A question, and the conversation that it belongs to."""

    question: Question
    history: Annotated[
        list[Text], Field(max_length=20, description="The earlier questions of this conversation, oldest first.")
    ] = []
    report: Annotated[
        ReportId | None, Field(description="Ask this report only; null: the whole library. An unknown id is a 404.")
    ] = None
    lang: Annotated[
        Literal["zh", "en"] | None, Field(description="The language of the answer; null: that of the question.")
    ] = None
    top_k: TopK = 5

    def to_ask(self) -> Ask:
        """The question as the library takes it."""
        return Ask(
            question=self.question, history=tuple(self.history), report=self.report, lang=self.lang, top_k=self.top_k
        )


class SearchRequest(_Request):
    """A question whose passages are wanted, without an answer."""

    question: Question
    report: Annotated[ReportId | None, Field(description="Search this report only; null: the whole library.")] = None
    top_k: TopK = 5


class FeedbackRequest(_Request):
    """An opinion on an answer."""

    question: Question
    index: Annotated[Text, Field(description="The `index` of the answer.")]
    useful: bool
    reason: Annotated[Text | None, Field(description="Why, in the person's words.")] = None

    def to_opinion(self) -> Opinion:
        """The opinion as it is kept."""
        return Opinion(self.question, self.index, self.useful, self.reason)


ReportPath = Annotated[str, Path(description="The report's id, percent-encoded UTF-8."), AfterValidator(composed)]
FirstLine = Annotated[Position | None, Query(description="First line, from 1; the first of the report by default.")]
LastLine = Annotated[Position | None, Query(description="Last line, inclusive; the last of the report by default.")]
Limit = Annotated[PageSize | None, Query(description="At most so many: 100 by default; in CSV all by default.")]
Offset = Annotated[
    int, Query(ge=0, description="How many of those found are passed over first."), BeforeValidator(_digits)
]
MetricFilter = Annotated[str | None, Query(description="Words contained in the metric.", examples=["粮食产量"])]
PeriodFilter = Annotated[
    str | None,
    Query(
        description="The period's label, a year (`2021`) or a range (`2017-2021`); equal, so that a year finds no term's total.",
        examples=["2021"],
    ),
]
StatusFilter = Annotated[Literal["actual", "target"] | None, Query(description="Done or promised.")]
UnitFilter = Annotated[str | None, Query(description="The unit as printed.", examples=["亿元"])]
KeyFilter = Annotated[
    str | None,
    Query(
        description="The metric's key, its first parts (`gdp` finds `gdp/growth/share`), or any wording of it (`规上工业增加值`).",
        examples=["gdp"],
    ),
]
WhyFilter = Annotated[Why | None, Query(description="Only numbers that this reason explains.")]
Format = Annotated[Literal["json", "csv"] | None, Query(description="Overrules the `Accept` header.")]
