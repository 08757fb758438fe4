"""Security headers on every response, CORS for the allowed sites only, HEAD wherever GET is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from report_qa.service import create_app
from report_qa.settings import load_settings

from .serving import open_fake

SITE = "https://www.example.org"
PREFLIGHT = {"Origin": SITE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


@pytest.mark.parametrize(
    "path", ["/", "/reports/x", "/api/v1/reports", "/api/v1/nothing", "/healthz", "/widget/report-qa.js"]
)
def test_every_response_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert headers["content-type"].startswith("text/html") == ("script-src 'self'" in policy)


def test_pages_hold_no_inline_script_or_style(client: TestClient) -> None:
    for path in ("/", "/reports/%E6%9F%90%E5%B8%82-2022", "/nothing"):
        page = client.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick=" not in page


def test_without_allowed_origins_no_other_site_is_let_in(client: TestClient) -> None:
    reply = client.get("/api/v1/reports", headers={"Origin": SITE})
    assert "access-control-allow-origin" not in reply.headers
    assert client.options("/api/v1/ask", headers=PREFLIGHT).status_code == 405


def test_only_an_allowed_origin_is_let_in() -> None:
    with TestClient(create_app(load_settings(allowed_origins=SITE), open_fake)) as client:
        allowed = client.options("/api/v1/ask", headers=PREFLIGHT)
        assert allowed.status_code == 200
        assert allowed.headers["access-control-allow-origin"] == SITE
        assert (
            client.get("/widget/report-qa.js", headers={"Origin": SITE}).headers["access-control-allow-origin"] == SITE
        )
        error = client.post("/api/v1/ask", json={}, headers={"Origin": SITE})
        assert (error.status_code, error.headers["access-control-allow-origin"]) == (422, SITE)
        other = client.options("/api/v1/ask", headers=PREFLIGHT | {"Origin": "https://evil.example"})
        assert other.status_code == 403
        assert set(other.json()["error"]) == {"code", "message", "hint"}
        assert (
            "access-control-allow-origin"
            not in client.get("/api/v1/reports", headers={"Origin": "https://evil.example"}).headers
        )
        assert client.get("/").headers["content-security-policy"].endswith(f"frame-ancestors 'self' {SITE}")


def test_head_is_answered_wherever_get_is(client: TestClient) -> None:
    assert client.head("/").status_code == 200
    assert client.head("/api/v1/reports").status_code == 200
    assert client.head("/api/v1/ask").status_code == 405


def test_the_widget_is_javascript_that_a_cache_checks_again(client: TestClient) -> None:
    reply = client.get("/widget/report-qa.js")
    assert "javascript" in reply.headers["content-type"]
    assert reply.headers["cache-control"] == "no-cache"
    assert "customElements.define" in reply.text
