"""Chinese numerals that count or measure something: 二十件, 三万五千户, 十余万人, 三至五家; and those that do not: 三个代表, 数十亿."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.numerals import DIGITS, chinese
from report_qa.figures.thresholds import is_period_word, is_threshold
from report_qa.figures.units import match_unit
from report_qa.figures.why import Why

_DIGIT = "一二两三四五六七八九"
_SIGN = "(?:[零〇一二两三四五六七八九十亿]|(?:[百万]|(?<![十百万])千|千(?![瓦米克伏卡字比赫]))(?!分[之位点]))"
_RANGE = r"(?:[-—–~～]{1,2}|至|到)"
_NUMERAL = re.compile(
    rf"(?<![{_DIGIT}零〇十百千万亿点第\d])(?P<numeral>{_SIGN}{{1,24}}(?:点[零〇{_DIGIT}]+)?)"
    rf"(?P<rough>[多余来几])?(?P<scale>(?<=[多余来几])[百千万亿]+)?(?P<more>(?<=[万亿])[多余])?(?:(?P<dash>{_RANGE})(?P<to>{_SIGN}{{1,24}}))?"
)
_VAGUE = re.compile(r"[几数若]$")  # 数十亿, 几百家: the number itself is not said
_TWO_DIGITS = re.compile(f"[{_DIGIT}]{{2}}")
_FROM = re.compile(r"[从由自][^，。；,;]{0,10}$")
_SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_FAR = 20  # characters before a numeral that may say what it is
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
_MEASURED = re.compile(
    r".*(?:[美欧日港韩澳加]元|人民币|[台日港]币|块钱|英镑|泰铢|卢布|法郎|千克|毫克|微克|克|立方米|公顷|瓦|瓦时|赫兹|字节|比特|千卡|岁)$|米$"
)
_FEW = frozenset("件项家名所座处条台套户场起倍元亩吨艘辆枚") | {"公里", "个百分点", "百分点", "人次", "个月"}
_SET_BEFORE = re.compile(
    r"(?:第|每|这|那|同|各|上|下|前|后|之|等|又|任|十|“|‘|某|另|统|唯|独|合|万|专|逐|头|进|一|周|初|高|大|十八届|届|当)$"
)
_SET_BEHIND = re.compile(
    r"(?:全面|意识|自信|维护|确立|毫不动摇|坚持|更加|高质量|必须|务必|不|一|大|方面|面|重|化|高|文明|新|好|服务|统一|精准|同步|联动|级|"
    r"[山岭寨坡庙屯堡]|包|线|师|业|农|区|县|中|会|者|员|来|样|代|通|边|手|心|点|时|起|定|旦|次会议|全会|全体会议|会议|党代会|次党代会|次全会|次代表大会|次全国|届|中全会|集中|结合|保障|为主|链|支队伍|五)"
)
_CURRENCIES = ("美元", "欧元", "日元", "港元", "韩元", "澳元", "加元", "人民币", "块钱", "周岁")
_PEOPLE = frozenset("人名位")
_FEW_CONTEXT = re.compile(
    r"(?:新建|新增|建成|建设|完成|引进|培育|获批|获得|实施|开工|举办|入选|创建|打造|增长|提高|提升|下降|降低|落地|拥有|开通|新开|投用|累计|分别|"
    r"[，、；：的等及和有达到为])$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Characters `[start, end)` of the text: `value` (to `value_to`) times `scale` of `unit`, or why they are no quantity."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None
    scale: int
    unit: str | None
    rough: str | None
    why: Why | None


def read_counted(text: str) -> Iterator[Counted]:
    """Every Chinese numeral from 二 up that a unit follows or 多 and 余 round, in order.

    >>> [(one.value, one.value_to, one.scale, one.unit) for one in read_counted("三万五千户，三至五家")]
    [(Decimal('3.5'), None, 10000, '户'), (Decimal('3'), Decimal('5'), 1, '家')]
    """
    for match in _NUMERAL.finditer(text):
        found = _read(text, match)
        if found is not None:
            yield found


def _read(text: str, match: re.Match[str]) -> Counted | None:
    start, end = match.span()
    printed, rough, to = match["numeral"] + (match["scale"] or ""), match["rough"] or match["more"], match["to"]
    if to and _FROM.search(text[max(0, start - _FAR) : start]):
        return None
    unit = match_unit(text, end)
    if unit is None and rough is None and to is None:
        return None
    number = _scaled(printed)
    stop = end + len(unit or "")
    if number is None or number[0] * number[1] < 2:
        return None
    if _VAGUE.search(text[:start][-1:]) or side_by_side(match["numeral"]):
        return Counted(start, stop, *number[:1], None, number[1], unit, rough, Why.VAGUE)
    value, scale = number
    value_to = None
    if to:
        ends = _range(printed, to)
        if ends is None:
            return None
        value, value_to, scale = ends
    why = _why_not(text, (start, end, stop), to or match["numeral"], unit, rough or to)
    return Counted(start, stop, value, value_to, scale, unit, rough, why)


def _scaled(printed: str) -> tuple[Decimal, int] | None:
    """A numeral's value and scale word: it keeps 万, 亿 and 万亿 (三万五千 is 3.5 times 万) and no other."""
    value = chinese(printed)
    if value is None:
        return None
    word = next((word for word, _ in _SCALES if word in printed), None)
    if word == "万亿" and not printed.endswith("万亿"):
        word = "亿"
    scale = dict(_SCALES)[word] if word else 1
    return value / scale, scale


