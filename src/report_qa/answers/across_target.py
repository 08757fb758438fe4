"""Whether a target was met: the figure planned by one report against the result in the next, where both are exact enough."""

from __future__ import annotations

import re
from typing import Literal

from report_qa.figures.bounds import Precision, precision_of
from report_qa.figures.derived import hindrance, signed
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey

_LESS_IS_BETTER = re.compile(
    r"unemployment|cpi|pm25|pm10|deficit|accidents|失业|物价|消费价格|浓度|能耗|排放|赤字|死亡|事故|负债率|杠杆|辍学|病死"
)
Judged = Literal["yes", "no", "inexact", "unlike"]


def judge_target(target: Figure, result: Figure, keys: tuple[MetricKey, MetricKey]) -> Judged:
    """`yes` or `no` where the two say for certain, `inexact` where a bound or 左右 leaves it open, `unlike` where they are
    not of one metric, scope and unit.
    """
    if hindrance(target, result, keys) not in (None, "direction", "range"):
        return "unlike"
    planned, done = precision_of(target), precision_of(result)
    if target.value_to is not None and planned is Precision.EXACT:
        planned = Precision.AT_LEAST  # 6.5%—7%: what is promised is the lower end
    if Precision.ABOUT in (planned, done) or result.value_to is not None:
        return "inexact"
    falls = signed(target) < 0
    goal, reached = abs(signed(target)), -signed(result) if falls else signed(result)
    if not falls and (planned is Precision.AT_MOST or _less_is_better(target, keys[0])):
        if planned is not Precision.AT_MOST or done is Precision.AT_LEAST:
            return "yes" if planned is Precision.EXACT and done is Precision.EXACT and reached == goal else "inexact"
        if done is Precision.AT_MOST:
            return "yes" if reached <= goal else "inexact"
        return "yes" if reached <= goal else "no"
    if planned is Precision.AT_MOST or done is Precision.AT_MOST:
        return "inexact"
    if done is Precision.AT_LEAST:
        return "yes" if reached >= goal else "inexact"
    return "yes" if reached >= goal else "no"


def _less_is_better(figure: Figure, key: MetricKey) -> bool:
    return _LESS_IS_BETTER.search(f"{key.concept} {figure.metric}") is not None
