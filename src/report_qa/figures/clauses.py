"""Clauses of a sentence: what stands between `，`, `；`, `：` and `。`, with the quantities in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.quantity import Quantity

_BREAK = re.compile(r"[，；。：！？;:!?]|,(?!\d{3})|(?<!\d)——|——(?!\d)|(?:^|(?<=[。；]))[●■▲◆○]|\|")


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `[start, end)` of a sentence and the quantities that stand in it, in order."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


def split_clauses(text: str, quantities: Sequence[Quantity]) -> list[Clause]:
    """The clauses of a sentence, in order; a break inside a quantity parts nothing."""
    inside = [(quantity.start, quantity.end) for quantity in quantities]
    clauses: list[Clause] = []
    start = 0
    breaks = [match.span() for match in _BREAK.finditer(text)]
    for low, high in [*breaks, (len(text), len(text))]:
        if any(first < high and low < last for first, last in inside):
            continue
        if low > start:
            held = tuple(quantity for quantity in quantities if start <= quantity.start < low)
            clauses.append(Clause(start, low, held))
        start = max(start, high)
    return clauses
