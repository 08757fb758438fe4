"""The front door: the bytes say what a file is, and a file that cannot be read says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.errors import SourceError
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.kinds import READERS, Kind, kind_of
from report_qa.text.formats.opened import MAX_BYTES, extract, is_current, reader_of
from report_qa.text.source import Source
from tests.text.formats.made_docx import docx, paragraph

TEXT = "全市地区生产总值完成3200亿元，增长6.5%，好于预期。"
PAGE = f"<!doctype html><html><body><p>{TEXT}</p></body></html>".encode()
WORD = docx(paragraph(TEXT))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    "data", [TEXT.encode(), TEXT.encode("gb18030"), b"\xef\xbb\xbf" + TEXT.encode(), f"<p>{TEXT}".encode()]
)
@pytest.mark.parametrize("suffix", [".txt", "", ".md"])
def test_plain_text_is_left_to_the_source(data: bytes, suffix: str) -> None:
    assert extract(data, suffix) is None


@pytest.mark.parametrize(
    ("data", "suffix", "reader"),
    [
        (WORD, ".docx", "docx"),
        (WORD, "DOCX", "docx"),
        (PAGE, ".html", "html"),
        (PAGE, ".htm", "html"),
        (PAGE, "", "html"),
    ],
)
def test_each_format_has_its_reader(data: bytes, suffix: str, reader: str) -> None:
    found = extract(data, suffix)
    assert found is not None
    assert (found.text, found.reader.split()[0], found.remarks, found.pages) == (TEXT, reader, (), ())
    assert is_current(found.reader)


@pytest.mark.parametrize("data", [WORD, PAGE])
@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".html"])
def test_a_name_that_lies_is_remarked_and_the_file_read_as_what_it_is(data: bytes, suffix: str) -> None:
    found = extract(data, suffix)
    assert found is not None
    assert found.text == TEXT
    told = any("was read as that" in remark for remark in found.remarks)
    assert told is not (suffix == (".docx" if data is WORD else ".html"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark_is_extracted(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    found = extract(mark + f"各位代表：\r\n{TEXT}\r".encode(encoding), ".txt")
    assert found == Extraction(f"各位代表：\n{TEXT}", READERS[Kind.UTF16])
    page = extract(mark + f"<html><body><p>{TEXT}".encode(encoding), ".html")
    assert page is not None
    assert page.text == TEXT


@pytest.mark.parametrize(
    ("data", "suffix", "said", "hint"),
    [
        (b"", ".txt", "empty", "holds the report"),
        (b" \n\t ", ".docx", "empty", "holds the report"),
        (b"\x00" * 100, ".txt", "binary", ".docx"),
        (TEXT.encode("utf-16-le"), ".txt", "binary", ".docx"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc", "old Word file", "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", "password", "without the password"),
        (OLE + "Workbook".encode("utf-16-le"), ".xls", "Excel", ".docx"),
        (OLE, ".wps", "old Office file", "WPS"),
        (b"{\\rtf1\\ansi x}", ".doc", "RTF", ".docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), ".png", "image", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(20), ".pdf", "image", "OCR"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ".webp", "image", "OCR"),
        (b"\x1f\x8b\x08" + bytes(20), ".gz", "archive", "Unpack"),
        (b"Rar!\x1a\x07\x00", ".rar", "archive", "Unpack"),
        (b"%!PS-Adobe-3.0\n", ".ps", "PostScript", "PDF"),
        (b"CAJ\x00" + bytes(20), ".caj", "CNKI", "PDF"),
        (b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", ".mht", "MHT", "HTML only"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', ".xml", "XML", ".docx"),
        (b"PK\x03\x04" + bytes(30), ".docx", "damaged", "Word"),
        (TEXT.encode(), ".docx", "no Word document", "rename it to .txt"),
        (TEXT.encode(), ".pdf", "no PDF", "rename it to .txt"),
        (TEXT.encode(), ".html", "no web page", "rename it to .txt"),
        (b"\xff\xfe" + b"\x00\xd8" * 3, ".txt", "UTF-16", "UTF-8"),
        (b"\xff\xfe" + bytes(20), ".txt", "binary", "UTF-8"),
        (docx(paragraph("Report on the work of the government")), ".docx", "other than Chinese", "Chinese text"),
        (b"%PDF-1.7\n%%EOF", ".pdf", "", ""),
    ],
)
def test_what_cannot_be_read_says_so_and_what_to_do(data: bytes, suffix: str, said: str, hint: str) -> None:
    with pytest.raises(SourceError) as caught:
        extract(data, suffix)
    assert said in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.hint


def test_a_file_of_a_size_that_no_report_has_is_refused() -> None:
    with pytest.raises(SourceError, match="64 MiB"):
        extract(b"x" * (MAX_BYTES + 1), ".txt")


def test_readers_are_known_by_suffix_without_loading_them() -> None:
    assert [reader_of(suffix) for suffix in (".pdf", ".docx", ".HTML", ".txt", "")] == [
        READERS[Kind.PDF],
        READERS[Kind.ZIP],
        READERS[Kind.HTML],
        None,
        None,
    ]
    assert not is_current("docx 0")


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"\n<!-- saved --> <!DOCTYPE HTML><p>", ".txt", Kind.HTML),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', "", Kind.HTML),
        (b"<div>x</div>", ".html", Kind.HTML),
        (b"<div>x</div>", ".txt", Kind.TEXT),
        (b"3 < 5", ".html", Kind.TEXT),
        (b"\r\njunk %PDF-1.4", ".txt", Kind.PDF),
        (b"BM\x10\x00\x00\x00\x00\x00\x00\x00", "", Kind.IMAGE),
        (b"BM is a name", "", Kind.TEXT),
    ],
)
def test_what_a_file_is(data: bytes, suffix: str, kind: Kind) -> None:
    assert kind_of(data, suffix) is kind


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.sampled_from((WORD, PAGE)).flatmap(lambda data: st.integers(0, len(data)).map(lambda cut: data[:cut])),
    ),
    st.sampled_from((".docx", ".html", ".txt", ".pdf", "")),
)
def test_no_bytes_raise_anything_but_a_source_error(data: bytes, suffix: str) -> None:
    try:
        found = extract(data, suffix)
    except SourceError:
        return
    assert found is None or "\r" not in found.text


def test_every_shared_file_opens(shared: Path) -> None:
    files = sorted(file for folder in ("ingest", "messy") for file in (shared / folder).rglob("*.*"))
    assert files
    for file in files:
        if file.suffix == ".pdf":
            continue
        found = extract(file.read_bytes(), file.suffix)
        assert (found is None) is (file.suffix == ".txt"), file.name
        text = Source.from_bytes(file.read_bytes()).text if found is None else found.text
        assert len(text) > 300, file.name


def inked(text: str) -> list[str]:
    return [line for line in ("".join(line.split()) for line in text.split("\n")) if line]


def test_shared_documents_and_pages_hold_the_clean_text(shared: Path) -> None:
    for file in sorted((shared / "ingest").glob("*.docx")) + sorted((shared / "ingest").glob("*_portal.html")):
        place = file.stem.split("_")[0]
        clean = inked((shared / "reports" / "city_2024" / f"{place}-2024.txt").read_text(encoding="utf-8-sig"))
        found = extract(file.read_bytes(), file.suffix)
        assert found is not None
        lines = inked(found.text)
        assert lines[len(lines) - len(clean) :] == clean, file.name
        assert len(lines) - len(clean) <= (file.suffix == ".html"), file.name  # a page's title stands above
