"""How a request finds its report, is answered from it, and gets the questions that may follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from report_qa.answers.across_reading import Across
from report_qa.answers.answer import answer, make_reply, speak
from report_qa.answers.draft import Draft
from report_qa.answers.features import Scores
from report_qa.answers.naming import Names, for_report, read_names
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Derived, Reply
from report_qa.answers.routing import Route, route_names
from report_qa.answers.suggest import Suggestion, choose_suggestions
from report_qa.answers.view import ReportView
from report_qa.library.across import Reports, answer_table, read_last
from report_qa.library.across_keys import KeyedFigures
from report_qa.library.across_pairs import answer_places
from report_qa.library.across_years import answer_target, answer_years
from report_qa.library.ask import Ask
from report_qa.library.asked_views import AskedViews
from report_qa.library.ledger_notes import LedgerNotes
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.question import Intent, Question
from report_qa.questions.read import read_question
from report_qa.questions.slips import Slips
from report_qa.questions.turn import Reader
from report_qa.search.embedder import Embedder, read_query
from report_qa.search.passage import Hit, Passage
from report_qa.search.retrieve import ReportScores, hits_of, retrieve, score_report
from report_qa.search.store import StoredIndex
from report_qa.text.periods import ReportDates

_NEAR, _NAMED = 20, 20  # passages looked at to name the nearest reports first, and reports named at most
_WITHOUT_REPORT = (Intent.SMALLTALK, Intent.OUT_OF_SCOPE)


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report ready to be asked: its view, its passages (those of its sentences first), the questions that it is
    known to answer, and the notes of its ledger.
    """

    view: ReportView
    passages: Sequence[Passage]
    suggestions: tuple[Suggestion, ...]
    notes: LedgerNotes


