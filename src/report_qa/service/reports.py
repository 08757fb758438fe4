"""`GET /api/v1/reports`, `/reports/{id}`, its `/lines` and its ledger `/figures`."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Header
from starlette.responses import JSONResponse, Response

from report_qa.answers.wire import figure_to_dict, period_to_dict
from report_qa.library.ledger_csv import ledger_csv
from report_qa.library.summary import ReportSummary, SectionSummary
from report_qa.service.examples import LIST_ERRORS, QUERY_ERRORS
from report_qa.service.ledger import LedgerFilter, wants_csv
from report_qa.service.problems import Refused, invalid
from report_qa.service.replies import FiguresResponse, LinesResponse, ReportResponse, ReportsResponse
from report_qa.service.schemas import (
    FirstLine,
    Format,
    LastLine,
    Limit,
    MetricFilter,
    Offset,
    PeriodFilter,
    ReportPath,
    StatusFilter,
    UnitFilter,
)
from report_qa.service.state import OpenLibrary

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])
_DEFAULT_LIMIT = 100
_CSV = {
    "content": {"text/csv": {"schema": {"type": "string"}}},
    "description": "A page of the ledger, or all of it as CSV",
}


@router.get("", response_model=ReportsResponse, responses=LIST_ERRORS, summary="List the reports")
def reports(library: OpenLibrary) -> JSONResponse:
    """List the reports of the library."""
    return JSONResponse({"reports": [_report(report) for report in library.reports()]})


@router.get("/{report}", response_model=ReportResponse, responses=QUERY_ERRORS, summary="One report and its sections")
def report_detail(report: ReportPath, library: OpenLibrary) -> JSONResponse:
    """Tell of one report, with its sections in source order."""
    detail = library.report(report)
    return JSONResponse(_report(detail.summary) | {"sections": [_section(section) for section in detail.sections]})


@router.get("/{report}/lines", response_model=LinesResponse, responses=QUERY_ERRORS, summary="Source lines, raw")
def lines(report: ReportPath, library: OpenLibrary, start: FirstLine = None, end: LastLine = None) -> JSONResponse:
    """Give physical lines of the source as received, both ends included."""
    source = library.source(report)
    first, last = start or 1, end or source.line_count
    if not first <= last <= source.line_count:
        raise Refused(
            invalid(f"Lines {first} to {last} do not lie in 1 to {source.line_count}, or stand in the wrong order.")
        )
    numbers = range(first, last + 1)
    return JSONResponse(
        {"lines": [{"line": number, "text": source.line(number), "page": source.page(number)} for number in numbers]}
    )


@router.get(
    "/{report}/figures",
    response_model=FiguresResponse,
    responses={**QUERY_ERRORS, 200: _CSV},
    summary="The ledger of figures",
)
def figures(  # noqa: PLR0913 - the filters of the contract, one parameter each
    report: ReportPath,
    library: OpenLibrary,
    metric: MetricFilter = None,
    period: PeriodFilter = None,
    status: StatusFilter = None,
    unit: UnitFilter = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = None,  # noqa: A002 - the contract's name
    accept: str = Header("*/*", include_in_schema=False),
) -> Response:
    """Give the figures of a report in source order, filtered and paged; as CSV by `Accept: text/csv` or `format=csv`."""
    source = library.source(report)
    asked = LedgerFilter(metric, period, status, unit)
    found = [figure for figure in library.figures(report) if asked.keeps(figure)]
    if wants_csv(format, accept):
        rows = found[offset:] if limit is None else found[offset : offset + limit]
        return _csv(ledger_csv(rows, source), report)
    page = found[offset : offset + (limit or _DEFAULT_LIMIT)]
    records = [figure_to_dict(figure, source.places(figure.extent)) for figure in page]
    return JSONResponse({"total": len(found), "figures": records}, headers={"Vary": "Accept"})


def _csv(text: str, report: str) -> Response:
    name = f"attachment; filename=\"figures.csv\"; filename*=UTF-8''{quote(report, safe='')}.csv"
    return Response(text, media_type="text/csv", headers={"Content-Disposition": name, "Vary": "Accept"})


def _report(report: ReportSummary) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "place": report.place,
        "delivered": report.delivered,
        "reviews": report.reviews,
        "plans": report.plans,
        "lines": report.lines,
        "figures": report.figures,
        "sha256": report.sha256,
    }


def _section(section: SectionSummary) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "heading_line": section.heading_line,
        "level": section.level,
        "line_start": section.line_start,
        "line_end": section.line_end,
        "period": period_to_dict(section.period),
        "status": section.status,
    }
