"""Ask a running service over HTTP, in the contract's dictionaries."""

from __future__ import annotations

from types import TracebackType
from typing import Any
from urllib.parse import quote

import httpx

from report_qa.errors import ReportQAError


class ServiceError(ReportQAError):
    """A service did not answer, or answered with an error."""

    code = "service"


class OverHttp:
    """Asks a running service; a context manager that closes its connection."""

    def __init__(self, url: str, transport: httpx.BaseTransport | None = None) -> None:
        self._client = httpx.Client(base_url=url, timeout=60, trust_env=False, transport=transport)

    def __enter__(self) -> OverHttp:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The response to a request of `POST /api/v1/ask`.

        Raises:
            ServiceError: no answer, or a status of 400 or more.
        """
        return self._json("POST", "/api/v1/ask", request)

    def lines(self, report: str) -> list[str]:
        """A report's source lines, line 1 first."""
        rows = self._json("GET", f"/api/v1/reports/{quote(report, safe='')}/lines", None)["lines"]
        return [row["text"] for row in rows]

    def check(self) -> None:
        """Ask whether the service is up.

        Raises:
            ServiceError: it is not.
        """
        self._json("GET", "/api/v1/reports", None)

    def _json(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        try:
            response = self._client.request(method, path, json=body)
            data = response.json()
        except httpx.HTTPError as error:
            raise ServiceError("The service does not answer.", "Start it, or check --url.") from error
        except ValueError as error:
            raise ServiceError(f"{path} answers {response.status_code} without JSON.", "Check --url.") from error
        if response.status_code >= 400 or not isinstance(data, dict):
            raise ServiceError(f"{path} answers {response.status_code}.", _message(data))
        return data


def _message(data: Any) -> str:
    error = data.get("error") if isinstance(data, dict) else None
    return str(error.get("message", "")) if isinstance(error, dict) else ""
