"""How `report-qa inspect` shows lines: with their numbers, what each was taken for, and what was left out of it, struck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from report_qa.cli.inspect_words import Words
from report_qa.text.edits import Edit
from report_qa.text.verdicts import Class, Examined, LineVerdict, Part

STYLES: dict[Class, str] = {
    Class.TEXT: "",
    Class.HEADING: "bold cyan",
    Class.CAPTION: "magenta",
    Class.TITLE: "bold",
    Class.SALUTATION: "blue",
    Class.FURNITURE: "dim",
    Class.LEFT_OUT: "red",
    Class.UNCLEAR: "black on yellow",
}
_SHOWN = {" ": "␣", "\t": "⇥", "\u3000": "□", "\u00a0": "␣"}
_REPEATED = re.compile(r"(.{1,12}?)\1{4,}")
_BEHIND = 4  # lines behind an unfinished paragraph among which its rest is looked for
_LABEL = 16  # columns of a line's label
_QUIET = ("margin", "hard_wrap")  # said by the look of a line


@dataclass(frozen=True, slots=True)
class Row:
    """Columns `[low, high)` of a line that are shown together: a whole line, or one block of a line that holds several."""

    line: LineVerdict
    low: int
    high: int
    parts: tuple[Part, ...]
    whole: bool


class LineView:
    """Shows lines of one report; `only` names the one rule whose work is marked, if any."""

    def __init__(self, examined: Examined, words: Words, only: str | None = None) -> None:
        self.examined, self.words, self.only = examined, words, only
        self.console = Console(highlight=False, markup=False, emoji=False)
        self.levels = {section.extent.start: section.level for section in examined.document.sections}
        self.named: dict[str, None] = {}  # the rules that were shown, in order

    def show(self, numbers: Sequence[int]) -> None:
        """Print lines, and then what the rules named beside them do."""
        page = None
        for number in numbers:
            if self.examined.source.page(number) != page:
                page = self.examined.source.page(number)
                self.console.print(Text(self.words["page"].format(page), style="dim"))
            for row in rows(self.examined, self.examined.lines[number - 1]):
                self.console.print(self._row(row), soft_wrap=True)
        for name in self.named:
            self.console.print(Text(f"  {name}: {self.words.rule(name)}", style="dim"), soft_wrap=True)

    def show_doubted(self, numbers: Sequence[int]) -> None:
        """Print lines that are not understood, and behind one that ends too early the line that follows it."""
        wanted = set(numbers)
        for number in numbers:
            line = self.examined.lines[number - 1]
            if any("unfinished" in part.reasons for part in line.parts):
                behind = self.examined.lines[number : number + _BEHIND]
                read = [after.number for after in behind if any(part.sentence is not None for part in after.parts)]
                wanted.update(read[:1])
        self.show(sorted(wanted))

    def _row(self, row: Row) -> Text:
        number = str(row.line.number) if row.whole else f"{row.line.number}:{row.low}"
        label = self._label(row)
        shown = Text()
        shown.append(f"{number:>6}  {label}{' ' * max(1, _LABEL - cell_len(label))}", style="dim")
        shown.append_text(self._text(row))
        said = self._said(row)
        if said:
            shown.append(f"   ‹{said}›", style="italic green")
        return shown

    def _label(self, row: Row) -> str:
        part = next(
            iter(sorted(row.parts, key=lambda part: (part.sentence is None, part.verdict is not Class.UNCLEAR))), None
        )
        if part is None:
            return self.words["blank"]
        label = self.words.verdict(part.verdict)
        if part.sentence is not None and part.taken is Class.HEADING and part.verdict is Class.HEADING:
            extent = self.examined.document.sentences[part.sentence].extent
            label += f" {self.levels.get(extent.start, '')}".rstrip()
        if part.taken in (Class.TEXT, Class.HEADING, Class.CAPTION):
            label += " ¶" if row.line.begins and not (row.whole and row.line.goes_on) else " …"
        return label

    def _text(self, row: Row) -> Text:
        source, base = self.examined.source, self._base(row)
        edits = [self.examined.edits[at] for at in row.line.edits]
        shown = Text()
        classes = {column: part for part in row.parts for column in range(part.column_start, part.column_end)}
        for left_out, run in groupby(range(row.low, row.high), key=lambda column: self._gone(edits, base + column)):
            columns = list(run)
            if left_out:
                text = source.text[base + columns[0] : base + columns[-1] + 1]
                text = "".join(_SHOWN.get(char, char) for char in text)
                shown.append_text(self._struck(_REPEATED.sub(_times, text)))
                continue
            for part, among in groupby(columns, key=classes.get):
                text = "".join(source.text[base + column] for column in among)
                others = any(other.verdict not in (Class.UNCLEAR, Class.LEFT_OUT) for other in row.parts)
                partly = part is not None and part.verdict is Class.UNCLEAR and others
                if partly and not self.console.is_terminal:
                    text = f"⟪{text}⟫"
                shown.append(text, style=STYLES[part.verdict] if part else "")
        if row.whole and any(edit.rule == "hard_wrap" for edit in edits) and self.only in (None, "hard_wrap"):
            shown.append_text(self._struck("⏎"))
        return shown

    def _gone(self, edits: Sequence[Edit], at: int) -> bool:
        return any(
            edit.span.start <= at < edit.span.end and (edit.rule == self.only if self.only else edit.rule not in _QUIET)
            for edit in edits
        )

    def _told(self, edit: Edit, base: int, furniture: bool) -> str:
        """The rule of an edit and what it saw; the columns too, as `report.toml` needs them, where one rule was asked for."""
        columns = f" {edit.span.start - base}-{edit.span.end - base}" if self.only else ""
        return f"{edit.rule}{columns}" if furniture or not self.words.says_why else f"{edit.rule}{columns}: {edit.why}"

    def _base(self, row: Row) -> int:
        return self.examined.source.line_bounds(row.line.number)[0]

    def _struck(self, text: str) -> Text:
        return Text(text, style="strike red") if self.console.is_terminal else Text(f"⟦{text}⟧")

    def _said(self, row: Row) -> str:
        said: dict[str, None] = {}
        base, furniture = self._base(row), self.examined.layout.furniture.get(row.line.number)
        for at in row.line.edits:
            edit = self.examined.edits[at]
            inside = edit.span.start < base + row.high and base + row.low < edit.span.end or row.whole
            wanted = edit.rule == self.only if self.only else edit.rule == furniture or not furniture
            if inside and wanted and (self.only or edit.rule not in _QUIET):
                said[self._told(edit, base, bool(furniture))] = None
                self.named[edit.rule] = None
        for part in row.parts:
            if part.reasons:
                said[self.words["read_as"].format(self.words.verdict(part.taken))] = None
            for reason in part.reasons:
                said[self.words.reason(reason)] = None
        return "; ".join(said)


def _times(repeated: re.Match[str]) -> str:
    """The same many times over, as `<U+00A0>×24`."""
    return f"{repeated[1]}×{len(repeated[0]) // len(repeated[1])}"


def rows(examined: Examined, line: LineVerdict) -> Iterator[Row]:
    """A line as rows: one, but for a line that holds several blocks one a block."""
    length = len(examined.source.line(line.number))
    groups: list[list[Part]] = []
    block: int | None = None
    for part in line.parts:
        own = None if part.sentence is None else examined.document.sentences[part.sentence].paragraph
        if not groups or own is not None and block is not None and own != block:
            groups.append([])
        groups[-1].append(part)
        block = own if own is not None else block
    if len(groups) < 2:
        yield Row(line, 0, length, line.parts, True)
        return
    starts = [group[0].column_start for group in groups]
    for group, low, high in zip(groups, starts, [*starts[1:], length], strict=True):
        yield Row(line, low, high, tuple(group), False)
