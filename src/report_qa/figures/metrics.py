"""What each quantity of a sentence measures, in the report's own words, and how it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_qa.figures.changes import change_behind, read_change, read_left
from report_qa.figures.clauses import Clause
from report_qa.figures.lists import JOINS, all_items
from report_qa.figures.neighbours import purpose, subject_of, topic
from report_qa.figures.nouns import (
    SIZE_OF,
    STEPS,
    clip,
    counted_noun,
    is_verb,
    opens_right,
    shared_head,
    shared_verb,
    size_owner,
    streak,
    whole_of,
    without_verb,
)
from report_qa.figures.quantity import Quantity
from report_qa.figures.runs import Run, metrics_of_run
from report_qa.figures.subjects import complete, is_level, total_of, with_level
from report_qa.figures.units import ADMINISTRATIVE, is_measure
from report_qa.figures.words import DEPENDENT, OPENERS, strip_leading, strip_trailing

_ENDS = frozenset(("", *"、，,；;。和与及"))
_OWN_VERB = re.compile(r"[、和及与](?:人均|户均|平均|占|其中|实现|完成|达成|取得)")
_NUMBER_LEFT = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?[、和与及]$")
_SUMMED = re.compile(r"累计|总数|总量")
_LINKED = ("、", "和", "及")
_SPANS = frozenset(("年", "月", "个月", "季度", "个季度"))
_MARK = re.compile(r"^(?:大关|台阶|关口)")
_GOAL = re.compile(r"的?(?P<goal>(?:增长|预期|年度|发展|总体|规划)*目标)(?!任务)")
_SETS = re.compile(r"(?:确定|提出|设定|安排|实现|完成|保持|锚定)(?:了)?")
_SETTING = frozenset((None, "实现", "完成", "保持"))
_LAST_OF_LIST = re.compile(
    r"^(?P<noun>.{3,}?)(?:全部|均|都|已|顺利|如期|集中)*(?:开工|竣工|完工|建成|投产|投用|签约|落地)、(?P<verb>(?:开工|竣工|完工|建成|投产|投用|签约|落地))$"
)
_OWN_DOING = re.compile(r"(?:完成|实现|推进|实施|组织)$")
_DOING = re.compile(rf"(?:、(?:.*(?:{OPENERS}))?)?$")
_BARE = re.compile(r"[^村县市镇户]|[\d.:：/、—-]+|是.*|有|前|获全.|全[省市区县国州]")
_SHORTEST = 3  # characters of a noun that tells what a bare verb is about
_SPENT = re.compile(r"(?:累计|共|计划)?(?:投资|投入|筹资|筹措资金|投入资金|安排资金|资金)")
_RANKED = re.compile(
    r"(?:均|都)?(?:超过|高于|低于|快于|好于|优于|位居|位列|居|列|排|保持|稳居|领跑|领先|实现正增长|正增长|增长)"
)
_OF_THE_PLACE = re.compile(r"全[省市区县州国]|我[省市区县州国]|自治区")
_LASTS = re.compile(r"(?:连续|持续)$")
_BOTH = re.compile(r"均|都|各$")


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with its metric and change. `starting` marks the value that a change starts from (从75%提高到…)."""

    quantity: Quantity
    metric: str
    change: str | None
    clause: Clause
    starting: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A run of quantities that share one subject: the words left of the first, the words right of the last."""

    clause: Clause
    quantities: tuple[Quantity, ...]
    left: str
    right: str
    apart: bool  # joined by 分别
    inside: bool  # a quantity stands before it in its clause


def name_quantities(text: str, clauses: Sequence[Clause], before: str | None) -> list[Named]:
    """Name every quantity of a sentence. `before` is the metric of the sentence before, for a subject left out."""
    named: list[Named] = []
    for spot in _spots(text, clauses):
        owner = before if named else _opening_subject(text, clauses, spot) or before
        named += _name(text, spot, named, owner)
    return _mended(text, _levelled(named))


def _mended(text: str, named: Sequence[Named]) -> list[Named]:
    """Metrics that a person can read: a bare verb takes the noun of the number after it (启动3000户、完成2000户改造)."""
    found = list(named)
    for at in range(len(found) - 1, -1, -1):
        entry = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if is_verb(entry.metric) and following is not None and following.clause is entry.clause:
            noun = SIZE_OF.sub("", without_verb(following.metric))
            between = text[entry.quantity.end : following.quantity.start]
            if len(noun) >= _SHORTEST and _DOING.match(between):
                found[at] = replace(entry, metric=clip(entry.metric + noun))
        elif _BARE.fullmatch(entry.metric):
            words = _wordless(text, entry.clause)
            found[at] = replace(entry, metric=clip(words)) if len(words) > 1 else entry
    return found


def _levelled(named: list[Named]) -> list[Named]:
    """158个省级、102个市级和美乡村: a bare level takes the noun of the number after it."""
    found = list(named)
    for at in range(len(found) - 2, -1, -1):
        entry, following = found[at], found[at + 1]
        noun = without_verb(entry.metric)
        if entry.clause is following.clause and is_level(noun):
            verb = entry.metric.removesuffix(noun)
            metric = verb + with_level(noun, without_verb(following.metric))
            found[at] = replace(entry, metric=clip(metric))
    return found


def _opening_subject(text: str, clauses: Sequence[Clause], spot: _Spot) -> str | None:
    """The subject of the clause before the sentence's first figure (城镇化水平稳步提高，达到66%), or None."""
    at = list(clauses).index(spot.clause)
    if at == 0 or text[clauses[at - 1].end] not in "，,":
        return None
    return subject_of(text[clauses[at - 1].start : clauses[at - 1].end])


