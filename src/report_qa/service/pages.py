"""The pages: `/` to ask and `/reports/{id}` to read the source; what is a page, and what is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from report_qa.errors import ReportUnknown
from report_qa.library.ask import Ask
from report_qa.library.library import Library
from report_qa.library.summary import ReportSummary
from report_qa.service.home_words import HOME_WORDS
from report_qa.service.page_words import WORDS, Language, language_of
from report_qa.service.rendering import Context, Pages
from report_qa.service.schemas import ReportPath, composed
from report_qa.service.source_page import Shown, places_of, source_view
from report_qa.service.source_words import SOURCE_WORDS
from report_qa.service.state import CurrentService, OpenLibrary, Service

_GREETINGS: Mapping[Language, str] = {"zh": "你好", "en": "Hello"}
_BETWEEN = "|"  # what the widget parts its examples by
_NO_PAGES = ("/api/", "/healthz", "/readyz", "/widget/", "/assets/")


def is_page(path: str) -> bool:
    """Whether an address is one of a page, so that its errors are pages too.

    >>> is_page("/reports/x"), is_page("/api/v1/reports/x"), is_page("/api")
    (True, False, False)
    """
    return not f"{path}/".startswith(_NO_PAGES) and path not in _NO_PAGES


def router(pages: Pages) -> APIRouter:
    """The routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def home(request: Request, service: CurrentService, report: str | None = None) -> Response:
        """The page to ask on; `?report=` asks one report."""
        library = service.library
        if library is None:
            return pages.render(request, "home.html", _home(request, service, None, None), 503)
        asked = _asked(library.reports(), report)
        made_of = (library.digest, asked and asked.id)
        return pages.keep(request, "home.html", made_of, lambda: _home(request, service, library, asked))

    @routes.get("/reports/{report}")
    def source(
        request: Request, report: ReportPath, library: OpenLibrary, at: str | None = None, repairs: str | None = None
    ) -> Response:
        """The source with line numbers; `#L66` or `#L66-L68` marks lines, `?at=66:24-28` characters."""
        library.report(report)  # an unknown one is refused before anything is kept
        made_of = (library.digest, report)
        return pages.keep(
            request, "report.html", made_of, lambda: _source(request, library, report, (at, repairs == "1"))
        )

    return routes


def _home(request: Request, service: Service, library: Library | None, asked: ReportSummary | None) -> Context:
    """What the first page is told."""
    language = language_of(request)
    return {
        "reports": library.reports() if library else (),
        "asked": asked,
        "ready": library is not None,
        "home": HOME_WORDS[language],
        "contact": _contact(asked, service.settings.contact),
        "examples": _examples(library, asked, language) if library else (),
    }


def _source(request: Request, library: Library, report: str, asked: tuple[str | None, bool]) -> Context:
    """What the source's page is told; `asked` are the places to mark, and whether the repairs are shown."""
    language = language_of(request)
    detail = library.report(report)
    source, ledger = library.source(report), library.ledger(report)
    cited = tuple(place for place in places_of(asked[0]) if place.line <= source.line_count)
    repairs = library.repairs(report) if asked[1] else None
    shown = Shown(WORDS[language], language, cited, repairs)
    return {
        "report": detail.summary,
        "sections": detail.sections,
        "view": source_view(source, detail.sections, ledger, shown),
        "extracted": source.extracted,
        "repairs": repairs,
        "at": asked[0] if cited else None,
        "source_words": SOURCE_WORDS[language],
        "many": len(library.reports()) > 1,
    }


def _examples(library: Library, asked: ReportSummary | None, language: Language) -> tuple[str, ...]:
    """Questions to begin with, which the library is known to answer: those that it has for who greets it."""
    greeting = Ask(_GREETINGS[language], report=asked.id if asked else None, lang=language)
    return tuple(question for question in library.ask(greeting).suggestions if _BETWEEN not in question)


def _contact(asked: ReportSummary | None, general: str | None) -> str | None:
    """Whom a citizen may ask: what the report names, else the service."""
    return (asked.contact if asked else None) or general


def _asked(reports: Sequence[ReportSummary], asked: str | None) -> ReportSummary | None:
    """The report that the page asks: the one named, or the only one there is; None for all of them."""
    if asked:
        for report in reports:
            if report.id == composed(asked):
                return report
        raise ReportUnknown("There is no report of that id.")
    return reports[0] if len(reports) == 1 else None
