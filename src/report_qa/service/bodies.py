"""Request bodies: JSON objects in UTF-8 of a bounded size, read before anything else looks at them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Never

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from report_qa.service.problems import Refused, invalid, of_status
from report_qa.service.state import service_of

_DRAINED_BYTES = 8 << 20  # read and thrown away, so that a client still sending hears the 413
_DRAIN_SECONDS = 5.0


class JsonRoute(APIRoute):
    """A route that takes a JSON object: 415 for another content type, 413 above the limit, 422 for what is no object."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """The route's handler, given a request whose body has been read and checked."""
        handle = super().get_route_handler()

        async def checked(request: Request) -> Response:
            return await handle(await _checked(request))

        return checked


class _JsonRequest(Request):
    """A request whose body has been read and parsed."""

    def __init__(self, request: Request, body: bytes, parsed: dict[str, Any]) -> None:
        super().__init__(request.scope, request.receive)
        self._body = body
        self._json = parsed


async def _checked(request: Request) -> Request:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != "application/json":
        raise Refused(of_status(415))
    charset = parameters.lower().partition("charset=")[2].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise Refused(of_status(415))
    body = await _read(request, service_of(request).settings.max_body_bytes)
    return _JsonRequest(request, body, parse_object(body))


async def _read(request: Request, limit: int) -> bytes:
    """The whole body, whether its length was declared or it comes in chunks."""
    body, stream = bytearray(), request.stream()
    async for chunk in stream:
        body += chunk
        if len(body) > limit:
            break
    else:
        return bytes(body)
    try:
        async with asyncio.timeout(_DRAIN_SECONDS):
            seen = len(body)
            async for chunk in stream:
                seen += len(chunk)
                if seen > _DRAINED_BYTES:
                    break
    except TimeoutError:
        pass
    raise Refused(of_status(413))


def parse_object(body: bytes) -> dict[str, Any]:
    """A JSON object from UTF-8 bytes. `NaN` and `Infinity` are no JSON.

    >>> parse_object('{"question": "去年"}'.encode())
    {'question': '去年'}
    """
    try:
        parsed = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise Refused(invalid("The body is not UTF-8.", "Send JSON in UTF-8.")) from None
    except (ValueError, RecursionError):
        raise Refused(invalid("The body is not JSON.", "Send a JSON object.")) from None
    if not isinstance(parsed, dict):
        raise Refused(invalid("The body is not a JSON object.", 'Send an object such as {"question": "…"}.'))
    return parsed


def _no_constant(name: str) -> Never:
    raise ValueError(name)
