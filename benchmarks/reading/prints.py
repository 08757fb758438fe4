"""Newspaper prints of clean reports, made in memory, each with the way back to the clean text.

`python -m benchmarks.reading.prints SHARED --style page --seeds 1 --reports 30` tells what the prints hold. SHARED is the folder
with `tools/print_as_newspaper.py` and `reports/city_2024/`; nothing of it is copied. A seed makes the same print as the tool
itself does from the command line, unless `--variation` names one of `VARIATIONS`, which lay the page out in ways that the
tool does not: other widths, indents, blank lines, captions.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.reading.variations import DEFAULT, VARIATIONS, Draws, Variation, varied
from report_qa.text.source import Source

MEASURED_ONLY = ("恩施", "厦门", "承德")  # reports of the cases that are only checked on: never printed here


@dataclass(frozen=True, slots=True)
class Print:
    """One print: `clean` and `lines` hold the lines of the clean text and of the print, both counted from 1.

    `offsets[n][i]` is the code point of `source` (the print) at which character `i` of clean line `n` stands, or None for
    white space that is not printed. `injected` names for each print line that is none of the report's (or holds a second
    printing) its kind and the code points that are not the report's. `widths` gives for each clean line the half-width
    columns of the box that it is printed in and those by which its first line is indented.
    """

    report: str
    style: str
    seed: int
    clean: tuple[str, ...]
    lines: tuple[str, ...]
    source: Source
    offsets: Mapping[int, tuple[int | None, ...]]
    injected: Mapping[int, tuple[str, tuple[int, ...]]]
    widths: Mapping[int, tuple[int, int]]
    notes: Mapping[str, Any]
    headings: frozenset[int]  # clean lines that the tool takes for headings, its front matter among them
    back: Mapping[int, tuple[int, int]] = field(repr=False, default_factory=dict)  # code point → clean line, character

    @property
    def clean_source(self) -> Source:
        """The clean text as a source: its line `n` is `clean[n - 1]`."""
        return Source.from_bytes("\n".join(self.clean).encode())

    def clean_start(self, number: int) -> int:
        """The code point of `clean_source` at which clean line `number` begins."""
        return sum(len(line) + 1 for line in self.clean[: number - 1])

    def line_owners(self) -> dict[int, int]:
        """For each print line with the report's text on it the clean line that it belongs to."""
        owners: dict[int, int] = {}
        for number, offsets in self.offsets.items():
            for offset in offsets:
                if offset is not None:
                    owners[self.source.line_of(offset)] = number
        return owners


