"""How well the words of a question are met by what a report says, word by word and by meaning.

The similarity of a sentence to a question says whether they are about one thing; here every piece of the question is held against
every piece of the clause, of the sentence and of what stands over it, and the best match of each is kept (late interaction:
Khattab and Zaharia, ColBERT, 2020). A piece that the clause meets badly, and another sentence well, is what tells 供水管网 from
供热管网.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from report_qa.figures.figure import Figure
from report_qa.search.model.word_head import WordHead
from report_qa.search.passages import tidy
from report_qa.search.words import PassageWords, TextWords
from report_qa.text.document import BlockKind, Document

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WORD_FEATURES = (
    "word_score", "word_own", "word_sentence", "word_context", "word_lost", "word_missing", "word_lost_most",
    "word_missing_most",
)  # fmt: skip
WORD_EXTRAS = ("word_known", "word_unknown", "word_unknown_most")


@dataclass(frozen=True, slots=True)
class WordMatch:
    """What the pieces of a question say of each figure (F, k) and sentence (S, k), k as `WORD_FEATURES`, and of the report as
    a whole, as `WORD_EXTRAS`.

    Of a clause's matches, weighed by how telling each piece is: `word_score` the trained sum; `word_own`, `word_sentence` and
    `word_context` the means over the clause, its sentence, and all that stands over it; `word_lost` by how much a telling piece
    is met better elsewhere; `word_missing` how far it is from being met; `_most` the same, not weighed.
    """

    figures: Floats
    sentences: Floats
    whole: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Positions in `of`, those of thing i from `starts[i]` on; no thing is without."""

    of: Ints
    starts: Ints

    @classmethod
    def of_each(cls, each: list[list[int]]) -> Groups:
        """Groups of the positions of each thing."""
        return cls(
            np.array([at for one in each for at in one], np.int64),
            np.cumsum([0, *(len(one) for one in each)])[:-1].astype(np.int64),
        )

    def best(self, matches: Floats) -> Floats:
        """Of matches (q, n) the best of each thing: (q, things)."""
        if not len(self.starts):
            return np.zeros((len(matches), 0), np.float32)
        return np.asarray(np.maximum.reduceat(matches[:, self.of], self.starts, axis=1), np.float32)


@dataclass(frozen=True, slots=True)
class PieceGroups:
    """Which pieces of a report each sentence and each figure's clause has, which sentences stand over each, and the sentence of
    each figure. One position behind the last piece is nothing: what a sentence without pieces has.
    """

    sentences: Groups
    contexts: Groups
    clauses: Groups
    figure_sentences: Ints

    @classmethod
    def of(cls, words: PassageWords, document: Document, figures: tuple[Figure, ...]) -> PieceGroups:
        """Sort the pieces of a report."""
        first = np.searchsorted(words.sentences, np.arange(len(document.sentences) + 1)).tolist()
        bounds = list(pairwise(first))
        spans = [list(zip(words.starts[a:b].tolist(), words.ends[a:b].tolist(), strict=True)) for a, b in bounds]
        own = [[*range(low, high)] or [len(words.starts)] for low, high in bounds]
        clauses = [
            [first[one.sentence] + at for at in _inside(document, one, spans[one.sentence])] or own[one.sentence]
            for one in figures
        ]
        return cls(
            Groups.of_each(own),
            Groups.of_each(_contexts(document)),
            Groups.of_each(clauses),
            np.array([figure.sentence for figure in figures], np.int64),
        )


