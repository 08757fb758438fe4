"""`Glyph`: a printed character of a PDF page and its box, and which of a page's characters are there to be read."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

UNKNOWN = "\ufffd"  # stands for a character of which the PDF does not say which it is
FEW = 40  # characters that a page without text may have all the same: a page number, a stamp
_HYPHEN = "\x02"  # the parser's mark for a hyphen at a line end
_RADICALS = str.maketrans(  # radicals that a font may name in place of the whole character; see Unicode's EquivalentUnifiedIdeograph
    "⺇⺜⺝⺟⺠⺩⺶⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳戶",
    "几日月母民王羊虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟户",
)
_INVISIBLE = 3  # text render modes that print nothing
_CLIP = 7


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: its box from `left` to `right` along the line, in points from the page's edge as it is read.

    `y` is its baseline and grows downwards, `size` its height. `space` is the white space that the PDF itself puts before it
    on the line, and `start` where that begins; `parted` says that the parser takes the white before it for a space. `show` counts
    the drawing operations of the page.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    show: int
    space: str = ""
    start: float = 0.0
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What all characters of one drawing operation share: size in points, direction in degrees, and whether they print."""

    size: float
    angle: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """A page's characters to be read, and the number of those left out, by the reason."""

    turned: tuple[tuple[Glyph, ...], ...]  # by direction, the page's main one first
    left_out: tuple[tuple[str, int], ...]
    unknown: int  # of the characters to be read, how many the PDF gives no Unicode character for
    hidden_layer: bool  # the text is the invisible layer over a picture


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    box: tuple[float, float, float, float]  # left, bottom, right, top: user space, in points
    origin: tuple[float, float]
    style: Style
    show: int
    parted: bool


def read_glyphs(
    page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE, most: int, is_scan: Callable[[], bool]
) -> PageGlyphs:
    """The characters of a page that are there to be read, at most `most` of them.

    Left out are what lies outside the page, what is drawn twice at one place, what is printed aslant (a watermark), and what
    does not print at all, unless nearly nothing else does and `is_scan` says that there is a picture over it.
    """
    chars = list(_chars(text_page, most))
    inside = _page_box(page)
    on_page = [char for char in chars if _within(char, inside)]
    hidden = _ink([char for char in on_page if char.style.hidden])
    hidden_layer = hidden > 0 and _ink(on_page) - hidden < FEW and is_scan()
    printed = [char for char in on_page if hidden_layer or not char.style.hidden]
    upright = [char for char in printed if char.style.angle % 90 == 0]
    counts = Counter(char.style.angle for char in upright if not char.text.isspace())
    order = sorted(counts, key=lambda angle: (-counts[angle], angle))
    turned = [tuple(_glyphs([char for char in upright if char.style.angle == angle])) for angle in order]
    left_out = (
        ("outside the page", _ink(chars) - _ink(on_page)),
        ("that do not print", 0 if hidden_layer else hidden),
        ("printed aslant", _ink(printed) - _ink(upright)),
    )
    return PageGlyphs(
        tuple(turned),
        tuple((reason, count) for reason, count in left_out if count),
        sum(glyph.text == UNKNOWN for glyphs in turned for glyph in glyphs),
        hidden_layer,
    )


def _ink(chars: Iterable[_Char]) -> int:
    return sum(not char.text.isspace() for char in chars)


def _chars(text_page: pdfium.FPDF_TEXTPAGE, most: int) -> Iterator[_Char]:
    box, left, top = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    known: dict[int, tuple[int, Style]] = {}
    parted = False
    for at in range(min(pdfium.FPDFText_CountChars(text_page), most)):
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            parted = True
            continue
        drawn = pdfium.FPDFText_GetTextObject(text_page, at)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        if key not in known:
            known[key] = len(known), _style(text_page, drawn, at)
        show, style = known[key]
        pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
        pdfium.FPDFText_GetCharOrigin(text_page, at, left, top)
        text = _read(text_page, at)
        if text:
            yield _Char(text, (box.left, box.bottom, box.right, box.top), (left.value, top.value), style, show, parted)
            parted = False


