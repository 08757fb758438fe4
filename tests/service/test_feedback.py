"""`POST /api/v1/feedback`: opinions are kept where that can be done, and always taken."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from report_qa.service import create_app
from report_qa.service.feedback import FeedbackBook, Opinion
from report_qa.settings import Settings, load_settings

from .serving import open_fake

OPINION: dict[str, Any] = {"question": "粮食产量是多少？", "index": "fake", "useful": False, "reason": "另一年的数字"}


def kept(file: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT question, index_digest, useful, reason FROM feedback ORDER BY id").fetchall()


def test_an_opinion_is_taken_and_kept(client: TestClient, settings: Settings) -> None:
    assert client.post("/api/v1/feedback", json=OPINION).status_code == 202
    assert client.post("/api/v1/feedback", json=OPINION | {"useful": True, "reason": None}).json() == {"kept": True}
    question = OPINION["question"]
    assert kept(settings.feedback_file) == [(question, "fake", 0, "另一年的数字"), (question, "fake", 1, None)]


def test_nothing_about_the_person_is_kept(client: TestClient, settings: Settings) -> None:
    client.post("/api/v1/feedback", json=OPINION | {"name": "张三"}, headers={"User-Agent": "a browser"})
    with closing(sqlite3.connect(settings.feedback_file)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(feedback)")]
    assert columns == ["id", "day", "question", "index_digest", "useful", "reason"]


@pytest.mark.parametrize(
    "body",
    [{"index": "x", "useful": True}, OPINION | {"useful": "true"}, OPINION | {"useful": 1}, OPINION | {"question": " "},
     OPINION | {"index": None}, OPINION | {"reason": 5}],
)  # fmt: skip
def test_an_opinion_outside_the_types_is_refused(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/api/v1/feedback", json=body).status_code == 422


def test_half_a_character_is_refused(client: TestClient) -> None:
    body = b'{"question": "a", "index": "x", "useful": true, "reason": "\\ud800"}'
    reply = client.post("/api/v1/feedback", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422


def test_a_place_that_cannot_be_written_breaks_no_answer(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("no folder")
    with TestClient(create_app(load_settings(feedback_db=blocked / "feedback.sqlite3"), open_fake)) as client:
        reply = client.post("/api/v1/feedback", json=OPINION)
        assert (reply.status_code, reply.json()) == (202, {"kept": False})


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "feedback.sqlite3"
    file.write_bytes(b"something else entirely" * 100)
    assert not FeedbackBook(file).keep(Opinion("甲", "x", True, None))
    assert file.read_bytes() == b"something else entirely" * 100
