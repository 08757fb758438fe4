"""`GET /healthz`: the process is up. `GET /readyz`: an index is loaded."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import JSONResponse

from report_qa.service.examples import LIST_ERRORS
from report_qa.service.replies import HealthResponse, ReadyResponse
from report_qa.service.state import OpenLibrary

router = APIRouter(tags=["health"])
_NOT_STORED = {"Cache-Control": "no-store"}


@router.get("/healthz", response_model=HealthResponse, summary="The process is up")
async def healthz() -> JSONResponse:
    """Say that the process is up, whether or not an index is loaded."""
    return JSONResponse({"status": "ok"}, headers=_NOT_STORED)


@router.get("/readyz", response_model=ReadyResponse, responses=LIST_ERRORS, summary="An index is loaded")
async def readyz(library: OpenLibrary) -> JSONResponse:
    """Say that an index is loaded, and which; 503 where none is."""
    ready = {"status": "ok", "index": library.digest, "reports": len(library.reports())}
    return JSONResponse(ready, headers=_NOT_STORED)
