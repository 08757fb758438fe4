"""Two figures side by side, with what they differ by as a `Derived`, or why that cannot be said."""

from __future__ import annotations

import re
from typing import Literal

from report_qa.answers.asked import Asked
from report_qa.answers.draft import Draft
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Derived
from report_qa.figures.derived import Computed, Hindrance, difference, hindrance, ratio, total
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_keys

Mode = Literal["difference", "ratio", "sum"]
_SIDES = frozenset(("urban", "rural"))  # scopes between which a question may ask for the gap
_TOGETHER = re.compile(
    r"一共|合计|总共|共计|加起来|加在一起|总和|\bin total\b|\baltogether\b|\bcombined\b|\bsum of\b", re.IGNORECASE
)
_APART = re.compile(r"比|差|多了|少了|\b(?:more|less|fewer|higher|lower)\b", re.IGNORECASE)


def say_pair(asked: Asked, one: Figure, other: Figure) -> Outcome:
    """Both figures, with their difference (or sum or ratio, as asked) if they are of one metric, and else the reason why not."""
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in (one, other)]
    mode, computed = _compute(asked, one, other)
    why = computed if isinstance(computed, str) else ""
    if isinstance(computed, Computed):
        operands = tuple(draft.position(figure) for figure in computed.operands)
        draft.derived.append(Derived(computed.text, computed.formula, operands))
    context = {
        "lines": lines,
        "computed": computed.text if isinstance(computed, Computed) else "",
        "mode": mode,
        "why": why,
        "sign": _sign(one, other, why),
        "alike": bool(why) or same_metric(one, other, asked.lexicon) or bool(asked.question.parts),
        "verdict": "",
    }
    return Outcome("compare", draft, context=context, confidence=0.75)


def _compute(asked: Asked, one: Figure, other: Figure) -> tuple[Mode, Computed | Hindrance]:
    """What a question wants of two figures: how many times, together, or by how much they differ."""
    question, keys = asked.question, pair_keys(asked, one, other)
    if any(sought.kind == "multiple" for sought in question.sought):
        return "ratio", ratio(other, one, keys)
    if _TOGETHER.search(question.clean) and not _APART.search(question.clean):
        return "sum", total((one, other), keys)
    return "difference", difference(one, other, keys, _sides_asked(asked))


def pair_keys(asked: Asked, one: Figure, other: Figure) -> tuple[MetricKey, MetricKey]:
    """The keys of two figures of a report, by which they are one metric or not."""
    first, second = metric_keys((one, other), asked.lexicon.metrics, asked.view.dates.place)
    return first, second


def _sides_asked(asked: Asked) -> frozenset[str]:
    """Scopes in which the two may differ: 城镇 and 农村, where the question names both."""
    return _SIDES if asked.question.parts else frozenset()


def _sign(one: Figure, other: Figure, why: Hindrance | str) -> int:
    """1 where the second figure is the higher one, -1 where it is the lower, 0 where they are equal or that is not known."""
    if why in ("unit", "aspect", "range", "bound", "direction"):
        return 0
    return (other.amount > one.amount) - (other.amount < one.amount)


def comparable(asked: Asked, one: Figure, other: Figure) -> bool:
    """Whether it has a meaning that one of two figures is higher than the other, of one metric or of two."""
    return hindrance(one, other, pair_keys(asked, one, other), _sides_asked(asked)) not in ("unit", "aspect", "range")