def load_tool(shared: Path) -> ModuleType:
    """The print tool of a shared folder as a module of its own."""
    path = shared / "tools" / "print_as_newspaper.py"
    spec = importlib.util.spec_from_file_location("print_as_newspaper", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"There is no {path}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def city_reports(shared: Path, count: int, offset: int = 0, step: int = 3) -> list[Path]:
    """`count` city reports by the order of their names, every `step`-th from `offset`, less those that are only checked on."""
    every = sorted(
        path for path in (shared / "reports" / "city_2024").glob("*.txt") if path.stem[:2] not in MEASURED_ONLY
    )
    order = [path for start in range(step) for path in every[(start + offset) % step :: step]]
    return order[:count]


def make_print(tool: ModuleType, path: Path, style: str, seed: int, variation: Variation = DEFAULT) -> Print:
    """Print a clean report in memory, as the tool does with this seed where the variation is the default one."""
    text = path.read_text(encoding="utf-8")
    lines = Draws.watch(text.split("\n"))
    with varied(tool, variation):
        if style == "page":
            rng = Draws(f"{seed} {zlib.crc32(text.encode())}", variation, lines)
            out, where, columns, notes = tool.print_page(
                lines, list(variation.captions), list(variation.headlines), rng
            )
        else:
            rng = Draws(seed, variation, lines)
            out, where, columns, notes = tool.print_columns(lines, list(variation.captions) or tool.CAPTIONS, rng)
    source = Source.from_bytes(("\n".join(out) + "\n").encode())
    offsets = _offsets(source, where, columns)
    texts = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    front, title, levels, _ = tool.find_headings(texts)
    widths = _page_widths(notes, texts) if style == "page" else {number: (rng.widths[number], 0) for number, _ in texts}
    headings = frozenset({*front, *levels} | ({title} if title else set()))
    back = {
        offset: (number, at) for number, row in offsets.items() for at, offset in enumerate(row) if offset is not None
    }
    injected = _injected(source, notes)
    return Print(
        path.stem, style, seed, tuple(lines), tuple(out), source, offsets, injected, widths, notes, headings, back
    )


def _offsets(
    source: Source, where: dict[int, list[int]], columns: dict[int, list[int]]
) -> dict[int, tuple[int | None, ...]]:
    found: dict[int, tuple[int | None, ...]] = {}
    for number, print_lines in where.items():
        across = columns[number]
        found[number] = tuple(
            source.line_bounds(line)[0] + column - 1 if column else None
            for line, column in zip(print_lines, across, strict=True)
        )
    return found


_KINDS = {"captions": "caption", "page_numbers": "page number", "kickers": "kicker"}


def _injected(source: Source, notes: dict[str, Any]) -> dict[int, tuple[str, tuple[int, ...]]]:
    found: dict[int, tuple[str, tuple[int, ...]]] = {}
    for key, kind in _KINDS.items():
        for line in notes[key]:
            found[line] = kind, tuple(range(*source.line_bounds(line)))
    for line, ranges in notes["copies"].items():
        start = source.line_bounds(int(line))[0]
        copied = tuple(start + at - 1 for first, last in ranges for at in range(first, last + 1))
        found[int(line)] = "second printing", copied
    return found


def _page_widths(notes: dict[str, Any], texts: Sequence[tuple[int, str]]) -> dict[int, tuple[int, int]]:
    """Width and indent in half-width columns of each clean line of a page; headings moved to its end have their own."""
    found: dict[int, tuple[int, int]] = {}
    for box in notes["boxes"]:
        for number, _ in texts:
            if box["first"] <= number <= box["last"]:
                found[number] = 2 * box["width"], int(2 * box["indent"])
    for moved in notes["detached"]:
        if moved["place"] == "page_end":
            found[moved["clean"]] = 94, 0
    return found


def arguments(description: str) -> argparse.ArgumentParser:
    """The options that every measure on prints takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("shared", type=Path, help="folder with tools/ and reports/city_2024/")
    parser.add_argument("--style", choices=["columns", "page", "both"], default="both")
    parser.add_argument("--seeds", default="1", help="one seed, or a range like 1-10")
    parser.add_argument("--reports", type=int, default=30, help="how many city reports")
    parser.add_argument("--offset", type=int, default=0, help="where every third report begins: 0, 1 or 2")
    parser.add_argument("--variation", choices=[*VARIATIONS, "all"], default="default")
    return parser


def make_prints(options: argparse.Namespace) -> Iterator[Print]:
    """The prints that the options of `arguments` ask for, report by report."""
    tool = load_tool(options.shared)
    low, _, high = options.seeds.partition("-")
    styles = ("columns", "page") if options.style == "both" else (options.style,)
    for path in city_reports(options.shared, options.reports, options.offset):
        for style in styles:
            for seed in range(int(low), int(high or low) + 1):
                yield make_print(tool, path, style, seed, _variation(options.variation, style, seed))


def _variation(name: str, style: str, seed: int) -> Variation:
    """The variation of a name; of all, another one for each seed."""
    if name != "all":
        return VARIATIONS[name]
    others = [variation for variation in VARIATIONS.values() if variation is not DEFAULT]
    return others[(seed + (style == "page")) % len(others)]


def main(argv: Iterable[str] | None = None) -> None:
    """Tell what each print holds."""
    options = arguments(__doc__ or "").parse_args(list(argv) if argv is not None else None)
    for made in make_prints(options):
        kinds = sorted(kind for kind, _ in made.injected.values())
        counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
        sys.stdout.write(f"{made.report} {made.style} {made.seed}: {len(made.lines)} lines; {counted}\n")


if __name__ == "__main__":
    main()
