"""The metric of a number whose noun stands behind it (新建150座公厕)."""

from __future__ import annotations

import re

from report_qa.figures.nouns import (
    LONGEST,
    STEPS,
    counted_noun,
    is_headed,
    is_verb,
    opens_right,
    shared_verb,
    size_owner,
    without_verb,
)
from report_qa.figures.spots import Named, Spot, words_behind
from report_qa.figures.units import ADMINISTRATIVE, is_measure
from report_qa.figures.words import strip_trailing

_DOER = re.compile(
    r"(?P<doer>[\u4e00-\u9fff]{2,14}?)(?:累计|共|分别)?(?:新引进|引进|实施(?!类)|投运|新承接|承接|新签约|签约|完成投资|培育|新增)(?=[\u4e00-\u9fff]{2,}$)"
)
_PLACES = frozenset("市县区镇乡村")
_SHARES = frozenset(("%", "成", "百分之"))
_LINKED = ("、", "和", "及")
_OWN_DOING = re.compile(r"(?:完成|实现|推进|实施|组织)$")


def counted_metric(text: str, spot: Spot, named: list[Named]) -> str:
    """The metric of a number whose noun stands behind it, or nothing."""
    if text.startswith("翻", spot.quantities[0].number_start) or STEPS.match(spot.right):
        return ""
    last = named[-1] if named and named[-1].clause is spot.clause else None
    left = spot.left
    if last is not None and (noun := strip_trailing(left)) and last.metric.endswith(noun):
        left = ""  # the words between belong to the number before (256所中小学校的14万学生)
    right = spot.right or (words_behind(text, spot) if spot.quantities[0].unit in ADMINISTRATIVE else "")
    if not opens_right(left, right, spot.quantities[0].unit):
        return ""
    right = _before_verb(right, spot)
    metric = counted_noun(
        left,
        size_owner(right, words_behind(text, spot)),
        counts=not is_measure(spot.quantities[0].unit),
        is_open=spot.quantities[-1].end + len(spot.right) < spot.clause.end,
    )
    if metric and is_verb(without_verb(metric)) and (thing := counted_noun("", _object(text, spot))):
        metric += thing  # 投入100亿元办好35件民生实事
    if metric and spot.quantities[0].unit in _SHARES:
        return _with_predicate(metric, spot)
    listed = left.startswith(_LINKED) or (not left and spot.left.endswith(_LINKED))
    if not metric or last is None or not listed or _OWN_DOING.search(left):
        return metric
    return shared_verb(last.metric, metric)


def _before_verb(right: str, spot: Spot) -> str:
    """6个县市实施重点项目173个: the verb behind a noun is of the number behind it."""
    if spot.quantities[-1].end + len(spot.right) == spot.clause.end:
        return right
    found = _DOER.match(right)
    if found is None or not (is_headed(found["doer"]) or found["doer"][-1] in _PLACES):
        return right
    return found["doer"]


def _with_predicate(metric: str, spot: Spot) -> str:
    """85%的机构达到三级水平: a share is of those that do, so that what is said of the noun belongs to the metric."""
    said = strip_trailing(spot.right.removeprefix("的"))
    ends = spot.quantities[-1].end + len(spot.right) == spot.clause.end
    if metric.startswith(("增速", "速度", "目标", "增长")):
        return metric
    return said if ends and said.startswith(metric) and len(said) <= LONGEST else metric


def _object(text: str, spot: Spot) -> str:
    """The words behind the next number of the clause, up to the one after."""
    later = [quantity for quantity in spot.clause.quantities if quantity.start >= spot.quantities[-1].end]
    if not later:
        return ""
    return text[later[0].end : later[1].start if len(later) > 1 else spot.clause.end]
