"""A web page's bytes as characters: by its byte-order mark, by what it declares, by what its bytes can be."""

from __future__ import annotations

import codecs
import re

from report_qa.errors import SourceError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_REACH = 16_384  # bytes in which a page declares its encoding
_CHINESE = re.compile(r"(?:x-)?gb[-_]?(?:k|2312|18030|_2312-80)|cp936|ms936|euc-?cn|chinese|windows-936", re.IGNORECASE)
_DAMAGE = 0.001  # share of characters that may be unreadable in a page that is read all the same


def decode_page(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of a page, and remarks on what could not be read. GB2312 and GBK are read as GB18030, which holds them.

    Raises:
        SourceError: the bytes are text in no encoding that the page declares, nor UTF-8, nor GB18030.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_damage(data[len(mark) :], (encoding,))
    names = ["utf-8", "gb18030"]
    declared = _declared(data)
    if declared is not None:
        names = [declared, *(name for name in names if name != declared)]
    for name in names:
        try:
            return data.decode(name), ()
        except UnicodeDecodeError:
            continue
    return _with_damage(data, tuple(names))


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, by Python's name, or None."""
    match = _DECLARED.search(data[:_REACH])
    if match is None:
        return None
    name = match[1].decode("ascii", "replace")
    if _CHINESE.fullmatch(name):
        return "gb18030"
    if name.lower().startswith(("utf-16", "utf-32", "utf-7")):  # a declaration that could be read is in none of these
        return "utf-8"
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _with_damage(data: bytes, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The reading with the fewest unreadable characters, if they are few."""
    readings = [data.decode(name, "replace") for name in names]
    best = min(readings, key=lambda text: text.count("\ufffd"))
    broken = best.count("\ufffd")
    if not broken:
        return best, ()
    if broken > max(1, len(best) * _DAMAGE):
        raise SourceError("The page's characters cannot be decoded.", "Save the page as UTF-8 and add it again.")
    return best, (f"{broken} character(s) of the page cannot be read and show as \ufffd",)
