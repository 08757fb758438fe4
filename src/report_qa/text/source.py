"""`Source`: a report's text as received, and the lines and columns that people count in."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from report_qa.errors import OffsetError, SourceError
from report_qa.text.spans import Extent

LINE_END = re.compile(r"\r\n|\n|\r")
_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True)
class Place:
    """Columns `[column_start, column_end)` in code points from 0 of a line counted from 1; `page` where there are pages."""

    line: int
    column_start: int
    column_end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    r"""The decoded text of a source. `sha256` is that of the bytes as received, its identity.

    For PDF, DOCX and HTML the text is what a reader found, stored beside the bytes; lines and columns count in that text.

    >>> source = Source.from_bytes("粮食产量达\n到 25.5 亿斤".encode())
    >>> source.line_count, source.line(2)
    (2, '到 25.5 亿斤')
    """

    text: str
    sha256: str
    encoding: str
    pages: tuple[int | None, ...] = ()  # page of each line, where the format has pages
    extracted: bool = False  # whether the text is what a reader found in another format
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _ends: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def from_bytes(cls, data: bytes) -> Source:
        """Decode UTF-8 (with or without BOM) or GB18030.

        Raises:
            SourceError: empty, binary or not decodable.
        """
        text, encoding = _decode(data)
        return cls._of(text, hashlib.sha256(data).hexdigest(), encoding)

    @classmethod
    def from_extracted(cls, text: str, sha256: str, pages: tuple[int | None, ...] = ()) -> Source:
        """The text that a reader found in a PDF, DOCX or HTML file, as it is stored beside the original.

        `sha256` is that of the original's bytes; `pages` holds the page of each line, or nothing where there are none.

        Raises:
            SourceError: empty, or with pages for another number of lines.
        """
        source = cls._of(text, sha256, "utf-8", pages, extracted=True)
        if pages and len(pages) != source.line_count:
            raise SourceError(
                f"The extracted text has {source.line_count} lines, but pages for {len(pages)}.",
                "Add the report again with `report-qa add --replace`.",
            )
        return source

    @classmethod
    def _of(
        cls, text: str, sha256: str, encoding: str, pages: tuple[int | None, ...] = (), *, extracted: bool = False
    ) -> Source:
        if not text.strip():
            raise SourceError("The source is empty.", "Check that the file holds the report's text.")
        starts, ends = [0], []
        for match in LINE_END.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        if starts[-1] == len(text):  # a line end at the very end starts no further line
            starts.pop()
        else:
            ends.append(len(text))
        return cls(text, sha256, encoding, pages, extracted, tuple(starts), tuple(ends))

    @property
    def line_count(self) -> int:
        """Number of physical lines."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its line end."""
        start, end = self.line_bounds(number)
        return self.text[start:end]

    def line_bounds(self, number: int) -> tuple[int, int]:
        """Code points `[start, end)` of a line, counted from 1, without its line end."""
        if not 1 <= number <= self.line_count:
            raise OffsetError(f"Line {number} does not lie in 1..{self.line_count}.")
        return self._starts[number - 1], self._ends[number - 1]

    def page(self, number: int) -> int | None:
        """The page that a line stands on, or None."""
        return self.pages[number - 1] if self.pages else None

    @property
    def page_count(self) -> int | None:
        """Number of the last page that a line stands on, or None where the format has no pages."""
        return max((page for page in self.pages if page is not None), default=None)

    def line_of(self, offset: int) -> int:
        """The line, counted from 1, that a code point stands on."""
        if not 0 <= offset < len(self.text):
            raise OffsetError(f"Code point {offset} does not lie in a text of {len(self.text)}.")
        return bisect_right(self._starts, offset)

    def lines_of(self, extent: Extent) -> tuple[int, int]:
        """First and last line of an extent."""
        return self.line_of(extent.start), self.line_of(extent.end - 1)

    def cut(self, extent: Extent) -> str:
        """The characters at an extent, gaps left out."""
        return "".join(self.text[span.start : span.end] for span in extent.spans)

    def places(self, extent: Extent) -> tuple[Place, ...]:
        """An extent as lines and columns, one place a line, from the first to the last covered character of the line."""
        bounds: dict[int, tuple[int, int]] = {}
        for span in extent.spans:
            first, last = self.line_of(span.start), self.line_of(span.end - 1)
            for number in range(first, last + 1):
                start, end = self.line_bounds(number)
                low, high = max(span.start, start) - start, min(span.end, end) - start
                if low < high:
                    known = bounds.get(number, (low, high))
                    bounds[number] = min(known[0], low), max(known[1], high)
        return tuple(Place(number, low, high, self.page(number)) for number, (low, high) in bounds.items())


def _decode(data: bytes) -> tuple[str, str]:
    if not data:
        raise SourceError("The source is empty.", "Check that the file holds the report's text.")
    if b"\x00" in data:
        raise SourceError("The source is a binary file, not text.", "Save the report as UTF-8 or GB18030 text.")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise SourceError("The source is neither UTF-8 nor GB18030.", "Save the report as UTF-8 text and add it again.")
