"""Reports are added with their bytes kept, found again, replaced only when asked, and removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.errors import ManifestError, ReportUnknown, SourceError
from report_qa.library.add import Added, Overrides, Refused, add
from report_qa.library.manifest import read_manifest, write_manifest
from report_qa.library.remove import remove
from report_qa.library.shelf import checked_id, read_shelved, report_ids
from report_qa.settings import Settings, load_settings

OTHER = "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2022年工作回顾\n粮食产量达到1150亿斤。\n"
TEXT = "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2023年工作回顾\n全市生产总值增长5%。\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data_dir=tmp_path / "data")


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_bytes_are_kept_and_the_id_is_the_stem(settings: Settings, tmp_path: Path) -> None:
    data = TEXT.replace("\n", "\r\n").encode("gb18030")
    (outcome,) = add(settings, [put(tmp_path, "苏州-2024.txt", data)])
    assert isinstance(outcome, Added)
    assert outcome.manifest.id == "苏州-2024"
    assert (settings.reports_dir / "苏州-2024" / "source.txt").read_bytes() == data
    assert read_shelved(settings, "苏州-2024").manifest.place == "苏州市"


def test_ids_are_nfc(settings: Settings, tmp_path: Path) -> None:
    decomposed = "cafe\u0301-2024"
    (outcome,) = add(settings, [put(tmp_path, f"{decomposed}.txt", TEXT.encode())])
    assert isinstance(outcome, Added)
    assert report_ids(settings) == ("caf\u00e9-2024",)


def test_of_several_files_it_adds_what_it_can(settings: Settings, tmp_path: Path) -> None:
    files = [
        put(tmp_path, "甲.txt", TEXT.encode()),
        put(tmp_path, "乙.txt", b""),
        put(tmp_path, "丙.txt", b"\x00\x01\x02"),
        put(tmp_path, "丁.txt", b"\xff\xff\xff\xff"),
        put(tmp_path, "戊.pdf", b"%PDF-1.7"),
        tmp_path / "己.txt",
        tmp_path,
        put(tmp_path, "庚.txt", OTHER.encode()),
    ]
    outcomes = add(settings, files)
    assert [type(outcome) for outcome in outcomes] == [
        Added,
        Refused,
        Refused,
        Refused,
        Refused,
        Refused,
        Refused,
        Added,
    ]
    assert all(outcome.error.message for outcome in outcomes if isinstance(outcome, Refused))
    assert report_ids(settings) == ("庚", "甲")
    assert not [path for path in settings.reports_dir.iterdir() if path.name.startswith(".")]


def test_a_person_s_word_overrules(settings: Settings, tmp_path: Path) -> None:
    (outcome,) = add(settings, [put(tmp_path, "x.txt", TEXT.encode())], Overrides("y", "昆山市", "2024-01"))
    assert isinstance(outcome, Added)
    manifest = read_manifest(settings.reports_dir / "y")
    assert (manifest.place, manifest.delivered) == ("昆山市", "2024-01")


@pytest.mark.parametrize("delivered", ["soon", "2024-13", "2024-1"])
def test_a_date_that_is_none_is_refused(settings: Settings, tmp_path: Path, delivered: str) -> None:
    with pytest.raises(ManifestError):
        add(settings, [put(tmp_path, "x.txt", TEXT.encode())], Overrides(delivered=delivered))
    assert report_ids(settings) == ()


def test_one_id_for_several_files_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="one report"):
        add(settings, [tmp_path / "a.txt", tmp_path / "b.txt"], Overrides(id="x"))


def test_adding_the_same_bytes_again_keeps_a_hand_made_manifest(settings: Settings, tmp_path: Path) -> None:
    file = put(tmp_path, "x.txt", TEXT.encode())
    add(settings, [file])
    folder = settings.reports_dir / "x"
    (folder / "report.toml").write_text('id = "x"\ntitle = "by hand"\n', encoding="utf-8")
    (outcome,) = add(settings, [file], Overrides(place="昆山市"))
    assert isinstance(outcome, Added)
    assert outcome.state == "updated"
    manifest = read_manifest(folder)
    assert (manifest.title, manifest.place) == ("by hand", "昆山市")
    (again,) = add(settings, [file])
    assert isinstance(again, Added)
    assert (again.state, again.manifest, again.inferred) == ("unchanged", manifest, None)


def test_other_bytes_replace_only_when_asked(settings: Settings, tmp_path: Path) -> None:
    file = put(tmp_path, "x.txt", TEXT.encode())
    add(settings, [file])
    file.write_bytes(TEXT.encode() + b"more\n")
    (refused,) = add(settings, [file])
    assert isinstance(refused, Refused)
    assert (settings.reports_dir / "x" / "source.txt").read_bytes() == TEXT.encode()
    (replaced,) = add(settings, [file], replace_other=True)
    assert isinstance(replaced, Added)
    assert replaced.state == "replaced"
    assert (settings.reports_dir / "x" / "source.txt").read_bytes().endswith(b"more\n")


@pytest.mark.parametrize("report", ["", " ", ".hidden", "a/b", "a\\b", "a\nb", "长" * 100, "\ud800"])
def test_names_that_are_no_folder_are_no_ids(report: str) -> None:
    with pytest.raises(ManifestError):
        checked_id(report)


def test_a_removed_report_is_gone_and_an_unknown_one_is_told(settings: Settings, tmp_path: Path) -> None:
    add(settings, [put(tmp_path, "x.txt", TEXT.encode()), put(tmp_path, "y.txt", OTHER.encode())])
    remove(settings, "x")
    assert report_ids(settings) == ("y",)
    with pytest.raises(ReportUnknown):
        remove(settings, "x")
    with pytest.raises(ReportUnknown):
        remove(settings, "..")


def test_a_broken_folder_is_told_by_name(settings: Settings, tmp_path: Path) -> None:
    add(settings, [put(tmp_path, "x.txt", TEXT.encode())])
    folder = settings.reports_dir / "x"
    manifest = read_manifest(folder)
    (folder / "source.md").write_text("again", encoding="utf-8")
    with pytest.raises(SourceError, match="more than one"):
        read_shelved(settings, "x")
    (folder / "source.md").unlink()
    (folder / "source.txt").write_bytes(b"")
    with pytest.raises(SourceError, match="x: The source is empty"):
        read_shelved(settings, "x")
    (folder / "source.txt").unlink()
    with pytest.raises(SourceError, match="no source"):
        read_shelved(settings, "x")
    (folder / "source.txt").write_bytes(TEXT.encode())
    write_manifest(folder, type(manifest)(id="other"))
    with pytest.raises(ManifestError, match="other"):
        read_shelved(settings, "x")
