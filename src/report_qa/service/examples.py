"""Examples for OpenAPI, and the errors that routes document."""

from __future__ import annotations

from typing import Any

from fastapi.openapi.models import Example

from report_qa.service.replies import ErrorBody

Responses = dict[int | str, dict[str, Any]]


def _error(description: str, code: str, message: str) -> dict[str, Any]:
    body = {
        "error": {
            "code": code,
            "message": message,
            "hint": "GET /api/v1/openapi.json describes every route, field and bound.",
        }
    }
    return {"model": ErrorBody, "description": description, "content": {"application/json": {"example": body}}}


_INVALID = _error("Outside the types and bounds", "request_invalid", "top_k: Input should be less than or equal to 20.")
_UNKNOWN = _error("No such report", "report_unknown", "There is no report of that id.")
_UNREADY = _error("No index is loaded", "index_missing", "There is no index yet.")

QUERY_ERRORS: Responses = {404: _UNKNOWN, 422: _INVALID, 503: _UNREADY}
LIST_ERRORS: Responses = {503: _UNREADY}
BODY_ERRORS: Responses = QUERY_ERRORS | {
    413: _error("The body is too large", "body_too_large", "The body of the request is too large."),
    415: _error("Not application/json", "content_type", "The body must be of type application/json."),
}

ASK_EXAMPLES: dict[str, Example] = {
    "figure": {"summary": "One figure", "value": {"question": "去年地区生产总值增长了多少？"}},
    "follow-up": {
        "summary": "A follow-up question",
        "value": {"question": "那今年呢？", "history": ["去年地区生产总值增长了多少？"], "report": "baotou-2022"},
    },
    "english": {
        "summary": "In English",
        "value": {"question": "How much did GDP grow last year?", "lang": "en", "top_k": 3},
    },
}
SEARCH_EXAMPLES: dict[str, Example] = {
    "search": {
        "summary": "Passages about grain",
        "value": {"question": "粮食产量", "report": "baotou-2022", "top_k": 3},
    }
}
FEEDBACK_EXAMPLES: dict[str, Example] = {
    "not useful": {
        "summary": "A wrong year",
        "value": {"question": "粮食产量是多少？", "index": "9f2c…", "useful": False, "reason": "另一年的数字"},
    }
}
ASK_REPLY: dict[str, Any] = {
    "content": {
        "application/json": {
            "example": {
                "status": "answered",
                "verdict": None,
                "answer": "2021年，地区生产总值同比增长8.5%。[1]",
                "reason": None,
                "figures": [
                    {
                        "text": "8.5%",
                        "value": 8.5,
                        "scale": 1,
                        "unit": "%",
                        "qualifier": None,
                        "metric": "地区生产总值",
                        "change": "同比增长",
                        "period": {"label": "2021年", "start": 2021, "end": 2021},
                        "status": "actual",
                        "places": [{"line": 66, "column_start": 25, "column_end": 29}],
                        "citation": 1,
                    }
                ],
                "derived": [],
                "citations": [
                    {
                        "n": 1,
                        "report": "baotou-2022",
                        "title": "2022年包头市政府工作报告",
                        "line_start": 66,
                        "line_end": 66,
                        "places": [{"line": 66, "column_start": 13, "column_end": 29}],
                        "page": None,
                        "quote": "全年地区生产总值同比增长8.5%",
                        "section": ["突出抓好经济运行"],
                        "url": "/reports/baotou-2022#L66",
                    }
                ],
                "nearest": [],
                "passages": [],
                "interpretation": {
                    "intent": "figure",
                    "metrics": ["地区生产总值"],
                    "period": {"label": "2021年", "start": 2021, "end": 2021},
                    "status": "actual",
                    "place": None,
                    "origin": {
                        "intent": "question",
                        "metrics": "question",
                        "period": "question",
                        "place": "default",
                        "status": "question",
                    },
                    "rewritten": "去年地区生产总值增长了多少？",
                },
                "suggestions": ["今年地区生产总值的目标是多少？"],
                "confidence": 0.98,
                "index": "9f2c…",
                "elapsed_ms": 11.2,
            }
        }
    }
}
