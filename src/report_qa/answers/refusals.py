"""Honest refusals: which of the contract's reasons holds, said in words without a figure."""

from __future__ import annotations

from report_qa.answers.asked import Asked
from report_qa.answers.draft import Draft
from report_qa.answers.fitting import period_fit
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Reason


def refuse(asked: Asked, reason: Reason, confidence: float = 0.5) -> Outcome:
    """A refusal for a reason."""
    return Outcome(
        "refusal",
        Draft(asked.view),
        status="not_found",
        context={"reason": reason},
        reason=reason,
        confidence=confidence,
    )


def refuse_figure(asked: Asked) -> Outcome:
    """Refuse a question for a number: the report has it of another period, or not at all."""
    return refuse(asked, "other_period" if _in_other_period(asked) else "not_in_report")


def _in_other_period(asked: Asked) -> bool:
    question, view, ranking = asked.question, asked.view, asked.ranking
    if not question.times:
        return False
    years = {year for period in (*_reported(asked),) for year in period}
    if all(period.start not in years and period.end not in years for period in question.times):
        return True
    if not len(ranking.scores):
        return False
    best = int(ranking.scores.argmax())
    return (
        period_fit(question, view.figures[best].period) < 0
        and float(ranking.coverage.context[view.figures[best].sentence]) > 0.6
    )


def _reported(asked: Asked) -> list[tuple[int, int]]:
    return [(figure.period.start, figure.period.end) for figure in asked.view.figures if figure.period]
