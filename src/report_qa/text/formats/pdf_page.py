"""`PageRead`: a page's lines in reading order, and what keeps it from giving more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from report_qa.text.formats.pdf_columns import RegionKind, read_regions
from report_qa.text.formats.pdf_glyphs import FEW, UNKNOWN, Glyph, PageGlyphs, read_glyphs
from report_qa.text.formats.pdf_lines import INDENT, PrintedLine, parts_regions, read_lines, write_lines
from report_qa.text.formats.pdf_pieces import read_pieces

_GARBLED = 0.3  # share of characters that no report prints
_PLAIN = re.compile(r"[A-Za-z0-9\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_FILL = re.compile(r"[\s.·…_—–\-=|]")  # leaders and rules


@dataclass(slots=True)
class Seen:
    """What the pages before have shown: where gutters and left edges are, in points."""

    gutters: set[int] = field(default_factory=set)
    edges: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page, counted from 1. `ink` counts its characters, white space aside.

    A `garbled` page has text that does not say which characters it prints, a page with `pictures` or `drawings` has nothing else
    but them (and at most a page number), a `broken` one cannot be opened. `hidden_layer` says that its text is the invisible one
    over a picture; `left_out` and `unknown` count the characters that were left out, by reason, and that are not known.
    """

    number: int
    lines: tuple[str, ...] = ()
    ink: int = 0
    garbled: bool = False
    pictures: bool = False
    drawings: bool = False
    broken: bool = False
    hidden_layer: bool = False
    left_out: tuple[tuple[str, int], ...] = ()
    unknown: int = 0


def read_page(document: pypdfium2.PdfDocument, number: int, seen: Seen, most: int) -> PageRead:
    """Page `number` of a document, counted from 1; at most `most` characters of it."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return PageRead(number, broken=True)
    try:
        text_page = page.get_textpage()
        try:
            glyphs = read_glyphs(page.raw, text_page.raw, most, lambda: _shapes(page)[0])
        finally:
            text_page.close()
        text = "".join(glyph.text for turned in glyphs.turned for glyph in turned)
        pictures, drawings = _shapes(page) if len(text) < FEW else (False, False)
    except pypdfium2.PdfiumError:
        return PageRead(number, broken=True)
    finally:
        page.close()
    garbled = is_garbled(text)
    return PageRead(
        number,
        () if garbled else tuple(_lines(glyphs, seen)),
        len(text),
        garbled,
        pictures,
        drawings,
        False,
        glyphs.hidden_layer,
        glyphs.left_out,
        0 if garbled else glyphs.unknown,
    )


def is_garbled(text: str) -> bool:
    """Whether a page's characters are not those that it prints: without a map to Unicode, or with a wrong one.

    >>> is_garbled("地区生产总值增长8.5%"), is_garbled("ÖÐ¹ú¹²²úµ³µÚ¶þÊ®´Î´ú±í´ó»á"), is_garbled('!"#$%&()*+,-./#:;<=>?@[')
    (False, True, True)
    """
    ink = [char for char in text if not _FILL.match(char)]
    if not ink:
        return False
    unknown = sum(char == UNKNOWN or "\u0080" <= char < "\u0100" and char not in "·×±°§" for char in ink)
    if unknown > _GARBLED * len(ink):
        return True
    return len(ink) >= 20 and sum(bool(_PLAIN.match(char)) for char in ink) < 0.5 * len(ink)


def _lines(glyphs: PageGlyphs, seen: Seen) -> list[str]:
    written: list[str] = []
    for turned in glyphs.turned:
        if written:
            written.append("")
        written += _direction(turned, seen)
    return written


def _direction(glyphs: Sequence[Glyph], seen: Seen) -> list[str]:
    """The lines of one direction of writing; an empty one between two boxes, and between a box and a headline or a caption."""
    written: list[str] = []
    captions: list[tuple[int, list[str]]] = []
    before: Sequence[PrintedLine] = ()
    for region in read_regions(read_pieces(glyphs), seen.gutters):
        lines = read_lines(region.pieces)
        if region.kind is RegionKind.CAPTION:
            captions.append((len(written), write_lines(lines, seen.edges)))
            continue
        if before and region.kind is not RegionKind.EDGE and parts_regions(before, lines):
            written.append("")
        written += write_lines(lines, seen.edges)
        before = () if region.kind is RegionKind.EDGE else lines
    for at, caption in reversed(captions):
        place = _between_paragraphs(written, at)
        written[place:place] = ["", *caption, ""]
    return [line for at, line in enumerate(written) if line or at and written[at - 1]]


def _between_paragraphs(written: Sequence[str], at: int) -> int:
    """Where before line `at` (or else after it) a paragraph begins, for a caption that should part none; `at` if nowhere."""
    indented = [place for place, line in enumerate(written) if line.startswith(INDENT)]
    begins = indented or [place + 1 for place, line in enumerate(written) if not line]
    return max((place for place in begins if place <= at), default=min(begins, default=at))


def _shapes(page: pypdfium2.PdfPage) -> tuple[bool, bool]:
    """Whether pictures, or drawings, cover a good part of a page."""
    area = 0.0
    paths = 0
    for shape in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH), max_depth=4):
        if shape.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = shape.get_bounds()
            area += max(0.0, right - left) * max(0.0, top - bottom)
        else:
            paths += 1
    width, height = page.get_size()
    return area > 0.25 * width * height, paths >= FEW
