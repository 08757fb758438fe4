"""Whether a figure is given: the contract's sentence "Two figures match", for figures and for figures in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.evaluation.amounts import BEFORE, BEHIND, Amount, fold, scan

# Units that begin with another unit: 个 is not given by 个百分点, nor 人 by 人次.
_LONGER = (
    "个百分点", "个月", "个小时", "个工作日", "个体", "人次", "人才", "场次", "件次", "架次", "班次", "车次",
    "列次", "艘次", "户次", "批次", "频次", "台次", "辆次", "例次", "天次", "千瓦时", "千瓦小时", "吨标准煤",
    "吨标煤", "年度", "分钟", "分贝", "分之",
)  # fmt: skip
# What makes a unit of a number printed without one, and nouns that only begin like it.
_UNIT_START = re.compile(
    r"%|‰|个百分点|[万亿]|[美欧日]?元|人(?![口才民大均])|吨|公?斤|亩|公顷|公里|千米|米|平方|立方|千瓦|倍|成|℃"
    r"|户(?!籍)|家(?![庭长])|个(?!体)|[条项套台辆件座所头只张部场次岁年月日天届](?!目|件|事)"
)
_FRONT = re.compile("|".join(BEFORE))
_TAIL = re.compile(rf"(?:{'|'.join(BEHIND)})$")

_ALTERNATIVE = re.compile(r"(?<=.)\([^()]*\)$")  # 头(只): a case may name the first of two units only


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure's text read for matching: its amount and its unit, without qualifiers (an empty unit is none)."""

    amount: Amount
    unit: str


def read_quantity(text: str) -> Quantity | None:
    """A figure's text as amount and unit, or None where it is no plain quantity (`1.79∶1`, `第三`).

    >>> read_quantity("25.5亿斤以上").unit
    '斤'
    """
    folded = fold(text)
    front = _FRONT.match(folded)
    folded = folded[front.end() :] if front else folded
    amounts = scan(folded)
    if not amounts or amounts[0].start != 0:
        return None
    unit = _ALTERNATIVE.sub("", _TAIL.sub("", folded[amounts[0].end :]))
    return None if re.search(r"\d", unit) else Quantity(amounts[0], unit)


def figures_match(given: str, gold: str) -> bool:
    """Whether two figures' texts match: numbers equal, units equal, qualifiers aside.

    >>> figures_match("51%以上", "51%"), figures_match("18%", "8%"), figures_match("4人次", "4人")
    (True, False, False)
    """
    one, other = read_quantity(given), read_quantity(gold)
    if one is None or other is None:
        return one is other and fold(given) == fold(gold)
    return one.unit == other.unit and one.amount.total == other.amount.total


def occurrences(gold: str, prose: str) -> tuple[tuple[int, int], ...]:
    """Where a figure stands in folded prose: characters `[start, end)` of number and unit, each whole."""
    quantity = read_quantity(gold)
    if quantity is None:
        return literal(fold(gold), prose)
    return tuple(
        (amount.start, amount.end + len(quantity.unit))
        for amount in scan(prose)
        if _same_amount(amount, quantity.amount) and _unit_follows(prose[amount.end :], quantity.unit)
    )


def stands_in(gold: str, answer: str) -> bool:
    """Whether a figure stands in an answer's prose.

    >>> stands_in("8%", "增长18%"), stands_in("8%", "增长8%左右[1]。")
    (False, True)
    """
    return bool(occurrences(gold, fold(answer)))


def phrase_stands_in(phrase: str, answer: str) -> bool:
    """Whether a phrase stands in an answer, white space aside; a number at its edge is whole."""
    return bool(literal(fold(phrase), fold(answer)))


def qualifiers(prose: str, start: int, end: int) -> frozenset[str]:
    """The qualifiers that adjoin a figure at `[start, end)` of folded prose, before, inside or behind it."""
    behind = re.sub(r"^\([^()]*\)", "", prose[end:])
    found = [word for word in BEHIND if behind.startswith(word) and not behind.startswith("余额")]
    before = [word for word in BEFORE if prose.endswith(word, 0, start)]
    found += [word for word in before if word != "超" or "超过" not in before]
    inner = next((amount.inner for amount in scan(prose) if amount.start == start), None)
    return frozenset([*found, *([inner] if inner else [])])


def own_qualifiers(text: str) -> frozenset[str]:
    """The qualifiers in a figure's own text."""
    folded = fold(text)
    front = _FRONT.match(folded)
    start = front.end() if front else 0
    quantity = read_quantity(text)
    if quantity is None:
        return frozenset()
    return qualifiers(folded, start, start + quantity.amount.end + len(quantity.unit))


def _same_amount(given: Amount, gold: Amount) -> bool:
    """Equal numbers; one in Chinese numerals and one in Arabic only from ten on (一个, 两个 are often no count)."""
    return given.total == gold.total and (given.han == gold.han or given.total[0] >= 10)


def _unit_follows(rest: str, unit: str) -> bool:
    if not unit:
        return _UNIT_START.match(rest) is None
    if not rest.startswith(unit):
        return False
    if any(rest.startswith(longer) and len(longer) > len(unit) for longer in _LONGER if longer.startswith(unit)):
        return False
    return re.match(r"/[^\d]", rest[len(unit) :]) is None


def literal(needle: str, prose: str) -> tuple[tuple[int, int], ...]:
    """Where a folded text stands in folded prose; digits at its edges end there."""
    before = r"(?<!\d)(?<!\d[.,])" if needle[:1].isdigit() else ""
    behind = r"(?!\d)(?![.,]\d)" if needle[-1:].isdigit() else ""
    return tuple(match.span() for match in re.finditer(f"{before}{re.escape(needle)}{behind}", prose)) if needle else ()
