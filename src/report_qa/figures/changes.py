"""How a figure changed: the words between a metric and its number (同比增长, 提高到, 控制在)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.figures.words import (
    BASE_AT_END,
    CHANGE,
    CHANGE_BEHIND,
    CHANGED_TO,
    COMPARED,
    COMPARED_WITH_SEVERAL,
    EACH,
    GROWTH_GOAL,
    KEPT_BEFORE,
    SAYS,
    SHARE_OF_PLAN,
    STARTING,
    STARTING_FAR,
    TIMES_OF,
    TO_YEAR,
    YEARLY,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands left of a number: the subject's words, the change, and whether the number is a starting value (从…)."""

    subject: str
    change: str | None
    starting: bool = False


def read_left(left: str, unit: str | None, right: str = "") -> Reading:
    """Part the words left of a number into subject and change; `right` is what follows the number.

    >>> read_left("规上工业增加值同比增长", "%")
    Reading(subject='规上工业增加值', change='同比增长', starting=False)
    >>> read_left("地表水优良比例从", "%")
    Reading(subject='地表水优良比例', change=None, starting=True)
    """
    left = TO_YEAR.sub(r"\g<verb>", left)
    yearly = YEARLY.search(left)
    if yearly:
        return Reading(left[: yearly.start()], "年均")
    left = EACH.sub("", left)
    starting = STARTING.search(left)
    if starting:
        return Reading(left[: starting.start()], starting["way"], True)
    far = STARTING_FAR.search(left) if CHANGED_TO.match(right) else None
    if far:
        return Reading(left[: far.start()] or far["what"], None, True)
    compared = _compared(left, unit)
    if compared is not None:
        return compared
    found = CHANGE.search(left)
    if found:
        kept = "".join(dict.fromkeys(KEPT_BEFORE.findall(found["before"])))
        if kept == "累计":
            kept = ""
        change = (found["base"] or "") + kept + found["verb"] + (found["to"] or "")
        return Reading(left[: found.start()], change.removesuffix("约").removesuffix("了"))
    left = BASE_AT_END.sub("", left)
    says = SAYS.search(left)
    subject = left[: says.start()] if says else left
    return Reading(subject, "增长" if unit == "%" and GROWTH_GOAL.search(subject) else None)


def _compared(left: str, unit: str | None) -> Reading | None:
    """A number that is said of a base (是2020年的5倍, 完成计划的98%, 高于全省2个百分点), or None."""
    share = TIMES_OF.search(left) if unit == "倍" else SHARE_OF_PLAN.search(left) if unit in ("%", "成") else None
    if share:
        return Reading(left[: share.start()], share["verb"] + share["base"] + "的")
    several = COMPARED_WITH_SEVERAL.search(left)
    if several:
        return Reading(left[: several.start()], several["verb"] + several["bases"] + (several["way"] or ""))
    compared = COMPARED.search(left)
    if compared is None:
        return None
    than = (compared["than"] or "").replace("分别", "")
    return Reading(left[: compared.start()], than or compared["verb"] + compared["base"])


def apart_changes(change: str | None, count: int) -> list[str | None]:
    """高于全国、全省 over two numbers: 高于全国 and 高于全省; any other change is that of each number.

    >>> apart_changes("高于全国、全省", 2), apart_changes("增长", 2)
    (['高于全国', '高于全省'], ['增长', '增长'])
    """
    several = COMPARED_WITH_SEVERAL.search(change or "")
    bases = re.split("[、和]", several["bases"]) if several else []
    if several is None or len(bases) != count:
        return [change] * count
    return [several["verb"] + base + (several["way"] or "") for base in bases]


def read_change(before: str | None, right: str) -> str | None:
    """The change of a number: the words before it, unless they only carry one behind it (实现10%以上增长).

    >>> read_change("实现", "增长"), read_change("达到", "，")
    ('增长', '达到')
    """
    behind = change_behind(right)
    return behind if behind and before in (None, "实现", "完成", "保持", "取得", "达到", "保持在") else before


def change_behind(right: str) -> str | None:
    """The change that follows a number (实现10%以上增长), or None."""
    found = CHANGE_BEHIND.match(right)
    return found["verb"] if found else None
