"""Small charts: bars from a common zero, as numbers that a template draws. Whether figures may be drawn together is not decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 120  # units of the drawing, which the page makes as wide as it has room for


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from `x` on, `width` wide; `zero` is where the common zero stands, all in units of the drawing."""

    x: float
    width: float
    zero: float


def bars(amounts: Sequence[Decimal], within: Sequence[Decimal] | None = None) -> tuple[Bar, ...]:
    """Bars for amounts on one scale, which `within` (the amounts themselves, where it is None) fills from end to end.

    Zero is always on the scale: a bar's length is its amount.

    >>> [(bar.x, bar.width) for bar in bars([Decimal(4), Decimal(8), Decimal(-2)])]
    [(24.0, 48.0), (24.0, 96.0), (0.0, 24.0)]
    """
    of = amounts if within is None else within
    low, high = min([*of, Decimal(0)]), max([*of, Decimal(0)])
    scale = Decimal(WIDTH) / (high - low) if high > low else Decimal(0)
    return tuple(
        Bar(
            x=_rounded((min(amount, Decimal(0)) - low) * scale),
            width=_rounded(abs(amount) * scale),
            zero=_rounded(-low * scale),
        )
        for amount in amounts
    )


def _rounded(number: Decimal) -> float:
    return float(round(number, 1))
