"""One real server in a thread: what only a socket shows."""

from __future__ import annotations

import http.client
from pathlib import Path

import httpx

from .fake_library import REPORT, TITLE
from .serving import serving


def test_a_real_server_answers_refuses_and_stops(tmp_path: Path) -> None:
    with serving(tmp_path) as (host, port), httpx.Client(base_url=f"http://{host}:{port}", trust_env=False) as client:
        assert client.get("/readyz").status_code == 200
        assert client.post("/api/v1/ask", json={"question": "去年"}).json()["status"] == "answered"
        assert client.get(f"/api/v1/reports/{REPORT}").json()["title"] == TITLE
        assert client.get("/api/v1/reports/%E6%9F%90%E5%B8%82-2022").json()["id"] == REPORT
        head = client.head("/reports/%E6%9F%90%E5%B8%82-2022")
        assert (head.status_code, head.content) == (200, b"")
        assert client.get("/api/v1/reports/a%2Fb").status_code == 404


def test_a_body_in_chunks_above_the_limit_hears_413(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        connection = http.client.HTTPConnection(*address, timeout=10)
        chunks = (b"x" * 65_536 for _ in range(40))
        connection.request("POST", "/api/v1/ask", chunks, {"Content-Type": "application/json"}, encode_chunked=True)
        reply = connection.getresponse()
        assert reply.status == 413
        assert b'"body_too_large"' in reply.read()
        connection.close()
