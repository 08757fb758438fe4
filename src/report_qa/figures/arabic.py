"""Quantities in Arabic digits: 25.5亿斤以上, 5%至6%, 1.5和2.3个百分点; and the numbers that are none, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.amounts import Quantity, Refused
from report_qa.figures.masks import Mask
from report_qa.figures.numerals import arabic, is_amount, scale_of
from report_qa.figures.qualifiers import ROUGH, distant_qualifier, qualifier_before, qualifier_behind
from report_qa.figures.thresholds import is_period_word, is_threshold
from report_qa.figures.units import match_unit
from report_qa.figures.why import Why

_SCALE = r"(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![分瓦米克伏卡赫帕兆字比度]|家万户))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?:(?<![\d.A-Za-zα-ω])|(?<=[A-Z][A-Z])(?=\d{{3,}}[台个家套辆部]))(?<!\d/)(?P<number>{_DIGITS})(?!/\d)(?P<rough>{ROUGH})?(?P<scale>{_SCALE})?"
    rf"(?:(?P<number2>\d{{1,4}})(?P<scale2>{_SCALE})(?:(?<=[百千])(?P<rough3>[多余])(?P<scale3>万))?)?(?P<rough2>{ROUGH}(?!年来))?(?P<scale4>(?<=万[多余])亿)?\+?"
)
_PER_HUNDRED = re.compile(
    r"(?<![一二两三四五六七八九十百千万\d])(百分之|千分之|万分之)(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
)
_DASH = re.compile(r"(?:[（(]含[）)])?[-—–~～]{1,2}|[至到](?=\d)")
_OPENS_A_CHANGE = re.compile(r"[从由自][^，。；,;]{0,14}$")
_HUNDRED_MILLIONS = re.compile("个亿(?![元级以])")
_TO = re.compile(r"[\u4e00-\u9fff]{1,3}[到至]")
_SCALE_SIGNS = tuple("十百千万亿兆")
_FAR = 20  # characters before a number that may say what it is
_UNIT_APART = re.compile(rf"(?:[、和与及]\d+(?:\.\d+)?)*[、和与及]\d+(?:\.\d+)?(?P<scale>{_SCALE})?(?![\d.])")
_BARE_OK_BEHIND = re.compile(r"[\u4e00-\u9fff、，。；）)！？]|$")
_MEASURES = "个名家支枪次"
_INDEX = re.compile(
    r"(?:指数|系数|值|得分|评分|比值|率|为|达|达到|至|到|突破)$"
    r"|(?:指数|系数|得分|评分)(?:[^，。；、\d]{0,4}(?:在|提高|提升|上升|下降|降低|增长|回升|回落))$"
)


@dataclass(frozen=True, slots=True)
class _Number:
    end: int
    value: Decimal
    scale: int
    has_scale: bool
    unit: str | None
    rough: str | None
    bare: bool


def find_arabic(text: str, masks: list[Mask]) -> tuple[list[Quantity], list[Refused]]:
    """Quantities in Arabic digits in folded text outside the masks, and the numbers there that are none, each in order."""
    found: list[Quantity] = []
    refused: list[Refused] = []
    at = mask = 0
    while match := _NUMBER.search(text, at):
        at = match.end()
        while mask < len(masks) and masks[mask].end <= match.start():
            mask += 1
        if mask < len(masks) and masks[mask].start < match.end("number"):
            at = max(match.end("number"), masks[mask].end)
            continue
        quantity = _read(text, match, masks)
        if isinstance(quantity, Quantity):
            found.append(quantity)
            at = max(at, quantity.end)
        else:
            refused.append(Refused(match.start(), max(at, _number(text, match).end), quantity))
    return found, refused


def _number(text: str, match: re.Match[str]) -> _Number:
    value, scale = arabic(match["number"]), scale_of(match["scale"] or "")
    if match["number2"]:
        value += arabic(match["number2"]) * scale_of(match["scale2"] + (match["scale3"] or "")) / scale
    rough = match["rough"] or match["rough3"] or match["rough2"]
    end = match.end()
    unit = match_unit(text, end)
    if unit is None and match["rough2"] is None and text.startswith(("多", "余"), end):
        rough, end = text[end], end + 1
        unit = match_unit(text, end)
    if unit == "个" and _HUNDRED_MILLIONS.match(text, end):
        return _Number(end + 2, value, 10**8, True, None, rough, False)
    end += len(unit or "")
    unit = "亿" + (unit or "") if match["scale4"] else unit  # 4万多亿元: 4 times 万 of 亿元
    bare = unit is None and not match["scale"] and not rough
    return _Number(end, value, scale, bool(match["scale"]), unit, rough.removeprefix("有") if rough else None, bare)


def _read(text: str, match: re.Match[str], masks: list[Mask]) -> Quantity | Why:
    if not is_amount(match["number"]):
        return Why.CODE
    start = match.start()
    if start >= 2 and text.startswith("分之", start - 2):
        return _share(text, start)
    number = _number(text, match)
    value_to, scale, unit = None, number.scale, number.unit
    other = _range_end(text, match, number, masks)
    if other is not None:
        if unit is None and other.unit is None and not (other.has_scale or number.has_scale):
            return Why.NOT_UNDERSTOOD
        if other.has_scale and not number.has_scale and unit is None:
            scale = other.scale
        value_to, unit = other.value * other.scale / scale, other.unit or unit
        number = _Number(other.end, number.value, scale, True, unit, number.rough or other.rough, False)
    end = number.end
    if unit is None and text[end : end + 1] in _SCALE_SIGNS:
        return Why.ODD_SCALE  # no part of the number read, whose value would be wrong
    if number.bare and (apart := _UNIT_APART.match(text, end)):
        shared = _unit_apart(text, apart)
        if isinstance(shared, Why):
            return shared
        unit = shared
    elif number.bare and not _bare_is_figure(text, start, end):
        return Why.NOT_UNDERSTOOD
    elif is_period_word(text, start, end, unit):
        return Why.PERIOD
    if is_threshold(text, end, unit or ("元" if scale >= 10**8 else None), start):
        return Why.THRESHOLD
    return _qualified(text, Quantity(start, end, start, number.value, value_to, scale, unit, number.rough))


def _unit_apart(text: str, apart: re.Match[str]) -> str | Why:
    """The unit that only the last number of a list prints (1.5和2.3个百分点); a scale word there is not this number's."""
    unit = match_unit(text, apart.end())
    if unit is None or unit in ("月", "日"):
        return Why.NOT_UNDERSTOOD
    return Why.SCALE_APART if apart["scale"] else unit


