"""`POST /api/v1/ask`, `/search` and `/feedback`. Plain functions: they run in the thread pool and leave the event loop free."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import Annotated

from fastapi import APIRouter, Body
from starlette.responses import JSONResponse

from report_qa.answers.reply import Reply
from report_qa.answers.wire import hit_to_dict, reply_to_dict
from report_qa.service.bodies import JsonRoute
from report_qa.service.examples import ASK_EXAMPLES, ASK_REPLY, BODY_ERRORS, FEEDBACK_EXAMPLES, SEARCH_EXAMPLES
from report_qa.service.replies import AskResponse, FeedbackResponse, SearchResponse
from report_qa.service.schemas import AskRequest, FeedbackRequest, SearchRequest
from report_qa.service.state import CurrentService, OpenLibrary

log = logging.getLogger(__name__)
router = APIRouter(prefix="/api/v1", route_class=JsonRoute, responses=BODY_ERRORS, tags=["questions"])


@router.post("/ask", response_model=AskResponse, responses={200: ASK_REPLY}, summary="Ask a question")
def ask(
    asked: Annotated[AskRequest, Body(openapi_examples=ASK_EXAMPLES)], service: CurrentService, library: OpenLibrary
) -> JSONResponse:
    """Answer a question from the reports, every figure cited to its source line, or say that they do not say."""
    started = perf_counter()
    reply = library.ask(asked.to_ask())
    elapsed_ms = round((perf_counter() - started) * 1000, 1)
    _log_reply(asked, reply, elapsed_ms, with_text=service.settings.log_questions)
    return JSONResponse(reply_to_dict(reply, library.digest, elapsed_ms))


@router.post("/search", response_model=SearchResponse, summary="Find passages")
def search(
    asked: Annotated[SearchRequest, Body(openapi_examples=SEARCH_EXAMPLES)], library: OpenLibrary
) -> JSONResponse:
    """Find the passages nearest to a question, best first."""
    hits = library.search(asked.question, asked.report, asked.top_k)
    return JSONResponse({"passages": [hit_to_dict(hit) for hit in hits]})


@router.post("/feedback", response_model=FeedbackResponse, status_code=202, summary="Say whether an answer was useful")
def feedback(
    given: Annotated[FeedbackRequest, Body(openapi_examples=FEEDBACK_EXAMPLES)], service: CurrentService
) -> JSONResponse:
    """Take an opinion on an answer; `kept` is false where it cannot be written down. Nothing about the person is kept."""
    return JSONResponse({"kept": service.feedback.keep(given.to_opinion())}, 202)


def _log_reply(asked: AskRequest, reply: Reply, elapsed_ms: float, *, with_text: bool) -> None:
    """One line of log a reply; the question's text only where the settings allow it."""
    told: dict[str, object] = {
        "status": reply.status,
        "reason": reply.reason,
        "intent": reply.interpretation.intent,
        "report": asked.report,
        "turns": len(asked.history) + 1,
        "figures": len(reply.figures),
        "elapsed_ms": elapsed_ms,
    }
    log.info("asked", extra=told | ({"question": asked.question} if with_text else {}))
