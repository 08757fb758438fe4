"""A file that cannot be a report is refused with the reason and what to do, and the library is as it was."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_qa.library.add import Added, Refused, add
from report_qa.settings import Settings, load_settings

REVIEW = "一、2023年工作回顾\n2023年，全市地区生产总值增长4.6%，粮食产量达到18.2亿斤。\n"
ENGLISH = "Report on the work of the government. " * 40


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def tree(settings: Settings) -> dict[str, bytes]:
    """Every file of the data folder with its bytes, hidden ones included."""
    return {str(path.relative_to(settings.data_dir)): path.read_bytes() for path in settings.data_dir.rglob("*.*")}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A library that holds one report."""
    settings = load_settings(data_dir=tmp_path / "data")
    (tmp_path / "苏州-2024.txt").write_text(REVIEW, encoding="utf-8")
    add(settings, [tmp_path / "苏州-2024.txt"])
    return settings


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.txt", b""),
        ("白.txt", "\ufeff \n　\r\n".encode()),
        ("二进制.txt", b"\x00\x01\x02"),
        ("乱.txt", b"\xff\xff\xff\xff"),
        ("英文.txt", ENGLISH.encode()),
        ("日文.txt", ("これは政府の活動報告であり、私たちはこの一年に多くのことをしました。" * 30).encode()),
        ("坏.pdf", b"%PDF-1.7\n1 0 obj\nnothing follows"),
        ("不是.pdf", REVIEW.encode()),
        ("不是.docx", b"PK\x03\x04 and no archive"),
        ("不是.docx", zipped(**{"notes.txt": "nothing"})),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        (
            "空页.html",
            b"<!doctype html><html><head><title>x</title></head><body><nav><a href='/'>x</a></nav></body></html>",
        ),
        ("英文页.html", f"<html><body><article><p>{ENGLISH}</p></article></body></html>".encode()),
        ("表.xlsx", zipped(**{"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"})),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ],
)
def test_what_is_no_report_is_refused_and_nothing_changes(
    settings: Settings, tmp_path: Path, name: str, data: bytes
) -> None:
    before = tree(settings)
    (tmp_path / name).write_bytes(data)
    (outcome,) = add(settings, [tmp_path / name])
    assert isinstance(outcome, Refused)
    assert outcome.error.message.endswith(".")
    assert outcome.error.hint
    assert str(tmp_path) not in str(outcome.error)
    assert tree(settings) == before


def test_a_zip_bomb_is_refused_before_it_is_unpacked(settings: Settings, tmp_path: Path) -> None:
    before = tree(settings)
    bomb = tmp_path / "炸弹.docx"
    bomb.write_bytes(zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "0" * 200_000_000}))
    (outcome,) = add(settings, [bomb])
    assert isinstance(outcome, Refused)
    assert tree(settings) == before


def test_a_large_file_is_refused_by_its_size_before_it_is_read(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "大.txt"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    before = tree(settings)

    opened = Path.open

    def watched(path: Path, *arguments: Any, **options: Any) -> Any:
        assert path != large, "it was opened"
        return opened(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", watched)
        (outcome,) = add(settings, [large])
    assert isinstance(outcome, Refused)
    assert "200.0 MB; at most 50 MB" in outcome.error.message
    assert "REPORT_QA_MAX_SOURCE_BYTES" in outcome.error.hint
    assert tree(settings) == before


def test_the_limit_is_a_setting(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(REVIEW * 30, encoding="utf-8")
    small = settings.model_copy(update={"max_source_bytes": 1_024})
    (outcome,) = add(small, [file])
    assert isinstance(outcome, Refused)
    (outcome,) = add(settings, [file])
    assert isinstance(outcome, Added)


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _nothing(path: Path) -> None:
    pass


def _locked(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read everything")
    path.write_text(REVIEW, encoding="utf-8")
    path.chmod(0)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_folder, "a folder, not a file"),
        (_pipe, "no regular file"),
        (_nothing, "no such file"),
        (_locked, "may not read"),
    ],
)
def test_what_is_no_readable_file_is_refused(
    settings: Settings, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    before = tree(settings)
    make(tmp_path / "x.txt")
    (outcome,) = add(settings, [tmp_path / "x.txt"])
    assert isinstance(outcome, Refused)
    assert said in outcome.error.message
    assert outcome.error.hint
    assert tree(settings) == before


def test_the_same_bytes_under_another_id_are_named_and_refused(settings: Settings, tmp_path: Path) -> None:
    before = tree(settings)
    (tmp_path / "copy.txt").write_bytes((tmp_path / "苏州-2024.txt").read_bytes())
    (outcome,) = add(settings, [tmp_path / "copy.txt"])
    assert isinstance(outcome, Refused)
    assert "already in the library, as '苏州-2024'" in outcome.error.message
    assert "report-qa remove 苏州-2024" in outcome.error.hint
    assert tree(settings) == before


def test_bytes_of_the_same_length_are_no_twin(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(REVIEW.replace("18.2", "18.3"), encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "other.txt"])
    assert isinstance(outcome, Added)


def test_replacing_by_the_bytes_of_another_report_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(REVIEW.replace("18.2", "18.3"), encoding="utf-8")
    add(settings, [tmp_path / "other.txt"])
    before = tree(settings)
    (tmp_path / "other.txt").write_text(REVIEW, encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "other.txt"], replace_other=True)
    assert isinstance(outcome, Refused)
    assert tree(settings) == before


def test_the_same_id_with_other_bytes_is_refused_without_replace(settings: Settings, tmp_path: Path) -> None:
    before = tree(settings)
    (tmp_path / "苏州-2024.txt").write_text(REVIEW + "更多。\n", encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "苏州-2024.txt"])
    assert isinstance(outcome, Refused)
    assert "--replace" in outcome.error.hint
    assert tree(settings) == before


def test_another_format_replaces_the_text_and_leaves_nothing_of_it(settings: Settings, tmp_path: Path) -> None:
    page = f"<html><body><article><p>{REVIEW * 8}</p></article></body></html>"
    (tmp_path / "苏州-2024.html").write_text(page, encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "苏州-2024.html"], replace_other=True)
    assert isinstance(outcome, Added)
    assert outcome.state == "replaced"
    folder = settings.reports_dir / "苏州-2024"
    assert {path.name for path in folder.iterdir()} == {"source.html", "extracted.txt", "extracted.toml", "report.toml"}
