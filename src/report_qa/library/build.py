"""`build`: from the reports on the shelf to an index that answers; only what changed is read, embedded and asked again."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from report_qa.answers.reply import Reply
from report_qa.answers.suggest import make_suggestions
from report_qa.errors import ManifestError, ReportQAError, SourceError
from report_qa.figures.metric_words import MetricWords
from report_qa.library.ask import Ask
from report_qa.library.library import Library
from report_qa.library.query_cache import RecentQueries
from report_qa.library.read_ledger import read_ledger
from report_qa.library.recipe import reading_digest, recipe_digest
from report_qa.library.shelf import ShelvedReport, read_shelved, report_ids
from report_qa.library.shelving import mend_shelf
from report_qa.library.stored import StoredReport, from_json, to_json
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.search.cache import VectorCache, embed_cached
from report_qa.search.embedder import Embedder, WordEmbedder, open_embedder
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.index_folder import hold_folder
from report_qa.search.passages import make_passages, tidy
from report_qa.search.store import ReportPart, StoredIndex, check_fresh, open_index, write_index
from report_qa.search.word_cache import WordCache
from report_qa.search.words import Packed
from report_qa.settings import Settings
from report_qa.text.read import read_document

Progress = Callable[[str, int, int], None]  # the stage in words, how much of it is done, and of how much
CACHE = "cache"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: counts, of which `embedded` passages were not in the cache, and the index's digest.

    `outdated` names the reports whose text another version of a reader extracted; it is kept as it is.
    `contradictions` counts pairs of figures of one report, metric, period and status whose values differ.
    """

    reports: int
    passages: int
    embedded: int
    figures: int
    digest: str
    outdated: tuple[str, ...] = ()
    contradictions: int = 0


def build(settings: Settings, progress: Progress | None = None) -> Built:
    """Read every report, embed what is new, find the questions that each answers, and put the index in place in one step.

    Raises:
        IndexBusy: another build is running.
        SourceError, ManifestError: a report cannot be read, or there is none. The old index stays.
        SettingsError: the index folder cannot be written.
        EmbedderUnavailable, LexiconError: the model or the lexicon is not usable.
    """
    mend_shelf(settings)
    with hold_folder(settings.index_dir) as held:
        builder = _Builder(settings, open_embedder(settings.model, settings.model_dir), progress or _silent)
        shelved = builder.shelved()
        stored = builder.read(shelved)
        vectors, embedded = builder.embed(shelved, stored)
        words = builder.words(stored)
        stored = builder.suggest(shelved, stored, vectors, words)
        digest = write_index(held, _parts(shelved, stored, words), builder.recipe, builder.embedder.facts, vectors)
    figures = sum(len(one.figures) for one in stored)
    outdated = tuple(one.id for one in shelved if one.is_outdated)
    contradictions = sum(len(one.notes.contradictions) for one in stored)
    return Built(len(stored), len(vectors), embedded, figures, digest, outdated, contradictions)


def is_current(settings: Settings) -> bool:
    """Whether the index was built from the reports, the model and the version that there are now."""
    try:
        index = open_index(settings.index_dir)
        shelved = [read_shelved(settings, report) for report in report_ids(settings)]
        embedder = open_embedder(settings.model, settings.model_dir)
        check_fresh(index.manifest, [one.key for one in shelved], recipe_digest(settings), embedder.facts)
        reading = reading_digest(settings)
        return all(index.document(one.id).get("key") == _key(reading, embedder, one) for one in shelved)
    except ReportQAError:
        return False


