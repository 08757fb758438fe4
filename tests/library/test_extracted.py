"""Text extracted from a PDF, DOCX or HTML file is stored once, opened again without its reader, and never changed silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import SourceError
from report_qa.library.add import Added, Refused, add
from report_qa.library.extracted import read_extraction, write_extraction
from report_qa.library.manifest import read_manifest
from report_qa.library.shelf import read_shelved
from report_qa.settings import Settings, load_settings
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.opened import extract, is_current

SPEECH = "现在，我代表苏州市人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。"
REVIEW = "2023年，全市地区生产总值增长4.6%，一般公共预算收入2456亿元，粮食产量达到18.2亿斤，城镇新增就业22.3万人。"
PLAN = "2024年，全市地区生产总值预期增长5%以上，一般公共预算收入增长3%左右，新增养老床位1200张。今年是关键的一年。"
PAGE = f"""<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>政府工作报告_某某网</title></head><body>
<nav><a href="/">首页</a><a href="/news">新闻</a></nav><article><h1>政府工作报告</h1>
<p>各位代表：</p><p>{SPEECH}</p><h2>一、2023年工作回顾</h2><p>{REVIEW}</p><h2>二、2024年工作安排</h2><p>{PLAN}</p>
</article></body></html>
"""
texts = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data_dir=tmp_path / "data")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "苏州-2024.HTML"
    path.write_text(PAGE, encoding="utf-8")
    return path


@given(text=texts, remarks=st.lists(texts).map(tuple), data=st.data())
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, remarks: tuple[str, ...], data: st.DataObject
) -> None:
    lines = text.count("\n") + 1
    pages = data.draw(st.just(()) | st.lists(st.integers(1, 9), min_size=lines, max_size=lines).map(tuple))
    folder = tmp_path_factory.mktemp("report")
    extraction = Extraction(text, "pdf 7", pages, remarks)
    write_extraction(folder, extraction)
    stored = read_extraction(folder)
    assert stored is not None
    assert stored.extraction == extraction


def test_a_web_page_is_kept_with_its_text_beside_it(settings: Settings, page: Path) -> None:
    (outcome,) = add(settings, [page])
    assert isinstance(outcome, Added)
    folder = settings.reports_dir / "苏州-2024"
    assert sorted(path.name for path in folder.iterdir()) == [
        "extracted.toml",
        "extracted.txt",
        "report.toml",
        "source.html",
    ]
    assert (folder / "source.html").read_bytes() == page.read_bytes()
    extraction = extract(page.read_bytes(), ".html")
    assert extraction is not None
    assert (folder / "extracted.txt").read_bytes() == extraction.text.encode()
    manifest = outcome.manifest
    assert (manifest.place, manifest.reviews, manifest.plans, manifest.delivered) == ("苏州市", 2023, 2024, "2024")


def test_a_page_that_is_named_as_text_is_kept_as_what_it_is(settings: Settings, page: Path) -> None:
    renamed = page.rename(page.with_name("苏州-2024.txt"))
    (outcome,) = add(settings, [renamed])
    assert isinstance(outcome, Added)
    assert (settings.reports_dir / "苏州-2024" / "source.html").read_bytes() == renamed.read_bytes()
    assert outcome.remarks
    assert REVIEW in read_shelved(settings, "苏州-2024").source.text


def test_a_mark_of_encoding_at_the_beginning_is_no_part_of_the_text(
    settings: Settings, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("report_qa.library.received.extract", lambda *_: Extraction(f"\ufeff{SPEECH}", "html 1"))
    add(settings, [page])
    assert (settings.reports_dir / "苏州-2024" / "extracted.txt").read_bytes() == SPEECH.encode()
    assert read_shelved(settings, "苏州-2024").source.text == SPEECH


def test_it_is_opened_without_its_reader(settings: Settings, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(settings, [page])

    def fail(*_: object) -> None:
        raise AssertionError("the text was extracted again")

    monkeypatch.setattr("report_qa.library.received.extract", fail)
    monkeypatch.setattr("report_qa.text.formats.opened.extract", fail)
    shelved = read_shelved(settings, "苏州-2024")
    assert REVIEW in shelved.source.text
    assert shelved.reader is not None
    assert is_current(shelved.reader)
    assert not shelved.is_outdated


def test_the_identity_is_that_of_the_original(settings: Settings, page: Path) -> None:
    import hashlib

    add(settings, [page])
    shelved = read_shelved(settings, "苏州-2024")
    assert shelved.source.sha256 == shelved.key.source_sha256 == hashlib.sha256(page.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "damage", "said"),
    [
        ("extracted.txt", lambda path: path.write_text("other", encoding="utf-8"), "was changed"),
        ("extracted.txt", lambda path: path.unlink(), r"no extracted\.txt"),
        ("extracted.toml", lambda path: path.unlink(), r"no extracted\.toml"),
        ("extracted.toml", lambda path: path.write_text("reader = ", encoding="utf-8"), "cannot be read"),
        ("extracted.toml", lambda path: path.write_text("", encoding="utf-8"), "cannot be read"),
    ],
)
def test_a_changed_text_is_told_with_what_to_do(
    settings: Settings, page: Path, name: str, damage: object, said: str
) -> None:
    add(settings, [page])
    assert callable(damage)
    damage(settings.reports_dir / "苏州-2024" / name)
    with pytest.raises(SourceError, match=said) as told:
        read_shelved(settings, "苏州-2024")
    assert "--replace" in told.value.hint
    (again,) = add(settings, [page], replace_other=True)
    assert isinstance(again, Added)
    assert REVIEW in read_shelved(settings, "苏州-2024").source.text


def test_a_page_put_there_by_hand_is_told(settings: Settings, page: Path) -> None:
    folder = settings.reports_dir / "x"
    folder.mkdir(parents=True)
    (folder / "source.html").write_bytes(page.read_bytes())
    (folder / "report.toml").write_text('id = "x"\n', encoding="utf-8")
    with pytest.raises(SourceError, match="needs its extracted text"):
        read_shelved(settings, "x")


def test_pages_that_do_not_fit_the_lines_are_refused(settings: Settings, page: Path) -> None:
    add(settings, [page])
    folder = settings.reports_dir / "苏州-2024"
    stored = read_extraction(folder)
    assert stored is not None
    write_extraction(folder, Extraction(stored.extraction.text, "pdf 1", (1, 2)))
    with pytest.raises(SourceError, match="pages for 2"):
        read_shelved(settings, "苏州-2024")


def test_a_text_by_another_reader_is_kept_and_said_until_a_person_asks(settings: Settings, page: Path) -> None:
    add(settings, [page])
    folder = settings.reports_dir / "苏州-2024"
    old = Extraction(f"{SPEECH}\n{REVIEW}", "html 0")
    write_extraction(folder, old)
    before = read_shelved(settings, "苏州-2024")
    assert before.is_outdated
    (kept,) = add(settings, [page])
    assert isinstance(kept, Added)
    assert kept.state == "unchanged"
    assert any("another version of the reader" in remark for remark in kept.remarks)
    assert read_shelved(settings, "苏州-2024").source.text == old.text
    (again,) = add(settings, [page], replace_other=True)
    assert isinstance(again, Added)
    assert again.state == "extracted again"
    after = read_shelved(settings, "苏州-2024")
    assert PLAN in after.source.text
    assert not after.is_outdated
    assert after.key != before.key, "an index of the old text is stale"


def test_extracting_again_keeps_a_hand_made_manifest(settings: Settings, page: Path) -> None:
    add(settings, [page])
    folder = settings.reports_dir / "苏州-2024"
    (folder / "report.toml").write_text(
        'id = "苏州-2024"\ntitle = "by hand"\n[[outline]]\nlines = "3"\nperiod = "2021"\n', encoding="utf-8"
    )
    (again,) = add(settings, [page], replace_other=True)
    assert isinstance(again, Added)
    assert read_manifest(folder).title == "by hand"
    assert any("may have moved" in remark for remark in again.remarks)


def test_what_could_not_be_extracted_is_said(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remark = "page 3 holds a picture and no text"

    def found(data: bytes, suffix: str) -> Extraction:
        return Extraction(f"{SPEECH}\n{REVIEW}", "pdf 1", (1, 4), (remark,))

    monkeypatch.setattr("report_qa.library.received.extract", found)
    file = tmp_path / "甲.pdf"
    file.write_bytes(b"%PDF-1.7 made up")
    (outcome,) = add(settings, [file])
    assert isinstance(outcome, Added)
    assert outcome.remarks == (remark,)
    source = read_shelved(settings, "甲").source
    assert (source.page(1), source.page(2), source.page_count) == (1, 4, 4)


def test_a_reader_that_fails_refuses_its_file_alone(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(data: bytes, suffix: str) -> Extraction | None:
        if suffix == ".docx":
            raise RecursionError
        return None

    monkeypatch.setattr("report_qa.library.received.extract", fail)
    bad, good = tmp_path / "坏.docx", tmp_path / "好.txt"
    bad.write_bytes(b"PK")
    good.write_text(REVIEW, encoding="utf-8")
    refused, added = add(settings, [bad, good])
    assert isinstance(refused, Refused)
    assert "RecursionError" in refused.error.message
    assert refused.error.hint
    assert isinstance(added, Added)
