"""What the ledger's routes answer, as OpenAPI describes it: the shapes of `library.ledger_json` and `review_formats`."""

from __future__ import annotations

from report_qa.figures.evidence import EvidenceKind
from report_qa.figures.why import Why
from report_qa.service.replies import FigureBody, PeriodBody, PlaceBody, StrictBody


class BaseBody(StrictBody):
    """What a figure is compared with, as printed, and its years where the words say."""

    text: str
    period: PeriodBody | None


class ReasonBody(StrictBody):
    """What decided a period or a status: its kind, the words as printed, and where they stand."""

    kind: EvidenceKind
    words: str | None
    places: list[PlaceBody]


class EvidenceBody(StrictBody):
    """Why a figure has its period and its status."""

    period: ReasonBody | None
    status: ReasonBody | None


class OverruledBody(StrictBody):
    """Why a person changed a figure; `was` holds what the reader had read in the fields that they changed."""

    reason: str
    was: dict[str, PeriodBody | str | None]


class LedgerFigureBody(FigureBody):
    """A figure with what the ledger says beside it (docs/figures.md)."""

    id: str
    key: str
    base: BaseBody | None
    remark: str | None
    clause: str
    section: list[str]
    evidence: EvidenceBody
    url: str
    overruled: OverruledBody | None
    contradicts: list[str]


class FiguresResponse(StrictBody):
    """A page of the ledger; `total` counts what the filters found."""

    total: int
    figures: list[LedgerFigureBody]


class BothLanguages(StrictBody):
    """A few words in Chinese and in English."""

    zh: str
    en: str


class UnreadNumberBody(StrictBody):
    """A number that is no figure; `rule` left it out of the report, `said` is the reason of a person who dropped it."""

    text: str
    why: Why
    reason: BothLanguages
    rule: str | None
    said: str | None
    context: str
    places: list[PlaceBody]
    url: str


class ReviewResponse(StrictBody):
    """A page of the numbers that are no figure; the counts are of digits in the whole report."""

    digits: int
    in_figures: int
    explained: int
    share: float
    total: int
    numbers: list[UnreadNumberBody]
