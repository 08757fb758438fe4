"""`Bounds`: what a printed figure says its amount may be, with its qualifier and its rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from report_qa.figures.figure import Figure

_AT_LEAST = frozenset("以上 及以上 不少于 不低于 至少 最少 高于 大于 多于 超 超过 突破 破 过 逾 不小于".split())
_AT_MOST = frozenset("以内 之内 以下 及以下 不超过 不高于 至多 最多 低于 小于 少于 不大于 不突破 不多于".split())
_SOME_MORE = frozenset("余 多 来 有余 几".split())
_ABOUT = frozenset("约 左右 上下 大约 约为".split())
_NEARLY = frozenset("近 接近 将近".split())
_SLACK = Decimal("0.1")  # of the amount: what 约 and 近 may be off by


class Precision(Enum):
    """How exactly a figure says its amount."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


def precision_of(figure: Figure) -> Precision:
    """How exactly a figure says its amount, by its qualifier; an unknown one is held to be rough."""
    if figure.qualifier is None:
        return Precision.EXACT
    if figure.qualifier in _AT_LEAST:
        return Precision.AT_LEAST
    return Precision.AT_MOST if figure.qualifier in _AT_MOST else Precision.ABOUT


@dataclass(frozen=True, slots=True)
class Bounds:
    """The amounts from `low` to `high` that a figure may stand for, in its unit; None where it sets no bound.

    `high` itself is one of them, unless `rounded`: what is printed as 25.5 is less than 25.55.
    """

    low: Decimal | None
    high: Decimal | None
    rounded: bool = False

    def meet(self, other: Bounds) -> bool:
        """Whether one amount can be what both figures say."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Bounds) -> bool:
        if self.high is None or other.low is None:
            return True
        return self.high > other.low if self.rounded else self.high >= other.low


def bounds_of(figure: Figure) -> Bounds:
    """The bounds of a figure: what its qualifier allows, and half a unit of its last printed digit to either side.

    A number that only bounds (5%以上) is not rounded.
    """
    precision, amount = precision_of(figure), figure.amount
    if precision is Precision.AT_LEAST:
        return Bounds(amount, None)
    if precision is Precision.AT_MOST:
        return Bounds(None, amount)
    if figure.value_to is not None:
        return Bounds(amount, figure.value_to * figure.scale)
    half = Decimal(figure.scale).scaleb(_exponent(figure.value) - 1) * 5
    if figure.qualifier is None:
        return Bounds(amount - half, amount + half, rounded=True)
    slack = max(abs(amount) * _SLACK, half)
    if figure.qualifier in _SOME_MORE:
        return Bounds(amount, amount + max(slack, Decimal(figure.scale) * 10))
    if figure.qualifier in _NEARLY:
        return Bounds(amount - slack, amount)
    return Bounds(amount - slack, amount + slack) if figure.qualifier in _ABOUT else Bounds(None, None)


def _exponent(value: Decimal) -> int:
    """The power of ten of the last printed digit; the zeros that end a whole number count as digits."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
