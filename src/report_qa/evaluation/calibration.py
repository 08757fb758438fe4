"""Whether a confidence means what it says: of replies that say 0.9, nine in ten are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GROUPS = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Replies whose confidence lies in `[low, high)` (the last group's end included): how many, what they say, what is."""

    low: float
    high: float
    count: int
    said: float
    right: float


def calibration(said: Sequence[tuple[float, bool]]) -> tuple[Group, ...]:
    """Confidences from 0 to 1 with whether the reply was right, in groups of equal width; empty groups are left out.

    >>> calibration([(0.9, True), (0.9, False)])[0].right
    0.5
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in said:
        groups.setdefault(min(GROUPS - 1, int(confidence * GROUPS)), []).append((confidence, right))
    return tuple(
        Group(
            number / GROUPS,
            (number + 1) / GROUPS,
            len(rows),
            sum(confidence for confidence, _ in rows) / len(rows),
            sum(right for _, right in rows) / len(rows),
        )
        for number, rows in sorted(groups.items())
    )


def brier(said: Sequence[tuple[float, bool]]) -> float | None:
    """Mean squared difference of confidence and outcome (G. W. Brier, 1950): 0 is best; None of none."""
    return sum((confidence - right) ** 2 for confidence, right in said) / len(said) if said else None
