"""An index that is missing, damaged, foreign or stale is refused, and the hint says how to mend it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from report_qa.errors import EmbedderUnavailable, IndexDamaged, IndexMissing, IndexStale, LexiconError, ReportQAError
from report_qa.library.add import add
from report_qa.library.library import Ask, Library
from report_qa.search.index_manifest import FORMAT
from report_qa.settings import Settings, load_settings, shipped_folder


def refused(settings: Settings, kind: type[ReportQAError]) -> None:
    with pytest.raises(kind) as caught:
        Library.open(settings)
    assert "report-qa build" in caught.value.hint


def test_a_missing_index(library_copy: Settings) -> None:
    shutil.rmtree(library_copy.index_dir / "current")
    refused(library_copy, IndexMissing)


def index_files(settings: Settings) -> list[Path]:
    return [path for path in sorted((settings.index_dir / "current").rglob("*")) if path.is_file()]


def test_every_file_of_the_index_is_checked(library_copy: Settings) -> None:
    damages: list[Callable[[Path, bytes], object]] = [
        lambda path, data: path.write_bytes(data[: len(data) // 2]),
        lambda path, data: path.write_bytes(data[:-1] + bytes([data[-1] ^ 1])),
        lambda path, data: path.write_bytes(b""),
        lambda path, data: path.unlink(),
    ]
    assert len(index_files(library_copy)) >= 4
    for path in index_files(library_copy):
        data = path.read_bytes()
        for damage in damages:
            damage(path, data)
            refused(library_copy, IndexDamaged)
            path.write_bytes(data)
    Library.open(library_copy)


@pytest.mark.parametrize("text", ["", "[]", "{}", "not json", f'{{"format": {FORMAT}}}'])
def test_a_foreign_manifest(library_copy: Settings, text: str) -> None:
    (library_copy.index_dir / "current" / "manifest.json").write_text(text, encoding="utf-8")
    refused(library_copy, IndexDamaged)


@pytest.mark.parametrize("other", [FORMAT - 1, FORMAT + 1, 999])
def test_an_index_of_another_format(library_copy: Settings, other: int) -> None:
    manifest = library_copy.index_dir / "current" / "manifest.json"
    fields = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(fields | {"format": other}), encoding="utf-8")
    refused(library_copy, IndexStale)


def test_a_source_changed_or_gone_since_the_build(library_copy: Settings) -> None:
    source = library_copy.reports_dir / "苏州-2024" / "source.txt"
    data = source.read_bytes()
    for changed in (data + b"\n", b"", b"\x00"):
        source.write_bytes(changed)
        refused(library_copy, IndexStale)
    source.unlink()
    refused(library_copy, IndexStale)
    source.write_bytes(data)
    Library.open(library_copy)
    shutil.rmtree(source.parent)
    refused(library_copy, IndexStale)


def test_a_manifest_changed_since_the_build(library_copy: Settings) -> None:
    manifest = library_copy.reports_dir / "苏州-2024" / "report.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("2023", "2022"), encoding="utf-8")
    refused(library_copy, IndexStale)


def test_another_lexicon(library_copy: Settings) -> None:
    lexicon = library_copy.data_dir / "lexicon"
    shutil.copytree(shipped_folder("lexicon"), lexicon)
    Library.open(library_copy)
    with (lexicon / "not_places.txt").open("a", encoding="utf-8") as file:
        file.write("新词\n")
    refused(library_copy, IndexStale)


def test_another_model(library_copy: Settings, tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(shipped_folder("model"), model)
    fields = json.loads((model / "model.json").read_text(encoding="utf-8"))
    (model / "model.json").write_text(json.dumps(fields | {"name": "another"}), encoding="utf-8")
    other = load_settings(data_dir=library_copy.data_dir, index_dir=library_copy.index_dir, model=str(model))
    refused(other, IndexStale)


def test_a_model_folder_that_is_empty(library_copy: Settings) -> None:
    (library_copy.data_dir / "model").mkdir()
    with pytest.raises(EmbedderUnavailable):
        Library.open(library_copy)


def test_a_lexicon_that_is_incomplete(library_copy: Settings) -> None:
    (library_copy.data_dir / "lexicon").mkdir()
    with pytest.raises((LexiconError, IndexStale)):
        Library.open(library_copy)


def test_a_report_added_since_the_build_does_not_answer_yet(library_copy: Settings, tmp_path: Path) -> None:
    file = tmp_path / "新.txt"
    file.write_text("各位代表：\n一、2023年工作回顾\n修路100公里。\n", encoding="utf-8")
    add(library_copy, [file])
    library = Library.open(library_copy)
    assert [report.id for report in library.reports()] == ["苏州-2024"]
    assert library.ask(Ask("2023年粮食产量是多少？")).status == "answered"
