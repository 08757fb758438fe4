"""What every response passes through: HEAD, security headers, the request log, and the last catch for errors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from time import perf_counter

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from report_qa.service.problems import INTERNAL, Problem, json_response

log = logging.getLogger(__name__)
Respond = Callable[[Request, Problem], Response]

_API_POLICY = "default-src 'none'; frame-ancestors 'none'"
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


class HeadAsGet:
    """Answers HEAD wherever GET is answered; the server leaves the body out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, send)


class SecurityHeaders:
    """Adds the security headers; `origins` are the sites that may put a page into a frame."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self._app = app
        framers = (origin for origin in origins if origin != "null")  # a sandboxed frame may ask, but frames nothing
        self._page_policy = " ".join((_PAGE_POLICY, *framers))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its response gets the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                page = headers.get("content-type", "").startswith("text/html")
                headers["Content-Security-Policy"] = self._page_policy if page else _API_POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
            await send(message)

        await self._app(scope, receive, with_headers)


class AllowedOrigins(CORSMiddleware):
    """CORS for the sites that may embed the widget; a preflight of another site gets the one error body."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        super().__init__(
            app,
            allow_origins=origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"],
            expose_headers=["Retry-After"],
        )

    def preflight_response(self, request_headers: object) -> Response:
        """The answer to a preflight request."""
        response = super().preflight_response(request_headers)  # type: ignore[arg-type]
        if response.status_code < 400:
            return response
        problem = Problem(
            403,
            "origin_not_allowed",
            "This site may not use the service.",
            "REPORT_QA_ALLOWED_ORIGINS lists the sites.",
        )
        return json_response(problem, {"Vary": "Origin"})


class RequestLog:
    """Logs one line a request, without its query or body, and turns an unforeseen error into a 500 without a trace."""

    def __init__(self, app: ASGIApp, respond: Respond) -> None:
        self._app = app
        self._respond = respond

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; note its status and time."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception:
            log.exception("request_failed", extra={"method": scope["method"], "route": _route(scope)})
            if status:
                raise
            await self._respond(Request(scope), INTERNAL)(scope, receive, noting)
        finally:
            elapsed_ms = round((perf_counter() - started) * 1000, 1)
            told = {"method": scope["method"], "route": _route(scope), "status": status, "elapsed_ms": elapsed_ms}
            log.info("request", extra=told)


def _route(scope: Scope) -> str | None:
    """The route's pattern, not the address: an address may hold anything."""
    return getattr(scope.get("route"), "path", None)
