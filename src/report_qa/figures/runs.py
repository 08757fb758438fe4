"""Runs of numbers (a、b和c): which metric each of them belongs to, printed in their clause or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.lists import items_of
from report_qa.figures.nouns import without_verb
from report_qa.figures.subjects import total_of
from report_qa.figures.words import MONEY_ONLY, strip_leading, strip_trailing

_ATTRIBUTE = re.compile(
    r"(?:总数|总量|总额|额度|金额|数量|规模|比例|占比|面积|产值|投资|总投资|满意率|办结率|办复率|办理率|覆盖率|增速|增幅|利用率)"
)
_AMOUNT = re.compile(r"(?:规模|实现|完成)?(?:总产值|产值|营业收入|营收|收入|规模|产量|销量|利润|税收|增加值|投资|产能)")
_SHARE_SAID = re.compile(r"(?:比重|比例|份额|占比)$")


@dataclass(frozen=True, slots=True)
class Run:
    """`count` numbers behind one subject; `apart` where 分别 stands between.

    `known` are the metrics named before in the sentence, each with whether it stands in the run's own clause; `together`
    says that the last `count` of them stand in one clause. `spoken` is what the clause before, without figures, speaks of.
    """

    subject: str
    count: int
    apart: bool
    known: Sequence[tuple[str, bool]]
    together: bool
    spoken: str = ""


def metrics_of_run(run: Run) -> list[str] | None:
    """One metric for each number of a run, in order, or None where subject and numbers do not agree.

    >>> metrics_of_run(Run("出口、进口分别", 2, True, (), False))
    ['出口', '进口']
    >>> metrics_of_run(Run("分别占全国的", 2, True, (("进境航班", False), ("进境人员", False)), False))
    ['进境航班占全国比重', '进境人员占全国比重']
    """
    words, _, behind = run.subject.partition("分别")
    subject = strip_trailing(strip_leading(words))
    money = strip_trailing(behind)
    if not subject and of_money(run.subject) and not run.spoken:
        return [without_verb(metric) + money for metric in _before(run) or []] or None
    if not subject and not behind.startswith("占"):
        listed = items_of(run.spoken, run.count) if run.spoken else None
        if listed:
            return [item + strip_trailing(strip_leading(behind)) for item in listed]
        own = items_of(behind, run.count)
        if own and all(len(item) > 1 for item in own):
            return own
    if subject and subject != money and MONEY_ONLY.match(money):
        items = items_of(subject, run.count) or _each_with(subject, run)
        return [item + money for item in items] if items else None
    share = subject if subject.startswith("占") else strip_trailing(behind) if behind.startswith("占") else ""
    if subject and subject != share:
        items = (
            items_of(subject, run.count)
            or _each_with(subject, run)
            or _each_has(subject, run)
            or _spoken_has(subject, run)
        )
        return [_shared(item, share) for item in items] if items else None
    before = _before(run)
    return [_shared(metric, share) for metric in before] if before else None


def of_money(subject: str) -> str:
    """The words behind 分别 where they are bare money (分别完成投资), else nothing."""
    money = strip_trailing(subject.partition("分别")[2])
    return money if MONEY_ONLY.match(money) else ""


def _spoken_has(subject: str, run: Run) -> list[str] | None:
    """甲、乙产能回归，收入分别实现…: an attribute is one of each thing that the clause before lists."""
    things = items_of(run.spoken, run.count) if run.apart and run.spoken and _AMOUNT.fullmatch(subject) else None
    return [thing + subject for thing in things] if things else None


def _before(run: Run) -> list[str] | None:
    """The last `count` metrics of the sentence, or the items of its only one."""
    if not run.apart and not run.together:
        return None
    own = {metric for metric, inside in run.known if inside}
    if own and len(own) < run.count:
        return items_of(run.known[-1][0], run.count)  # never those of another clause
    last = list(dict.fromkeys(metric for metric, _ in reversed(run.known)))[: run.count]
    if len(last) == 1 and len(run.known) == 1:
        return items_of(last[0], run.count)
    return last[::-1] if len(last) == run.count else None


def _each_with(subject: str, run: Run) -> list[str] | None:
    """596个省项目、1852个市项目投资分别…: the words after the last counted noun belong to each of them."""
    own = [metric for metric, inside in run.known if inside][-run.count :]
    if len(own) == run.count and len(set(own)) == run.count and subject.startswith(own[-1]):
        return [metric + subject[len(own[-1]) :] for metric in own]
    return None


def _each_has(subject: str, run: Run) -> list[str] | None:
    """项目237个、贷款217个，额度分别…: an attribute printed once is one of each thing named before."""
    if not run.apart or not run.together or not _ATTRIBUTE.fullmatch(subject):
        return None
    before = _before(run)
    return [total_of(without_verb(metric)) + subject for metric in before] if before else None


def _shared(metric: str, share: str) -> str:
    return metric + share + ("" if not share or _SHARE_SAID.search(share) else "比重")
