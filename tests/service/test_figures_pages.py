"""The pages of figures as sent: rows and filters that need no script, pairs, downloads, and metrics over places."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from .fake_library import FIGURES, REPORT

PAGE = f"/reports/{quote(REPORT)}/figures"
ROW = re.compile(r"<tr( hidden)? data-o.*?</tr>", re.DOTALL)


def shown(page: str) -> list[str]:
    """The figures of the rows that are not hidden, in their order."""
    rows = [match for match in ROW.finditer(page) if not match[1]]
    return [re.search(r"<b>(.*?)</b>", row[0])[1] for row in rows]  # type: ignore[index]


ALL = [figure.text for figure in FIGURES]


def test_every_figure_is_a_row_that_leads_to_its_characters(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert shown(page) == ALL
    assert f'href="/reports/{quote(REPORT)}?at=5%3A17-21+6%3A0-2#L5"' in page
    assert "显示 6 个，共 6 个" in page


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ({"topic": "粮食"}, ["25.5亿斤"]),
        ({"topic": "经济总量"}, ["8.5%", "7%以上"]),
        ({"topic": "GDP"}, ["8.5%", "7%以上"]),
        ({"topic": "新建 学校"}, ["5—10所"]),
        ({"status": "target"}, ["7%以上", "5—10所"]),
        ({"status": "-"}, ["86.2%"]),
        ({"period": "五年来"}, ["4559亿元"]),
        ({"period": "-"}, ["86.2%"]),
        ({"unit": "斤"}, ["25.5亿斤"]),
        ({"topic": "<script>"}, []),
        ({"status": "nonsense", "unit": "%"}, []),
        ({"topic": "学校", "status": "actual"}, []),
    ],
)
def test_filters_work_without_a_script(client: TestClient, query: dict[str, str], texts: list[str]) -> None:
    page = client.get(PAGE, params=query).text
    assert shown(page) == texts
    assert len(ROW.findall(page)) == len(ALL)


@pytest.mark.parametrize(
    ("query", "first"),
    [("", "8.5%"), ("sort=line&order=desc", "5—10所"), ("sort=value", "7%以上"), ("sort=value&order=desc", "86.2%"),
     ("sort=status", "8.5%"), ("sort=period&order=desc", "86.2%"), ("sort=nonsense", "8.5%")],
)  # fmt: skip
def test_the_table_sorts_by_its_columns(client: TestClient, query: str, first: str) -> None:
    page = client.get(f"{PAGE}?{query}").text
    assert sorted(shown(page)) == sorted(ALL)
    assert shown(page)[0] == first


def test_amounts_of_unlike_units_are_not_sorted_among_each_other(client: TestClient) -> None:
    page = client.get(f"{PAGE}?sort=value").text
    assert shown(page) == ["7%以上", "8.5%", "86.2%", "25.5亿斤", "4559亿元", "5—10所"]


def test_last_year_s_result_stands_beside_this_year_s_target(client: TestClient) -> None:
    [pairs] = re.findall(r'<section class="pairs".*?</section>', client.get(PAGE).text, re.DOTALL)
    assert re.findall(r"<a [^>]*>(.*?)</a>", pairs) == ["8.5%", "7%以上"]
    assert re.findall(r'<rect x="0.0" y="1.5" width="([\d.]+)"', pairs) == ["120.0", "98.8"]


def test_a_report_s_words_are_no_markup_in_the_table(client: TestClient) -> None:
    page = client.get(f"{PAGE}?topic=%22%3E%3Cimg%20src%3Dx%3E").text
    assert "<img" not in page


def test_csv_and_xlsx_hold_what_the_table_shows(client: TestClient) -> None:
    reply = client.get(f"{PAGE}.csv?status=target")
    assert reply.headers["content-type"].startswith("text/csv")
    assert "attachment" in reply.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert [row["text"] for row in rows] == ["7%以上", "5—10所"]
    book = load_workbook(io.BytesIO(client.get(f"{PAGE}.xlsx?status=target").content))
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1)] == ["7%以上", "5—10所"]
    assert client.get(f"{PAGE}?status=target").text.count(".csv?status=target") == 1


@pytest.mark.parametrize("path", ["figures", "figures.csv", "figures.xlsx"])
def test_an_unknown_report_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    reply = client.get(f"/reports/nowhere/{path}")
    assert (reply.status_code, reply.headers["content-type"].split(";")[0]) == (404, "text/html")


def test_one_report_s_years_of_a_metric_stand_side_by_side(client: TestClient) -> None:
    page = client.get("/figures?key=gdp/growth/share").text
    assert re.findall(r'<th scope="col">(\d{4})</th>', page) == ["2022", "2021"]
    assert page.count("<svg") == 2
    assert client.get("/figures?key=nonsense").status_code == 200
