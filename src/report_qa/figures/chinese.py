"""Quantities in Chinese numerals that measure something: 二十件, 七成, 两千多, 百分之八, 翻一番, 超千亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_qa.figures.numerals import chinese, scale_of
from report_qa.figures.qualifiers import distant_qualifier, qualifier_before, qualifier_behind
from report_qa.figures.tallies import counts, read_counted, side_by_side
from report_qa.figures.thresholds import is_threshold
from report_qa.figures.units import match_unit

Parts = tuple[int, int, int, Decimal, Decimal | None, int, str | None, str | None]
_DIGIT = "一二两三四五六七八九"
_SIGN = "(?:[零〇一二两三四五六七八九十亿]|[百千万](?!分[之位点]))"
_NUMERAL = rf"{_SIGN}{{1,24}}(?:点[零〇{_DIGIT}]+)?"
_SHARE = re.compile(rf"(?<![{_DIGIT}十百千万亿])([百千万]{{1,3}}分之)({_NUMERAL})")
_FRACTION = re.compile(rf"(?<![{_DIGIT}十百千万亿又])([{_DIGIT}十]+)分之([{_DIGIT}十]+)(?![百千万亿点\d])")
_HALF = re.compile(
    r"(?:[减缩压下降][少减短缩降低]|再压减|占|超过|超|近|过|达|提升|提高)(?:了|近|约|到|至)?(一半)(?![是的上])"
)
_SLASHED = re.compile(r"(?<=[\u4e00-\u9fff、，])([1-9])/([2-9]|10)(?=[\u4e00-\u9fff，。、；）]|$)(?![月日号])")
_DOUBLED = re.compile(r"翻(?:了)?(?:([一两二三四五六七八九])番|(?:一)?番)")
_TENTHS = re.compile(
    rf"(?<![{_DIGIT}十百千万第完点\d])([{_DIGIT}十](?:点[{_DIGIT}])?)成(?=[多以的左，,。；、家企农受财支以上]|(?:左右|以上)|$)"
)
_STREAK = re.compile(
    rf"(?<![{_DIGIT}十第])(?P<times>[{_DIGIT}十]{{1,3}}|\d{{1,2}})(?P<what>连[冠丰增升涨降跌胜快优A])(?![{_DIGIT}\d])"
)
_ROUND = re.compile(r"(?<=[超过破逾近上达到越刺击进])([十百千]?万亿|[十百千]?[万亿]|[百千])")
_ROUND_BEFORE = re.compile(
    r"(?:超过?|突破|逾|近|首破|(?<![突打侦爆攻])破|(?<![通超经不渡路越])过|(?<![以网线马之加路])上|达|达到|迈上|跨越|站上|迈过|跨过|跃上|冲刺|冲击|挺进)$"
)
_FAR = 20  # characters before a numeral that may say what it is
_ROUND_BEHIND = re.compile(r"(?:大关|台阶|以上|左右|[，。；、）)！]|$)")


def find_chinese(text: str, taken: list[tuple[int, int]]) -> Iterator[Parts]:
    """Quantities in Chinese numerals outside the ranges taken, as the fields of a `Quantity`, in no fixed order.

    >>> [parts[3:7] for parts in find_chinese("办好二十件民生实事，三万五千户", [])]
    [(Decimal('20'), None, 1, '件'), (Decimal('3.5'), None, 10000, '户')]
    """
    used = list(taken)
    for find in (_shares, _doubled, _streaks, _round_sums, _counted):
        for parts in find(text):
            if not any(start < parts[1] and parts[0] < end for start, end in used):
                used.append((parts[0], parts[1]))
                yield parts


def _finish(
    text: str,
    bounds: tuple[int, int],
    value: Decimal,
    scale: int = 1,
    unit: str | None = None,
    rough: str | None = None,
) -> Parts:
    start, end = bounds
    before, behind = qualifier_before(text, start), qualifier_behind(text, end)
    qualifier = before or rough or behind or distant_qualifier(text, start)
    return start - len(before or ""), end + len(behind or ""), start, value, None, scale, unit, qualifier


def _counted(text: str) -> Iterator[Parts]:
    for one in read_counted(text):
        if one.why is None:
            start, end, _, *_, scale, unit, qualifier = _finish(
                text, (one.start, one.end), one.value, one.scale, one.unit, one.rough
            )
            yield start, end, one.start, one.value, one.value_to, scale, unit, qualifier


def _shares(text: str) -> Iterator[Parts]:
    """百分之八, 三分之一 and 1/3, 一半, 七成."""
    if "分之" in text:
        yield from _named_shares(text)
    if "/" in text:
        for match in _SLASHED.finditer(text):
            yield _finish(text, match.span(), round(Decimal(match[1]) / Decimal(match[2]), 4))
    if "一半" in text:
        for match in _HALF.finditer(text):
            yield _finish(text, match.span(1), Decimal("0.5"))
    if "成" in text:
        for match in _TENTHS.finditer(text):
            value = chinese(match[1])
            if value is not None:
                rough = "多" if text.startswith("多", match.end()) else None
                yield _finish(text, (match.start(), match.end() + len(rough or "")), value, unit="成", rough=rough)


def _named_shares(text: str) -> Iterator[Parts]:
    for match in _SHARE.finditer(text):
        value = chinese(match[2])
        if value is not None and not side_by_side(match[2]):
            yield _finish(text, match.span(), value, unit=match[1])
    for match in _FRACTION.finditer(text):
        whole, part = chinese(match[1]), chinese(match[2])
        if whole and part:
            yield _finish(text, match.span(), round(part / whole, 4))


def _doubled(text: str) -> Iterator[Parts]:
    for match in _DOUBLED.finditer(text) if "番" in text else ():
        times = chinese(match[1]) if match[1] else Decimal(1)
        if times is not None and not text.startswith(("覆", "新", "身", "行动", "计划", "目标", "工程"), match.end()):
            yield _finish(text, match.span(), Decimal(2) ** int(times))


def _streaks(text: str) -> Iterator[Parts]:
    """九连冠, 十九连丰: so many times in a row; the unit is what stands behind the number."""
    for match in _STREAK.finditer(text) if "连" in text else ():
        times = chinese(match["times"]) or (Decimal(match["times"]) if match["times"].isdigit() else None)
        if times is not None and times >= 2 and not side_by_side(match["times"]):
            yield _finish(text, match.span(), times, unit=match["what"])


def _round_sums(text: str) -> Iterator[Parts]:
    """A bare scale word counts where words around it make it a sum: 突破千亿元, 超百家, 近万人."""
    for match in _ROUND.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _FAR) : start]
        if not _ROUND_BEFORE.search(before) or re.match(_SIGN, text[end : end + 1]):
            continue
        unit = match_unit(text, end)
        stop = end + len(unit or "")
        if unit is None and (len(match[1]) == 1 and match[1] != "亿" or not _ROUND_BEHIND.match(text, stop)):
            continue
        if is_threshold(text, stop, unit):
            continue
        if unit is not None and not counts(unit) and not unit.endswith(("元", "吨", "斤", "千瓦时")):
            continue
        if unit == "元" and not _ROUND_BEHIND.match(text, stop):
            continue
        value, scale = _split(match[1])
        yield _finish(text, (start, stop), value, scale, unit)


def _split(word: str) -> tuple[Decimal, int]:
    """千亿 is 1,000 × 亿, 万亿 is 1 × 万亿: a Chinese numeral keeps 万 and 亿 as its scale."""
    if word in ("万亿", "万", "亿"):
        return Decimal(1), scale_of(word)
    if word[-1] in "万亿":
        return Decimal(scale_of(word[:-1])), scale_of(word[-1])
    return Decimal(scale_of(word)), 1
