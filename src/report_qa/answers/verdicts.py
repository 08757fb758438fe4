"""A verdict with what it rests on: figures, or the report's words."""

from __future__ import annotations

from report_qa.answers.asked import Asked
from report_qa.answers.draft import Draft
from report_qa.answers.outcome import Outcome
from report_qa.answers.quoting import Piece
from report_qa.figures.figure import Figure


def by_figures(asked: Asked, holds: bool, figures: list[Figure], certainty: float) -> Outcome:
    """Yes or no, with the figures that say so."""
    draft = Draft(asked.view)
    context = {"lines": [asked.line(draft, figure) for figure in figures], "quotes": [], "verdict": _word(holds)}
    return Outcome("yesno", draft, context=context, verdict="yes" if holds else "no", confidence=certainty)


def by_words(asked: Asked, holds: bool, piece: Piece, certainty: float) -> Outcome:
    """Yes or no, with the words that say so."""
    draft = Draft(asked.view)
    n = draft.cite(piece.sentence, piece.start, piece.end)
    context = {"lines": [], "quotes": [(draft.quote(piece.sentence), n)], "verdict": _word(holds)}
    return Outcome("yesno", draft, context=context, verdict="yes" if holds else "no", confidence=certainty)


def _word(holds: bool) -> str:
    return "yes" if holds else "no"
