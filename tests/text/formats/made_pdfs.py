"""PDFs made on the spot: text at places, in columns, turned, hidden, drawn twice; nothing of them is stored."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0  # points of a page, A4
SIZE, PITCH = 10.0, 15.0  # points of the type and from one baseline to the next

Draw = Callable[[Canvas], None]


def made_pdf(*pages: Draw, user: str | None = None, owner: str | None = None, rotate: int = 0) -> bytes:
    """A PDF of pages drawn by functions; with `owner` it is encrypted, and opens without a password where `user` is empty."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    lock = StandardEncryption(user or "", owner, canPrint=0, canCopy=0) if owner else None
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=lock)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        if rotate:
            canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(
    canvas: Canvas, left: float, top: float, lines: Sequence[str], size: float = SIZE, pitch: float = PITCH
) -> None:
    """Lines under one another, the first one's baseline `top` points below the page's upper edge."""
    canvas.setFont(FONT, size)
    for at, line in enumerate(lines):
        canvas.drawString(left, HEIGHT - top - at * pitch, line)


def put_paragraphs(
    canvas: Canvas, left: float, top: float, paragraphs: Sequence[str], columns: int, indent: bool = True
) -> int:
    """Paragraphs set in a box `columns` characters wide, with or without first-line indents by position; returns the lines."""
    row = 0
    for paragraph in paragraphs:
        shift = 2 if indent else 0
        for line in wrapped(paragraph, columns, shift):
            put(canvas, left + shift * SIZE, top + row * PITCH, [line])
            shift = 0
            row += 1
    return row


def wrapped(paragraph: str, columns: int, shift: int = 0) -> list[str]:
    """A paragraph of full-width characters as lines of `columns` characters, the first shorter by `shift`."""
    first = columns - shift
    return [paragraph[:first], *(paragraph[at : at + columns] for at in range(first, len(paragraph), columns))]


def picture(canvas: Canvas, left: float = 50, bottom: float = 50, width: float = 495, height: float = 742) -> None:
    """A grey picture, as a scan has one per page."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), left, bottom, width, height)
