"""One error body on every route under /api, a page elsewhere; no trace, no path, whatever happens."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from report_qa.errors import EmbedderUnavailable, IndexDamaged, IndexMissing, IndexStale, LexiconError, ReportQAError
from report_qa.library.library import Library
from report_qa.service import create_app
from report_qa.settings import Settings, load_settings

from .fake_library import REPORT

HERE = f"/api/v1/reports/{quote(REPORT)}"
API_ERRORS = [
    ("GET", "/api/v1/no-such-route", 404),
    ("GET", "/api", 404),
    ("GET", "/api/v1/reports/", 404),
    ("GET", "/api/v1/reports/no-such-report", 404),
    ("GET", "/api/v1/reports/%00", 404),
    ("GET", "/api/v1/reports/%ff", 404),
    ("GET", "/api/v1/reports/..%2F..%2Fetc%2Fpasswd", 404),
    ("GET", "/api/v1/reports/no-such-report/lines", 404),
    ("GET", "/api/v1/reports/no-such-report/figures", 404),
    ("GET", "/api/v1/ask", 405),
    ("PUT", "/api/v1/search", 405),
    ("GET", "/api/v1/feedback", 405),
    ("DELETE", "/api/v1/reports", 405),
    ("POST", HERE, 405),
    ("PUT", f"{HERE}/lines?start=1&end=1", 405),
    ("PATCH", f"{HERE}/figures", 405),
    ("OPTIONS", "/api/v1/ask", 405),
    ("POST", "/healthz", 405),
    ("POST", "/api/v1/ask", 415),
    ("POST", "/api/v1/feedback", 415),
    ("GET", f"{HERE}/figures?limit=0", 422),
    ("GET", "/widget/secret.js", 404),
    ("GET", "/assets/page.css/x", 404),
]
PAGE_ERRORS = [
    ("GET", "/no-such-page", 404),
    ("GET", "/reports/no-such-report", 404),
    ("POST", "/", 405),
    ("GET", "/?report=x", 404),
]


@pytest.mark.parametrize(("method", "path", "status"), API_ERRORS)
def test_every_error_of_the_api_has_the_one_body(client: TestClient, method: str, path: str, status: int) -> None:
    reply = client.request(method, path)
    assert reply.status_code == status
    error = reply.json()["error"]
    assert set(reply.json()) == {"error"}
    assert set(error) == {"code", "message", "hint"}
    assert all(isinstance(word, str) and word for word in error.values())


@pytest.mark.parametrize(("method", "path", "status"), PAGE_ERRORS)
@pytest.mark.parametrize(("language", "says"), [("zh", "返回提问"), ("en", "Back to asking")])
def test_an_error_of_a_page_is_a_page(
    client: TestClient, method: str, path: str, status: int, language: str, says: str
) -> None:
    reply = client.request(method, path, headers={"Accept-Language": language})
    assert reply.status_code == status
    assert reply.headers["content-type"].startswith("text/html")
    assert says in reply.text


def test_a_405_names_the_methods_that_are_taken(client: TestClient) -> None:
    assert client.get("/api/v1/ask").headers["allow"] == "POST"


def test_an_unforeseen_error_is_a_500_that_tells_nothing(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", json={"question": "坏"})
    assert reply.status_code == 500
    assert reply.json()["error"]["code"] == "internal"
    assert not any(told in reply.text for told in ("secret", "坏", "/home", "Traceback", "RuntimeError"))
    assert client.post("/api/v1/ask", json={"question": "去年"}).status_code == 200


def failing(error: ReportQAError) -> FastAPI:
    def refuse(_: Settings) -> Library:
        raise error

    return create_app(load_settings(), refuse)


@pytest.mark.parametrize("kind", [IndexMissing, IndexStale, IndexDamaged, EmbedderUnavailable, LexiconError])
def test_without_an_index_the_process_is_up_but_not_ready(kind: type[ReportQAError]) -> None:
    with TestClient(
        failing(kind("lost in /home/someone/index", "look there")), raise_server_exceptions=False
    ) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        for reply in (
            client.get("/readyz"),
            client.get("/api/v1/reports"),
            client.post("/api/v1/ask", json={"question": "a"}),
        ):
            assert reply.status_code == 503
            assert reply.json()["error"]["code"] == kind.code
            assert "/home" not in reply.text
        page = client.get("/")
        assert page.status_code == 503
        assert page.headers["content-type"].startswith("text/html")
        assert client.get("/reports/x").status_code == 503


def test_with_an_index_the_service_is_ready(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ok", "index": "fake", "reports": 1}