def side_by_side(printed: str) -> bool:
    """Whether two digits say about how many (七八个, 八九亿) and no number."""
    whole = printed.partition("点")[0]
    return _TWO_DIGITS.search(whole) is not None and "〇" not in whole and "零" not in whole


def counts(unit: str | None) -> bool:
    """Whether a unit is one that Chinese numerals count or measure in, and not only part of set phrases."""
    return unit in _COUNTED or (unit is not None and _MEASURED.match(unit) is not None)


def counted_otherwise(text: str) -> Iterator[tuple[int, int, Why]]:
    """Chinese numerals from 二 up with a unit behind them that count nothing here (三个代表): bounds and reason.

    >>> [(start, end, why.value) for start, end, why in counted_otherwise("坚持两个毫不动摇，投资数十亿元")]
    [(2, 4, 'set_phrase'), (12, 15, 'vague')]
    """
    yield from ((one.start, one.end, one.why) for one in read_counted(text) if one.why is not None)


def _range(printed: str, to: str) -> tuple[Decimal, Decimal, int] | None:
    """Both ends and the scale of a range; a bare first end takes the scale word of the second (三到五万)."""
    first, last = chinese(printed), _scaled(to)
    if first is None or last is None or side_by_side(printed) or side_by_side(to):
        return None
    value_to, scale = last
    own = next((size for word, size in _SCALES if printed.endswith(word)), 1)
    value = first / scale if own > 1 else first
    tail = to.rstrip("万亿")
    if own == 1 and printed in DIGITS and len(tail) == 2 and tail[1] in "十百千":
        if scale > 1:
            return None  # 八到九百亿: nobody can tell
        value *= {"十": 10, "百": 100, "千": 1000}[tail[1]]  # 两到三千
    return (value, value_to, scale) if value < value_to else None


def _why_not(text: str, at: tuple[int, int, int], numeral: str, unit: str | None, rough: str | None) -> Why | None:
    """Why a numeral with its unit measures nothing; None where it does."""
    start, _, stop = at
    if unit == "年":
        lasts = re.search(r"连续(?:近|超过?)?$", text[max(0, start - _FAR) : start])
        return None if lasts and not is_period_word(text, start, stop, unit) else Why.PERIOD
    if is_period_word(text, start, stop, unit):
        return Why.PERIOD
    if is_threshold(text, stop, unit):
        return Why.THRESHOLD
    return None if _measures(text, (start, stop), numeral, unit, rough) else Why.SET_PHRASE


def _measures(text: str, at: tuple[int, int], numeral: str, unit: str | None, rough: str | None) -> bool:
    """Whether a Chinese numeral and its unit measure something, and are no set phrase (四个全面, 三农, 十大)."""
    start, stop = at
    before = text[max(0, start - _FAR) : start]
    if unit is None:
        return bool(rough) and len(numeral) >= 2
    if rough and numeral[0] in "十百千万" and (counts(unit) or unit in _PEOPLE):
        return True  # 十余家, 千余名
    if rough and rough not in "多余来几":
        return counts(unit) or unit in _PEOPLE  # a range
    if not counts(unit) or numeral[0] in "百千万亿" or _SET_BEFORE.search(before):
        return False
    if unit == "件":
        return not text.startswith("套", stop)
    if _SET_BEHIND.match(text, stop):
        return False
    if unit == "元" and (len(numeral) == 1 or not _ROUND_BEHIND.match(text, stop)):
        return False
    if unit.endswith(_CURRENCIES):
        return True
    if unit in ("年", "天", "次", "类", "位", "人", "小时", "分钟", "种", "岁"):
        return len(numeral) >= 2
    if len(numeral) == 1:
        return unit in ("个百分点", "百分点", "公里") or unit in _FEW and bool(_FEW_CONTEXT.search(before))
    return True
