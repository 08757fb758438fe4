"""Figures side by side, with what they differ by or make together as a `Derived`, or why that cannot be said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from report_qa.answers.asked import Asked
from report_qa.answers.draft import Draft, tidy
from report_qa.answers.fitting import is_growth
from report_qa.answers.metrics import same_metric
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Derived
from report_qa.answers.words import when
from report_qa.figures.derived import Computed, Hindrance, difference, hindrance, ratio, signed, total
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_keys
from report_qa.questions.followups import operation_of

Mode = Literal["difference", "ratio", "sum", "printed"]
_SIDES = frozenset(("urban", "rural"))  # scopes between which a question may ask for the gap
_TOGETHER = re.compile(
    r"一共|合计|总共|共计|加起来|加在一起|加一起|总和|\bin total\b|\baltogether\b|\bcombined\b|\bsum of\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"最[低少慢小短]|\b(?:least|lowest|slowest|smallest|fewest)\b", re.IGNORECASE)
_APART = re.compile(r"比|差|多了|少了|\b(?:more|less|fewer|higher|lower)\b", re.IGNORECASE)


def say_pair(asked: Asked, one: Figure, other: Figure) -> Outcome:
    """Both figures, with their difference (or sum or ratio, as asked) if they are of one metric, and else the reason why not."""
    return say_several(asked, (one, other))


def say_several(asked: Asked, figures: Sequence[Figure], mode: Mode | None = None) -> Outcome:
    """Figures with what they make together; of more than two only their sum is computed, and the highest is named."""
    draft = Draft(asked.view)
    figures, top = _ranked(asked, figures)
    lines = [asked.line(draft, figure) for figure in figures]
    mode, computed = (mode, "") if mode == "printed" else _compute(asked, figures)
    why = computed if isinstance(computed, str) else ""
    if isinstance(computed, Computed):
        operands = tuple(draft.position(figure) for figure in computed.operands)
        draft.derived.append(Derived(computed.text, computed.formula, operands))
    ordered = _ordered(asked, figures, mode)
    context = {
        "lines": lines,
        "computed": computed.text if isinstance(computed, Computed) else "",
        "mode": mode,
        "why": why,
        "sign": 0 if mode == "printed" else _sign(ordered[0], ordered[1], why),
        "names": _names(asked, ordered),
        "top": top if mode != "sum" else "",
        "least": bool(_LEAST.search(asked.question.clean)),
        "alike": mode == "printed" or bool(why) or bool(asked.question.parts) or _all_alike(asked, figures),
        "verdict": "",
    }
    return Outcome("compare", draft, context=context, confidence=0.75)


def mode_of(asked: Asked) -> Mode:
    """What a question wants of figures: how many times, together, or by how much they differ."""
    question = asked.question
    if any(sought.kind == "multiple" for sought in question.sought):
        return "ratio"
    return "sum" if _TOGETHER.search(question.clean) and not _APART.search(question.clean) else "difference"


def _compute(asked: Asked, figures: Sequence[Figure]) -> tuple[Mode, Computed | Hindrance | Literal[""]]:
    mode = mode_of(asked)
    keys = metric_keys(figures, asked.lexicon.metrics, asked.view.dates.place)
    if mode == "sum":
        if asked.question.parts:  # of things that the question names: one unit is enough
            keys = tuple(replace(key, concept="", scope=(), base="") for key in keys)
        return mode, total(figures, keys)
    if len(figures) > 2:
        return mode, ""
    pair = keys[0], keys[1]
    if mode == "ratio":
        subject, base = _ordered(asked, figures, mode)
        return mode, ratio(subject, base, pair if subject is figures[0] else pair[::-1])
    return mode, difference(figures[0], figures[1], pair, _sides_asked(asked))


def _ordered(asked: Asked, figures: Sequence[Figure], mode: Mode) -> tuple[Figure, ...]:
    """Two figures, first what is said to be higher or so many times, then the other: of two periods the later first for a
    difference, and as the question names them for a ratio.
    """
    if len(figures) != 2:
        return tuple(figures)
    times, (one, other) = asked.question.times, figures
    if len(times) < 2 or one.period is None:
        return (one, other) if asked.question.parts else (other, one)
    if mode != "ratio":
        return other, one
    return (one, other) if (one.period.start, one.period.end) == (times[0].start, times[0].end) else (other, one)


def _names(asked: Asked, figures: Sequence[Figure]) -> list[str]:
    """How two figures are told apart: by their periods, else by their metrics."""
    language = asked.question.language
    labels = [when(figure.period, figure.status, language) for figure in figures]
    if len(set(labels)) == len(labels) and all(labels):
        return labels
    rates = [is_growth(figure) and not re.search(r"增[速幅长]|涨幅|降幅", figure.metric) for figure in figures]
    side = {"zh": "增速", "en": " (growth)"}[language]
    return [f"{tidy(figure.metric)}{side if rate else ''}" for figure, rate in zip(figures, rates, strict=True)]


def _ranked(asked: Asked, figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], str]:
    """Figures as they are said, and the name of the highest (or lowest, as asked) of more than two; it comes first, where the
    question asks which. Empty where they cannot be held against each other.
    """
    if len(figures) < 3:
        return tuple(figures), ""
    keys = metric_keys(figures, asked.lexicon.metrics, asked.view.dates.place)
    alike = len({(key.kind, key.aspect) for key in keys}) == 1 and all(one.value_to is None for one in figures)
    sign = 1 if _LEAST.search(asked.question.clean) else -1
    ordered = sorted(figures, key=lambda figure: sign * signed(figure))
    if not alike or signed(ordered[0]) == signed(ordered[1]):
        return tuple(figures), ""
    top = _names(asked, ordered)[0]
    return tuple(ordered) if operation_of(asked.question.clean) == "most" else tuple(figures), top


def _all_alike(asked: Asked, figures: Sequence[Figure]) -> bool:
    return all(same_metric(figures[0], other, asked.lexicon) for other in figures[1:])


def pair_keys(asked: Asked, one: Figure, other: Figure) -> tuple[MetricKey, MetricKey]:
    """The keys of two figures of a report, by which they are one metric or not."""
    first, second = metric_keys((one, other), asked.lexicon.metrics, asked.view.dates.place)
    return first, second


def _sides_asked(asked: Asked) -> frozenset[str]:
    """Scopes in which the two may differ: 城镇 and 农村, where the question names both."""
    return _SIDES if asked.question.parts else frozenset()


def _sign(one: Figure, other: Figure, why: Hindrance | str) -> int:
    """1 where the first figure is the higher one, -1 where it is the lower, 0 where they are equal or that is not known."""
    if why in ("unit", "aspect", "range", "bound", "direction"):
        return 0
    return (one.amount > other.amount) - (one.amount < other.amount)


def comparable(asked: Asked, one: Figure, other: Figure) -> bool:
    """Whether it has a meaning that one of two figures is higher than the other, of one metric or of two."""
    return hindrance(one, other, pair_keys(asked, one, other), _sides_asked(asked)) not in ("unit", "aspect", "range")
