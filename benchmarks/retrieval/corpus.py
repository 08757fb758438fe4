"""A report as retrieval sees it: its passages with their vectors and terms, and every way to score them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from report_qa.figures.read import read_figures
from report_qa.library.infer import infer
from report_qa.library.place_names import PlaceNames
from report_qa.search.cache import VectorCache, embed_cached
from report_qa.search.embedder import Embedder
from report_qa.search.keywords import Keywords
from report_qa.search.passage import Passage
from report_qa.search.passages import make_passages
from report_qa.search.retrieve import ReportScores, fuse
from report_qa.search.terms import terms
from report_qa.text.read import read_document
from report_qa.text.source import Place, Source

CACHE = Path(".cache") / "measure"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One report: its sentences' passages with their places, its figures' passages, vectors of both in that order."""

    sentences: tuple[Passage, ...]
    places: tuple[tuple[Place, ...], ...]
    owners: NDArray[np.int64]  # the sentence of each figure
    vectors: Floats
    keywords: Keywords

    def scores(self, question: str, vector: Floats) -> ReportScores:
        """What retrieval says of each sentence and figure."""
        count = len(self.sentences)
        similarities = self.vectors @ vector
        return ReportScores(similarities[:count], self.keywords.scores(terms(question)), similarities[count:])

    def ways(self, scores: ReportScores) -> Mapping[str, Floats]:
        """Scores of the sentences, way by way; `fused` is what the product does."""
        dense, bm25 = scores.sentence_dense, scores.sentence_bm25
        described = dense.copy()
        np.maximum.at(described, self.owners, scores.figure_dense)
        return {
            "BM25": bm25,
            "sentences": dense,
            "sentences and figures": described,
            "ranks fused, equal weights": _ranked(described) + _ranked(bm25),
            "fused": fuse(scores, self.owners),
        }


def open_corpus(report: str, path: Path, embedder: Embedder, names: PlaceNames) -> Corpus:
    """Read a report, embed its passages (or take their vectors from the cache) and weigh its terms."""
    source = Source.from_bytes(path.read_bytes())
    dates = infer(source.text, report, names).manifest(report).dates
    document = read_document(source, dates)
    figures = read_figures(document, dates)
    passages = make_passages(report, document, figures, 0)
    cache = VectorCache(CACHE, embedder.name, embedder.dim)
    vectors, _ = embed_cached(embedder, [passage.embedded for passage in passages], cache)
    count = len(document.sentences)
    return Corpus(
        passages[:count],
        tuple(tuple(source.places(passage.extent)) for passage in passages[:count]),
        np.array([figure.sentence for figure in figures], np.int64),
        vectors,
        Keywords.build([terms(passage.text) for passage in passages[:count]]),
    )


def _ranked(scores: Floats) -> Floats:
    """1 / (60 + rank), Cormack et al. 2009."""
    ranks = np.empty(len(scores), np.float32)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return np.asarray(1 / (60 + ranks), np.float32)
