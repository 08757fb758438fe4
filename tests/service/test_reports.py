"""The reports and their lines."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from report_qa.service.replies import LinesResponse, ReportResponse, ReportsResponse

from .fake_library import FIGURES, REPORT, TEXT, TITLE

HERE = f"/api/v1/reports/{quote(REPORT)}"


def test_the_list_and_the_entry_of_a_report_agree(client: TestClient) -> None:
    listed = client.get("/api/v1/reports")
    ReportsResponse.model_validate_json(listed.content, strict=True)
    one = client.get(HERE)
    ReportResponse.model_validate_json(one.content, strict=True)
    [entry] = listed.json()["reports"]
    assert entry.items() <= one.json().items()
    assert (entry["id"], entry["title"], entry["lines"], entry["figures"]) == (REPORT, TITLE, 10, len(FIGURES))
    assert [section["heading_line"] for section in one.json()["sections"]] == [3, 9]


def test_a_report_is_found_by_its_id_in_any_unicode_form(client: TestClient) -> None:
    assert client.get(f"/api/v1/reports/{quote(unicodedata.normalize('NFD', REPORT))}").status_code == 200


def test_lines_are_raw_and_all_by_default(client: TestClient) -> None:
    reply = client.get(f"{HERE}/lines")
    LinesResponse.model_validate_json(reply.content, strict=True)
    assert [line["text"] for line in reply.json()["lines"]] == TEXT.removesuffix("\n").split("\n")
    assert [line["line"] for line in reply.json()["lines"]] == list(range(1, 11))


@pytest.mark.parametrize(("query", "numbers"), [("start=4&end=6", [4, 5, 6]), ("start=9", [9, 10]), ("end=2", [1, 2]), ("start=10&end=10", [10])])  # fmt: skip
def test_both_ends_of_a_range_of_lines_are_included(client: TestClient, query: str, numbers: list[int]) -> None:
    assert [line["line"] for line in client.get(f"{HERE}/lines?{query}").json()["lines"]] == numbers


@pytest.mark.parametrize(
    "query",
    ["start=0", "end=0", "start=3&end=2", "start=a", "end=11", "start=12&end=13", "start=-1", "start=1.0", "start=1_0",
     "start=%201", "start=", f"start={'9' * 5000}"],
)  # fmt: skip
def test_lines_outside_the_report_are_refused(client: TestClient, query: str) -> None:
    reply = client.get(f"{HERE}/lines?{query}")
    assert reply.status_code == 422
    assert set(reply.json()["error"]) == {"code", "message", "hint"}