def _spots(text: str, clauses: Sequence[Clause]) -> list[_Spot]:
    spots: list[_Spot] = []
    flat = [(clause, quantity) for clause in clauses for quantity in clause.quantities]
    at = 0
    while at < len(flat):
        clause, first = flat[at]
        inside = at > 0 and flat[at - 1][0] is clause
        left = _MARK.sub("", text[flat[at - 1][1].end if inside else clause.start : first.start])
        left = _NUMBER_LEFT.sub("", left)
        apart = "分别" in left
        run = [first]
        while at + len(run) < len(flat) and _joined(text, run[-1], *flat[at + len(run)], clause, apart):
            run.append(flat[at + len(run)][1])
        at += len(run)
        following = flat[at] if at < len(flat) else None
        last = next(held for held, quantity in flat if quantity is run[-1])
        stop = following[1].start if following and following[0] is last else last.end
        spots.append(_Spot(clause, tuple(run), left, text[run[-1].end : stop], apart, inside))
    return spots


def _joined(text: str, last: Quantity, clause: Clause, following: Quantity, own: Clause, apart: bool) -> bool:
    between = text[last.end : following.start]
    if not JOINS.match(between):
        return False
    if clause is not own:
        return apart and last.unit == following.unit and text[following.end : following.end + 1] in _ENDS
    return apart or (last.unit == following.unit and bool(between))


def _name(text: str, spot: _Spot, named: list[Named], before: str | None) -> list[Named]:
    quantity, count = spot.quantities[0], len(spot.quantities)
    reading = read_left(spot.left, quantity.unit, spot.right)
    lasts = quantity.unit in _SPANS and _LASTS.search(spot.left)
    if count == 1 and not lasts and (metric := _counted(text, spot, named)):
        return [Named(quantity, clip(metric), change_behind(spot.right), spot.clause)]
    change = read_change(reading.change, spot.right)
    words = reading.subject.split("分别")[0] if count > 1 else reading.subject.replace("分别", "")
    subject = strip_trailing(strip_leading(words)) or (
        topic(text[: spot.clause.start], spot.left) if reading.starting else ""
    )
    subject = "" if _OF_THE_PLACE.fullmatch(subject) else subject
    subject = _LAST_OF_LIST.sub(r"\g<noun>\g<verb>", subject)
    if (
        (not subject or _SETS.fullmatch(subject))
        and reading.change in _SETTING
        and not spot.inside
        and (goal := _GOAL.match(spot.right))
    ):
        return [
            Named(
                quantity,
                goal["goal"] if subject else (change or "") + goal["goal"],
                change_behind(spot.right),
                spot.clause,
            )
        ]
    if change == "连续" and count == 1:
        lasting = streak(reading.subject, spot.right)
        if DEPENDENT.match(subject) or (not subject and named and _RANKED.match(spot.right)):
            lasting = _complete(subject, change, spot, named, before) or lasting
        lasting = lasting if len(lasting) >= 4 else _complete(subject, change, spot, named, before) or lasting
        return [Named(quantity, clip(lasting) or _fallback(text, spot), change, spot.clause)]
    if count == 1:
        both = all_items(subject) if _BOTH.search(spot.left[max(0, len(words) - 1) :]) else []
        if len(both) > 1:
            return [Named(quantity, clip(item), change, spot.clause) for item in dict.fromkeys(both)]
        subject = whole_of(subject, _behind(text, spot))
        metric = _complete(subject, change, spot, named, before) or _fallback(text, spot)
        if _SPENT.fullmatch(metric) and not change:
            metric += purpose(spot.right, text[spot.clause.end :])
        return [Named(quantity, clip(metric), change, spot.clause, reading.starting)]
    known = [(entry.metric, entry.clause is spot.clause) for entry in named]
    same = len({entry.clause.start for entry in named[-count:]}) == 1
    metrics = metrics_of_run(Run(reading.subject, count, spot.apart, known, same))
    if metrics is None:
        metrics = [_complete(subject, change, spot, named, before) or _fallback(text, spot)] * count
    return [
        Named(quantity, clip(metric), change, spot.clause, reading.starting)
        for quantity, metric in zip(spot.quantities, metrics, strict=True)
    ]


