"""A DOCX that is broken, hostile or none is refused before it can do harm, with a word on what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from report_qa.errors import SourceError
from report_qa.text.formats.docx import extract_docx
from report_qa.text.formats.docx_package import MAX_MEMBERS, open_package
from tests.text.formats.made_docx import NAMESPACES, docx, paragraph, relations

GDP = "全市地区生产总值完成3200亿元，增长6.5%。"


def archive(**members: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        extract_docx(data)
    assert caught.value.hint
    return caught.value


def test_a_part_that_inflates_without_bound_is_refused_unread() -> None:
    assert "inflates" in refused(docx(main=b"<w:document>" + b" " * (40 * 2**20))).message


def test_a_part_that_shrinks_further_than_text_can_is_refused() -> None:
    body = paragraph(GDP) + " " * (4 * 2**20)
    assert "inflates" in refused(docx(body)).message


def test_a_header_that_lies_about_the_size_does_not_help() -> None:
    data = bytearray(docx(main=b"<w:document>" + b" " * (40 * 2**20)))
    directory = data.rindex(b"word/document.xml") - 46
    data[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    refused(bytes(data))


def test_too_many_members_are_refused() -> None:
    assert "inflates" in refused(archive(**{f"m{number}": "" for number in range(MAX_MEMBERS + 1)})).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_unexpanded(encoding: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    main = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{entities}]><w:document {NAMESPACES}><w:body>&e9;</w:body></w:document>'
    assert "document type definition" in refused(docx(main=main.encode(encoding))).message


def test_an_external_file_is_never_read() -> None:
    main = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document {NAMESPACES}><w:body>&e;</w:body></w:document>'
    refused(docx(main=main))


def test_an_outside_relation_is_not_followed() -> None:
    rels = relations(("officeDocument", "http://127.0.0.1:9/x.xml")).replace("Target=", 'TargetMode="External" Target=')
    assert "not a Word document" in refused(archive(_rels__=rels, **{"_rels/.rels": rels})).message


def test_deep_nesting_is_refused() -> None:
    body = "".join(f"<w:ins><w:p{n % 7}/>" for n in range(100_000))
    refused(docx(body + "</w:ins>" * 100_000))


@pytest.mark.parametrize("cut", [10, 100, 300, -30])
def test_a_cut_file_is_refused(cut: int) -> None:
    assert "damaged" in refused(docx(paragraph(GDP))[:cut]).message


def test_a_damaged_part_is_refused() -> None:
    data = bytearray(docx(paragraph(GDP)))
    start = data.index(b"word/document.xml") + 40
    data[start : start + 30] = bytes(30)
    assert "damaged" in refused(bytes(data)).message


def test_markup_that_is_not_well_formed_is_refused() -> None:
    assert "well-formed" in refused(docx(paragraph(GDP) + "<w:p>")).message


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"xl__workbook.xml": "x"}, "Excel"),
        ({"ppt__presentation.xml": "x"}, "PowerPoint"),
        ({"mimetype": "application/epub+zip"}, "EPUB"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"OFD.xml": "x"}, "OFD"),
        ({"报告.txt": GDP}, "zip archive"),
        ({}, "zip archive"),
    ],
)
def test_another_kind_of_archive_is_named(members: dict[str, str], said: str) -> None:
    assert said in refused(archive(**members)).message


def test_a_workbook_with_relations_is_named_too() -> None:
    rels = relations(("officeDocument", "xl/workbook.xml"))
    assert "Excel" in refused(archive(**{"_rels/.rels": rels, "xl/workbook.xml": "<x/>"})).message


def test_a_protected_part_is_refused() -> None:
    data = bytearray(docx(paragraph(GDP)))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    assert "password" in refused(bytes(data)).message


def test_the_body_may_stand_anywhere_in_the_archive() -> None:
    rels = relations(("officeDocument", "/other/main.xml"))
    main = f"<w:document {NAMESPACES}><w:body>{paragraph(GDP)}</w:body></w:document>"
    package = open_package(archive(**{"_rels/.rels": rels, "other/main.xml": main}))
    assert package.main == "other/main.xml"
    assert package.related("styles") is None
    assert extract_docx(archive(**{"_rels/.rels": rels, "other/main.xml": main})).text == GDP