def _share(text: str, number_start: int) -> Quantity | Why:
    """百分之8, a share whose name stands before its number; 五百分之8 is none."""
    share = _PER_HUNDRED.match(text, max(0, number_start - 3))
    if share is None or not is_amount(share[2]):
        return Why.NOT_UNDERSTOOD
    return _qualified(text, Quantity(*share.span(), share.start(), arabic(share[2]), None, 1, share[1], None))


def _qualified(text: str, bare: Quantity) -> Quantity:
    """The quantity with the qualifiers around it; its own (多, 余) comes after one before it."""
    before, behind = qualifier_before(text, bare.start), qualifier_behind(text, bare.end)
    qualifier = before or bare.qualifier or behind or distant_qualifier(text, bare.start)
    start, end = bare.start - len(before or ""), bare.end + len(behind or "")
    return Quantity(start, end, bare.number_start, bare.value, bare.value_to, bare.scale, bare.unit, qualifier)


def _range_end(text: str, match: re.Match[str], number: _Number, masks: list[Mask]) -> _Number | None:
    dash = _DASH.match(text, number.end)
    second = _NUMBER.match(text, dash.end()) if dash else None
    if dash is None or second is None:
        return None
    if dash[0] in "至到" and _OPENS_A_CHANGE.search(text[max(0, match.start() - _FAR) : match.start()]):
        return None
    if any(mask.start < second.end() and second.start() < mask.end for mask in masks):
        return None
    if not is_amount(second["number"]):
        return None
    other = _number(text, second)
    return other if number.unit in (None, other.unit) else None


def _bare_is_figure(text: str, start: int, end: int) -> bool:
    """Whether a number without scale or unit counts something (5家庭农场, 12县), and is no version or code."""
    number, before = text[start:end], text[max(0, start - _FAR) : start]
    if not _BARE_OK_BEHIND.match(text, end):
        return False
    if "." in number:
        return bool(_INDEX.search(before) or (text[start - 1 : start] in ("从", "由") and _TO.match(text, end)))
    if (
        text[start - 1 : start] in ("-", "—", "–", "+", "/", "“", "(", "（")
        or len(number) > 5
        or number.startswith("0")
    ):
        return False
    if qualifier_behind(text, end):
        return _INDEX.search(before) is not None
    behind = text[end : end + 1]
    if "\u4e00" <= behind <= "\u9fff":
        if len(number) >= 3 and behind not in _MEASURES:
            return False  # part of a name (360科创园, 120呼救)
        return behind not in "月日时点号年分强后级版届代第佰仟兆十等"
    return bool(_INDEX.search(before))
