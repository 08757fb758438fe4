"""How a figure changed: the words between a metric and its number (同比增长, 提高到, 控制在)."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.figures.words import (
    BASE_AT_END,
    CHANGE,
    CHANGE_BEHIND,
    CHANGED_TO,
    COMPARED,
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
    if unit == "倍":
        times = TIMES_OF.search(left)
        if times:
            return Reading(left[: times.start()], times["verb"] + times["base"] + "的")
    if unit in ("%", "成"):
        planned = SHARE_OF_PLAN.search(left)
        if planned:
            return Reading(left[: planned.start()], planned["verb"] + planned["base"] + "的")
    compared = COMPARED.search(left)
    if compared:
        return Reading(
            left[: compared.start()],
            (compared["than"] or "").replace("分别", "") or compared["verb"] + compared["base"],
        )
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
