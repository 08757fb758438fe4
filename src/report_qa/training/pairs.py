"""`Pair`: a question with the place of its answer in a report and the places that a careless reader would take instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from report_qa.errors import CaseError


@dataclass(frozen=True, slots=True)
class Spot:
    """Columns `[column, end)` in code points from 0 of a source line counted from 1."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, where its answer stands, the answering figure as printed (or None), and the near misses."""

    report: str
    question: str
    spot: Spot
    figure: str | None
    near: tuple[Spot, ...]


def read_pairs(paths: Iterable[Path]) -> tuple[Pair, ...]:
    """Every pair of some JSON Lines files, in order.

    A line holds `report`, `q`, `line`, `column`, `end`, `figure` (or null) and `near`, a list of `[line, column, end]`; other
    fields are for people.

    Raises:
        CaseError: a file cannot be read, or a line is outside this format; says file and line.
    """
    pairs: list[Pair] = []
    for path in paths:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CaseError(f"{path.name}: cannot be read as UTF-8 text.", "Check the name of the file.") from error
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                pairs.append(_pair(line, f"{path.name}:{number}"))
    if not pairs:
        raise CaseError(
            "There is no question to train on.", "Name a file of questions with the places of their answers."
        )
    return tuple(pairs)


def _pair(line: str, where: str) -> Pair:
    try:
        read = json.loads(line)
        return Pair(
            str(read["report"]),
            str(read["q"]),
            Spot(int(read["line"]), int(read["column"]), int(read["end"])),
            read["figure"] if read.get("figure") is None else str(read["figure"]),
            tuple(Spot(*map(int, near)) for near in read.get("near", ())),
        )
    except (ValueError, KeyError, TypeError) as error:
        hint = "A line holds report, q, line, column, end, figure and near."
        raise CaseError(f"{where}: no question with a place ({type(error).__name__}: {error}).", hint) from error
