"""DOCX: the body's paragraphs, tables, text boxes and notes, as a reader of the printed page meets them.

Inserted text counts and deleted text does not; hidden text, headers, footers, comments and tables of contents are left out.
List numbers that Word makes itself are written out. A footnote's or endnote's text follows the paragraph (or table row) that
refers to it, on a line of its own as `[1] text`; the mark itself is left out of the running text, where it would stand beside
figures. A text box follows the paragraph that it is anchored to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from report_qa.errors import SourceError
from report_qa.text.formats.docx_markup import (
    alternative,
    attribute,
    is_inside_box,
    is_on,
    shown_parts,
    symbol,
    tag_of,
    typed,
    value,
    within,
)
from report_qa.text.formats.docx_numbering import Numbering
from report_qa.text.formats.docx_package import open_package
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.kinds import READERS, Kind
from report_qa.text.formats.rows import row_lines, stored_text

_LEFT_OUT = frozenset(
    "del moveFrom pPr rPr instrText delText delInstrText rt sectPr tblPr tblGrid trPr tcPr sdtPr footnoteRef endnoteRef".split()
)
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_RAISES = re.compile(r"[0-9+\-−]+")
_MARK_TAB = re.compile(
    r"\A(\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|章|节)|\d{1,2}[.．、)）]|[①-⑳●•■◆]))\t+"
)
_CONTENTS = re.compile(r"toc(?: heading|\s*\d)$|目录\s*\d$")


def extract_docx(data: bytes) -> Extraction:
    """The text of a DOCX, a paragraph a line.

    Raises:
        SourceError: no DOCX, a broken, encrypted or oversized one, or one without text.
    """
    package = open_package(data)
    root = package.body()
    body = root.find("{*}body")
    if body is None:
        raise SourceError("The DOCX has no body.", "Open the file in Word, save it again as .docx and add that.")
    numbering = Numbering(package.related("numbering"), package.related("styles"))
    notes = {
        (kind, attribute(note, "id") or ""): note
        for kind in ("footnote", "endnote")
        if (part := package.related(f"{kind}s")) is not None
        for note in part.iterfind(f"{{*}}{kind}")
    }
    reader = _Reader(numbering, notes)
    text = stored_text(reader.blocks(body))
    if not text.strip():
        pictures = (
            " It holds pictures; if they show the report, recognise their text first (OCR)." if reader.pictures else ""
        )
        raise SourceError("The Word document holds no text.", f"Check that it is the report.{pictures}")
    return Extraction(text, READERS[Kind.ZIP], (), tuple(reader.remarks()))


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph holds: its text, and what follows it on lines of its own."""

    text: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    told: set[tuple[str, str]] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)  # notes met, by kind
    carried: _Paragraph | None = None  # a paragraph whose end was deleted: the next one goes on with it
    pictures: int = 0
    embedded: int = 0
    contents: bool = False

    def remarks(self) -> Iterator[str]:
        """What could not be extracted, in plain English."""
        if self.pictures:
            yield f"{self.pictures} picture(s) or chart(s) hold no text that can be read"
        if self.embedded:
            yield f"{self.embedded} embedded document(s) were not read"
        if self.contents:
            yield "the table of contents was left out"

    def blocks(self, parent: etree._Element) -> Iterator[str]:
        """The lines of a body, a text box, a note or a cell."""
        for child in parent:
            tag = tag_of(child)
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield from self._carried()
                yield from self._table(child)
            elif tag == "altChunk":
                self.embedded += 1
            elif tag == "sdt":
                yield from self._control(child)
            elif tag == "AlternateContent":
                yield from self.blocks(alternative(child))
            elif tag not in _LEFT_OUT:
                yield from self.blocks(child)
        if tag_of(parent) in ("body", "tc", "txbxContent", "footnote", "endnote"):
            yield from self._carried()

    def _carried(self) -> Iterator[str]:
        """A paragraph whose end was deleted, where no other follows that it could go on in."""
        carried, self.carried = self.carried, None
        if carried is not None:
            yield "".join(carried.text)
            yield from carried.after

    def _control(self, control: etree._Element) -> Iterator[str]:
        """A content control, unless it only shows its prompt or is the table of contents."""
        gallery = control.find("{*}sdtPr/{*}docPartObj/{*}docPartGallery")
        if gallery is not None and (attribute(gallery, "val") or "").lower() == "table of contents":
            self.contents = True
            return
        content = control.find("{*}sdtContent")
        if content is not None and control.find("{*}sdtPr/{*}showingPlcHdr") is None:
            yield from self.blocks(content)

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        properties = element.find("{*}pPr")
        if _CONTENTS.match(self.numbering.style_name(properties)):
            self.contents = True
            return
        found, self.carried = self.carried or _Paragraph(), None
        for child in element:
            self._inline(child, found)
        marks = None if properties is None else properties.find("{*}rPr")
        if marks is not None and (marks.find("{*}del") is not None or marks.find("{*}moveFrom") is not None):
            self.carried = found
            return
        text = _MARK_TAB.sub(r"\1 ", "".join(found.text))
        if text.strip() or marks is None or not is_on(marks, "vanish"):
            label = self.numbering.label(properties)
            yield label + text if text.strip() else text
        yield from found.after

    def _inline(self, element: etree._Element, found: _Paragraph) -> None:
        """Take in what stands in a line: runs, links, fields, insertions."""
        tag = tag_of(element)
        if tag in _LEFT_OUT:
            return
        if tag == "t":
            found.text.append(typed(element))
        elif tag in _FIXED:
            found.text.append(_FIXED[tag])
        elif tag == "sym":
            found.text.append(symbol(element))
        elif tag == "r":
            self._run(element, found)
        elif tag in ("drawing", "pict", "object"):
            self._drawing(element, found)
        elif tag in ("footnoteReference", "endnoteReference"):
            found.after += self._note(tag.removesuffix("Reference"), element)
        elif tag in ("f", "sSup"):
            self._formula(element, found)
        else:
            for child in shown_parts(element, tag):
                self._inline(child, found)

    def _formula(self, element: etree._Element, found: _Paragraph) -> None:
        """A fraction or power of a formula: 1/2 and 10², not 12 and 102."""
        for part in element:
            inner = _Paragraph()
            self._inline(part, inner)
            text = "".join(inner.text)
            if tag_of(part) == "den":
                text = f"/{text}"
            elif tag_of(part) == "sup":
                text = text.translate(_RAISED) if _RAISES.fullmatch(text) else f"^{text}"
            found.text.append(text)
            found.after += inner.after

    def _run(self, run: etree._Element, found: _Paragraph) -> None:
        properties = run.find("{*}rPr")
        if properties is not None and is_on(properties, "vanish"):
            return
        own_mark = any(attribute(child, "customMarkFollows") in ("1", "true", "on") for child in run)
        inner = _Paragraph()
        for child in run:
            if not (own_mark and tag_of(child) in ("t", "sym")):
                self._inline(child, inner)
        text = "".join(inner.text)
        if value(properties, "vertAlign") == "superscript" and _RAISES.fullmatch(text):
            text = text.translate(_RAISED)
        found.text.append(text)
        found.after += inner.after

    def _drawing(self, element: etree._Element, found: _Paragraph) -> None:
        boxes = [box for box in element.iter("{*}txbxContent") if not is_inside_box(box, element)]
        for box in boxes:
            found.after += self.blocks(box)
        found.after += [attribute(path, "string") or "" for path in element.iter("{*}textpath")]
        charts = (str(data.get("uri")).rpartition("/")[2] for data in element.iter("{*}graphicData"))
        if not boxes and (next(element.iter("{*}blip", "{*}imagedata"), None) is not None or "chart" in charts):
            self.pictures += 1

    def _note(self, kind: str, reference: etree._Element) -> list[str]:
        key = kind, attribute(reference, "id") or ""
        note = self.notes.get(key)
        if note is None or key in self.told:
            return []
        self.told.add(key)
        number = self.counts[kind] = self.counts.get(kind, 0) + 1
        lines = [line.strip() for line in self.blocks(note) if line.strip()]
        if lines and attribute(reference, "customMarkFollows") not in ("1", "true", "on"):
            lines[0] = f"[{number}] {lines[0]}"
        return lines

    def _table(self, table: etree._Element) -> Iterator[str]:
        for row in within(table, "tr"):
            properties = row.find("{*}trPr")
            if properties is not None and properties.find("{*}del") is not None:
                continue
            yield from row_lines([self._cell(cell) for cell in within(row, "tc")])

    def _cell(self, cell: etree._Element) -> list[str]:
        merge = cell.find("{*}tcPr/{*}vMerge")
        if merge is not None and attribute(merge, "val") in (None, "continue"):
            return []
        return list(self.blocks(cell))
