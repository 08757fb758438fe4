"""What of a metric a figure says: how much it is, how much it grew, its part of a whole, by how much it leads another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from report_qa.figures.figure import Figure

Aspect = Literal["level", "growth", "yearly", "yearly_growth", "share", "rank", "lead", "ratio", "plan", "streak"]

_RISES = r"增长|增加|增产|增收|增|上涨|涨|提高|提升|上升|上调|升|改善|扩大|延长|提速|转为增长|恢复"
_FALLS = r"下降|减少|降低|压减|压缩|压降|缩短|缩减|缩小|削减|精简|回落|减|降|低"
_MOVES = re.compile(rf"(?:{_RISES}|{_FALLS}|增幅|增速|多增|前进|前移|提前|改善|高|多|少)(?:达到?|约)?$")
_REACHES = re.compile(r"(?:到|至|为|成|达|达到)$")
_GROWS = re.compile(r"(?:增幅|增速|增长|实际增长)(?:达到?)?$")
_YEARLY = re.compile(r"年均|平均每年|每年(?:平均)?")
_LEADS = re.compile(
    r"^(?:(?:高于|低于|快于|慢于|优于|好于|超过|高出|低出|少于|多于)(?P<one>.+)|(?:比|较)(?P<two>.+?)(?:约)?(?:(?<!提)高|(?<!降)低|(?<!加)快|(?<!放)慢)出?)$"
)
_RATIO = re.compile(r"^(?:是|为|达|达到|相当于)(?P<base>.+)的$")
_PLAN = re.compile(r"^(?:完成|占|达|达到|为|是)?(?P<base>.*(?:计划|任务|目标|预算|指标).*)的$")
_COMPARED = re.compile(
    rf"^(?:比|较|与|同(?!比))(?P<base>.+?)(?:相比|累计|实际|同期|平均|预计数)*(?:多|再)?(?:{_RISES}|{_FALLS}|增幅|前进|前移|少|多)(?:达到?)?$"
)
_OWN_BASE = re.compile(
    r"^(?:上一?年|去年|前一?年|上年度|上一年度|上年同期|去年同期|上年同|同期|上?年初|上?年末|上年底|同?口径|同?可比口径)$"
)
_BASE_WORDS = re.compile(r"^(?:比|较|与|同|和)(?P<base>.+?)(?:相比|同期|同)?$")
_DOWN = re.compile(rf"(?:{_FALLS})(?:达到?|约|到|至)?$")


@dataclass(frozen=True, slots=True)
class Side:
    """What a figure says of its metric. `base` is what it is held against, empty for the year before and where nothing is named.

    `falls` says that a change is downward (下降3%).
    """

    aspect: Aspect
    base: str = ""
    falls: bool = False


@cache
def side_of(change: str | None, kind: str) -> Side:
    """The side of a metric that a change in the report's words and a kind of unit (`exact_kind`) tell.

    >>> side_of("同比增长", "share"), side_of("比2019年增长", "share"), side_of("提高到", "share").aspect
    (Side(aspect='growth', base='', falls=False), Side(aspect='growth', base='2019年', falls=False), 'level')
    """
    if kind == "streak":
        return Side("streak")
    if change is None:
        return Side("growth" if kind in ("points", "multiple") else "level")
    if change == "连续":
        return Side("streak")
    if plan := _PLAN.match(change):
        return Side("plan", plan["base"])
    if ratio := _RATIO.match(change):
        return Side("ratio", ratio["base"])
    if lead := _LEADS.match(change):
        base = lead["one"] or lead["two"]
        behind = re.match("低于|慢于|少于|比.*[低慢]|较.*[低慢]", change) is not None
        return Side("growth", "", behind) if _OWN_BASE.match(base) else Side("lead", base, behind)
    if kind == "people" and re.search("前进|前移", change):
        return Side("rank")
    yearly = _YEARLY.search(change) is not None
    compared = _COMPARED.match(change)
    if compared or (_MOVES.search(change) and (_GROWS.search(change) or not _REACHES.search(change))):
        base = compared["base"] if compared else ""
        base = "" if _OWN_BASE.match(base) else base
        return Side("yearly_growth" if yearly else "growth", base, _DOWN.search(change) is not None)
    if kind == "points" and not _REACHES.search(change):
        return Side("growth", falls=_DOWN.search(change) is not None)
    return Side("yearly" if yearly else "level")


def earlier_base(figure: Figure) -> str:
    """What a figure's growth is held against by the words of its base, empty for the year before and where it has none."""
    if figure.base is None or figure.base.text == "同比":
        return ""
    words = _BASE_WORDS.match(figure.base.text)
    base = words["base"] if words else figure.base.text
    of, then = figure.period, figure.base.period
    if of is not None and then is not None and of.one_year and then.one_year and then.end == of.start - 1:
        return ""
    return "" if _OWN_BASE.match(base) else base
