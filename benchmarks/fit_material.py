"""Questions put to a library of reports, as samples that `fit_weights` and `fit_words` learn from."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.features import Scores
from report_qa.answers.ranking import Ranking, rank
from report_qa.answers.view import ReportView
from report_qa.evaluation.cases import Case
from report_qa.library.add import Overrides, add
from report_qa.library.build import build
from report_qa.library.library import Library
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Intent, Question
from report_qa.questions.read import read_question
from report_qa.settings import load_settings

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
FOLDER = Path(".cache") / "fit"
KINDS = ("figure", "unanswerable", "text", "list", "rank", "ambiguous")


@dataclass(frozen=True, slots=True)
class Sample:
    """The candidates of one question: features (N, K), which of them are right, which may answer, which are of one
    metric, words found nowhere.
    """

    features: Floats
    right: Bools
    allowed: Bools
    metric: NDArray[np.int64]
    whole: tuple[float, ...]
    weight: float


def of_figures(view: ReportView, ranking: Ranking, right: Collection[int], weight: float) -> Sample:
    """The figures of a ranking as a sample."""
    gold = np.isin(np.arange(len(ranking.scores)), sorted(right))
    return Sample(ranking.features, gold, ranking.allowed, view.table.metric, ranking.whole, weight)


def of_sentences(ranking: Ranking, right: Collection[int], weight: float) -> Sample:
    """The sentences of a ranking as a sample."""
    gold = np.isin(np.arange(len(ranking.sentence_scores)), sorted(right))
    own = np.arange(len(gold), dtype=np.int64)
    return Sample(ranking.sentence_features, gold, ranking.named, own, ranking.whole, weight)


@dataclass(frozen=True, slots=True)
class Put:
    """A question put to a report: how it was read, what is known of each figure and sentence, and which of them answer."""

    text: str
    question: Question
    scores: Scores
    ranking: Ranking
    figures: frozenset[int]
    sentences: frozenset[int]

    @property
    def absent(self) -> bool:
        """Whether the report does not answer it."""
        return not self.sentences

    @property
    def asks_figure(self) -> bool:
        """Whether a figure answers it, or would: what tells is its words where there is no answer."""
        return self.question.intent not in (Intent.TEXT, Intent.LIST) if self.absent else bool(self.figures)


@dataclass(frozen=True, slots=True)
class Material:
    """A library of the reports that the questions are about."""

    library: Library
    lexicon: Lexicon

    def put(self, path: Path) -> Iterator[Put]:
        """A report's questions, each put to it; those that are none to the engine (small talk) are left out."""
        report = path.stem
        view = self.library.view(report)
        for line in path.read_text("utf-8").splitlines():
            pair = json.loads(line)
            sentences, figures = _answers(view, pair) if pair.get("answered", True) else (set(), set())
            question = read_question(pair["q"], (), self.library.reader(report))
            unread = bool(pair.get("figure")) and not figures
            if unread or question.intent in (Intent.SMALLTALK, Intent.OUT_OF_SCOPE):
                continue
            scores = self.library.scores(report, question.clean)
            ranking = rank(view, question, scores, self.lexicon)
            yield Put(pair["q"], question, scores, ranking, frozenset(figures), frozenset(sentences))

    def pairs(self, path: Path) -> Iterator[tuple[Sample | None, Sample | None]]:
        """Samples (of figures, of sentences) of a report's questions, each answered one with its two that have no answer."""
        view = self.library.view(path.stem)
        for one in self.put(path):
            ranking, asks = one.ranking, one.asks_figure
            if one.absent:
                yield (
                    (of_figures(view, ranking, one.figures, 1), None)
                    if asks
                    else (None, of_sentences(ranking, set(), 1))
                )
                continue
            told = of_sentences(ranking, one.sentences, 1)
            yield of_figures(view, ranking, one.figures, 1) if asks else None, told
            left, without = self._without(view, one.question, one.scores, one.sentences)
            yield of_figures(left, without, set(), 0.5) if asks else None, of_sentences(without, set(), 0.5)
            if twin := self._twin(view, one.text, one.question, ranking):
                yield of_figures(view, twin, set(), 0.7) if asks else None, of_sentences(twin, set(), 0.7)

    def cases(self, cases: Sequence[Case]) -> Iterator[tuple[Sample | None, Sample | None]]:
        """Samples of cases; an unanswerable one that asks for a number tells of figures, another of sentences."""
        for case in cases:
            if case.kind not in KINDS or case.report is None:
                continue
            view = self.library.view(case.report)
            question = read_question(case.turns[-1], case.turns[:-1], self.library.reader(case.report))
            if question.intent in (Intent.SMALLTALK, Intent.OUT_OF_SCOPE):
                continue
            scores = self.library.scores(case.report, question.clean)
            ranking = rank(view, question, scores, self.lexicon)
            absent = case.kind == "unanswerable"
            asks = case.kind in ("figure", "ambiguous") or (absent and question.intent is Intent.FIGURE)
            gold = {(_digits(one.text), one.line) for one in case.gold_figures}
            source = view.document.source
            figures = {
                at
                for at, one in enumerate(view.figures)
                if (_digits(one.text), source.line_of(one.extent.start)) in gold
            }
            spans = [source.lines_of(one.extent) for one in view.document.sentences]
            ranges = () if absent else case.gold_lines
            sentences = {at for at, (a, b) in enumerate(spans) for one in ranges if a <= one.end and one.start <= b}
            told = of_sentences(ranking, sentences, 3) if not (absent and asks) else None
            yield of_figures(view, ranking, figures, 3) if asks else None, told

    def _without(
        self, view: ReportView, question: Question, scores: Scores, gone: Collection[int]
    ) -> tuple[ReportView, Ranking]:
        """The question held against the report without some of its sentences."""
        sentences = tuple(
            replace(one, text="") if at in gone else one for at, one in enumerate(view.document.sentences)
        )
        kept = [at for at, figure in enumerate(view.figures) if figure.sentence not in gone]
        pieces = view.pieces
        if pieces is not None:
            words = pieces.words[~np.isin(pieces.words["sentence"], sorted(gone))]
            pieces = replace(pieces, words=words)
        left = ReportView(
            view.report, view.title, view.dates, replace(view.document, sentences=sentences),
            tuple(view.figures[at] for at in kept), pieces,
        )  # fmt: skip
        dense, bm25 = scores.sentence_dense.copy(), scores.sentence_bm25.copy()
        positions = sorted(gone)
        dense[positions], bm25[positions] = np.delete(dense, positions).mean(), 0
        return left, rank(left, question, Scores(dense, bm25, scores.figure_dense[kept], scores.words), self.lexicon)

    def _twin(self, view: ReportView, text: str, question: Question, ranking: Ranking) -> Ranking | None:
        """The question with its most telling word swapped for a concept's name that the report does not have."""
        telling = sorted(
            (one for one in ranking.anchors if one.forms and one.text in text), key=lambda one: (-one.weight, one.start)
        )
        absent = [
            name
            for concept in self.lexicon.concepts
            for name in concept.names[:2]
            if 2 <= len(name) <= 8 and not any(view.words.has(form.lower()) for form in concept.forms)
        ]
        if not telling or not absent or question.language == "en":
            return None
        pick = int(hashlib.sha256(text.encode()).hexdigest(), 16) % len(absent)
        twin = read_question(text.replace(telling[0].text, absent[pick], 1), (), self.library.reader(view.report))
        return rank(view, twin, self.library.scores(view.report, twin.clean), self.lexicon)


