"""`POST /api/v1/feedback`: opinions are kept where that can be done, and always taken."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from report_qa.service import create_app
from report_qa.service import feedback as module
from report_qa.service.feedback import FeedbackBook, Opinion, strike_out
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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("我的电话13800138000，请回", "我的电话***，请回"),
        ("+86 138-0013-8000", "***"),
        ("打0472-1234567或04721234567", "打***或***"),
        ("身份证11010519491231002X。", "身份证***。"),
        ("写信给 zhang.san+a@mail.example.cn吧", "写信给 ***吧"),
        ("13800138000和zhang@a.cn", "***和***"),
    ],
)  # fmt: skip
def test_what_leads_to_a_person_is_struck_out(text: str, kept: str) -> None:
    assert strike_out(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "2021年增长8.5%",
        "总额2,225,000万元",
        "138001380001",
        "第13800条",
        "25.5亿斤@去年",
        "123456789012345678901",
        "3.14159265358979",
    ],
)
def test_a_figure_is_not_struck_out(text: str) -> None:
    assert strike_out(text) == text


def test_an_opinion_is_kept_without_what_leads_to_a_person(client: TestClient, settings: Settings) -> None:
    told = {"question": "13800138000问：粮食产量？", "reason": "回信到a@b.cn"}
    assert client.post("/api/v1/feedback", json=OPINION | told).json() == {"kept": True}
    assert kept(settings.feedback_file) == [("***问：粮食产量？", "fake", 0, "回信到***")]


def test_a_full_book_takes_no_more_and_breaks_no_answer(
    client: TestClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_PAGES", 8)
    replies = [client.post("/api/v1/feedback", json=OPINION | {"reason": "长" * 5_000}) for _ in range(4)]
    assert [reply.status_code for reply in replies] == [202] * 4
    assert [reply.json()["kept"] for reply in replies][-1] is False
    assert settings.feedback_file.stat().st_size <= 8 * 4096