class _Builder:
    """One build: what its steps share."""

    def __init__(self, settings: Settings, embedder: Embedder, progress: Progress) -> None:
        self.settings, self.embedder, self.progress = settings, embedder, progress
        self.recipe = recipe_digest(settings)
        self.reading = reading_digest(settings)
        self.known = self._known_reports()
        self.lexicon = Lexicon.open(settings.lexicon_dir)

    def shelved(self) -> list[ShelvedReport]:
        ids = report_ids(self.settings)
        if not ids:
            raise SourceError("There are no reports to build an index of.", "Add one with `report-qa add FILE`.")
        return [read_shelved(self.settings, report) for report in ids]

    def read(self, shelved: Sequence[ShelvedReport]) -> list[StoredReport]:
        stored: list[StoredReport] = []
        for done, one in enumerate(shelved, 1):
            key = _key(self.reading, self.embedder, one)
            stored.append(self._remembered(key, one) or _read(key, one, self.lexicon.metrics))
            self.progress("reading reports", done, len(shelved))
        return stored

    def embed(self, shelved: Sequence[ShelvedReport], stored: Sequence[StoredReport]) -> tuple[FaissVectors, int]:
        texts: list[str] = []
        for one, read in zip(shelved, stored, strict=True):
            texts += [passage.embedded for passage in make_passages(one.id, read.document, read.figures, len(texts))]
        done = 0

        def more(count: int) -> None:
            nonlocal done
            done += count
            self.progress("embedding passages", done, len(texts))

        cache = VectorCache(self.settings.index_dir / CACHE, self.embedder.name, self.embedder.dim)
        vectors, embedded = embed_cached(self.embedder, texts, cache, more)
        return FaissVectors.of(vectors), embedded

    def words(self, stored: Sequence[StoredReport]) -> list[Packed | None]:
        """The pieces of each report's sentences, where the model gives them."""
        embedder = self.embedder
        if not isinstance(embedder, WordEmbedder) or embedder.word_head is None:
            return [None] * len(stored)
        cache = WordCache(self.settings.index_dir / CACHE, embedder)
        found: list[Packed | None] = []
        for done, one in enumerate(stored, 1):
            found.append(cache.pieces([tidy(sentence.text) for sentence in one.document.sentences]))
            self.progress("reading words", done, len(stored))
        cache.drop_unused()
        return found

    def suggest(
        self,
        shelved: Sequence[ShelvedReport],
        stored: Sequence[StoredReport],
        vectors: FaissVectors,
        words: Sequence[Packed | None],
    ) -> list[StoredReport]:
        """The reports with questions that each is known to answer; they are asked of a draft of this very index."""
        if all(one.key in self.known for one in stored):
            return list(stored)
        library = self._draft(shelved, stored, vectors, words)
        suggested: list[StoredReport] = []
        for done, (one, read) in enumerate(zip(shelved, stored, strict=True), 1):
            if read.key in self.known:
                suggested.append(read)
            else:
                found = make_suggestions(library.view(one.id), library.lexicon, partial(_asked, library, one.id))
                suggested.append(replace(read, suggestions=found))
            self.progress("asking suggestions", done, len(stored))
        return suggested

    def _draft(
        self,
        shelved: Sequence[ShelvedReport],
        stored: Sequence[StoredReport],
        vectors: FaissVectors,
        words: Sequence[Packed | None],
    ) -> Library:
        with tempfile.TemporaryDirectory() as folder, hold_folder(Path(folder)) as held:
            write_index(held, _parts(shelved, stored, words), self.recipe, self.embedder.facts, vectors)
            index = open_index(Path(folder))
        reports = {one.id: one for one in shelved}
        return Library(
            index, reports, RecentQueries(self.embedder), self.lexicon, Gazetteer.open(self.settings.lexicon_dir)
        )

    def _remembered(self, key: str, shelved: ShelvedReport) -> StoredReport | None:
        """A report as the index that serves now has it, where nothing that it depends on has changed."""
        fields = self.known.get(key)
        return from_json(fields, shelved.source) if fields else None

    def _known_reports(self) -> dict[str, dict[str, object]]:
        try:
            index: StoredIndex = open_index(self.settings.index_dir)
        except ReportQAError:
            return {}
        documents = [index.document(entry.id) for entry in index.reports]
        return {str(fields.get("key")): fields for fields in documents}


def _key(reading: str, embedder: Embedder, shelved: ShelvedReport) -> str:
    """Names all that a report in the index depends on."""
    said = f"{reading}\n{embedder.name}\n{embedder.facts.words}\n{shelved.key.source_sha256}\n{shelved.key.manifest_sha256}"
    return hashlib.sha256(said.encode()).hexdigest()


def _read(key: str, shelved: ShelvedReport, words: MetricWords) -> StoredReport:
    try:
        document = read_document(shelved.source, shelved.manifest.dates, shelved.manifest.overrules)
        return StoredReport(key, document, *read_ledger(shelved, document, words))
    except ManifestError:
        raise
    except ReportQAError as error:
        raise SourceError(f"{shelved.id}: {error.message}", error.hint) from None


def _asked(library: Library, report: str, question: str) -> Reply:
    return library.ask(Ask(question, report=report))


def _parts(
    shelved: Sequence[ShelvedReport], stored: Sequence[StoredReport], words: Sequence[Packed | None]
) -> list[ReportPart]:
    parts = []
    for one, read, pieces in zip(shelved, stored, words, strict=True):
        sentences = [passage.text for passage in make_passages(one.id, read.document, (), 0)]
        owners = [figure.sentence for figure in read.figures]
        parts.append(ReportPart(one.key, to_json(read), sentences, owners, pieces))
    return parts


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
