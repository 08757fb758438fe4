"""`Library`: the reports there are, and the one way to ask them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock

from report_qa.answers.explanation import Explanation, explain_without
from report_qa.answers.features import Scores
from report_qa.answers.reply import Reply
from report_qa.answers.view import Pieces, ReportView
from report_qa.errors import IndexStale, ReportQAError, ReportUnknown
from report_qa.figures.figure import Figure
from report_qa.library.across_keys import KeyedFigures
from report_qa.library.ask import Ask, check_question, check_top_k
from report_qa.library.asking import Asker, OpenReport
from report_qa.library.explaining import explain, report_of
from report_qa.library.ledger import Ledger, make_ledger
from report_qa.library.print_repairs import PrintRepairs, print_repairs
from report_qa.library.query_cache import RecentQueries
from report_qa.library.recipe import recipe_digest
from report_qa.library.review import Review, make_review
from report_qa.library.shelf import ShelvedReport, read_shelved, report_ids
from report_qa.library.stored import from_json
from report_qa.library.summary import ReportDetail, ReportSummary, SectionSummary
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.read import read_question
from report_qa.questions.slips import Slips
from report_qa.questions.turn import Reader
from report_qa.questions.vocabulary import Vocabulary
from report_qa.search.embedder import Embedder, head_of, open_embedder
from report_qa.search.passage import Hit
from report_qa.search.passages import make_passages
from report_qa.search.store import StoredIndex, check_fresh, open_index
from report_qa.settings import Settings
from report_qa.text.document import Document
from report_qa.text.source import Source

__all__ = ["Ask", "Library"]

log = logging.getLogger(__name__)
_REVIEWS = 8  # reviews kept: a client pages through one, and reading a report again takes a tenth of a second
_SLIPS = 32  # reports whose words are kept by their sound: a megabyte each
_BUILD = "Build the index again with `report-qa build`."


class Library:
    """The reports of an index, with their sources. Reading and asking may go on in several threads at once."""

    def __init__(
        self,
        index: StoredIndex,
        shelved: Mapping[str, ShelvedReport],
        embedder: Embedder,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        vocabulary: Callable[[], Vocabulary] | None = None,
    ) -> None:
        """Slips of the keyboard are mended where a `vocabulary` is given."""
        self._index = index
        self._shelved = dict(shelved)
        self._opened: dict[str, OpenReport] = {}
        self._opening = Lock()
        self._reviewed = lru_cache(_REVIEWS)(self._review)
        self._repaired = lru_cache(_REVIEWS)(self._repair)
        dates = {report: one.manifest.dates for report, one in self._shelved.items()}
        titles = {report: one.manifest.title or report for report, one in self._shelved.items()}
        keyed = KeyedFigures(self.view, lexicon.metrics)
        self._vocabulary = vocabulary
        slips = lru_cache(_SLIPS)(self._slips)
        self._asker = Asker(index, embedder, lexicon, gazetteer, dates, self._open_report, titles, keyed, slips)

    @classmethod
    def open(cls, settings: Settings) -> Library:
        """Open the index, and check that it is of these sources, this model and this version.

        A report that is on the shelf but not in the index is left out, and named in the log.

        Raises:
            IndexMissing, IndexStale, IndexDamaged, EmbedderUnavailable, LexiconError: why it cannot be opened.
        """
        index = open_index(settings.index_dir)
        shelved = {entry.id: _read_indexed(settings, entry.id) for entry in index.reports}
        if left_out := [report for report in report_ids(settings) if report not in shelved]:
            log.warning("not_in_index", extra={"reports": left_out})
        embedder = open_embedder(settings.model, settings.model_dir)
        keys = [one.key for one in shelved.values()]
        check_fresh(index.manifest, keys, recipe_digest(settings), embedder.facts)
        lexicon, gazetteer = Lexicon.open(settings.lexicon_dir), Gazetteer.open(settings.lexicon_dir)
        vocabulary = lru_cache(1)(lambda: Vocabulary.open(settings.model_dir, settings.lexicon_dir, lexicon, gazetteer))
        return cls(index, shelved, RecentQueries(embedder), lexicon, gazetteer, vocabulary)

    @property
    def digest(self) -> str:
        """Names the index: the same index and request give the same answer."""
        return self._index.digest

    def reports(self) -> tuple[ReportSummary, ...]:
        """The reports, sorted by id."""
        return tuple(self._summary(report) for report in self._shelved)

    def report(self, report: str) -> ReportDetail:
        """A report with its sections.

        Raises:
            ReportUnknown: there is none of that id.
        """
        document = self.document(report)
        sections = tuple(
            SectionSummary(
                heading=section.heading,
                heading_line=document.source.line_of(section.extent.start),
                level=section.level,
                line_start=section.line_start,
                line_end=section.line_end,
                period=section.period,
                status=section.status,
            )
            for section in document.sections
        )
        return ReportDetail(self._summary(report), sections)

    def source(self, report: str) -> Source:
        """A report's source, as received. Raises `ReportUnknown`."""
        return self._known(report).source

    def document(self, report: str) -> Document:
        """A report as read. Raises `ReportUnknown`."""
        return self._open_report(report).view.document

    def figures(self, report: str) -> tuple[Figure, ...]:
        """A report's ledger, in source order. Raises `ReportUnknown`."""
        return self._open_report(report).view.figures

    def ledger(self, report: str) -> Ledger:
        """A report's figures as records with ids, keys and contradictions. Raises `ReportUnknown`."""
        opened = self._open_report(report)
        return make_ledger(report, opened.view.title, opened.view.document, opened.view.figures, opened.notes)

    def key_of(self, report: str, metric: str) -> str:
        """How the keys of a metric begin, whatever wording of it is given (规上工业增加值). Raises `ReportUnknown`."""
        return self._asker.lexicon.metrics.name(metric, self._known(report).manifest.place).text

    def wordings(self, concept: str) -> tuple[str, ...]:
        """Every wording that the lexicon has for a key's concept (`gdp`); none where it does not know it."""
        return self._asker.lexicon.metrics.wordings(concept)

    def repairs(self, report: str) -> PrintRepairs:
        """What of a report's print was left out to read it, each with the rule. Raises `ReportUnknown`."""
        return self._repaired(report)

    def review(self, report: str) -> Review:
        """The numbers of a report that are no figure, each with the reason. Raises `ReportUnknown`."""
        return self._reviewed(report)

    def ask(self, asked: Ask) -> Reply:
        """Answer a question from the reports, every figure cited; or say that they do not say.

        Raises:
            ReportUnknown: the report asked is not in the library.
        """
        if asked.report is not None:
            self._known(asked.report)
        return self._asker.ask(asked)

    def explain(self, asked: Ask) -> Explanation:
        """The answer to a question with the reading, the candidates, what was rejected and why. Raises `ReportUnknown`."""
        reply = self.ask(asked)
        reports = tuple(self._shelved)
        report = report_of(asked, reply, reports)
        reader = self._asker.reader(report or reports[0])
        if report is None:
            return explain_without(read_question(asked.question, asked.history, reader), reply)
        return explain(asked, reply, report, self.view(report), reader, self._asker.scores)

    def search(self, question: str, report: str | None = None, top_k: int = 5) -> tuple[Hit, ...]:
        """The passages nearest to a question, best first.

        Raises:
            ReportUnknown, QuestionRejected: the report is not in the library, the question outside its bounds.
        """
        check_question(question)
        check_top_k(top_k)
        if report is not None:
            self._known(report)
        return self._asker.search(question, report, top_k)

    def with_embedder(self, wrap: Callable[[Embedder], Embedder]) -> Library:
        """The same library, its embedder wrapped: to time it, or to remember what it did."""
        asker = self._asker
        embedder = wrap(asker.embedder)
        return Library(self._index, self._shelved, embedder, asker.lexicon, asker.gazetteer, self._vocabulary)

    def scores(self, report: str, words: str) -> Scores:
        """What retrieval says of each sentence and figure of a report for some words. Raises `ReportUnknown`."""
        self._known(report)
        return self._asker.scores(report, words)

    def reader(self, report: str) -> Reader:
        """What questions of a report are read with. Raises `ReportUnknown`."""
        self._known(report)
        return self._asker.reader(report)

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that questions are read with."""
        return self._asker.lexicon

    def view(self, report: str) -> ReportView:
        """A report as the answer engine looks at it. Raises `ReportUnknown`."""
        return self._open_report(report).view

    def _known(self, report: str) -> ShelvedReport:
        if report not in self._shelved:
            raise ReportUnknown(f"There is no report {report!r} in the library.", "`report-qa list` names the reports.")
        return self._shelved[report]

    def _slips(self, report: str) -> Slips | None:
        if self._vocabulary is None:
            return None
        return Slips(self._vocabulary, lambda: "\n".join(self.view(report).words.texts))

    def _open_report(self, report: str) -> OpenReport:
        opened = self._opened.get(report)
        if opened is None:
            with self._opening:
                opened = self._opened.get(report) or self._load(report)
                self._opened[report] = opened
        return opened

    def _load(self, report: str) -> OpenReport:
        shelved = self._known(report)
        stored = from_json(self._index.document(report), shelved.source)
        first = self._index.entry(report).first_row
        manifest = shelved.manifest
        words, head = self._index.words(report), head_of(self._asker.embedder)
        pieces = Pieces(head, words) if head is not None and words is not None else None
        view = ReportView(report, manifest.title, manifest.dates, stored.document, stored.figures, pieces)
        passages = make_passages(report, stored.document, stored.figures, first)
        return OpenReport(view, passages, stored.suggestions, stored.notes)

    def _review(self, report: str) -> Review:
        opened = self._open_report(report)
        return make_review(self._known(report), opened.view.document, opened.view.figures, opened.notes.dropped)

    def _repair(self, report: str) -> PrintRepairs:
        return print_repairs(self._known(report))

    def _summary(self, report: str) -> ReportSummary:
        shelved = self._known(report)
        manifest = shelved.manifest
        return ReportSummary(
            id=report,
            title=manifest.title,
            place=manifest.place,
            delivered=manifest.delivered,
            reviews=manifest.reviews,
            plans=manifest.plans,
            lines=shelved.source.line_count,
            figures=self._index.entry(report).figures,
            sha256=shelved.source.sha256,
            contact=manifest.contact,
        )


def _read_indexed(settings: Settings, report: str) -> ShelvedReport:
    """A report that the index was built from; that it can no longer be read makes the index stale."""
    try:
        return read_shelved(settings, report)
    except ReportQAError as error:
        raise IndexStale(f"A report of the index cannot be read: {error.message}", _BUILD) from None
