"""The pages: `/` to ask, `/reports/{id}` to read the source; and the page that an error gets outside the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from report_qa.errors import ReportUnknown
from report_qa.library.summary import ReportSummary
from report_qa.service.page_words import COOKIE, WORDS, language_of
from report_qa.service.problems import Problem
from report_qa.service.schemas import ReportPath, composed
from report_qa.service.source_page import line_views
from report_qa.service.state import CurrentService, OpenLibrary
from report_qa.settings import shipped_folder

_NO_PAGES = ("/api/", "/healthz", "/readyz", "/widget/", "/assets/")
_YEAR_SECONDS = 365 * 24 * 3600


def is_page(path: str) -> bool:
    """Whether an address is one of a page, so that its errors are pages too.

    >>> is_page("/reports/x"), is_page("/api/v1/reports/x"), is_page("/api")
    (True, False, False)
    """
    return not f"{path}/".startswith(_NO_PAGES) and path not in _NO_PAGES


@dataclass(frozen=True, slots=True)
class Pages:
    """The templates of the pages."""

    templates: Environment

    @classmethod
    def load(cls) -> Pages:
        """The templates that are shipped. Everything put into them is escaped; a name they lack is an error."""
        templates = Environment(
            loader=FileSystemLoader(shipped_folder("web") / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.filters["path"] = lambda text: quote(text, safe="")
        return cls(templates)

    def render(self, request: Request, name: str, context: Mapping[str, object], status: int = 200) -> HTMLResponse:
        """A page in the reader's language; `?lang=` is remembered in a cookie that holds nothing else."""
        language = language_of(request)
        other = "en" if language == "zh" else "zh"
        query = {name: value for name, value in request.query_params.items() if name != "lang"} | {"lang": other}
        told = {"words": WORDS[language], "language": language, "other": other, "other_url": f"?{urlencode(query)}"}
        response = HTMLResponse(self.templates.get_template(name).render({**told, **context}), status)
        response.headers["Vary"] = "Accept-Language, Cookie"
        response.headers["Cache-Control"] = "no-cache"
        if request.query_params.get("lang") == language:
            response.set_cookie(COOKIE, language, max_age=_YEAR_SECONDS, samesite="lax", httponly=True)
        return response

    def error(self, request: Request, problem: Problem) -> HTMLResponse:
        """The page of an error."""
        words = WORDS[language_of(request)]
        title = words.error_titles.get(problem.status, words.error_other)
        return self.render(request, "error.html", {"title": title, "status": problem.status}, problem.status)


def router(pages: Pages) -> APIRouter:
    """The routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def chat(request: Request, service: CurrentService, report: str | None = None) -> HTMLResponse:
        """The page to ask on; `?report=` asks one report."""
        library = service.library
        reports = () if library is None else library.reports()
        asked = _asked(reports, report) if library else None
        context = {"reports": reports, "asked": asked, "ready": library is not None}
        return pages.render(request, "chat.html", context, 200 if library else 503)

    @routes.get("/reports/{report}")
    def source(request: Request, report: ReportPath, library: OpenLibrary) -> HTMLResponse:
        """The source with line numbers; `#L66` or `#L66-L68` marks lines."""
        detail = library.report(report)
        lines = line_views(library, report, WORDS[language_of(request)])
        extracted = library.source(report).extracted
        context = {"report": detail.summary, "sections": detail.sections, "lines": lines, "extracted": extracted}
        return pages.render(request, "report.html", context)

    return routes


def _asked(reports: tuple[ReportSummary, ...], asked: str | None) -> ReportSummary | None:
    """The report that the page asks: the one named, or the only one there is; None for all of them."""
    if asked:
        for report in reports:
            if report.id == composed(asked):
                return report
        raise ReportUnknown("There is no report of that id.")
    return reports[0] if len(reports) == 1 else None
