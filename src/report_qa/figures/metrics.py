"""What each quantity of a sentence measures, in the report's own words, and how it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.bare import (
    RANKED_AT_END,
    own_doing,
    shared_change,
    streak,
    total_behind_new,
    with_quarter,
    with_verdict,
)
from report_qa.figures.changes import Reading, apart_changes, change_behind, read_change, read_left
from report_qa.figures.clauses import Clause
from report_qa.figures.lists import all_items
from report_qa.figures.mending import levelled, mended
from report_qa.figures.neighbours import industry_of, purpose, spoken_of, subject_of, topic
from report_qa.figures.nouns import clip, shared_head, shared_verb, whole_of
from report_qa.figures.nouns_behind import counted_metric
from report_qa.figures.runs import Run, metrics_of_run, of_money
from report_qa.figures.spots import Named, Spot, fallback, find_spots, words_behind
from report_qa.figures.subjects import complete, total_of
from report_qa.figures.units import is_measure
from report_qa.figures.words import DEPENDENT, strip_leading, strip_trailing

_OWN_VERB = re.compile(r"[、和及与](?:人均|户均|平均|占|其中|实现|完成|达成|取得)")
_SUMMED = re.compile(r"累计|总数|总量")
_SPANS = frozenset(("年", "月", "个月", "季度", "个季度"))
_GOAL = re.compile(r"的?(?P<goal>(?:增长|预期|年度|发展|总体|规划)*目标)(?!任务)")
_SETS = re.compile(r"(?:确定|提出|设定|安排|实现|完成|保持|锚定)(?:了)?")
_SETTING = frozenset((None, "实现", "完成", "保持"))
_LAST_OF_LIST = re.compile(
    r"^(?P<noun>.{3,}?)(?:全部|均|都|已|顺利|如期|集中)*(?:开工|竣工|完工|建成|投产|投用|签约|落地)、(?P<verb>(?:开工|竣工|完工|建成|投产|投用|签约|落地))$"
)
_SPENT = re.compile(r"(?:累计|共|计划)?(?:投资|投入|筹资|筹措资金|投入资金|安排资金|资金)")
_RANKED = re.compile(
    r"(?:均|都)?(?:超过|高于|低于|快于|好于|优于|位居|位列|居|列|排|保持|稳居|领跑|领先|实现正增长|正增长|增长)"
)
_SAYS_NOTHING = re.compile(
    r"全[省市区县州国]|我[省市区县州国]|自治区|(?:累计)?净增"
)  # the report's own place, a change
_LASTS = re.compile(r"(?:连续|持续)$")
_CONTINUES = re.compile(r"增|降|升|涨|减少|回落|提高|占|比|连续|贡献率|总量|总数|达到?$|突破$")
_BOTH = re.compile(r"均|都|双双|各$")
_SHORTEST_STREAK = 4  # characters


def name_quantities(text: str, clauses: Sequence[Clause], before: str | None) -> list[Named]:
    """Name every quantity of a sentence. `before` is the metric of the sentence before, for a subject left out."""
    named: list[Named] = []
    for spot in find_spots(text, clauses):
        spoken, alone = _spoken_before(text, clauses, spot)
        owner = before if not named and alone and _CONTINUES.search(spot.left) else None
        named += _name(spot, _Known(text, named, owner, spoken))
    return mended(text, levelled(named))


def _spoken_before(text: str, clauses: Sequence[Clause], spot: Spot) -> tuple[str, bool]:
    """What the clauses without figures right before a spot's clause speak of, and whether there are none that say anything.

    Behind other figures only a clause that says how something went counts (城镇化水平稳步提高，达到66%).
    """
    if spot.inside:
        return "", False
    at = next(at for at, clause in enumerate(clauses) if clause is spot.clause)
    alone = True
    for clause in reversed(clauses[:at]):
        words = text[clause.start : clause.end]
        if clause.quantities or text[clause.end] not in "，,":
            return "", alone and not clause.quantities
        if not strip_leading(words):
            continue  # nothing but a time
        first = not any(earlier.quantities for earlier in clauses[:at])
        if first:
            spoken = industry_of(text[: clauses[0].end]) or spoken_of(words)
        else:
            spoken = (spoken_of(words) if spot.apart and len(spot.quantities) > 1 else subject_of(words)) or ""
        alone = False
        if spoken or not first:
            return spoken, False
    return "", alone


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands before a spot: the sentence, the quantities named so far, and what a missing subject may continue.

    `before` is the metric of the sentence before, `spoken` what the clause before without figures speaks of.
    """

    text: str
    named: list[Named]
    before: str | None
    spoken: str


