"""Counted shares with their intervals, and what each measure of the contract is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, sqrt

Z95 = 1.959963984540054  # 97.5% quantile of the normal distribution

# Name of each measure, what it counts, and whether more of it is better. The order is that of the tables.
MEASURES: Mapping[str, tuple[str, bool]] = {
    "right": ("right", True),
    "faithful": ("faithful: every number stands in the lines cited", True),
    "cited": ("cited, of answered", True),
    "citation_precision": ("citations that overlap a gold range", True),
    "qualified": ("qualifier said, of gold figures given that have one", True),
    "trapped": ("trapped", False),
    "abstained": ("abstained, of all", False),
    "falsely_abstained": ("answerable, but refused", False),
    "refused": ("unanswerable, and refused", True),
    "reason_right": ("reason right, of refusals", True),
    "pairs": ("pairs with both twins right", True),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """`hits` of `total`."""

    hits: int
    total: int

    @classmethod
    def of(cls, holds: bool) -> Tally:
        """One case, in which it holds or not."""
        return cls(int(holds), 1)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.total + other.total)

    @property
    def rate(self) -> float | None:
        """The share, or None where there is nothing to share."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95% interval of the share (E. B. Wilson, 1927).

        >>> low, high = Tally(9, 10).interval
        >>> round(low, 3), round(high, 3)
        (0.596, 0.982)
        """
        if not self.total:
            return None
        share, spread = self.hits / self.total, Z95**2 / self.total
        centre = (share + spread / 2) / (1 + spread)
        half = Z95 * sqrt(share * (1 - share) / self.total + spread / (4 * self.total)) / (1 + spread)
        return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def add_up(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sum of each measure, in the order of `MEASURES`."""
    sums: dict[str, Tally] = {}
    for entry in tallies:
        for name, tally in entry.items():
            sums[name] = sums.get(name, Tally(0, 0)) + tally
    return {name: sums[name] for name in MEASURES if name in sums}


def quantile(values: Iterable[float], share: float) -> float | None:
    """The value below which at least `share` of the values lie (the nearest rank), or None of none.

    >>> quantile([4, 1, 3, 2], 0.5)
    2
    """
    ordered = sorted(values)
    if not ordered:
        return None
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
