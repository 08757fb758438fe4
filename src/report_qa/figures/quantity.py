"""`Quantity`: a number with its scale, unit and qualifier, found in text and told from what is no figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.chinese import find_chinese
from report_qa.figures.masks import masked
from report_qa.figures.numerals import arabic, fold_width, scale_of
from report_qa.figures.qualifiers import ROUGH, distant_qualifier, qualifier_before, qualifier_behind
from report_qa.figures.thresholds import is_period_word, is_threshold
from report_qa.figures.units import match_unit

_SCALE = r"(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![分瓦米克伏卡赫帕兆字比度]|家万户))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?:(?<![\d.A-Za-zα-ω])|(?<=[A-Z][A-Z])(?=\d{{3,}}[台个家套辆部]))(?<!\d/)(?P<number>{_DIGITS})(?!/\d)(?P<rough>{ROUGH})?(?P<scale>{_SCALE})?"
    rf"(?:(?P<number2>\d{{1,4}})(?P<scale2>{_SCALE}))?(?P<rough2>{ROUGH}(?!年来))?\+?"
)
_PER_HUNDRED = re.compile(r"(?<![十百千万])(百分之|千分之|万分之)(\d+(?:\.\d+)?)")
_DASH = re.compile(r"[-—–~～]{1,2}|[至到](?=\d)")
_OPENS_A_CHANGE = re.compile(r"[从由自][^，。；,;]{0,14}$")
_HUNDRED_MILLIONS = re.compile("个亿(?![元级以])")
_TO = re.compile(r"[\u4e00-\u9fff]{1,3}[到至]")
_UNIT_APART = re.compile(rf"(?:[、和与及]\d+(?:\.\d+)?)*[、和与及]\d+(?:\.\d+)?(?P<scale>{_SCALE})?(?![\d.])")
_BARE_OK_BEHIND = re.compile(r"[\u4e00-\u9fff、，。；）)！？]|$")
_ONE_OF = re.compile(r"[^，。；、\d]{0,16}?(?<!分)之一")
_MEASURES = "个名家支枪次"
_INDEX = re.compile(r"(?:指数|系数|值|得分|评分|比值|率|为|达|达到|至|到|突破)$")


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
class _Number:
    end: int
    value: Decimal
    scale: int
    has_scale: bool
    unit: str | None
    rough: str | None
    bare: bool


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a text without white space, in order; none of them overlap.

    >>> [(q.value, q.scale, q.unit, q.qualifier) for q in find_quantities("产量达到25.5亿斤以上，增长5%至6%")]
    [(Decimal('25.5'), 100000000, '斤', '以上'), (Decimal('5'), 1, '%', None)]
    """
    folded = fold_width(text)
    masks = masked(folded)
    found = _find_arabic(folded, masks)
    taken = [*masks, *((q.start, q.end) for q in found)]
    found += [Quantity(*parts) for parts in find_chinese(folded, taken)]
    kept = (quantity for quantity in found if not _ONE_OF.match(folded, quantity.end))  # 全国7个先导区之一
    return sorted(kept, key=lambda quantity: quantity.start)


def _find_arabic(text: str, masks: list[tuple[int, int]]) -> list[Quantity]:
    found: list[Quantity] = []
    at = 0
    while match := _NUMBER.search(text, at):
        at = match.end()
        hidden = next((end for start, end in masks if start < match.end("number") and match.start() < end), None)
        if hidden is not None:
            at = max(match.end("number"), hidden)
            continue
        quantity = _read(text, match, masks)
        if quantity is not None:
            found.append(quantity)
            at = max(at, quantity.end)
    return found


def _number(text: str, match: re.Match[str]) -> _Number:
    value, scale = arabic(match["number"]), scale_of(match["scale"] or "")
    if match["number2"]:
        value += arabic(match["number2"]) * scale_of(match["scale2"]) / scale
    rough = match["rough"] or match["rough2"]
    end = match.end()
    unit = match_unit(text, end)
    if unit is None and match["rough2"] is None and text.startswith(("多", "余"), end):
        rough, end = text[end], end + 1
        unit = match_unit(text, end)
    if unit == "个" and _HUNDRED_MILLIONS.match(text, end):
        return _Number(end + 2, value, 10**8, True, None, rough, False)
    end += len(unit or "")
    bare = unit is None and not match["scale"] and not rough
    return _Number(end, value, scale, bool(match["scale"]), unit, rough.removeprefix("有") if rough else None, bare)


def _read(text: str, match: re.Match[str], masks: list[tuple[int, int]]) -> Quantity | None:
    start = match.start()
    share = _PER_HUNDRED.match(text, start - 3) if start >= 3 else None
    if share:
        number = _Number(share.end(), arabic(share[2]), 1, False, share[1], None, False)
        start -= 3
    else:
        number = _number(text, match)
    value_to, end, unit = None, number.end, number.unit
    other = None if share else _range_end(text, match, number, masks)
    scale = number.scale
    if other is not None:
        if other.has_scale and not number.has_scale and number.unit is None:
            scale = other.scale
        value_to, end, unit = other.value * other.scale / scale, other.end, other.unit or unit
        number = _Number(end, number.value, scale, number.has_scale, unit, number.rough or other.rough, False)
    if other is not None and unit is None and not (other.has_scale or number.has_scale):
        return None
    if number.bare and (apart := _UNIT_APART.match(text, end)):
        unit = match_unit(text, apart.end())
        if unit is None or apart["scale"] or unit in ("月", "日"):
            return None
    elif (number.bare and not _bare_is_figure(text, start, end)) or is_period_word(text, start, end, unit):
        return None
    before, behind = qualifier_before(text, start), qualifier_behind(text, end)
    if is_threshold(text, end, unit or ("元" if scale >= 10**8 else None)):
        return None
    qualifier = before or number.rough or behind or distant_qualifier(text, start)
    return Quantity(
        start - len(before or ""), end + len(behind or ""), start, number.value, value_to, scale, unit, qualifier
    )


def _range_end(text: str, match: re.Match[str], number: _Number, masks: list[tuple[int, int]]) -> _Number | None:
    dash = _DASH.match(text, number.end)
    second = _NUMBER.match(text, dash.end()) if dash else None
    if dash is None or second is None:
        return None
    if dash[0] in "至到" and _OPENS_A_CHANGE.search(text[: match.start()]):
        return None
    if any(start < second.end() and second.start() < end for start, end in masks):
        return None
    other = _number(text, second)
    return other if number.unit in (None, other.unit) else None


def _bare_is_figure(text: str, start: int, end: int) -> bool:
    """Whether a number without scale or unit counts something (5家庭农场, 12县), and is no version or code."""
    number = text[start:end]
    if not _BARE_OK_BEHIND.match(text, end):
        return False
    if "." in number:
        return bool(_INDEX.search(text[:start]) or (text[start - 1 : start] in ("从", "由") and _TO.match(text, end)))
    if (
        text[start - 1 : start] in ("-", "—", "–", "+", "/", "“", "(", "（")
        or len(number) > 5
        or number.startswith("0")
    ):
        return False
    behind = text[end : end + 1]
    if "\u4e00" <= behind <= "\u9fff":
        if len(number) >= 3 and behind not in _MEASURES:
            return False  # part of a name (360科创园, 120呼救)
        return behind not in "月日时点号年分强后级版届代第"
    return bool(_INDEX.search(text[:start]))
