"""The reports, their lines and their ledger."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from report_qa.service.replies import FiguresResponse, LinesResponse, ReportResponse, ReportsResponse

from .fake_library import FIGURES, REPORT, SOURCE, TEXT, TITLE

HERE = f"/api/v1/reports/{quote(REPORT)}"


def texts(client: TestClient, **query: Any) -> list[str]:
    body = client.get(f"{HERE}/figures", params=query).json()
    assert body["total"] >= len(body["figures"])
    return [figure["text"] for figure in body["figures"]]


def rows(client: TestClient, query: str = "", accept: str = "*/*") -> list[dict[str, str]]:
    reply = client.get(f"{HERE}/figures?{query}", headers={"Accept": accept})
    assert reply.headers["content-type"].startswith("text/csv")
    assert reply.content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))


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


def test_the_ledger_comes_in_source_order_without_citations(client: TestClient) -> None:
    reply = client.get(f"{HERE}/figures")
    FiguresResponse.model_validate_json(reply.content, strict=True)
    records = reply.json()["figures"]
    assert [record["text"] for record in records] == [figure.text for figure in FIGURES]
    assert not any("citation" in record for record in records)
    assert records[2]["places"] == [
        {"line": 5, "column_start": 17, "column_end": 21},
        {"line": 6, "column_start": 0, "column_end": 2},
    ]
    assert [record.get("value_to") for record in records] == [None, None, None, None, None, 10]


def test_the_places_of_every_figure_cut_its_text_out_of_the_source(client: TestClient) -> None:
    for record in client.get(f"{HERE}/figures").json()["figures"]:
        cut = "".join(SOURCE.line(at["line"])[at["column_start"] : at["column_end"]] for at in record["places"])
        assert cut == record["text"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"metric": "生产总值"}, ["8.5%", "7%以上"]),
        ({"metric": "没有"}, []),
        ({"status": "target"}, ["7%以上", "5—10所"]),
        ({"unit": "所"}, ["5—10所"]),
        ({"period": "2021年"}, ["8.5%", "25.5亿斤"]),
        ({"period": "2021"}, ["8.5%", "25.5亿斤"]),
        ({"period": "2021-2021"}, ["8.5%", "25.5亿斤"]),
        ({"period": "2017-2021"}, ["4559亿元"]),
        ({"period": "五年来"}, ["4559亿元"]),
        ({"period": "2017"}, []),
        ({"period": "2021", "metric": "粮", "status": "actual", "unit": "斤"}, ["25.5亿斤"]),
    ],
)
def test_filters_leave_what_the_contract_says(client: TestClient, query: dict[str, str], found: list[str]) -> None:
    assert texts(client, **query) == found


def test_pages_add_up_and_total_stays(client: TestClient) -> None:
    pages = [client.get(f"{HERE}/figures", params={"limit": 4, "offset": start}).json() for start in (0, 4, 8)]
    assert [len(page["figures"]) for page in pages] == [4, 2, 0]
    assert {page["total"] for page in pages} == {len(FIGURES)}
    assert texts(client, offset=10**30) == []


@pytest.mark.parametrize(
    "query", ["limit=1001", "limit=0", "limit=all", "limit=-1", "limit=5.0", "offset=-1", "offset=x", "status=done", "format=xml", "status="]
)  # fmt: skip
def test_a_query_outside_the_bounds_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{HERE}/figures?{query}").status_code == 422


def test_csv_has_every_figure_with_the_columns_named_as_the_fields(client: TestClient) -> None:
    table = rows(client, accept="text/csv")
    assert [row["text"] for row in table] == [figure.text for figure in FIGURES]
    assert table[2] == {
        "text": "4559亿元", "value": "4559", "value_to": "", "scale": "100000000", "unit": "元", "qualifier": "",
        "metric": "完成投资", "change": "累计", "period_label": "五年来", "period_start": "2017", "period_end": "2021",
        "status": "actual", "places": "5:17-21 6:0-2",
    }  # fmt: skip


def test_csv_is_filtered_and_cut_only_by_a_given_limit(client: TestClient) -> None:
    assert [row["text"] for row in rows(client, "format=csv&status=target")] == ["7%以上", "5—10所"]
    assert [row["text"] for row in rows(client, "format=csv&limit=1&offset=1")] == ["25.5亿斤"]
    assert len(rows(client, "format=csv&offset=2")) == 4


@pytest.mark.parametrize(
    ("accept", "query", "csv_wanted"),
    [
        ("text/csv", "", True),
        ("text/csv;q=0.9, application/json;q=0.1", "", True),
        ("application/json, text/csv;q=0.5", "", False),
        ("text/csv;q=0", "", False),
        ("text/csv", "format=json", False),
        ("text/html,*/*;q=0.8", "", False),
    ],
)
def test_format_overrules_accept(client: TestClient, accept: str, query: str, csv_wanted: bool) -> None:
    reply = client.get(f"{HERE}/figures?{query}", headers={"Accept": accept})
    assert reply.headers["content-type"].startswith("text/csv") is csv_wanted
    assert "Accept" in reply.headers["vary"]
