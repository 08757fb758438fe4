"""The ledger and the review over HTTP: order, filters, pages, CSV, and what each record says beside the contract's fields."""

from __future__ import annotations

import csv
import io
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from report_qa.service.ledger_replies import FiguresResponse, ReviewResponse

from .fake_library import FIGURES, NOTES, REPORT, REVIEW, SOURCE

HERE = f"/api/v1/reports/{quote(REPORT)}"
CONTRACT = (
    "text", "value", "value_to", "scale", "unit", "qualifier", "metric", "change", "period_label", "period_start",
    "period_end", "status", "places",
)  # fmt: skip


def texts(client: TestClient, **query: Any) -> list[str]:
    body = client.get(f"{HERE}/figures", params=query).json()
    assert body["total"] >= len(body["figures"])
    return [figure["text"] for figure in body["figures"]]


def rows(client: TestClient, query: str = "", accept: str = "*/*") -> list[dict[str, str]]:
    reply = client.get(f"{HERE}/figures?{query}", headers={"Accept": accept})
    assert reply.headers["content-type"].startswith("text/csv")
    assert reply.content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))


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
    assert {name: table[2][name] for name in CONTRACT} == {
        "text": "4559亿元", "value": "4559", "value_to": "", "scale": "100000000", "unit": "元", "qualifier": "",
        "metric": "完成投资", "change": "累计", "period_label": "五年来", "period_start": "2017", "period_end": "2021",
        "status": "actual", "places": "5:17-21 6:0-2",
    }  # fmt: skip


def test_the_contract_s_columns_come_first_and_the_ledger_s_behind_them(client: TestClient) -> None:
    [first, *_] = client.get(f"{HERE}/figures?format=csv").content.decode("utf-8-sig").split("\r\n")
    assert tuple(first.split(",")[: len(CONTRACT)]) == CONTRACT
    table = rows(client, "format=csv")
    assert [row["key"] for row in table] == list(NOTES.keys)
    assert table[3]["overruled"] == "人工核对"
    assert table[0]["contradicts"] == table[4]["id"]
    assert table[2]["url"].endswith("#L5-L6")


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


def test_every_record_has_an_id_and_a_link_to_its_place(client: TestClient) -> None:
    records = client.get(f"{HERE}/figures").json()["figures"]
    assert len({record["id"] for record in records}) == len(FIGURES)
    assert [record["url"].partition("#")[2] for record in records] == ["L4", "L5", "L5-L6", "L7", "L10", "L10"]
    assert all(record["url"].startswith(f"/reports/{quote(REPORT)}#") for record in records)


def test_a_record_says_what_a_person_changed_of_it(client: TestClient) -> None:
    records = client.get(f"{HERE}/figures").json()["figures"]
    assert records[3]["overruled"] == {
        "reason": "人工核对",
        "was": {"period": {"label": "2021年", "start": 2021, "end": 2021}},
    }
    assert [record["overruled"] for record in records].count(None) == len(FIGURES) - 1


def test_records_that_contradict_each_other_name_each_other(client: TestClient) -> None:
    records = client.get(f"{HERE}/figures").json()["figures"]
    assert records[0]["contradicts"] == [records[4]["id"]]
    assert records[4]["contradicts"] == [records[0]["id"]]
    assert [record["contradicts"] for record in records].count([]) == len(FIGURES) - 2


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("gdp", ["8.5%", "7%以上"]),
        ("gdp/growth", ["8.5%", "7%以上"]),
        ("gdp/growth/share", ["8.5%", "7%以上"]),
        ("gd", []),
        ("经济总量", ["8.5%", "7%以上"]),
        ("", []),
    ],
)
def test_a_key_or_its_first_parts_find_a_metric(client: TestClient, key: str, found: list[str]) -> None:
    assert texts(client, key=key) == found


def test_the_review_lists_numbers_that_are_no_figures(client: TestClient) -> None:
    reply = client.get(f"{HERE}/figures/review")
    ReviewResponse.model_validate_json(reply.content)
    body = reply.json()
    assert (body["digits"], body["in_figures"], body["explained"]) == (28, 19, 27)
    assert body["share"] == pytest.approx(27 / 28, abs=1e-6)
    assert body["total"] == len(body["numbers"]) == len(REVIEW.numbers)
    assert body["numbers"][0]["why"] == "date"
    assert set(body["numbers"][0]["reason"]) == {"zh", "en"}
    for number in body["numbers"]:
        [place] = number["places"]
        assert SOURCE.line(place["line"])[place["column_start"] : place["column_end"]] == number["text"]


def test_the_review_is_paged_filtered_and_given_as_csv(client: TestClient) -> None:
    page = client.get(f"{HERE}/figures/review", params={"limit": 1, "offset": 1}).json()
    assert (page["total"], [number["text"] for number in page["numbers"]]) == (3, ["2022年"])
    dropped = client.get(f"{HERE}/figures/review", params={"why": "dropped"}).json()
    assert [(number["text"], number["said"]) for number in dropped["numbers"]] == [("1", "脚本里的数")]
    reply = client.get(f"{HERE}/figures/review", headers={"Accept": "text/csv"})
    table = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in table] == ["2021年", "2022年", "1"]
    assert table[0]["places"] == "3:2-7"


@pytest.mark.parametrize("query", ["why=no_reason", "limit=0", "limit=1001", "offset=-1", "format=xlsx", "why="])
def test_a_review_outside_the_bounds_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{HERE}/figures/review?{query}").status_code == 422


def test_the_review_of_an_unknown_report_is_a_404(client: TestClient) -> None:
    assert client.get("/api/v1/reports/no-such-report/figures/review").status_code == 404
