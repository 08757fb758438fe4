"""The pages of figures: `/reports/{id}/figures`, its downloads, and `/figures`, one metric over places and years."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from report_qa.library.ledger import Record
from report_qa.library.ledger_csv import ledger_csv
from report_qa.library.ledger_facts import ledger_facts
from report_qa.library.ledger_words import LedgerWords
from report_qa.library.ledger_xlsx import ledger_xlsx
from report_qa.library.library import Library
from report_qa.library.metric_places import MetricTable, concept_of, metric_tables
from report_qa.library.side_by_side import result_beside_target
from report_qa.service.figures_page import Asked, arranged, choices_of, drawn, rows_of
from report_qa.service.figures_words import FIGURES_WORDS
from report_qa.service.metric_page import metric_rows
from report_qa.service.page_words import language_of
from report_qa.service.rendering import Context, Pages
from report_qa.service.schemas import ReportPath
from report_qa.service.state import OpenLibrary

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def router(pages: Pages) -> APIRouter:
    """The routes of the figures."""
    routes = APIRouter(include_in_schema=False)
    tables = _Tables()

    @routes.get("/reports/{report}/figures")
    def report_figures(request: Request, report: ReportPath, library: OpenLibrary) -> Response:
        """A report's ledger as a table, filtered and sorted by the address; works without a script."""
        library.report(report)
        made_of = (library.digest, report)
        return pages.keep(request, "figures.html", made_of, lambda: _context(request, library, report))

    @routes.get("/reports/{report}/figures.csv")
    def figures_csv(request: Request, report: ReportPath, library: OpenLibrary) -> Response:
        """The rows that the table shows, as CSV."""
        return _download(ledger_csv(_found(request, library, report)).encode(), report, "csv")

    @routes.get("/reports/{report}/figures.xlsx")
    def figures_xlsx(request: Request, report: ReportPath, library: OpenLibrary) -> Response:
        """The rows that the table shows, as a workbook with the review and the contradictions."""
        return _download(_workbook(request, library, report), report, "xlsx")

    @routes.get("/figures")
    async def across(request: Request, library: OpenLibrary, key: str | None = None) -> Response:
        """One metric over the places and years of the library's reports."""
        known = await run_in_threadpool(tables.of, library)
        table = known.get(key or "") or next(iter(known.values()), None)
        context = {
            "tables": tuple(known.values()),
            "table": table,
            "rows": metric_rows(table) if table else (),
            "figures_words": FIGURES_WORDS[language_of(request)],
            "reports": library.reports(),
        }
        return pages.render(request, "metric.html", context)

    return routes


class _Tables:
    """The metrics that the reports of a library have in common, read once an index."""

    def __init__(self) -> None:
        self._of: dict[str, Mapping[str, MetricTable]] = {}

    def of(self, library: Library) -> Mapping[str, MetricTable]:
        """The tables of a library, by key."""
        if library.digest not in self._of:
            ledgers = [(report, library.ledger(report.id)) for report in library.reports()]
            self._of = {library.digest: metric_tables(ledgers, lambda concept: bool(library.wordings(concept)))}
        return self._of[library.digest]


def _context(request: Request, library: Library, report: str) -> Context:
    summary, ledger = library.report(report).summary, library.ledger(report)
    wordings = {concept: library.wordings(concept) for concept in sorted({concept_of(r.key) for r in ledger.records})}
    rows = rows_of(ledger.records, wordings)
    asked = Asked.of(request.query_params)
    pairs = result_beside_target(ledger.records, (summary.reviews, summary.plans), summary.place)
    return {
        "report": summary,
        "rows": arranged(rows, asked),
        "asked": asked,
        "choices": choices_of(rows),
        "wordings": {concept: " ".join(names).lower() for concept, names in wordings.items() if names},
        "pairs": drawn(pairs),
        "figures_words": FIGURES_WORDS[language_of(request)],
        "many": len(library.reports()) > 1,
    }


def _found(request: Request, library: Library, report: str) -> list[Record]:
    records = library.ledger(report).records
    wordings = {concept: library.wordings(concept) for concept in {concept_of(record.key) for record in records}}
    rows = arranged(rows_of(records, wordings), Asked.of(request.query_params))
    return [row.record for row in rows if row.shown]


def _workbook(request: Request, library: Library, report: str) -> bytes:
    found = _found(request, library, report)
    ledger, review = library.ledger(report), library.review(report)
    words = LedgerWords(language_of(request))
    asked = Asked.of(request.query_params).ledger_filter
    return ledger_xlsx(ledger, found, review, ledger_facts(library, ledger, found, review, asked, words), words)


def _download(content: bytes, report: str, kind: str) -> Response:
    name = f"attachment; filename=\"figures.{kind}\"; filename*=UTF-8''{quote(report, safe='')}.{kind}"
    media_type = "text/csv" if kind == "csv" else _XLSX
    return Response(content, media_type=media_type, headers={"Content-Disposition": name, "Cache-Control": "no-cache"})
