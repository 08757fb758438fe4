"""A page of a PDF is carried from the reader to the citation: library, wire, command line, API and source page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from report_qa.answers.wire import reply_to_dict
from report_qa.cli import run
from report_qa.figures.read import read_figures
from report_qa.library.add import Added, add
from report_qa.library.build import build
from report_qa.library.library import Ask, Library
from report_qa.service import create_app
from report_qa.settings import Settings, load_settings
from report_qa.text.formats.extraction import Extraction
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

LINES = (
    (1, "政府工作报告"),
    (1, "——2024年1月16日在苏州市第十七届人民代表大会第三次会议上"),
    (1, "各位代表："),
    (1, "一、2023年工作回顾"),
    (1, "2023年，全市地区生产总值增长4.6%，一般公共预算收入2456亿元，粮食产量达到18.2亿斤。"),
    (2, "二、2024年工作安排"),
    (2, "2024年，全市地区生产总值预期增长5%以上，新增养老床位1200张。"),
)
REPORT = "苏州-2024"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A library of one report of two pages; not to be changed."""
    folder = tmp_path_factory.mktemp("pages")
    settings = load_settings(data_dir=folder / "data", index_dir=folder / "index")
    (folder / f"{REPORT}.pdf").write_bytes(b"%PDF-1.7 made up")
    text, pages = "\n".join(text for _, text in LINES), tuple(page for page, _ in LINES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("report_qa.library.received.extract", lambda *_: Extraction(text, "pdf 1", pages))
        (outcome,) = add(settings, [folder / f"{REPORT}.pdf"])
    assert isinstance(outcome, Added)
    build(settings)
    return settings


@pytest.fixture(scope="module")
def client(built: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(built)) as client:
        yield client


def test_figures_and_citations_have_their_pages(built: Settings) -> None:
    library = Library.open(built)
    reply = library.ask(Ask("2024年新增养老床位多少张？"))
    wire = reply_to_dict(reply, library.digest, 0)
    assert [citation["page"] for citation in wire["citations"]] == [2]
    assert [place["page"] for place in wire["figures"][0]["places"]] == [2]
    assert {place["page"] for place in wire["citations"][0]["places"]} == {2}


def test_a_figure_cut_by_a_page_s_end_stands_on_both(root: Path) -> None:
    raw = Source.from_bytes((root / "data/reports/baotou-2022/source.txt").read_bytes())
    pages = tuple(range(1, raw.line_count + 1))  # every line a page of its own
    source = Source.from_extracted(raw.text, raw.sha256, pages)
    dates = ReportDates("2022-02-12", 2021, 2022, "包头市")
    figures = read_figures(read_document(source, dates), dates)
    cut = [source.places(figure.extent) for figure in figures if len(source.places(figure.extent)) > 1]
    assert len(cut) > 10
    assert all(place.page == place.line for places in cut for place in places)


def test_the_api_gives_lines_and_figures_with_pages(client: TestClient) -> None:
    lines = client.get(f"/api/v1/reports/{REPORT}/lines").json()["lines"]
    assert [(line["page"], line["text"]) for line in lines] == list(LINES)
    figures = client.get(f"/api/v1/reports/{REPORT}/figures").json()["figures"]
    assert all("page" in place for figure in figures for place in figure["places"])
    reply = client.post("/api/v1/ask", json={"question": "2023年粮食产量是多少？"}).json()
    assert reply["figures"][0]["text"] == "18.2亿斤"
    assert [place["page"] for place in reply["figures"][0]["places"]] == [1]
    assert reply["citations"][0]["page"] == 1
    summary = client.get(f"/api/v1/reports/{REPORT}").json()
    assert summary["lines"] == len(LINES)


def test_the_source_page_shows_where_each_page_begins(client: TestClient) -> None:
    page = client.get(f"/reports/{REPORT}", headers={"Accept-Language": "zh"}).text
    first, second = page.index("第1页"), page.index("第2页")
    assert page.count('<p class="page">') == 2
    assert first < page.index('id="L1"')
    assert page.index('id="L5"') < second < page.index('id="L6"')
    assert "提取的文字" in page


def test_the_command_line_says_the_page(
    built: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REPORT_QA_DATA_DIR", str(built.data_dir))
    monkeypatch.setenv("REPORT_QA_INDEX_DIR", str(built.index_dir))
    assert run(["ask", "2024年新增养老床位多少张？"]) == 0
    assert re.search(rf"\[1\] {REPORT}, line \d+(-\d+)?, page 2", capsys.readouterr().out)
    assert run(["list"]) == 0
    assert capsys.readouterr().out.count(REPORT) == 1


def test_a_text_file_has_no_pages(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path / "data")
    (tmp_path / "x.txt").write_text("\n".join(text for _, text in LINES), encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "x.txt"])
    assert isinstance(outcome, Added)
    from report_qa.library.shelf import read_shelved

    source = read_shelved(settings, "x").source
    assert (source.page_count, source.page(1), source.extracted) == (None, None, False)
