"""Yes or no: a statement held against the report; a false premise is corrected by what the report says."""

from __future__ import annotations

from report_qa.answers.asked import Asked
from report_qa.answers.claims import answer_claim
from report_qa.answers.directions import doubles, moves, states_doubling
from report_qa.answers.outcome import Outcome
from report_qa.answers.refusals import refuse_figure
from report_qa.answers.standing import ranks
from report_qa.answers.statements import answer_statement


def answer_yesno(asked: Asked) -> Outcome:
    """Answer a question that states something."""
    question = asked.question
    if states_doubling(question.clean):
        return doubles(asked) or refuse_figure(asked)
    if ranks(question.body):
        return answer_statement(asked)
    if question.claims:
        return answer_claim(asked)
    return moves(asked) or answer_statement(asked)
