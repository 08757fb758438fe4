"""A table's row as lines of text, and the lines of a whole file made ready to be stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PROSE_LINES = 5  # lines and
_PROSE_LENGTH = 1000  # characters in one cell with which a table lays a page out and tabulates nothing
_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = dict.fromkeys([*range(9), *range(14, 28), 31, 127])


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    r"""The lines of a row: one, its cells set apart by tabs and the lines of a cell by a space.

    A row with a single filled cell, or with one that holds a whole text, sets a page out and tabulates nothing: the lines of
    such a row stay lines.

    >>> row_lines([["指标"], ["2021年", "（亿元）"]])
    ['指标\t2021年 （亿元）']
    """
    kept = [[line.strip(" \t\u00a0\u3000") for line in cell] for cell in cells]
    filled = [cell for cell in kept if any(cell)]
    if len(filled) == 1 or any(_is_prose(cell) for cell in filled):
        return [line for cell in cells for line in cell if line.strip()]
    text = "\t".join(" ".join(line.replace("\t", " ") for line in cell if line) for cell in kept).rstrip("\t")
    return [text] if text.strip() else []


def _is_prose(cell: Sequence[str]) -> bool:
    return sum(map(bool, cell)) >= _PROSE_LINES and sum(map(len, cell)) >= _PROSE_LENGTH


def stored_text(lines: Iterable[str]) -> str:
    """Lines as they are stored: no control characters, never two blank lines in a row, none at either end."""
    found: list[str] = []
    for text in lines:
        for line in _ENDS.split(text):
            kept = line.translate(_CONTROLS).rstrip(" \t")
            if kept.strip() or (found and found[-1]):
                found.append(kept if kept.strip() else "")
    return "\n".join(found).strip("\n")
