"""`Kind`: what a file is, told by its bytes; its name counts only where the bytes could be more than one thing."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a file is. Only the first five can be read."""

    TEXT = "plain text"
    UTF16 = "UTF-16 text"
    PDF = "a PDF"
    ZIP = "a zip archive"  # a DOCX, or something else that is packed like one
    HTML = "a web page"
    OLE = "an old Office file"
    RTF = "a rich text file (RTF)"
    MHT = "a web archive (MHT)"
    XML = "an XML file"
    IMAGE = "an image"
    PACKED = "an archive"
    POSTSCRIPT = "a PostScript file"
    CNKI = "a CNKI reader file (CAJ)"
    BINARY = "a binary file"


READERS = {Kind.PDF: "pdf 1", Kind.ZIP: "docx 1", Kind.HTML: "html 1", Kind.UTF16: "text 1"}
"""`Extraction.reader` of each kind: a number goes up where the reader would now find other lines in the same file."""

SUFFIXES = {
    ".pdf": Kind.PDF,
    ".docx": Kind.ZIP,
    ".docm": Kind.ZIP,
    ".dotx": Kind.ZIP,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".shtml": Kind.HTML,
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PK\x07\x08", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"%!PS", Kind.POSTSCRIPT),
    (b"\x1f\x8b", Kind.PACKED),
    (b"7z\xbc\xaf\x27\x1c", Kind.PACKED),
    (b"Rar!\x1a\x07", Kind.PACKED),
    (b"BZh", Kind.PACKED),
    (b"\xfd7zXZ\x00", Kind.PACKED),
    (b"CAJ\x00", Kind.CNKI),
    (b"HN\x00", Kind.CNKI),
    (b"KDH ", Kind.CNKI),
)
_HEAD = 4096  # bytes in which a file says what it is
_PDF = re.compile(rb"%PDF-\d")
_PDF_REACH = 1024  # a PDF may begin with a few foreign bytes
_PAGE = re.compile(rb"<!doctype\s+html\b|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-z][a-z0-9]*(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_COMMENTS = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*", re.DOTALL)
_MHT = re.compile(rb"(?:From:|MIME-Version:|Subject:|Content-Type:)[^\n]*\n", re.IGNORECASE)
_MULTIPART = re.compile(rb"multipart/related", re.IGNORECASE)


def kind_of(data: bytes, suffix: str = "") -> Kind:
    """What a file is. `suffix` (`.html`) decides between a web page and plain text where neither shows at its beginning."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if _PDF.search(data[:_PDF_REACH]):
        return Kind.PDF
    head = data[:_HEAD]
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] == b"WEBP") or _is_bitmap(head):
        return Kind.IMAGE
    if head.startswith(_UTF16_MARKS):
        return _wide(head, suffix)
    if b"\x00" in data:
        return Kind.BINARY
    return _written(head, data, suffix)


def _is_bitmap(head: bytes) -> bool:
    return head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00"


def _wide(head: bytes, suffix: str) -> Kind:
    """UTF-16: a web page or text."""
    narrow = head[2:].replace(b"\x00", b"")
    return Kind.HTML if _written(narrow, narrow, suffix) is Kind.HTML else Kind.UTF16


def _written(head: bytes, data: bytes, suffix: str) -> Kind:
    """A file of written characters: web page, archive of one, XML or plain text."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    lead = _COMMENTS.match(head)
    body = head[lead.end() :] if lead else head
    if _MHT.match(body) and _MULTIPART.search(head):
        return Kind.MHT
    if _PAGE.match(body):
        return Kind.HTML
    if head.lstrip().startswith(b"<?xml"):
        return Kind.HTML if _PAGE.search(head) else Kind.XML
    if SUFFIXES.get(suffix) is Kind.HTML and (_PAGE.search(head) or _TAG.search(data[: 64 * _HEAD])):
        return Kind.HTML
    return Kind.TEXT