class WordMatcher:
    """A report's pieces, ready to be held against those of questions."""

    def __init__(self, head: WordHead, words: PassageWords, document: Document, figures: tuple[Figure, ...]) -> None:
        self._head = head
        self._vectors = np.concatenate([words.vectors, np.zeros((1, head.dim), np.float32)])  # the last one is nothing
        self._groups = PieceGroups.of(words, document, figures)

    def match(self, asked: TextWords) -> WordMatch:
        """Hold the pieces of a question against the report."""
        groups = self._groups
        if not len(asked.vectors):
            counts = len(groups.figure_sentences), len(groups.sentences.starts)
            nothing = [np.zeros((count, len(WORD_FEATURES)), np.float32) for count in counts]
            return WordMatch(nothing[0], nothing[1], (0.0,) * len(WORD_EXTRAS))
        matches = np.asarray(asked.vectors @ self._vectors.T, np.float32)
        matches[:, -1] = -1
        sentences = groups.sentences.best(matches)
        contexts = groups.contexts.best(sentences)
        known = sentences.max(axis=1)
        telling = asked.telling + self._head.telling[-1] * (1 - sentences.mean(axis=1))
        weights = np.exp(telling - telling.max())
        weights = np.asarray(weights / weights.sum(), np.float32)
        of, clauses = groups.figure_sentences, groups.clauses.best(matches)
        figures = self._columns(weights, clauses, sentences[:, of], contexts[:, of], known)
        strange = 1 - known
        whole = (float(weights @ known), float((weights * strange).max()), float(strange.max()))
        return WordMatch(figures, self._columns(weights, sentences, sentences, contexts, known), whole)

    def _columns(self, weights: Floats, own: Floats, sentence: Floats, context: Floats, known: Floats) -> Floats:
        if not own.shape[1]:
            return np.zeros((0, len(WORD_FEATURES)), np.float32)
        mean, least = self._head.linear
        means = [weights @ own, weights @ sentence, weights @ context]
        summed = mean[0] * means[0] + mean[1] * means[1] + mean[2] * means[2] + mean[3] * (weights @ known)
        met = least[0] * own + least[1] * sentence + least[2] * context + least[3] * known[:, None]
        floor = met.min(axis=0)
        worst = floor - np.log(weights @ np.exp(floor - met))
        score = self._head.shares[0] * summed + self._head.shares[1] * worst
        lost, missing = known[:, None] - context, 1 - own
        columns = (
            score / 10, *means, (weights[:, None] * lost).max(axis=0), (weights[:, None] * missing).max(axis=0),
            lost.max(axis=0), (1 - context).max(axis=0),
        )  # fmt: skip
        return np.column_stack(columns).astype(np.float32)


def _inside(document: Document, figure: Figure, spans: list[tuple[int, int]]) -> list[int]:
    """Which pieces of a figure's sentence lie in its clause or in its metric's words."""
    text = document.sentences[figure.sentence].text
    whole = tidy(text)
    ranges = [_moved(text, whole, figure.clause_start, figure.clause_end)]
    ranges += [match.span() for match in re.finditer(re.escape(figure.metric), whole)] if figure.metric else []
    return [at for at, (low, high) in enumerate(spans) if any(low < end and start < high for start, end in ranges)]


def _moved(text: str, whole: str, start: int, end: int) -> tuple[int, int]:
    """Where characters `[start, end)` of a text stand in the same text without stray spaces."""
    if text == whole:
        return start, end
    before, inside = (sum(not sign.isspace() for sign in part) for part in (text[:start], text[start:end]))
    places = [at for at, sign in enumerate(whole) if not sign.isspace()]
    return (places[before], places[before + inside - 1] + 1) if 0 < inside <= len(places) - before else (0, 0)


def _contexts(document: Document) -> list[list[int]]:
    """For each sentence itself, its paragraph's first one, the one before it, and the headings over it."""
    sentences = document.sentences
    named: dict[str, int] = {}
    first: dict[int, int] = {}
    for at, sentence in enumerate(sentences):
        named.setdefault(sentence.text, at)
        first.setdefault(sentence.paragraph, at)
    found = []
    for at, sentence in enumerate(sentences):
        own = {at, first[sentence.paragraph]}
        if at and (sentences[at - 1].paragraph == sentence.paragraph or sentences[at - 1].kind is BlockKind.HEADING):
            own.add(at - 1)
        own |= {named[heading] for heading in document.headings(sentence.section) if heading in named}
        found.append(sorted(own))
    return found
