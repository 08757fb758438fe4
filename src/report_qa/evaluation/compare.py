"""Two runs over the same cases: what changed, and whether the difference is more than chance."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

from report_qa.errors import CaseError

_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Comparison:
    """The change from one run to another over the cases that stand in both, ids in the order of the later run.

    `interval` is the paired bootstrap's 95% interval of the difference of the share right; `p_value` that of McNemar's
    exact test.
    """

    count: int
    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    moved: tuple[str, ...]
    interval: tuple[float, float]
    p_value: float

    @property
    def difference(self) -> float:
        """Change of the share right."""
        return (self.after - self.before) / self.count


def read_run(path: Path) -> dict[str, Any]:
    """A run's JSON as `to_json` writes it.

    Raises:
        CaseError: the file cannot be read or is no run.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CaseError(f"{path.name}: is no run.", "Write one with --json.") from error
    if not isinstance(data, dict) or not isinstance(data.get("outcomes"), list):
        raise CaseError(f"{path.name}: holds no outcomes.", "Write a run with --json.")
    return data


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """Compare two runs by case id.

    Raises:
        CaseError: they have no case in common.
    """
    earlier = {entry["id"]: entry for entry in before["outcomes"]}
    pairs = [(earlier[entry["id"]], entry) for entry in after["outcomes"] if entry["id"] in earlier]
    if not pairs:
        raise CaseError("The two runs have no case in common.", "Compare runs over the same case files.")
    gained = tuple(new["id"] for old, new in pairs if new["right"] and not old["right"])
    lost = tuple(new["id"] for old, new in pairs if old["right"] and not new["right"])
    moved = tuple(
        new["id"] for old, new in pairs if old["right"] == new["right"] and old["failures"] != new["failures"]
    )
    changes = [int(new["right"]) - int(old["right"]) for old, new in pairs]
    return Comparison(
        len(pairs),
        sum(old["right"] for old, _ in pairs),
        sum(new["right"] for _, new in pairs),
        gained,
        lost,
        moved,
        bootstrap_interval(changes),
        mcnemar(len(gained), len(lost)),
    )


def mcnemar(gained: int, lost: int) -> float:
    """Two-sided exact p-value of McNemar's test (the binomial of the discordant pairs).

    >>> mcnemar(5, 0), mcnemar(0, 0)
    (0.0625, 1.0)
    """
    total = gained + lost
    tail = sum(comb(total, k) for k in range(min(gained, lost) + 1))
    return min(1.0, 2 * tail / float(2**total))


def bootstrap_interval(changes: Sequence[int], resamples: int = _RESAMPLES) -> tuple[float, float]:
    """The percentile bootstrap's 95% interval of a mean (B. Efron, 1979); the same changes give the same interval."""
    draw = random.Random(0)  # noqa: S311 - a fixed seed, so that the same runs print the same interval
    means = sorted(sum(draw.choices(changes, k=len(changes))) / len(changes) for _ in range(resamples))
    return means[int(0.025 * resamples)], means[int(0.975 * resamples) - 1]
