"""The front door of the readers: what a file is, by its bytes, and its text as stored."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from report_qa.errors import SourceError
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.kinds import READERS, SUFFIXES, Kind, kind_of
from report_qa.text.formats.language import check_language
from report_qa.text.formats.rows import stored_text

MAX_BYTES = 64 * 2**20
"""The size of the largest file that is read; a report's PDF with all its pictures takes a tenth of it."""

_HINTS = {
    Kind.OLE: "Open it in Word or WPS, save it as .docx and add that.",
    Kind.RTF: "Open it in Word or WPS, save it as .docx and add that.",
    Kind.MHT: "Open it in a browser, save it as “HTML only” and add that.",
    Kind.XML: "Save the report as .docx, .html or UTF-8 text and add that.",
    Kind.IMAGE: "Recognise its text first (OCR), save it as UTF-8 text or as a PDF with text, and add that.",
    Kind.PACKED: "Unpack it and add the report that it holds.",
    Kind.POSTSCRIPT: "Convert it to PDF and add that.",
    Kind.CNKI: "Open it in its reader, print it to PDF and add that.",
    Kind.BINARY: "Save the report as .docx, .pdf, .html or UTF-8 text and add that.",
}
_OLE_STREAMS = (
    ("EncryptedPackage", "a Word file protected by a password", "Save it without the password as .docx and add that."),
    ("WordDocument", "an old Word file (.doc)", ""),
    ("Workbook", "an Excel workbook", "Save the report's text as .docx and add that."),
    ("PowerPoint Document", "a PowerPoint presentation", "Save the report's text as .docx and add that."),
)


def extract(data: bytes, suffix: str = "") -> Extraction | None:
    """The text of a file that is not plain text; None for plain text, which `Source.from_bytes` decodes.

    What the bytes are decides; `suffix` (`.docx`) only where they could be two things. A remark says where the two disagree.

    Raises:
        SourceError: a file that is empty, too large, damaged, protected, of a format that cannot be read, without text, or
            not in Chinese. Its hint says what to do.
    """
    suffix = f".{suffix.lower().lstrip('.')}" if suffix else ""
    if not data.strip():
        raise SourceError("The source is empty.", "Check that the file holds the report's text.")
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"The file has more than {MAX_BYTES // 2**20} MiB.", "Save the report alone, or its text, and add that."
        )
    kind = kind_of(data, suffix)
    if kind is Kind.TEXT:
        _check_named(suffix)
        return None
    reader = _READERS.get(kind)
    if reader is None:
        raise _unreadable(data, kind)
    found = reader(data)
    check_language(found.text)
    remark = _disagreement(kind, suffix)
    return Extraction(found.text, found.reader, found.pages, (remark, *found.remarks)) if remark else found


def reader_of(suffix: str) -> str | None:
    """`Extraction.reader` of this version for files of a suffix (`.pdf`: `pdf 1`); None for plain text."""
    kind = SUFFIXES.get(suffix.lower())
    return None if kind is None else READERS[kind]


def is_current(reader: str) -> bool:
    """Whether text by a stored `Extraction.reader` would be extracted the same by this version."""
    return reader in READERS.values()


def _check_named(suffix: str) -> None:
    """Plain text by the name of another format is not that; read as text it would be taken for what its name says."""
    named = SUFFIXES.get(suffix)
    if named is not None:
        what = {Kind.PDF: "PDF", Kind.ZIP: "Word document", Kind.HTML: "web page"}[named]
        raise SourceError(
            f"The file is named {suffix} but is no {what}.",
            "If it holds the report's text, rename it to .txt and add that.",
        )


def _disagreement(kind: Kind, suffix: str) -> str:
    named = SUFFIXES.get(suffix, Kind.TEXT if suffix in (".txt", ".text", ".md") else None)
    if named is None or named is kind or (named is Kind.TEXT and kind is Kind.UTF16):
        return ""
    what = {Kind.ZIP: "a Word document", Kind.UTF16: "plain text"}.get(kind, str(kind))
    return f"the file is named {suffix} but is {what}, and was read as that"


def _unreadable(data: bytes, kind: Kind) -> SourceError:
    what, hint = str(kind), _HINTS[kind]
    if kind is Kind.OLE:
        for stream, name, other_hint in _OLE_STREAMS:
            if stream.encode("utf-16-le") in data:
                what, hint = name, other_hint or hint
                break
    return SourceError(f"The file is {what}, which cannot be read.", hint)


def _extract_utf16(data: bytes) -> Extraction:
    encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        text = data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError("The file begins as UTF-16 text and is none.", "Save the report as UTF-8 text.") from error
    if "\x00" in text:
        raise SourceError("The source is a binary file, not text.", "Save the report as UTF-8 text.")
    return Extraction(stored_text([text]), READERS[Kind.UTF16])


def _extract_pdf(data: bytes) -> Extraction:
    from report_qa.text.formats.pdf import extract_pdf  # parsers are loaded when a file needs them

    return extract_pdf(data)


def _extract_docx(data: bytes) -> Extraction:
    from report_qa.text.formats.docx import extract_docx

    return extract_docx(data)


def _extract_html(data: bytes) -> Extraction:
    from report_qa.text.formats.html import extract_html

    return extract_html(data)


_READERS: dict[Kind, Callable[[bytes], Extraction]] = {
    Kind.PDF: _extract_pdf,
    Kind.ZIP: _extract_docx,
    Kind.HTML: _extract_html,
    Kind.UTF16: _extract_utf16,
}
