"""Positions in a source: the only coordinates that leave a module.

A `Span` is a half-open range of code points of the decoded source. An `Extent` is what a repaired sentence or figure
covers: spans in order, with the characters that repair left out between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_qa.errors import OffsetError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of a source's decoded text.

    >>> Span(3, 5).length
    2
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise OffsetError(f"A span needs 0 <= start < end, not {self.start}..{self.end}.")

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Extent:
    """Spans in source order that neither overlap nor touch; what a piece of repaired text covers.

    >>> Extent.of([4, 5, 9, 10, 11]).spans
    (Span(start=4, end=6), Span(start=9, end=12))
    """

    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.spans:
            raise OffsetError("An extent needs at least one span.")
        if any(left.end >= right.start for left, right in zip(self.spans, self.spans[1:], strict=False)):
            raise OffsetError("The spans of an extent stand in order and do not touch.")

    @classmethod
    def of(cls, offsets: Iterable[int]) -> Extent:
        """The extent of rising code-point offsets."""
        spans: list[Span] = []
        start = end = -1
        for offset in offsets:
            if offset == end:
                end += 1
                continue
            if end > start >= 0:
                spans.append(Span(start, end))
            start, end = offset, offset + 1
        if start >= 0:
            spans.append(Span(start, end))
        return cls(tuple(spans))

    @property
    def start(self) -> int:
        """First code point."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.spans[-1].end

    @property
    def length(self) -> int:
        """Number of code points covered, gaps left out: the length of the text that it cuts."""
        return sum(span.length for span in self.spans)

    def offsets(self) -> Iterator[int]:
        """Every covered code point, in order."""
        for span in self.spans:
            yield from range(span.start, span.end)

    def part(self, start: int, end: int) -> Extent:
        """The extent of characters `[start, end)` of the text that this extent cuts.

        >>> Extent((Span(4, 6), Span(9, 12))).part(1, 4).spans
        (Span(start=5, end=6), Span(start=9, end=11))
        """
        if not 0 <= start < end <= self.length:
            raise OffsetError(f"Characters {start}..{end} do not lie in an extent of {self.length}.")
        spans: list[Span] = []
        at = 0
        for span in self.spans:
            low, high = max(start, at), min(end, at + span.length)
            if low < high:
                spans.append(Span(span.start + low - at, span.start + high - at))
            at += span.length
        return Extent(tuple(spans))

    def overlaps(self, other: Extent) -> bool:
        """Whether a code point lies in both."""
        return any(a.start < b.end and b.start < a.end for a in self.spans for b in other.spans)

    def joined(self, other: Extent) -> Extent:
        """This extent and a later one as one; touching spans melt."""
        first, second = self.spans[-1], other.spans[0]
        if first.end > second.start:
            raise OffsetError("Only a later extent can be joined.")
        if first.end == second.start:
            return Extent((*self.spans[:-1], Span(first.start, second.end), *other.spans[1:]))
        return Extent((*self.spans, *other.spans))
