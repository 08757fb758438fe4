"""`GET /api/v1/reports`, `/reports/{id}` and its `/lines`; its ledger stands in `figures`."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse

from report_qa.answers.wire import period_to_dict
from report_qa.library.summary import ReportSummary, SectionSummary
from report_qa.service.examples import LIST_ERRORS, QUERY_ERRORS
from report_qa.service.problems import Refused, invalid
from report_qa.service.replies import LinesResponse, ReportResponse, ReportsResponse
from report_qa.service.schemas import FirstLine, LastLine, ReportPath
from report_qa.service.state import CurrentService, OpenLibrary

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])


@router.get("", response_model=ReportsResponse, responses=LIST_ERRORS, summary="List the reports")
def reports(library: OpenLibrary, service: CurrentService) -> JSONResponse:
    """List the reports of the library."""
    return JSONResponse({"reports": [_report(report, service.settings.contact) for report in library.reports()]})


@router.get("/{report}", response_model=ReportResponse, responses=QUERY_ERRORS, summary="One report and its sections")
def report_detail(report: ReportPath, library: OpenLibrary, service: CurrentService) -> JSONResponse:
    """Tell of one report, with its sections in source order."""
    detail = library.report(report)
    sections = [_section(section) for section in detail.sections]
    return JSONResponse(_report(detail.summary, service.settings.contact) | {"sections": sections})


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


def _report(report: ReportSummary, contact: str | None) -> dict[str, Any]:
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
        "contact": report.contact or contact,
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
