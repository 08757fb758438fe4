"""Numbers without a subject of their own: what the words behind them, or the number before them, say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.nouns import LONGEST
from report_qa.figures.spots import Named, Spot
from report_qa.figures.units import is_measure
from report_qa.figures.words import strip_leading, strip_trailing

_SPANS = frozenset(("年", "月", "个月", "季度", "个季度", "天", "日", "小时", "分钟", "个工作日", "工作日"))
_TOOK = re.compile(r"^[，、]?(?:提前|历时|仅用|用时|耗时|只用)?(?:了|近|约)?$")
_SHORTEST = 4  # characters of words that say what was done
_STRIVES = re.compile(r"^[、，]?(?:力争|争取|确保|奋力|努力|力促|冲刺)(?:突破|达到)?$")
_QUARTER = r"(?:[一二三四]季度|上半年|下半年|前三季度|前[一二三]季度)"
_QUARTER_AT_END = re.compile(rf"{_QUARTER}$")
_QUARTER_AT_START = re.compile(rf"^[、，]?(?P<quarter>{_QUARTER}|全年)")
_NEW_AT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:新增|净增|增加|新登记|新设)$")
_VERDICT = re.compile(
    r"(?:达标|交付|回复|办复|办结|答复|全?覆盖|到位|合格|纳管|入网|上云|开工|完工|脱贫|整改到位)(?:率)?$"
)


RANKED_AT_END = re.compile(
    r"(?:连续[^，、]{1,6})?中?(?:稳)?(?:排名|位列|位居|居|列)(?:全[国省市区州])?第[\d一二三四五六七八九十]+[位名]?$"
)


def own_doing(spot: Spot, subject: str, change: str | None, named: Sequence[Named]) -> str:
    """70天完成重建, 4025户实现“得房即得证”: the words behind a number that opens its clause, where they say what it is of."""
    quantity = spot.quantities[0]
    said = strip_trailing(spot.right.removeprefix("的").removeprefix("内"))
    if subject or spot.inside or not _SHORTEST <= len(said) <= LONGEST:
        return ""
    if quantity.unit in _SPANS:
        return said if _TOOK.match(spot.left) else ""
    counts = quantity.unit is not None and not is_measure(quantity.unit)
    alone = not named or named[-1].quantity.unit != quantity.unit
    return said if counts and alone and not spot.left.strip("，、") and change is None else ""


def shared_change(spot: Spot, subject: str, named: Sequence[Named]) -> str | None:
    """增长5.5%、力争6%: what is striven for is the change of the number before."""
    last = named[-1] if named else None
    if subject or last is None or last.quantity.unit != spot.quantities[0].unit or not _STRIVES.match(spot.left):
        return None
    return last.change


def with_quarter(metric: str, spot: Spot) -> str:
    """开工率一季度达到30%、二季度达到60%: the quarter printed with the number takes the place of the one before."""
    said = _QUARTER_AT_START.match(spot.left)
    return _QUARTER_AT_END.sub(said["quarter"], metric) if said else metric


def total_behind_new(metric: str, spot: Spot, last: Named) -> str:
    """里程新增1700公里、突破7000公里: a total is not that of what is new."""
    same = last.clause is spot.clause and last.quantity.unit == spot.quantities[0].unit
    return _NEW_AT_END.sub("", metric) if same else metric


def with_verdict(metric: str, spot: Spot) -> str:
    """水质100%达标: what all of them are belongs to the metric."""
    said = spot.right
    return metric + said if _VERDICT.fullmatch(said) and not metric.endswith(("率", said)) else metric


def streak(subject: str, right: str) -> str:
    """What went on for so long (群众安全感满意度连续11年第一): the subject, or what was achieved where it is ours."""
    subject = RANKED_AT_END.sub("", strip_trailing(strip_leading(subject)))
    return subject if len(subject) >= 4 else strip_trailing(right.lstrip("、，")[:LONGEST])
