"""`answer`: a question put to one report becomes a checked `Reply`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from report_qa.answers.asked import Asked
from report_qa.answers.compare import answer_compare
from report_qa.answers.draft import Draft
from report_qa.answers.features import Scores
from report_qa.answers.figures import answer_figures
from report_qa.answers.lists import answer_list
from report_qa.answers.outcome import Outcome
from report_qa.answers.promise import keeps_promise
from report_qa.answers.prose import answer_text
from report_qa.answers.quoting import quote
from report_qa.answers.ranks import answer_rank
from report_qa.answers.refusals import refuse
from report_qa.answers.render import render, render_words
from report_qa.answers.reply import Interpretation, Reply
from report_qa.answers.report_facts import about_the_report
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
_MISSING = ("not_in_report", "other_period")  # refusals behind which another reading of a turn is tried


def answer(
    view: ReportView, question: Question, rescore: Callable[[str], Scores], reader: Reader, hits: tuple[Hit, ...]
) -> Reply:
    """Answer a question from one report. `rescore` gives retrieval's scores for words, `hits` are the passages shown."""
    outcome = compose(view, question, rescore, reader)
    if question.otherwise is not None and outcome.status == "not_found" and outcome.reason in _MISSING:
        other = compose(view, question.otherwise, rescore, reader)
        outcome, question = (outcome, question) if other.status == "not_found" else (other, question.otherwise)
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
    asked = Asked.of(view, question, rescore, reader.lexicon, reader.gazetteer)
    named = question.topic if question.intent is Intent.FIGURE and not question.parts else question.clean
    if not any(sign.isalpha() for sign in named):  # %%% and 去年去年 ask for nothing
        return refuse(asked, "not_in_report", 0.9)
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
        answer=render(worded, question.language) + _where(outcome, question) + _mended(outcome, question),
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


def _where(outcome: Outcome, question: Question) -> str:
    """The lines that an answer stands on, where the question asks for them."""
    cited = outcome.draft.citations()
    if not question.source or not cited:
        return ""
    ranges = [(one.line_start, one.line_end) for one in cited]
    words = render_words(question.language, "where", {"ranges": ranges}, question.language)
    return words if question.language == "zh" else f" {words}"


def _mended(outcome: Outcome, question: Question) -> str:
    """That slips of the keyboard were mended, where the answer rests on it; words with a number in them are left unsaid, since
    the report does not say that number.
    """
    if outcome.status == "smalltalk" or outcome.reason == "out_of_scope":
        return ""
    whole = len(question.corrected) == 1 and _LATIN.search(question.corrected[0].typed) is not None
    said = [one for one in question.corrected if not _NUMBER.search(one.meant if whole else one.typed + one.meant)]
    if not said:
        return ""
    context = {"corrected": said, "whole": whole}
    words = render_words(question.language, "mended", context, question.language)
    return words if question.language == "zh" else f" {words}"


_LATIN = re.compile(r"[a-z]{2}")
_NUMBER = re.compile(r"(?!(?:19|20)\d\d年)(?<!\d)\d")


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
        corrected=question.corrected,
    )


def speak(question: Question, language: Language | None) -> Question:
    """The same question, to be answered in a language."""
    return replace(question, language=language) if language else question


def _short(reply: Reply) -> bool:
    return len(reply.answer) <= max(_LONGEST, 2 * sum(len(citation.quote) for citation in reply.citations))