def _name(spot: Spot, known: _Known) -> list[Named]:
    """The quantities of a spot with their metrics."""
    quantity, count = spot.quantities[0], len(spot.quantities)
    reading = read_left(spot.left, quantity.unit, spot.right)
    lasts = quantity.unit in _SPANS and _LASTS.search(spot.left)
    if count == 1 and not lasts and (metric := counted_metric(known.text, spot, known.named)):
        return [Named(quantity, clip(metric), change_behind(spot.right), spot.clause)]
    change = read_change(reading.change, spot.right)
    subject = _subject(spot, reading, known)
    goal = _goal(spot, subject, reading, change)
    if goal:
        return [Named(quantity, goal, change_behind(spot.right), spot.clause)]
    if change == "连续" and count == 1:
        return [Named(quantity, _lasting(spot, subject, reading, known), change, spot.clause)]
    if count == 1:
        return _name_one(spot, subject, reading, known)
    return _name_run(spot, subject, reading, known)


def _subject(spot: Spot, reading: Reading, known: _Known) -> str:
    """The subject's words, without what stands around a metric; empty where the clause leaves them out."""
    words = _words_of(spot, reading)
    subject = strip_trailing(RANKED_AT_END.sub("", strip_trailing(strip_leading(words)))) or (
        topic(known.text[: spot.clause.start], spot.left) if reading.starting else ""
    )
    subject = "" if _SAYS_NOTHING.fullmatch(subject) else subject
    return _LAST_OF_LIST.sub(r"\g<noun>\g<verb>", subject)


def _words_of(spot: Spot, reading: Reading) -> str:
    subject = reading.subject
    return subject.split("分别")[0] if len(spot.quantities) > 1 else subject.replace("分别", "")


def _goal(spot: Spot, subject: str, reading: Reading, change: str | None) -> str:
    """实现6%的增长目标: what is measured is the goal behind the number, where nothing else is named."""
    if (subject and not _SETS.fullmatch(subject)) or reading.change not in _SETTING or spot.inside:
        return ""
    goal = _GOAL.match(spot.right)
    return ("" if subject else change or "") + goal["goal"] if goal else ""


def _lasting(spot: Spot, subject: str, reading: Reading, known: _Known) -> str:
    """What went on for so long (连续11年): the subject, what was achieved, or what was spoken of before."""
    lasting = streak(reading.subject, spot.right)
    if DEPENDENT.match(subject) or (not subject and known.named and _RANKED.match(spot.right)):
        lasting = _complete(subject, "连续", spot, known) or lasting
    if len(lasting) < _SHORTEST_STREAK:
        lasting = _complete(subject, "连续", spot, known) or lasting
    return clip(lasting) or fallback(known.text, spot)


def _name_one(spot: Spot, subject: str, reading: Reading, known: _Known) -> list[Named]:
    """A quantity that stands alone: one metric, or one for each item of a subject with 均."""
    quantity, change = spot.quantities[0], read_change(reading.change, spot.right)
    words = _words_of(spot, reading)
    every = _BOTH.search(spot.left[max(0, len(words) - 1) :]) or words.endswith("双双")
    both = all_items(subject) if every else []
    if len(both) > 1:
        return [Named(quantity, clip(item), change, spot.clause) for item in dict.fromkeys(both)]
    subject = whole_of(subject, words_behind(known.text, spot))
    metric = own_doing(spot, subject, change, known.named) or _complete(subject, change, spot, known)
    metric = metric or fallback(known.text, spot)
    change = change or shared_change(spot, subject, known.named)
    if _SPENT.fullmatch(metric) and not change:
        metric += purpose(spot.right, known.text[spot.clause.end :])
    return [Named(quantity, clip(metric), change, spot.clause, reading.starting)]


def _name_run(spot: Spot, subject: str, reading: Reading, known: _Known) -> list[Named]:
    """Quantities that share a subject: one metric for each."""
    count, change = len(spot.quantities), read_change(reading.change, spot.right)
    things = [entry for entry in known.named if not is_measure(entry.quantity.unit)]
    spent = known.named if not of_money(reading.subject) or len(things) < count else things
    before = [(entry.metric, entry.clause is spot.clause) for entry in spent]
    together = len({entry.clause.start for entry in known.named[-count:]}) == 1
    metrics = metrics_of_run(Run(reading.subject, count, spot.apart, before, together, known.spoken))
    if metrics is None:
        shared = _complete(subject, change, spot, known) or fallback(known.text, spot)
        metrics = [shared + of_money(reading.subject)] * count
    changes = apart_changes(change, count)
    return [
        Named(quantity, clip(metric), each, spot.clause, reading.starting)
        for quantity, metric, each in zip(spot.quantities, metrics, changes, strict=True)
    ]


def _complete(subject: str, change: str | None, spot: Spot, known: _Known) -> str | None:
    """The full metric of a subject that may be left out or only hinted at."""
    metrics: list[tuple[str, str | None]] = [(entry.metric, entry.quantity.unit) for entry in known.named]
    if known.spoken:
        metrics.append((known.spoken, None))
    whole = complete(subject, spot.quantities[0].unit, metrics, known.before)
    if whole and not subject and _SUMMED.search(spot.left):
        whole = total_of(whole)
    last = known.named[-1] if known.named else None
    if not subject and whole and last is not None:
        return total_behind_new(with_quarter(whole, spot), spot, last)
    if whole and spot.quantities[0].unit == "%" and not change:
        return with_verdict(whole, spot)
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
