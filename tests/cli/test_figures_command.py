"""`report-qa figures`: filters and pages, four formats, the review, contradictions, and options that do not go together."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from report_qa.cli import run
from report_qa.figures.evidence import EvidenceKind
from report_qa.figures.why import Why
from report_qa.library.ledger_csv import COLUMNS, MORE_COLUMNS

from .conftest import REPORT

Output = pytest.CaptureFixture[str]
ID = "苏州-2024"


def figures(capsys: Output, *options: str) -> list[str]:
    """The texts of the figures that a command prints."""
    assert run(["figures", ID, "--format", "json", *options]) == 0
    return [figure["text"] for figure in json.loads(capsys.readouterr().out)["figures"]]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["4.6%", "18.2亿斤", "5%以上", "1200张"]),
        (["--metric", "生产总值"], ["4.6%", "5%以上"]),
        (["--period", "2024"], ["5%以上", "1200张"]),
        (["--period", "2023年"], ["4.6%", "18.2亿斤"]),
        (["--status", "target"], ["5%以上", "1200张"]),
        (["--unit", "斤"], ["18.2亿斤"]),
        (["--key", "gdp"], ["4.6%", "5%以上"]),
        (["--key", "国内生产总值"], ["4.6%", "5%以上"]),
        (["--key", "gdp", "--status", "actual"], ["4.6%"]),
        (["--limit", "2"], ["4.6%", "18.2亿斤"]),
        (["--limit", "2", "--offset", "3"], ["1200张"]),
        (["--offset", "9"], []),
    ],
)
def test_the_filters_and_pages_of_the_route(
    library: Path, capsys: Output, options: list[str], found: list[str]
) -> None:
    assert figures(capsys, *options) == found


def test_total_counts_what_the_filters_found(library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--format", "json", "--status", "target", "--limit", "1"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert (body["total"], len(body["figures"]), body["dropped"]) == (2, 1, [])


@pytest.mark.parametrize(("language", "words"), [("zh", ["指标", "已完成", "目标"]), ("en", ["metric", "actual", "target"])])  # fmt: skip
def test_the_table_reads_in_both_languages(library: Path, capsys: Output, language: str, words: list[str]) -> None:
    assert run(["figures", ID, "--lang", language]) == 0
    said = capsys.readouterr()
    for word in [*words, "18.2亿斤", "粮食产量", "2024年"]:
        assert word in said.out
    assert ("4 个数字，共 4 个。" if language == "zh" else "4 of 4 figures.") in said.err


def test_the_table_shows_keys_where_they_are_asked_for(library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--key", "gdp"]) == 0
    assert "gdp/growth/share" in capsys.readouterr().out
    assert run(["figures", ID]) == 0
    assert "gdp/growth" not in capsys.readouterr().out


def test_a_filter_that_finds_nothing_says_so(library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--metric", "没有"]) == 0
    assert "No figure fits." in capsys.readouterr().out


def test_csv_and_json_go_into_a_file(library: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--format", "csv", "--out", str(tmp_path / "x.csv")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "x.csv" in told.err
    rows = table((tmp_path / "x.csv").read_text(encoding="utf-8"))
    assert [row["text"] for row in rows] == ["4.6%", "18.2亿斤", "5%以上", "1200张"]
    assert run(["figures", ID, "--format", "json", "--out", str(tmp_path / "x.json")]) == 0
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["total"] == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.csv", "x.json"]


def test_xlsx_goes_into_a_file_and_is_filtered(library: Path, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "x.xlsx"
    assert run(["figures", ID, "--format", "xlsx", "--out", str(file), "--status", "target", "--lang", "zh"]) == 0
    book = load_workbook(file)
    assert [row[1] for row in book["数字"].iter_rows(min_row=2, values_only=True)] == ["5%以上", "1200张"]
    facts = {row[0]: row[1] for row in book["报告"].iter_rows(values_only=True)}
    assert (facts["本表数字"], facts["全部数字"]) == (2, 4)
    assert facts["筛选"] == "性质 = target"


def test_xlsx_is_refused_on_a_terminal(library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["figures", ID, "--format", "xlsx"]) == 2
    assert "--out FILE.xlsx" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(library: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--format", "csv", "--out", str(tmp_path / "no" / "x.csv")]) == 1
    assert "error:" in capsys.readouterr().err


def test_the_review_accounts_for_every_digit(library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--review", "--format", "json"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert body["digits"] == sum(sign.isdigit() for sign in REPORT)
    assert (body["explained"], body["share"]) == (body["digits"], 1)
    lines = REPORT.split("\n")
    for number in body["numbers"]:
        cut = "".join(
            lines[place["line"] - 1][place["column_start"] : place["column_end"]] for place in number["places"]
        )
        assert cut == number["text"]
        assert number["reason"]["zh"]
        assert number["reason"]["en"]


def test_the_review_as_table_and_csv(library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--review", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "已说明" in said
    assert "100.00%" in said
    assert "2023年" in said
    assert re.search(r"--why: .*date [0-9]+", said)
    assert run(["figures", ID, "--review", "--format", "csv", "--why", "title"]) == 0
    rows = table(capsys.readouterr().out)
    assert rows
    assert {row["why"] for row in rows} == {"title"}
    assert {row["places"].partition(":")[0] for row in rows} == {"2"}


def contradict(folder: Path) -> None:
    source = folder / "data" / "reports" / ID / "source.txt"
    source.write_text(REPORT.replace("二、2024", "全年粮食总产量19.5亿斤。\n二、2024"), encoding="utf-8")


def test_contradictions_are_counted_by_the_build_and_shown(own_library: Path, capsys: Output) -> None:
    assert run(["figures", ID, "--contradictions"]) == 0
    assert "No two figures" in capsys.readouterr().out
    contradict(own_library)
    assert run(["build"]) == 0
    assert "1 contradiction among the figures" in capsys.readouterr().err
    assert run(["figures", ID, "--contradictions"]) == 0
    said = capsys.readouterr().out
    assert "18.2亿斤 (line 5)" in said
    assert "19.5亿斤 (line 6)" in said
    assert run(["figures", ID]) == 0
    assert "contradicts line 6" in capsys.readouterr().out
    assert run(["figures", ID, "--contradictions", "--format", "json"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert body["total"] == 1
    one, other = body["contradictions"][0]["figures"]
    assert one["contradicts"] == [other["id"]]
    assert run(["figures", ID, "--contradictions", "--format", "csv"]) == 0
    rows = table(capsys.readouterr().out)
    assert [(row["pair"], row["text"]) for row in rows] == [("1", "18.2亿斤"), ("1", "19.5亿斤")]


def test_the_table_shows_what_a_person_overruled(own_library: Path, capsys: Output) -> None:
    manifest = own_library / "data" / "reports" / ID / "report.toml"
    entry = '\n[[figure]]\nline = 5\ntext = "18.2亿斤"\nperiod = "2022"\nreason = "年鉴"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert run(["figures", ID]) == 1
    assert "report-qa build" in capsys.readouterr().err
    assert run(["build"]) == 0
    capsys.readouterr()
    assert run(["figures", ID, "--lang", "zh"]) == 0
    assert "人工更正：年鉴（原为2023年）" in capsys.readouterr().out
    assert figures(capsys, "--period", "2022") == ["18.2亿斤"]


def test_an_overrule_that_meets_nothing_is_told_by_the_build(own_library: Path, capsys: Output) -> None:
    manifest = own_library / "data" / "reports" / ID / "report.toml"
    entry = '\n[[figure]]\nline = 5\ntext = "99亿斤"\ndrop = true\nreason = "年鉴"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert run(["build"]) == 1
    said = capsys.readouterr().err
    assert f"The report.toml of {ID} is wrong: [[figure]] line 5 text 99亿斤 meets no figure" in said
    assert "18.2亿斤 (27-33, 粮食产量)" in said


@pytest.mark.parametrize(
    "options",
    [
        ["--review", "--contradictions"], ["--review", "--metric", "x"], ["--contradictions", "--key", "x"],
        ["--review", "--format", "xlsx", "--out", "x"], ["--why", "date"], ["--review", "--why", "whim"],
        ["--out", "x"], ["--limit", "0"], ["--offset", "-1"], ["--status", "done"], ["--format", "xml"],
    ],
)  # fmt: skip
def test_options_that_do_not_go_together_are_wrong_usage(library: Path, capsys: Output, options: list[str]) -> None:
    assert run(["figures", ID, *options]) == 2
    assert "Error" in capsys.readouterr().err


def test_an_unknown_report_is_told(library: Path, capsys: Output) -> None:
    assert run(["figures", "x"]) == 1
    assert "report-qa list" in capsys.readouterr().err


def test_the_page_on_figures_names_every_field_reason_and_kind(library: Path, root: Path, capsys: Output) -> None:
    page = (root / "docs" / "figures.md").read_text(encoding="utf-8")
    assert run(["figures", ID, "--format", "json"]) == 0
    names = set(json.loads(capsys.readouterr().out)["figures"][0])
    for name in [*names, *COLUMNS, *MORE_COLUMNS, *Why, *EvidenceKind]:
        shared = name.replace("status_evidence", "period_evidence")  # the page says "the same three of `status`"
        assert f"`{name}`" in page or f"`{shared}`" in page or name == "none", name
