"""Yes or no about a movement: did it rise or fall, did it double, is it more than half."""

from __future__ import annotations

import re
from dataclasses import replace

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty
from report_qa.answers.eligible import SURE
from report_qa.answers.fitting import is_growth
from report_qa.answers.outcome import Outcome
from report_qa.answers.polarity import denies
from report_qa.answers.units import kind_of
from report_qa.answers.verdicts import by_figures
from report_qa.figures.figure import Figure

_FALLS = re.compile(
    r"下降|减少|降低|下滑|负增长|跌|降了|少了|\b(?:fall|fell|decline|drop|shrink|decrease)\w*", re.IGNORECASE
)
_RISES = re.compile(r"增长|增加|提高|上升|涨|升了|多了|\b(?:grow|grew|rise|rose|increase)\w*", re.IGNORECASE)
_DOUBLED = re.compile(r"翻(?:了)?一?番|翻倍")
_HALF = re.compile(r"过半|一半以上|超过?一半")
_BEYOND = re.compile(r"过半|超")


def moves(asked: Asked) -> Outcome | None:
    """The verdict on a rise or a fall, held against the change that the report prints; None where none is stated or printed."""
    text = asked.question.clean
    falls, rises = _FALLS.search(text) is not None, _RISES.search(text) is not None
    if falls == rises or _BEYOND.search(text):
        return _half(asked)
    figure, certainty = _growing(asked)
    if figure is None:
        return None
    return by_figures(asked, (_fell(figure) == falls) != denies(asked), [figure], certainty)


def doubles(asked: Asked) -> Outcome | None:
    """The verdict on a doubling; None where the question states none, or no growth is printed."""
    if not _DOUBLED.search(asked.question.clean):
        return None
    figure, certainty = _growing(asked.asking(replace(asked.question, claims=(), sought=())))
    if figure is None:
        return None
    least = 100 if kind_of(figure) == "share" else 1
    return by_figures(asked, figure.amount >= least, [figure], certainty)


def states_doubling(text: str) -> bool:
    """Whether a statement says that something doubled."""
    return _DOUBLED.search(text) is not None


def turned(text: str, figure: Figure) -> bool:
    """Whether a statement says that what the report prints as a rise fell, or the reverse."""
    falls, rises = _FALLS.search(text) is not None, _RISES.search(text) is not None
    return is_growth(figure) and falls != rises and falls != _fell(figure)


def opposed(statement: str, clause: str) -> bool:
    """Whether a statement says that something rose and a clause in words that it fell, or the reverse."""
    sides = [(_FALLS.search(text) is not None, _RISES.search(text) is not None) for text in (statement, clause)]
    return sides[0][0] != sides[0][1] and sides[0] == sides[1][::-1]


def _half(asked: Asked) -> Outcome | None:
    if not _HALF.search(asked.question.clean):
        return None
    shares = [at for at in asked.ranking.best(8) if kind_of(asked.view.figures[at]) == "share"]
    if not shares or figure_certainty(asked, shares[0]) < SURE / 2:
        return None
    figure = asked.view.figures[shares[0]]
    return by_figures(asked, figure.amount > 50, [figure], figure_certainty(asked, shares[0]))


def _growing(asked: Asked) -> tuple[Figure | None, float]:
    """The best figure that says by how much something changed, where it is sure enough, and how sure."""
    growing = [at for at in asked.ranking.best(5) if is_growth(asked.view.figures[at])]
    certainty = figure_certainty(asked, growing[0]) if growing else 0.0
    return (asked.view.figures[growing[0]], certainty) if certainty >= SURE else (None, certainty)


def _fell(figure: Figure) -> bool:
    return _FALLS.search(figure.change or "") is not None
