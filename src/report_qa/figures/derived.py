"""Derived values: a difference, a sum or a ratio of printed figures, with its formula, and why there may be none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

from report_qa.figures.aspects import side_of
from report_qa.figures.bounds import Precision, precision_of
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from report_qa.figures.unit_kinds import exact_kind

Hindrance = Literal["unit", "metric", "aspect", "range", "bound", "direction"]
_RATES = frozenset(("growth", "yearly_growth"))
_SCALES = {10**12: "万亿", 10**8: "亿", 10**4: "万", 1: ""}
_PRINTED = {10**11: "千亿", 10**10: "百亿", 10**7: "千万", 10**6: "百万", 10**3: "千", 10**2: "百", 10: "十"}
_HUNDREDTH = Decimal("0.01")
_COARSE = 10**4  # scale words from here on round: 1.2万 may be 1.24万


@dataclass(frozen=True, slots=True)
class Computed:
    """A value computed from figures: `text` in the report's units, `formula` of the operands as printed, and the operands in
    the formula's order. `exact` is False where a qualifier or rounding leaves it open, which `text` then says.
    """

    text: str
    formula: str
    operands: tuple[Figure, ...]
    exact: bool = True


def hindrance(
    one: Figure, other: Figure, keys: tuple[MetricKey, MetricKey], sides: frozenset[str] = frozenset()
) -> Hindrance | None:
    """Why two figures have no difference and no ratio, or None where they have.

    Args:
        one: a figure.
        other: another.
        keys: their keys, in this order.
        sides: modifiers of scope in which the two may differ, because somebody asked for just that (城镇 and 农村).
    """
    first, second = keys
    if first.kind != second.kind or _plain(one.unit) != _plain(other.unit):
        return "unit"
    if first.concept != second.concept or (set(first.scope) ^ set(second.scope)) - sides or first.base != second.base:
        return "metric"
    if first.aspect != second.aspect and not {first.aspect, second.aspect} <= _RATES:
        return "aspect"
    if one.value_to is not None or other.value_to is not None:
        return "range"
    if _falls(one) or _falls(other):
        return "direction"
    return None


def difference(
    one: Figure, other: Figure, keys: tuple[MetricKey, MetricKey], sides: frozenset[str] = frozenset()
) -> Computed | Hindrance:
    """The higher of two figures less the lower, in the unit and the larger scale that they are printed in.

    Two percentages differ by percentage points. What a qualifier leaves open is said (约, 以上) or not computed (`bound`).
    Arguments as for `hindrance`.
    """
    if (found := hindrance(one, other, keys, sides)) is not None:
        return found
    high, low = (other, one) if other.amount >= one.amount else (one, other)
    qualifier = _qualifier(precision_of(high), precision_of(low))
    if qualifier is None:
        return "bound"
    gap = high.amount - low.amount
    about = qualifier == "约" or (qualifier == "" and _is_rounded(gap, (high, low)))
    unit = "个百分点" if keys[0].kind == "share" else one.unit or ""
    text = f"{'约' if about else ''}{_number(gap, max(one.scale, other.scale))}{unit}{qualifier if qualifier == '以上' else ''}"
    return Computed(text, f"{high.text} − {low.text}", (high, low), not about and not qualifier)


def total(figures: Sequence[Figure], keys: Sequence[MetricKey]) -> Computed | Hindrance:
    """The sum of two or more figures of one metric: of several years, or of the parts that a question names.

    Only amounts are summed: growth rates, shares and averages have no sum (`aspect`).
    """
    if any(
        key.aspect != "level" or key.kind in ("share", "points", "multiple", "concentration", "age") for key in keys
    ):
        return "aspect"
    for figure, key in zip(figures[1:], keys[1:], strict=True):
        if (found := hindrance(figures[0], figure, (keys[0], key))) is not None:
            return found
    precisions = {precision_of(figure) for figure in figures}
    if precisions - {Precision.EXACT, Precision.ABOUT} and precisions != {Precision.EXACT, Precision.AT_LEAST}:
        return "bound"
    added = sum((figure.amount for figure in figures), Decimal(0))
    about = Precision.ABOUT in precisions or _is_rounded(added, figures)
    bounded = "以上" if Precision.AT_LEAST in precisions else ""
    text = f"{'约' if about and not bounded else ''}{_number(added, max(figure.scale for figure in figures))}{figures[0].unit or ''}{bounded}"
    return Computed(text, " + ".join(figure.text for figure in figures), tuple(figures), not about and not bounded)


def ratio(one: Figure, other: Figure, keys: tuple[MetricKey, MetricKey]) -> Computed | Hindrance:
    """How many times `other` `one` is, to two decimals; 约 where that is rounded. Growth rates have no ratio (`aspect`)."""
    if (found := hindrance(one, other, keys)) is not None:
        return found
    if keys[0].aspect not in ("level", "yearly") or not other.amount:
        return "aspect"
    precisions = {precision_of(one), precision_of(other)}
    if precisions & {Precision.AT_LEAST, Precision.AT_MOST}:
        return "bound"
    times = one.amount / other.amount
    printed = times.quantize(_HUNDREDTH, ROUND_HALF_EVEN)
    exact = printed == times and precisions == {Precision.EXACT}
    text = f"{'' if exact else '约'}{printed.normalize():f}倍"
    return Computed(text, f"{one.text} ÷ {other.text}", (one, other), exact)


def _qualifier(high: Precision, low: Precision) -> str | None:
    """What bounds the difference of two figures: nothing, 约 or 以上; None where it may be anything, or less than nothing."""
    if (high, low) in ((Precision.AT_LEAST, Precision.EXACT), (Precision.EXACT, Precision.AT_MOST)):
        return "以上"
    if Precision.AT_LEAST in (high, low) or Precision.AT_MOST in (high, low):
        return None
    return "约" if Precision.ABOUT in (high, low) else ""


def _is_rounded(result: Decimal, figures: Sequence[Figure]) -> bool:
    """Whether a result has digits finer than those of an operand that a scale word rounds (1.2万个 less 6700个)."""
    steps = [Decimal(figure.scale).scaleb(_last_digit(figure.value)) for figure in figures if figure.scale >= _COARSE]
    return bool(steps) and result % max(steps) != 0


def _last_digit(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _number(amount: Decimal, scale: int) -> str:
    """An amount in a scale, or in the next lower one in which it is not less than 1."""
    word = _SCALES.get(scale, _PRINTED.get(scale, ""))
    for lower, other in _SCALES.items():
        if lower < scale and 0 < amount < scale:
            scale, word = lower, other
    return f"{(amount / scale).normalize():f}{word}"


def _plain(unit: str | None) -> str | None:
    return {"％": "%", "名": "人", "位": "人"}.get(unit or "", unit)


def signed(figure: Figure) -> Decimal:
    """A figure's amount, below 0 where it says how much its metric fell."""
    return -figure.amount if _falls(figure) else figure.amount


def _falls(figure: Figure) -> bool:
    return side_of(figure.change, exact_kind(figure.unit)).falls
