"""How a request finds its report, is answered from it, and gets the questions that may follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from report_qa.answers.answer import answer, make_reply, speak
from report_qa.answers.draft import Draft
from report_qa.answers.features import Scores
from report_qa.answers.outcome import Outcome
from report_qa.answers.reply import Reply
from report_qa.answers.routing import Route, route
from report_qa.answers.suggest import Suggestion, choose_suggestions
from report_qa.answers.view import ReportView
from report_qa.library.ask import Ask
from report_qa.library.ledger_notes import LedgerNotes
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.question import Intent, Question
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader
from report_qa.search.embedder import Embedder
from report_qa.search.passage import Hit, Passage
from report_qa.search.retrieve import ReportScores, hits_of, retrieve, score_report
from report_qa.search.store import StoredIndex
from report_qa.text.periods import ReportDates

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
    """What answering needs. `dates` holds every report's, `open_report` gives a report by id, as often as asked."""

    index: StoredIndex
    embedder: Embedder
    lexicon: Lexicon
    gazetteer: Gazetteer
    dates: Mapping[str, ReportDates]
    open_report: Callable[[str], OpenReport]

    def ask(self, asked: Ask) -> Reply:
        """Answer from the report that is given, or that the question names; where several fit, name them."""
        if asked.report is not None:
            return self._from_report(asked.report, asked)
        chosen = route((*asked.history, asked.question), self.dates, self.gazetteer)
        if len(chosen.reports) == 1:
            return self._from_report(chosen.reports[0], asked)
        return self._from_none(chosen, asked)

    def search(self, text: str, report: str | None, top_k: int) -> tuple[Hit, ...]:
        """The passages nearest to a text, best first."""
        found = self.embedder.embed_query(text)
        return tuple(retrieve(self.index, text, found, report, top_k, lambda name: self.open_report(name).passages))

    def reader(self, report: str) -> Reader:
        """What questions of a report are read with."""
        return Reader(self.lexicon, self.gazetteer, self.dates[report])

    def scores(self, report: str, words: str) -> Scores:
        """What retrieval says of each sentence and figure of a report for some words."""
        return _scores(score_report(self.index, report, words, self.embedder.embed_query(words)))

    def _from_report(self, report: str, asked: Ask) -> Reply:
        opened = self.open_report(report)
        reader = self.reader(report)
        question = speak(read_question(asked.question, asked.history, reader), asked.lang)
        known: dict[str, ReportScores] = {}

        def scored(text: str) -> ReportScores:
            if text not in known:
                known[text] = score_report(self.index, report, text, self.embedder.embed_query(text))
            return known[text]

        hits = tuple(hits_of(self.index, report, scored(_words(question)), asked.top_k, opened.passages))
        reply = answer(opened.view, question, lambda text: _scores(scored(text)), reader, hits)
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
            titles = [self.open_report(report).view.title or report for report in chosen.reports]
            several = Outcome("which", Draft(view), status="clarify", context={"titles": titles}, confidence=0.5)
            hits = self.search(_words(question), None, asked.top_k)
            return make_reply(several, question, tuple(hit for hit in hits if hit.passage.report in chosen.reports))
        none = Outcome(
            "refusal", Draft(view), "not_found", {"reason": "unknown_report"}, reason="unknown_report", confidence=0.9
        )
        return make_reply(none, question, ())


def _scores(scores: ReportScores) -> Scores:
    return Scores(scores.sentence_dense, scores.sentence_bm25, scores.figure_dense)


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
