"""`Edit`, and the one function that applies edits: repaired text with a map back to the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from report_qa.errors import OffsetError
from report_qa.text.source import Source
from report_qa.text.spans import Extent, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Leave out a span of the source. `rule` names the rule that proposed it, `why` says what it saw.

    Repair only ever leaves characters out: what stands in repaired text stands in the source, each character at one place.
    """

    span: Span
    rule: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RepairedText:
    """The source less what edits leave out. Indices into `text` stay inside the package; `extent` leads back.

    `origins[i]` is the code point of the source that `text[i]` is.
    """

    source: Source
    text: str
    origins: array[int]
    edits: tuple[Edit, ...]

    def extent(self, start: int, end: int) -> Extent:
        """The source's extent of `text[start:end]`."""
        if not 0 <= start < end <= len(self.text):
            raise OffsetError(f"Characters {start}..{end} do not lie in a text of {len(self.text)}.")
        return Extent.of(self.origins[start:end])


def apply_edits(source: Source, edits: Iterable[Edit]) -> RepairedText:
    """Apply edits, which may overlap, to a source.

    Raises:
        OffsetError: an edit lies outside the source.
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end, edit.rule)))
    origins = array("L")
    at = 0
    for edit in ordered:
        if edit.span.end > len(source.text):
            raise OffsetError(f"The edit of {edit.rule} ends at {edit.span.end}, outside a text of {len(source.text)}.")
        origins.extend(range(at, edit.span.start))
        at = max(at, edit.span.end)
    origins.extend(range(at, len(source.text)))
    return RepairedText(source, "".join(map(source.text.__getitem__, origins)), origins, ordered)