def open_material(shared: Path, reports: Iterable[str], model: Path | None) -> Material:
    """A library of reports, built with a model (None: the shipped one), in a folder of its own."""
    folder = FOLDER / (model.name if model else "shipped")
    settings = load_settings(data_dir=folder / "data", index_dir=folder / "index", model=str(model) if model else None)
    for name in sorted(set(reports)):
        if not (settings.reports_dir / name).exists():
            found = (path for path in (shared / "reports").glob("*/*.txt") if name in (path.stem, path.parent.name))
            add(settings, [next(found)], Overrides(id=name))
    build(settings, lambda stage, done, of: print(f"\r{stage} {done}/{of}   ", end="", file=sys.stderr))
    return Material(Library.open(settings), Lexicon.open(settings.lexicon_dir))


def _overlapping(view: ReportView, low: int, high: int) -> set[int]:
    return {at for at, one in enumerate(view.document.sentences) if one.extent.start < high and low < one.extent.end}


def _answers(view: ReportView, pair: dict[str, Any]) -> tuple[set[int], set[int]]:
    """The sentences that answer a question, and its figures: where they are printed again (`also`), too."""
    source = view.document.source
    low, _ = source.line_bounds(pair["line"])
    sentences = _overlapping(view, low + pair["column"], low + pair["end"])
    if not pair.get("figure"):
        return sentences, set()
    again = [source.line_bounds(line) for line in pair.get("also", ())]
    figures = {
        at
        for at, one in enumerate(view.figures)
        if _digits(one.text) == _digits(pair["figure"])
        and (one.sentence in sentences or any(start <= one.extent.start < end for start, end in again))
    }
    return sentences, figures


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit() or character == ".")
