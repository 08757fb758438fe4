"""`POST /api/v1/ask` and `/search`: the contract's shapes, and nothing outside its types and bounds."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from report_qa.service.replies import AskResponse, SearchResponse

from .fake_library import REPORT, SUMMARY

GOOD: dict[str, Any] = {"question": "去年增长了多少？"}
BAD_BODIES: dict[str, dict[str, Any]] = {
    "no question": {"top_k": 5},
    "an empty question": {"question": ""},
    "a blank question": {"question": " \n\u3000\t"},
    "1,001 code points": {"question": "的" * 1001},
    "a number as question": {"question": 5},
    "no list": GOOD | {"history": "你好"},
    "21 questions of history": GOOD | {"history": ["你好"] * 21},
    "numbers in the history": GOOD | {"history": [1]},
    "null in the history": GOOD | {"history": [None]},
    "a null history": GOOD | {"history": None},
    "top_k 0": GOOD | {"top_k": 0},
    "top_k 21": GOOD | {"top_k": 21},
    "top_k 5.0": GOOD | {"top_k": 5.0},
    "top_k '5'": GOOD | {"top_k": "5"},
    "top_k true": GOOD | {"top_k": True},
    "top_k null": GOOD | {"top_k": None},
    "another language": GOOD | {"lang": "fr"},
    "a list as report": GOOD | {"report": [REPORT]},
}
BAD_BYTES = {
    "no body": b"",
    "no JSON": b"{question",
    "a list": b"[]",
    "a string": '"去年"'.encode(),
    "not UTF-8": json.dumps(GOOD, ensure_ascii=False).encode("gb18030"),
    "UTF-16": json.dumps(GOOD).encode("utf-16"),
    "NaN": b'{"question": "a", "x": NaN}',
    "nested too deep": b'{"question": ' + b"[" * 100_000,
    "a lone surrogate": b'{"question": "\\ud800"}',
    "a lone surrogate in the history": b'{"question": "a", "history": ["\\udfff"]}',
    "a lone surrogate in the report": b'{"question": "a", "report": "\\ud800"}',
}


def is_error(body: Any) -> bool:
    error = body["error"]
    return set(body) == {"error"} and set(error) == {"code", "message", "hint"} and all(error.values())


def test_a_reply_has_every_field_of_the_contract_in_its_type(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", json=GOOD | {"report": REPORT})
    assert reply.status_code == 200
    AskResponse.model_validate_json(reply.content, strict=True)
    body = reply.json()
    assert body["index"] == "fake"
    growth, goal = body["figures"]
    assert (growth["value"], growth["citation"], growth["places"]) == (
        8.5,
        1,
        [{"line": 4, "column_start": 12, "column_end": 16}],
    )
    assert (goal["qualifier"], goal["status"], goal["value"]) == ("以上", "target", 7)
    assert "value_to" not in growth
    assert body["derived"] == [{"text": "1.5个百分点", "formula": "8.5% - 7%", "operands": [0, 1]}]
    assert [citation["page"] for citation in body["citations"]] == [None, None]


def test_a_refusal_has_its_reason_and_related_passages(client: TestClient) -> None:
    body = client.post("/api/v1/ask", json={"question": "火星上有多少企业？"}).json()
    assert (body["status"], body["reason"], body["figures"], body["citations"]) == (
        "not_found",
        "not_in_report",
        [],
        [],
    )
    assert [passage["line_start"] for passage in body["nearest"]] == [4, 10]


def test_the_same_request_gives_the_same_bytes_but_for_the_time(client: TestClient) -> None:
    replies = {re.sub(rb'"elapsed_ms":[0-9.]+', b"", client.post("/api/v1/ask", json=GOOD).content) for _ in range(3)}
    assert len(replies) == 1


def test_history_language_and_top_k_reach_the_library(client: TestClient) -> None:
    body = client.post("/api/v1/ask", json=GOOD | {"history": ["甲", ""], "lang": "en", "top_k": 1}).json()
    assert body["interpretation"]["rewritten"] == "甲  去年增长了多少？"
    assert len(body["passages"]) == 1


@pytest.mark.parametrize("question", ["的" * 1000, "\U00020000" * 1000, "<script>", "a\u0000b", "😀", "\u200b"])
def test_any_text_within_the_bounds_is_a_question(client: TestClient, question: str) -> None:
    full = {"question": question, "history": [question] * 20}
    assert client.post("/api/v1/ask", json=full).status_code == 200


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES)
def test_a_body_outside_the_types_and_bounds_is_refused(client: TestClient, body: dict[str, Any]) -> None:
    reply = client.post("/api/v1/ask", json=body)
    assert reply.status_code == 422
    assert is_error(reply.json())


@pytest.mark.parametrize("body", BAD_BYTES.values(), ids=BAD_BYTES)
def test_bytes_that_are_no_json_object_in_utf8_are_refused(client: TestClient, body: bytes) -> None:
    reply = client.post("/api/v1/ask", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422
    assert is_error(reply.json())


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "application/json-patch", "application/json; charset=gbk", ""]
)
def test_another_content_type_is_a_415(client: TestClient, kind: str) -> None:
    reply = client.post("/api/v1/ask", content=json.dumps(GOOD), headers={"Content-Type": kind})
    assert reply.status_code == 415
    assert is_error(reply.json())


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=UTF-8", 'application/json; charset="utf-8"']
)
def test_json_is_taken_with_or_without_its_charset(client: TestClient, kind: str) -> None:
    assert client.post("/api/v1/ask", content=json.dumps(GOOD), headers={"Content-Type": kind}).status_code == 200


def test_a_body_above_the_limit_is_a_413_declared_or_in_chunks(client: TestClient) -> None:
    large = json.dumps({"question": "x" * 3_000_000}).encode()
    chunks = (large[start : start + 65_536] for start in range(0, len(large), 65_536))
    for content in (large, chunks):
        reply = client.post("/api/v1/ask", content=content, headers={"Content-Type": "application/json"})
        assert reply.status_code == 413
        assert is_error(reply.json())


@pytest.mark.parametrize("route", ["ask", "search"])
@pytest.mark.parametrize("unknown", ["no-such-report", f"{REPORT}x", ""])
def test_an_unknown_report_is_a_404_and_never_a_search_elsewhere(client: TestClient, route: str, unknown: str) -> None:
    reply = client.post(f"/api/v1/{route}", json=GOOD | {"report": unknown})
    assert reply.status_code == 404
    assert reply.json()["error"]["code"] == "report_unknown"


def test_search_gives_passages_best_first(client: TestClient) -> None:
    reply = client.post("/api/v1/search", json=GOOD | {"report": REPORT, "top_k": 2})
    SearchResponse.model_validate_json(reply.content, strict=True)
    passages = reply.json()["passages"]
    assert [passage["score"] for passage in passages] == [1.0, 0.5]
    assert passages[0]["parts"] == {"vectors": 0.5, "words": 1.5}
    assert passages[0]["report"] == SUMMARY.id


@pytest.mark.parametrize("body", [{"top_k": 5}, GOOD | {"top_k": 21}, GOOD | {"top_k": "5"}])
def test_search_refuses_what_ask_refuses(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/api/v1/search", json=body).status_code == 422
