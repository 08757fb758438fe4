"""`ReportView`: one report as the answer engine looks at it, folded once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from report_qa.answers.folding import fold
from report_qa.answers.grams import GramIndex
from report_qa.answers.matching import WordMatcher
from report_qa.answers.tables import FigureTable, SentenceTable, figure_table, sentence_table
from report_qa.figures.figure import Figure
from report_qa.search.model.word_head import WordHead
from report_qa.search.words import Packed, unpack
from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import ReportDates


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a report's sentences as the index has them, and what weighs their matches."""

    head: WordHead
    words: Packed


@dataclass(frozen=True)
class ReportView:
    """A report's document and ledger with the folded words that questions are held against.

    `metrics[f]` and `clauses[f]` belong to figure f, `contexts[s]` (headings over it, the paragraph's first sentence, and
    the sentence before) to sentence s.
    """

    report: str
    title: str | None
    dates: ReportDates
    document: Document
    figures: tuple[Figure, ...]
    pieces: Pieces | None = None

    @cached_property
    def matcher(self) -> WordMatcher | None:
        """What holds a question's words against the report by meaning; None where the model gives none."""
        if self.pieces is None:
            return None
        return WordMatcher(self.pieces.head, unpack(self.pieces.words), self.document, self.figures)

    @cached_property
    def words(self) -> GramIndex:
        """The folded sentences, each with the metrics of its figures, which it may print in parts (城乡居民…分别)."""
        texts = []
        for at, sentence in enumerate(self.document.sentences):
            metrics = "|".join(dict.fromkeys(self.figures[figure].metric for figure in self.figures_of.get(at, ())))
            texts.append(_width(f"{sentence.text}|{metrics}" if metrics else sentence.text))
        return GramIndex([fold(text) for text in texts])

    @cached_property
    def metrics(self) -> tuple[str, ...]:
        """Each figure's metric and change, folded."""
        return tuple(fold(_width(figure.metric + (figure.change or ""))) for figure in self.figures)

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """Each figure's clause with its metric, folded."""
        sentences = self.document.sentences
        return tuple(
            fold(_width(sentences[figure.sentence].text[figure.clause_start : figure.clause_end] + figure.metric))
            for figure in self.figures
        )

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """Each sentence's headings, its paragraph's first sentence, and the sentence before it, folded."""
        found: list[str] = []
        first: dict[int, str] = {}
        for at, sentence in enumerate(self.document.sentences):
            first.setdefault(sentence.paragraph, sentence.text)
            before = self.document.sentences[at - 1].text if at and self._joined(at) else ""
            headings = "".join(self.document.headings(sentence.section))
            found.append(fold(_width(f"{headings}{first[sentence.paragraph]}{before}")))
        return tuple(found)

    @cached_property
    def figures_of(self) -> dict[int, tuple[int, ...]]:
        """Positions in `figures` by sentence."""
        found: dict[int, list[int]] = {}
        for at, figure in enumerate(self.figures):
            found.setdefault(figure.sentence, []).append(at)
        return {sentence: tuple(positions) for sentence, positions in found.items()}

    @cached_property
    def metric_words(self) -> tuple[frozenset[str], ...]:
        """The two-character words of each figure's metric and change."""
        return tuple(frozenset(text[at : at + 2] for at in range(len(text) - 1)) for text in self.metrics)

    @cached_property
    def context_grams(self) -> GramIndex:
        """The contexts, indexed."""
        return GramIndex(self.contexts)

    @cached_property
    def clause_grams(self) -> GramIndex:
        """The clauses, indexed."""
        return GramIndex(self.clauses)

    @cached_property
    def metric_grams(self) -> GramIndex:
        """The metrics, indexed."""
        return GramIndex(self.metrics)

    @cached_property
    def table(self) -> FigureTable:
        """What of the figures does not depend on the question."""
        return figure_table(self.document, self.figures, self.dates)

    @cached_property
    def sentence_table(self) -> SentenceTable:
        """What of the sentences does not depend on the question."""
        return sentence_table(self.document, set(self.figures_of))

    def _joined(self, at: int) -> bool:
        one, other = self.document.sentences[at - 1], self.document.sentences[at]
        return one.paragraph == other.paragraph or one.kind is BlockKind.HEADING


def _width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
