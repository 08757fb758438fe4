"""Explains a reply: the question is read and weighed again as it was for the answer, and everything is kept."""

from __future__ import annotations

from collections.abc import Callable

from report_qa.answers.answer import speak
from report_qa.answers.asked import Asked
from report_qa.answers.explanation import Explanation, explain_reply, explain_without
from report_qa.answers.features import Scores
from report_qa.answers.reply import Reply
from report_qa.answers.view import ReportView
from report_qa.library.ask import Ask
from report_qa.questions.question import Intent
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader

_NOTHING_WEIGHED = (Intent.SMALLTALK, Intent.OUT_OF_SCOPE)


def explain(
    asked: Ask, reply: Reply, report: str, view: ReportView, reader: Reader, scores: Callable[[str, str], Scores]
) -> Explanation:
    """Why `reply` answers `asked` as it does, from the report that it was put to; `scores` is what retrieval says of a report."""
    question = speak(read_question(asked.question, asked.history, reader), asked.lang)
    if question.intent in _NOTHING_WEIGHED:
        return explain_without(question, reply)
    held = Asked.of(view, question, lambda words: scores(report, words), reader.lexicon, reader.gazetteer)
    return explain_reply(held, reply)


def report_of(asked: Ask, reply: Reply, reports: tuple[str, ...]) -> str | None:
    """The report that a reply was taken from, None where several or none were asked."""
    if asked.report is not None:
        return asked.report
    if len(reports) == 1:
        return reports[0]
    named = [one.report for one in reply.citations] or [hit.passage.report for hit in reply.passages]
    return named[0] if named and set(named) == {named[0]} else None