def _counted(text: str, spot: _Spot, named: list[Named]) -> str:
    """The metric of a number whose noun stands behind it, or nothing."""
    if text.startswith("翻", spot.quantities[0].number_start) or STEPS.match(spot.right):
        return ""
    last = named[-1] if named and named[-1].clause is spot.clause else None
    left = spot.left
    if last is not None and (noun := strip_trailing(left)) and last.metric.endswith(noun):
        left = ""  # the words between belong to the number before (256所中小学校的14万学生)
    right = spot.right or (_behind(text, spot) if spot.quantities[0].unit in ADMINISTRATIVE else "")
    if not opens_right(left, right, spot.quantities[0].unit):
        return ""
    metric = counted_noun(
        left,
        size_owner(right, _behind(text, spot)),
        counts=not is_measure(spot.quantities[0].unit),
        is_open=spot.quantities[-1].end + len(spot.right) < spot.clause.end,
    )
    if metric and is_verb(without_verb(metric)) and (thing := counted_noun("", _object(text, spot))):
        metric += thing  # 投入100亿元办好35件民生实事
    listed = left.startswith(_LINKED) or (not left and spot.left.endswith(_LINKED))
    if not metric or last is None or not listed or _OWN_DOING.search(left):
        return metric
    return shared_verb(last.metric, metric)


def _object(text: str, spot: _Spot) -> str:
    """The words behind the next number of the clause, up to the one after."""
    later = [quantity for quantity in spot.clause.quantities if quantity.start >= spot.quantities[-1].end]
    if not later:
        return ""
    return text[later[0].end : later[1].start if len(later) > 1 else spot.clause.end]


def _behind(text: str, spot: _Spot) -> str:
    """The words right of a number; where only 的 parts it from the next number, those right of that one."""
    if spot.right not in ("", "的") and not SIZE_OF.search(spot.right):
        return spot.right
    ends = [spot.clause.end, *(quantity.start for quantity in reversed(spot.clause.quantities))]
    for quantity in spot.clause.quantities:
        if quantity.start >= spot.quantities[-1].end:
            stop = min(end for end in ends if end >= quantity.end)
            if text[quantity.end : stop]:
                return (spot.right if spot.right == "的" else "") + text[quantity.end : stop]
    return spot.right


def _complete(subject: str, change: str | None, spot: _Spot, named: list[Named], before: str | None) -> str | None:
    known = [(entry.metric, entry.quantity.unit) for entry in named]
    whole = complete(subject, spot.quantities[0].unit, known, before)
    if whole and not subject and _SUMMED.search(spot.left):
        whole = total_of(whole)
    last = named[-1] if named else None
    if whole == subject and subject and last is not None:
        if (
            not change
            and last.clause is spot.clause
            and spot.left.startswith(("、", "和", "及", "与"))
            and not _OWN_VERB.match(spot.left)
        ):
            return shared_verb(last.metric, subject)
        if last.quantity.unit == spot.quantities[0].unit and (change or spot.quantities[0].qualifier):
            return shared_head(last.metric, subject)
    return whole


def _fallback(text: str, spot: _Spot) -> str:
    """The clause without its numbers, for a figure whose metric nothing else names."""
    return _wordless(text, spot.clause) or text[spot.quantities[0].start : spot.quantities[0].end]


def _wordless(text: str, clause: Clause) -> str:
    words = text[clause.start : clause.end]
    for quantity in clause.quantities:
        words = words.replace(text[quantity.start : quantity.end], "")
    return strip_trailing(strip_leading(words))