@dataclass(frozen=True, slots=True)
class Asker:
    """What answering needs. `dates` and `titles` hold every report's, `open_report` gives a report by id, as often as
    asked, and `slips` what mends questions put to it.
    """

    index: StoredIndex
    embedder: Embedder
    lexicon: Lexicon
    gazetteer: Gazetteer
    dates: Mapping[str, ReportDates]
    open_report: Callable[[str], OpenReport]
    titles: Mapping[str, str]
    keyed: KeyedFigures
    slips: Callable[[str], Slips | None]
    views: AskedViews = field(default_factory=AskedViews)

    def ask(self, asked: Ask) -> Reply:
        """Answer from the report that is given, or from those that the question names; where several fit, name them."""
        if asked.report is not None:
            return self._from_report(asked.report, asked)
        if len(self.dates) == 1:
            return self._from_report(next(iter(self.dates)), asked)
        names = read_names((*asked.history, asked.question), self.gazetteer)
        across, asked_of = read_last(names, self.gazetteer)
        if across is not None and (reply := self._from_several(across, asked_of, asked)) is not None:
            return reply
        chosen = route_names(names, self.dates, self.gazetteer)
        plain = replace(asked, question=chosen.texts[-1], history=chosen.texts[:-1])
        if len({self.dates[report].place for report in chosen.reports}) != 1:
            return self._from_none(chosen, plain)
        reply = self._in_turn(chosen, plain)
        unproven = reply.verdict is not None and all(one.figure.status == "target" for one in reply.figures)
        if across is not None and across.kind == "target" and reply.figures and unproven:
            return self._not_said(chosen.reports[0], plain)  # that a target stands there does not say that it was met
        return reply

    def search(self, text: str, report: str | None, top_k: int) -> tuple[Hit, ...]:
        """The passages nearest to a text, best first."""
        found = self.embedder.embed_query(text)
        return tuple(retrieve(self.index, text, found, report, top_k, lambda name: self.open_report(name).passages))

    def reader(self, report: str) -> Reader:
        """What questions of a report are read with."""
        return Reader(self.lexicon, self.gazetteer, self.dates[report], self.slips(report))

    def scores(self, report: str, words: str) -> Scores:
        """What retrieval says of each sentence and figure of a report for some words."""
        return self._looked_up(report, words)[1]

    def _looked_up(self, report: str, words: str) -> tuple[ReportScores, Scores]:
        vector, pieces = read_query(self.embedder, words)
        found = score_report(self.index, report, words, vector)
        return found, Scores(found.sentence_dense, found.sentence_bm25, found.figure_dense, pieces)

    def _from_several(self, across: Across, names: Names, asked: Ask) -> Reply | None:
        """The answer to a question over several reports; None where they do not fit it."""
        answers = {
            "each": answer_table, "most": answer_table, "places": answer_places, "target": answer_target,
            "years": answer_years,
        }  # fmt: skip
        return answers[across.kind](self._reports(), across, names, asked)

    def _not_said(self, report: str, asked: Ask) -> Reply:
        question = speak(read_question(asked.question, asked.history, self.reader(report)), asked.lang)
        refusal = Outcome(
            "refusal",
            Draft(self._view(report)),
            "not_found",
            {"reason": "not_in_report"},
            reason="not_in_report",
            confidence=0.5,
        )
        return make_reply(refusal, question, ())

    def _reports(self) -> Reports:
        return Reports(
            self.dates,
            self.gazetteer,
            self._view,
            self._from_report,
            lambda words, top_k: self.search(words, None, top_k),
            self.keyed,
        )

    def _view(self, report: str) -> ReportView:
        return self.open_report(report).view

    def _in_turn(self, chosen: Route, asked: Ask) -> Reply:
        """Answer from the first report of one place that answers; say so where none is of the year named."""
        replies = []
        for report in chosen.reports[: chosen.tries]:
            reply = self._from_report(report, _to_place(asked, self.dates[report].place, self.gazetteer))
            if reply.status != "not_found" or reply.reason in ("out_of_scope", "withheld"):
                return reply
            replies.append(reply)
        return replies[0] if chosen.covered else self._from_none(replace(chosen, reports=()), asked)

    def _from_report(self, report: str, asked: Ask) -> Reply:
        opened = self.open_report(report)
        reader = self.reader(report)
        question = speak(read_question(asked.question, asked.history, reader), asked.lang)
        known: dict[str, tuple[ReportScores, Scores]] = {}

        def scored(text: str) -> tuple[ReportScores, Scores]:
            if text not in known:
                known[text] = self._looked_up(report, text)
            return known[text]

        hits = tuple(hits_of(self.index, report, scored(_words(question))[0], asked.top_k, opened.passages))
        reply = answer(self.views.of(opened.view), question, lambda text: scored(text)[1], reader, hits)
        return replace(reply, suggestions=_following(opened, reply, asked.question))

    def _from_none(self, chosen: Route, asked: Ask) -> Reply:
        """Name the reports that fit, or say that there is none; smalltalk needs no report."""
        first = next(iter(chosen.reports or self.dates))
        view = self.open_report(first).view
        reader = self.reader(first)
        question = speak(read_question(asked.question, asked.history, reader), asked.lang)
        if question.intent in _WITHOUT_REPORT:
            return answer(view, question, _no_scores, reader, ())
        if chosen.reports:
            found = self.search(_words(question), None, _NEAR)
            hits = tuple(hit for hit in found if hit.passage.report in chosen.reports)
            near = dict.fromkeys((*(hit.passage.report for hit in hits), *chosen.reports))
            titles = [self.titles.get(report, report) for report in list(near)[:_NAMED]]
            draft = Draft(view)
            more = f"{len(near) - _NAMED}" if len(near) > _NAMED else ""
            draft.derived += [Derived(f"{more}份" if question.language == "zh" else more)] if more else []
            context = {"titles": titles, "more": more}
            several = Outcome("which", draft, status="clarify", context=context, confidence=0.5)
            return make_reply(several, question, hits[: asked.top_k])
        none = Outcome(
            "refusal", Draft(view), "not_found", {"reason": "unknown_report"}, reason="unknown_report", confidence=0.9
        )
        return make_reply(none, question, ())


def _to_place(asked: Ask, place: str | None, gazetteer: Gazetteer) -> Ask:
    question, *earlier = (for_report(text, place, gazetteer) or text for text in (asked.question, *asked.history))
    return replace(asked, question=question, history=tuple(earlier))


def _words(question: Question) -> str:
    return question.clean or question.text


def _no_scores(_: str) -> Scores:
    raise LookupError("smalltalk looks nothing up")


def _following(opened: OpenReport, reply: Reply, question: str) -> tuple[str, ...]:
    """The suggestions nearest to what a reply cites."""
    cited = {line for one in reply.citations for line in range(one.line_start, one.line_end + 1)}
    count = len(opened.view.document.sentences) if cited else 0
    sentences = tuple(passage.sentence for passage in opened.passages[:count] if passage.line_start in cited)
    return choose_suggestions(opened.suggestions, sentences, question, reply.language)
