"""`answer`: a question put to one report becomes a checked `Reply`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from report_qa.answers.asked import Asked
from report_qa.answers.compare import answer_compare
from report_qa.answers.draft import Draft
from report_qa.answers.features import Scores
from report_qa.answers.figures import answer_figures
from report_qa.answers.outcome import Outcome
from report_qa.answers.passages import about_the_report, answer_list, answer_rank, answer_text, quote
from report_qa.answers.promise import keeps_promise
from report_qa.answers.refusals import refuse
from report_qa.answers.render import render
from report_qa.answers.reply import Interpretation, Reply
from report_qa.answers.scope import elsewhere
from report_qa.answers.view import ReportView
from report_qa.answers.yesno import answer_yesno
from report_qa.questions import asking
from report_qa.questions.question import Intent, Language, Question
from report_qa.questions.turn import Reader
from report_qa.search.passage import Hit

_COMPOSERS: dict[Intent, Callable[[Asked], Outcome]] = {
    Intent.FIGURE: answer_figures,
    Intent.COMPARE: answer_compare,
    Intent.LIST: answer_list,
    Intent.TEXT: answer_text,
    Intent.YESNO: answer_yesno,
    Intent.RANK: answer_rank,
}
_LONGEST = 600


def answer(
    view: ReportView, question: Question, rescore: Callable[[str], Scores], reader: Reader, hits: tuple[Hit, ...]
) -> Reply:
    """Answer a question from one report. `rescore` gives retrieval's scores for words, `hits` are the passages shown."""
    outcome = compose(view, question, rescore, reader)
    reply = make_reply(outcome, question, hits)
    if keeps_promise(reply, view.document.source, question.text) and _short(reply):
        return reply
    withheld = Outcome(
        "refusal", Draft(view), status="not_found", context={"reason": "withheld"}, reason="withheld", confidence=0.0
    )
    return make_reply(withheld, question, hits)


def compose(view: ReportView, question: Question, rescore: Callable[[str], Scores], reader: Reader) -> Outcome:
    """What to say, before it is worded."""
    if question.intent is Intent.SMALLTALK:
        context = {"kind": asking.smalltalk_kind(question.text)}
        return Outcome("smalltalk", Draft(view), status="smalltalk", context=context)
    if question.intent is Intent.OUT_OF_SCOPE:
        return Outcome(
            "refusal", Draft(view), status="not_found", context={"reason": "out_of_scope"}, reason="out_of_scope"
        )
    asked = Asked.of(view, question, rescore, reader.lexicon)
    about = about_the_report(asked)
    outcome = quote(asked, about, 0.9) if about else _COMPOSERS[question.intent](asked)
    if outcome.status != "not_found" and elsewhere(asked, outcome, reader):
        return refuse(asked, "other_place", 0.9)
    if outcome.status == "not_found" and outcome.reason == "not_in_report" and elsewhere(asked, None, reader):
        return replace(outcome, reason="other_place", context={"reason": "other_place"})
    return outcome


def make_reply(outcome: Outcome, question: Question, hits: tuple[Hit, ...]) -> Reply:
    """Word an outcome and number its citations."""
    refused = outcome.status == "not_found"
    nearest = hits[:3] if refused and outcome.reason != "out_of_scope" else ()
    worded = replace(outcome, context={**outcome.context, "nearest": bool(nearest)})
    return Reply(
        status=outcome.status,
        answer=render(worded, question.language),
        interpretation=interpretation_of(question),
        verdict=outcome.verdict if outcome.status == "answered" else None,
        reason=outcome.reason,
        figures=outcome.draft.cited_figures(),
        derived=tuple(outcome.draft.derived),
        citations=outcome.draft.citations(),
        nearest=nearest,
        passages=hits,
        confidence=round(outcome.confidence, 3),
        language=question.language,
    )


def interpretation_of(question: Question) -> Interpretation:
    """How a question was read, in the contract's terms."""
    return Interpretation(
        intent=question.intent.value,
        metrics=tuple(part.topic for part in question.parts) or ((question.topic,) if question.topic else ()),
        period=question.times[0] if question.times else None,
        status=question.status,
        place=question.places[0].name if question.places else None,
        origin=question.origin,
        rewritten=question.clean or question.text,
    )


def speak(question: Question, language: Language | None) -> Question:
    """The same question, to be answered in a language."""
    return replace(question, language=language) if language else question


def _short(reply: Reply) -> bool:
    return len(reply.answer) <= max(_LONGEST, 2 * sum(len(citation.quote) for citation in reply.citations))
