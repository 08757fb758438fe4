"""`Coverage`: how much of a source is of which class, in lines and in characters that are not white space."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from report_qa.text.verdicts import Class, Examined, Part


@dataclass(frozen=True, slots=True)
class Share:
    """One class, of furniture and of what is left out one rule: the lines that are mainly of it, and its characters."""

    verdict: Class
    rule: str | None
    lines: int
    characters: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """All classes that a source has, its lines and its characters; each line and each character is counted once."""

    shares: tuple[Share, ...]
    blank_lines: int
    lines: int
    characters: int

    def lines_of(self, verdict: Class) -> int:
        """The lines of a class."""
        return sum(share.lines for share in self.shares if share.verdict is verdict)

    def characters_of(self, verdict: Class) -> int:
        """The characters of a class."""
        return sum(share.characters for share in self.shares if share.verdict is verdict)


def coverage(examined: Examined) -> Coverage:
    """Count a report's classes, in the order of `Class`, rules by name."""
    source = examined.source
    lines: Counter[tuple[Class, str | None]] = Counter()
    characters: Counter[tuple[Class, str | None]] = Counter()
    blank = 0
    for line in examined.lines:
        if line.verdict is None:
            blank += 1
            continue
        main: Counter[str | None] = Counter()
        base = source.line_bounds(line.number)[0]
        for part in line.parts:
            rule = rule_of(examined, line.number, part)
            text = source.text[base + part.column_start : base + part.column_end]
            inked = sum(not sign.isspace() for sign in text)
            characters[part.verdict, rule] += inked
            if part.verdict is line.verdict:
                main[rule] += inked
        lines[line.verdict, max(main, key=lambda rule: main[rule])] += 1
    order = list(Class)
    kinds = sorted(characters, key=lambda kind: (order.index(kind[0]), kind[1] or ""))
    shares = tuple(Share(*kind, lines[kind], characters[kind]) for kind in kinds)
    return Coverage(shares, blank, source.line_count, sum(characters.values()))


def rule_of(examined: Examined, line: int, part: Part) -> str | None:
    """The rule that left a part of a line out; None for what was read."""
    if part.edit is None or part.verdict is Class.UNCLEAR:
        return None
    return examined.layout.furniture.get(line) or examined.edits[part.edit].rule
