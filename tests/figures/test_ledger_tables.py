"""The measure against hand-made ledgers itself: what it counts, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figures.ledgers import named, read_table, score
from benchmarks.figures.reports import Read
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024", 2023, 2024, "某市")
REPORT = """某市政府工作报告

一、2023年工作回顾

地区生产总值增长5%，粮食产量 12 万吨，实施项目20个。

二、2024年工作安排

地区生产总值增长6%左右。出口增长8%。
"""
HEADING = "line\tcolumn\ttext\tvalue\tvalue_to\tscale\tunit\tqualifier\tmetric\thead\tperiod\tstatus"
GDP = "5\t8\t5%\t5\t\t1\t%\t\t地区生产总值\t地区生产总值|GDP\t2023-2023\tactual"
GRAIN = "5\t16\t12万吨\t12\t\t10000\t吨\t\t粮食产量\t粮食…产量\t2023-2023\tactual"
PROJECTS = "5\t27\t20个\t20\t\t1\t个\t\t实施项目\t项目\t*\t*"


@pytest.fixture(scope="module")
def report() -> Read:
    return Read("某市-2024", read_document(Source.from_bytes(REPORT.encode()), DATES), DATES)


def counts(report: Read, folder: Path, *rows: str) -> dict[str, list[int]]:
    """The counts of a table of these rows over the report's line 5."""
    path = folder / "某市-2024.tsv"
    path.write_text("\n".join(("# ranges 5-5", HEADING, *rows)) + "\n", encoding="utf-8")
    return score(read_table(path, report.document.source), report).counts


def test_a_table_that_says_what_the_ledger_says(report: Read, tmp_path: Path) -> None:
    found = counts(report, tmp_path, GDP, GRAIN, PROJECTS)
    assert found["recall"] == found["precision"] == found["metric"] == [3, 3]
    assert found["period"] == found["status"] == [2, 2]  # one row is not judged


def test_each_field_is_counted_for_itself(report: Read, tmp_path: Path) -> None:
    wrong = GDP.replace("2023-2023\tactual", "2024-2024\ttarget").replace("地区生产总值|GDP", "税收")
    found = counts(report, tmp_path, wrong, GRAIN.replace("\t吨\t", "\t斤\t"), PROJECTS)
    assert found["recall"] == [3, 3]
    assert found["unit"] == found["metric"] == [2, 3]
    assert found["period"] == found["status"] == [1, 2]


def test_what_only_one_side_has(report: Read, tmp_path: Path) -> None:
    more = "5\t0\t地区\t1\t\t1\t个\t\t地区\t地区\t*\t*"
    found = counts(report, tmp_path, GDP, more)
    assert found["recall"] == [1, 2]
    assert found["precision"] == [1, 3]


def test_a_doubted_row_counts_neither_way(report: Read, tmp_path: Path) -> None:
    found = counts(report, tmp_path, GDP, GRAIN, PROJECTS.replace("20个", "?20个"))
    assert found["recall"] == found["precision"] == [2, 2]


def test_lines_outside_the_ranges_are_not_judged(report: Read, tmp_path: Path) -> None:
    assert counts(report, tmp_path, GDP, GRAIN, PROJECTS)["precision"][1] == 3


@pytest.mark.parametrize(
    ("metric", "heads", "right"),
    [
        ("战略性新兴产业增加值占规上工业比重", "增加值占…比重", True),
        ("规上工业增加值", "比重|增加值", True),
        ("规上工业增加值", "比重", False),
        ("比重增加值占", "增加值占…比重", False),
        ("城镇新增就业（万人）", "新增就业(万人)", True),
    ],
)
def test_heads(metric: str, heads: str, right: bool) -> None:
    assert named(metric, heads) is right
