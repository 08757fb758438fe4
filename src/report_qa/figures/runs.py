"""Runs of numbers (a、b和c): which metric each of them belongs to, printed in their clause or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.lists import items_of
from report_qa.figures.words import MONEY_ONLY, strip_leading, strip_trailing

_SHARE_SAID = re.compile(r"(?:比重|比例|份额|占比)$")


@dataclass(frozen=True, slots=True)
class Run:
    """`count` numbers behind one subject; `apart` where 分别 stands between.

    `known` are the metrics named before in the sentence, each with whether it stands in the run's own clause; `together`
    says that the last `count` of them stand in one clause.
    """

    subject: str
    count: int
    apart: bool
    known: Sequence[tuple[str, bool]]
    together: bool


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
    if subject and subject != money and MONEY_ONLY.match(money):
        items = items_of(subject, run.count)
        return [item + money for item in items] if items else None
    share = subject if subject.startswith("占") else strip_trailing(behind) if behind.startswith("占") else ""
    if subject and subject != share:
        items = items_of(subject, run.count) or _each_with(subject, run)
        return [_shared(item, share) for item in items] if items else None
    before = _before(run)
    return [_shared(metric, share) for metric in before] if before else None


def _before(run: Run) -> list[str] | None:
    """The last `count` metrics of the sentence, or the items of its only one."""
    if not run.apart and not run.together:
        return None
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


def _shared(metric: str, share: str) -> str:
    return metric + share + ("" if not share or _SHARE_SAID.search(share) else "比重")
