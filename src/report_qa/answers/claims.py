"""Yes or no about a number: the figure that a statement claims, held against the one that the report prints."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.directions import turned
from report_qa.answers.outcome import Outcome
from report_qa.answers.polarity import denies, states_denial
from report_qa.answers.refusals import refuse_figure
from report_qa.answers.units import kind_of
from report_qa.answers.verdicts import by_figures
from report_qa.figures.figure import Figure
from report_qa.figures.quantity import Quantity
from report_qa.figures.unit_kinds import kind_of_unit
from report_qa.questions.question import Sought

SURE, SURE_OF_THE_SAME = 0.5, 0.25  # a wrong verdict misleads more than a wrong sentence
_NEAR, _NEAR_ENGLISH = 6, 14  # code points before a number in which its bound stands
_HAN = re.compile(r"[\u3400-\u9fff]")
_MORE = re.compile(
    r"超过?|突破|不止|以上|过(?=\d)|高于|大于|多于|至少|不低于|不少于|到了?|达到?|\b(?:more|over|exceed\w*|above|at least|reach\w*)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"超过?|突?破|不止|以上|过(?=[\d一二两三四五六七八九]|$)|高于|大于|多于|过半|\b(?:more than|over|exceed\w*|above)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"不到|低于|少于|以下|以内|不足|没到|\b(?:less than|under|below)\b", re.IGNORECASE)
_STAYS = re.compile(r"不变|维持|不作调整|不再(?:提高|上调|下调|降低)")
_MOVES = re.compile(r"上调|下调|上浮|下浮|提高|调高|调低|降低|下降|要[涨升降]|[涨升降]了|增加|减少")
_ABOVE = ("超", "超过", "突破", "以上", "余", "多")
_MEASURED = ("mass", "money", "length", "area", "volume", "energy", "share")
_BASES = {
    "公斤": ("斤", 2), "千克": ("斤", 2), "吨": ("斤", 2000), "公顷": ("亩", 15), "平方公里": ("亩", 1500), "公里": ("米", 1000),
    "千米": ("米", 1000), "度": ("千瓦时", 1), "成": ("%", 10), "％": ("%", 1), "立方": ("立方米", 1),
}  # fmt: skip


def answer_claim(asked: Asked) -> Outcome:
    """The verdict on a statement with a number, with the true figure."""
    claim = asked.question.claims[0]
    probe = replace(asked.question, sought=_sought(claim) or asked.question.sought, aspect=None, claims=())
    held = asked.asking(probe)
    best = next(iter(held.ranking.best(1)), None)
    if best is None or figure_certainty(held, best) < _needed(claim, asked.view.figures[best]):
        return _of_another_year(held, claim) or refuse_figure(held)
    figure = _agreeing(held, best, claim) or asked.view.figures[best]
    if claim.unit is None and kind_of(figure) in ("share", "points", "multiple"):
        return refuse_figure(held)
    holds = _holds(claim, figure, asked.question.body) != _denies(asked)
    holds = holds and not _unmoved(asked, figure)
    return by_figures(asked, holds, [figure], figure_certainty(held, best))


def _unmoved(asked: Asked, figure: Figure) -> bool:
    """Whether the report says that the figure stays as it is, and the question that it moves."""
    clause = asked.view.document.sentences[figure.sentence].text[figure.clause_start : figure.clause_end]
    return _STAYS.search(clause) is not None and _MOVES.search(asked.question.body) is not None


def _needed(claim: Quantity, figure: Figure) -> float:
    """How sure it must be that a figure is the one claimed: less where it is the very amount, which tells by itself."""
    same = figure.amount == claim.value * claim.scale and figure.unit == claim.unit
    return SURE_OF_THE_SAME if same else SURE


def _denies(asked: Asked) -> bool:
    """Whether the statement denies more than that the number is reached."""
    plain = replace(asked.question, body=_LESS.sub("", asked.question.body))
    return denies(replace(asked, question=plain))


def _of_another_year(held: Asked, claim: Quantity) -> Outcome | None:
    """No, where the report gives the very amount for the other of the two years that it speaks of."""
    dates, question = held.view.dates, held.question
    years = {dates.reviews, dates.plans}
    if len(question.times) != 1 or question.times[0].start != question.times[0].end:
        return None
    if question.times[0].end not in years:
        return None
    free = held.asking(replace(question, times=(), status=None))
    best = next(iter(free.ranking.best(1)), None)
    if best is None or figure_certainty(free, best) < SURE:
        return None
    figure = held.view.figures[best]
    other = figure.period is not None and figure.period.one_year and figure.period.end in years
    if not other or figure.period == question.times[0] or figure.amount != claim.value * claim.scale:
        return None
    return by_figures(held, False, [figure], figure_certainty(free, best))


def _agreeing(held: Asked, best: int, claim: Quantity) -> Figure | None:
    """Among figures that fit nearly as well as the best one, one of the same period and metric that the claim states."""
    top = held.view.figures[best]
    for at in held.ranking.best(6):
        figure = held.view.figures[at]
        near = held.ranking.scores[at] >= held.ranking.scores[best] - 0.4
        alike = (figure.metric, figure.period) == (top.metric, top.period)
        if near and alike and figure.amount == claim.value * claim.scale:
            return figure
    return None


def _sought(claim: Quantity) -> tuple[Sought, ...]:
    if claim.unit is None:
        return ()
    kind = kind_of_unit(claim.unit)
    return (Sought(kind, claim.unit if kind == "count" else None),)


def _holds(claim: Quantity, figure: Figure, text: str) -> bool:
    base, stated = _in_base(claim.unit, claim.value * claim.scale)
    own, printed = _in_base(figure.unit, figure.amount)
    if base != own and None not in (base, own) and kind_of(figure) in _MEASURED or turned(text, figure):
        return False
    if claim.qualifier in ("以上", "左右", "以内") and not _BOUND.search(re.sub("以上", "", text)):
        same_digits = claim.value == figure.value and claim.scale != figure.scale
        return not same_digits and (stated == printed or (claim.qualifier == "以上" and stated < printed))
    if claim.qualifier in ("多", "余", "几", "来") and not _BOUND.search(text):  # 八百多亿 is short of nine hundred
        return stated <= printed < stated + _step(claim.value) * claim.scale
    before = text[: claim.number_start][-(_NEAR if _HAN.search(text) else _NEAR_ENGLISH) :]
    if _LESS.search(before):
        return printed < stated
    if _MORE.search(before) and not _BOUND.search(before) and states_denial(text):
        return printed >= stated
    if _BOUND.search(before) or ("没" in text and _MORE.search(before)):
        return printed > stated or (printed == stated and (figure.qualifier or "") in _ABOVE)
    if re.search(r"到了?九?成|到.{0,6}(?:了没|了吗|没有)", text):
        return printed >= stated
    return stated == printed


def _step(value: Decimal) -> Decimal:
    """What the last digit of a number that is not zero counts: 100 for 800, 0.1 for 2.5."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(10) ** int(exponent) if digits else Decimal(1)


def _in_base(unit: str | None, amount: Decimal) -> tuple[str | None, Decimal]:
    """An amount in the unit that those of its kind are held against each other in."""
    base, factor = _BASES.get(unit or "", (unit, 1))
    return base, amount * factor
