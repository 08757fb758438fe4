"""A damaged text of which each character has its way back to the clean one."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Damaged:
    """A damaged text. `origins[i]` is the code point of the clean text that `text[i]` is, or -1 for clutter; `pieces` are the
    clutter's ranges, one a piece that a rule should leave out as a whole.
    """

    text: str = ""
    origins: list[int] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def clean(self, text: str, start: int) -> None:
        """Append characters of the clean text (or their full-width forms) from `start` on."""
        self.parts.append(text)
        self.origins.extend(range(start, start + len(text)))

    def clutter(self, text: str) -> None:
        """Append a piece of clutter."""
        at = len(self.origins)
        self.parts.append(text)
        self.origins.extend([-1] * len(text))
        if text.strip():
            self.pieces.append((at, at + len(text)))

    def space(self, text: str = "\n") -> None:
        """Append white space that is not the report's."""
        self.parts.append(text)
        self.origins.extend([-1] * len(text))

    def finished(self) -> Damaged:
        """Itself, its text put together."""
        self.text = "".join(self.parts)
        return self


@dataclass(frozen=True, slots=True)
class Clean:
    """A clean report: its lines, each with the code point at which it begins; blank lines are left out."""

    text: str
    lines: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, text: str) -> Clean:
        """The lines of a text in which only line feeds end a line."""
        found, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                found.append((line, at))
            at += len(line) + 1
        return cls(text, tuple(found))
