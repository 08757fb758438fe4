"""`create_app`: the service, put together. Nothing is global; the library is opened once, when the service starts."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypedDict

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response

from report_qa import __version__
from report_qa.errors import ReportQAError
from report_qa.library.library import Library
from report_qa.service import asking, assets, figures, figures_pages, health, pages, reports
from report_qa.service.feedback import FeedbackBook
from report_qa.service.logs import configure_logs
from report_qa.service.middleware import AllowedOrigins, HeadAsGet, RequestLog, SecurityHeaders
from report_qa.service.problems import INTERNAL, Problem, Refused, json_response, of_error
from report_qa.service.rendering import Pages
from report_qa.service.state import Service
from report_qa.settings import Settings

log = logging.getLogger(__name__)
# Neither spans nor logs of the framework's own: they may carry what a person asked.
_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False,
}  # fmt: skip
_PACKED_BYTES, _PACKED_LEVEL = (
    2_048,
    4,
)  # what is shorter is sent as it is; a higher level costs more time than it saves
OpenLibrary = Callable[[Settings], Library]


class State(TypedDict):
    """What the lifespan hands to every request."""

    service: Service


def create_app(settings: Settings, open_library: OpenLibrary = Library.open) -> FastAPI:
    """The service over the library that `open_library` opens; where that fails it still runs, and `/readyz` says why."""
    files = assets.Assets.load()
    shown = Pages.load(files)

    def respond(request: Request, problem: Problem) -> Response:
        return shown.error(request, problem) if pages.is_page(request.url.path) else json_response(problem)

    app = FastAPI(
        title="report_qa",
        version=__version__,
        summary="Ask a printed government work report; every figure of the answer is cited to its source line.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=_NO_TELEMETRY,
        lifespan=_lifespan(settings, open_library),
        middleware=_middleware(settings, respond),
    )
    for kind in (Refused, HTTPException, RequestValidationError, ReportQAError):
        app.add_exception_handler(kind, _handler(respond))
    for router in (asking.router, reports.router, figures.router, health.router, assets.router(files)):
        app.include_router(router)
    for router in (pages.router(shown), figures_pages.router(shown)):
        app.include_router(router)
    return app


def _middleware(settings: Settings, respond: Callable[[Request, Problem], Response]) -> list[Middleware]:
    origins = settings.allowed_origins
    cors = [Middleware(AllowedOrigins, origins=origins)] if origins else []
    return [
        Middleware(SecurityHeaders, origins=origins),
        *cors,
        Middleware(GZipMiddleware, minimum_size=_PACKED_BYTES, compresslevel=_PACKED_LEVEL),
        Middleware(RequestLog, respond=respond),
        Middleware(HeadAsGet),
    ]


def _lifespan(settings: Settings, open_library: OpenLibrary) -> Callable[[FastAPI], AbstractAsyncContextManager[State]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        configure_logs(settings)
        feedback = FeedbackBook(settings.feedback_file)
        try:
            library = await run_in_threadpool(open_library, settings)
        except ReportQAError as error:
            log.error("not_ready", extra={"code": error.code, "reason": error.message, "hint": error.hint})
            yield {"service": Service(settings, feedback, failure=error)}
        else:
            log.info("ready", extra={"index": library.digest, "reports": len(library.reports())})
            yield {"service": Service(settings, feedback, library)}
        log.info("stopped")

    return lifespan


def _handler(respond: Callable[[Request, Problem], Response]) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        problem = of_error(error)
        if problem is INTERNAL:
            log.error("request_failed", exc_info=error)
        response = respond(request, problem)
        if isinstance(error, HTTPException):
            response.headers.update(error.headers or {})
        return response

    return handle
