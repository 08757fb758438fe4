"""Quantities in Chinese numerals that measure something: 二十件, 七成, 两千多, 百分之八, 翻一番, 超千亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_qa.figures.numerals import chinese, scale_of
from report_qa.figures.qualifiers import distant_qualifier, qualifier_before, qualifier_behind
from report_qa.figures.thresholds import is_period_word, is_threshold
from report_qa.figures.units import match_unit

Parts = tuple[int, int, int, Decimal, Decimal | None, int, str | None, str | None]
_DIGIT = "一二两三四五六七八九"
_NUMERAL = "[零〇一二两三四五六七八九十百千万亿]"
_SHARE = re.compile(rf"(?<![十百千万])(百分之|千分之|万分之)({_NUMERAL}+(?:点[零〇一二三四五六七八九]+)?)")
_FRACTION = re.compile(rf"([{_DIGIT}十]+)分之([{_DIGIT}十]+)")
_HALF = re.compile(
    r"(?:[减缩压下降][少减短缩降低]|再压减|占|超过|超|近|过|达|提升|提高)(?:了|近|约|到|至)?(一半)(?![是的上])"
)
_SLASHED = re.compile(r"(?<![\d/.])(\d)/([1-9])(?=[的以，。、；左]|个|$)")
_DOUBLED = re.compile(r"翻(?:了)?(?:([一两二三四五六七八九])番|(?:一)?番)")
_TENTHS = re.compile(r"(?<![一-龥])?([一二两三四五六七八九])成(?=[多以的左，。；、家企农受财支以上]|(?:左右|以上)|$)")
_PLAIN = re.compile(rf"(?<![{_DIGIT}零〇十百千万亿点第\d])({_NUMERAL}{{1,12}})([多余])?")
_ROUND = re.compile(r"([十百千]?万亿|[十百千]?[万亿]|[百千])")
_ROUND_BEFORE = re.compile(
    r"(?:超过?|突破|逾|近|首破|(?<![突打侦爆攻])破|(?<![通超经不渡路越])过|(?<![以网线马之加路])上|达|达到|迈上|跨越|站上|迈过|跨过|跃上|冲刺|冲击|挺进)$"
)
_ROUND_BEHIND = re.compile(r"(?:大关|台阶|以上|左右|[，。；、）)！]|$)")
_COUNTED = frozenset("件项个家名所座处条台套户人场次起倍成年元亩吨天宗种类位艘辆枚") | {
    "列",
    "公里",
    "平方米",
    "个百分点",
    "百分点",
    "人次",
    "小时",
    "分钟",
    "个月",
    "平方公里",
    "公斤",
    "亿元",
    "批次",
    "场次",
    "千瓦",
    "斤",
}
_FEW = frozenset("件项家名所座处条台套户场起倍元亩吨艘辆枚") | {"公里", "个百分点", "百分点", "人次", "个月"}
_SET_BEFORE = re.compile(
    r"(?:第|每|这|那|同|各|上|下|前|后|之|等|又|任|十|“|‘|某|另|统|唯|独|合|万|专|逐|头|进|一|周|初|高|大|十八届|届|当)$"
)
_SET_BEHIND = re.compile(
    r"(?:全面|意识|自信|维护|确立|毫不动摇|坚持|更加|高质量|必须|务必|不|一|大|方面|面|重|化|高|文明|新|好|服务|统一|精准|同步|联动|级|"
    r"包|线|师|业|农|区|县|中|会|者|员|来|样|代|通|边|手|心|点|时|起|定|旦|次会议|全会|全体会议|会议|党代会|次党代会|次全会|次代表大会|次全国|届|中全会|集中|结合|保障|为主|链|支队伍|五)"
)


def find_chinese(text: str, taken: list[tuple[int, int]]) -> Iterator[Parts]:
    """Quantities in Chinese numerals outside the ranges taken, as the fields of a `Quantity`, in no fixed order.

    >>> [parts[3:7] for parts in find_chinese("办好二十件民生实事，三万五千户", [])]
    [(Decimal('20'), None, 1, '件'), (Decimal('3.5'), None, 10000, '户')]
    """
    used = list(taken)
    for find in (_shares, _doubled, _round_sums, _counted):
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


def _shares(text: str) -> Iterator[Parts]:
    for match in _SHARE.finditer(text):
        value = chinese(match[2])
        if value is not None:
            yield _finish(text, match.span(), value, unit=match[1])
    for match in _FRACTION.finditer(text):
        whole, part = chinese(match[1]), chinese(match[2])
        if whole and part:
            yield _finish(text, match.span(), round(part / whole, 4))
    for match in _SLASHED.finditer(text):
        if Decimal(match[2]):
            yield _finish(text, match.span(), round(Decimal(match[1]) / Decimal(match[2]), 4))
    for match in _HALF.finditer(text):
        yield _finish(text, match.span(1), Decimal("0.5"))
    for match in _TENTHS.finditer(text):
        value = chinese(match[1])
        if value is not None and not re.search(r"[第十一-九万完]$", text[: match.start()][-1:]):
            rough = "多" if text.startswith("多", match.end()) else None
            yield _finish(text, (match.start(), match.end() + len(rough or "")), value, unit="成", rough=rough)


def _doubled(text: str) -> Iterator[Parts]:
    for match in _DOUBLED.finditer(text):
        times = chinese(match[1]) if match[1] else Decimal(1)
        if times is not None and not text.startswith(("覆", "新", "身", "行动", "计划", "目标", "工程"), match.end()):
            yield _finish(text, match.span(), Decimal(2) ** int(times))


def _round_sums(text: str) -> Iterator[Parts]:
    """A bare scale word counts where words around it make it a sum: 突破千亿元, 超百家, 近万人."""
    for match in _ROUND.finditer(text):
        start, end = match.span()
        before = text[:start]
        if not _ROUND_BEFORE.search(before) or re.match(rf"{_NUMERAL}", text[end : end + 1]):
            continue
        unit = match_unit(text, end)
        stop = end + len(unit or "")
        if (unit is None and not _ROUND_BEHIND.match(text, stop)) or is_threshold(text, stop, unit):
            continue
        if unit is not None and unit not in _COUNTED and not unit.endswith(("元", "吨", "斤", "千瓦时")):
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


def _counted(text: str) -> Iterator[Parts]:
    for match in _PLAIN.finditer(text):
        start, end = match.span()
        numeral, rough = match[1], match[2]
        value = chinese(numeral)
        unit = match_unit(text, end)
        if value is None or value < 2 or not _measures(text, start, end, numeral, unit, rough):
            continue
        scale = next((size for word, size in (("亿", 10**8), ("万", 10**4)) if word in numeral), 1)
        yield _finish(text, (start, end + len(unit or "")), value / scale, scale, unit, rough)


def _measures(text: str, start: int, end: int, numeral: str, unit: str | None, rough: str | None) -> bool:
    """Whether a Chinese numeral and its unit measure something, and are no set phrase (四个全面, 三农, 十大)."""
    stop = end + len(unit or "")
    before = text[:start]
    if unit == "年":
        return bool(re.search(r"连续(?:近|超过?)?$", before)) and not is_period_word(text, start, stop, unit)
    if unit is None:
        return bool(rough) and len(numeral) >= 2
    if unit not in _COUNTED or numeral[0] in "百千万亿" or _SET_BEFORE.search(before):
        return False
    if unit == "件":
        return not text.startswith("套", stop)
    if is_threshold(text, stop, unit) or _SET_BEHIND.match(text, stop):
        return False
    if unit.endswith("元") and (len(numeral) == 1 or not _ROUND_BEHIND.match(text, stop)):
        return False
    if unit in ("年", "天", "次", "类", "位", "人", "小时", "分钟", "种"):
        return len(numeral) >= 2
    if len(numeral) == 1:
        return unit in ("个百分点", "百分点", "公里") or unit in _FEW and bool(_FEW_CONTEXT.search(before))
    return True


_FEW_CONTEXT = re.compile(
    r"(?:新建|新增|建成|建设|完成|引进|培育|获批|获得|实施|开工|举办|入选|创建|打造|增长|提高|提升|下降|降低|落地|拥有|开通|新开|投用|累计|分别|"
    r"[，、；：的等及和有达到为])$"
)
