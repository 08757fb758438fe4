"""A report as read survives being stored; what is no such record is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from report_qa.answers.suggest import Suggestion
from report_qa.errors import IndexDamaged
from report_qa.figures.read import read_figures
from report_qa.library.infer import infer
from report_qa.library.ledger_notes import LedgerNotes
from report_qa.library.place_names import PlaceNames
from report_qa.library.stored import StoredReport, from_json, to_json
from report_qa.settings import shipped_folder
from report_qa.text.read import read_document
from report_qa.text.source import Source
from tests.library.conftest import REPORTS


def read(text: str, stem: str) -> StoredReport:
    source = Source.from_bytes(text.encode())
    dates = infer(text, stem, PlaceNames.open(shipped_folder("lexicon"))).manifest(stem).dates
    document = read_document(source, dates)
    figures = read_figures(document, dates)
    return StoredReport(
        "key", document, figures, LedgerNotes(("",) * len(figures), (None,) * len(figures)), (Suggestion("问？", 1),)
    )


def through_json(report: StoredReport) -> StoredReport:
    return from_json(json.loads(json.dumps(to_json(report), ensure_ascii=False)), report.document.source)


@pytest.mark.parametrize("stem", REPORTS)
def test_what_is_stored_is_read_back(stem: str) -> None:
    report = read(REPORTS[stem], stem)
    assert report.figures
    assert through_json(report) == report


def test_the_report_that_ships_is_read_back(root: Path) -> None:
    text = (root / "data" / "reports" / "baotou-2022" / "source.txt").read_text(encoding="utf-8")
    report = read(text, "baotou-2022")
    assert through_json(report) == report


def damaged(fields: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    return {**fields, name: value}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sentences", [[[5, 3], "paragraph", None, 0, None, None]]),
        ("sentences", [[[0, 3], "poem", None, 0, None, None]]),
        ("sentences", [[[0, 3]]]),
        ("sentences", None),
        ("figures", [["1个", "one", None, 1, "个", None, "", None, None, None, 0, 0, 2, 0, 2, None]]),
        ("figures", [["1个", "1", None, 1, "个", None, "", None, None, None, 99999, 0, 2, 0, 2, None]]),
        ("suggestions", [["问"]]),
    ],
)
def test_a_record_that_is_none_is_refused(name: str, value: Any) -> None:
    stem = "苏州-2024"
    report = read(REPORTS[stem], stem)
    with pytest.raises(IndexDamaged):
        from_json(damaged(to_json(report), name, value), report.document.source)
