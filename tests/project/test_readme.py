"""What the README shows is what report-qa says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from report_qa import Ask, Library, Settings
from report_qa.library.build import build
from report_qa.settings import load_settings


@pytest.fixture(scope="module")
def library(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(root / "data" / "reports", folder / "data" / "reports")
    settings: Settings = load_settings(data_dir=folder / "data", index_dir=folder / "index")
    build(settings)
    return Library.open(settings)


def shown(root: Path, pattern: str) -> str:
    match = re.search(pattern, (root / "README.md").read_text(encoding="utf-8"))
    assert match
    return match[1]


def test_the_cited_answer_is_printed_as_shown(root: Path, library: Library) -> None:
    reply = library.ask(Ask(shown(root, r'\$ .*report-qa ask "([^"]+)"')))
    assert reply.answer == shown(root, r"report-qa ask .*\n    (.+)\n")
    (citation,) = reply.citations
    assert f"line {citation.line_start}-{citation.line_end}" in shown(root, r"(\[1\] baotou-2022.*)\n")


def test_the_api_example_has_the_fields_shown(root: Path, library: Library) -> None:
    asked = json.loads(shown(root, r"-d '(\{[^']+\})'"))
    example = json.loads(shown(root, r"```json\n([^`]+)```"))
    reply = library.ask(Ask(asked["question"], report=asked["report"]))
    (cited,), (figure,) = reply.figures[:1], example["figures"]
    (place,) = figure["places"]
    assert cited.figure.text == figure["text"]
    assert (cited.places[0].line, cited.places[0].column_start) == (place["line"], place["column_start"])
    assert reply.citations[0].url == example["citations"][0]["url"]
