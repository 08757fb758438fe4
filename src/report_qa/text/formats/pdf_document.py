"""`read_pdf`: every page of a PDF, and what to say of those that give no text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from report_qa.errors import SourceError
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.kinds import READERS, Kind
from report_qa.text.formats.pdf_page import PageRead, Seen, read_page
from report_qa.text.formats.pdf_remarks import remarks_on

MOST_CHARS = 5_000_000
MOST_PAGES = 10_000
_END = b"%%EOF"
_TAIL = 65_536  # bytes at the end of a file among which its end mark stands
_OCR = "Run OCR over it (for example `ocrmypdf -l chi_sim`), or add the report as text, Word or a web page."
_MEND = "Download it again, or open it in a PDF reader and print it to a new PDF."
_REFUSED = {
    pdfium.FPDF_ERR_PASSWORD: (
        "The PDF is encrypted and asks for a password.",
        "Save it without a password and add it again.",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "The PDF is encrypted in a way that cannot be read.",
        "Save it without encryption and add it again.",
    ),
}


def read_pdf(data: bytes) -> Extraction:
    """The text of a PDF in this process; `extract_pdf` does it in another one, with bounds.

    Raises:
        SourceError: encrypted, damaged, cut short, without pages, or without readable text.
    """
    if data.rfind(_END, max(0, len(data) - _TAIL)) < 0:
        raise SourceError("The PDF is cut short: its end is missing.", _MEND)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        message, hint = _REFUSED.get(error.err_code, ("The PDF is damaged and cannot be opened.", _MEND))
        raise SourceError(message, hint) from None
    try:
        count = len(document)
        if not count:
            raise SourceError("The PDF has no pages.", _MEND)
        if count > MOST_PAGES:
            raise SourceError(
                f"The PDF has {count:,} pages; a report has fewer than {MOST_PAGES:,}.", "Add the report alone."
            )
        return _extraction(list(_pages(document, count)))
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, count: int) -> Iterator[PageRead]:
    seen, chars = Seen(), 0
    for number in range(1, count + 1):
        page = read_page(document, number, seen, MOST_CHARS - chars + 1)
        chars += page.ink
        if chars > MOST_CHARS:
            raise SourceError(f"The PDF holds more than {MOST_CHARS:,} characters.", "Add the report alone.")
        yield page


def _extraction(pages: Sequence[PageRead]) -> Extraction:
    read = [page for page in pages if page.lines]
    if all(page.pictures for page in read):
        raise _without_text(pages)
    lines = [(page.number, line) for page in read for line in page.lines]
    return Extraction(
        "\n".join(line for _, line in lines),
        READERS[Kind.PDF],
        tuple(number for number, _ in lines),
        tuple(remarks_on(pages)),
    )


def _without_text(pages: Sequence[PageRead]) -> SourceError:
    if any(page.garbled for page in pages):
        return SourceError(
            "The PDF's fonts do not say which characters they print, so its text cannot be extracted.", _OCR
        )
    if any(page.pictures for page in pages):
        return SourceError("The PDF is a scan: its pages are pictures without text.", _OCR)
    if all(page.broken for page in pages):
        return SourceError("The PDF is damaged: none of its pages can be read.", _MEND)
    if any(page.drawings for page in pages):
        return SourceError("The PDF holds no text: its letters are drawn as shapes.", _OCR)
    return SourceError("The PDF's pages are empty.", "Check that it is the report, or add the report as text.")
