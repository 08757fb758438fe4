"""`GET /api/v1/reports/{id}/figures`, the ledger, and `/figures/review`, the numbers that are no figure of it."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Header
from starlette.responses import JSONResponse, Response

from report_qa.library.ledger_csv import ledger_csv
from report_qa.library.ledger_filter import LedgerFilter
from report_qa.library.ledger_json import record_to_dict
from report_qa.library.review_formats import review_csv, review_to_dict
from report_qa.service.examples import QUERY_ERRORS
from report_qa.service.ledger import wants_csv
from report_qa.service.ledger_replies import FiguresResponse, ReviewResponse
from report_qa.service.schemas import (
    Format,
    KeyFilter,
    Limit,
    MetricFilter,
    Offset,
    PeriodFilter,
    ReportPath,
    StatusFilter,
    UnitFilter,
    WhyFilter,
)
from report_qa.service.state import OpenLibrary

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])
_DEFAULT_LIMIT = 100
_CSV = {
    "content": {"text/csv": {"schema": {"type": "string"}}},
    "description": "A page, or all of it as CSV",
}
Accept = Header("*/*", include_in_schema=False)


@router.get(
    "/{report}/figures",
    response_model=FiguresResponse,
    responses={**QUERY_ERRORS, 200: _CSV},
    summary="The ledger of figures",
)
def figures(  # noqa: PLR0913 - a parameter each filter
    report: ReportPath,
    library: OpenLibrary,
    metric: MetricFilter = None,
    period: PeriodFilter = None,
    status: StatusFilter = None,
    unit: UnitFilter = None,
    key: KeyFilter = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = None,  # noqa: A002 - the contract's name
    accept: str = Accept,
) -> Response:
    """Give the figures of a report in source order, filtered and paged; as CSV by `Accept: text/csv` or `format=csv`."""
    named = library.key_of(report, key) if key else None
    found = LedgerFilter(metric, period, status, unit, key, named).of(library.ledger(report).records)
    if wants_csv(format, accept):
        return _csv(ledger_csv(found[offset : None if limit is None else offset + limit]), report, "figures")
    page = found[offset : offset + (limit or _DEFAULT_LIMIT)]
    body = {"total": len(found), "figures": [record_to_dict(record) for record in page]}
    return JSONResponse(body, headers={"Vary": "Accept"})


@router.get(
    "/{report}/figures/review",
    response_model=ReviewResponse,
    responses={**QUERY_ERRORS, 200: _CSV},
    summary="The numbers that are no figure, and why",
)
def review(  # noqa: PLR0913 - as of the ledger
    report: ReportPath,
    library: OpenLibrary,
    why: WhyFilter = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = None,  # noqa: A002 - as of the ledger
    accept: str = Accept,
) -> Response:
    """Give the numbers of the source that are in no figure, in source order, each with its place and the reason."""
    seen = library.review(report)
    found = [number for number in seen.numbers if why is None or number.why is why]
    if wants_csv(format, accept):
        return _csv(review_csv(found[offset : None if limit is None else offset + limit]), report, "review")
    page = found[offset : offset + (limit or _DEFAULT_LIMIT)]
    return JSONResponse(review_to_dict(seen, page, len(found)), headers={"Vary": "Accept"})


def _csv(text: str, report: str, what: str) -> Response:
    named = quote(report if what == "figures" else f"{report}-{what}", safe="")
    name = f"attachment; filename=\"{what}.csv\"; filename*=UTF-8''{named}.csv"
    return Response(text, media_type="text/csv", headers={"Content-Disposition": name, "Vary": "Accept"})
