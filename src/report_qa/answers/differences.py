"""Two figures side by side, with what they differ by as a `Derived`."""

from __future__ import annotations

from decimal import Decimal

from report_qa.answers.asked import Asked
from report_qa.answers.draft import Draft
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Derived
from report_qa.figures.figure import Figure


def say_pair(asked: Asked, one: Figure, other: Figure) -> Outcome:
    """Both figures, their difference where it is meaningful, and a caution where their metrics differ."""
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in (one, other)]
    difference = _difference(draft, one, other)
    comparable = difference is not None
    sign = 0 if not comparable else (other.amount > one.amount) - (other.amount < one.amount)
    context = {
        "lines": lines,
        "difference": difference or "",
        "sign": sign,
        "comparable": comparable,
        "alike": same_metric(one, other, asked.lexicon) or bool(asked.question.parts),
        "verdict": "",
    }
    return Outcome("compare", draft, context=context, confidence=0.75)


def _difference(draft: Draft, one: Figure, other: Figure) -> str | None:
    """The difference in words, recorded as derived; None where units differ or a side is a range."""
    if one.unit != other.unit or one.value_to is not None or other.value_to is not None:
        return None
    gap = abs(other.amount - one.amount)
    scale = max(one.scale, other.scale)
    number = f"{(gap / Decimal(scale)).normalize():f}"
    unit = "个百分点" if one.unit in ("%", "％") else one.unit or ""
    about = "约" if one.qualifier or other.qualifier else ""
    text = f"{about}{number}{_SCALES.get(scale, '')}{unit}"
    high, low = (other, one) if other.amount >= one.amount else (one, other)
    operands = (draft.position(high), draft.position(low))
    draft.derived.append(Derived(text, f"{high.text} − {low.text}", operands))
    return text


_SCALES = {
    10_000: "万",
    100_000_000: "亿",
    10**12: "万亿",
    1_000: "千",
    10**7: "千万",
    10**6: "百万",
    10**11: "千亿",
    10**10: "百亿",
}
