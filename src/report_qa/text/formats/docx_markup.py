"""The markup of a DOCX: elements and attributes by their local names, in either of the two namespaces that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_TYPED_END = re.compile(r" *[\t\r\n][ \t\r\n]*")
_OFF = ("0", "false", "off", "none")
_PRIVATE = str.maketrans(
    "\uf0b7\uf06c\uf06e\uf075\uf076\uf0d8\uf0fc\uf0a8\uf070\uf0b2\uf0e8",
    "•●■◆◆➢✓□□◇➔",
)  # characters of the symbol fonts that lists are marked with
_LETTERS = {"l": "●", "n": "■", "u": "◆", "o": "○"}  # the same, where a list's mark names them by letter


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its local name, in either of the two namespaces that DOCX has."""
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(found)
    return None


def value(parent: etree._Element | None, child: str) -> str | None:
    """`w:val` of a child element, or None."""
    element = None if parent is None else parent.find(f"{{*}}{child}")
    return None if element is None else attribute(element, "val")


def printed_mark(text: str) -> str:
    """What the mark of an unnumbered list shows; one of a symbol font that is not known shows as •."""
    found = _LETTERS.get(text, text.translate(_PRIVATE))
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in found)


def tag_of(element: etree._Element) -> str:
    """An element's local name."""
    return str(element.tag).rpartition("}")[2]


def is_on(properties: etree._Element, name: str) -> bool:
    """Whether a switch is there and not set off."""
    element = properties.find(f"{{*}}{name}")
    return element is not None and attribute(element, "val") not in _OFF


def typed(element: etree._Element) -> str:
    """The characters of a `w:t`; white space at its ends counts only where it says so."""
    text = _TYPED_END.sub(" ", element.text or "").translate(_PRIVATE)
    kept = attribute(element, "space") == "preserve"
    return text if kept else text.strip(" ")


def symbol(element: etree._Element) -> str:
    """The character of a `w:sym`."""
    code = attribute(element, "char") or ""
    char = chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) else ""
    if "\ue000" <= char <= "\uf8ff":
        return printed_mark(char)
    return char if char.isprintable() else ""


def alternative(element: etree._Element) -> etree._Element:
    """The first of several renderings of the same thing; the others repeat it."""
    choices = [child for child in element if tag_of(child) in ("Choice", "Fallback")]
    return next((choice for choice in choices if len(choice)), element)


def shown_parts(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children of an inline element that show."""
    if tag == "AlternateContent":
        yield from alternative(element)
    elif tag == "ruby":
        yield from element.iterfind("{*}rubyBase")
    elif tag == "sdt":
        if element.find("{*}sdtPr/{*}showingPlcHdr") is None:
            yield from element.iterfind("{*}sdtContent")
    else:
        yield from element


def within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those in content controls with them."""
    for child in parent:
        if tag_of(child) == tag:
            yield child
        elif tag_of(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from within(child, tag)


def is_inside_box(box: etree._Element, top: etree._Element) -> bool:
    """Whether a text box lies in another one, or in a second rendering, of the same drawing."""
    above = box.getparent()
    while above is not None and above is not top:
        if tag_of(above) in ("txbxContent", "Fallback"):
            return True
        above = above.getparent()
    return False
