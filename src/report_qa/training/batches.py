"""`make_batches`: examples of like length together, so that little of a step is spent on padding."""

from __future__ import annotations

import random
from collections.abc import Sequence

from report_qa.training.examples import Example

_POOL = 16  # batches whose examples are sorted together: enough for like lengths, and still near the order by chance


def make_batches(examples: Sequence[Example], size: int, seed: int) -> list[list[Example]]:
    """Batches of `size` examples of like length, in an order by chance; no text stands twice in a batch.

    A text that stands twice would be its own negative. Examples are taken in their order, so many batches at a time, sorted by the
    length of their longest passage and dealt out; what is left over at the end of a pool joins the next one, and what fills no
    batch at the very end is dropped.
    """
    chance = random.Random(seed)  # noqa: S311 - a reproducible order, no secret
    batches: list[list[Example]] = []
    rest: list[Example] = []
    for start in range(0, len(examples), size * _POOL):
        made, rest = _dealt([*rest, *examples[start : start + size * _POOL]], size)
        chance.shuffle(made)
        batches += made
    return batches


def _dealt(pool: Sequence[Example], size: int) -> tuple[list[list[Example]], list[Example]]:
    waiting = sorted(pool, key=_length)
    full: list[list[Example]] = []
    while len(waiting) >= size:
        batch: list[Example] = []
        seen: set[str] = set()
        later: list[Example] = []
        for example in waiting:
            texts = {example.question, example.positive, *example.negatives}
            if len(batch) < size and not texts & seen:
                batch.append(example)
                seen |= texts
            else:
                later.append(example)
        if len(batch) < size:
            return full, waiting
        full.append(batch)
        waiting = later
    return full, waiting


def _length(example: Example) -> int:
    return max(map(len, (example.positive, *example.negatives)))
