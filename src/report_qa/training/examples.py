"""`make_examples`: questions beside the passages that answer them and passages that do not, as the index would embed them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report_qa.errors import CaseError
from report_qa.figures.read import read_figures
from report_qa.search.passage import Passage
from report_qa.search.passages import make_passages, tidy
from report_qa.text.document import Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Place, Source
from report_qa.training.pairs import Pair, Spot


@dataclass(frozen=True, slots=True)
class Example:
    """A question, one passage that answers it, and as many that do not as the recipe asks for."""

    question: str
    positive: str
    negatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """The texts that a place could be embedded as: its clause, its sentence, the descriptions of its figures."""

    clause: str
    sentences: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (self.clause, *self.sentences, *self.figures)


class ReportPassages:
    """A report's passages by place, as `build` would embed them."""

    def __init__(self, report: str, source: Source, dates: ReportDates) -> None:
        document: Document = read_document(source, dates)
        figures = read_figures(document, dates)
        self._source = source
        self._placed: list[tuple[Passage, tuple[Place, ...]]] = [
            (passage, source.places(passage.extent)) for passage in make_passages(report, document, figures, 0)
        ]

    @property
    def texts(self) -> list[str]:
        """Everything that would be embedded."""
        return [passage.embedded for passage, _ in self._placed]

    def wording(self, spot: Spot, figure: str | None) -> _Wording:
        """What a place could be embedded as; of its figures only those that print `figure` where one is given.

        Raises:
            CaseError: the place lies outside the report.
        """
        if not 1 <= spot.line <= self._source.line_count:
            raise CaseError(f"There is no line {spot.line}.", "Pairs and reports must be of one version.")
        here = [passage for passage, places in self._placed if _meets(places, spot)]
        wanted = tidy(figure) if figure else None
        return _Wording(
            tidy(self._source.line(spot.line)[spot.column : spot.end]),
            tuple(passage.embedded for passage in here if passage.figure is None),
            tuple(p.embedded for p in here if p.figure is not None and (wanted is None or wanted in p.embedded)),
        )


def make_examples(
    pairs: Sequence[Pair], reports: Mapping[str, ReportPassages], negatives: int, rounds: int, seed: int
) -> list[Example]:
    """Examples of so many rounds over the pairs, in a new order each round; the same seed gives the same examples.

    The positive is the figure's description, the sentence or the clause by chance, so that the model meets passages as they are
    embedded. Negatives are the pair's near misses first, then any passage of the same report.
    """
    chance = random.Random(seed)  # noqa: S311 - a reproducible order, no secret
    worded = [(pair, reports[pair.report].wording(pair.spot, pair.figure), _near(pair, reports)) for pair in pairs]
    pools = {report: passages.texts for report, passages in reports.items()}
    examples: list[Example] = []
    for _ in range(rounds):
        some = [_example(*one, pools[one[0].report], negatives, chance) for one in worded]
        chance.shuffle(some)
        examples += some
    return examples


def _near(pair: Pair, reports: Mapping[str, ReportPassages]) -> list[_Wording]:
    return [reports[pair.report].wording(spot, None) for spot in pair.near]


def _example(
    pair: Pair, answer: _Wording, near: Sequence[_Wording], pool: Sequence[str], count: int, chance: random.Random
) -> Example:
    own = set(answer.all)
    found: list[str] = []
    for miss in chance.sample(list(near), len(near)):
        texts = [text for text in _choices(miss, chance) if text not in own and text not in found]
        if texts and len(found) < count:
            found.append(chance.choice(texts))
    while len(found) < count:
        text = chance.choice(pool)
        if text not in own and text not in found:
            found.append(text)
    return Example(pair.question, chance.choice(_choices(answer, chance)), tuple(found))


def _choices(wording: _Wording, chance: random.Random) -> list[str]:
    """One text of each kind that there is."""
    kinds = (wording.figures, wording.sentences, (wording.clause,) if wording.clause else ())
    return [chance.choice(kind) for kind in kinds if kind]


def _meets(places: Sequence[Place], spot: Spot) -> bool:
    return any(
        place.line == spot.line and place.column_end > spot.column and place.column_start < spot.end for place in places
    )
