"""Errors on the wire: one table from what went wrong to a status, one body for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from report_qa.errors import (
    EmbedderUnavailable,
    IndexBusy,
    IndexDamaged,
    IndexMissing,
    IndexStale,
    OffsetError,
    QuestionRejected,
    ReportQAError,
    ReportUnknown,
)

_SEE = "GET /api/v1/openapi.json describes every route, field and bound."
_BUILD = "Run `report-qa build`, then start the service again."


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as a client sees it: an HTTP status, a stable code, what failed, and what to do next."""

    status: int
    code: str
    message: str
    hint: str

    @property
    def body(self) -> dict[str, dict[str, str]]:
        """The contract's error body."""
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint}}


class Refused(Exception):
    """A request outside the contract's types and bounds."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


INTERNAL = Problem(500, "internal", "The service failed on this request.", "Try again; the fault has been logged.")
REPORT_UNKNOWN = Problem(
    404, "report_unknown", "There is no report of that id.", "GET /api/v1/reports lists the reports that there are."
)
_STATUSES: Mapping[int, Problem] = {
    404: Problem(404, "route_unknown", "There is nothing at this address.", _SEE),
    405: Problem(405, "method_not_allowed", "This address does not take that method.", _SEE),
    413: Problem(413, "body_too_large", "The body of the request is too large.", "Send a shorter one."),
    415: Problem(
        415,
        "content_type",
        "The body must be of type application/json.",
        "Send `Content-Type: application/json`, in UTF-8.",
    ),
    422: Problem(422, "request_invalid", "The request is outside the API's types and bounds.", _SEE),
}
_NOT_READY: Mapping[type[ReportQAError], Problem] = {
    IndexMissing: Problem(503, IndexMissing.code, "There is no index yet.", _BUILD),
    IndexStale: Problem(503, IndexStale.code, "The index was built from other reports or by another model.", _BUILD),
    IndexDamaged: Problem(503, IndexDamaged.code, "The index is damaged.", _BUILD),
    IndexBusy: Problem(503, IndexBusy.code, "The index is being built.", "Try again when the build has ended."),
    EmbedderUnavailable: Problem(
        503,
        EmbedderUnavailable.code,
        "The embedding model cannot be loaded.",
        "Install the model, then start the service again.",
    ),
}


def invalid(message: str, hint: str = _SEE) -> Problem:
    """A request outside the types and bounds: 422."""
    return Problem(422, "request_invalid", message, hint)


def of_status(status: int) -> Problem:
    """The problem of a bare HTTP status, such as the router raises."""
    known = _STATUSES.get(status)
    return known or Problem(status, f"http_{status}", "The request cannot be answered.", _SEE)


def of_error(error: Exception) -> Problem:
    """What a client is told of an error; nothing of the machine, whatever the error says."""
    match error:
        case Refused():
            return error.problem
        case HTTPException():
            return of_status(error.status_code)
        case RequestValidationError():
            return _validation(error)
        case QuestionRejected() | OffsetError():
            return Problem(422, error.code, error.message, error.hint or _SEE)
        case ReportUnknown():
            return REPORT_UNKNOWN
        case ReportQAError() if type(error) in _NOT_READY:
            return not_ready(error)
        case _:
            return INTERNAL


def not_ready(error: ReportQAError) -> Problem:
    """Why the library could not be opened: 503, whatever the reason."""
    unnamed = Problem(503, error.code, "The reports cannot be served.", _BUILD)
    return next((problem for kind, problem in _NOT_READY.items() if isinstance(error, kind)), unnamed)


def json_response(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The error body as a response; an error is never stored by a cache."""
    return JSONResponse(problem.body, problem.status, {"Cache-Control": "no-store", **(headers or {})})


def _validation(error: RequestValidationError) -> Problem:
    said = []
    for item in error.errors()[:3]:
        where = [str(part) for part in item["loc"] if part not in ("body", "query", "path")]
        message = (
            "it is all white space"
            if item["type"] == "string_pattern_mismatch"
            else item["msg"].removeprefix("Value error, ")
        )
        said.append(f"{'.'.join(where) or 'body'}: {message}")
    return invalid("; ".join(said) + ".")
