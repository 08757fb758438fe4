"""`ReportView`: one report as the answer engine looks at it, folded once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from report_qa.answers.anchors import ReportWords, fold
from report_qa.figures.figure import Figure
from report_qa.text.document import BlockKind, Document
from report_qa.text.periods import ReportDates


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

    @cached_property
    def words(self) -> ReportWords:
        """The folded sentences, each with the metrics of its figures, which it may print in parts (城乡居民…分别)."""
        texts = []
        for at, sentence in enumerate(self.document.sentences):
            metrics = "|".join(dict.fromkeys(self.figures[figure].metric for figure in self.figures_of.get(at, ())))
            texts.append(_width(f"{sentence.text}|{metrics}" if metrics else sentence.text))
        return ReportWords.of(tuple(texts))

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
    def starting(self) -> tuple[bool, ...]:
        """Whether a figure is a starting value (从75%提高到…): the level before the one reported."""
        return tuple(self._starts(figure) for figure in self.figures)

    def _starts(self, figure: Figure) -> bool:
        text = self.document.sentences[figure.sentence].text
        before, behind = text[max(0, figure.start - 8) : figure.start], text[figure.end : figure.end + 12]
        return (
            re.search(r"[从由][^，。；]{0,6}$", before) is not None
            and re.match(
                r"[^，。；0-9]{0,6}(?:提高|提升|增加?|升|扩大|下降|降|缩短|压缩|减少?|上升|增长|跃升|跃|拓展|扩展|发展|攀升|进)",
                behind,
            )
            is not None
        )

    def _joined(self, at: int) -> bool:
        one, other = self.document.sentences[at - 1], self.document.sentences[at]
        return one.paragraph == other.paragraph or one.kind is BlockKind.HEADING


def _width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
