"""Whether two figures are of the same metric, and what two figures make together."""

from __future__ import annotations

from report_qa.answers.fitting import is_growth
from report_qa.answers.folding import fold
from report_qa.answers.units import kind_of
from report_qa.figures.figure import Figure
from report_qa.questions.lexicon import Lexicon


def same_metric(one: Figure, other: Figure, lexicon: Lexicon) -> bool:
    """Whether two figures say the same side of one metric, in the same kind of unit, perhaps of other periods."""
    if is_growth(one) != is_growth(other) or kind_of(one) != kind_of(other):
        return False
    if kind_of(one) == "count" and one.unit != other.unit:
        return False
    return alike(one.metric, other.metric, lexicon)


def alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two metrics mean the same: the same concepts, or nearly the same words."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    concepts = [{mention.concept.key for mention in lexicon.concepts_in(text)} for text in (one, other)]
    if concepts[0] and concepts[1] and not (concepts[0] <= concepts[1] or concepts[1] <= concepts[0]):
        return False
    if concepts[0] and concepts[0] == concepts[1] and _rest_agrees(first, second):
        return True
    return _overlap(first, second) >= 0.55


def _rest_agrees(one: str, other: str) -> bool:
    return _overlap(one, other) >= 0.2 or min(len(one), len(other)) <= 4


def _overlap(one: str, other: str) -> float:
    grams = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    if not grams[0] or not grams[1]:
        return 0.0
    return 2 * len(grams[0] & grams[1]) / (len(grams[0]) + len(grams[1]))
