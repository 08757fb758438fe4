"""Logs: one JSON object a line, without the text of questions unless the settings allow it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from report_qa.service import create_app
from report_qa.settings import load_settings

from .serving import open_fake


def log_of(capsys: pytest.CaptureFixture[str], tmp_path: Path, question: str, **settings: Any) -> list[dict[str, Any]]:
    app = create_app(load_settings(index_dir=tmp_path, **settings), open_fake)
    with TestClient(app, raise_server_exceptions=False) as client:
        client.post("/api/v1/ask", json={"question": question, "history": ["先前的问题"]})
        client.post("/api/v1/feedback", json={"question": question, "index": "x", "useful": True})
        client.get(f"/api/v1/reports/x/figures?metric={question}")
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("question", ["去年秘密", "秘密坏"])
@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_no_question_is_logged_by_default(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, question: str, level: str
) -> None:
    log = log_of(capsys, tmp_path, question, log_level=level)
    assert "request" in {line["event"] for line in log}
    assert "秘密" not in json.dumps(log, ensure_ascii=False)
    assert "先前" not in json.dumps(log, ensure_ascii=False)


def test_a_reply_is_logged_by_status_and_time(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    [asked] = [line for line in log_of(capsys, tmp_path, "去年") if line["event"] == "asked"]
    assert (asked["status"], asked["turns"], asked["figures"]) == ("answered", 2, 2)
    assert asked["elapsed_ms"] >= 0


def test_questions_are_logged_where_the_settings_allow_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    log = log_of(capsys, tmp_path, "去年", log_questions=True)
    assert "去年" in [line.get("question") for line in log]


def test_an_unforeseen_error_is_logged_by_its_type_and_lines(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    [failed] = [line for line in log_of(capsys, tmp_path, "坏") if line["event"] == "request_failed"]
    assert failed["exception"] == "RuntimeError"
    assert "fake_library.py" in failed["frames"][-1]