def _read(text_page: pdfium.FPDF_TEXTPAGE, at: int) -> str:
    """The character that the PDF says, radicals and ligatures as the plain characters that they print; "" for nothing."""
    code = pdfium.FPDFText_GetUnicode(text_page, at)
    if pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1 or code == 0 or 0xD800 <= code < 0xE000:
        return UNKNOWN
    char = chr(code)
    if char == _HYPHEN:
        return "-"
    if 0x2E80 <= code <= 0x2FDF or 0xFB00 <= code <= 0xFB06:  # radicals, Latin ligatures
        return unicodedata.normalize("NFKC", char).translate(_RADICALS)
    if 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:  # the same Han characters encoded once more
        return unicodedata.normalize("NFC", char)
    if char in "\r\n\t\x0b\x0c\x85\u2028\u2029":
        return " "
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return UNKNOWN if category in ("Cc", "Co", "Cn") else char


def _style(text_page: pdfium.FPDF_TEXTPAGE, drawn: pdfium.FPDF_PAGEOBJECT, at: int) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, at, matrix)
    red, green, blue, alpha = (ctypes.c_uint(255) for _ in range(4))
    painted = pdfium.FPDFText_GetFillColor(text_page, at, red, green, blue, alpha)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn) if drawn else 0
    size = abs(pdfium.FPDFText_GetFontSize(text_page, at)) * math.hypot(matrix.c, matrix.d)
    turn = math.degrees(math.atan2(matrix.b, matrix.a))
    angle = round(turn) % 360 if math.isfinite(turn) else 0
    straight = 90 * round(angle / 90) % 360
    if min(abs(angle - straight), 360 - abs(angle - straight)) <= 2:
        angle = straight
    return Style(
        size if math.isfinite(size) and size > 0 else 1.0,
        angle,
        mode in (_INVISIBLE, _CLIP) or bool(painted) and alpha.value == 0,
    )


def _page_box(page: pdfium.FPDF_PAGE) -> tuple[float, float, float, float]:
    """What of a page is shown, in points of user space: left, bottom, right, top."""
    corners = [ctypes.c_float() for _ in range(4)]
    for read in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if read(page, *corners):
            left, bottom, right, top = (corner.value for corner in corners)
            return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return 0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def _within(char: _Char, inside: tuple[float, float, float, float]) -> bool:
    x, y = (char.box[0] + char.box[2]) / 2, (char.box[1] + char.box[3]) / 2
    return inside[0] <= x <= inside[2] and inside[1] <= y <= inside[3] and all(map(math.isfinite, char.origin))


def _glyphs(chars: Sequence[_Char]) -> Iterator[Glyph]:
    """Characters of one direction, in the order of drawing, with their white space folded into the next one."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    space: list[Glyph] = []
    for char in chars:
        glyph = _turn(char)
        if char.text.isspace():
            space = [*space, glyph] if space and _level(space[0], glyph) else [glyph]
            continue
        if space and _level(space[0], glyph) and space[0].left < glyph.left:
            text = "".join(blank.text for blank in space)
            glyph = replace(glyph, space=text, start=min(space[0].left, glyph.left))
        space = []
        if not _drawn_before(seen, glyph):
            yield glyph


def _turn(char: _Char) -> Glyph:
    """A character as seen when its direction runs from left to right."""
    quarter = char.style.angle // 90 % 4
    cos, sin = (1, 0, -1, 0)[quarter], (0, 1, 0, -1)[quarter]
    left, bottom, right, top = char.box
    ends = sorted((left * cos + bottom * sin, right * cos + top * sin))
    y = char.origin[0] * sin - char.origin[1] * cos
    return Glyph(char.text, ends[0], ends[1], y, char.style.size, char.show, "", ends[0], char.parted)


def _level(one: Glyph, other: Glyph) -> bool:
    return abs(one.y - other.y) <= 0.3 * min(one.size, other.size)


def _drawn_before(seen: dict[tuple[str, int, int], list[Glyph]], glyph: Glyph) -> bool:
    """Whether another operation drew the character at this very place: bold type made of two printings, or a shadow."""
    near = max(0.15 * glyph.size, 0.3)
    cell = 8.0 * near
    column, row = int(glyph.left // cell), int(glyph.y // cell)
    columns = {column, int((glyph.left - near) // cell), int((glyph.left + near) // cell)}
    rows = {row, int((glyph.y - near) // cell), int((glyph.y + near) // cell)}
    others = (other for x in columns for y in rows for other in seen.get((glyph.text, x, y), ()))
    for other in others:
        if other.show != glyph.show and abs(other.left - glyph.left) <= near and abs(other.y - glyph.y) <= near:
            return True
    seen.setdefault((glyph.text, column, row), []).append(glyph)
    return False
