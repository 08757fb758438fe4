"""Recall of the gold sentence and the gold figure, part by part: the evidence of `docs/decisions/0003-retrieval.md`.

    python -m benchmarks.measure_retrieval SHARED [REPORTS]

SHARED is the folder of development material (`reports/`, `pairs/report_questions/`, `cases/tune/`). The questions about the
first REPORTS (10 by default) of the 24 reports with questions are asked, and the answerable cases for tuning.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from report_qa.figures.read import read_figures
from report_qa.library.infer import infer
from report_qa.library.place_names import PlaceNames
from report_qa.search.cache import VectorCache, embed_cached
from report_qa.search.embedder import Embedder, open_embedder
from report_qa.search.keywords import Keywords
from report_qa.search.passages import make_passages, tidy
from report_qa.search.retrieve import BM25_WEIGHT
from report_qa.search.terms import terms
from report_qa.settings import load_settings
from report_qa.text.document import Document
from report_qa.text.read import read_document
from report_qa.text.source import Place, Source

CACHE = Path(".cache") / "measure"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where its answer stands: lines with columns (to any end where None), and the figure's text."""

    text: str
    places: tuple[tuple[int, int, int, int | None], ...]  # first line, last line, columns
    figures: tuple[str, ...]


def questions(path: Path) -> Iterator[Asked]:
    """The questions of a file of pairs, or the answerable cases of a file of cases."""
    for line in path.read_text("utf-8").split("\n"):
        if not line:
            continue
        read = json.loads(line)
        if "q" in read:
            figures = (tidy(read["figure"]),) if read.get("figure") else ()
            yield Asked(read["q"], ((read["line"], read["line"], read["column"], read["end"]),), figures)
        elif read["answerable"] and read.get("gold_lines"):
            places = tuple((first, last, 0, None) for first, last in read["gold_lines"])
            yield Asked(
                " ".join(read["turns"]), places, tuple(tidy(gold["text"]) for gold in read.get("gold_figures", ()))
            )


def overlaps(places: Sequence[Place], asked: Asked) -> bool:
    """Whether a place lies on a gold one."""
    return any(
        first <= place.line <= last and place.column_end > start and (end is None or place.column_start < end)
        for place in places
        for first, last, start, end in asked.places
    )


def ranks(scores: NDArray[np.float32], gold: Sequence[int]) -> int:
    """The best rank, from 0, of a gold position."""
    order = np.argsort(-scores, kind="stable")
    return int(min(np.nonzero(np.isin(order, gold))[0]))


def measure(
    report: str, document: Document, source: Source, asked: Sequence[Asked], embedder: Embedder, dates: object
) -> dict[str, list[int]]:
    """The rank of the gold sentence or figure of each question, by each way to score."""
    figures = read_figures(document, dates)  # type: ignore[arg-type]
    passages = make_passages(report, document, figures, 0)
    vectors, _ = embed_cached(embedder, [p.embedded for p in passages], VectorCache(CACHE, embedder.name, embedder.dim))
    count = len(document.sentences)
    keywords = Keywords.build([terms(passage.text) for passage in passages[:count]])
    owners = np.array([figure.sentence for figure in figures], np.int64)
    spots = [source.places(sentence.extent) for sentence in document.sentences]
    figure_spots = [source.places(figure.extent) for figure in figures]
    found: dict[str, list[int]] = {}
    for one in asked:
        similarities = vectors @ embedder.embed_query(one.text)
        dense, described, bm25 = similarities[:count], similarities[count:], keywords.scores(terms(one.text))
        best = dense.copy()
        np.maximum.at(best, owners, described)
        if gold := [i for i, places in enumerate(spots) if overlaps(places, one)]:
            ways = {
                "sentence": dense,
                "terms": bm25,
                "sentence, figures": best,
                "sentence, figures, terms": best + BM25_WEIGHT * bm25,
            }
            for way, scores in ways.items():
                found.setdefault(way, []).append(ranks(scores, gold))
        gold = [
            j for j, figure in enumerate(figures)
            if overlaps(figure_spots[j], one) and any(text in figure.text or figure.text in text for text in one.figures)
        ]  # fmt: skip
        if gold:
            found.setdefault("figure", []).append(ranks(described, gold))
            found.setdefault("figure, its sentence and terms", []).append(
                ranks(0.75 * described + 0.25 * dense[owners] + BM25_WEIGHT / 2 * bm25[owners], gold)
            )
    return found


def main() -> None:
    """Print recall at 1, 3 and 5 for each way and each set."""
    shared, limit = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    settings = load_settings()
    embedder = open_embedder(settings.model, settings.model_dir)
    names = PlaceNames.open(settings.lexicon_dir)
    sources = {path.stem: path for path in sorted((shared / "reports").glob("*/*.txt"))}
    sources["baotou-2022"] = shared / "reports" / "baotou-2022" / "source.txt"
    sets = {
        "pairs": sorted((shared / "pairs" / "report_questions").glob("*.jsonl"))[:limit],
        "tune": [path for path in sorted((shared / "cases" / "tune").glob("*.jsonl")) if path.stem != "pairs"],
    }
    for name, files in sets.items():
        total: dict[str, list[int]] = {}
        for file in files:
            source = Source.from_bytes(sources[file.stem].read_bytes())
            dates = infer(source.text, file.stem, names).manifest(file.stem).dates
            document = read_document(source, dates)
            for way, found in measure(file.stem, document, source, list(questions(file)), embedder, dates).items():
                total.setdefault(way, []).extend(found)
        for way, found in total.items():
            recalls = "  ".join(f"@{k} {np.mean(np.array(found) < k):.3f}" for k in (1, 3, 5))
            print(f"{name:<6} {way:<32} {recalls}  of {len(found)}", flush=True)


if __name__ == "__main__":
    main()
