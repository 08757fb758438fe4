"""`Quantity`, a printed amount, and `Refused`, a printed number that is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.why import Why


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed amount: characters `[start, end)` of the text, adjoining qualifier included.

    `number_start` is where the number itself begins. `value` (to `value_to`) times `scale` is the amount in `unit`s.
    """

    start: int
    end: int
    number_start: int
    value: Decimal
    value_to: Decimal | None
    scale: int
    unit: str | None
    qualifier: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Characters `[start, end)` of the text that write a number but no quantity, and why."""

    start: int
    end: int
    why: Why
